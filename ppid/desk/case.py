"""The case page: what is asked and by whom, the story, the dates, the letters, and the lawful next moves."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ppid.access import CONFIDENTIAL, Roles, officer_case
from ppid.desk import office
from ppid.desk.buttons import buttons, split
from ppid.desk.case_units import case_threads, standing_disposition
from ppid.desk.dossiers import dossier_url
from ppid.desk.intake_facts import from_intake, notes_on
from ppid.desk.joined_mails import joined_mails
from ppid.desk.mails import mail_rows
from ppid.desk.own_case import own_block
from ppid.desk.parts import part_views
from ppid.desk.readings import readings_url
from ppid.desk.screens import CaseScreen, DueRow, FileRow, LetterRow
from ppid.law.delivering import PROMISE
from ppid.law.extension import TERM
from ppid.law.letters import is_signed
from ppid.law.procedure import DOORWAYS, OFFICERS, State
from ppid.law.terms import term
from ppid.models import CaseFile, Deadline, Hold, InformationRequest, Institution, Letter
from ppid.queries.calendar import current_calendar
from ppid.queries.deadline_calendar import DeadlineCalendar, stored_calendar
from ppid.queries.extension import shown_extension
from ppid.queries.fees import fees_of
from ppid.queries.giving import parts_of
from ppid.queries.standing import of_case
from ppid.queries.timeline import timeline
from ppid.queries.two_clocks import PERKI, UU, two_clocks


@require_GET
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, its story left and its moves right."""
    now, roles = office.moment(request), office.roles(request)
    case = officer_case(request.user, pk, now.on)
    deadlines = list(Deadline.objects.standing().filter(case_id=case.pk))
    governing = next((row for row in deadlines if row.governs), None)
    letters = list(Letter.objects.filter(case_id=case.pk).select_related("draft", "signed"))
    if not roles.sees_all:
        # UU 25/2009 Ps 49: a unit with the rest of the request does not read what is complained of.
        letters = [row for row in letters if row.kind not in CONFIDENTIAL]
    calendar = current_calendar()
    parts = parts_of(case, deadlines, calendar=calendar, on=now.on)
    own = own_block(case, letters, deadlines, roles, now.on)
    offered = buttons(case, letters, roles, governing=governing, own=own.facts, on=now.on, parts=parts)
    moves, inner = split(offered)
    screen = CaseScreen(
        case=case,
        standing=of_case(case, governing.due if governing else None, calendar, now.on),
        calendar=_calendar(governing, now),
        clocks=two_clocks(case, deadlines),
        terms=tuple(
            DueRow(_(term(row.term).title), row.due, row.met_on)
            for row in deadlines
            if not row.governs and row.term not in (UU, PERKI, PROMISE)
        ),
        story=timeline(case, on=now.on, units=None if roles.sees_all else roles.units),
        moves=moves,
        inner_moves=inner,
        disposition=standing_disposition(case),
        threads=case_threads(case, roles, now.on),
        subject=getattr(case, "public_subject", None),
        own=own,
        doorways=tuple((_(row.label), row.article) for row in DOORWAYS if State(case.state) in row.sources),
        letters=tuple(_letter_row(row) for row in letters if row.kind != Letter.Kind.RECEIPT),
        parts=part_views(case, parts, roles),
        fees=fees_of(parts, letters),
        files=tuple(_files(case)),
        receipt_url=_receipt_url(letters),
        dossier_url=dossier_url(case, roles),
        readings_url=readings_url(case, roles),
        facts=tuple(_facts(case)),
        **_hold(case, office.roles(request)),
        mails=mail_rows(case, Institution.load(request_or_site=request)),
        incoming=joined_mails(request, case, now),
        notes=notes_on(case),
        form_url=reverse("desk_form", args=[case.pk]),
        extension=shown_extension(case.pk, deadlines),
    )
    return office.page(request, "ppid/desk/case.html", screen, title=case.number)


def _hold(case: InformationRequest, roles: Roles) -> dict[str, Any]:
    """The desk's label, and where this person sets or removes it."""
    if case.closed_on is not None:
        return {}
    standing = Hold.objects.standing().filter(case_id=case.pk).select_related("held_by").first()
    if not roles.actors & OFFICERS:
        return {"hold": standing}
    return {
        "hold": standing,
        "hold_url": "" if standing else reverse("desk_hold", args=[case.pk]),
        "release_url": reverse("desk_release", args=[case.pk]) if standing else "",
    }


def _calendar(governing: Deadline | None, now: office.Moment) -> DeadlineCalendar | None:
    if governing is None or governing.due is None:
        return None
    return stored_calendar(
        first=governing.from_day,
        due=governing.due,
        trail=governing.trail,
        on=now.on,
        start_note=_("semula") if governing.term == TERM else _("diterima"),
    )


def _letter_row(letter: Letter) -> LetterRow:
    state = "making"
    if letter.kind == Letter.Kind.CONSIDERATION and not letter.content.get("approved_on"):
        state = "waiting"
    elif letter.draft_id is not None and not is_signed(letter.kind):
        state = "given"
    elif letter.sent_at is not None:
        state = "sent"
    elif letter.signed_id is not None:
        state = "signed"
    elif letter.draft_id is not None:
        state = "draft"
    return LetterRow(
        letter=letter,
        state=state,
        naskah_url=reverse("desk_naskah", args=[letter.pk]) if state == "draft" else "",
        check_url=reverse("desk_letter", args=[letter.pk]),
    )


def _receipt_url(letters: list[Letter]) -> str:
    receipt = next((row for row in letters if row.kind == Letter.Kind.RECEIPT and row.draft_id), None)
    return reverse("desk_file", args=[receipt.draft_id]) if receipt else ""


def _files(case: InformationRequest) -> Iterator[FileRow]:
    # What belongs to a part of the answer stands with it.
    for use in CaseFile.objects.filter(case_id=case.pk, delivery__isnull=True).select_related("file").order_by("pk"):
        file = use.file
        yield FileRow(
            file.name, file.size, file.sha256, reverse("desk_file", args=[file.pk]), str(use.get_role_display())
        )


def _facts(case: InformationRequest) -> Iterator[tuple[str, str]]:
    """What the applicant gave, as Annex VI orders it; the identity number shows its last four signs at most."""
    applicant = case.applicant
    yield _("Nama"), applicant.name
    yield _("Jenis pemohon"), str(applicant.get_kind_display())
    if applicant.identity_sealed:
        yield _("NIK atau nomor pengesahan"), applicant.identity_ending
    yield _("Alamat"), applicant.address
    yield _("Telepon"), applicant.phone
    yield _("Surat elektronik"), applicant.email
    yield _("Pekerjaan"), applicant.occupation
    yield from from_intake(case)
    yield _("Tujuan penggunaan"), case.purpose
    yield _("Cara memperoleh"), str(case.get_access_way_display())
    yield _("Bentuk salinan"), str(case.get_copy_form_display())
    yield _("Cara mendapatkan salinan"), str(case.get_delivery_way_display())
    yield _("Saluran"), str(case.get_channel_display())
    yield _("Unit"), case.unit.name if case.unit else _("PPID utama")
