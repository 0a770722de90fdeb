"""The one extension (UU 14/2008 Ps 22(8); PERKI 1/2021 Ps 36): only its recorded sending moves the last day."""

import datetime as dt

import pytest

from ppid.actions import calendar as calendar_actions
from ppid.actions import clock, extensions, requests
from ppid.actions.log import first_fault
from ppid.law.calendar import Decree, DecreeDay, Kind
from ppid.law.decisions import Decision
from ppid.law.extension import ExtensionGround
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Appointment, Deadline, Letter, MailRecord, Role
from ppid.queries.calendar import current_calendar
from ppid.queries.standing import Word, of_case
from ppid.queries.tracking import followed
from tests.factories import (
    DUE,
    TODAY,
    answer_case,
    draft_letter,
    extend_case,
    file_case,
    make_appointment,
    make_officer,
    moment,
    signed_upload,
    with_draft,
)

pytestmark = pytest.mark.django_db
EXTENDED = dt.date(2026, 12, 16)
DAY_ELEVEN = dt.date(2026, 12, 8)
NOT_HELD = {"decision": Decision.NOT_HELD, "material": "", "forms": (), "delivery_way": None, "days": None}


def standing_rows(case):
    return {row.term: row for row in Deadline.objects.standing().filter(case=case)}


def governing(case):
    return Deadline.objects.standing().get(case=case, governs=True)


def draft(case, on=TODAY, *, user=None, **fields):
    said = {"grounds": [ExtensionGround.UNDECIDED], "reason": "Uji konsekuensi berjalan.", "days": 7, **fields}
    return extensions.draft_extension(case=case, acting_user=user or make_officer(), on=on, at=moment(on, 13), **said)


@pytest.mark.parametrize(
    ("received", "ten", "seventeen"),
    [
        ("2026-03-10", "2026-03-31", "2026-04-10"),
        ("2025-03-24", "2025-04-16", "2025-04-28"),
        ("2026-12-18", "2027-01-07", "2027-01-18"),
        ("2026-03-13", "2026-04-06", "2026-04-15"),
        ("2026-11-23", "2026-12-07", "2026-12-16"),
    ],
)
def test_sent_on_day_ten_it_governs_to_day_seventeen__uu_22_8(received, ten, seventeen):
    case = file_case(at=moment(dt.date.fromisoformat(received)))
    extend_case(case, on=dt.date.fromisoformat(ten))
    row = governing(case)
    assert (row.term, row.from_day.isoformat(), row.due.isoformat(), row.length) == ("REQ_EXTENSION", ten, seventeen, 7)
    base = standing_rows(case)["REQ_NOTICE_UU"]
    assert (base.due.isoformat(), base.met_on, base.governs) == (ten, base.due, False)
    event = case.events.get(kind="extended")
    assert (event.payload["old"], event.payload["new"]) == (ten, seventeen)
    assert first_fault(case) is None


def test_neither_a_draft_nor_a_signature_moves_the_day():
    case = file_case()
    officer = make_officer()
    letter = with_draft(draft(case, user=officer))
    assert governing(case).due == DUE
    signer = Appointment.objects.get(user=officer)
    by = {"acting_user": officer, "on": TODAY, "at": moment(TODAY, 14)}
    requests.attach_signed(compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=signer, **by)
    assert governing(case).due == DUE
    requests.record_sending(letter=letter, sent_on=TODAY, how="portal", **by)
    assert governing(case).due == EXTENDED


@pytest.mark.parametrize(("days", "due"), [(1, "2026-12-08"), (3, "2026-12-10"), (7, "2026-12-16")])
def test_it_may_be_shorter_than_seven_days(days, due):
    case = file_case()
    extend_case(case, days=days)
    assert governing(case).due.isoformat() == due


def test_after_day_ten_it_is_refused_at_the_draft_and_at_the_sending__law_md_2_6():
    case = file_case()
    with pytest.raises(Unlawful, match="sudah lewat"):
        draft(case, on=DAY_ELEVEN)
    officer = make_officer()
    letter = with_draft(draft(case, on=DUE, user=officer))
    signer = Appointment.objects.get(user=officer)
    by = {"acting_user": officer, "on": DAY_ELEVEN, "at": moment(DAY_ELEVEN)}
    requests.attach_signed(compared=True, letter=letter, upload=signed_upload(), signed_on=DUE, signer=signer, **by)
    events = case.events.count()
    with pytest.raises(Unlawful, match="sudah lewat"):
        requests.record_sending(letter=letter, sent_on=DAY_ELEVEN, how="post", proof=signed_upload("resi"), **by)
    letter.refresh_from_db()
    assert letter.sent_on is None
    assert governing(case).term == "REQ_NOTICE_UU"
    assert case.events.count() == events


