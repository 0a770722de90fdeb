"""Fills an empty installation with the invented body, step by step."""

import csv
import datetime as dt
import io
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from disclosures.actions.complaints import import_complaints
from disclosures.actions.exclusions import import_exclusions
from disclosures.actions.register import import_register
from disclosures.models import RegisterEntry
from portal import second_factor
from portal.demo import cases, complaints, exclusions
from portal.demo.body import ASSISTANTS, INSTITUTION, MAIN_UNIT, PEOPLE, STANDING_APPROVAL
from portal.demo.register import ENTRIES
from portal.models import User
from ppid import tasks
from ppid.models import Appointment, Case, Institution, StandingApproval, Unit
from search import index

REPORTS, REPORTS_SMALL = 420, 60
ENTRIES_SMALL = 12


@dataclass(frozen=True)
class Loaded:
    """What was made, for the command's last lines."""

    units: int
    entries: int
    outcomes: int
    cases: int
    password: str


def refuse_real_work() -> None:
    """Raise CommandError when the installation holds anything that this command did not put there."""
    if second_factor.is_demo():
        raise CommandError("Peragaan sudah dimuat. Pakai --keep untuk membiarkannya, atau DATA_DIR lain yang kosong.")
    if Case.objects.exists() or RegisterEntry.objects.exists() or User.objects.exists():
        raise CommandError("Pemasangan ini sudah berisi. Peragaan hanya dimuat ke DATA_DIR yang kosong.")


def load(*, on: dt.date, small: bool, say: Callable[[str], None]) -> Loaded:
    """Make the body, its people, register, complaint outcomes and cases as of `on`. All or nothing."""
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        say("badan publik, unit dan petugas")
        _body(password, on)
        say("daftar informasi publik")
        entries = _register(on, small)
        _exclusions()
        say("hasil pengaduan SP4N-LAPOR!")
        outcomes = _complaints(on, small)
        say("permohonan informasi")
        made = cases.load(on=on, small=small)
    second_factor.demo_mark().write_text(json.dumps({"on": on.isoformat(), "password": password}), encoding="utf-8")
    second_factor.demo_mark().chmod(0o600)
    say("surat elektronik (ke kotak keluar)")
    _send_mails()
    say("indeks pencarian")
    index.rebuild()
    return Loaded(Unit.objects.count(), entries, outcomes, made, password)


def _send_mails() -> None:
    """Mails of past days go to the outbox folder at once, not one by one over the console when the site starts."""
    shown, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(settings.OUTBOX_DIR)
    try:
        tasks.send_waiting.func()
    finally:
        settings.EMAIL_BACKEND = shown


def _body(password: str, on: dt.date) -> None:
    institution = Institution.load()
    for name, value in INSTITUTION.items():
        setattr(institution, name, value)
    institution.save()
    Unit.objects.create(code=MAIN_UNIT.code, name=MAIN_UNIT.name, kind=Unit.Kind.MAIN)
    Unit.objects.bulk_create(Unit(code=unit.code, name=unit.name) for unit in ASSISTANTS)
    units = {unit.code: unit for unit in Unit.objects.all()}
    for person in PEOPLE:
        user = User.objects.create_user(person.email, password, name=person.name, nip=person.nip)
        Appointment.objects.create(
            user=user, role=person.role, unit=units.get(person.unit), position=person.position,
            starts=on - dt.timedelta(days=2 * 365),
        )  # fmt: skip
    approved_on = on - dt.timedelta(days=2 * 365)
    StandingApproval.objects.create(dated=approved_on, starts=approved_on, **STANDING_APPROVAL)


def _register(on: dt.date, small: bool) -> int:
    rows = ENTRIES[:: len(ENTRIES) // ENTRIES_SMALL] if small else ENTRIES
    names = {unit.code: unit.name for unit in (MAIN_UNIT, *ASSISTANTS)}
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow(
        ("No", "Ringkasan isi informasi", "Unit yang menguasai", "Penanggung jawab pembuatan", "Waktu pembuatan",
         "Softcopy", "Hardcopy", "Jangka waktu penyimpanan", "Klasifikasi")
    )  # fmt: skip
    for number, (unit, info_class, summary, holder, year, form, retention) in enumerate(rows, 1):
        soft, hard = "✓", "✓" if form == "both" else ""
        sheet.writerow((number, summary, names[unit], holder, year, soft, hard, retention, info_class))
    told = import_register(content=out.getvalue().encode(), at=timezone.now())
    if told.errors:
        raise CommandError("; ".join(error.message for error in told.errors))
    return told.created


def _exclusions() -> None:
    told = import_exclusions(content=exclusions.sheet())
    if told.errors:
        raise CommandError("; ".join(error.message for error in told.errors))


def _complaints(on: dt.date, small: bool) -> int:
    told = import_complaints(content=complaints.export(on, REPORTS_SMALL if small else REPORTS), on=on)
    if told.errors:
        raise CommandError("; ".join(error.message for error in told.errors))
    return told.created
