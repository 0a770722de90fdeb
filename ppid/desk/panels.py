"""The home panel "Hari ini" and the menu's item, for whoever works at the desk."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from ppid.access import visible_to
from ppid.desk import office
from ppid.desk.screens import TodayScreen
from ppid.queries.calendar import current_calendar
from ppid.queries.desk import Waiting
from ppid.queries.overdue import today
from ppid.queries.standing import Word


@dataclass(frozen=True)
class Tile:
    """A number with the list behind it; `tone` as in components/chip.html."""

    number: int
    label: str
    href: str
    tone: str


class TodayPanel(Component):
    """What today asks for: late, due today, due soon, waiting for a signature, waiting to be sent."""

    name = "desk_today"
    template_name = "ppid/desk/today.html"
    order = 50

    class Media:
        css = {"all": ("ppid/desk.css",)}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        now = office.moment(request)
        numbers = today(visible_to(office.roles(request)), current_calendar(), now.on)
        tiles = (
            Tile(numbers.late, _("Terlambat"), _listed(Word.LATE), "late"),
            Tile(numbers.due_today, _("Hari terakhir"), _listed(Word.DUE_TODAY), "soon"),
            Tile(numbers.soon, _("Segera jatuh tempo"), _listed(Word.SOON), "soon"),
            Tile(numbers.to_sign, _("Konsep menunggu tanda tangan"), _listed(Waiting.SIGNATURE), "quiet"),
            Tile(numbers.to_send, _("Surat menunggu disampaikan"), _listed(Waiting.SENDING), "quiet"),
            Tile(numbers.to_approve, _("Penolakan menunggu atasan"), _listed(Waiting.SUPERIOR), "quiet"),
            Tile(numbers.mail_failed, _("Surel tidak sampai"), _listed(Waiting.MAIL), "late"),
            Tile(numbers.undated, _("Tanggal menunggu SKB"), _listed(Word.UNDATED), "late"),
        )
        # Troubles that should not be there take no room while they are not.
        troubles = {_("Tanggal menunggu SKB"), _("Surel tidak sampai")}
        shown = tuple(tile for tile in tiles if tile.number or tile.label not in troubles)
        return {"screen": TodayScreen(shown, reverse("desk_list"), now.on)}


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return office.at_desk(request)


def _listed(word: Word | Waiting) -> str:
    return f"{reverse('desk_list')}?{urlencode({'keadaan': word})}"
