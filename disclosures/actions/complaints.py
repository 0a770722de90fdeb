"""An SP4N-LAPOR! export becomes private reports and public outcomes; an officer's paraphrase becomes public."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from disclosures.actions.complaint_plan import CHUNK, Pair, Plan, Told, Words
from disclosures.imports import lapor_export as lapor
from disclosures.imports.folding import fold
from disclosures.models import CategoryWord, Domain, Outcome, StatusWord
from disclosures.redaction import find_personal_data
from disclosures.tasks import refresh_index


@dataclass(frozen=True, slots=True)
class ComplaintImport:
    """What an import did, or would do. `rows = created + updated + unchanged + rejected`, verdicts row by row.

    `unmapped` counts this file's reports by the status and category words that nobody has mapped yet. `keys` are the
    index keys of the outcomes that were written.
    """

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    written: bool = False
    unmapped: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: {"status": {}, "category": {}})
    warnings: tuple[Told, ...] = ()
    errors: tuple[Told, ...] = ()
    keys: tuple[str, ...] = ()


@transaction.atomic
def import_complaints(
    *, content: bytes, on: dt.date, dry_run: bool = False, skip_errors: bool = False
) -> ComplaintImport:
    """Take over an export. With any error nothing is written unless `skip_errors`; `dry_run` writes nothing.

    Anonim and Rahasia are only ever tightened (law.md §5.4). The index follows after commit.
    """
    export = lapor.read(content)
    errors = [Told(fault.row, fault.column, fault.message) for fault in export.faults]
    words = Words.load()
    errors += [told for report in export.reports for told in _private_words(report, export, words)]
    wrong = {told.row for told in errors}
    reports = [report for report in export.reports if report.row not in wrong]
    plan = Plan(on, words, export.headings)
    for start in range(0, len(reports), CHUNK):
        chunk = reports[start : start + CHUNK]
        stored = _stored(chunk)
        for report in chunk:
            plan.decide(report, stored.get(report.tracking_id))
    writes = bool(reports) and not dry_run and (skip_errors or not errors)
    keys = plan.write() if writes else ()
    enqueue_refresh(keys)
    return ComplaintImport(
        rows=export.rows,
        created=len(plan.created),
        updated=plan.updated,
        unchanged=plan.unchanged,
        rejected=export.rows - len(reports),
        written=writes,
        unmapped={"status": dict(plan.new_statuses), "category": dict(plan.new_categories)},
        warnings=(*(Told(one.row, one.column, one.message) for one in export.warnings), *plan.warnings()),
        errors=tuple(errors),
        keys=keys,
    )


def enqueue_refresh(keys: Sequence[str]) -> None:
    """Queue the index work in the caller's transaction, in portions that a task carries out in a moment."""
    for start in range(0, len(keys), CHUNK):
        refresh_index.enqueue("outcome", list(keys[start : start + CHUNK]))


def _private_words(report: lapor.Report, export: lapor.Export, words: Words) -> Iterable[Told]:
    """A word of the recap is public at once: a new one that looks like somebody's number is none of SP4N-LAPOR!'s."""
    for column, word, known in (
        (lapor.STATUS, report.status, words.statuses),
        (lapor.CATEGORY, report.category, words.categories),
    ):
        if fold(word) not in known and find_personal_data(word):
            heading = export.headings[column]
            yield Told(report.row, heading, f"{heading} tampak memuat data pribadi. Periksa apakah kolomnya bergeser.")


def _stored(reports: Sequence[lapor.Report]) -> dict[str, Pair]:
    rows = (
        Outcome.objects.select_for_update(of=("self",))
        .filter(complaint__tracking_id__in=[report.tracking_id for report in reports])
        .select_related("complaint", "category", "status")
    )
    return {row.complaint.tracking_id: Pair(row.complaint, row) for row in rows if row.complaint}


class NotForPublication(ValueError):
    """The paraphrase may not be published; `field` names the field, the message the remedy, in Indonesian."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def approve_paraphrase(*, code: str, title: str, body: str, by: int, on: dt.date) -> Outcome:
    """Publish an officer's own words about a report; `by` is the officer's key. Raises NotForPublication.

    The report's title and text stay private: only what is written here, without anybody's data, is shown (law.md §6).
    """
    outcome = Outcome.objects.select_for_update(of=("self",)).select_related("complaint").get(code=code)
    title, body = " ".join(title.split()), body.strip()
    if not outcome.listed:
        raise NotForPublication("title", _("Laporan ini tidak boleh tampil satu per satu. Tidak ada yang diumumkan."))
    for name, text in (("title", title), ("body", body)):
        kinds = dict.fromkeys(finding.kind for finding in find_personal_data(text))
        if kinds:
            message = _("Tampak ada data pribadi: %(kinds)s. Hapus, lalu simpan lagi.")
            raise NotForPublication(name, message % {"kinds": ", ".join(kinds)})
    if not title or not body:
        raise NotForPublication("body" if title else "title", _("Tulis judul dan ringkasan dengan kata-kata Anda."))
    if _copied(outcome, body):
        raise NotForPublication("body", _("Ini salinan laporan aslinya. Ceritakan kembali dengan kata-kata Anda."))
    outcome.title, outcome.body, outcome.approved_by_id, outcome.approved_on = title, body, by, on
    outcome.save(update_fields=["title", "body", "approved_by", "approved_on"])
    enqueue_refresh([outcome.code])
    return outcome


@transaction.atomic
def withdraw_paraphrase(*, code: str) -> Outcome:
    """Take a paraphrase back; the coded fields stay public."""
    outcome = Outcome.objects.select_for_update(of=("self",)).get(code=code)
    outcome.title = outcome.body = ""
    outcome.approved_by = outcome.approved_on = None
    outcome.save(update_fields=["title", "body", "approved_by", "approved_on"])
    enqueue_refresh([outcome.code])
    return outcome


def _copied(outcome: Outcome, body: str) -> bool:
    return outcome.complaint is not None and bool(outcome.complaint.text) and fold(body) == fold(outcome.complaint.text)


def reread(instance: StatusWord | CategoryWord | Domain, created: bool, **_signal: object) -> None:
    """A word was mapped anew: the outcomes that carry it are found under their new reading (a `post_save` receiver)."""
    if created:
        return
    outcomes = Outcome.objects.listed()
    if isinstance(instance, Domain):
        outcomes = outcomes.filter(category__domain=instance)
    elif isinstance(instance, CategoryWord):
        outcomes = outcomes.filter(category=instance)
    else:
        outcomes = outcomes.filter(status=instance)
    with transaction.atomic():
        enqueue_refresh(list(outcomes.order_by("code").values_list("code", flat=True)))
