"""What a notice costs is paid, receipted, and starts what waited for it (PERKI 1/2021 Ps 37-38; law.md §9)."""

import datetime as dt

import pytest

from ppid.actions import clock
from ppid.actions.log import first_fault
from ppid.law.delivering import PartState
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import CaseFile, Deadline, Delivery, MailRecord, Payment, Role
from ppid.queries.fees import balance_of
from tests.factories import TODAY, make_appointment, make_institution, make_officer, moment, run_queue, signed_upload
from tests.giving import ONE, PRICED, fill, pay
from tests.integration.cases.test_delivery import ENCLOSED, FILE, PRINTED, answered, deliver, promises, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return make_officer(Role.FRONT_DESK, name="Sari Contoh")


def rows(case):
    return list(Delivery.objects.filter(case=case).select_related("letter", "copy_request").order_by("part"))


def test_the_last_rupiah_starts_every_part_that_waited__law_md_9(clerk):
    case = answered(FILE, PRICED, PRINTED, payment="Tunai.")
    assert states(case) == [PartState.PROMISED, PartState.UNPAID, PartState.UNPAID]
    pay(case, clerk, 20_000)
    assert states(case)[1:] == [PartState.UNPAID, PartState.UNPAID], "a part of the fee starts nothing"
    assert balance_of(rows(case)).left == 8_000
    pay(case, clerk, 8_000, on=TODAY + 3 * ONE, paid_on=TODAY + 2 * ONE)
    assert states(case)[1:] == [PartState.PROMISED, PartState.PROMISED]
    # Three working days after Wednesday 25 November, on which the money was there, not after its writing down.
    assert {number: due for number, (due, _met, _missed) in promises(case).items()} == {
        1: dt.date(2026, 11, 30), 2: dt.date(2026, 11, 30), 3: dt.date(2026, 11, 30),
    }  # fmt: skip
    assert case.events.filter(kind="parts_promised").last().payload["terms"] == {"2": "2026-11-30", "3": "2026-11-30"}
    assert first_fault(case) is None


def test_each_payment_has_its_numbered_receipt_and_its_mail__perki_38(clerk):
    case = answered(PRICED, payment="Tunai.")
    run_queue()
    MailRecord.objects.all().delete()
    first, second = pay(case, clerk, 3_000), pay(case, clerk, 20_000, how="account", proof=signed_upload("transfer"))
    assert [row.receipt.number for row in (first, second)] == ["001/PPID-KW/XI/2026", "002/PPID-KW/XI/2026"]
    assert second.receipt.content["before"] == 3_000
    assert second.receipt.content["officer"] == "Sari Contoh"
    assert CaseFile.objects.get(case=case).role == CaseFile.Role.PAYMENT
    events = list(case.events.filter(kind="payment_recorded").order_by("seq"))
    assert [(row.payload["amount"], row.payload["left"], row.payload["how"]) for row in events] == [
        (3_000, 20_000, "cash"), (20_000, 0, "account"),
    ]  # fmt: skip
    assert all("Budi" not in str(row.payload) for row in events)
    assert MailRecord.objects.filter(template="payment_recorded", audience="applicant").count() == 2
    run_queue()
    second.receipt.refresh_from_db()
    assert second.receipt.draft.name == "kuitansi.pdf"


def test_a_paid_part_is_handed_over_and_closes_the_case(clerk):
    case = answered(PRICED, payment="Tunai.")
    pay(case, clerk)
    deliver(case, clerk, how="by_hand", given=[], on=TODAY + ONE)
    case.refresh_from_db()
    assert case.closed_on == TODAY + ONE


def test_a_promise_from_a_payment_is_missed_like_any_other(clerk):
    case = answered(PRICED, payment="Tunai.")
    clock.tick(on=dt.date(2026, 12, 4), at=moment(dt.date(2026, 12, 4), 6))
    assert not case.events.filter(kind="term_missed", payload__term="REQ_DELIVERY").exists(), "unpaid is not late"
    pay(case, clerk, on=dt.date(2026, 12, 4))
    clock.tick(on=dt.date(2026, 12, 11), at=moment(dt.date(2026, 12, 11), 6))
    assert case.events.get(kind="term_missed", payload__term="REQ_DELIVERY").payload["due"] == "2026-12-09"


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ({"amount": 23_001}, "amount", "melebihi biaya"),
        ({"amount": 0}, "amount", "rupiah bulat"),
        ({"paid_on": TODAY + 2 * ONE}, "paid_on", "masa depan"),
        ({"paid_on": TODAY - ONE}, "paid_on", "mendahului pemberitahuan"),
        ({"how": "emas"}, "how", "belum dipilih"),
        ({"proof": signed_upload("x")}, None, ""),
    ],
)
def test_a_wrong_payment_is_refused_at_its_field_and_leaves_nothing(clerk, fields, place, words):
    case = answered(PRICED, payment="Tunai.")
    if place is None:
        assert pay(case, clerk, **fields).pk
        return
    with pytest.raises(Invalid, match=words) as refusal:
        pay(case, clerk, **fields)
    assert [problem.field for problem in refusal.value.problems] == [place]
    assert not Payment.objects.exists()
    assert not case.letters.filter(kind="payment").exists(), "and no number of the series is used up"


def test_where_nothing_is_owed_nothing_is_taken__perki_37_3(clerk):
    with pytest.raises(Invalid, match="Tidak ada biaya"):
        pay(answered(FILE, ENCLOSED), clerk)
    case = answered(PRICED, payment="Tunai.")
    pay(case, clerk)
    with pytest.raises(Invalid, match="Tidak ada biaya"):
        pay(case, clerk, 1)


def test_only_the_desk_takes_money():
    case = answered(PRICED, payment="Tunai.")
    with pytest.raises(Unlawful, match="wewenang"):
        pay(case, make_appointment(role=Role.ASSISTANT).user)


def test_the_copy_that_was_chosen_is_what_is_paid(clerk):
    make_institution(copy_fee=250, post_fee=15_000, courier_fee=20_000)
    case = answered(PRICED, payment="Tunai.")
    fill(case, way="courier", on=TODAY)
    assert balance_of(rows(case)).due.total == 25_000
    pay(case, clerk, 25_000)
    assert promises(case)[1][0] == dt.date(2026, 11, 27)
    assert Deadline.objects.standing().filter(case=case, term="REQ_DELIVERY").count() == 1
