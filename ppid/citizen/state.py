"""The words of a request's state, for the tracking page, the receipt and the list of one's own requests."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.access import PROOF_LASTS
from ppid.citizen import screens
from ppid.citizen.doing import doing_of
from ppid.citizen.own_parts import part_url
from ppid.law.completeness import Stage
from ppid.law.procedure import MoveName, State
from ppid.models import Deadline, InformationRequest, Institution, Objection
from ppid.queries import next_right, tracking
from ppid.queries.calendar import current_calendar
from ppid.queries.extension import ShownExtension
from ppid.queries.giving import PartRow, visit_words
from ppid.queries.next_right import NextRight
from ppid.queries.standing import standing_of_objection
from ppid.queries.tracking import Followed


def state_screen(
    case: InformationRequest, *, on: dt.date, proved: bool, institution: Institution
) -> screens.StateScreen:
    followed = tracking.followed(case, on=on)
    return screens.StateScreen(
        followed=followed,
        heading=_heading(followed),
        chip=chip_of(followed),
        unit=case.unit.name if case.unit else _("PPID utama"),
        why=why(followed),
        proved=proved,
        answered=case.state == State.ANSWERED,
        silent=followed.silent,
        papers=tuple(_row(paper) for paper in tracking.papers(case)) if proved else (),
        doing=doing_of(followed),
        right=_right(followed, institution, on),
        parts=tuple(_part(row, proved=proved) for row in followed.parts),
        payment=next((row.payment for row in followed.parts), ""),
    )


def receipt_screen(case: InformationRequest, *, institution: Institution, on: dt.date) -> screens.ReceiptScreen:
    followed = tracking.followed(case, on=on)
    there = case.received_at.astimezone(institution.zone)
    return screens.ReceiptScreen(
        followed=followed,
        code=case.tracking_code,
        received_time=f"{there:%H.%M} {Institution.Zone(institution.time_zone).name}",
        name=case.applicant.name,
        details=case.details,
        by_mail=bool(case.applicant.mail_address),
        chip=chip_of(followed),
        why=why(followed),
    )


def my_cases_screen(
    cases: Iterable[InformationRequest], objected: Sequence[Objection], *, on: dt.date
) -> screens.MyCasesScreen:
    rows = tuple(
        screens.Mine(
            number=followed.case.number,
            received_on=followed.case.received_on,
            state=followed.case.get_state_display(),
            chip=chip_of(followed),
            href=reverse("my_case", args=[followed.case.reference]),
        )
        for followed in tracking.followed_all(list(cases), on=on)
    )
    rows += tuple(_objected(objected, on))
    return screens.MyCasesScreen(rows, minutes=int(PROOF_LASTS.total_seconds() // 60))


def _objected(cases: Sequence[Objection], on: dt.date) -> Iterable[screens.Mine]:
    due = {
        row.case_id: row.due
        for row in Deadline.objects.standing().filter(case_id__in=[case.pk for case in cases], governs=True)
    }
    calendar = current_calendar() if cases else None
    for case in cases:
        if calendar is None:
            return
        stands = standing_of_objection(case, due.get(case.pk), calendar, on)
        yield screens.Mine(
            number=case.number,
            received_on=case.received_on,
            state=_("Keberatan: %(state)s") % {"state": case.get_state_display()},
            chip=screens.Chip(stands.text, stands.tone),
            href=reverse("my_case", args=[case.reference]),
        )


def _right(followed: Followed, institution: Institution, on: dt.date) -> NextRight | None:
    if followed.known is None:
        return None
    return next_right.of_request(followed.case, followed.known, due=followed.due, institution=institution, on=on)


def chip_of(followed: Followed) -> screens.Chip:
    """The deadline in a few words and a tone, never by colour alone."""
    return screens.Chip(followed.standing.text, followed.standing.tone)


def why(followed: Followed) -> str:
    """One sentence under the calendar: how the date came about, with the article and the decrees."""
    if followed.extension is not None:
        return _why_extended(followed, followed.extension)
    if followed.due is None or followed.calendar is None:
        return _(
            "Sepuluh hari kerja sejak permohonan diterima (UU 14/2008 Pasal 22 ayat 7). Keputusan hari libur untuk "
            "tahun itu (SKB 3 Menteri) belum dimuat, sehingga tanggalnya belum dapat dihitung. Jumlah harinya tetap."
        )
    if followed.calendar.counts(followed.first):
        counted = _(
            "%(length)d hari kerja sejak permohonan diterima pada %(first)s; hari penerimaan ikut dihitung "
            "(UU 14/2008 Pasal 22 ayat 7)."
        )
    else:
        counted = _(
            "%(length)d hari kerja sejak permohonan diterima pada %(first)s; hari penerimaan tidak dihitung "
            "(UU 14/2008 Pasal 22 ayat 7)."
        )
    words = counted % {"length": followed.length, "first": date_format(followed.first, "j F Y")}
    if followed.calendar.decrees:
        words += " " + _("Hari libur menurut %(decrees)s.") % {"decrees": "; ".join(followed.calendar.decrees)}
    return words


def _why_extended(followed: Followed, extension: ShownExtension) -> str:
    words = _(
        "%(days)d hari kerja setelah hari terakhir semula, %(old)s, dengan surat perpanjangan yang disampaikan "
        "%(sent)s (UU 14/2008 Pasal 22 ayat 8; PERKI 1/2021 Pasal 36)."
    ) % {
        "days": extension.days,
        "old": date_format(extension.old, "l, j F Y"),
        "sent": date_format(extension.sent_on, "j F Y"),
    }
    if extension.new is None:
        words += " " + _("Tanggalnya dihitung setelah keputusan hari libur (SKB 3 Menteri) tahun itu dimuat.")
    elif followed.calendar is not None and followed.calendar.decrees:
        words += " " + _("Hari libur menurut %(decrees)s.") % {"decrees": "; ".join(followed.calendar.decrees)}
    return words


def _heading(followed: Followed) -> str:
    ended = {
        State.HANDED_OVER: _("Yang Anda sampaikan diserahkan ke meja pengaduan"),
        State.WITHDRAWN: _("Permohonan Anda sudah dicabut"),
        State.CLOSED: _("Permohonan ini ditutup dengan catatan"),
    }
    if followed.case.state in ended:
        return ended[State(followed.case.state)]
    if followed.answered_on:
        return _("Permohonan Anda sudah dijawab")
    if followed.silent:
        return _("Permohonan Anda belum dijawab")
    if followed.stage in (Stage.TRAVELLING, Stage.WAITING):
        return _("Permohonan Anda perlu dilengkapi")
    return _("Permohonan Anda sedang dijawab")


def _part(row: PartRow, *, proved: bool) -> screens.PartView:
    kept = [*row.files, *([row.note] if row.note else [])] if proved else []
    asked = row.copy_request
    return screens.PartView(
        row=row,
        chip=screens.Chip(row.chip, row.tone),
        material=row.part.material if proved else "",
        files=tuple(
            screens.Row(
                name=file.name, size=file.size, href=reverse("letter_download", args=[file.pk]), sha256=file.sha256,
                title=row.note_title if file is row.note else file.name,
            )
            for file in kept
        ),
        visit=tuple(_visit(row)) if proved else (),
        copy=f"{asked.get_form_display()}, {asked.get_way_display()}" if asked and proved else "",
        copy_url=part_url("track_copy", row) if row.concerned_by(MoveName.FILL_COPY_FORM) else "",
        viewing_url=part_url("track_viewing", row) if row.concerned_by(MoveName.CHOOSE_VIEWING) else "",
    )  # fmt: skip


def _visit(row: PartRow) -> Iterable[str]:
    viewing = row.viewing
    if viewing is not None and viewing.agreed is not None and row.delivered_on is None:
        yield visit_words(viewing.agreed)
        yield viewing.place


def _row(paper: tracking.Paper) -> screens.Row:
    return screens.Row(
        name=paper.name,
        size=paper.size,
        href=reverse("letter_download", args=[paper.pk]),
        sha256=paper.sha256,
        title=paper.title,
    )
