"""What the case page shows of the applicant's own acts, of the completeness check and of the marks."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.access import Roles, visible_to
from ppid.law.applicant_papers import FIELDS
from ppid.law.completeness import UU_DOUBT, Check, Stage
from ppid.models import (
    ApplicantEnding,
    CaseFlag,
    Completion,
    Deadline,
    InformationRequest,
    Letter,
    PartWithdrawal,
)
from ppid.queries.completeness import check_from
from ppid.queries.marks import Shown, marks_of, repeats, shown, with_marks
from ppid.queries.timeline_words import day_words

# How many earlier requests are linked; the rest is a number.
MOST_LINKS = 5


@dataclass(frozen=True)
class CompletedRow:
    """One completion: when and how it came, which fields, what the applicant explained."""

    words: str
    fields: tuple[str, ...]
    explanation: str


@dataclass(frozen=True)
class OwnFacts:
    """What the moves ask: where the check stands, whether the applicant is no more and nobody goes on, whether the
    case is marked as annoying."""

    check: Check
    ended: bool = False
    flagged: bool = False


@dataclass(frozen=True)
class OwnBlock:
    """`check` says where the completeness check stands; `doubt` why the UU clock runs on, empty where nobody waits.

    `repeats` and `related` are labels with addresses, `parts` and `endings` sentences.
    """

    marks: tuple[Shown, ...]
    check: str
    doubt: str
    completions: tuple[CompletedRow, ...]
    parts: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    flag: str
    repeats: tuple[tuple[str, str], ...]
    more_repeats: int
    related: tuple[tuple[str, str], ...]
    facts: OwnFacts


def own_block(
    case: InformationRequest, letters: Sequence[Letter], deadlines: Sequence[Deadline], roles: Roles, on: dt.date
) -> OwnBlock:
    """Gathered for one case, from what its page has read already. One statement where there is nothing to tell."""
    row = with_marks(InformationRequest.objects.all()).get(pk=case.pk)
    completions = _completions(case) if row.mark_completed else []
    check = check_from(case, letters, deadlines, completions, continued=row.mark_continued)
    stage = check.stage(on)
    flag = CaseFlag.objects.filter(case_id=case.pk, lifted_on__isnull=True).first() if row.mark_annoying else None
    earlier, more = _earlier(case, roles) if row.mark_repeated else ((), 0)
    return OwnBlock(
        marks=shown(marks_of(row)),
        check=_check_words(check, stage),
        doubt=_(UU_DOUBT) if stage in {Stage.WAITING, Stage.EXPIRED, Stage.NOT_COMPLETED, Stage.TRAVELLING} else "",
        completions=tuple(_completed(completions)),
        parts=tuple(_parts(case)) if row.mark_part else (),
        endings=tuple(_endings(case)) if row.mark_ending else (),
        flag=flag.note if flag else "",
        repeats=earlier,
        more_repeats=more,
        related=tuple(_related(case, roles)) if case.continues_id or row.mark_continued else (),
        facts=OwnFacts(check, ended=row.mark_ended, flagged=row.mark_annoying),
    )


def _completions(case: InformationRequest) -> list[Completion]:
    return list(Completion.objects.filter(case_id=case.pk, sent_at__isnull=False).order_by("pk"))


def _earlier(case: InformationRequest, roles: Roles) -> tuple[tuple[tuple[str, str], ...], int]:
    """The newest requests that this one repeats, and how many more. Only what this person may see is linked."""
    found = list(repeats(case)[:MOST_LINKS])
    seen = set(visible_to(roles).filter(pk__in=[row.pk for row in found]).values_list("pk", flat=True))
    labels = ((f"{row.number}, {day_words(row.received_on)}", _url(row.pk) if row.pk in seen else "") for row in found)
    return tuple(labels), max(repeats(case).count() - MOST_LINKS, 0)


def _url(pk: int) -> str:
    return reverse("desk_case", args=[pk])


def _parts(case: InformationRequest) -> Iterator[tuple[str, str]]:
    for part in PartWithdrawal.objects.filter(case_id=case.pk):
        said = {"day": day_words(part.withdrawn_on), "by": str(part.get_by_display()).lower()}
        yield _("Dicabut %(day)s (%(by)s)") % said, part.part


def _check_words(check: Check, stage: Stage) -> str:
    """One sentence; empty while nothing was asked and nothing came."""
    said = {
        "sent": day_words(check.sent_on) if check.sent_on else "",
        "due": day_words(check.due) if check.due else _("(menunggu SKB)"),
        "came": day_words(check.came_on) if check.came_on else "",
        "noted": day_words(check.not_completed_on) if check.not_completed_on else "",
    }
    words = {
        Stage.TRAVELLING: _("Surat keterangan tidak lengkap disampaikan %(sent)s; catat kapan diterima pemohon."),
        Stage.WAITING: _("Menunggu pemohon melengkapi sampai %(due)s."),
        Stage.EXPIRED: _("Waktu pemohon melengkapi lewat %(due)s. Catat tidak dilengkapi, atau periksa tetap."),
        Stage.COMPLETED: _("Dilengkapi %(came)s. Periksa, lalu nyatakan lengkap."),
        Stage.NOT_COMPLETED: _("Dicatat tidak dilengkapi %(noted)s. Bukan penolakan; kewajiban menurut UU tetap."),
    }.get(stage, "")
    if stage is Stage.COMPLETED and check.late:
        words = _("Dilengkapi %(came)s, sesudah batas %(due)s. Periksa tetap, atau daftarkan sebagai permohonan baru.")
    return words % said if words else ""


def _completed(completions: Sequence[Completion]) -> Iterator[CompletedRow]:
    labels = {field.name: _(field.label) for field in FIELDS}
    labels |= {"phone": _("Telepon"), "email": _("Surat elektronik"), "copy_form": _("Bentuk salinan")}
    for row in completions:
        answers = row.answers
        how = str(row.get_how_display()).lower()
        yield CompletedRow(
            words=_("%(day)s melalui %(how)s") % {"day": day_words(row.came_on) if row.came_on else "", "how": how},
            fields=tuple(labels.get(name, name) for name in sorted(answers) if name != "explanation"),
            explanation=answers.get("explanation", ""),
        )


def _endings(case: InformationRequest) -> Iterator[str]:
    for row in ApplicantEnding.objects.filter(case_id=case.pk).select_related("former", "successor"):
        said = {
            "name": row.former.name, "kind": str(row.get_kind_display()).lower(), "day": day_words(row.happened_on),
            "successor": row.successor.name if row.successor else "", "relation": row.relation,
        }  # fmt: skip
        yield _("%(name)s: %(kind)s pada %(day)s.") % said
        if row.continued_on:
            yield _("Dilanjutkan oleh %(successor)s (%(relation)s).") % said
        elif row.closed_on:
            yield _("Tidak dilanjutkan: %(note)s") % {"note": row.note}


def _related(case: InformationRequest, roles: Roles) -> Iterator[tuple[str, str]]:
    """The request whose late completion this one is, and the other way round."""
    visible = visible_to(roles)
    if case.continues_id and (old := visible.filter(pk=case.continues_id).first()):
        yield _("Melanjutkan permohonan %(number)s") % {"number": old.number}, _url(old.pk)
    for new in visible.filter(continues_id=case.pk).order_by("pk"):
        yield _("Dilanjutkan sebagai %(number)s") % {"number": new.number}, _url(new.pk)
