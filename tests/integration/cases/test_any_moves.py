"""Random lawful and unlawful moves: the table decides, and whatever happens the case stays whole."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from ppid.actions import (
    clock,
    completeness,
    completing,
    delivery,
    endings,
    extensions,
    flags,
    holds,
    intake,
    requests,
    withdrawals,
)
from ppid.actions.log import first_fault
from ppid.law.completeness import IncompleteContent
from ppid.law.delivering import PartState
from ppid.law.extension import ExtensionGround
from ppid.law.filing import Channel, CopyForm, DeliveryWay, Filing
from ppid.law.party import Ending
from ppid.law.procedure import Actor, MoveName, State, Unlawful, lawful
from ppid.models import Appointment, Deadline, Delivery, Intake, Letter, Role
from ppid.queries.completeness import check_of
from tests import checking
from tests.factories import (
    DUE,
    TODAY,
    answer_case,
    draft_letter,
    file_case,
    make_officer,
    make_unit,
    moment,
    part,
    signed_upload,
    with_draft,
)
from tests.giving import PRICED, SEEN
from tests.integration.cases.any_moves_more import BetweenUnits, HandingOn, MoneyAndVisits

ROLES = [Role.FRONT_DESK, Role.ASSISTANT, Role.PPID, Role.SUPERIOR]


def parts_of_all_ways(text):
    """Enclosed, sent, fetched, paid and seen: every way in which a part can go."""
    fetched = part(forms=(CopyForm.HARD,), delivery_way=DeliveryWay.PICK_UP, days=2)
    return (part(material=text), part(days=3), fetched, PRICED, SEEN)


class Moves(MoneyAndVisits, BetweenUnits, HandingOn, RuleBasedStateMachine):
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
        parts = parts_of_all_ways(text)
        act = lambda: draft_letter(self.case, user=officer, on=self.day, parts=parts, payment="Tunai.")  # noqa: E731
        self.attempt(MoveName.DRAFT_NOTICE, role, act)

    @rule(role=st.sampled_from(ROLES))
    def sign(self, role):
        if letter := self.letter():
            signer = Appointment.objects.get(user=self.officers[Role.PPID])
            self.attempt(
                MoveName.ATTACH_SIGNED, role,
                lambda: requests.attach_signed(
                    compared=True, letter=letter, upload=signed_upload(), signed_on=self.day, signer=signer,
                    **self.by(role),
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
                    compared=True, letter=letter, upload=signed_upload(), signed_on=self.day, signer=signer,
                    **self.by(role),
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

    @rule(role=st.sampled_from(ROLES), number=st.integers(1, 6))
    def make_available(self, role, number):
        act = lambda: delivery.make_available(  # noqa: E731
            case=self.case, part=number, available_on=self.day, **self.by(role)
        )
        self.attempt(MoveName.MAKE_AVAILABLE, role, act)

    @rule(role=st.sampled_from(ROLES), number=st.integers(1, 6), how=st.sampled_from(["by_hand", "post", "portal"]))
    def deliver(self, role, number, how):
        proof = signed_upload("resi") if how == "post" else None
        given = [signed_upload("informasi")] if how == "portal" else []
        act = lambda: delivery.deliver(  # noqa: E731
            case=self.case, part=number, delivered_on=self.day, how=how, given=given, proof=proof, **self.by(role)
        )
        self.attempt(MoveName.DELIVER_PART, role, act)

    @rule(role=st.sampled_from(ROLES), number=st.integers(1, 6))
    def receive(self, role, number):
        act = lambda: delivery.record_receipt(  # noqa: E731
            case=self.case, part=number, received_on=self.day, proof=signed_upload("bukti"), **self.by(role)
        )
        self.attempt(MoveName.RECORD_RECEIPT, role, act)

    @rule(role=st.sampled_from(ROLES), number=st.integers(1, 6))
    def reopen(self, role, number):
        act = lambda: delivery.reopen(case=self.case, part=number, asked_on=self.day, **self.by(role))  # noqa: E731
        self.attempt(MoveName.REOPEN_PART, role, act)

    @rule()
    def withdraw(self):
        self.attempt(
            MoveName.WITHDRAW, Actor.APPLICANT,
            lambda: requests.withdraw(case=self.case, on=self.day, at=moment(self.day)),
        )  # fmt: skip

    @rule(role=st.sampled_from([*ROLES, Actor.APPLICANT]))
    def withdraw_part(self, role):
        act = lambda: withdrawals.withdraw_part(  # noqa: E731
            case=self.case, part="Satu bagian.", paper=signed_upload("cabut"), **self.by(role)
        )
        self.attempt(MoveName.WITHDRAW_PART, role, act)

    @rule(role=st.sampled_from(ROLES), other=st.sampled_from(["Tahun belum jelas.", "Unit belum jelas."]))
    def draft_incomplete(self, role, other):
        content = IncompleteContent(items=("isian:purpose",), other=other)
        act = lambda: checking.draft_incomplete(  # noqa: E731
            self.case, user=self.officers[role], on=self.day, content=content
        )
        self.attempt(MoveName.DRAFT_INCOMPLETE, role, act)

    @rule(how=st.sampled_from(["email", "post"]), role=st.sampled_from(ROLES))
    def sign_and_send_incomplete(self, how, role):
        letter = self.case.letters.filter(kind="incomplete").order_by("-pk").first()
        if letter is None:
            return
        signer = Appointment.objects.get(user=self.officers[Role.PPID])
        act = lambda: requests.attach_signed(  # noqa: E731
            compared=True,
            letter=letter,
            upload=signed_upload(),
            signed_on=self.day,
            signer=signer,
            **self.by(role),
        )
        self.attempt(MoveName.ATTACH_SIGNED, role, act)
        act = lambda: requests.record_sending(letter=letter, sent_on=self.day, how=how, **self.by(role))  # noqa: E731
        self.attempt(MoveName.SEND_INCOMPLETE, role, act)

    @rule(role=st.sampled_from(ROLES))
    def arrive(self, role):
        if letter := self.case.letters.filter(kind="incomplete").first():
            act = lambda: requests.record_arrival(letter=letter, delivered_on=self.day, **self.by(role))  # noqa: E731
            self.attempt(MoveName.RECORD_ARRIVAL, role, act)

    @rule(role=st.sampled_from([*ROLES, Actor.APPLICANT]), text=st.sampled_from(["Bahan ajar.", " "]))
    def complete_papers(self, role, text):
        handed = completing.Handed({"explanation": text})
        act = lambda: completing.complete_papers(case=self.case, handed=handed, **self.by(role))  # noqa: E731
        self.attempt(MoveName.COMPLETE_PAPERS, role, act)

    @rule(role=st.sampled_from(ROLES))
    def note_not_completed(self, role):
        act = lambda: completeness.note_not_completed(case=self.case, **self.by(role))  # noqa: E731
        self.attempt(MoveName.NOTE_NOT_COMPLETED, role, act)

    @rule(role=st.sampled_from(ROLES))
    def accept_as_new(self, role):
        act = lambda: completing.accept_as_new(case=self.case, **self.by(role))  # noqa: E731
        self.attempt(MoveName.ACCEPT_AS_NEW, role, act)

    @rule(role=st.sampled_from(ROLES))
    def note_ending(self, role):
        act = lambda: endings.note_ending(  # noqa: E731
            case=self.case, kind=Ending.DEATH, happened_on=self.day, proof=signed_upload("akta"), **self.by(role)
        )
        self.attempt(MoveName.NOTE_ENDING, role, act)

    @rule(role=st.sampled_from(ROLES))
    def accept_successor(self, role):
        heir = Filing(name="Ani", details="", email="ani@contoh.id")
        act = lambda: endings.accept_successor(  # noqa: E731
            case=self.case, successor=heir, relation="Anak", proof=signed_upload("waris"), **self.by(role)
        )
        self.attempt(MoveName.ACCEPT_SUCCESSOR, role, act)

    @rule(role=st.sampled_from(ROLES))
    def close_uncontinued(self, role):
        act = lambda: endings.close_uncontinued(case=self.case, note="Tidak ada.", **self.by(role))  # noqa: E731
        self.attempt(MoveName.CLOSE_UNCONTINUED, role, act)

    @rule(role=st.sampled_from(ROLES))
    def flag(self, role):
        act = lambda: flags.flag_annoying(case=self.case, note="Alasan.", **self.by(role))  # noqa: E731
        self.attempt(MoveName.FLAG_ANNOYING, role, act)
        act = lambda: flags.lift_flag(case=self.case, **self.by(role))  # noqa: E731
        self.attempt(MoveName.LIFT_FLAG, role, act)

    def by(self, role):
        return {"acting_user": self.officers.get(role), "on": self.day, "at": moment(self.day)}

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
        parts = Delivery.objects.filter(case=self.case).select_related("letter")
        assert parts.exists() == (self.case.state == State.ANSWERED)
        owed = {row.part for row in parts if row.state is PartState.PROMISED}
        running = Deadline.objects.open().filter(case=self.case).exclude(term="OBJ_FILE")
        if self.case.state != State.REGISTERED:
            assert set(running.values_list("term", "part")) == {("REQ_DELIVERY", part) for part in owed}
        else:
            assert running.exists()
        at_rest = all(row.state in {PartState.DELIVERED, PartState.SET_ASIDE} for row in parts)
        assert (self.case.closed_on is not None) == (self.case.state != State.REGISTERED and at_rest)

    @invariant()
    def one_term_governs_and_an_extension_left_in_time(self):
        if not hasattr(self, "case") or self.case.state in (State.WITHDRAWN, State.CLOSED):
            return
        rows = {row.term: row for row in Deadline.objects.standing().filter(case=self.case)}
        sent = Letter.objects.filter(case=self.case, kind="extension", sent_at__isnull=False)
        assert len(sent) <= 1
        assert rows["REQ_EXTENSION" if sent else "REQ_NOTICE_UU"].governs
        if sent:
            assert sent[0].sent_on <= rows["REQ_NOTICE_UU"].due == rows["REQ_EXTENSION"].from_day

    @invariant()
    def the_uu_clock_never_moves__uu_22_7(self):
        if hasattr(self, "case"):
            rows = Deadline.objects.filter(case=self.case, term="REQ_NOTICE_UU")
            assert [(row.from_day, row.due) for row in rows] == [(TODAY, DUE)]

    @invariant()
    def the_check_is_whole__perki_33(self):
        if not hasattr(self, "case"):
            return
        check = check_of(self.case)
        terms = set(Deadline.objects.standing().filter(case=self.case).values_list("term", flat=True))
        assert ("REQ_NOTICE_PERKI" in terms) <= (check.complete_on is not None)
        assert ("REQ_APPLICANT_FIX" in terms) <= (check.delivered_on is not None)
        if check.not_completed_on is not None:
            assert check.sent_on is not None
        assert self.case.letters.filter(kind="incomplete").count() <= 1

    @invariant()
    def whoever_goes_on_is_the_applicant(self):
        if hasattr(self, "case") and (last := self.case.endings.filter(continued_on__isnull=False).last()):
            assert self.case.applicant_id == last.successor_id != last.former_id

    @invariant()
    def each_term_is_missed_once(self):
        if hasattr(self, "case"):
            said = self.case.events.filter(kind="term_missed").values_list("payload__term", "payload__part")
            missed = list(said)
            assert len(missed) == len(set(missed))


class AfterTheAnswer(Moves):
    """The same from a case that was just answered in five parts, so that handing over is tried at length."""

    @initialize()
    def begin(self):
        self.day = TODAY
        self.officers = {role: make_officer(role) for role in ROLES}
        self.case = answer_case(parts=parts_of_all_ways("Laporan A."), payment="Tunai.")


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("machine", [Moves, AfterTheAnswer])
def test_no_order_of_moves_breaks_a_case(machine):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