def test_what_is_recorded_after_day_ten_shows_that_it_left_before():
    case = file_case()
    with pytest.raises(Invalid) as refusal:
        extend_case(case, on=DUE, recorded_on=DAY_ELEVEN, how="post")
    assert refusal.value.problems[0].field == "proof"
    with pytest.raises(Invalid) as refusal:
        extend_case(case, on=DUE, recorded_on=DAY_ELEVEN, how="portal", proof=signed_upload("layar"))
    assert refusal.value.problems[0].field == "how"
    extend_case(case, on=DUE, recorded_on=DAY_ELEVEN, how="post", proof=signed_upload("resi"))
    assert governing(case).due == EXTENDED


def test_never_twice__perki_36():
    case = file_case()
    extend_case(case)
    with pytest.raises(Unlawful, match="satu kali"):
        draft(case)
    assert case.letters.filter(kind="extension").count() == 1


@pytest.mark.parametrize(
    ("fields", "field"), [({"grounds": []}, "grounds"), ({"reason": ""}, "reason"), ({"days": 8}, "days")]
)
def test_a_ground_a_reason_and_at_most_seven_days_are_wanted(fields, field):
    case = file_case()
    with pytest.raises(Invalid) as refusal:
        draft(case, **fields)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not case.letters.filter(kind="extension").exists()


def test_only_the_desk_records_the_sending_and_any_officer_drafts():
    case = file_case()
    assistant = make_officer(Role.ASSISTANT)
    letter = with_draft(draft(case, user=assistant))
    with pytest.raises(Unlawful, match="bukan wewenang"):
        draft(case, user=make_officer(Role.SUPERIOR))
    with pytest.raises(Unlawful, match="bukan wewenang"):
        requests.record_sending(
            letter=letter, sent_on=TODAY, how="portal", acting_user=assistant, on=TODAY, at=moment(TODAY, 14)
        )


def test_a_year_without_a_decree_gives_no_extension_and_says_the_remedy():
    case = file_case(at=moment(dt.date(2028, 5, 2)))
    with pytest.raises(Unlawful, match="SKB"):
        draft(case, on=dt.date(2028, 5, 3))


def test_the_perki_clock_beside_it_keeps_its_day_and_is_not_missed_while_the_extension_runs__perki_36():
    case, later = file_case(), file_case()
    officer = make_officer()
    third = dt.date(2026, 11, 26)
    by = {"acting_user": officer, "on": third, "at": moment(third)}
    requests.declare_complete(case=case, **by)
    for one in (case, later):
        extend_case(one, on=third, user=officer)
    requests.declare_complete(case=later, **by)
    for one in (case, later):
        row = standing_rows(one)["REQ_NOTICE_PERKI"]
        assert (row.due, row.met_on) == (dt.date(2026, 12, 10), third)
    assert clock.tick(on=EXTENDED, at=moment(EXTENDED, 6)).events == 0


def test_tick_is_silent_on_day_eleven_and_records_the_extended_day_once():
    case = file_case()
    extend_case(case, on=DUE)
    assert clock.tick(on=DAY_ELEVEN, at=moment(DAY_ELEVEN, 6)).events == 1  # the completeness check of day three
    after = EXTENDED + dt.timedelta(1)
    clock.tick(on=EXTENDED, at=moment(EXTENDED, 6))
    assert not case.events.filter(kind="term_missed", payload__term="REQ_EXTENSION").exists()
    clock.tick(on=after, at=moment(after, 6))
    missed = case.events.filter(kind="term_missed").values_list("payload__term", flat=True)
    assert sorted(missed) == ["REQ_COMPLETENESS_CHECK", "REQ_EXTENSION"]
    told = MailRecord.objects.filter(case=case, template="term_missed", audience="applicant")
    assert [row.facts["term"] for row in told] == ["REQ_EXTENSION"]
    shown = followed(case, on=after)
    assert shown.silent
    # law.md §7.4: silence after 2026-12-16, objection until 2027-02-02 on the cautious reading.
    assert (shown.object_from, shown.object_until) == (after, dt.date(2027, 2, 2))


