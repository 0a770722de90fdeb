"""What stops a filing, and what a notice must carry: sentences that name the field and the remedy."""

import dataclasses
import json

import pytest

from ppid.law.decisions import Decision, Gap, GivenPart, NoticeContent
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay, Filing
from ppid.law.giving import MOST_PARTS
from ppid.law.refusals import Invalid

REPORT = GivenPart(material="Laporan.", forms=(CopyForm.SOFT,), delivery_way=DeliveryWay.EMAIL, days=0)
WHOLE = NoticeContent(decision=Decision.GRANTED, consideration="Terbuka.", parts=(REPORT,))
NOT_HELD = NoticeContent(decision=Decision.NOT_HELD, consideration="Bukan arsip kami.", holder="Dinas lain")


def fields(content):
    return {problem.field for problem in content.problems()}


def changed(content, **values):
    return dataclasses.replace(content, **values)


def test_name_contact_and_subject_are_enough_to_file__uu_22_4():
    filing = Filing(name="Budi", details="APBD", phone="0812")
    assert filing.problems() == ()
    assert set(filing.gaps()) == {"identity", "address", "purpose", "access_way"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"details": "\n"}, "details"),
        ({"details": "x" * 20_001}, "details"),
        ({"purpose": "x" * 20_001}, "purpose"),
        ({"phone": "", "email": "", "address": ""}, "email"),
        ({"email": "budi@"}, "email"),
    ],
)
def test_what_stops_a_filing_names_its_field(values, field):
    filing = changed(Filing(name="Budi", details="APBD", phone="0812"), **values)
    assert fields(filing) == {field}
    with pytest.raises(Invalid) as refusal:
        filing.checked()
    assert str(refusal.value)


@pytest.mark.parametrize("identity", ["", "123", "bukan angka", "3201019876543210"])
def test_no_identity_number_stops_a_filing__perki_33(identity):
    assert not Filing(name="Budi", details="APBD", phone="0812", identity=identity).problems()


def test_a_whole_notice_and_one_of_not_held_are_lawful__perki_31_4():
    assert WHOLE.problems() == ()
    assert NOT_HELD.problems() == ()


@pytest.mark.parametrize("content", [WHOLE, NOT_HELD])
def test_every_decision_carries_its_consideration__uu_7_4(content):
    assert fields(changed(content, consideration=" ")) == {"consideration"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"material": ""}, "material"),
        ({"forms": ()}, "forms"),
        ({"delivery_way": None}, "delivery_way"),
        ({"delivery_way": None, "access_way": AccessWay.COPY}, "delivery_way"),
        ({"days": None}, "days"),
        ({"days": -1}, "days"),
        ({"days": 1001}, "days"),
        ({"sheets": 3, "fee_per_sheet": 500}, "days"),
        ({"delivery_fee": 9000, "days": 2}, "delivery_fee"),
        ({"fee_per_sheet": -5}, "fee_per_sheet"),
        ({"sheets": 3, "fee_per_sheet": 500, "days": 2, "access_way": AccessWay.VIEW}, "fee_per_sheet"),
    ],
)
@pytest.mark.parametrize("place", [1, 2])
def test_each_part_names_itself_and_its_remedy__perki_31_4_annex_vii(values, field, place):
    parts = [REPORT, REPORT]
    parts[place - 1] = changed(REPORT, **values)
    [problem] = changed(WHOLE, parts=tuple(parts), payment="Tunai").problems()
    assert problem.field == f"{field}_{place}"
    assert f"Bagian {place}: " in str(problem)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"parts": ()}, "parts"),
        ({"parts": (REPORT,) * (MOST_PARTS + 1)}, "parts"),
        ({"gap": Gap.NOT_HELD}, "gap"),
        ({"document_days": 4}, "document_days"),
    ],
)
def test_block_a_of_annex_vii(values, field):
    assert fields(changed(WHOLE, **values)) == {field}


def test_what_costs_says_how_it_is_paid__perki_31_4_e():
    paid = changed(REPORT, sheets=3, fee_per_sheet=500, days=2)
    assert fields(changed(WHOLE, parts=(REPORT, paid))) == {"payment"}


