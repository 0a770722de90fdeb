"""The parts of an answer on the case page, each with the moves that are about it."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.access import Roles
from ppid.desk.delivery_steps import PART
from ppid.desk.moves import SLUGS
from ppid.desk.screens import Button, FileRow, PartView
from ppid.law.delivering import STANDS, PartState
from ppid.law.procedure import MoveName, State, lawful
from ppid.letters.notice import way_words
from ppid.letters.words import rupiah
from ppid.models import InformationRequest
from ppid.queries.giving import GivenFile, PartRow


def part_views(case: InformationRequest, rows: Iterable[PartRow], roles: Roles) -> tuple[PartView, ...]:
    moves = [row for row in lawful(State(case.state), roles.actors) if row.name in STANDS]
    return tuple(
        PartView(
            row=row,
            fee=rupiah(row.part.fee) if row.part.fee else _("tanpa biaya"),
            way=way_words(row.part),
            files=tuple(_files(row)),
            moves=tuple(
                _button(case, row, move.name, _(move.label), move.article)
                for move in moves
                if row.concerned_by(move.name)
            ),
        )
        for row in rows
    )


def _button(case: InformationRequest, row: PartRow, name: MoveName, label: str, article: str) -> Button:
    href = f"{reverse('desk_move', args=[case.pk, SLUGS[name]])}?{urlencode({PART: row.number})}"
    return Button(label, article, href, primary=name is _first(row))


def _first(row: PartRow) -> MoveName:
    """What is to be fetched is made ready first, what is seen gets its times and then its minutes; everything else is
    handed over."""
    if row.part.viewed:
        agreed = row.viewing is not None and row.viewing.agreed is not None
        waits = row.viewing is not None and not agreed
        return MoveName.RECORD_MINUTES if agreed else MoveName.CHOOSE_VIEWING if waits else MoveName.OFFER_VIEWING
    waiting = row.state is PartState.PROMISED
    return MoveName.MAKE_AVAILABLE if waiting and row.part.fetched else MoveName.DELIVER_PART


def _files(row: PartRow) -> Iterator[FileRow]:
    for role, files in ((_("diberikan"), row.files), (_("bukti"), row.proofs), (row.note_title, _one(row.note))):
        for file in files:
            yield FileRow(file.name, file.size, file.sha256, reverse("desk_file", args=[file.pk]), role)


def _one(file: GivenFile | None) -> tuple[GivenFile, ...]:
    return (file,) if file else ()
