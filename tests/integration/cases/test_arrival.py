"""When the applicant has the letter (law.md §7.1): at once, or on the day that the post says."""

import datetime as dt

import pytest

from ppid.actions import requests
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Appointment, Letter, Role
from tests.factories import TODAY, draft_letter, file_case, make_officer, moment, signed_upload

pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2026, 11, 27)


def sent(how):
    officer = make_officer(Role.PPID)
    letter = draft_letter(file_case(), user=officer)
    signer = Appointment.objects.get(user=officer)
    by = {"acting_user": officer, "on": TODAY, "at": moment(TODAY, 14)}
    requests.attach_signed(compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=signer, **by)
    return requests.record_sending(letter=letter, sent_on=TODAY, how=how, **by), officer


def arrive(letter, officer, day=FRIDAY, **more):
    return requests.record_arrival(
        letter=letter, delivered_on=day, acting_user=officer, on=FRIDAY, at=moment(FRIDAY), **more
    )


@pytest.mark.parametrize("how", ["portal", "email", "by_hand", "fax"])
def test_what_does_not_travel_is_there_when_it_is_sent(how):
    letter, officer = sent(how)
    assert letter.delivered_on == TODAY
    with pytest.raises(Unlawful, match="sudah tercatat"):
        arrive(letter, officer)


@pytest.mark.parametrize("how", ["post", "courier"])
def test_post_and_courier_arrive_on_a_day_of_their_own_with_proof(how):
    letter, officer = sent(how)
    assert letter.delivered_on is None
    arrive(letter, officer, proof=signed_upload("resi"))
    letter.refresh_from_db()
    assert letter.delivered_on == FRIDAY
    event = letter.case.events.order_by("-seq").first()
    assert (event.kind, event.payload["delivered_on"]) == ("letter_arrived", "2026-11-27")
    assert event.payload["proof"]
    assert letter.case.files.filter(role="bukti").count() == 1


def test_a_letter_that_was_not_sent_does_not_arrive():
    officer = make_officer(Role.PPID)
    with pytest.raises(Unlawful, match="belum disampaikan"):
        arrive(draft_letter(file_case(), user=officer), officer)


def test_a_day_before_the_sending_is_told_at_its_field():
    letter, officer = sent("post")
    with pytest.raises(Invalid) as refusal:
        arrive(letter, officer, day=TODAY - dt.timedelta(1))
    assert refusal.value.problems[0].field == "delivered_on"
    assert Letter.objects.get(pk=letter.pk).delivered_on is None
