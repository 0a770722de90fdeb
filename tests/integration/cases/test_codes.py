"""The e-mailed code: six digits, fifteen minutes, five attempts, one use."""

import datetime as dt

import pytest

from ppid.actions import codes
from ppid.law.procedure import Unlawful
from ppid.models import MailRecord, SignInCode
from ppid.models.sealed import unseal
from tests.factories import NOON, file_case, run_queue

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def case():
    return file_case()


def send(case, at=NOON):
    codes.send_code(case=case, at=at)
    return unseal(MailRecord.objects.filter(template="sign_in_code").latest("pk").secret_sealed)


def other(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_right_code_opens_once(case):
    code = send(case)
    assert len(code) == 6
    assert codes.redeem(case=case, code=f" {code[:3]} {code[3:]} ", at=NOON + MINUTE)
    assert not codes.redeem(case=case, code=code, at=NOON + MINUTE)


def test_it_is_kept_as_a_digest_only(case):
    code = send(case)
    row = SignInCode.objects.get()
    assert code not in row.digest
    assert code not in MailRecord.objects.latest("pk").secret_sealed


def test_it_ends_after_fifteen_minutes(case):
    code = send(case)
    assert not codes.redeem(case=case, code=code, at=NOON + 15 * MINUTE)


def test_five_wrong_attempts_spend_it(case):
    code = send(case)
    for _attempt in range(5):
        assert not codes.redeem(case=case, code=other(code), at=NOON)
    assert not codes.redeem(case=case, code=code, at=NOON)


def test_four_wrong_attempts_do_not(case):
    code = send(case)
    for _attempt in range(4):
        codes.redeem(case=case, code=other(code), at=NOON)
    assert codes.redeem(case=case, code=code, at=NOON)


def test_a_new_code_ends_the_one_before(case):
    first = send(case)
    second = send(case, NOON + MINUTE)
    if first != second:
        assert not codes.redeem(case=case, code=first, at=NOON + MINUTE)
    assert codes.redeem(case=case, code=second, at=NOON + MINUTE)


def test_a_code_opens_its_own_case_only(case):
    code = send(case)
    assert not codes.redeem(case=file_case(), code=code, at=NOON)


@pytest.mark.parametrize("code", ["", "      ", "abcdef", "12345", "1" * 5000, "١٢٣٤٥٦"])
def test_rubbish_opens_nothing(case, code):
    send(case)
    assert not codes.redeem(case=case, code=code, at=NOON)


def test_too_many_an_hour_are_refused_and_an_hour_later_not(case):
    for number in range(codes.MOST_PER_HOUR):
        send(case, NOON + number * MINUTE)
    with pytest.raises(Unlawful, match="satu jam"):
        send(case, NOON + 10 * MINUTE)
    assert send(case, NOON + dt.timedelta(hours=2))


def test_without_an_address_the_desk_helps():
    with pytest.raises(Unlawful, match="petugas"):
        codes.send_code(case=file_case(email=""), at=NOON)


def test_the_sealed_code_is_wiped_when_the_mail_has_left(case):
    send(case)
    run_queue()
    assert MailRecord.objects.filter(template="sign_in_code", state="sent", secret_sealed="").exists()
