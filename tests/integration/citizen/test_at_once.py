"""Many people send at once, and one person twice at once: every sending through its own POST, on both databases."""

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from ppid.actions import drafts
from ppid.actions.log import first_fault
from ppid.models import Applicant, CaseEvent, InformationRequest, Letter, MailRecord
from tests.integration.cases.test_numbering import at_once
from tests.integration.citizen.asking import ANSWERS

ALL_ANSWERS = {name: value for answers in ANSWERS.values() for name, value in answers.items()}


def drafted(number: int) -> str:
    return drafts.keep(token="", answers={**ALL_ANSWERS, "name": f"Pemohon {number}"}, at=timezone.now())


def sent(token: str) -> str:
    """Where the browser is led: the receipt."""
    response = Client().post("/permohonan/baru/kirim/", {"draft": token})
    # As the server does after each answer; the test client leaves it open, and PostgreSQL's pool holds few.
    connection.close()
    assert response.status_code == 302, response.content.decode()[:500]
    return response.url


def numbered() -> list[int]:
    return sorted(int(number.split("/")[0]) for number in InformationRequest.objects.values_list("number", flat=True))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_posts_at_once_have_two_hundred_numbers_without_a_gap(body):
    tokens = [drafted(number) for number in range(200)]
    urls = at_once(200, lambda number: sent(tokens[number]), threads=20)
    assert set(urls) == {"/permohonan/tanda-terima/"}
    assert numbered() == list(range(1, 201))
    assert CaseEvent.objects.filter(kind="registered").count() == 200
    assert MailRecord.objects.count() == Letter.objects.count() == 200
    assert all(first_fault(case) is None for case in InformationRequest.objects.all())


@pytest.mark.django_db(transaction=True)
def test_the_same_submission_posted_eight_times_at_once_is_one_case(body):
    token = drafted(1)
    urls = at_once(8, lambda _time: sent(token))
    assert set(urls) == {"/permohonan/tanda-terima/"}
    assert numbered() == [1]
    assert Applicant.objects.count() == MailRecord.objects.count() == Letter.objects.count() == 1
