"""The form for copies: who is granted a copy says which and for whom (PERKI 1/2021 Ps 35)."""

import datetime as dt

import pytest

from ppid.actions import endings
from ppid.actions.log import first_fault
from ppid.law.delivering import PartState
from ppid.law.filing import CopyForm, DeliveryWay
from ppid.law.party import Ending
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import CopyRequest, Deadline, Delivery, MailRecord, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.fees import balance_of
from ppid.queries.giving import parts_of
from tests.factories import TODAY, make_institution, make_officer, moment, run_queue, signed_upload
from tests.giving import ONE, PRICED, SEEN, fill, pay
from tests.integration.cases.test_delivery import FETCHED, FILE, answered, deliver, promises, ready, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return make_officer(Role.FRONT_DESK, name="Sari Contoh")


def due_of(case):
    rows = Delivery.objects.filter(case=case).select_related("letter", "copy_request").order_by("part")
    return balance_of(list(rows)).due.total


def test_the_applicant_fills_it_in_and_it_is_kept_as_a_letter():
    case = answered(PRICED, payment="Tunai.")
    run_queue()
    MailRecord.objects.all().delete()
    asked = fill(case, recipient="  Ani Contoh ")
    assert (asked.recipient, asked.recorded_by, asked.fee.total) == ("Ani Contoh", None, 23_000)
    assert asked.paper.number == "001/PPID-PS/XI/2026"
    event = case.events.get(kind="copy_form_filled")
    assert (event.role, event.payload["way"], event.payload["copying"]) == ("applicant", "post", 5_000)
    assert "Ani" not in str(event.payload)
    assert "Jalan" not in str(event.payload)
    assert [row.audience for row in MailRecord.objects.all()] == ["desk"]
    run_queue()
    asked.paper.refresh_from_db()
    assert asked.paper.draft.name == "formulir-permintaan-salinan.pdf"
    assert first_fault(case) is None


def test_a_file_instead_of_paper_costs_nothing_and_is_promised_from_that_day():
    case = answered(PRICED, payment="Tunai.")
    fill(case, form=CopyForm.SOFT, way=DeliveryWay.EMAIL, address="", reach="budi@contoh.id", on=TODAY + ONE)
    assert due_of(case) == 0
    assert states(case) == [PartState.PROMISED]
    assert promises(case)[1][0] == dt.date(2026, 11, 27), "three working days from Tuesday"
    deadlines = Deadline.objects.standing().filter(case=case)
    [row] = parts_of(case, deadlines, calendar=current_calendar(), on=TODAY + ONE)
    assert row.why.startswith("3 hari kerja sejak formulir permintaan salinan diisi pada 24 November 2026;")


def test_another_way_makes_a_free_part_wait_for_its_fee_and_back_again(clerk):
    make_institution(copy_fee=250, post_fee=15_000)
    case = answered(FETCHED)
    fill(case, clerk, sheets=0)
    assert states(case) == [PartState.UNPAID]
    assert promises(case) == {}
    pay(case, clerk, 15_000, on=TODAY + ONE)
    assert states(case) == [PartState.PROMISED]
    assert Deadline.objects.filter(case=case, term="REQ_DELIVERY", superseded_at__isnull=False).count() == 1


def test_the_newest_form_stands_and_the_part_reads_as_chosen(clerk):
    make_institution(copy_fee=250)
    case = answered(PRICED, payment="Tunai.")
    fill(case)
    fill(case, clerk, way=DeliveryWay.PICK_UP)
    row = Delivery.objects.get(case=case)
    assert (row.given.delivery_way, row.given.fee, row.given.fetched) == (DeliveryWay.PICK_UP, 5_000, True)
    assert row.told.delivery_way is DeliveryWay.POST, "the letter stays what it was"
    assert CopyRequest.objects.count() == 2
    pay(case, clerk, 5_000)
    assert ready(case, clerk, on=TODAY + ONE).state is PartState.AVAILABLE


def test_what_was_paid_is_not_undone_by_a_cheaper_choice(clerk):
    case = answered(PRICED, payment="Tunai.")
    pay(case, clerk, 10_000)
    with pytest.raises(Invalid, match=r"lebih murah daripada yang sudah dibayar, Rp 10\.000"):
        fill(case, form=CopyForm.SOFT, way=DeliveryWay.EMAIL, address="", reach="budi@contoh.id", on=TODAY + ONE)
    assert fill(case, on=TODAY + ONE).pk, "the same again is no cheaper"


def test_a_late_part_is_not_made_to_wait_again(clerk):
    make_institution(post_fee=15_000)
    case = answered(FETCHED)
    late = dt.date(2026, 12, 3)
    with pytest.raises(Invalid, match="sudah habis"):
        fill(case, clerk, sheets=0, on=late)
    assert states(case) == [PartState.PROMISED]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"address": ""}, "address"),
        ({"recipient": " "}, "recipient"),
        ({"sheets": 11}, "sheets"),
        ({"way": DeliveryWay.COURIER}, "way"),
        ({"form": CopyForm.SOFT, "way": DeliveryWay.EMAIL, "reach": "tidak lengkap"}, "reach"),
    ],
)
def test_what_lacks_is_told_at_its_field(fields, place):
    case = answered(PRICED, payment="Tunai.")
    with pytest.raises(Invalid) as refusal:
        fill(case, **fields)
    assert [problem.field for problem in refusal.value.problems] == [place]
    assert not CopyRequest.objects.exists()


def test_neither_what_is_seen_nor_what_is_given_has_a_form(clerk):
    with pytest.raises(Invalid, match="dilihat di tempat"):
        fill(answered(SEEN), sheets=0)
    case = answered(FILE, FETCHED)
    deliver(case, clerk)
    with pytest.raises(Unlawful, match="Sudah diserahkan"):
        fill(case, sheets=0)
    with pytest.raises(Invalid, match="tidak ada dalam surat"):
        fill(case, number=9)


def test_after_an_end_was_noted_only_the_desk_fills_it_in(clerk):
    case = answered(PRICED, payment="Tunai.")
    endings.note_ending(
        case=case, kind=Ending.DEATH, happened_on=TODAY, proof=signed_upload("akta"), acting_user=clerk, on=TODAY,
        at=moment(TODAY, 16),
    )  # fmt: skip
    with pytest.raises(Unlawful, match="meninggal dunia atau bubar"):
        fill(case)
    assert fill(case, clerk).pk