def test_a_refusal_on_the_extended_day_is_in_time__perki_36_1_b():
    case = file_case()
    extend_case(case, on=DUE)
    answer_case(case, on=EXTENDED, **NOT_HELD)
    word = of_case(case, governing(case).due, current_calendar(), EXTENDED).word
    assert word is Word.ANSWERED
    assert case.events.get(kind="letter_sent", payload__letter_kind="notice").payload["due"] == "2026-12-16"
    assert not Deadline.objects.open().filter(case=case).exclude(term="OBJ_FILE").exists()
    late = file_case()
    extend_case(late, on=DUE)
    answer_case(late, on=EXTENDED + dt.timedelta(1), **NOT_HELD)
    assert of_case(late, governing(late).due, current_calendar(), EXTENDED).word is Word.ANSWERED_LATE


HOLIDAYS = Decree(
    "UJI 7/2026", dt.date(2026, 11, 30), "uji",
    (DecreeDay(dt.date(2026, 12, 4), Kind.LOCAL, "Hari jadi"), DecreeDay(dt.date(2026, 12, 14), Kind.LOCAL, "Haul")),
)  # fmt: skip


def test_a_decree_after_the_extension_moves_it_from_the_new_end_of_the_ten_days_and_its_withdrawal_restores():
    case = file_case()
    extend_case(case, on=dt.date(2026, 12, 1))
    said = {"on": dt.date(2026, 12, 2), "at": moment(dt.date(2026, 12, 2))}
    moved = calendar_actions.adopt(decree=HOLIDAYS, **said).redated
    row = governing(case)
    # Day ten becomes 8 December, and seven more without the 14th.
    assert (row.term, row.from_day, row.due) == ("REQ_EXTENSION", dt.date(2026, 12, 8), dt.date(2026, 12, 18))
    assert (case.pk, "REQ_EXTENSION", EXTENDED, dt.date(2026, 12, 18)) in {
        (one.case, one.code, one.old, one.new) for one in moved
    }
    calendar_actions.withdraw(number=HOLIDAYS.number, **said)
    row = governing(case)
    assert (row.from_day, row.due, row.length) == (DUE, EXTENDED, 7)
    assert first_fault(case) is None


def test_a_decree_between_draft_and_sending_asks_for_a_new_letter():
    case = file_case()
    officer = make_officer()
    letter = with_draft(draft(case, user=officer))
    signer = Appointment.objects.get(user=officer)
    by = {"acting_user": officer, "on": TODAY, "at": moment(TODAY, 14)}
    requests.attach_signed(compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=signer, **by)
    calendar_actions.adopt(decree=HOLIDAYS, on=TODAY, at=moment(TODAY, 15))
    with pytest.raises(Unlawful, match="Susun ulang"):
        requests.record_sending(letter=letter, sent_on=TODAY, how="portal", **by)
    assert Letter.objects.get(pk=letter.pk).sent_on is None
    extend_case(case)
    assert governing(case).due == dt.date(2026, 12, 18)


def test_a_notice_after_the_extension_still_answers_and_the_withdrawal_drops_all():
    case = file_case()
    extend_case(case)
    draft_letter(case)
    requests.withdraw(case=case, on=TODAY, at=moment(TODAY, 16))
    assert not Deadline.objects.standing().filter(case=case, met_on__isnull=True).exists()


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"ends": TODAY - dt.timedelta(1)}, "tidak berlaku"),
        ({"starts": TODAY + dt.timedelta(1)}, "tidak berlaku"),
        ({"role": Role.ASSISTANT}, "pemegang mandatnya"),
        ({"role": Role.ASSISTANT, "mandate_number": "7/M/2026"}, "bertanggal"),
        ({"role": Role.ASSISTANT, "mandate_number": "7/M/2026", "mandate_date": TODAY + dt.timedelta(1)}, "setelah"),
    ],
)
def test_nobody_signs_without_an_appointment_and_a_dated_mandate_on_that_day__uu_30_2014_14(fields, word):
    officer = make_officer()
    letter = with_draft(draft(file_case(), user=officer))
    signer = make_appointment(**fields)
    by = {"acting_user": officer, "on": TODAY, "at": moment(TODAY, 14)}
    with pytest.raises(Invalid, match=word):
        requests.attach_signed(
            compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=signer, **by
        )
    mandated = make_appointment(role=Role.ASSISTANT, mandate_number="7/M/2026", mandate_date=TODAY)
    with pytest.raises(Invalid, match="Susun ulang"):
        requests.attach_signed(
            compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=mandated, **by
        )
    letter = with_draft(draft(letter.case, user=officer, signer=mandated))
    letter = requests.attach_signed(
        compared=True, letter=letter, upload=signed_upload(), signed_on=TODAY, signer=mandated, **by
    )
    assert letter.signer_position.startswith("a.n. Pejabat Pengelola Informasi dan Dokumentasi")
