"""Handing out the official copy of the register: every identity number in full, written down before it leaves."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ppid.access import Person, official_register
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import RegisterReading, Role
from ppid.queries import sheets
from ppid.queries.calendar import current_calendar
from ppid.queries.register import Line, RegisterFilter, in_register, lines_of
from ppid.queries.register_columns import OFFICIAL, cells, headings

REASON_LENGTH = 500
# "ok" is no reason that anybody could judge later.
SHORTEST_REASON = 10
Format = RegisterReading.Format


@dataclass(frozen=True)
class HandedOut:
    """The file as it leaves, and the row that says so."""

    content: bytes
    name: str
    media_type: str
    reading: RegisterReading


@transaction.atomic
def hand_out(
    *, wanted: RegisterFilter, form: str, reason: str, acting_user: Person, on: dt.date, at: dt.datetime
) -> HandedOut:
    """The official copy of PERKI 1/2021 Ps 32(1) as a sheet, `form` in RegisterReading.Format.

    Only the PPID (PermissionDenied); Invalid (field `reason` or `format`). An official paper: Indonesian throughout.
    """
    cases = official_register(acting_user, on)
    why = judged_reason(reason, form)
    rows = list(in_register(cases, wanted).reverse())
    with translation.override("id"):
        lines = lines_of(rows, current_calendar(), whole_identity=True)
        content = _sheet(lines, Format(form), at)
    reading = RegisterReading.objects.create(
        user_id=acting_user.pk or 0, role=Role.PPID, on=on, at=at, reason=why, format=form, year=wanted.year,
        month=wanted.month, state=wanted.state, rows=len(rows), sha256=sheets.digest(content),
    )  # fmt: skip
    period = "-".join(str(part) for part in (wanted.year, wanted.month, wanted.state) if part) or "semua"
    kind = sheets.XLSX_TYPE if form == Format.XLSX else sheets.CSV_TYPE
    return HandedOut(content, f"buku-register-resmi-{period}.{form}", kind, reading)


def judged_reason(reason: str, form: str) -> str:
    """What the copy is for, in one line. Raises Invalid (field `reason` or `format`)."""
    why = " ".join(reason.split())
    if len(why) < SHORTEST_REASON:
        raise Invalid([Problem("reason", say("Keperluan belum jelas. Tulis untuk apa salinan ini dipakai."))])
    if len(why) > REASON_LENGTH:
        said = say("Keperluan terlalu panjang. Ringkas menjadi %(most)d huruf.")
        raise Invalid([Problem("reason", said, {"most": REASON_LENGTH})])
    if form not in Format.values:
        raise Invalid([Problem("format", say("Bentuk berkas belum dipilih. Pilih salah satu."))])
    return why


def _sheet(lines: list[Line], form: Format, at: dt.datetime) -> bytes:
    heads, body = headings(OFFICIAL), cells(OFFICIAL, lines)
    if form is Format.XLSX:
        return sheets.xlsx(_("Buku register"), heads, body, made=at)
    return sheets.csv_sheet(heads, body)
