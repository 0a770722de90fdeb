"""What an export would change: a verdict on each report, and the rows to write, gathered before anything is written."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from disclosures.imports import lapor_export as lapor
from disclosures.imports.folding import fold
from disclosures.models import CategoryWord, Complaint, Outcome, State, StatusWord
from disclosures.redaction import Secrecy, masked, may_be_listed, secrecy_of
from ppid.models import Unit

CHUNK = 500
_COMPLAINT_FIELDS = ("anonymous", "secret", "title", "text", "reason", "changed_on")
_OUTCOME_FIELDS = (
    "received_on", "month", "status", "category", "unit_word", "unit", "channel", "classification", "secret", "listed",
    "title", "body", "approved_by", "approved_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence about a row (None: the file) for the person who imports; it quotes no private cell."""

    row: int | None
    column: str
    message: str


@dataclass(slots=True)
class Pair:
    """The private report and its public outcome."""

    complaint: Complaint
    outcome: Outcome

    def facts(self) -> tuple[object, ...]:
        """What an export says of a report. The unit is left out: it is our reading of `unit_word`."""
        complaint, outcome = self.complaint, self.outcome
        return (
            complaint.anonymous, complaint.secret, complaint.title, complaint.text, complaint.reason,
            outcome.received_on, outcome.status.key, outcome.category.key if outcome.category else "",
            outcome.unit_word, outcome.channel, outcome.classification, outcome.listed,
        )  # fmt: skip

    def close(self) -> None:
        """Forget what a closed report may no longer hold: the texts of a secret one, the paraphrase of an unlisted."""
        if self.complaint.secret:
            self.complaint.title = self.complaint.text = self.complaint.reason = ""
        if not self.outcome.listed:
            self.outcome.title = self.outcome.body = ""
            self.outcome.approved_by = self.outcome.approved_on = None


@dataclass(slots=True)
class Words:
    """The mapping tables and the units by folded name. New words are made as they come and stored with the rest."""

    statuses: dict[str, StatusWord]
    categories: dict[str, CategoryWord]
    units: dict[str, Unit | None]

    @classmethod
    def load(cls) -> "Words":
        units: dict[str, Unit | None] = {}
        for unit in Unit.objects.all():
            key = fold(unit.name)
            # Two units whose names differ in spelling only are no certain match for either.
            units[key] = None if key in units else unit
        statuses = {word.key: word for word in StatusWord.objects.all()}
        return cls(statuses, {word.key: word for word in CategoryWord.objects.all()}, units)

    def status(self, word: str) -> StatusWord:
        return self.statuses.setdefault(fold(word), StatusWord(word=word, key=fold(word)))

    def category(self, word: str) -> CategoryWord | None:
        key = fold(word)
        return self.categories.setdefault(key, CategoryWord(word=word, key=key)) if key else None

    def store(self) -> None:
        """Keep the words that were new, unmapped, for a person to map."""
        StatusWord.objects.bulk_create([word for word in self.statuses.values() if word.pk is None])
        CategoryWord.objects.bulk_create([word for word in self.categories.values() if word.pk is None])


