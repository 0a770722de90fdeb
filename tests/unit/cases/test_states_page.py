"""docs/states.md is what the table says."""

from pathlib import Path

from ppid.law.printed import states_page

PAGE = Path(__file__).resolve().parents[3] / "docs/states.md"


def test_the_printed_table_is_the_table_in_force():
    assert PAGE.read_text(encoding="utf-8") == states_page(), "run: manage.py print_states > docs/states.md"
