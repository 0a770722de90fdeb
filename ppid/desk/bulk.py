"""Many requests handed to one unit at once: each its own transaction, what failed told case by case, the rest done."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ppid.access import visible_to
from ppid.actions.dispositions import Handed, dispose_many
from ppid.desk import office
from ppid.desk.forms.base import said
from ppid.desk.forms.units import ManyForm
from ppid.law.desk_dates import default_desk_date
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import InformationRequest, Institution
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Standing, of_case, with_due

# As many as a list page shows, twice: beyond, an officer no longer knows what is being handed over.
MOST_CASES = 50


@dataclass(frozen=True)
class Chosen:
    """One chosen case: what the page knows of it, and why it was not handed over, where that was tried."""

    case: InformationRequest
    seen: int
    standing: Standing
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class BulkScreen:
    form: ManyForm
    chosen: tuple[Chosen, ...]
    done: tuple[InformationRequest, ...]
    back_url: str
    left_out: int
    tried: bool = False


def dispose_chosen(request: HttpRequest) -> HttpResponse:
    """GET with `kasus=…` for each chosen case: the form; POST hands them over."""
    now = office.moment(request)
    office.require_actor(request, MoveName.DISPOSE)
    wanted = request.POST if request.method == "POST" else request.GET
    keys = list(dict.fromkeys(int(word) for word in wanted.getlist("kasus") if word.isascii() and word.isdigit()))
    back = reverse("desk_list")
    found: Any = with_due(visible_to(office.roles(request))).filter(pk__in=keys[:MOST_CASES])
    rows = list(found.annotate(last_seen=Max("events__seq")).order_by("governing_due", "pk"))
    if not rows:
        messages.error(request, _("Belum ada permohonan yang dipilih. Centang permohonannya pada daftar."))
        return redirect(back)
    left_out = max(len(keys) - MOST_CASES, 0)
    if request.method != "POST":
        form = ManyForm(initial={"desk_date": _usual(request, rows, now)})
        return _page(request, BulkScreen(form, _chosen(rows, now, {}), (), back, left_out), 200)
    form = ManyForm(request.POST)
    if not form.is_valid():
        return _page(request, BulkScreen(form, _chosen(rows, now, {}, request), (), back, left_out), 400)
    handed = dispose_many(
        cases=[(row, _seen(request, row)) for row in rows],
        **form.cleaned_data,
        **office.said(request, now),
    )
    return _told(request, form, rows, handed, now)


def _told(
    request: HttpRequest, form: ManyForm, rows: Sequence[InformationRequest], handed: Sequence[Handed],
    now: office.Moment,
) -> HttpResponse:  # fmt: skip
    """Back to the list when all went over; else the page with what was done and each refusal at its case."""
    done = tuple(one.case for one in handed if one.refusal is None)
    refused = {one.case.pk: _sentences(one.refusal) for one in handed if one.refusal is not None}
    if not refused:
        text = ngettext(
            "%(count)d permohonan diteruskan ke %(unit)s.", "%(count)d permohonan diteruskan ke %(unit)s.", len(done)
        )
        messages.success(request, text % {"count": len(done), "unit": form.cleaned_data["unit"]})
        return redirect("desk_list")
    left = [row for row in rows if row.pk in refused]
    return _page(request, BulkScreen(form, _chosen(left, now, refused), done, reverse("desk_list"), 0, tried=True), 409)


def _page(request: HttpRequest, screen: BulkScreen, status: int) -> HttpResponse:
    title = _("Disposisi beberapa permohonan")
    return office.page(request, "ppid/desk/bulk.html", screen, title=title, status=status)


def _chosen(
    rows: Sequence[InformationRequest], now: office.Moment, refused: dict[int, tuple[str, ...]],
    request: HttpRequest | None = None,
) -> tuple[Chosen, ...]:  # fmt: skip
    """The cases with what is now seen of them; with `request`, what its page had seen stays what it was."""
    calendar = current_calendar()
    return tuple(
        Chosen(
            case=row,
            seen=(_seen(request, row) if request else None) or row.last_seen or 0,  # type: ignore[attr-defined]
            standing=of_case(row, row.governing_due, calendar, now.on),  # type: ignore[attr-defined]
            problems=refused.get(row.pk, ()),
        )
        for row in rows
    )


def _seen(request: HttpRequest, row: InformationRequest) -> int | None:
    word = request.POST.get(f"seen_{row.pk}", "")
    return int(word) if word.isascii() and word.isdigit() else 0


def _usual(request: HttpRequest, rows: Sequence[InformationRequest], now: office.Moment) -> dt.date | None:
    """The usual desk date of the case that is due next, so that it holds for all that are not late already."""
    known = [row.governing_due for row in rows]  # type: ignore[attr-defined]
    dues = [due for due in known if due is not None and due >= now.on]
    return default_desk_date(
        due=min(dues, default=None),
        on=now.on,
        calendar=current_calendar(),
        days_before=Institution.load(request_or_site=request).desk_days_before,
    )


def _sentences(refusal: Unlawful) -> tuple[str, ...]:
    if isinstance(refusal, Invalid):
        return tuple(said(problem) for problem in refusal.problems)
    return (_(refusal.text) % refusal.values if refusal.values else _(refusal.text),)
