"""What a notice promised is handed over part by part, each dated and with its proof (PERKI 1/2021 Ps 31(4)f, 35)."""

import datetime as dt
import importlib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile

from ppid import migrations
from ppid.actions import calendar as decrees
from ppid.actions import clock, delivery
from ppid.actions.log import first_fault
from ppid.law.calendar import Decree, DecreeDay, Kind
from ppid.law.delivering import PartState
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import CaseFile, Deadline, Delivery, Letter, MailRecord, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.giving import giving_of
from tests.factories import (
    TODAY,
    answer_case,
    file_case,
    make_appointment,
    make_exclusion,
    make_officer,
    moment,
    notice,
    part,
    signed_upload,
)

pytestmark = pytest.mark.django_db
ONE = dt.timedelta(1)
# Five working days from Monday 23 November 2026 end on Monday the 30th, eight on Thursday 3 December.
DUE_5, DUE_8 = dt.date(2026, 11, 30), dt.date(2026, 12, 3)
ENCLOSED = part(material="Laporan.", days=0)
FILE = part(material="Lampiran.", days=5)
FETCHED = part(material="Gambar.", forms=(CopyForm.HARD,), delivery_way=DeliveryWay.PICK_UP, days=8)
PRINTED = part(
    material="Cetakan.", forms=(CopyForm.HARD,), delivery_way=DeliveryWay.POST, sheets=10, fee_per_sheet=500, days=3
)


@pytest.fixture
def ppid():
    return make_officer(Role.PPID, name="Dra. Ratna Contoh")


def answered(*parts, **fields):
    return answer_case(parts=parts, **fields)


def pdf(name="lampiran.pdf"):
    return ContentFile(b"%PDF-1.7 informasi", name=name)


def deliver(case, ppid, number=1, *, on=TODAY, how="portal", **fields):
    wanted = {"given": [pdf()], "delivered_on": on, **fields}
    return delivery.deliver(case=case, part=number, how=how, acting_user=ppid, on=on, at=moment(on, 16), **wanted)


def ready(case, ppid, number=1, on=TODAY):
    return delivery.make_available(case=case, part=number, available_on=on, acting_user=ppid, on=on, at=moment(on, 16))


def states(case):
    return [row.state for row in Delivery.objects.filter(case=case).order_by("part")]


def promises(case):
    rows = Deadline.objects.standing().filter(case=case, term="REQ_DELIVERY").order_by("part")
    return {row.part: (row.due, row.met_on, row.missed_on) for row in rows}


def test_the_sending_promises_each_part_and_hands_over_what_is_enclosed__perki_31_4_f():
    case = answered(ENCLOSED, FILE, FETCHED)
    assert states(case) == [PartState.DELIVERED, PartState.PROMISED, PartState.PROMISED]
    assert promises(case) == {2: (DUE_5, None, None), 3: (DUE_8, None, None)}
    assert case.closed_on is None
    event = case.events.get(kind="parts_promised")
    assert event.payload["terms"] == {"2": "2026-11-30", "3": "2026-12-03"}
    enclosed = Delivery.objects.get(case=case, part=1)
    assert (enclosed.delivered_on, enclosed.how, enclosed.received_on) == (TODAY, "portal", TODAY)
    assert first_fault(case) is None


def test_a_part_with_a_fee_is_promised_from_its_payment__law_md_9(ppid):
    case = answered(FILE, PRINTED, payment="Tunai.")
    assert states(case) == [PartState.PROMISED, PartState.UNPAID]
    assert set(promises(case)) == {1}
    with pytest.raises(Unlawful, match="pembayarannya belum dicatat"):
        deliver(case, ppid, 2, how="by_hand")
    row = Delivery.objects.get(case=case, part=2)
    delivery.start(case, row, from_day=TODAY + ONE, at=moment(TODAY + ONE))
    assert promises(case)[2][0] == dt.date(2026, 11, 27), "three working days from the payment on Tuesday"
    assert deliver(case, ppid, 2, how="by_hand", on=TODAY + ONE, given=[]).state is PartState.DELIVERED


