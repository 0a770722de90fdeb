"""Repeated, annoying and late requests are seen and answered: a mark stops nothing (PERKI 1/2013 Ps 4)."""

import datetime as dt

import pytest

from ppid.actions import completeness, flags, withdrawals
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import InformationRequest, Role
from ppid.queries.marks import Mark, as_filter, marks_of, repeats, with_marks
from tests.checking import LATE, bare_case, complete, send_incomplete
from tests.factories import NOON, TODAY, answer_case, file_case, make_officer, moment
from tests.integration.cases.test_endings import note as note_ending

pytestmark = pytest.mark.django_db


def row(case):
    return with_marks(InformationRequest.objects.all()).get(pk=case.pk)


def test_the_same_person_in_the_same_words_within_a_year_repeats():
    first = file_case(details="Salinan RKA 2025.", email="lain@contoh.id")
    by_nik = file_case(details="salinan  rka 2025", email="")
    by_mail = file_case(details="SALINAN RKA 2025", email="Lain@Contoh.id", identity="")
    assert list(repeats(first)) == []
    assert list(repeats(by_nik)) == [first]
    assert list(repeats(by_mail)) == [first]
    assert Mark.REPEATED in marks_of(row(by_mail))


@pytest.mark.parametrize(
    "changed",
    [
        {"details": "Salinan RKA 2026."},
        {"identity": "3201019876543299", "email": "orang@contoh.id"},
        {"identity": "", "email": ""},
    ],
)
def test_other_words_or_another_person_repeat_nothing(changed):
    file_case(details="Salinan RKA 2025.")
    assert not repeats(file_case(**{"details": "Salinan RKA 2025.", **changed})).exists()


def test_two_without_identity_and_mail_are_not_one_person():
    file_case(identity="", email="", phone="0811")
    assert not repeats(file_case(identity="", email="", phone="0811")).exists()


@pytest.mark.parametrize(("days", "repeated"), [(365, True), (366, False)])
def test_a_year_is_365_days_and_row_and_query_agree(days, repeated):
    file_case(at=moment(TODAY - dt.timedelta(days=days)))
    case = file_case()
    assert repeats(case).exists() is repeated
    assert (Mark.REPEATED in marks_of(row(case))) is repeated


def test_an_annoying_request_is_marked_with_a_reason_and_answered_like_any_other():
    case, clerk = file_case(), make_officer(Role.FRONT_DESK)
    by = {"acting_user": clerk, "on": TODAY, "at": NOON}
    with pytest.raises(Invalid, match="Alasan belum diisi"):
        flags.flag_annoying(case=case, note=" ", **by)
    before = list(case.deadlines.values_list("pk", "due"))
    flags.flag_annoying(case=case, note="Lima puluh surat dalam sepekan.", **by)
    with pytest.raises(Unlawful, match="sudah ditandai"):
        flags.flag_annoying(case=case, note="Lagi.", **by)
    assert list(case.deadlines.values_list("pk", "due")) == before
    assert "Lima puluh" not in str(case.events.get(kind="flagged").payload)
    assert marks_of(row(case)) == (Mark.ANNOYING,)
    assert answer_case(case).state == "answered"
    flags.lift_flag(case=case, **by)
    assert marks_of(row(case)) == ()
    with pytest.raises(Unlawful, match="tidak ditandai"):
        flags.lift_flag(case=case, **by)


def cases_of_every_mark():
    ppid = make_officer(Role.PPID)
    plain = file_case(details="Satu.")
    repeated = file_case(details="satu")
    waiting, completed, noted = (bare_case(details=f"Uji {number}") for number in range(3))
    for case in (waiting, completed, noted):
        send_incomplete(case)
    complete(completed)
    completeness.note_not_completed(case=noted, acting_user=ppid, on=LATE, at=moment(LATE))
    part = file_case(details="Bagian.")
    withdrawals.withdraw_part(case=part, part="Satu bagian.", on=TODAY, at=NOON)
    ended = file_case(details="Akhir.")
    note_ending(ended, ppid)
    annoying = file_case(details="Ganggu.")
    flags.flag_annoying(case=annoying, note="Alasan.", acting_user=ppid, on=TODAY, at=NOON)
    return [plain, repeated, waiting, completed, noted, part, ended, annoying]


def test_the_rule_for_one_and_the_filter_for_many_agree():
    cases_of_every_mark()
    rows = with_marks(InformationRequest.objects.all())
    for mark in Mark:
        found = set(rows.filter(as_filter(mark)).values_list("pk", flat=True))
        assert found == {case.pk for case in rows if mark in marks_of(case)}
        assert found, mark
