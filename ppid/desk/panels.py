"""The home panel "Hari ini" and the menu's item, for whoever works at the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from ppid.access import Roles, incoming_mails, messages_visible_to, objections_visible_to, visible_to
from ppid.desk import office
from ppid.desk.screens import TodayScreen
from ppid.models import Role
from ppid.queries.calendar import current_calendar
from ppid.queries.desk import Waiting
from ppid.queries.objections import Waiting as Objected
from ppid.queries.objections import waiting
from ppid.queries.overdue import Inside, Today, Unregistered, inside, today, unregistered
from ppid.queries.standing import Word


@dataclass(frozen=True)
class Tile:
    """A number with the list behind it; `tone` as in components/chip.html."""

    number: int
    label: str
    href: str
    tone: str = "quiet"


@dataclass(frozen=True)
class Group:
    """Tiles under one heading."""

    title: str
    tiles: tuple[Tile, ...]


class TodayPanel(Component):
    """What today asks for: what is due, what waits for this person, what waits for others."""

    name = "desk_today"
    template_name = "ppid/desk/today.html"
    order = 50

    class Media:
        css = {"all": ("ppid/desk.css",)}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        now, roles = office.moment(request), office.roles(request)
        cases = visible_to(roles)
        questions = messages_visible_to(roles).waiting_for(roles.units, main=roles.works_main)
        calendar = current_calendar()
        numbers = today(cases, calendar, now.on)
        mails = unregistered(incoming_mails(roles), calendar, now.on) if roles.sees_all else None
        objected = waiting(objections_visible_to(roles), now.on)
        shown = groups(roles, numbers, inside(cases, questions, now.on), objected, mails)
        return {"screen": TodayScreen(shown, reverse("desk_list"), now.on)}


def groups(
    roles: Roles, numbers: Today, work: Inside, objected: Objected | None = None, mails: Unregistered | None = None
) -> tuple[Group, ...]:
    """The panel of one person, empty groups left out."""
    named = (
        Group(_("Tenggat"), tuple(_due(numbers))),
        Group(_("Menunggu saya"), (*_mails(roles, mails), *_mine(roles, numbers, work))),
        Group(_("Menunggu orang lain"), tuple(_others(roles, numbers))),
        Group(_("Keberatan"), tuple(_objected(objected)) if objected else ()),
    )
    return tuple(group for group in named if group.tiles)


def _due(numbers: Today) -> Iterator[Tile]:
    yield Tile(numbers.late, _("Terlambat"), _listed(Word.LATE), "late")
    yield Tile(numbers.due_today, _("Hari terakhir"), _listed(Word.DUE_TODAY), "soon")
    yield Tile(numbers.soon, _("Segera jatuh tempo"), _listed(Word.SOON), "soon")
    if numbers.undated:
        yield Tile(numbers.undated, _("Tanggal menunggu SKB"), _listed(Word.UNDATED), "late")


def _objected(numbers: Objected) -> Iterator[Tile]:
    """What of the objections waits; nothing takes no room."""
    href = reverse("desk_objections")
    if numbers.open:
        yield Tile(numbers.open, _("Menunggu tanggapan atasan"), href, "soon")
    if numbers.late:
        yield Tile(numbers.late, _("Lewat waktu"), f"{href}?keadaan=terlambat", "late")
    if numbers.ordered:
        yield Tile(numbers.ordered, _("Perintah menunggu dilaksanakan"), f"{href}?keadaan=perintah", "soon")


def _mails(roles: Roles, mails: Unregistered | None) -> Iterator[Tile]:
    """Mail that is no request yet, for whoever registers it, with the days left to the one that came first."""
    if mails is not None and mails.oldest is not None and roles.works_main:
        label = _("Surel belum didaftar (%(left)s)") % {"left": mails.oldest.text}
        tone = "quiet" if mails.oldest.tone == "ok" else mails.oldest.tone
        yield Tile(mails.number, label, reverse("desk_inbox"), tone)


def _mine(roles: Roles, numbers: Today, work: Inside) -> Iterator[Tile]:
    """What nobody moves before this person does."""
    if Role.SUPERIOR in roles:
        yield Tile(numbers.to_approve, _("Usulan menunggu keputusan saya"), reverse("desk_superior"), "soon")
    if roles.works_main or Role.ASSISTANT in roles:
        yield Tile(work.answers, _("Menunggu jawaban saya"), reverse("desk_messages"), "soon")
        yield Tile(work.desk_dates, _("Tanggal internal jatuh tempo"), _listed(Waiting.DESK_DATE), "soon")
    if Role.PPID in roles:
        yield Tile(numbers.to_sign, _("Konsep menunggu tanda tangan"), _listed(Waiting.SIGNATURE))
        yield Tile(work.subjects, _("Ringkasan menunggu persetujuan"), _listed(Waiting.SUBJECT))
    if roles.works_main:
        yield Tile(numbers.to_send, _("Surat menunggu disampaikan"), _listed(Waiting.SENDING))
    if roles.sees_all and numbers.complaints:
        yield Tile(numbers.complaints, _("Aduan belum selesai"), reverse("desk_complaints"))
    # Troubles that should not be there take no room while they are not.
    if numbers.mail_failed:
        yield Tile(numbers.mail_failed, _("Surel tidak sampai"), _listed(Waiting.MAIL), "late")


def _others(roles: Roles, numbers: Today) -> Iterator[Tile]:
    if Role.SUPERIOR not in roles:
        href = reverse("desk_superior") if roles.sees_all else _listed(Waiting.SUPERIOR)
        yield Tile(numbers.to_approve, _("Usulan menunggu atasan"), href)
    if Role.PPID not in roles:
        yield Tile(numbers.to_sign, _("Konsep menunggu tanda tangan"), _listed(Waiting.SIGNATURE))
    if not roles.works_main:
        yield Tile(numbers.to_send, _("Surat menunggu disampaikan"), _listed(Waiting.SENDING))


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return office.at_desk(request)


def _listed(word: Word | Waiting) -> str:
    return f"{reverse('desk_list')}?{urlencode({'keadaan': word})}"
