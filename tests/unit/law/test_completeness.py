"""The completeness check with its 3 + 3 working days (PERKI 1/2021 Ps 31(2), 33)."""

import datetime as dt

import pytest

from ppid.law.completeness import Check, IncompleteContent, Stage, gaps, items
from ppid.law.completing import Given, open_fields
from ppid.law.filing import ApplicantKind
from ppid.law.party import folded
from ppid.law.procedure import MoveName
from ppid.law.refusals import Invalid

SENT, DUE, AFTER = dt.date(2026, 11, 24), dt.date(2026, 11, 27), dt.date(2026, 11, 30)
WHOLE = {
    "name": "Budi", "identity": "3201019876543210", "address": "Jalan 1", "phone": "0812", "details": "RKA 2025",
    "purpose": "Bahan ajar", "access_way": "copy", "delivery_way": "email",
}  # fmt: skip


def codes(found):
    return [gap.item.code for gap in found]


def test_a_whole_request_lacks_nothing__ps_27_3_29_5():
    assert gaps("person", values=WHOLE, held=["identitas"]) == ()


@pytest.mark.parametrize(
    ("kind", "proxy", "papers"),
    [
        ("person", False, ["berkas:identitas"]),
        ("legal", False, ["berkas:akta"]),
        ("group", False, ["berkas:kuasa", "berkas:identitas"]),
        ("person", True, ["berkas:identitas", "berkas:khusus"]),
        ("legal", True, ["berkas:akta", "berkas:khusus"]),
    ],
)
def test_each_kind_of_applicant_lacks_its_own_papers__ps_27_3_to_7(kind, proxy, papers):
    assert codes(gaps(kind, values=WHOLE, held=[], proxy=proxy)) == papers


def test_empty_fields_lack_in_the_order_of_ps_29_5():
    bare = {"name": "Budi", "details": "RKA", "email": "b@c.id"}
    assert codes(gaps("person", values=bare, held=["identitas"])) == [
        "isian:identity", "isian:address", "isian:purpose", "isian:access_way", "isian:delivery_way",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "identity", "lacks"),
    [
        ("person", "32010198765432", True),
        ("person", "3201 0198 7654 3210", False),
        ("group", "AHU-123", True),
        ("legal", "AHU-0001.AH.01.01", False),
    ],
)
def test_a_nik_has_sixteen_digits_and_a_ratification_any_form(kind, identity, lacks):
    found = gaps(kind, values={**WHOLE, "identity": identity}, held=["identitas", "akta", "kuasa"])
    assert ("isian:identity" in codes(found)) is lacks


def test_an_unsorted_attachment_makes_a_missing_paper_uncertain():
    [gap] = gaps("person", values=WHOLE, held=["lampiran"])
    assert (gap.item.code, gap.certain) == ("berkas:identitas", False)


def test_the_letter_lists_words_with_articles_in_the_laws_order():
    content = IncompleteContent(items=("berkas:identitas", "isian:purpose"), other="Tahun belum jelas.\n\n Unit?")
    labels = [label for label, _article in content.lines()]
    assert labels[0].startswith("Tujuan")
    assert labels[1].startswith("Fotokopi kartu tanda penduduk")
    assert labels[2:] == ["Tahun belum jelas.", "Unit?"]
    assert all(article.startswith("PERKI 1/2021 Ps") for _label, article in content.lines()[:2])
    assert IncompleteContent.from_json(content.as_json()) == content


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (IncompleteContent(), "items"),
        (IncompleteContent(items=("isian:zodiak",)), "items"),
        (IncompleteContent(other="x" * 2001), "other"),
    ],
)
def test_an_empty_or_strange_letter_is_refused(content, field):
    with pytest.raises(Invalid) as refusal:
        content.checked()
    assert refusal.value.problems[0].field == field


def test_no_letter_lists_an_item_that_no_kind_of_applicant_has():
    for kind in ApplicantKind:
        content = IncompleteContent(items=tuple(item.code for item in items(kind, proxy=True)), kind=kind).checked()
        assert len(content.lines()) == len(content.items)
    with pytest.raises(Invalid):
        IncompleteContent(items=("berkas:akta",), kind=ApplicantKind.PERSON).checked()


