"""Silence, objection, the superior's silence, dispute; the reviewer reads and downloads; verify.py says whole, and then
where one byte was changed (issue 5)."""

import datetime as dt
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal import second_factor
from ppid import verify
from ppid.actions import clock
from ppid.models import Deadline, Dispute, Institution, Role
from ppid.models.signing import signing_key
from tests import disputing, factories, pictures
from tests.e2e.conftest import PHONE, assert_axe_clean, assert_no_sideways_scroll
from tests.e2e.office import looked_at, sign_in
from tests.factories import moment

pytestmark = pytest.mark.browser


@pytest.fixture
def today(site, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    settings.KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEY_FILE = settings.KEYS_DIR / "signing_key.pem"
    settings.PUBLIC_ROOT = tmp_path / "public"
    factories.make_institution(commission_name=disputing.COMMISSION, commission_source="UU 14/2008 Ps 27")
    return Institution.load().day_of(timezone.now())


@pytest.fixture
def silent(today):
    """A request of long ago that nobody answered, and an objection that the superior left unanswered too."""
    case = factories.file_case(at=moment(today - dt.timedelta(days=120)))
    clock.tick(on=today - dt.timedelta(days=90), at=moment(today - dt.timedelta(days=90)))
    objection = factories.object_to(case, at=moment(today - dt.timedelta(days=85)))
    clock.tick(on=today - dt.timedelta(days=20), at=moment(today - dt.timedelta(days=20)))
    assert Deadline.objects.filter(case_id=objection.pk, term="OBJ_ANSWER", missed_on__isnull=False).exists()
    return objection


def verified(path: Path, key: Path) -> tuple[int, str]:
    command = [sys.executable, "-I", "-S", str(verify.__file__), str(path), "--key", str(key)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_from_silence_to_a_file_the_commission_can_trust(site, page, browser, silent, today, tmp_path):
    sign_in(page, site, factories.make_officer(Role.PPID))
    page.goto(f"{site}/admin/permohonan/sengketa/")
    looked_at(page)
    page.get_by_text("Catat permohonan sengketa").first.click()
    page.get_by_label("Keberatan").select_option(str(silent.pk))
    page.get_by_label("Tanggal diajukan pemohon").fill(today.isoformat())
    page.get_by_label("Tanggal badan publik mengetahui").fill(today.isoformat())
    page.get_by_role("button", name="Catat permohonan sengketa").click()
    dispute = Dispute.objects.get()
    expect(page.locator("main")).to_contain_text("Permohonan sengketa diajukan pemohon")
    looked_at(page)
    page.get_by_role("link", name="Pemeriksa Komisi Informasi").click()
    looked_at(page)

    reviewer = factories.make_officer(Role.REVIEWER, name="Komisioner Contoh")
    disputing.invite(dispute, reviewer, on=today)
    document = disputing.seal(dispute, on=today, original=_picture("utuh.png"), redacted=_picture("dihitamkan.png"))
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta", accept_downloads=True)
    room = context.new_page()
    try:
        sign_in(room, site, reviewer)
        room.goto(f"{site}/komisi/")
        _seen(room)
        room.get_by_role("link", name=dispute.number).click()
        expect(room.locator("main")).to_contain_text("Hitungan termohon, bukan penilaian Komisi")
        expect(room.locator("main")).to_contain_text(silent.number)
        _seen(room)
        room.get_by_label("Keadaan per tanggal").fill((today - dt.timedelta(days=100)).isoformat())
        room.get_by_role("button", name="Tampilkan").click()
        expect(room.locator("main")).not_to_contain_text(silent.number)
        room.get_by_role("link", name="Kembali ke hari ini").click()
        room.get_by_role("textbox", name="Catatan Anda").fill("Periksa tanggal keberatan.")
        room.reload()
        expect(room.get_by_role("textbox", name="Catatan Anda")).to_have_value("Periksa tanggal keberatan.")
        room.get_by_role("link", name=document.title).click()
        expect(room.locator("main")).to_contain_text("Versi utuh tertutup")
        _seen(room)
        room.go_back()
        room.get_by_role("button", name="Susun berkas perkara").click()
        factories.run_queue()
        room.reload()
        with room.expect_download() as download:
            room.get_by_role("link", name="Unduh berkas perkara").click()
        file = tmp_path / "berkas.zip"
        download.value.save_as(file)
    finally:
        context.close()

    key = tmp_path / "kunci.pem"
    key.write_text(signing_key().public_pem)
    code, said = verified(file, key)
    assert (code, said[:4]) == (0, "utuh"), said
    log = f"data/catatan/request-{silent.request.reference}.jsonl"
    code, said = verified(_with_one_byte_changed(file, log), key)
    assert code == 1
    assert log in said
    assert "kejadian 1" in said


def _picture(name):
    from django.core.files.base import ContentFile

    return ContentFile(pictures.png(), name=name)


def _seen(page) -> None:
    assert_axe_clean(page)
    page.set_viewport_size(PHONE)
    assert_no_sideways_scroll(page)


def _with_one_byte_changed(file: Path, member: str) -> Path:
    changed = file.with_name("diubah.zip")
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(changed, "w") as out:
        for name in whole.namelist():
            content = bytearray(whole.read(name))
            if name.endswith(member):
                content[200] ^= 1
            out.writestr(name, bytes(content))
    return changed
