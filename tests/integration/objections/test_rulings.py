"""The superior's answer: who gives it, on what it rests, what follows (UU 14/2008 Ps 36–37; PERKI 1/2021 Ps 44)."""

import datetime as dt

import pytest

from ppid.actions import letters, objection_steps, refusals, requests, rulings, settlements
from ppid.actions.clock import tick
from ppid.actions.log import first_fault
from ppid.law.decisions import Decision
from ppid.law.exemptions import Ground as Exempt
from ppid.law.objections import Ground
from ppid.law.procedure import Invalid, Unlawful
from ppid.law.ruling import Outcome, SettlementContent
from ppid.law.withholding import Passage
from ppid.models import Appointment, CaseFile, Deadline, Letter, MailRecord, Role
from tests.factories import (
    NOON,
    TODAY,
    file_case,
    make_appointment,
    make_exclusion,
    make_institution,
    make_officer,
    moment,
    notice,
    object_to,
    run_queue,
    signed_upload,
    with_draft,
)
from tests.objecting import answer_objection, ordering, ruling

pytestmark = pytest.mark.django_db
FILED = dt.date(2026, 12, 21)
ANSWERED = dt.date(2027, 1, 29)
ORDERED = dt.date(2027, 2, 10)


@pytest.fixture(autouse=True)
def body():
    make_institution(commission_name="Komisi Informasi Provinsi Contoh", email="ppid@tirtaraya.example")


@pytest.fixture
def case():
    return object_to(file_case(), at=moment(FILED))


def terms(case) -> dict[str, tuple]:
    rows = Deadline.objects.standing().filter(case=case)
    return {row.term: (row.due, row.met_on) for row in rows}


def test_uu_37_2_answer_received_29_january_2027_dispute_until_19_february(case):
    letter = answer_objection(case, on=ANSWERED)
    assert (case.state, case.outcome, case.answered_on, case.closed_on) == ("answered", "upheld", ANSWERED, ANSWERED)
    assert terms(case)["OBJ_ANSWER"] == (dt.date(2027, 2, 8), ANSWERED)
    assert terms(case)["DSP_FILE_ANSWERED"] == (dt.date(2027, 2, 19), None)
    assert letter.number.startswith("001/PPID-TK/")
    assert [row.kind for row in case.events.all()][-2:] == ["letter_sent", "ruled"]
    assert first_fault(case) is None


def test_by_post_the_fourteen_days_wait_for_the_arrival(case):
    letter = answer_objection(case, on=ANSWERED, how=Letter.SentHow.POST)
    assert "DSP_FILE_ANSWERED" not in terms(case)
    clerk, day = make_officer(Role.FRONT_DESK), dt.date(2027, 2, 3)
    letters.record_arrival(letter=letter, delivered_on=day, acting_user=clerk, on=day, at=moment(day))
    assert terms(case)["DSP_FILE_ANSWERED"][0] == dt.date(2027, 2, 24)


def test_only_the_recorded_sending_stops_the_clock(case):
    superior = make_officer(Role.SUPERIOR)
    letter = with_draft(
        rulings.draft_ruling(case=case, content=ruling(), acting_user=superior, on=ANSWERED, at=moment(ANSWERED))
    )
    letters.attach_signed(
        letter=letter, upload=signed_upload(), signed_on=ANSWERED, signer=Appointment.objects.get(user=superior),
        acting_user=superior, on=ANSWERED, at=moment(ANSWERED), compared=True,
    )  # fmt: skip
    case.refresh_from_db()
    assert (case.state, terms(case)["OBJ_ANSWER"][1]) == ("registered", None)


@pytest.mark.parametrize("role", [Role.PPID, Role.FRONT_DESK, Role.ASSISTANT])
def test_uu_36_2_nobody_but_the_superior_drafts_it(case, role):
    with pytest.raises(Unlawful):
        rulings.draft_ruling(
            case=case, content=ruling(), acting_user=make_officer(role), on=ANSWERED, at=moment(ANSWERED)
        )


def test_the_ppid_acting_as_superior_may_not_decide(case):
    ppid = make_officer(Role.PPID)
    make_appointment(user=ppid, role=Role.SUPERIOR, mandate_number="1/MANDAT", mandate_date=dt.date(2026, 1, 5))
    with pytest.raises(Unlawful, match="pelaksana atasan"):
        rulings.draft_ruling(case=case, content=ruling(), acting_user=ppid, on=ANSWERED, at=moment(ANSWERED))