@pytest.mark.parametrize(
    ("check", "stage"),
    [
        (Check(), Stage.UNCHECKED),
        (Check(complete_on=SENT), Stage.DECLARED),
        (Check(sent_on=SENT), Stage.TRAVELLING),
        (Check(sent_on=SENT, delivered_on=SENT), Stage.WAITING),
        (Check(sent_on=SENT, delivered_on=SENT, due=AFTER), Stage.WAITING),
        (Check(sent_on=SENT, delivered_on=SENT, due=DUE), Stage.EXPIRED),
        (Check(sent_on=SENT, delivered_on=SENT, due=DUE, came_on=DUE), Stage.COMPLETED),
        (Check(sent_on=SENT, delivered_on=SENT, due=DUE, not_completed_on=AFTER), Stage.NOT_COMPLETED),
        (Check(sent_on=SENT, delivered_on=SENT, due=DUE, not_completed_on=AFTER, came_on=AFTER), Stage.COMPLETED),
        (
            Check(sent_on=SENT, delivered_on=SENT, due=DUE, not_completed_on=AFTER, came_on=AFTER, continued=True),
            Stage.NOT_COMPLETED,
        ),
    ],
)
def test_where_the_check_stands_on_monday_30_november(check, stage):
    assert check.stage(AFTER) is stage


def test_the_last_day_itself_is_in_time__ps_33_3():
    assert not Check(due=DUE, came_on=DUE).late
    assert Check(due=DUE, came_on=DUE + dt.timedelta(1)).late
    assert not Check(came_on=AFTER).late, "no day runs before the letter has arrived"


def test_complete_as_of_the_day_it_was_completed__ps_31_3():
    assert Check(sent_on=SENT, came_on=DUE).complete_day(AFTER) == DUE
    assert Check(came_on=DUE).complete_day(AFTER) == AFTER, "nobody had asked: the desk's own day"
    assert Check().complete_day(AFTER) == AFTER


@pytest.mark.parametrize(
    ("name", "check", "said"),
    [
        (MoveName.DECLARE_COMPLETE, Check(complete_on=SENT), "sudah dinyatakan lengkap"),
        (MoveName.DRAFT_INCOMPLETE, Check(sent_on=SENT), "satu surat saja"),
        (MoveName.NOTE_NOT_COMPLETED, Check(), "belum disampaikan"),
        (MoveName.NOTE_NOT_COMPLETED, Check(sent_on=SENT), "menerima surat belum dicatat"),
        (MoveName.NOTE_NOT_COMPLETED, Check(sent_on=SENT, delivered_on=SENT, due=AFTER), "belum lewat"),
        (MoveName.NOTE_NOT_COMPLETED, Check(sent_on=SENT, delivered_on=SENT, due=DUE), ""),
        (MoveName.ACCEPT_AS_NEW, Check(sent_on=SENT, due=DUE, came_on=DUE), "sesudah waktunya"),
        (MoveName.ACCEPT_AS_NEW, Check(sent_on=SENT, due=DUE, came_on=AFTER), ""),
        (MoveName.ACCEPT_AS_NEW, Check(sent_on=SENT, due=DUE, came_on=AFTER, continued=True), "sudah didaftarkan"),
        (MoveName.COMPLETE_PAPERS, Check(not_completed_on=AFTER), ""),
    ],
)
def test_what_each_stage_lets_be_done(name, check, said):
    reason = check.hindrance(name, AFTER)
    assert said in reason
    assert bool(reason) is bool(said)


def test_what_was_given_and_not_asked_about_stays_as_it_was_given():
    values = {**WHOLE, "purpose": ""}
    assert set(open_fields(values, ())) == {"email", "occupation", "purpose", "copy_form", "explanation"}
    assert {"identity", "phone"} <= set(open_fields(WHOLE, {"identity", "reach"}))
    with pytest.raises(Invalid, match="sudah terisi"):
        Given({"address": "Lain"}).checked(open_fields(values, ()))


@pytest.mark.parametrize(
    ("answers", "papers", "field"),
    [
        ({"purpose": " "}, 0, ""),
        ({"access_way": "terbang"}, 0, "access_way"),
        ({"identity": "1" * 101}, 0, "identity"),
        ({"email": "budi@"}, 0, "email"),
    ],
)
def test_a_wrong_completion_is_told_at_its_field(answers, papers, field):
    with pytest.raises(Invalid) as refusal:
        Given(answers, papers).checked(("purpose", "access_way", "identity", "email"))
    assert refusal.value.problems[0].field == field


def test_the_same_words_are_the_same_whatever_their_case_and_spacing():
    assert folded("  Salinan RKA, 2025!") == folded("salinan\nrka 2025") == "salinan rka 2025"
    assert folded("RKA 2025") != folded("RKA 2026")
