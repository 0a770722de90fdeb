"""Handing out the official copy of the register of objections, written down before it leaves (law.md §2.9)."""

import datetime as dt

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ppid.access import Person, official_objections
from ppid.actions.registers import Format, HandedOut, judged_reason
from ppid.models import RegisterReading, Role
from ppid.queries import sheets
from ppid.queries.objection_register import OFFICIAL, in_year, lines_of
from ppid.queries.register_columns import cells, headings


@transaction.atomic
def hand_out(
    *, year: int | None, form: str, reason: str, acting_user: Person, on: dt.date, at: dt.datetime
) -> HandedOut:
    """The official copy of PERKI 1/2021 Ps 43(2) ∪ Annex XI. Only the PPID; Invalid (field `reason` or `format`)."""
    cases = official_objections(acting_user, on)
    why = judged_reason(reason, form)
    rows = list(in_year(cases, year).reverse())
    with translation.override("id"):
        heads, body = headings(OFFICIAL), cells(OFFICIAL, lines_of(rows, whole_identity=True))
        if form == Format.XLSX:
            content = sheets.xlsx(_("Register keberatan"), heads, body, made=at)
        else:
            content = sheets.csv_sheet(heads, body)
    reading = RegisterReading.objects.create(
        register=RegisterReading.Register.OBJECTIONS, user_id=acting_user.pk or 0, role=Role.PPID, on=on, at=at,
        reason=why, format=form, year=year, rows=len(rows), sha256=sheets.digest(content),
    )  # fmt: skip
    kind = sheets.XLSX_TYPE if form == Format.XLSX else sheets.CSV_TYPE
    return HandedOut(content, f"register-keberatan-resmi-{year or 'semua'}.{form}", kind, reading)
