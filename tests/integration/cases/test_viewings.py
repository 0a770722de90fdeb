"""Seeing something at the office by appointment, with minutes (PERKI 1/2021 Ps 35)."""

import datetime as dt

import pytest

from ppid.actions import clock
from ppid.actions.log import first_fault
from ppid.law.delivering import PartState
from ppid.law.procedure import Invalid, Unlawful
from ppid.law.viewing import Slot
from ppid.models import Delivery, MailRecord, Role, Viewing
from tests.factories import TODAY, make_institution, make_officer, moment, run_queue, signed_upload
from tests.giving import LATER, MORNING, ONE, SEEN, choose, hold, offer, said
from tests.integration.cases.test_delivery import FILE, answered, deliver, promises, states

pytestmark = pytest.mark.django_db
# Five working days from Monday 23 November.
DUE = dt.date(2026, 11, 30)


@pytest.fixture
def clerk():
    make_institution()
    return make_officer(Role.FRONT_DESK, name="Sari Contoh")


def absent(case, user, on):
    from ppid.actions import viewings

    return viewings.note_absence(case=case, part=1, **said(user, on))


def test_offered_chosen_and_held_the_part_is_given_and_the_case_closed(clerk):
    case = answered(SEEN)
    run_queue()
    MailRecord.objects.all().delete()
    offer(case, clerk)
    assert states(case) == [PartState.AVAILABLE]
    assert promises(case)[1] == (DUE, TODAY, None), "naming times keeps the promise"
    choose(case, slot=1)
    row = hold(case, clerk, on=LATER.day, day=LATER.day)
    assert (row.state, row.how, row.received_on) == (PartState.DELIVERED, "viewed", LATER.day)
    assert row.note.number == "001/PPID-BA/XI/2026"
    case.refresh_from_db()
    assert case.closed_on == LATER.day
    viewing = Viewing.objects.get(case=case)
    assert (viewing.outcome, viewing.ended_on, viewing.agreed) == ("held", LATER.day, LATER)
    assert [event.kind for event in case.events.order_by("seq")][-3:] == [
        "viewing_offered", "viewing_chosen", "part_delivered",
    ]  # fmt: skip
    told = MailRecord.objects.order_by("pk").values_list("template", "audience")
    assert list(told) == [
        ("viewing_offered", "applicant"), ("viewing_chosen", "applicant"), ("viewing_chosen", "desk"),
        ("part_delivered", "applicant"),
    ]  # fmt: skip
    run_queue()
    row.note.refresh_from_db()
    assert row.note.draft.name == "berita-acara-melihat-informasi.pdf"
    assert first_fault(case) is None


@pytest.mark.parametrize(
    ("slots", "place", "words"),
    [
        ((), "day_1", "Belum ada waktu"),
        ((MORNING, Slot(dt.date(2026, 11, 28), dt.time(9), dt.time(10))), "day_2", "Bukan hari kerja"),
        ((Slot(TODAY, dt.time(9), dt.time(10)),), "day_1", "sudah lewat"),
        ((Slot(TODAY + ONE, dt.time(7), dt.time(9)),), "starts_1", "jam layanan, 08.00–15.00"),
        ((MORNING, MORNING), "day_2", "sudah ditulis"),
        ((Slot(DUE + ONE, dt.time(9), dt.time(10)),), "day_1", "paling lambat 30-11-2026"),
    ],
)
def test_only_working_days_opening_hours_and_one_time_within_the_promise(clerk, slots, place, words):
    case = answered(SEEN)
    with pytest.raises(Invalid, match=words) as refusal:
        offer(case, clerk, slots=slots)
    assert [problem.field for problem in refusal.value.problems] == [place]
    assert states(case) == [PartState.PROMISED]


def test_on_the_last_day_and_after_it_a_later_time_may_be_named(clerk):
    case = answered(SEEN)
    after = Slot(DUE + ONE, dt.time(9), dt.time(10))
    assert offer(case, clerk, slots=(after,), on=DUE).pk


