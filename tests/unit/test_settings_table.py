"""The table of settings in the docs and the code that reads the environment name the same things."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"""env(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")


def test_table_and_code_name_the_same_settings():
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.M))
    code = set(READ.findall((ROOT / "portal/settings/base.py").read_text()))
    assert table - {"DJANGO_SETTINGS_MODULE"} == code, "docs/settings.md and portal/settings/base.py differ"


def test_only_base_reads_the_environment():
    for path in sorted(ROOT.glob("*/**/*.py")):
        room = path.relative_to(ROOT).parts[0]
        if room not in {"portal", "disclosures", "ppid", "search"} or path.name == "base.py":
            continue
        text = path.read_text()
        assert not re.search(r"os\.getenv|os\.environ(?!\.setdefault\()", text), (
            f"{path} reads the environment; see docs/settings.md"
        )
