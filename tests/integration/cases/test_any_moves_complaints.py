"""Random moves of a request that is also a complaint: the two run side by side and neither breaks the other."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from ppid.actions import complaint_course, complaints
from ppid.law.complaints import TERMS, ComplaintClass, Handover
from ppid.law.procedure import MoveName, State
from ppid.models import ComplaintHandover, Deadline
from tests.factories import DUE, TODAY, file_case, make_officer
from tests.integration.cases.test_any_moves import ROLES, Moves

DESK = st.sampled_from(ROLES)


class WithAComplaint(Moves):
    """Every move of a request, and those of the complaint that came with it; the applicant may have no address."""

    @initialize(email=st.sampled_from(["budi@contoh.id", ""]))
    def begin(self, email):
        self.day = TODAY
        self.officers = {role: make_officer(role) for role in ROLES}
        self.case = file_case(email=email)

    @property
    def handover(self):
        return ComplaintHandover.objects.filter(case=self.case).first()

    @rule(role=DESK, whole=st.booleans(), kind=st.sampled_from(ComplaintClass))
    def hand_over(self, role, whole, kind):
        handover = Handover(whole, "Petugas kasar.", kind)
        act = lambda: complaints.hand_over(case=self.case, handover=handover, **self.by(role))  # noqa: E731
        self.attempt(MoveName.HAND_TO_COMPLAINTS, role, act)

    @rule(role=DESK, lacking=st.sampled_from(["", "Tanggal kejadian."]))
    def answer_complaint(self, role, lacking):
        act = lambda: complaint_course.answer(  # noqa: E731
            case=self.case, lacking=lacking, answered_on=self.day, **self.by(role)
        )
        self.attempt(MoveName.ANSWER_COMPLAINT, role, act)

    @rule(role=DESK)
    def complete_complaint(self, role):
        act = lambda: complaint_course.complete(case=self.case, came_on=self.day, **self.by(role))  # noqa: E731
        self.attempt(MoveName.COMPLETE_COMPLAINT, role, act)

    @rule(role=DESK)
    def enter_complaint(self, role):
        act = lambda: complaints.enter(  # noqa: E731
            case=self.case, tracking_id="7654321", entered_on=self.day, **self.by(role)
        )
        self.attempt(MoveName.ENTER_COMPLAINT, role, act)

    @rule(role=DESK)
    def settle_complaint(self, role):
        act = lambda: complaints.settle(  # noqa: E731
            case=self.case, result="resolved", outcome="Ditegur.", decided_on=self.day, **self.by(role)
        )
        self.attempt(MoveName.SETTLE_COMPLAINT, role, act)

    @rule(role=DESK)
    def notify_complaint(self, role):
        act = lambda: complaint_course.notify(case=self.case, notified_on=self.day, **self.by(role))  # noqa: E731
        self.attempt(MoveName.NOTIFY_COMPLAINT, role, act)

    @rule(role=DESK)
    def resume(self, role):
        act = lambda: complaints.resume(case=self.case, **self.by(role))  # noqa: E731
        self.attempt(MoveName.RESUME_REQUEST, role, act)

    @invariant()
    def state_and_facts_agree(self):
        """As for a request alone, but the complaint's terms run beside it and a whole complaint closes when told."""
        if not hasattr(self, "case"):
            return
        found = self.handover
        assert (self.case.state == State.HANDED_OVER) <= (found is not None and found.whole)
        if self.case.state == State.HANDED_OVER:
            running = Deadline.objects.open().filter(case=self.case).exclude(term="OBJ_FILE")
            assert set(running.values_list("term", flat=True)) <= TERMS
            assert self.case.unit_id is None
            assert (self.case.closed_on is not None) == (found.notified_on is not None)

    @invariant()
    def the_complaints_course_is_whole(self):
        if not hasattr(self, "case") or (found := self.handover) is None:
            return
        rows = {row.term: row for row in Deadline.objects.standing().filter(case=self.case, term__in=TERMS)}
        assert rows["CMP_ACK_COMPLETENESS"].from_day == TODAY, "no wrong door: from the first receipt"
        assert ("CMP_DECIDE" in rows) == (found.complete_on is not None)
        assert ("CMP_APPLICANT_FIX" in rows) == bool(found.lacking)
        assert ("CMP_NOTIFY" in rows) == bool(found.result)
        assert (found.notified_on is not None) <= bool(found.result)
        if found.notified_on is not None:
            assert all(row.met_on is not None for row in rows.values())
        if not self.case.applicant.mail_address:
            assert self.case.letters.filter(kind="complaint").exists()

    @invariant()
    def one_term_governs_and_an_extension_left_in_time(self):
        if hasattr(self, "case") and self.case.state != State.HANDED_OVER:
            assert Deadline.objects.standing().filter(case=self.case, governs=True).count() <= 1

    @invariant()
    def the_uu_clock_never_moves__uu_22_7(self):
        """Resumed, it counts from the receipt again and never anew."""
        if hasattr(self, "case"):
            rows = Deadline.objects.filter(case=self.case, term="REQ_NOTICE_UU")
            assert {(row.from_day, row.due) for row in rows} == {(TODAY, DUE)}


@pytest.mark.slow
@pytest.mark.django_db
def test_no_order_of_moves_breaks_a_request_that_is_also_a_complaint():
    run_state_machine_as_test(
        WithAComplaint,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