def test_everything_enclosed_closes_the_case_with_its_answer():
    case = answered(ENCLOSED)
    assert (case.closed_on, states(case), promises(case)) == (TODAY, [PartState.DELIVERED], {})
    assert not case.events.filter(kind="parts_promised").exists()


def test_a_part_is_handed_over_with_its_files_note_and_mail_and_the_last_one_closes_the_case(ppid):
    case = answered(FILE, FETCHED)
    MailRecord.objects.all().delete()
    row = deliver(case, ppid, 1, on=TODAY + ONE)
    case.refresh_from_db()
    assert (row.state, row.delivered_on, row.received_on) == (PartState.DELIVERED, TODAY + ONE, TODAY + ONE)
    assert promises(case)[1] == (DUE_5, TODAY + ONE, None)
    assert case.closed_on is None, "the second part is still owed"
    given = row.papers.get()
    assert (given.role, given.file.name, given.case_id) == (CaseFile.Role.ANSWER, "lampiran.pdf", case.pk)
    assert row.note.kind == Letter.Kind.DELIVERY
    assert row.note.number == "001/PPID-TP/XI/2026"
    assert (row.note.content["part"], row.note.content["officer"]) == (1, "Dra. Ratna Contoh")
    assert row.note.content["files"][0]["sha256"] == given.file.sha256
    payload = case.events.get(kind="part_delivered").payload
    assert (payload["due"], payload["how"], payload["delivered_on"]) == ("2026-11-30", "portal", "2026-11-24")
    assert given.file.sha256 not in str(payload), "the log holds salted hashes only"
    assert list(MailRecord.objects.values_list("template", "audience", "facts__part")) == [
        ("part_delivered", "applicant", 1)
    ]
    deliver(case, ppid, 2, on=TODAY + 2 * ONE, how="by_hand", given=[])
    case.refresh_from_db()
    assert case.closed_on == TODAY + 2 * ONE
    assert first_fault(case) is None


def test_what_is_handed_over_twice_or_is_no_part_is_refused(ppid):
    case = answered(FILE)
    deliver(case, ppid)
    with pytest.raises(Unlawful, match="Sudah diserahkan"):
        deliver(case, ppid)
    with pytest.raises(Invalid, match="tidak ada"):
        deliver(case, ppid, 2)
    with pytest.raises(Unlawful, match="Terdaftar"):
        deliver(file_case(), ppid)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"given": []}, "given"),
        ({"given": [ContentFile(b"MZ program", name="a.exe")]}, "given"),
        ({"given": [ContentFile(b"", name="kosong.pdf")]}, "given"),
        ({"given": [pdf()] * 11}, "given"),
        ({"how": "post"}, "proof"),
        ({"how": "post", "proof": ContentFile(b"halo", name="resi.txt")}, "proof"),
        ({"delivered_on": TODAY + ONE}, "delivered_on"),
    ],
)
def test_a_wrong_handing_over_is_refused_by_field_and_leaves_nothing(ppid, fields, field):
    case = answered(FILE)
    events = case.events.count()
    with pytest.raises(Invalid) as refusal:
        deliver(case, ppid, **fields)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert case.events.count() == events
    assert states(case) == [PartState.PROMISED]
    assert not CaseFile.objects.filter(case=case).exists()


def test_a_copy_of_what_is_partly_withheld_leaves_only_blackened__uu_22_7_e(ppid):
    from tests.integration.cases.test_refusals import Office, passage

    office = Office()
    letter = office.draft(
        decision="partly", passages=(passage(make_exclusion()),), parts=(part(material="Daftar.", days=4),)
    )
    office.propose(letter)
    office.approve(letter)
    office.sign(letter)
    office.send(letter)
    with pytest.raises(Invalid) as refusal:
        deliver(office.case, office.ppid)
    assert [problem.field for problem in refusal.value.problems] == ["redacted"]
    assert deliver(office.case, office.ppid, redacted=True).state is PartState.DELIVERED


