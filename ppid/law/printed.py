"""The table of moves as a page for people: what docs/states.md holds."""

from collections.abc import Iterable, Iterator

from ppid.law.procedure import DOORWAYS, REQUEST, SIGNERS, STATE_LABELS, Actor, State

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

Printed by `manage.py print_states` from `ppid/law/procedure.py`; a test compares the two. The desk draws its buttons
from this table and every other POST is refused. Lateness is not a state: it follows from dates.
"""


def states_page() -> str:
    """The whole page, Markdown, ending in a line break."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield "```mermaid"
    yield "stateDiagram-v2"
    for row in REQUEST:
        for source in [str(state) for state in State if state in row.sources] or ["[*]"]:
            yield f"    {source} --> {row.target or source}: {row.name}"
    yield "```"
    yield ""
    yield "| Langkah | Kode | Dari | Menjadi | Oleh | Dasar |"
    yield "|---|---|---|---|---|---|"
    for row in REQUEST:
        yield _row(
            row.label, f"`{row.name}`", _states(row.sources) or "—",
            STATE_LABELS[row.target] if row.target else "tetap",
            ", ".join(ACTORS[actor] for actor in Actor if actor in row.actors), row.article,
        )  # fmt: skip
    yield ""
    yield "## Doors to what follows"
    yield ""
    yield "| Pintu | Terbuka dari | Dasar |"
    yield "|---|---|---|"
    for door in DOORWAYS:
        yield _row(door.label, _states(door.sources), door.article)
    yield ""
    yield "## Who signs"
    yield ""
    yield "| Surat | Penanda tangan |"
    yield "|---|---|"
    for kind, signers in SIGNERS.items():
        yield _row(f"`{kind}`", "; ".join(signer.label for signer in signers))


def _states(states: Iterable[State]) -> str:
    wanted = frozenset(states)
    return ", ".join(STATE_LABELS[state] for state in State if state in wanted)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
