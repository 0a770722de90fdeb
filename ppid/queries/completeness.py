"""The facts of a completeness check (PERKI 1/2021 Ps 31(2), 33), and what a request seems to lack."""

from collections.abc import Iterable, Mapping, Sequence

from ppid.law import completeness
from ppid.law.completeness import Check, Gap, IncompleteContent
from ppid.law.completing import open_fields
from ppid.law.letters import LetterKind
from ppid.models import Completion, CompletionFile, Deadline, InformationRequest, Letter

FIX = "REQ_APPLICANT_FIX"


def check_of(case: InformationRequest) -> Check:
    """Where the check of `case` stands. Four statements."""
    letter = sent_letter(case)
    came = Completion.objects.filter(case_id=case.pk, sent_at__isnull=False).order_by("-came_on", "-pk").first()
    return Check(
        complete_on=case.complete_on,
        sent_on=letter.sent_on if letter else None,
        delivered_on=letter.delivered_on if letter else None,
        due=Deadline.objects.standing().filter(case_id=case.pk, term=FIX).values_list("due", flat=True).first(),
        came_on=came.came_on if came else None,
        not_completed_on=case.not_completed_on,
        continued=InformationRequest.objects.filter(continues_id=case.pk).exists(),
    )


def check_from(
    case: InformationRequest,
    letters: Iterable[Letter],
    deadlines: Iterable[Deadline],
    completions: Sequence[Completion],
    *,
    continued: bool,
) -> Check:
    """The same from rows at hand: all letters of the case, its standing deadlines, what came (sent ones only)."""
    letter = next((row for row in letters if row.kind == LetterKind.INCOMPLETE and row.sent_at is not None), None)
    return Check(
        complete_on=case.complete_on,
        sent_on=letter.sent_on if letter else None,
        delivered_on=letter.delivered_on if letter else None,
        due=next((row.due for row in deadlines if row.term == FIX), None),
        came_on=max((row.came_on for row in completions if row.came_on is not None), default=None),
        not_completed_on=case.not_completed_on,
        continued=continued,
    )


def sent_letter(case: InformationRequest) -> Letter | None:
    """The incompleteness letter that left; there is one at most."""
    return Letter.objects.filter(case_id=case.pk, kind=LetterKind.INCOMPLETE, sent_at__isnull=False).first()


def values_of(case: InformationRequest) -> Mapping[str, str]:
    """What the request says, by the names of `ppid.law.filing.Filing`."""
    applicant = case.applicant
    return {
        "name": applicant.name, "identity": applicant.identity, "address": applicant.address,
        "phone": applicant.phone, "email": applicant.email, "occupation": applicant.occupation,
        "details": case.details, "purpose": case.purpose, "access_way": case.access_way,
        "copy_form": case.copy_form, "delivery_way": case.delivery_way,
    }  # fmt: skip


def gaps_of(case: InformationRequest) -> tuple[Gap, ...]:
    """What seems to lack, for the officer to judge. One statement."""
    held = case.files.values_list("role", flat=True)
    return completeness.gaps(case.applicant.kind, values=values_of(case), held=held, proxy=case.applicant.proxied)


def asked_of(case: InformationRequest) -> IncompleteContent:
    """What the letter that left asks for; empty before it left."""
    letter = sent_letter(case)
    return IncompleteContent.from_json(letter.content) if letter else IncompleteContent()


def fields_open(case: InformationRequest) -> tuple[str, ...]:
    """The fields that may be filled in now (`ppid.law.completing`)."""
    lacking = {gap.item.field for gap in gaps_of(case)} - {""}
    return open_fields(values_of(case), lacking | asked_of(case).fields)


def wanted_of(case: InformationRequest) -> tuple[tuple[str, str], ...]:
    """What the applicant is asked for, words and article: by the letter that left; before it, what seems to lack."""
    asked = asked_of(case).lines()
    return asked or tuple((gap.item.label, gap.item.article) for gap in gaps_of(case))


def written_answers(case: InformationRequest) -> dict[str, str]:
    """What the applicant has typed so far and not handed in."""
    completion = being_written(case)
    return completion.answers if completion else {}


def pending_papers(case: InformationRequest) -> tuple[tuple[int, str, int, str], ...]:
    """The files stored and not handed in: key, name, size, role; oldest first."""
    rows = CompletionFile.objects.filter(completion__case_id=case.pk, completion__sent_at__isnull=True).order_by("pk")
    return tuple(rows.values_list("pk", "file__name", "file__size", "role"))


def being_written(case: InformationRequest) -> Completion | None:
    return Completion.objects.filter(case_id=case.pk, sent_at__isnull=True).first()
