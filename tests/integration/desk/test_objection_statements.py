"""Pages with objections ask as many statements for many as for few."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ppid.models import Role
from tests.factories import file_case, make_institution, make_officer, moment, object_to
from tests.integration.citizen.asking import follow
from tests.objecting import answer_objection

pytestmark = pytest.mark.django_db
FILED, ANSWERED = dt.date(2026, 12, 21), dt.date(2027, 1, 18)


def counted(client, address) -> int:
    with CaptureQueriesContext(connection) as said:
        assert client.get(address).status_code == 200
    return len(said)


@pytest.mark.parametrize(
    "name",
    ["desk_objections", "desk_objection_register", "desk_superior", "public_objections", "public_objections_csv"],
)
def test_as_many_for_ten_as_for_two(client, name):
    make_institution(email="ppid@tirtaraya.example")
    client.force_login(make_officer(Role.SUPERIOR))
    counts = []
    for more in (2, 8):
        for _case in range(more):
            case = object_to(file_case(), at=moment(FILED))
        answer_objection(case, on=ANSWERED)
        client.get(reverse(name))
        counts.append(counted(client, reverse(name)))
    assert counts[0] == counts[1]


def test_the_tracking_page_of_an_objection_stays_small(client):
    make_institution(email="ppid@tirtaraya.example")
    case = object_to(file_case(), at=moment(FILED))
    answer_objection(case, on=ANSWERED)
    follow(client, case.tracking_code)
    assert counted(client, "/lacak/keberatan/") <= 12
