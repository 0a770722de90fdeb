"""The register of objections: PERKI 1/2021 Ps 43(2) ∪ Annex XI for the office, without persons for everybody."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ppid.law.calendar import Calendar, MissingDecree
from ppid.law.objections import Ground
from ppid.law.procedure import STATE_LABELS, State
from ppid.law.ruling import RulingContent
from ppid.models import Letter, Objection
from ppid.queries.register_columns import TICK, Column


@dataclass(frozen=True, slots=True)
class Line:
    """One objection as the office's register writes it. `identity`: whole only where it was asked for."""

    pk: int
    number: str
    received_on: dt.date
    name: str
    identity: str
    address: str
    contact: str
    occupation: str
    proxy: str
    request: str
    subject: str
    purpose: str
    grounds: frozenset[str]
    reasons: str
    decision: str
    why: str
    answered_on: dt.date | None
    superior: str
    reply: str
    notes: str


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One objection as everybody may read it: no person, no words of theirs. `days`: working days to the answer."""

    number: str
    received_on: dt.date
    request: str
    grounds: str
    decision: str
    days: int | None


def in_year(cases: QuerySet[Objection], year: int | None) -> QuerySet[Objection]:
    """The objections received in `year`, all without one; the newest first."""
    found = cases.filter(received_on__year=year) if year is not None else cases
    return found.order_by("-registered_at", "-pk")


def years_of(cases: QuerySet[Objection]) -> list[int]:
    return [day.year for day in cases.order_by().dates("received_on", "year", order="DESC")]


def lines_of(cases: Sequence[Objection], *, whole_identity: bool = False) -> list[Line]:
    """The lines of `cases` (each with applicant and request). Five statements, however many."""
    keys = [case.pk for case in cases]
    rows = Objection.objects.filter(pk__in=keys).prefetch_related("grounds", "replies", "settlements")
    more = {row.pk: row for row in rows}
    answers = _answers(keys)
    return [_line(case, more[case.pk], answers.get(case.pk), whole=whole_identity) for case in cases]


def public_lines_of(cases: Iterable[Objection], calendar: Calendar) -> list[PublicLine]:
    """The lines for everybody. `cases` from `for_public`."""
    return [
        PublicLine(
            number=case.number,
            received_on=case.received_on,
            request=case.request.number if case.request else "",
            grounds=", ".join(row.ground for row in case.grounds.all()),
            decision=decision_words(case),
            days=_days(calendar, case.received_on, case.answered_on),
        )
        for case in cases
    ]


def for_public(cases: QuerySet[Objection]) -> QuerySet[Objection]:
    """Only the columns that a public line reads."""
    fields = ("number", "received_on", "registered_at", "state", "outcome", "answered_on", "request__number")
    return cases.select_related("request").prefetch_related("grounds").only(*fields)


def decision_words(case: Objection) -> str:
    """The superior's decision, else how far it is."""
    if case.outcome:
        return str(case.get_outcome_display())
    return _("Belum ditanggapi") if case.state == State.REGISTERED else _(STATE_LABELS[State(case.state)])


def _answers(keys: Sequence[int]) -> Mapping[int, Letter]:
    rows = Letter.objects.filter(case_id__in=keys, kind=Letter.Kind.RULING, sent_on__isnull=False)
    return {row.case_id: row for row in rows}