def test_what_is_given_as_a_copy_is_not_shown_by_appointment(clerk):
    with pytest.raises(Invalid, match="sebagai salinan"):
        offer(answered(FILE), clerk)
    with pytest.raises(Invalid, match="sebagai salinan"):
        hold(answered(FILE), clerk)


def test_a_time_is_chosen_once_and_while_it_is_to_come(clerk):
    case = answered(SEEN)
    with pytest.raises(Unlawful, match=r"Siap|disiapkan"):
        choose(case)
    offer(case, clerk)
    with pytest.raises(Invalid, match="Pilih salah satu yang ditawarkan"):
        choose(case, slot=7)
    with pytest.raises(Invalid, match="sudah lewat"):
        choose(case, slot=0, on=TODAY + ONE)
    choose(case, slot=1, on=TODAY + ONE)
    with pytest.raises(Unlawful, match="sudah dipilih"):
        choose(case, slot=0)


def test_other_times_replace_the_first_ones(clerk):
    case = answered(SEEN)
    offer(case, clerk)
    choose(case)
    offer(case, clerk, slots=(LATER,))
    assert list(Viewing.objects.order_by("pk").values_list("outcome", flat=True)) == ["replaced", ""]
    assert Delivery.objects.get(case=case).viewing.slots == [LATER.as_json()]
    choose(case)


def test_who_does_not_come_is_offered_another_time_and_is_no_withdrawal(clerk):
    case = answered(SEEN)
    offer(case, clerk)
    choose(case)
    with pytest.raises(Unlawful, match="belum lewat"):
        absent(case, clerk, TODAY)
    absent(case, clerk, MORNING.day)
    assert states(case) == [PartState.AVAILABLE]
    assert case.events.get(kind="viewing_missed").payload["day"] == "2026-11-24"
    offer(case, clerk, slots=(LATER,), on=MORNING.day)
    choose(case, on=MORNING.day)
    hold(case, clerk, on=LATER.day, day=LATER.day)
    assert list(Viewing.objects.order_by("pk").values_list("outcome", flat=True)) == ["missed", "held"]


def test_nobody_is_reminded_before_the_visit_and_everybody_after_it(clerk):
    case = answered(SEEN)
    visit = Slot(dt.date(2026, 12, 1), dt.time(9), dt.time(10))
    offer(case, clerk, slots=(MORNING, visit))
    choose(case, slot=1)
    clock.tick(on=dt.date(2026, 12, 7), at=moment(dt.date(2026, 12, 7), 6))
    assert not case.events.filter(kind="part_reminded").exists(), "five working days count from the visit"
    clock.tick(on=dt.date(2026, 12, 8), at=moment(dt.date(2026, 12, 8), 6))
    assert case.events.filter(kind="part_reminded").count() == 1


def test_who_comes_unannounced_is_shown_it_and_the_promise_is_kept(clerk):
    case = answered(SEEN)
    hold(case, clerk)
    assert promises(case)[1] == (DUE, TODAY + ONE, None)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"day": TODAY + 2 * ONE}, "day"), ({"day": TODAY - ONE}, "day"), ({"ends": dt.time(8)}, "ends"),
        ({"place": " "}, "place"), ({"shown": ""}, "shown"), ({"visitor": ""}, "visitor"), ({"officer": ""}, "officer"),
    ],
)  # fmt: skip
def test_minutes_that_lack_something_come_back(clerk, fields, place):
    case = answered(SEEN)
    with pytest.raises(Invalid) as refusal:
        hold(case, clerk, **fields)
    assert [problem.field for problem in refusal.value.problems] == [place]
    assert states(case) == [PartState.PROMISED]


def test_what_is_seen_is_recorded_with_minutes_and_not_as_a_handing_over(clerk):
    case = answered(SEEN)
    with pytest.raises(Invalid, match="berita acara"):
        deliver(case, clerk, how="viewed", given=[])
    offer(case, clerk)
    deliver(case, clerk, how="by_hand", given=[], proof=signed_upload("tanda"))
    assert Viewing.objects.get().outcome == "replaced", "a copy was handed over instead"