def test_what_went_by_post_arrives_when_its_proof_says(ppid):
    case = answered(FILE)
    row = deliver(case, ppid, how="post", given=[], proof=signed_upload("resi"))
    assert row.received_on is None
    later = TODAY + 3 * ONE
    said = {"case": case, "part": 1, "acting_user": ppid, "on": later, "at": moment(later)}
    with pytest.raises(Invalid, match="Bukti belum dipilih"):
        delivery.record_receipt(received_on=TODAY + 2 * ONE, **said)
    with pytest.raises(Invalid, match="mendahului penyerahan"):
        delivery.record_receipt(received_on=TODAY - ONE, proof=signed_upload(), **said)
    row = delivery.record_receipt(received_on=TODAY + 2 * ONE, proof=signed_upload("bukti tiba"), **said)
    assert row.received_on == TODAY + 2 * ONE
    assert row.papers.filter(role=CaseFile.Role.PROOF).count() == 2
    assert case.events.get(kind="part_received").payload["received_on"] == "2026-11-25"
    with pytest.raises(Invalid, match="sudah tercatat"):
        delivery.record_receipt(received_on=TODAY + ONE, proof=signed_upload(), **said)


def test_the_note_signed_by_both_comes_back_as_proof(ppid):
    case = answered(FETCHED)
    deliver(case, ppid, how="by_hand", given=[])
    row = delivery.record_receipt(
        case=case, part=1, received_on=TODAY, proof=signed_upload("tanda tangan berdua"), acting_user=ppid, on=TODAY,
        at=moment(TODAY, 17),
    )  # fmt: skip
    assert row.papers.get().role == CaseFile.Role.PROOF


def test_what_is_ready_keeps_the_promise_and_the_applicant_is_told__perki_35(ppid):
    case = answered(FETCHED)
    row = ready(case, ppid, on=TODAY + ONE)
    assert row.state is PartState.AVAILABLE
    assert promises(case)[1] == (DUE_8, TODAY + ONE, None)
    assert clock.tick(on=DUE_8 + ONE, at=moment(DUE_8 + ONE)).events == 1, "a reminder and no missed promise"
    assert not case.events.filter(kind="term_missed", payload__term="REQ_DELIVERY").exists()
    assert MailRecord.objects.filter(template="part_available", audience="applicant").count() == 1
    with pytest.raises(Unlawful, match="Siap diambil"):
        ready(case, ppid, on=TODAY + 2 * ONE)


def test_what_is_sent_is_never_called_ready(ppid):
    with pytest.raises(Invalid, match="dikirim kepada pemohon"):
        ready(answered(FILE), ppid)


def test_a_promise_that_passes_is_missed_once_and_opens_e_and_g__uu_35_1(ppid):
    case = answered(FILE, FETCHED)
    MailRecord.objects.all().delete()
    clock.tick(on=DUE_5, at=moment(DUE_5))
    assert not case.events.filter(kind="term_missed").exists(), "the last day itself is in time"
    clock.tick(on=DUE_8 + ONE, at=moment(DUE_8 + ONE))
    missed = case.events.filter(kind="term_missed").order_by("seq")
    assert [(row.payload["part"], row.payload["due"]) for row in missed] == [(1, "2026-11-30"), (2, "2026-12-03")]
    found = MailRecord.objects.order_by("facts__part", "audience").values_list("audience", "template", "facts__part")
    assert list(found) == [
        ("applicant", "term_missed", 1), ("desk", "term_missed", 1),
        ("applicant", "term_missed", 2), ("desk", "term_missed", 2),
    ]  # fmt: skip
    assert clock.tick(on=DUE_8 + ONE, at=moment(DUE_8 + ONE)) == clock.Ticked(0, 0)
    deliver(case, ppid, 1, on=DUE_8 + ONE)
    assert promises(case)[1] == (DUE_5, DUE_8 + ONE, DUE_8 + ONE), "given late, it stays missed"


