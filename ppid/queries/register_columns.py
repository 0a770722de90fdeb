"""The register's columns, each once: its words, its width in a sheet, and how a line fills it.

The office's are PERKI 1/2021 Ps 32(1) ∪ Annex VIII ∪ notes, the public's those of law.md §2.9.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ppid.queries.register import Line, PublicLine, given_words, ticks
from ppid.queries.sheets import Cell, Heading

Row = TypeVar("Row")
TICK = "✓"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; `cell` gives text, a number or a day."""

    title: str | Promise
    cell: Callable[[Row], Cell]
    width: int = 16


def _weekday(day: dt.date | None) -> str:
    return date_format(day, "l") if day else ""


def _tick(name: str) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        value = ticks(line)[name]
        return value if isinstance(value, str) else TICK if value else ""

    return cell


OFFICIAL: tuple[Column[Line], ...] = (
    Column(_("Nomor pendaftaran"), lambda line: line.number, 20),
    Column(_("Tanggal diterima"), lambda line: line.received_on, 20),
    Column(_("Nama"), lambda line: line.name, 26),
    Column(_("NIK atau nomor pengesahan badan hukum"), lambda line: line.identity, 22),
    Column(_("Alamat"), lambda line: line.address, 30),
    Column(_("Nomor kontak"), lambda line: line.phone, 18),
    Column(_("Surat elektronik"), lambda line: line.email, 24),
    Column(_("Pekerjaan"), lambda line: line.occupation, 18),
    Column(_("Surat kuasa"), lambda line: gettext("Ada") if line.by_proxy else "", 12),
    Column(_("Nama kuasa"), lambda line: line.proxy, 24),
    Column(_("Informasi yang diminta"), lambda line: line.details, 50),
    Column(_("Tujuan penggunaan"), lambda line: line.purpose, 30),
    Column(_("Status informasi: di bawah penguasaan"), _tick("held"), 14),
    Column(_("Status informasi: belum didokumentasikan"), _tick("undocumented"), 14),
    Column(_("Bentuk informasi: softcopy"), _tick("soft"), 12),
    Column(_("Bentuk informasi: hardcopy"), _tick("hard"), 12),
    Column(_("Jenis permohonan: melihat atau mengetahui"), _tick("view"), 14),
    Column(_("Jenis permohonan: meminta salinan"), _tick("copy"), 14),
    Column(_("Keputusan"), lambda line: line.answer.decision, 26),
    Column(_("Alasan penolakan"), lambda line: line.answer.reason, 40),
    Column(_("Hari pemberitahuan tertulis"), lambda line: _weekday(line.answer.notice_on), 14),
    Column(_("Tanggal pemberitahuan tertulis"), lambda line: line.answer.notice_on, 20),
    Column(_("Hari pemberian informasi"), lambda line: _weekday(line.answer.given_on), 14),
    Column(_("Tanggal pemberian informasi"), lambda line: line.answer.given_on, 20),
    Column(_("Pemberian informasi tiap bagian"), lambda line: given_words(line.answer), 34),
    Column(_("Biaya (Rp)"), lambda line: line.answer.fee, 14),
    Column(_("Cara pembayaran"), lambda line: line.answer.payment, 26),
    Column(_("Catatan"), lambda line: "\n".join(line.notes), 36),
)
PUBLIC: tuple[Column[PublicLine], ...] = (
    Column(_("Nomor pendaftaran"), lambda line: line.number, 20),
    Column(_("Tanggal diterima"), lambda line: line.received_on, 20),
    Column(_("Pokok permintaan (diringkas petugas)"), lambda line: line.subject or gettext("belum diringkas"), 60),
    Column(_("Keputusan"), lambda line: line.decision, 36),
    Column(_("Kode alasan"), lambda line: line.code, 16),
    Column(_("Hari kerja terpakai"), lambda line: line.days, 14),
)


def headings(columns: Iterable[Column[Row]]) -> list[Heading]:
    return [Heading(str(column.title), column.width) for column in columns]


def cells(columns: tuple[Column[Row], ...], lines: Iterable[Row]) -> Iterator[list[Cell]]:
    """The rows of a sheet."""
    for line in lines:
        yield [column.cell(line) for column in columns]
