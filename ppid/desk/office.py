"""Who stands at the desk, on which day, and how a page of the desk is shown inside the Wagtail admin."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ppid.access import Roles, roles_of
from ppid.law import procedure_objection
from ppid.law.procedure import MoveName, move
from ppid.models import Case, Institution
from ppid.models.people import BODY_ROLES, Role

DESK_ROLES = BODY_ROLES | {Role.ASSISTANT}


@dataclass(frozen=True)
class Room:
    """A page of the desk beside the others: the list, the units' questions, the register."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Moment:
    """Now: the body's day and the aware moment. The only clock of the desk is read here."""

    on: dt.date
    at: dt.datetime


def moment(request: HttpRequest) -> Moment:
    at = timezone.now()
    return Moment(Institution.load(request_or_site=request).day_of(at), at)


def said(request: HttpRequest, now: Moment) -> dict[str, Any]:
    """What every action is told besides its own words."""
    return {"acting_user": request.user, "on": now.on, "at": now.at}


def roles(request: HttpRequest) -> Roles:
    """The person's roles today, asked once a page: menu, panel and view share them."""
    known = getattr(request, "_desk_roles", None)
    if known is None:
        known = roles_of(request.user, moment(request).on)
        request._desk_roles = known  # type: ignore[attr-defined]
    return known


def at_desk(request: HttpRequest) -> bool:
    """Whether this person has anything to do at the desk."""
    return bool(roles(request).roles & DESK_ROLES)


def rooms(request: HttpRequest) -> tuple[Room, ...]:
    """The desk's rooms for this person, in the order of the day's work."""
    names = [
        ("desk_list", _("Semua permohonan")),
        ("desk_objections", _("Keberatan")),
        ("desk_messages", _("Pertanyaan antarunit")),
    ]
    if roles(request).sees_all:
        names.append(("desk_inbox", _("Surel masuk")))
        names.append(("desk_superior", _("Menunggu atasan")))
        names.append(("desk_complaints", _("Aduan yang diserahkan")))
    names.append(("desk_register", _("Buku register")))
    if roles(request).roles & {Role.PPID, Role.SUPERIOR}:
        names.append(("desk_disputes", _("Sengketa")))
    return tuple(Room(label, reverse(name), request.path == reverse(name)) for name, label in names)


def page(
    request: HttpRequest,
    template: str,
    screen: Any,
    *,
    title: str,
    trail: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    """A page with Wagtail's furniture. `trail`: (address, label) between the desk's list and this page."""
    desk = [{"url": reverse("desk_list"), "label": _("Permohonan")}] if at_desk(request) else []
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Beranda")},
        *desk,
        *({"url": url, "label": label} for url, label in trail),
        {"url": "", "label": title},
    ]
    context = {
        "screen": screen,
        "header_title": title,
        "page_title": title,
        "breadcrumbs_items": crumbs,
        "header_icon": "mail",
    }
    return render(request, template, context, status=status)


def may_handle_mail(request: HttpRequest) -> bool:
    """Whether this person decides about mail that came in."""
    return bool(move(MoveName.FILE).actors & roles(request).actors)


def local(request: HttpRequest, at: dt.datetime) -> dt.datetime:
    """The moment in the body's time zone."""
    return at.astimezone(Institution.load(request_or_site=request).zone)


def role_word(request: HttpRequest) -> str:
    """The role under which a file is read, for the log of readings."""
    return next((str(role) for role in Role if role in roles(request)), "")


def require_objection_actor(request: HttpRequest) -> None:
    """403 for a person who registers no objection."""
    if not procedure_objection.move(MoveName.FILE).actors & roles(request).actors:
        raise PermissionDenied


def case_address(case: Case) -> str:
    """The case's page at the desk, whatever its kind."""
    names = {Case.Kind.OBJECTION: "desk_objection", Case.Kind.DISPUTE: "desk_dispute"}
    return reverse(names.get(Case.Kind(case.kind), "desk_case"), args=[case.pk])


def require_actor(request: HttpRequest, name: MoveName) -> None:
    """403 for a person who never makes this move."""
    if not move(name).actors & roles(request).actors:
        raise PermissionDenied