def test_a_new_holiday_moves_the_promise_and_both_are_told__law_7_1():
    case = answered(FILE, ENCLOSED, FETCHED)
    before = promises(case)
    holiday = Decree(
        "UJI 1/2026", TODAY, "uji", (DecreeDay(dt.date(2026, 11, 25), Kind.LOCAL, "Hari jadi"),), region="Tirta"
    )
    decrees.adopt(decree=holiday, on=TODAY, at=moment(TODAY, 18))
    assert {number: row[0] for number, row in promises(case).items()} == {1: dt.date(2026, 12, 1), 3: DUE_8 + ONE}
    moved = case.events.filter(kind="redated", payload__term="REQ_DELIVERY").order_by("seq")
    assert [(row.payload["part"], row.payload["old"], row.payload["new"]) for row in moved] == [
        (1, "2026-11-30", "2026-12-01"), (3, "2026-12-03", "2026-12-04"),
    ]  # fmt: skip
    told = MailRecord.objects.filter(template="redated", facts__term="REQ_DELIVERY")
    assert sorted(told.values_list("audience", "facts__part")) == [
        ("applicant", 1), ("applicant", 3), ("desk", 1), ("desk", 3),
    ]  # fmt: skip
    decrees.withdraw(number="UJI 1/2026", on=TODAY, at=moment(TODAY, 19))
    assert promises(case) == before


def test_the_register_reads_day_and_cost_of_many_cases_in_one_statement(ppid, django_assert_num_queries):
    one = answered(ENCLOSED, FILE, PRINTED, payment="Tunai di loket.")
    other = answered(FILE, on=TODAY)
    deliver(other, ppid, on=TODAY + ONE)
    unanswered = file_case()
    with django_assert_num_queries(1):
        found = giving_of([one.pk, other.pk, unanswered.pk])
    assert set(found) == {one.pk, other.pk}
    assert (found[one.pk].notice_on, found[one.pk].cost, found[one.pk].payment) == (TODAY, 5000, "Tunai di loket.")
    assert [day for _part, day, _how in found[one.pk].parts] == [TODAY, None, None]
    assert found[one.pk].given_on is None
    assert found[other.pk].given_on == TODAY + ONE


def test_an_officer_without_the_role_hands_nothing_over():
    case = answered(FILE)
    assistant = make_appointment(role=Role.ASSISTANT).user
    with pytest.raises(Unlawful, match="wewenang"):
        deliver(case, assistant)


def test_notices_from_before_are_followed_after_the_upgrade():
    """The migration makes the rows that a sending makes today."""
    case = answered(ENCLOSED, FILE, PRINTED, payment="Tunai.")
    wanted = list(
        Delivery.objects.order_by("part").values("part", "promised_from", "delivered_on", "how", "received_on")
    )
    dates = promises(case)
    Deadline.objects.filter(term="REQ_DELIVERY").delete()
    Delivery.objects.all().delete()
    # As such a letter was stored: one part beside the rest.
    old = answer_case(days=0)
    Delivery.objects.filter(case=old).delete()
    letter = old.letters.get(kind="notice")
    plain = {**letter.content, **letter.content["parts"][0]}
    letter.content = {name: value for name, value in plain.items() if name not in {"parts", "edition"}}
    letter.save()
    [file] = Path(migrations.__path__[0]).glob("*_delivery_of_each_part.py")
    migration = importlib.import_module(f"ppid.migrations.{file.stem}")
    migration.notices_already_sent(apps, None)
    rows = Delivery.objects.filter(case=case).order_by("part")
    assert list(rows.values("part", "promised_from", "delivered_on", "how", "received_on")) == wanted
    assert promises(case) == dates
    assert Delivery.objects.get(case=old).delivered_on == TODAY
    row = Deadline.objects.get(term="REQ_DELIVERY")
    assert row.calendar_version == current_calendar().version
    assert len([day for day in row.trail if day["counted"]]) == 5


def test_two_parts_seen_and_sent_have_their_own_ways():
    seen = part(material="Contoh uji.", access_way=AccessWay.VIEW, delivery_way=None, days=8)
    content = notice(parts=(ENCLOSED, seen))
    assert content.problems() == ()
    assert content.promised == (2,)
