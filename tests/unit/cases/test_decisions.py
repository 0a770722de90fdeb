"""What stops a filing, and what a notice must carry: sentences that name the field and the remedy."""

import dataclasses

import pytest

from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.filing import CopyForm, DeliveryWay, Filing
from ppid.law.refusals import Invalid

WHOLE = NoticeContent(
    decision=Decision.GRANTED, consideration="Terbuka.", material="Laporan.", forms=(CopyForm.SOFT,), days=0
)
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
        ({"days": None}, "days"),
        ({"days": -1}, "days"),
        ({"sheets": 3, "fee_per_sheet": 500}, "payment"),
        ({"delivery_fee": 9000, "payment": "Tunai"}, "delivery_fee"),
        ({"fee_per_sheet": -5}, "fee_per_sheet"),
        ({"gap": Gap.NOT_HELD}, "gap"),
        ({"document_days": 4}, "document_days"),
    ],
)
def test_block_a_of_annex_vii(values, field):
    assert fields(changed(WHOLE, **values)) == {field}


def test_a_fee_for_copies_and_post_is_lawful_when_payment_is_said__perki_37_3():
    content = changed(
        WHOLE,
        sheets=10,
        fee_per_sheet=500,
        delivery_fee=15_000,
        delivery_way=DeliveryWay.POST,
        payment="Tunai di loket.",
    )
    assert content.problems() == ()
    assert (content.copy_fee, content.total_fee) == (5_000, 20_000)


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
    assert fields(changed(NOT_HELD, material="Laporan.")) == {"material"}


@pytest.mark.parametrize("content", [WHOLE, NOT_HELD, changed(WHOLE, access_way=None, delivery_way=DeliveryWay.EMAIL)])
def test_json_gives_the_same_content_back(content):
    assert NoticeContent.from_json(content.as_json()) == content
