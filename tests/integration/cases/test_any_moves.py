"""Random lawful and unlawful moves: the table decides, and whatever happens the case stays whole."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from ppid.actions import clock, extensions, holds, intake, requests
from ppid.actions.log import first_fault
from ppid.law.extension import ExtensionGround
from ppid.law.filing import Channel
from ppid.law.procedure import Actor, MoveName, State, Unlawful, lawful
from ppid.models import Appointment, Deadline, Intake, Letter, Role
from tests.factories import TODAY, draft_letter, file_case, make_officer, make_unit, moment, signed_upload, with_draft

ROLES = [Role.FRONT_DESK, Role.ASSISTANT, Role.PPID, Role.SUPERIOR]


class Moves(RuleBasedStateMachine):
    """One case, four officers, days that only go forward."""

    @initialize()
    def begin(self):
        self.day = TODAY
        self.officers = {role: make_officer(role) for role in ROLES}
        self.case = file_case(channel=Channel.TELEPHONE)

    def attempt(self, name, role, act):
        """Do `act`; it must succeed only where the table allows it, and refuse in words everywhere else."""
        self.case.refresh_from_db()
        actors = {Actor(role)} if role in set(Actor) else set()
        allowed = name in {row.name for row in lawful(State(self.case.state), actors)}
        events = self.case.events.count()
        refusal = None
        try:
            act()
        except Unlawful as reason:
            refusal = str(reason)
        assert allowed or refusal, (name, role, self.case.state)
        assert refusal is None or self.case.events.count() == events
        self.case.refresh_from_db()

    def letter(self, kind="notice"):
        return self.case.letters.filter(kind=kind).order_by("-pk").first()

    @rule(days=st.integers(1, 6))
    def time_passes(self, days):
        self.day += dt.timedelta(days)
        clock.tick(on=self.day, at=moment(self.day, 6))
        assert clock.tick(on=self.day, at=moment(self.day, 6)) == clock.Ticked(0, 0)

    @rule(role=st.sampled_from(ROLES))
    def declare_complete(self, role):
        act = lambda: requests.declare_complete(case=self.case, **self.by(role))  # noqa: E731
        self.attempt(MoveName.DECLARE_COMPLETE, role, act)

    @rule(role=st.sampled_from(ROLES))
    def dispose(self, role):
        unit = make_unit()
        self.attempt(MoveName.DISPOSE, role, lambda: requests.dispose(case=self.case, unit=unit, **self.by(role)))

    @rule(role=st.sampled_from(ROLES), text=st.sampled_from(["Laporan A.", "Laporan B."]))
    def draft(self, role, text):
        officer = self.officers[role]
        act = lambda: draft_letter(self.case, user=officer, on=self.day, material=text)  # noqa: E731
        self.attempt(MoveName.DRAFT_NOTICE, role, act)

    @rule(role=st.sampled_from(ROLES))
    def sign(self, role):
        if letter := self.letter():
            signer = Appointment.objects.get(user=self.officers[Role.PPID])
            self.attempt(
                MoveName.ATTACH_SIGNED, role,
                lambda: requests.attach_signed(
                    letter=letter, upload=signed_upload(), signed_on=self.day, signer=signer, **self.by(role)
                ),
            )  # fmt: skip

    @rule(role=st.sampled_from(ROLES))
    def send(self, role):
        if letter := self.letter():
            self.attempt(
                MoveName.RECORD_SENDING, role,
                lambda: requests.record_sending(letter=letter, sent_on=self.day, how="portal", **self.by(role)),
            )  # fmt: skip

    @rule(role=st.sampled_from(ROLES))
    def confirm_oral(self, role):
        """Lawful once for each part; what was noted stays."""
        known = Intake.objects.filter(case=self.case).first()
        what = {"read_back_at": moment(self.day)} if known is None else {"handed_on": self.day, "how": "by_hand"}
        if known is None or known.copy_handed_on is None:
            act = lambda: intake.confirm_oral(case=self.case, **what, **self.by(role))  # noqa: E731
            self.attempt(MoveName.CONFIRM_ORAL, role, act)

    @rule(role=st.sampled_from(ROLES), days=st.integers(0, 8))
    def draft_extension(self, role, days):
        act = lambda: with_draft(  # noqa: E731
            extensions.draft_extension(
                case=self.case, grounds=[ExtensionGround.UNDECIDED], reason="Diuji.", days=days, **self.by(role)
            )
        )
        self.attempt(MoveName.DRAFT_EXTENSION, role, act)

    @rule(role=st.sampled_from(ROLES))
    def sign_extension(self, role):
        if letter := self.letter("extension"):
            signer = Appointment.objects.get(user=self.officers[Role.PPID])
            self.attempt(
                MoveName.ATTACH_SIGNED, role,
                lambda: requests.attach_signed(
                    letter=letter, upload=signed_upload(), signed_on=self.day, signer=signer, **self.by(role)
                ),
            )  # fmt: skip

    @rule(role=st.sampled_from(ROLES))
    def send_extension(self, role):
        if letter := self.letter("extension"):
            self.attempt(
                MoveName.SEND_EXTENSION, role,
                lambda: requests.record_sending(letter=letter, sent_on=self.day, how="portal", **self.by(role)),
            )  # fmt: skip

    @rule(role=st.sampled_from(ROLES), off=st.booleans())
    def hold(self, role, off):
        """A label: whatever it says, no date of the ledger moves."""
        before = list(Deadline.objects.filter(case=self.case).order_by("pk").values())
        try:
            if off:
                holds.release(case=self.case, **self.by(role))
            else:
                holds.hold(case=self.case, waits_for="data", **self.by(role))
        except Unlawful:
            pass
        assert list(Deadline.objects.filter(case=self.case).order_by("pk").values()) == before

    @rule()
    def withdraw(self):
        self.attempt(
            MoveName.WITHDRAW, Actor.APPLICANT,
            lambda: requests.withdraw(case=self.case, on=self.day, at=moment(self.day)),
        )  # fmt: skip

    def by(self, role):
        return {"acting_user": self.officers[role], "on": self.day, "at": moment(self.day)}

    @invariant()
    def the_log_is_whole(self):
        if hasattr(self, "case"):
            assert first_fault(self.case) is None

    @invariant()
    def state_and_facts_agree(self):
        if not hasattr(self, "case"):
            return
        sent = Letter.objects.filter(case=self.case, kind="notice", sent_at__isnull=False).count()
        assert sent == (1 if self.case.state == State.ANSWERED else 0)
        assert (self.case.answered_on is not None) == (self.case.state == State.ANSWERED)
        assert Deadline.objects.open().filter(case=self.case).exists() == (self.case.state == State.REGISTERED)

    @invariant()
    def one_term_governs_and_an_extension_left_in_time(self):
        if not hasattr(self, "case") or self.case.state == State.WITHDRAWN:
            return
        rows = {row.term: row for row in Deadline.objects.standing().filter(case=self.case)}
        sent = Letter.objects.filter(case=self.case, kind="extension", sent_at__isnull=False)
        assert len(sent) <= 1
        assert rows["REQ_EXTENSION" if sent else "REQ_NOTICE_UU"].governs
        if sent:
            assert sent[0].sent_on <= rows["REQ_NOTICE_UU"].due == rows["REQ_EXTENSION"].from_day

    @invariant()
    def each_term_is_missed_once(self):
        if hasattr(self, "case"):
            missed = list(self.case.events.filter(kind="term_missed").values_list("payload__term", flat=True))
            assert len(missed) == len(set(missed))


@pytest.mark.slow
@pytest.mark.django_db
def test_no_order_of_moves_breaks_a_case():
    run_state_machine_as_test(
        Moves,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