def _line(case: Objection, more: Objection, answer: Letter | None, *, whole: bool) -> Line:
    applicant = case.applicant
    grounds = list(more.grounds.all())
    notes = [_("alasan %(letter)s diajukan terlambat") % {"letter": row.ground} for row in grounds if row.late]
    notes += [_("musyawarah %(day)s") % {"day": date_format(row.agreed_on)} for row in more.settlements.all()]
    if case.fulfilled_on:
        notes.append(_("perintah dilaksanakan %(day)s") % {"day": date_format(case.fulfilled_on)})
    return Line(
        pk=case.pk, number=case.number, received_on=case.received_on, name=applicant.name,
        identity=applicant.identity if whole else applicant.identity_ending, address=applicant.address,
        contact=", ".join(part for part in (applicant.phone, applicant.email) if part),
        occupation=applicant.occupation, proxy=applicant.proxy_name,
        request=case.request.number if case.request else "", subject=case.subject, purpose=case.purpose,
        grounds=frozenset(row.ground for row in grounds), reasons=case.reasons, decision=decision_words(case),
        why=RulingContent.from_json(answer.content).reasons if answer else "", answered_on=case.answered_on,
        superior=", ".join(part for part in (answer.signer_name, answer.signer_position) if part) if answer else "",
        reply="; ".join(f"{row.get_content_display()} {row.text}".strip() for row in more.replies.all()),
        notes="; ".join(notes),
    )  # fmt: skip


def _days(calendar: Calendar, start: dt.date, end: dt.date | None) -> int | None:
    try:
        return calendar.working_days_between(start, end) if end else None
    except MissingDecree:
        return None


def _ticked(ground: Ground) -> Callable[[Line], str]:
    """One of the seven tick columns of Annex XI."""
    return lambda line: TICK if ground in line.grounds else ""


OFFICIAL: tuple[Column[Line], ...] = (
    Column(gettext_lazy("Nomor keberatan"), lambda line: line.number, 22),
    Column(gettext_lazy("Tanggal diterima"), lambda line: line.received_on, 20),
    Column(gettext_lazy("Nama"), lambda line: line.name, 26),
    Column(gettext_lazy("NIK atau nomor pengesahan badan hukum"), lambda line: line.identity, 22),
    Column(gettext_lazy("Alamat"), lambda line: line.address, 30),
    Column(gettext_lazy("Nomor kontak"), lambda line: line.contact, 24),
    Column(gettext_lazy("Pekerjaan"), lambda line: line.occupation, 18),
    Column(gettext_lazy("Kuasa"), lambda line: line.proxy, 22),
    Column(gettext_lazy("Nomor pendaftaran permohonan"), lambda line: line.request, 20),
    Column(gettext_lazy("Informasi yang diminta"), lambda line: line.subject, 50),
    Column(gettext_lazy("Tujuan penggunaan"), lambda line: line.purpose, 30),
    *(Column(f"Ps 35 (1) {ground}", _ticked(ground), 8) for ground in Ground),
    Column(gettext_lazy("Alasan dengan kata-kata pemohon"), lambda line: line.reasons, 40),
    Column(gettext_lazy("Keputusan atasan PPID"), lambda line: line.decision, 30),
    Column(gettext_lazy("Alasan penolakan atau pemberian"), lambda line: line.why, 40),
    Column(
        gettext_lazy("Hari tanggapan"),
        lambda line: date_format(line.answered_on, "l") if line.answered_on else "", 12,
    ),
    Column(gettext_lazy("Tanggal tanggapan"), lambda line: line.answered_on, 20),
    Column(gettext_lazy("Nama dan posisi atasan PPID"), lambda line: line.superior, 34),
    Column(gettext_lazy("Tanggapan pemohon"), lambda line: line.reply, 30),
    Column(gettext_lazy("Catatan"), lambda line: line.notes, 30),
)  # fmt: skip
PUBLIC: tuple[Column[PublicLine], ...] = (
    Column(gettext_lazy("Nomor keberatan"), lambda line: line.number, 22),
    Column(gettext_lazy("Tanggal diterima"), lambda line: line.received_on, 20),
    Column(gettext_lazy("Nomor permohonan"), lambda line: line.request, 20),
    Column(gettext_lazy("Alasan (Ps 35 ayat 1)"), lambda line: line.grounds, 14),
    Column(gettext_lazy("Keputusan atasan PPID"), lambda line: line.decision, 40),
    Column(gettext_lazy("Hari kerja sampai ditanggapi"), lambda line: line.days, 14),
)
