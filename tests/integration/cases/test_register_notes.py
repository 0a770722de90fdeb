"""What the register notes of the applicant's side and of the check: PERKI 1/2021 Ps 33(4) orders it."""

import pytest

from ppid.actions import completeness, endings, withdrawals
from ppid.models import Role
from ppid.queries.register_notes import NOTED, note_words
from tests.checking import LATE, bare_case, send_incomplete
from tests.factories import NOON, TODAY, file_case, make_officer, moment
from tests.integration.cases.test_endings import by, note, succeed

pytestmark = pytest.mark.django_db


def notes(case):
    return [note_words(event.kind, event.payload) for event in case.events.order_by("seq") if event.kind in NOTED]


def test_not_completed_is_noted_as_no_refusal__perki_33_4():
    case = bare_case()
    send_incomplete(case)
    completeness.note_not_completed(
        case=case, acting_user=make_officer(Role.PPID), on=LATE, at=moment(LATE)
    )  # fmt: skip
    assert notes(case) == ["Tidak dilengkapi, dicatat 30 November 2026 (bukan penolakan)."]


def test_a_part_taken_back_is_noted_without_its_words():
    case = file_case()
    withdrawals.withdraw_part(case=case, part="Lampiran 2019.", on=TODAY, at=NOON)
    assert notes(case) == ["Sebagian dicabut pemohon 23 November 2026."]


def test_an_end_and_what_became_of_the_request_are_noted():
    case, clerk = file_case(), make_officer(Role.FRONT_DESK)
    note(case, clerk)
    succeed(case, clerk)
    note(case, clerk)
    endings.close_uncontinued(case=case, note="Tidak ada.", **by(clerk))
    assert notes(case) == [
        "Pemohon meninggal dunia.", "Dilanjutkan ahli waris atau penerus hukum.", "Pemohon meninggal dunia.",
        "Tidak ada yang melanjutkan; ditutup 26 November 2026.",
    ]  # fmt: skip
