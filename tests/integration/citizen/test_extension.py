"""The applicant learns of an extension: by mail and on the tracking page, old day, new day and why (UU 22(8))."""

import datetime as dt

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import TODAY, extend_case, file_case, moment, run_queue
from tests.integration.citizen.asking import follow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
TOLD = ("Senin, 7 Desember 2026", "Rabu, 16 Desember 2026", "Berkasnya masih di arsip daerah.", "belum dikuasai")
PERSON = ("Budi Contoh", "budi@contoh.id", "081200000000", "3201019876543210", "Jalan Contoh 1")


def mailed():
    mail.outbox.clear()
    run_queue()
    return next(message for message in mail.outbox if "diperpanjang" in message.subject)


def test_the_mail_says_old_and_new_day_with_the_reason_and_no_name_in_its_subject():
    case = file_case()
    letter = extend_case(case)
    message = mailed()
    assert message.subject == f"Waktu jawaban permohonan {case.number} diperpanjang"
    for word in (*TOLD, letter.number, case.tracking_code):
        assert word in message.body, word
        assert word in message.alternatives[0][0], word


def test_the_tracking_page_says_both_days_the_ground_the_reason_and_every_day_between(client):
    case = file_case()
    extend_case(case, on=TODAY)
    with CaptureQueriesContext(
        connection,
    ) as told:
        page = follow(client, case.tracking_code).content.decode()
    for word in (*TOLD, "Waktu jawaban diperpanjang", "Semula paling lambat", "17 hari kerja lagi"):
        assert word in page, word
    assert "kode=REQ_EXTENSION&amp;dari=2026-12-07" in page
    assert "7 hari kerja setelah hari terakhir semula" in page
    assert "(mulai Kamis, 17 Desember 2026)" in page
    for secret in PERSON:
        assert secret not in page
    assert told


def test_a_day_that_no_decree_covers_yet_is_said_to_be_unknown(client):
    received = dt.date(2027, 12, 15)
    case = file_case(at=moment(received))
    extend_case(case, on=dt.date(2027, 12, 20))
    page = follow(client, case.tracking_code).content.decode()
    assert "Kamis, 30 Desember 2027" in page
    assert "dihitung setelah SKB 3 Menteri dimuat" in page
