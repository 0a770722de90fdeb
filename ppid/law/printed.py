"""The tables of moves as a page for people: what docs/states.md holds."""

from collections.abc import Iterable, Iterator

from ppid.law.moves import STATE_LABELS, Actor, Doorway, Move, State
from ppid.law.procedure import DOORWAYS, REQUEST, SIGNERS
from ppid.law.procedure_dispute import DISPUTE
from ppid.law.procedure_objection import OBJECTION, OBJECTION_DOORWAYS

ACTORS = {
    Actor.APPLICANT: "pemohon",
    Actor.FRONT_DESK: "petugas",
    Actor.ASSISTANT: "PPID pembantu",
    Actor.PPID: "PPID",
    Actor.SUPERIOR: "atasan PPID",
    Actor.SYSTEM: "sistem",
}
INTRODUCTION = """\
# States and moves

Printed by `manage.py print_states` from `ppid/law/procedure.py`, `procedure_objection.py` and `procedure_dispute.py`; a
test compares them. The desk draws its buttons from these tables and every other POST is refused. Lateness is not a
state: it follows from dates.
"""


def states_page() -> str:
    """The whole page, Markdown, ending in a line break."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield from _table("Information request", REQUEST, DOORWAYS)
    yield ""
    yield from _table("Objection", OBJECTION, OBJECTION_DOORWAYS)
    yield ""
    yield from _table("Dispute", DISPUTE, ())
    yield ""
    yield "## Who signs"
    yield ""
    yield "| Surat | Penanda tangan |"
    yield "|---|---|"
    for kind, signers in SIGNERS.items():
        yield _row(f"`{kind}`", "; ".join(signer.label for signer in signers))


def _table(title: str, table: Iterable[Move], doors: Iterable[Doorway]) -> Iterator[str]:
    """One kind of case: its diagram, its moves, what opens beyond it."""
    yield f"## {title}"
    yield ""
    yield "```mermaid"
    yield "stateDiagram-v2"
    for row in table:
        for source in [str(state) for state in State if state in row.sources] or ["[*]"]:
            yield f"    {source} --> {row.target or source}: {row.name}"
    yield "```"
    yield ""
    yield "| Langkah | Kode | Dari | Menjadi | Oleh | Dasar |"
    yield "|---|---|---|---|---|---|"
    for row in table:
        yield _row(
            row.label, f"`{row.name}`", _states(row.sources) or "—",
            STATE_LABELS[row.target] if row.target else "tetap",
            ", ".join(ACTORS[actor] for actor in Actor if actor in row.actors), row.article,
        )  # fmt: skip
    yield ""
    yield "### Doors to what follows"
    yield ""
    yield "| Pintu | Terbuka dari | Dasar |"
    yield "|---|---|---|"
    for door in doors:
        yield _row(door.label, _states(door.sources), door.article)


def _states(states: Iterable[State]) -> str:
    wanted = frozenset(states)
    return ", ".join(STATE_LABELS[state] for state in State if state in wanted)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
