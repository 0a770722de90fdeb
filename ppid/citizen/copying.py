"""The applicant fills in the form for copies of one part (PERKI 1/2021 Ps 35): form and way with what they cost."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ppid.actions import copies
from ppid.citizen.forms_parts import CopyForm
from ppid.citizen.own_case import day_of, own_case, typed_before
from ppid.citizen.own_parts import asked, concerned, part_url
from ppid.citizen.private_pages import private_page
from ppid.law.copies import offers
from ppid.law.fees import rupiah
from ppid.law.procedure import Invalid, MoveName, Unlawful
from ppid.models import InformationRequest, Institution
from ppid.queries.giving import PartRow

PAGE = "track_copy"


@dataclass(frozen=True, slots=True)
class CopyScreen:
    """`others`: name and address of the other parts that are given as copies."""

    number: str
    row: PartRow
    form: CopyForm
    others: tuple[tuple[str, str], ...]


@private_page
@require_http_methods(["GET", "POST"])
@own_case(PAGE)
def copy(request: HttpRequest, case: InformationRequest, now: dt.datetime) -> HttpResponse:
    """Choose, say for whom, and send."""
    on = day_of(request, now)
    rows = concerned(case, MoveName.FILL_COPY_FORM, on)
    if not rows:
        messages.error(request, _("Tidak ada bagian yang menunggu permintaan salinan."))
        return redirect("track_state")
    typed = typed_before(request, PAGE, case)
    row = asked(request, rows)
    row = next((one for one in rows if str(one.number) == typed.get("part")), row)
    choices = _choices(row, Institution.load(request_or_site=request))
    screen = lambda form: CopyScreen(case.number, row, form, _others(rows, row))  # noqa: E731
    if request.method == "GET":
        form = CopyForm(initial={**_start(case, row), **typed}, offers=choices)
        return render(request, "ppid/citizen/copy.html", {"screen": screen(form)})
    form = CopyForm(request.POST, offers=choices)
    status = _sent(request, case, row, form, on, now) if form.is_valid() else 422
    if status == 302:
        return redirect("track_state")
    return render(request, "ppid/citizen/copy.html", {"screen": screen(form)}, status=status)


def _sent(  # noqa: PLR0917
    request: HttpRequest, case: InformationRequest, row: PartRow, form: CopyForm, on: dt.date, now: dt.datetime
) -> int:
    """302 when done, 422 for what the form can mend, 409 when the case says no."""
    try:
        done = copies.fill_copy_form(case=case, part=row.number, wish=form.wish, on=on, at=now)
    except Invalid as invalid:
        form.refused(invalid)
        return 422
    except Unlawful as refused:
        form.add_error(None, _(refused.text) % refused.values if refused.values else _(refused.text))
        return 409
    cost = done.fee.total
    said = _("Permintaan salinan Anda kami terima. Biayanya %(cost)s.") if cost else _("Permintaan Anda kami terima.")
    messages.success(request, said % {"cost": rupiah(cost)} if cost else said)
    return 302


def _choices(row: PartRow, institution: Institution) -> list[tuple[str, str]]:
    forms, ways = dict(InformationRequest.CopyForm.choices), dict(InformationRequest.DeliveryWay.choices)
    found = []
    for one in offers(row.told, institution.fees):
        cost = rupiah(one.fee.total) if one.fee.total else _("tanpa biaya")
        found.append((f"{one.form}:{one.way}", f"{forms[one.form]}, {str(ways[one.way]).lower()}: {cost}"))
    return found


def _start(case: InformationRequest, row: PartRow) -> dict[str, Any]:
    """What was asked for last, else the way of the notice to the own address."""
    before, who = row.copy_request, case.applicant
    always = {"part": row.number, "sheets": row.told.sheets}
    if before is not None:
        return {
            **always, "offer": f"{before.form}:{before.way}", "recipient": before.recipient,
            "address": before.address, "reach": before.reach,
        }  # fmt: skip
    way, form = row.told.delivery_way, next(iter(row.told.forms), "")
    return {
        **always, "offer": f"{form}:{way}" if way else "", "recipient": who.proxy_name or who.name,
        "address": who.proxy_address or who.address, "reach": who.mail_address,
    }  # fmt: skip


def _others(rows: tuple[PartRow, ...], row: PartRow) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, part_url(PAGE, one)) for one in rows if one is not row)
