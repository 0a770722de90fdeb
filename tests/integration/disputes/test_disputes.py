"""A dispute as the body records it: application, stages, reasons, decision, finality (UU 14/2008 Ps 37–50)."""

import datetime as dt

import pytest

from ppid.actions import commission_decisions, disputes
from ppid.actions.log import first_fault
from ppid.law.disputes import DecisionKind, Ruling, Stage
from ppid.law.objections import Ground
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import Case, Deadline, Role
from ppid.queries.dossier import stands_on
from tests import disputing, factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db
RECEIVED = {"received_body_on": TODAY, "received_applicant_on": TODAY}


def officer():
    return factories.make_officer(Role.PPID)


def said(on=TODAY, user=None):
    return {"acting_user": user or officer(), "on": on, "at": moment(on, 16)}


def test_uu_37_an_application_is_a_case_of_its_own_with_log_ledger_and_number():
    dispute = disputing.apply()
    assert dispute.kind == Case.Kind.DISPUTE
    assert dispute.number == "001/SENGKETA/PPID/2026"
    assert {row.term for row in Deadline.objects.filter(case_id=dispute.pk)} == {"DSP_START", "DSP_TOTAL"}
    assert first_fault(dispute) is None
    assert [case.kind for case in stands_on(dispute)] == ["request", "objection", "dispute"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"applied_on": TODAY - dt.timedelta(days=400)}, "applied_on"),
        ({"applied_on": TODAY + dt.timedelta(days=1)}, "applied_on"),
    ],
)
def test_an_application_out_of_time_order_is_refused_at_its_field(fields, field):
    with pytest.raises(Invalid) as refused:
        disputing.apply(**fields)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_only_ppid_and_superior_record_it():
    with pytest.raises(Unlawful):
        disputing.apply(user=factories.make_officer(Role.FRONT_DESK))


def test_perki_2013_mediation_has_its_fourteen_days_and_adjudication_ends_them():
    dispute = disputing.apply()
    disputes.enter_stage(dispute=dispute, stage=Stage.MEDIATION, entered_on=TODAY, **said())
    term = Deadline.objects.get(case_id=dispute.pk, term="DSP_MEDIATION")
    assert term.met_on is None
    later = TODAY + dt.timedelta(days=2)
    disputes.enter_stage(dispute=dispute, stage=Stage.ADJUDICATION, entered_on=later, **said(later))
    term.refresh_from_db()
    assert term.met_on == later
    with pytest.raises(Invalid):
        disputes.enter_stage(dispute=dispute, stage=Stage.PRELIMINARY, entered_on=TODAY, **said(later))
    with pytest.raises(Invalid):
        disputes.enter_stage(dispute=dispute, stage=Stage.COMPLIANCE, entered_on=later, **said(later))


def test_uu_40_mediation_is_over_when_its_last_ground_has_left_it():
    case = factories.file_case(at=moment(TODAY - dt.timedelta(60)))
    wanted = (Ground.NOT_ANSWERED, Ground.FEE)
    objection = factories.object_to(case, grounds=wanted, at=moment(TODAY - dt.timedelta(40)))
    dispute = disputing.apply(objection=objection)
    disputes.enter_stage(dispute=dispute, stage=Stage.MEDIATION, entered_on=TODAY, **said())
    disputes.enter_stage(dispute=dispute, stage=Stage.MEDIATION, entered_on=TODAY, grounds="f", **said())
    clock = Deadline.objects.filter(case_id=dispute.pk, term="DSP_MEDIATION")
    assert clock.count() == 1, "entered twice it is one clock"
    disputes.enter_stage(dispute=dispute, stage=Stage.ADJUDICATION, entered_on=TODAY, grounds="c", **said())
    assert clock.get().met_on is None, "f is still mediated"
    assert dispute.events.last().payload["grounds"] == "c"
    with pytest.raises(Invalid, match="tidak disengketakan"):
        disputes.enter_stage(dispute=dispute, stage=Stage.ADJUDICATION, entered_on=TODAY, grounds="g", **said())
    disputes.enter_stage(dispute=dispute, stage=Stage.ADJUDICATION, entered_on=TODAY, grounds="f", **said())
    assert clock.get().met_on == TODAY
    assert first_fault(dispute) is None