def refused_17():
    """A request refused under Ps 17: the PPID drafted and proposed, the superior approved."""
    exclusion = make_exclusion()
    ppid, superior = make_officer(Role.PPID), make_officer(Role.SUPERIOR)
    request = file_case()
    passage = Passage(exclusion.pk, Exempt("17H"), "Nama siswa", "Identitas anak")
    letter = with_draft(
        requests.draft_notice(
            case=request,
            content=notice(decision=Decision.REFUSED_17, passages=(passage,)),
            acting_user=ppid,
            on=TODAY,
            at=NOON,
        )
    )
    refusals.propose(letter=letter, acting_user=ppid, on=TODAY, at=NOON)
    refusals.approve(letter=letter, upload=signed_upload("setuju"), acting_user=superior, on=TODAY, at=NOON)
    requests.attach_signed(
        letter=letter, upload=signed_upload("tolak"), signed_on=TODAY, compared=True,
        signer=Appointment.objects.get(user=ppid), acting_user=ppid, on=TODAY, at=NOON,
    )  # fmt: skip
    requests.record_sending(letter=letter, sent_on=TODAY, how="portal", acting_user=ppid, on=TODAY, at=NOON)
    request.refresh_from_db()
    return request, exclusion, superior


def test_perki_44_3_upholding_an_exclusion_sends_decree_and_sheet_along():
    request, exclusion, superior = refused_17()
    case = object_to(request, grounds=(Ground.REFUSED_17,), at=moment(FILED))
    with pytest.raises(Invalid, match="Ps 44 ayat 3"):
        rulings.draft_ruling(case=case, content=ruling(), acting_user=superior, on=ANSWERED, at=moment(ANSWERED))
    answer_objection(case, ruling(exclusions=(exclusion.pk,)), on=ANSWERED, superior=superior)
    papers = CaseFile.objects.filter(case=case).values_list("file_id", "role")
    assert set(papers) == {(exclusion.decree_id, "keputusan"), (exclusion.test.sheet_id, "lembaruji")}


def test_perki_39_2_the_superior_who_approved_may_decide_and_the_log_says_so():
    request, exclusion, superior = refused_17()
    case = object_to(request, grounds=(Ground.REFUSED_17,), at=moment(FILED))
    answer_objection(case, ruling(exclusions=(exclusion.pk,)), on=ANSWERED, superior=superior)
    assert case.events.get(kind="ruled").payload["approved_the_refusal"] is True


def test_a_decree_that_ended_meanwhile_upholds_nothing():
    request, exclusion, superior = refused_17()
    case = object_to(request, grounds=(Ground.REFUSED_17,), at=moment(FILED))
    exclusion.period, exclusion.ends_on = "sampai", dt.date(2027, 1, 1)
    type(exclusion).objects.filter(pk=exclusion.pk).update(ends_on=dt.date(2027, 1, 1))
    with pytest.raises(Invalid, match="berakhir"):
        answer_objection(case, ruling(exclusions=(exclusion.pk,)), on=ANSWERED, superior=superior)


def test_left_to_the_next_superior_only_that_one_decides(case):
    first, second = make_officer(Role.SUPERIOR), make_officer(Role.SUPERIOR)
    rulings.offer_next_superior(
        case=case, decider=Appointment.objects.get(user=second), reason="Saya yang menyetujui penolakannya.",
        acting_user=first, on=ANSWERED, at=moment(ANSWERED),
    )  # fmt: skip
    with pytest.raises(Unlawful, match="atasan berikutnya"):
        rulings.draft_ruling(case=case, content=ruling(), acting_user=first, on=ANSWERED, at=moment(ANSWERED))
    answer_objection(case, on=ANSWERED, superior=second)
    assert case.state == "answered"


def test_by_dated_mandate_the_letter_is_signed_in_anothers_name(case):
    holder = make_appointment(role=Role.SUPERIOR, position="Sekretaris Daerah selaku Atasan PPID")
    acting = make_appointment(
        role=Role.SUPERIOR, position="Asisten Administrasi", acting_for=holder, mandate_number="800/12/MANDAT",
        mandate_date=dt.date(2027, 1, 4),
    )  # fmt: skip
    letter = answer_objection(case, on=ANSWERED, superior=acting.user)
    assert letter.signer_position == "a.n. Sekretaris Daerah selaku Atasan PPID, Asisten Administrasi"


def test_an_order_is_a_dated_duty_of_the_desk_and_keeps_the_case_open(case):
    answer_objection(case, ordering(ORDERED), on=ANSWERED)
    assert (case.outcome, case.ordered_until, case.closed_on) == ("whole", ORDERED, None)
    assert terms(case)["REQ_DELIVERY"] == (ORDERED, None)
    assert MailRecord.objects.filter(case=case, template="order_given", audience="desk").count() == 1


def test_the_tick_marks_a_missed_order_once_and_tells_desk_superior_and_applicant(case):
    answer_objection(case, ordering(ORDERED), on=ANSWERED)
    late = dt.date(2027, 2, 11)
    tick(on=late, at=moment(late))
    tick(on=late, at=moment(late))
    assert case.events.filter(kind="term_missed", payload__term="REQ_DELIVERY").count() == 1
    told = MailRecord.objects.filter(case=case, template="term_missed", facts__term="REQ_DELIVERY")
    assert sorted(told.values_list("audience", flat=True)) == ["applicant", "desk", "superior"]