def test_a_part_seen_at_the_office_needs_no_way_of_sending__perki_35():
    seen = changed(REPORT, access_way=AccessWay.VIEW, delivery_way=None, days=2)
    assert changed(WHOLE, parts=(seen,)).problems() == ()
    assert seen.fetched
    assert not REPORT.fetched


def test_a_fee_for_copies_and_post_is_lawful_when_payment_is_said__perki_37_3():
    printed = changed(REPORT, sheets=10, fee_per_sheet=500, delivery_fee=15_000, delivery_way=DeliveryWay.POST, days=3)
    content = changed(WHOLE, parts=(REPORT, printed), payment="Tunai di loket.")
    assert content.problems() == ()
    assert (printed.copy_fee, printed.fee, content.total_fee) == (5_000, 20_000, 20_000)
    assert content.promised == (2,), "the first part goes with the notice"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"gap": None}, "gap"),
        ({"gap_matter": ""}, "gap_matter"),
        ({"gap": Gap.NOT_DOCUMENTED}, "document_days"),
    ],
)
def test_a_part_says_which_part_is_missing_and_why__perki_31_4_h(values, field):
    part = changed(WHOLE, decision=Decision.PARTLY, gap=Gap.NOT_HELD, gap_matter="Lampiran II")
    assert part.problems() == ()
    assert fields(changed(part, **values)) == {field}


def test_not_documented_says_how_long_documenting_takes__annex_vii():
    content = NoticeContent(decision=Decision.NOT_DOCUMENTED, consideration="Belum disusun.")
    assert fields(content) == {"document_days"}
    assert changed(content, document_days=5).problems() == ()


def test_what_gives_nothing_describes_nothing():
    assert fields(changed(NOT_HELD, parts=(REPORT,))) == {"parts"}


@pytest.mark.parametrize(
    "content", [WHOLE, NOT_HELD, changed(WHOLE, parts=(REPORT, changed(REPORT, access_way=AccessWay.VIEW, sheets=4)))]
)
def test_json_gives_the_same_content_back(content):
    assert NoticeContent.from_json(json.loads(json.dumps(content.as_json()))) == content


def test_a_letter_written_before_the_parts_is_read_as_one_part():
    """As stored until November 2026: the values of the only part stood beside the rest."""
    plain = {
        "decision": "granted", "consideration": "Terbuka.", "material": "Laporan.", "held_elsewhere": "",
        "forms": ["soft", "hard"], "access_way": "copy", "delivery_way": "post", "sheets": 2, "fee_per_sheet": 500,
        "delivery_fee": 9000, "payment": "Tunai", "days": 3, "gap": None, "gap_matter": "", "holder": "",
        "document_days": None, "passages": [], "rule": "",
    }  # fmt: skip
    content = NoticeContent.from_json(plain)
    [part] = content.parts
    assert (part.material, part.fee, part.days, part.delivery_way) == ("Laporan.", 10_000, 3, DeliveryWay.POST)
    assert (part.forms, content.payment, content.edition) == ((CopyForm.SOFT, CopyForm.HARD), "Tunai", 1)
    assert NoticeContent.from_json(content.as_json()) == content
    refusing = {**plain, "decision": "not_held", "material": "", "forms": [], "days": None}
    assert NoticeContent.from_json(refusing).parts == ()


@pytest.mark.parametrize(
    ("rule", "lawful"),
    [
        ("PERKI 1/2021 Pasal 4 ayat (1) huruf b", True),
        ("PP 61/2010 Ps. 4", True),
        ("tidak sesuai ketentuan", False),
        ("peraturan yang berlaku", False),
        ("UU 14/2008 Pasal 17 huruf h", False),
        ("UU KIP Pasal 17 huruf a dan i", False),
    ],
)
def test_the_second_kind_names_its_rule_and_is_no_back_door_of_the_first__uu_6_2(rule, lawful):
    content = NoticeContent(Decision.REFUSED_6_2, "Sudah dijawab.", rule=rule)
    assert (fields(content) == set()) is lawful