def test_uu_45_reasons_are_filed_for_every_ground():
    dispute = disputing.apply()
    grounds = list(dispute.contested.grounds.values_list("ground", flat=True))
    with pytest.raises(Invalid):
        disputes.file_reasons(dispute=dispute, reasons={}, filed_on=TODAY, **said())
    reasons = {ground: f"Alasan huruf {ground}." for ground in grounds}
    disputes.file_reasons(dispute=dispute, reasons=reasons, filed_on=TODAY, **said())
    assert {row.ground: row.text for row in dispute.reasons.all()} == reasons


def test_uu_44_a_hearing_needs_its_special_power():
    dispute = disputing.apply()
    fields = {
        "held_on": TODAY, "starts_at": dt.time(9), "place": "Kantor Komisi", "agenda": "Pemeriksaan awal",
        "closed": False, "representative": "Kepala Bagian Hukum", "power": disputing.paper("kuasa"),
    }  # fmt: skip
    with pytest.raises(Invalid) as refused:
        disputes.set_hearing(dispute=dispute, power_number=" ", **fields, **said())
    assert [problem.field for problem in refused.value.problems] == ["power_number"]
    row = disputes.set_hearing(dispute=dispute, power_number="1/SKK/2026", **fields, **said())
    assert row.power.size


def test_nothing_binds_and_nothing_may_be_done_before_finality():
    dispute = disputing.apply()
    decision = disputing.decide(dispute)
    dispute.refresh_from_db()
    assert (decision.final_on, dispute.stage) == (None, Stage.DECIDED)
    assert "diterima kedua pihak" in commission_decisions.stands(decision).waits_for
    with pytest.raises(Unlawful, match="belum berkekuatan hukum tetap"):
        commission_decisions.comply(dispute=dispute, complied_on=TODAY, how="Diberikan.", **said())
    commission_decisions.record_court(decision=decision, facts=dict(RECEIVED), **said())
    until = commission_decisions.stands(decision).until
    assert commission_decisions.settle(on=TODAY, at=moment(TODAY)) == 0
    decision.refresh_from_db()
    until = commission_decisions.stands(decision).until
    assert commission_decisions.settle(on=until, at=moment(until)) == 0
    after = until + dt.timedelta(1)
    assert commission_decisions.settle(on=after, at=moment(after)) == 1
    assert commission_decisions.settle(on=after, at=moment(after)) == 0
    dispute.refresh_from_db()
    duty = Deadline.objects.get(case_id=dispute.pk, governs=True)
    assert (dispute.stage, duty.from_day, duty.length) == (Stage.COMPLIANCE, after, 10)
    commission_decisions.comply(dispute=dispute, complied_on=after, how="Salinan diberikan.", **said(after))
    dispute.refresh_from_db()
    duty.refresh_from_db()
    assert (dispute.state, dispute.closed_on, duty.met_on) == ("closed", after, after)
    assert first_fault(dispute) is None


def test_uu_48_a_suit_keeps_it_open():
    dispute = disputing.apply()
    decision = disputing.decide(dispute)
    commission_decisions.record_court(decision=decision, facts={**RECEIVED, "suit_on": TODAY}, court="PTUN", **said())
    far = TODAY + dt.timedelta(days=200)
    assert commission_decisions.settle(on=far, at=moment(far)) == 0
    dispute.refresh_from_db()
    assert dispute.stage == Stage.COURT


def test_uu_39_an_agreement_binds_at_once():
    dispute = disputing.apply()
    decision = disputing.decide(dispute, kind=DecisionKind.MEDIATION, ruling=Ruling.AGREED)
    decision.refresh_from_db()
    assert decision.final_on == TODAY


def test_a_decision_that_upholds_closes_it_at_finality():
    dispute = disputing.apply()
    decision = disputing.decide(dispute, ruling=Ruling.UPHELD, ordered="", comply_days=None)
    commission_decisions.record_court(decision=decision, facts=dict(RECEIVED), **said())
    decision.refresh_from_db()
    after = commission_decisions.stands(decision).until + dt.timedelta(1)
    commission_decisions.settle(on=after, at=moment(after))
    dispute.refresh_from_db()
    assert (dispute.state, dispute.stage) == ("closed", Stage.CLOSED)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"number": " "}, "number"),
        ({"read_on": TODAY + dt.timedelta(days=1)}, "read_on"),
        ({"ordered": ""}, "ordered"),
        ({"ruling": Ruling.AGREED}, "ruling"),
    ],
)
def test_a_decision_lacks_are_told_at_their_field(fields, field):
    dispute = disputing.apply()
    with pytest.raises(Invalid) as refused:
        disputing.decide(dispute, **fields)
    assert [problem.field for problem in refused.value.problems] == [field]
