"""The own page on which an applicant wants the request handed on to the body that the answer names."""

import datetime as dt
import re

import pytest

from ppid.citizen import tracking
from ppid.law.decisions import Decision
from ppid.models import Forwarding
from tests import factories
from tests.factories import TODAY, moment
from tests.integration.citizen.asking import follow
from tests.integration.citizen.test_own_case import open_with_code, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]
URL, STATE = "/lacak/teruskan/", "/lacak/permohonan/"
BODY = "Dinas Kesehatan Provinsi Nusa"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(tracking, "STEADY", 0.0)


def test_what_is_typed_before_the_code_waits_and_the_wish_is_recorded_after_it(client, noon):
    case = factories.answer_case(decision=Decision.NOT_HELD, holder=BODY)
    noon.set(moment(TODAY + dt.timedelta(1)))
    assert client.get(URL)["Location"] == "/lacak/"
    follow(client, case.tracking_code)
    state = page(client.get(STATE))
    assert URL in state
    assert BODY not in state
    assert client.post(URL, {"name": "on", "by": "applicant"})["Location"] == "/lacak/kode/"
    assert not Forwarding.objects.exists()
    assert open_with_code(client)["Location"] == URL
    form = page(client.get(URL))
    assert BODY in form
    assert re.search(r'<input[^>]*name="name"[^>]*checked', form)
    assert client.post(URL, {"name": "on"}).status_code == 422
    assert client.post(URL, {"name": "on", "by": "applicant"})["Location"] == STATE
    assert Forwarding.objects.get(case=case).carries == ["name"]
    state = page(client.get(STATE))
    assert "bukan sejak kami menerima permohonan Anda" in state


def test_an_answer_that_names_nobody_leads_back(client):
    case = factories.answer_case()
    follow(client, case.tracking_code)
    assert URL not in page(client.get(STATE))
    open_with_code(client)
    assert client.get(URL)["Location"] == STATE