def test_what_was_ordered_is_given_and_closes_the_case(case):
    answer_objection(case, ordering(ORDERED), on=ANSWERED)
    clerk, day = make_officer(Role.FRONT_DESK), dt.date(2027, 2, 9)
    objection_steps.fulfil_order(
        case=case, fulfilled_on=day, how="Dikirim lewat portal.", given=[signed_upload("informasi")],
        acting_user=clerk, on=day, at=moment(day),
    )  # fmt: skip
    case.refresh_from_db()
    assert (case.fulfilled_on, case.closed_on) == (day, day)
    assert terms(case)["REQ_DELIVERY"] == (ORDERED, day)
    assert CaseFile.objects.get(case=case, role=CaseFile.Role.ANSWER)


def test_an_order_is_not_carried_out_without_any_paper(case):
    answer_objection(case, ordering(ORDERED), on=ANSWERED)
    clerk = make_officer(Role.FRONT_DESK)
    with pytest.raises(Invalid):
        objection_steps.fulfil_order(
            case=case, fulfilled_on=ANSWERED, how="Diberikan.", acting_user=clerk, on=ANSWERED, at=moment(ANSWERED)
        )


def test_perki_1_2013_ps_5_and_13_thirty_days_of_silence_open_the_dispute_until_26_february_2027(case):
    late = dt.date(2027, 2, 9)
    tick(on=late, at=moment(late))
    assert terms(case)["DSP_FILE_SILENT"][0] == dt.date(2027, 2, 26)
    told = MailRecord.objects.filter(case=case, template="term_missed")
    assert sorted(told.values_list("audience", flat=True)) == ["applicant", "superior"]
    run_queue()


def test_a_late_answer_closes_no_opened_right(case):
    late = dt.date(2027, 2, 9)
    tick(on=late, at=moment(late))
    answer_objection(case, on=dt.date(2027, 2, 10))
    assert terms(case)["DSP_FILE_SILENT"] == (dt.date(2027, 2, 26), None)
    assert "DSP_FILE_ANSWERED" in terms(case)


def test_the_applicants_reply_is_kept_and_closes_nothing(case):
    answer_objection(case, on=ANSWERED)
    row = objection_steps.reply(
        case=case, content="unsatisfied", text="Tidak dijawab.", on=ANSWERED, at=moment(ANSWERED)
    )
    assert row.content == "unsatisfied"
    assert terms(case)["DSP_FILE_ANSWERED"][1] is None
    assert "Tidak dijawab" not in str(case.events.get(kind="replied").payload)


def test_missing_papers_are_asked_for_and_no_date_moves(case):
    before = terms(case)
    objection_steps.ask_missing(
        case=case, text="Mohon kasus posisinya.", acting_user=make_officer(Role.FRONT_DESK), on=FILED, at=moment(FILED)
    )
    assert terms(case) == before
    assert MailRecord.objects.filter(case=case, template="objection_missing").count() == 1


def test_withdrawn_by_the_applicant_nothing_is_owed(case):
    objection_steps.withdraw(case=case, on=FILED, at=moment(FILED, 15))
    case.refresh_from_db()
    assert case.state == "withdrawn"
    assert not Deadline.objects.open().filter(case=case).exists()


def test_at_the_desk_it_is_withdrawn_only_with_the_paper(case):
    with pytest.raises(Invalid):
        objection_steps.withdraw(case=case, on=FILED, at=moment(FILED, 15), acting_user=make_officer())


def minutes(**fields) -> SettlementContent:
    wanted = {
        "grounds": (Ground.NOT_ANSWERED,), "met_on": dt.date(2027, 1, 6), "place": "Ruang PPID",
        "present": "Budi Contoh\nSari Contoh, PPID", "agreed": "Salinan diserahkan 13 Januari 2027.",
    }  # fmt: skip
    return SettlementContent(**{**wanted, **fields})


def test_uu_35_2_a_settlement_with_signed_minutes_stops_no_clock(case):
    ppid, day = make_officer(Role.PPID), dt.date(2027, 1, 6)
    letter = with_draft(
        settlements.draft_settlement(case=case, content=minutes(), acting_user=ppid, on=day, at=moment(day))
    )
    settlements.record_settlement(
        letter=letter, upload=signed_upload("ba"), agreed_on=day, acting_user=ppid, on=day, at=moment(day)
    )
    case.refresh_from_db()
    assert (case.state, terms(case)["OBJ_ANSWER"][1]) == ("registered", None)
    assert case.settlements.get().agreed_on == day
    assert case.events.last().kind == "settled"


def test_only_grounds_of_this_objection_are_settled(case):
    day = dt.date(2027, 1, 6)
    with pytest.raises(Invalid, match="tidak diajukan"):
        settlements.draft_settlement(
            case=case, content=minutes(grounds=(Ground.FEE,)), acting_user=make_officer(), on=day, at=moment(day)
        )


def test_ordering_a_part_of_what_is_not_excluded_needs_no_decree(case):
    content = ordering(ORDERED)
    answer_objection(case, type(content)(**{**content.__dict__, "outcome": Outcome.PART}), on=ANSWERED)
    assert case.outcome == "part"