@dataclass(slots=True)
class Plan:
    """Verdicts and rows, so that a dry run counts what a real one does. `on` is the day of the import."""

    on: dt.date
    words: Words
    headings: Mapping[lapor.Column, str]
    created: list[Pair] = field(default_factory=list)
    changed: list[Pair] = field(default_factory=list)
    updated: int = 0
    unchanged: int = 0
    new_statuses: Counter[str] = field(default_factory=Counter)
    new_categories: Counter[str] = field(default_factory=Counter)
    odd_kinds: Counter[str] = field(default_factory=Counter)
    no_category: list[int] = field(default_factory=list)
    kept_tight: list[int] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)
    first_row: dict[tuple[lapor.Column, str], int] = field(default_factory=dict)

    def decide(self, report: lapor.Report, stored: Pair | None) -> None:
        """Give the verdict on one report; `stored` is what an earlier import left of it."""
        secrecy = self._secrecy(report, stored)
        if report.received_on > self.on:
            self.ahead.append(report.row)
        if stored is None:
            complaint = Complaint(tracking_id=report.tracking_id, first_imported_on=self.on, changed_on=self.on)
            pair = Pair(complaint, Outcome(listed=True))
            self._apply(pair, report, secrecy)
            self.created.append(pair)
            return
        before, unit_before = stored.facts(), stored.outcome.unit_id
        self._apply(stored, report, secrecy)
        if stored.facts() != before:
            stored.complaint.changed_on = self.on
            self.updated += 1
            self.changed.append(stored)
            return
        self.unchanged += 1
        if stored.outcome.unit_id != unit_before:
            # A unit made since the last import: the report says nothing new, we only know better whom it means.
            self.changed.append(stored)

    def _secrecy(self, report: lapor.Report, stored: Pair | None) -> Secrecy:
        asked, known = secrecy_of(report.kind)
        if not known:
            self._count(self.odd_kinds, lapor.KIND, masked(report.kind), report.row)
        if stored is None:
            return asked
        secrecy = asked.tightened(Secrecy(stored.complaint.anonymous, stored.complaint.secret))
        if secrecy != asked:
            self.kept_tight.append(report.row)
        return secrecy

    def _count(self, counter: Counter[str], column: lapor.Column, word: str, row: int) -> None:
        counter[word] += 1
        self.first_row.setdefault((column, word), row)

    def _apply(self, pair: Pair, report: lapor.Report, secrecy: Secrecy) -> None:
        """Set every field as the report says, as far as the file has the column and secrecy lets it be kept."""
        complaint, outcome = pair.complaint, pair.outcome
        complaint.anonymous, complaint.secret, outcome.secret = secrecy.anonymous, secrecy.secret, secrecy.secret
        outcome.received_on, outcome.month = report.received_on, report.received_on.replace(day=1)
        self._apply_words(outcome, report)
        if lapor.TITLE in self.headings:
            complaint.title = report.title
        if lapor.LAST_TEXT in self.headings or lapor.FIRST_TEXT in self.headings:
            complaint.text = report.text
        if lapor.REASON in self.headings:
            complaint.reason = report.reason
        if lapor.CHANNEL in self.headings:
            outcome.channel = _public(report.channel)
        if lapor.CLASSIFICATION in self.headings:
            outcome.classification = _public(report.classification)
        if lapor.UNIT in self.headings:
            outcome.unit_word = _public(report.unit)
            outcome.unit = self.words.units.get(fold(outcome.unit_word))
        outcome.listed = outcome.listed and may_be_listed(secrecy, outcome.classification)
        pair.close()

    def _apply_words(self, outcome: Outcome, report: lapor.Report) -> None:
        status, category = self.words.status(report.status), self.words.category(report.category)
        outcome.status, outcome.category = status, category
        if status.state == State.UNMAPPED:
            self._count(self.new_statuses, lapor.STATUS, status.word, report.row)
        if category is None:
            self.no_category.append(report.row)
        elif category.domain_id is None:
            self._count(self.new_categories, lapor.CATEGORY, category.word, report.row)

    def write(self) -> tuple[str, ...]:
        """Store everything; the index keys of what was written."""
        self.words.store()
        Complaint.objects.bulk_create([pair.complaint for pair in self.created], batch_size=CHUNK)
        for pair in (*self.created, *self.changed):
            # Assigned again, because the keys of new words and reports were not known while they were planned.
            pair.outcome.complaint = pair.complaint
            pair.outcome.status, pair.outcome.category = pair.outcome.status, pair.outcome.category
        Outcome.objects.bulk_create([pair.outcome for pair in self.created], batch_size=CHUNK)
        complaints, outcomes = [pair.complaint for pair in self.changed], [pair.outcome for pair in self.changed]
        Complaint.objects.bulk_update(complaints, _COMPLAINT_FIELDS, batch_size=CHUNK // 5)
        Outcome.objects.bulk_update(outcomes, _OUTCOME_FIELDS, batch_size=CHUNK // 5)
        return tuple(sorted(pair.outcome.code for pair in (*self.created, *self.changed)))

    def warnings(self) -> Iterable[Told]:
        """What a person should look at: words nobody mapped, marks nobody knows, marks that were taken away."""
        for column, counter, words in (
            (lapor.STATUS, self.new_statuses, "belum dipetakan ({} laporan). Petakan di “Kata status pengaduan”."),
            (
                lapor.CATEGORY,
                self.new_categories,
                "belum dipetakan ({} laporan). Petakan di “Kata kategori pengaduan”.",
            ),
            (lapor.KIND, self.odd_kinds, "tidak dikenal ({} laporan); diperlakukan sebagai anonim dan rahasia."),
        ):
            heading = self.headings.get(column, column.name)
            for word, number in counter.items():
                message = f"{heading} “{word}” {words.format(number)}"
                yield Told(self.first_row[column, word], heading, message)
        if self.no_category:
            heading = self.headings[lapor.CATEGORY]
            message = f"{heading} kosong pada {len(self.no_category)} laporan; dihitung sebagai belum dipetakan."
            yield Told(self.no_category[0], heading, message)
        for row in self.ahead:
            yield Told(row, self.headings[lapor.DATE], "Laporan ini bertanggal sesudah hari ini. Periksa tanggalnya.")
        for row in self.kept_tight:
            message = "Tanda Anonim atau Rahasia yang dulu ada kini hilang; laporan tetap diperlakukan seperti dulu."
            yield Told(row, self.headings[lapor.KIND], message)


def _public(word: str) -> str:
    """A word that becomes public at once, without anything that looks like personal data."""
    return masked(word)[: lapor.LONGEST_WORD]
