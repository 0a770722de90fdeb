"""An installation of the commit before the newest migration, with its demonstration's data, taken over by this code.

    python .ci/upgrade.py [--from COMMIT]

Runs on SQLite, and with DATABASE_URL on the empty database it names. Prints one line a check, `holds …`, `falls short
…` or `skipped …`; exit 1 when one falls short. Without a commit to come from (a shallow clone) it says so as skipped.
"""

import argparse
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv/bin/python"
MIGRATIONS = [f"{room}/migrations" for room in ("portal", "disclosures", "ppid")]
COUNTS = """
from django.apps import apps
from django.db import connection
tables = set(connection.introspection.table_names())
kept = [m for m in apps.get_models() if m._meta.app_label in {"portal", "disclosures", "ppid"}]
print({m._meta.label: m._base_manager.count() for m in kept if m._meta.db_table in tables})
"""
# Pages that read what the older code wrote: the public ones, then the desk and each of its cases.
PAGES = """
from django.test import Client
from portal.models import User
from ppid.models import Case, Role
client, bad, seen = Client(headers={"host": "localhost"}), [], 0
public = ["/", "/daftar-informasi/", "/daftar-dikecualikan/", "/aduan/", "/unit/", "/permohonan/", "/lacak/",
          "/cari/?q=anggaran", "/kalkulator-tenggat/", "/sitemap.xml"]
officer = User.objects.filter(appointments__role=Role.PPID).first()
ROOMS = {"request": "/admin/permohonan/%d/", "objection": "/admin/keberatan/%d/",
         "dispute": "/admin/permohonan/sengketa/%d/"}
desk = ["/admin/permohonan/", *(ROOMS[kind] % pk for pk, kind in Case.objects.values_list("pk", "kind"))]
for address in public + desk:
    if address == desk[0]:
        client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(address, follow=True)
    seen += 1
    if answer.status_code != 200:
        bad.append(f"{address} {answer.status_code}")
print(repr((seen, bad)))
"""


class Fell(Exception):
    """A check that does not hold; the text says what was seen."""


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def older_commit() -> str:
    """The commit before the newest one that changed a migration; HEAD where one lies uncommitted; else empty."""
    if git("status", "--porcelain", "--", *MIGRATIONS):
        return git("rev-parse", "HEAD")
    newest = git("log", "-1", "--format=%H", "--", *MIGRATIONS)
    return git("rev-parse", "--verify", "--quiet", f"{newest}~1") if newest else ""


def export(commit: str, folder: Path) -> None:
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


class Installation:
    """One DATA_DIR (and database), worked on by one release or the other."""

    def __init__(self, data: Path) -> None:
        self.environment = {**os.environ, "DATA_DIR": str(data), "BACKUP_PASSPHRASE": "kata sandi uji pembaruan"}

    def manage(self, code: Path, *words: str, may_fail: bool = False) -> str:
        done = subprocess.run(
            [str(PYTHON), "manage.py", *words],
            cwd=code, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0 and not may_fail:
            raise Fell(f"{' '.join(words[:2])}: exit {done.returncode}: {(done.stdout + done.stderr)[-1500:]}")
        return done.stdout if done.returncode == 0 else ""

    def said(self, code: Path, *words: str) -> dict:
        return json.loads(self.manage(code, *words, "--json"))

    def evaluated(self, code: Path, script: str) -> object:
        return eval(self.manage(code, "shell", "--no-imports", "-c", script).strip().splitlines()[-1])


def checks(older: Path, scratch: Path):
    """Yields (what holds, how it is seen); raises Fell."""
    place = Installation(scratch / "data")
    place.manage(older, "migrate", "--no-input", "-v", "0")
    place.manage(older, "demo", "--small")
    before = place.evaluated(older, COUNTS)
    if not before.get("ppid.Case"):
        raise Fell("the older demonstration made no case")
    backup = scratch / "lama.zip"
    kept = (older / "portal/management/commands/backup.py").exists()
    if kept:
        place.manage(older, "backup", "--out", str(backup))
    yield f"the older code fills an installation: {before['ppid.Case']} cases"

    place.manage(ROOT, "migrate", "--no-input", "-v", "0")
    after = place.evaluated(ROOT, COUNTS)
    lost = {name: (count, after.get(name)) for name, count in before.items() if name in after and after[name] < count}
    if lost:
        raise Fell(f"rows lost: {lost}")
    yield "migrations run over its data and lose no row"

    log = place.said(ROOT, "check_log")
    if log["errors"] or log["cases"] != before["ppid.Case"]:
        raise Fell(f"check_log: {log}")
    yield f"the log of every case is whole: {log['events']} events"

    place.said(ROOT, "search_sweep")
    swept = place.said(ROOT, "search_sweep")
    if swept["missing"] + swept["stale"] + swept["orphaned"] or not swept["checked"]:
        raise Fell(f"search_sweep: {swept}")
    yield f"the index agrees with what is public: {swept['checked']} documents"

    seen, bad = place.evaluated(ROOT, PAGES)
    if bad:
        raise Fell(f"pages: {bad}")
    yield f"pages answer, every case on the desk among them: {seen}"

    if kept and "DATABASE_URL" not in os.environ:
        anew = Installation(scratch / "pulih")
        restored = anew.said(ROOT, "restore", str(backup))
        if not restored["chains_whole"] or restored["cases"] != before["ppid.Case"]:
            raise Fell(f"restore: {restored}")
        yield f"its backup comes back under this code: {restored['migrated']} migrations run"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="commit", help="the commit to come from")
    commit = parser.parse_args().commit or older_commit()
    if not commit:
        print("skipped: there is no earlier commit with other migrations (a shallow clone?); no upgrade was tried")
        return 0
    print(f"from {git('log', '-1', '--format=%h %s', commit)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="portal-upgrade-") as folder:
        scratch = Path(folder)
        older = scratch / "older"
        older.mkdir()
        export(commit, older)
        try:
            for line in checks(older, scratch):
                print(f"holds {line}", flush=True)
        except Fell as fell:
            print(f"falls short {fell}", flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
