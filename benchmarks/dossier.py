"""How long a dossier of 200 documents takes, beside zipping the same files and merging the same pages without it.

    .venv/bin/python benchmarks/dossier.py [--documents 200]

The floor writes the files into a ZIP with their SHA-256 and joins them into one PDF; the dossier adds index, page
numbers, logs, ledger, proofs and signature, and verifies the whole. Prints one JSON document with CPU seconds and the
ratio; no ceiling is promised, so it always exits 0.
"""

import argparse
import hashlib
import io
import json
import os
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="bench-dossier-")

import django

django.setup()

import pikepdf  # noqa: E402
from django.core.management import call_command  # noqa: E402

from ppid.actions import checkpoints  # noqa: E402
from ppid.letters import bag, render  # noqa: E402
from ppid.models import Case, CaseFile, Dossier, PrivateFile  # noqa: E402
from ppid.models.signing import signing_key  # noqa: E402
from ppid.queries.dossier import Snapshot, snapshot  # noqa: E402
from tests import factories  # noqa: E402

PAGE = "<html lang='id'><title>Lampiran</title><body><p style='break-after:page'>{0}</p><p>Halaman kedua {0}.</p>"


def filled(documents: int) -> Case:
    case = factories.file_case()
    for number in range(documents):
        content = render.pdf(PAGE.format(f"Lampiran nomor {number}"))
        file = PrivateFile.store(content, f"lampiran-{number}.pdf")
        CaseFile.objects.create(case=case, file=file, role=CaseFile.Role.ATTACHMENT)
    checkpoints.make(on=factories.TODAY, at=factories.NOON)
    return case


def floor(found: Snapshot, out: Path) -> None:
    whole = pikepdf.new()
    kept = []
    with zipfile.ZipFile(out, "w") as archive:
        for number, source in enumerate(found.sources):
            content = source.file.read()
            hashlib.sha256(content).hexdigest()
            archive.writestr(f"{number}.pdf", content)
            kept.append(pikepdf.open(io.BytesIO(content)))
            whole.pages.extend(kept[-1].pages)
        joined = io.BytesIO()
        whole.save(joined)
        archive.writestr("berkas.pdf", joined.getvalue())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    documents = parser.parse_args().documents
    call_command("migrate", "--no-input", verbosity=0)
    found = snapshot(filled(documents), audience=Dossier.Audience.BODY, on=factories.TODAY)
    out = Path(os.environ["DATA_DIR"], "berkas.zip")
    start = time.process_time()
    floor(found, out)
    bare = time.process_time() - start
    start = time.process_time()
    written = bag.write(found, out, key=signing_key())
    ours = time.process_time() - start
    print(
        json.dumps(
            {
                "benchmark": "dossier",
                "documents": written.documents,
                "megabytes": round(written.size / 1e6, 1),
                "seconds": round(ours, 2),
                "floor_seconds": round(bare, 2),
                "ratio": round(ours / bare, 2),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
