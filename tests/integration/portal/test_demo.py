"""`manage.py demo`: a believable body in an empty installation, and never a touch on real work."""

import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command

from disclosures.models import Outcome, RegisterEntry
from portal import second_factor
from portal.demo import lives, load
from portal.demo.body import PEOPLE
from portal.demo.questions import QUESTIONS
from portal.models import User
from ppid.actions.log import first_fault
from ppid.law.delivering import PartState
from ppid.law.filing import Channel
from ppid.law.letters import LetterKind
from ppid.law.procedure import State
from ppid.models import (
    Case,
    Delivery,
    Dispute,
    Hearing,
    IncomingMail,
    InformationRequest,
    Letter,
    Objection,
    Opening,
    PublicSubject,
    Unit,
)
from tests import factories

ON = dt.date(2026, 11, 23)


@pytest.fixture
def apart(settings, tmp_path):
    """Marks, mails and index of the demonstration stay out of the tests' own folder."""
    settings.DATA_DIR = tmp_path
    settings.OUTBOX_DIR = tmp_path / "outbox"
    settings.SEARCH_DIR = tmp_path / "search"


@pytest.mark.django_db
def test_it_refuses_an_installation_that_holds_a_case(apart):
    factories.file_case()
    with pytest.raises(CommandError, match="sudah berisi"):
        call_command("demo", "--small")
    assert Case.objects.count() == 1
    assert not second_factor.is_demo()


@pytest.mark.django_db
def test_a_day_that_is_no_date_is_wrong_usage(apart):
    with pytest.raises(CommandError) as caught:
        call_command("demo", "--on", "kemarin")
    assert caught.value.returncode == 2


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_small_one_holds_a_case_of_every_fate(apart, capsys):
    call_command("demo", "--small", "--on", ON.isoformat())
    assert InformationRequest.objects.count() == len({question.fate for question in QUESTIONS}) + len(
        lives.chosen(True)
    )
    assert set(InformationRequest.objects.values_list("state", flat=True)) == set(State)
    assert set(Case.objects.values_list("kind", flat=True)) == set(Case.Kind)
    assert Letter.objects.filter(kind="notice", sent_on__isnull=False).exists()
    assert second_factor.is_demo()
    password = json.loads(second_factor.demo_mark().read_text())["password"]
    assert password in capsys.readouterr().out
    assert all(User.objects.get(email=person.email).check_password(password) for person in PEOPLE)
    call_command("demo", "--keep")
    with pytest.raises(CommandError, match="sudah dimuat"):
        call_command("demo")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_whole_one_is_as_large_as_promised(apart):
    made = load.load(on=ON, small=False, say=lambda part: None)
    assert Unit.objects.count() >= 30
    assert RegisterEntry.objects.filter(live=True).count() >= 60
    assert Outcome.objects.count() == load.REPORTS
    assert made.cases == InformationRequest.objects.count() >= 100
    assert set(InformationRequest.objects.values_list("state", flat=True)) == set(State)
    assert set(InformationRequest.objects.values_list("channel", flat=True)) == set(Channel)
    assert set(Letter.objects.values_list("kind", flat=True)) == set(LetterKind)
    assert {row.state for row in Delivery.objects.all()} >= set(PartState) - {PartState.PROMISED}
    assert {"new", "joined", "automatic", "spam"} == set(IncomingMail.objects.values_list("state", flat=True))
    assert all(first_fault(case) is None for case in Case.objects.all())
    for case in Case.objects.prefetch_related("events"):
        days = [event.day for event in case.events.all()]
        assert days == sorted(days), f"{case.number}: written down in the order of its days"
    assert Dispute.objects.count() == 4
    assert Opening.objects.count() == 1
    assert Hearing.objects.filter(held_on__gt=ON).exists()
    assert PublicSubject.objects.filter(approved_on__isnull=False).count() >= 15
    assert Objection.objects.count() >= 12
    assert {"registered", "answered", "withdrawn"} == set(Objection.objects.values_list("state", flat=True))
    assert {"upheld", "whole", "part", ""} == set(Objection.objects.values_list("outcome", flat=True))
