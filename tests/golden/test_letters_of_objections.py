"""The letters of an objection: receipt with the fields of Annex X, the superior's answer, minutes of a settlement, and
the print-out of silence; their whole texts."""

import datetime as dt

import pytest

from ppid import letters
from ppid.actions import rulings, settlements, silences
from ppid.actions.clock import tick
from ppid.law.objections import Ground
from ppid.law.ruling import Outcome, SettlementContent
from ppid.models import Letter, Role
from tests import factories
from tests.factories import DUE, moment
from tests.golden.test_letters import case_of_the_golden_text, compare, declares_archive_and_access, text_of
from tests.objecting import ruling

pytestmark = pytest.mark.django_db
FILED, ANSWERED = dt.date(2026, 12, 21), dt.date(2027, 1, 18)
REASONS = "Permohonan tidak dijawab sampai batas waktunya.\n\nYang dikirim kemudian bukan yang diminta."


@pytest.fixture
def body():
    return factories.make_institution(
        government="Pemerintah Kabupaten Tirta Raya", office="Dinas Komunikasi dan Informatika",
        address="Jalan Merdeka Nomor 1", postal_code="45311", phone="(0261) 201001", email="ppid@tirtaraya.example",
        website="https://ppid.tirtaraya.example", copy_fee=250, commission_name="Komisi Informasi Provinsi Contoh",
        commission_address="Jalan Diponegoro 2\nKota Contoh", commission_source="Keputusan Gubernur Nomor 5 Tahun 2024",
    )  # fmt: skip


def of_the_golden_text(letter):
    letter.verify_code = "M3HT7QWEXC5R"
    letter.save()
    return letter


def objection(grounds=(Ground.NOT_ANSWERED, Ground.NOT_AS_ASKED)):
    case = factories.object_to(
        case_of_the_golden_text(), grounds=grounds, at=moment(FILED, 9, 30), reasons=REASONS,
        position="Permohonan diajukan 23 November 2026; sampai hari ini tidak ada surat.",
    )  # fmt: skip
    case.set_tracking_code("K7QD9XMR24PT8WNH")
    case.save()
    return case


def receipt():
    return of_the_golden_text(objection().letters.get(kind=Letter.Kind.RECEIPT))


def superior():
    user = factories.make_user(name="Wahyu Contoh")
    factories.make_appointment(user=user, role=Role.SUPERIOR, position="Sekretaris Daerah selaku Atasan PPID")
    return user


def answer(content=None):
    content = content or ruling(
        outcome=Outcome.WHOLE, order="RKA Dinas Pekerjaan Umum tahun 2025 dan 2026, salinan elektronik.",
        order_until=dt.date(2027, 1, 29),
    )  # fmt: skip
    return of_the_golden_text(
        rulings.draft_ruling(
            case=objection(), content=content, acting_user=superior(), on=ANSWERED, at=moment(ANSWERED)
        )
    )


def upheld():
    return answer(ruling())


def minutes():
    case, ppid = objection(), factories.make_officer(Role.PPID, name="Sari Contoh")
    content = SettlementContent(
        (Ground.NOT_ANSWERED, Ground.NOT_AS_ASKED), dt.date(2027, 1, 6), "Ruang layanan PPID",
        "Budi Contoh, pemohon\nSari Contoh, PPID", "RKA tahun 2026 diserahkan paling lambat 13 Januari 2027.",
    )  # fmt: skip
    day = dt.date(2027, 1, 6)
    letter = settlements.draft_settlement(case=case, content=content, acting_user=ppid, on=day, at=moment(day))
    return of_the_golden_text(letter)


def silence():
    case, day = case_of_the_golden_text(), DUE + dt.timedelta(days=1)
    tick(on=day, at=moment(day))
    return of_the_golden_text(silences.print_silence(case=case, on=day, at=moment(day)))


def silence_of_the_superior():
    case, day = objection(), dt.date(2027, 2, 9)
    tick(on=day, at=moment(day))
    return of_the_golden_text(silences.print_silence(case=case, on=day, at=moment(day)))


TEXTS = {
    "tanda-bukti-keberatan": receipt,
    "tanggapan-keberatan-dikabulkan": answer,
    "tanggapan-keberatan-dikuatkan": upheld,
    "berita-acara-musyawarah": minutes,
    "catatan-tidak-dijawab": silence,
    "catatan-keberatan-tidak-ditanggapi": silence_of_the_superior,
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_whole_text(body, name):
    compare(name, letters.build(TEXTS[name]()))


@pytest.mark.parametrize("name", TEXTS)
def test_each_is_archivable_and_accessible(body, name):
    declares_archive_and_access(letters.build(TEXTS[name]()))


def test_the_print_out_of_silence_bears_no_letterhead_and_says_what_it_is(body):
    said = text_of(letters.build(silence()))
    assert "CATATAN SISTEM, BUKAN SURAT BADAN PUBLIK" in said
    assert "Dinas Komunikasi dan Informatika" not in said
