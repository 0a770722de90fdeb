"""A notice letter against a minimal WeasyPrint document, in the same run: the ratio is what counts.

    python benchmarks/letter.py [--rounds 15]

Prints one JSON document: medians of CPU time in milliseconds (other processes do not count), the ratio, and the bound
(at most 4.5, aim 3). Exit 1 above the bound.
The letter's values are made in memory; no row is read or written, so that only the typesetting is measured.

`ratio` is the notice of Annex VII, draft with KONSEP on two pages, over one paragraph and nothing else. `archival` is
the same paragraph as PDF/A-3a, which is what a letter must be, and `archival_ratio` the notice over that: for
information, as are the other kinds of letter. As in the web server, what stood before is set aside from the collector.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="bench-letter-"))

import django

django.setup()

from django.template.loader import render_to_string  # noqa: E402
from django.utils import translation  # noqa: E402
from weasyprint import HTML  # noqa: E402

from portal.memory import set_aside  # noqa: E402
from ppid.law.calendar import Kind  # noqa: E402
from ppid.law.completeness import IncompleteContent  # noqa: E402
from ppid.law.decisions import Decision, GivenPart, NoticeContent  # noqa: E402
from ppid.law.extension import ExtensionContent, ExtensionGround  # noqa: E402
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay  # noqa: E402
from ppid.letters import extension, incomplete, notice, receipt, refusal  # noqa: E402
from ppid.letters.frame import KONSEP, Frame, files_of, frame  # noqa: E402
from ppid.letters.render import pdf  # noqa: E402
from ppid.letters.signer import Signer  # noqa: E402
from ppid.models import Applicant, Deadline, InformationRequest, Institution, Letter  # noqa: E402

BOUND, AIM = 4.5, 3.0
MINIMAL = "<!doctype html><html lang='id'><title>Surat</title><body><p>Surat pemberitahuan.</p></body></html>"

DAY = dt.date(2026, 11, 23)
BODY = Institution(name="Kabupaten Contoh", office="Dinas Contoh", address="Jalan Contoh 1", city="Contoh")
SIGNER = Signer("Kepala Dinas selaku PPID", "Ratna Contoh", "197001011995032001")
COUNTING = "Hari dalam surat ini adalah hari kerja, di luar Sabtu, Minggu dan libur nasional."
TRACKING = "ppid.contoh.go.id/lacak/"
CASE = InformationRequest(
    number="009/PPID/2026", received_on=DAY, received_at=dt.datetime(2026, 11, 23, 5, tzinfo=dt.UTC), channel="web",
    details="Laporan realisasi anggaran tahun 2025.", purpose="Bahan ajar.", applicant=Applicant(name="Budi Contoh"),
)  # fmt: skip


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(number)


def trail(first: int, last: int) -> list[dict[str, object]]:
    """Every day from one to the other, weekends skipped, as the ledger keeps it."""
    days = [day(n) for n in range(first, last + 1)]
    return [
        {
            "date": each.isoformat(),
            "counted": each.weekday() < 5,
            "kind": "" if each.weekday() < 5 else Kind.WEEKEND,
            "reason": "",
        }
        for each in days
    ]


def head(kind: Letter.Kind, about: str, *, konsep: bool = True) -> Frame:
    row = Letter(kind=kind, number="004/PPID-PT/XI/2026", dated=DAY, verify_code="M3HT7QWEXC5R")
    return frame(row, institution=BODY, about=about, konsep=konsep)


def typeset(template: str, page) -> bytes:
    beneath = KONSEP if page.frame.konsep else b""
    return pdf(render_to_string(template, {"page": page}), files_of(page.frame, BODY), beneath=beneath)


def written(template: str, about: str, content: NoticeContent) -> bytes:
    page = notice.page(
        case=CASE, content=content, frame=head(Letter.Kind.NOTICE, about), signer=SIGNER, counting=COUNTING
    )
    return typeset(template, page)


def letter() -> bytes:
    """The notice of Annex VII, from values to bytes."""
    part = GivenPart(
        material="Laporan realisasi anggaran tahun 2025.", forms=(CopyForm.SOFT,), access_way=AccessWay.COPY,
        delivery_way=DeliveryWay.EMAIL, days=0,
    )  # fmt: skip
    consideration = "Informasi ini wajib tersedia setiap saat."
    content = NoticeContent(decision=Decision.GRANTED, consideration=consideration, parts=(part,))
    return written(notice.TEMPLATE, notice.ABOUT, content)


def refused() -> bytes:
    content = NoticeContent(
        decision=Decision.REFUSED_6_2,
        consideration="Permohonan yang sama sudah dijawab dan tidak menunjukkan keperluan baru.",
        rule="Peraturan Komisi Informasi Nomor 1 Tahun 2021 Pasal 4 ayat (1) huruf b.",
    )
    return written(refusal.TEMPLATES[content.decision], refusal.ABOUT, content)


def received() -> bytes:
    """The receipt with its ten days counted and the six rights on its second page."""
    page = receipt.page(
        case=CASE, deadline=Deadline(from_day=DAY, length=10, due=day(14), trail=trail(1, 14)), institution=BODY,
        frame=head(Letter.Kind.RECEIPT, receipt.ABOUT, konsep=False), tracking_address=TRACKING,
    )  # fmt: skip
    return typeset(receipt.TEMPLATE, page)


def lacking() -> bytes:
    content = IncompleteContent(
        items=("isian:identity", "isian:purpose", "berkas:identitas"),
        other="Rincian informasi belum menyebut tahun anggarannya.",
    )
    page = incomplete.page(
        case=CASE, content=content, frame=head(Letter.Kind.INCOMPLETE, incomplete.ABOUT), signer=SIGNER,
        tracking_address=TRACKING,
    )  # fmt: skip
    return typeset(incomplete.TEMPLATE, page)


def extended() -> bytes:
    content = ExtensionContent(
        grounds=(ExtensionGround.NOT_OBTAINED,), reason="Rincian paket masih dikumpulkan.", days=7, old_due=day(14),
        new_due=day(23), trail=tuple(trail(15, 23)),
    )  # fmt: skip
    page = extension.page(case=CASE, content=content, frame=head(Letter.Kind.EXTENSION, extension.ABOUT), signer=SIGNER)
    return typeset(extension.TEMPLATE, page)


def minimal() -> bytes:
    return HTML(string=MINIMAL).write_pdf()


def archival() -> bytes:
    return HTML(string=MINIMAL).write_pdf(pdf_variant="pdf/a-3a")


OTHERS: dict[str, Callable[[], bytes]] = {
    "receipt": received, "incomplete": lacking, "extension": extended, "refusal": refused,
}  # fmt: skip


def timed(make: Callable[[], bytes]) -> float:
    start = time.process_time()
    make()
    return (time.process_time() - start) * 1000


def medians(makers: dict[str, Callable[[], bytes]], rounds: int) -> dict[str, float]:
    """Turn and turn about, so that a busy moment of the machine falls on all."""
    for make in makers.values():
        make()
    set_aside()
    took: dict[str, list[float]] = {name: [] for name in makers}
    for _round in range(rounds):
        for name, make in makers.items():
            took[name].append(timed(make))
    return {name: statistics.median(times) for name, times in took.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with translation.override("id"):
        found = medians({"minimal": minimal, "archival": archival, "letter": letter, **OTHERS}, rounds)
    ratio = found["letter"] / found["minimal"]
    report = {
        "benchmark": "letter", "letter_ms": round(found["letter"], 1), "minimal_ms": round(found["minimal"], 1),
        "ratio": round(ratio, 2), "bound": BOUND, "aim": AIM, "rounds": rounds, "held": ratio <= BOUND,
        "archival_ms": round(found["archival"], 1), "archival_ratio": round(found["letter"] / found["archival"], 2),
        "others": {
            name: {"ms": round(found[name], 1), "ratio": round(found[name] / found["minimal"], 2)} for name in OTHERS
        },
    }  # fmt: skip
    print(json.dumps(report))
    return 0 if report["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
