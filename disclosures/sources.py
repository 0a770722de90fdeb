"""What of this room may be found: each kind hands its public documents to search. Registered in apps.py."""

from collections.abc import Collection, Iterator
from itertools import islice

from django.db.models import QuerySet
from django.utils import translation

from disclosures.models import Outcome, RegisterEntry
from disclosures.queries.decisions import published_decisions
from disclosures.queries.outcomes import OutcomeLine, listed_outcomes
from ppid.models import CommissionDecision, Exclusion, Institution
from search.sources import Document, register

# Documents made under one switch of the language.
_CHUNK = 500


def register_entries() -> None:
    register(EntrySource())


def register_outcomes() -> None:
    register(OutcomeSource())


def register_exclusions() -> None:
    register(ExclusionSource())


def register_decisions() -> None:
    register(DecisionSource())


class EntrySource:
    """Published register entries. `key` is the entry's primary key; drafts and withdrawn entries are left out."""

    kind = "entry"
    label = "Daftar informasi"

    def keys(self) -> Iterator[str]:
        for key in RegisterEntry.objects.public().order_by("pk").values_list("pk", flat=True).iterator():
            yield str(key)

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        entries = RegisterEntry.objects.public().select_related("unit").prefetch_related("files")
        if keys is not None:
            entries = entries.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
        body = Institution.load()
        rows = entries.order_by("pk").iterator(chunk_size=_CHUNK)
        while chunk := list(islice(rows, _CHUNK)):
            with translation.override("id"):  # the same words in the index whoever asks for them
                documents = [_entry(entry, body) for entry in chunk]
            yield from documents


def _entry(entry: RegisterEntry, body: Institution) -> Document:
    said = (entry.unit.name, entry.maker, entry.made_when, entry.made_place, entry.retention)
    files = (file.label for file in entry.files.all())
    facets = {
        "unit": (entry.unit.name,),
        "class": (entry.class_label,),
        "year": (str(entry.year),) if entry.year else (),
    }
    return Document(
        id=f"entry:{entry.pk}",
        kind="entry",
        title=entry.summary,
        url=entry.get_absolute_url(),
        text=" · ".join(text for text in (*said, *files) if text),
        facets=facets,
        date=body.day_of(entry.last_published_at) if entry.last_published_at else None,
    )


class OutcomeSource:
    """Complaint outcomes that may be shown one by one: coded words, and the approved paraphrase where there is one.

    `key` is the outcome's code. A secret report has no document at all, not even one without words (law.md §6).
    """

    kind = "outcome"
    label = "Hasil pengaduan"

    def keys(self) -> Iterator[str]:
        yield from Outcome.objects.listed().order_by("code").values_list("code", flat=True).iterator()

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        rows = listed_outcomes()
        if keys is not None:
            rows = rows.filter(code__in=list(keys))
        listed = rows.iterator(chunk_size=_CHUNK)
        while chunk := list(islice(listed, _CHUNK)):
            with translation.override("id"):
                documents = [_outcome(OutcomeLine.of(row)) for row in chunk]
            yield from documents


def _outcome(line: OutcomeLine) -> Document:
    words = (line.body, line.domain, line.category, line.unit, line.channel, line.classification, line.state_label)
    facets = {
        "domain": line.domain,
        "year": str(line.month.year),
        "status": line.state_label,
        "unit": line.unit,
    }
    return Document(
        id=f"outcome:{line.code}",
        kind="outcome",
        title=line.title,
        url=line.url,
        text="\n".join(word for word in words if word),
        facets={name: (value,) for name, value in facets.items() if value},
        date=line.month,
    )


class ExclusionSource:
    """Rows of the excluded list: the description and the reason, never the withheld information (law.md §2.11).

    `key` is the exclusion's primary key. A row whose end has come is opened by the daily round and leaves the index.
    """

    kind = "exclusion"
    label = "Informasi dikecualikan"

    def keys(self) -> Iterator[str]:
        for key in _shown_exclusions().order_by("pk").values_list("pk", flat=True).iterator():
            yield str(key)

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        rows = _shown_exclusions().select_related("unit")
        if keys is not None:
            rows = rows.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
        for row in rows.order_by("pk").iterator(chunk_size=500):
            yield _exclusion(row)


def _shown_exclusions() -> QuerySet[Exclusion]:
    return Exclusion.objects.filter(status__in=(Exclusion.Status.LISTED, Exclusion.Status.IN_FORCE))


def _exclusion(row: Exclusion) -> Document:
    unit = row.unit.name if row.unit else ""
    words = (row.group, row.information, row.basis, row.if_open, row.if_closed, row.period_words, unit)
    return Document(
        id=f"exclusion:{row.pk}",
        kind="exclusion",
        title=str(row),
        url=f"/daftar-dikecualikan/{row.pk}/",
        text="\n".join(word for word in words if word),
        facets={"unit": (unit,)} if unit else {},
        date=row.set_on,
    )


class DecisionSource:
    """Published texts of the commission's decisions, private persons masked. `key` is the decision's primary key."""

    kind = "decision"
    label = "Putusan Komisi Informasi"

    def keys(self) -> Iterator[str]:
        for key in published_decisions().order_by("pk").values_list("pk", flat=True).iterator():
            yield str(key)

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        rows = published_decisions()
        if keys is not None:
            rows = rows.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
        for row in rows.order_by("pk").iterator(chunk_size=_CHUNK):
            with translation.override("id"):
                yield _decision(row)


def _decision(row: CommissionDecision) -> Document:
    return Document(
        id=f"decision:{row.pk}",
        kind="decision",
        title=f"{row.get_kind_display()} {row.number}",
        url=f"/putusan/{row.pk}/",
        text="\n".join(word for word in (str(row.get_ruling_display()), row.public_text, row.dissent) if word),
        facets={"year": (str(row.read_on.year),)},
        date=row.read_on,
    )
