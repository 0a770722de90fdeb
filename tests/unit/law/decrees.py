"""The shipped decrees as the law layer reads them, for tests without a database."""

from pathlib import Path

from ppid.law.calendar import Calendar, Decree
from ppid.law.counting import CountingRules
from ppid.law.decree_file import read_decree

FOLDER = Path(__file__).resolve().parents[3] / "ppid" / "law" / "decrees"
AMENDMENT = "SKB 3 Menteri 933/2025, 1/2025, 3/2025"


def shipped() -> list[Decree]:
    return [read_decree(path.read_bytes()).decree for path in sorted(FOLDER.glob("*.json"))]


def calendar(rules: CountingRules | None = None, *, without: str = "") -> Calendar:
    decrees = [decree for decree in shipped() if decree.number != without]
    return Calendar.of(decrees, rules) if rules else Calendar.of(decrees)
