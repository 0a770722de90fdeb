"""The applicant chooses when to see a part at the office (PERKI 1/2021 Ps 35)."""

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ppid.actions import viewings
from ppid.citizen.forms_parts import ChooseForm
from ppid.citizen.own_case import day_of, own_case, typed_before
from ppid.citizen.own_parts import asked, concerned, part_url
from ppid.citizen.private_pages import private_page
from ppid.law.procedure import Invalid, MoveName, Unlawful
from ppid.models import InformationRequest, Institution
from ppid.queries.giving import PartRow, visit_words

PAGE = "track_viewing"


@dataclass(frozen=True, slots=True)
class ChooseScreen:
    """`past`: every time that was offered is over; `others`: name and address of the other parts."""

    number: str
    row: PartRow
    place: str
    form: ChooseForm
    past: bool
    others: tuple[tuple[str, str], ...]


@private_page
@require_http_methods(["GET", "POST"])
@own_case(PAGE)
def choose(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """The times that are still to come, one of them chosen."""
    on = day_of(request, now)
    rows = concerned(case, MoveName.CHOOSE_VIEWING, on)
    if not rows:
        messages.error(request, _("Tidak ada waktu melihat yang menunggu pilihan Anda."))
        return redirect("track_state")
    row = asked(request, rows)
    slots = _slots(row, now.astimezone(Institution.load(request_or_site=request).zone))
    if request.method == "GET":
        start = {"part": row.number, **typed_before(request, PAGE, case)}
        return _page(request, case, rows, row, ChooseForm(initial=start, slots=slots))
    form = ChooseForm(request.POST, slots=slots)
    if not form.is_valid():
        return _page(request, case, rows, row, form, status=422)
    try:
        viewings.choose(case=case, part=row.number, slot=form.cleaned_data["slot"], on=on, at=now)
    except Invalid as invalid:
        form.refused(invalid)
        return _page(request, case, rows, row, form, status=422)
    except Unlawful as refused:
        form.add_error(None, _(refused.text) % refused.values if refused.values else _(refused.text))
        return _page(request, case, rows, row, form, status=409)
    messages.success(request, _("Waktu Anda sudah kami catat. Bawalah nomor permohonan dan kartu identitas."))
    return redirect("track_state")


def _slots(row: PartRow, there: dt.datetime) -> list[tuple[str, str]]:
    times = row.viewing.times if row.viewing else ()
    return [(str(place), visit_words(slot)) for place, slot in enumerate(times) if not slot.begun(there)]


def _page(
    request: HttpRequest, case: InformationRequest, rows: tuple[PartRow, ...], row: PartRow, form: ChooseForm, *,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    screen = ChooseScreen(
        number=case.number,
        row=row,
        place=row.viewing.place if row.viewing else "",
        form=form,
        past=not form.fields["slot"].choices,  # type: ignore[attr-defined]
        others=tuple((one.name, part_url(PAGE, one)) for one in rows if one is not row),
    )
    return render(request, "ppid/citizen/viewing.html", {"screen": screen}, status=status)
