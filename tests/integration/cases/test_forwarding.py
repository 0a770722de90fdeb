"""Handing a request on to the body that holds the information: the wish first, and what it allows (law.md §1.4)."""

import datetime as dt

import pytest

from ppid import letters
from ppid.actions import forwarding
from ppid.actions.log import first_fault
from ppid.law.decisions import Decision
from ppid.law.forwarding import Carry
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import CaseFile, Deadline, Forwarding, Letter, Role
from ppid.queries.timeline import timeline
from ppid.queries.tracking import followed
from tests import factories
from tests.factories import TODAY, moment
from tests.golden.test_letters import text_of

pytestmark = pytest.mark.django_db
BODY = "Dinas Kesehatan Provinsi Nusa"
NEXT = TODAY + dt.timedelta(1)


@pytest.fixture
def case():
    return factories.answer_case(decision=Decision.NOT_HELD, holder=BODY)


@pytest.fixture
def officer():
    return factories.make_officer(Role.FRONT_DESK)


def wish(case, carries=(), on=TODAY, **fields):
    return forwarding.wish(case=case, carries=carries, on=on, at=moment(on, 16), **fields)


def forward(case, user, on=NEXT, **fields):
    wanted = {"forwarded_on": on, "how": "email", **fields}
    return forwarding.forward(case=case, acting_user=user, on=on, at=moment(on, 9), **wanted)


def written(row):
    return text_of(letters.build(Letter.objects.get(pk=row.letter_id)))


def test_the_desk_hands_nothing_on_by_itself(case, officer):
    with pytest.raises(Unlawful, match="Kehendak pemohon"):
        forward(case, officer)
    with pytest.raises(Invalid, match="Surat kehendak"):
        wish(case, acting_user=officer)
    assert not Forwarding.objects.exists()


def test_the_wish_then_the_act_and_no_date_moves(case, officer):
    before = list(Deadline.objects.filter(case=case).order_by("pk").values())
    row = wish(case, (Carry.NAME,))
    assert (row.body, row.carries, row.by) == (BODY, ["name"], "applicant")
    done = forward(case, officer, proof=factories.signed_upload("resi"))
    assert (done.forwarded_on, done.how) == (NEXT, "email")
    assert [event.kind for event in case.events.order_by("seq")][-2:] == ["forwarding_wished", "request_forwarded"]
    assert BODY not in str([event.payload for event in case.events.all()])
    assert list(Deadline.objects.filter(case=case).order_by("pk").values()) == before
    assert first_fault(case) is None
    with pytest.raises(Unlawful, match="sudah diteruskan"):
        forward(case, officer)
    with pytest.raises(Unlawful, match="sudah diteruskan"):
        wish(case)


def test_the_cover_letter_carries_what_the_applicant_allowed_and_nothing_more(case):
    text = written(wish(case))
    assert BODY in text
    assert "Salinan laporan realisasi anggaran" in text
    for kept_back in ("Budi Contoh", "Jalan Contoh", "budi@contoh.id", "0812", "Bahan ajar", "3201019876543210"):
        assert kept_back not in text
    again = wish(case, (Carry.NAME, Carry.CONTACT, Carry.PURPOSE))
    assert Forwarding.objects.count() == 1
    text = written(again)
    for allowed in ("Budi Contoh", "Jalan Contoh", "budi@contoh.id", "Bahan ajar"):
        assert allowed in text
    assert "3201019876543210" not in text


def test_at_the_desk_the_written_wish_is_kept_with_the_case(case, officer):
    row = wish(case, acting_user=officer, paper=factories.signed_upload("kehendak"), wished_on=TODAY)
    assert CaseFile.objects.get(case=case, role="kehendak").file_id == row.paper_id


@pytest.mark.parametrize("answer", [{}, {"decision": Decision.NOT_HELD}])
def test_an_answer_that_names_no_body_opens_no_way(answer):
    with pytest.raises(Unlawful, match="tidak menyebut badan publik lain"):
        wish(factories.answer_case(**answer))


def test_before_the_answer_nothing_is_handed_on():
    with pytest.raises(Unlawful, match="Terdaftar"):
        wish(factories.file_case())


def test_both_stories_tell_it_and_the_tracking_page_says_whose_clock_runs(case, officer):
    assert followed(case, on=TODAY).onward == "named"
    wish(case)
    assert followed(case, on=TODAY).onward == "wished"
    forward(case, officer)
    seen = followed(case, on=NEXT)
    assert seen.onward == "forwarded"
    assert "sejak menerimanya sendiri" in seen.story[-1].text
    told = [item for item in timeline(case, on=NEXT) if not item.next]
    assert "Diteruskan ke badan publik lain" in told[-1].text
