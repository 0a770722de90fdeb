"""Further random moves for the machine of test_any_moves: money, copies, visits, and what units ask each other.

Each class only adds rules; `attempt`, `by`, `day`, `case` and `officers` are the machine's own.
"""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from ppid.actions import dispositions, forwarding, payments, unit_messages, viewings
from ppid.law.decisions import Decision
from ppid.law.filing import CopyForm, DeliveryWay
from ppid.law.forwarding import Carry
from ppid.law.procedure import Actor, MoveName
from ppid.law.viewing import Slot
from ppid.models import Appointment, Deadline, Delivery, Payment, Role, UnitMessage, Viewing
from ppid.queries.calendar import current_calendar
from ppid.queries.fees import balance_of
from tests import giving
from tests.factories import draft_letter, moment, signed_upload

ROLES = [Role.FRONT_DESK, Role.ASSISTANT, Role.PPID, Role.SUPERIOR]
ROLE, PART = st.sampled_from(ROLES), st.integers(1, 6)
ANYBODY = st.sampled_from([*ROLES, Actor.APPLICANT])


class MoneyAndVisits:
    @rule(role=ROLE, amount=st.sampled_from([5_000, 18_000, 23_000]))
    def pay(self, role, amount):
        act = lambda: payments.record_payment(  # noqa: E731
            case=self.case, paid_on=self.day, amount=amount, how="cash", **self.by(role)
        )
        self.attempt(MoveName.RECORD_PAYMENT, role, act)

    @rule(role=ANYBODY, number=PART, way=st.sampled_from(DeliveryWay), form=st.sampled_from(CopyForm))
    def fill_copy_form(self, role, number, way, form):
        user = self.officers.get(role)
        sheets = {4: 10}.get(number, 0)
        reach = "budi@contoh.id" if way is DeliveryWay.EMAIL else "0261201001"
        act = lambda: giving.fill(  # noqa: E731
            self.case, user, number, on=self.day, way=way, form=form, sheets=sheets, reach=reach
        )
        self.attempt(MoveName.FILL_COPY_FORM, role, act)

    @rule(role=ROLE, number=st.sampled_from([5, 5, 1]), days=st.integers(1, 3))
    def offer(self, role, number, days):
        day = current_calendar().nth_after(self.day, days)
        slots = (Slot(day, dt.time(9), dt.time(10)), Slot(day, dt.time(13), dt.time(14)))
        act = lambda: giving.offer(self.case, self.officers[role], number, slots=slots, on=self.day)  # noqa: E731
        self.attempt(MoveName.OFFER_VIEWING, role, act)

    @rule(role=ANYBODY, number=st.sampled_from([5, 5, 1]), slot=st.integers(0, 2))
    def choose(self, role, number, slot):
        user = self.officers.get(role)
        act = lambda: giving.choose(self.case, user, number, slot=slot, on=self.day)  # noqa: E731
        self.attempt(MoveName.CHOOSE_VIEWING, role, act)

    @rule(role=ROLE)
    def nobody_came(self, role):
        said = {**self.by(role), "at": moment(self.day, 18)}
        act = lambda: viewings.note_absence(case=self.case, part=5, **said)  # noqa: E731
        self.attempt(MoveName.NOTE_ABSENCE, role, act)

    @rule(role=ROLE, number=st.sampled_from([5, 5, 1]))
    def hold_viewing(self, role, number):
        act = lambda: giving.hold(self.case, self.officers[role], number, on=self.day, day=self.day)  # noqa: E731
        self.attempt(MoveName.RECORD_MINUTES, role, act)

    @invariant()
    def no_more_is_taken_than_is_owed__perki_37_3(self):
        if not hasattr(self, "case"):
            return
        chosen = Delivery.objects.filter(case=self.case).select_related("letter", "copy_request")
        rows = list(chosen.order_by("part"))
        taken = sum(Payment.objects.filter(case=self.case).values_list("amount", flat=True))
        receipts = self.case.letters.filter(kind="payment").count()
        assert receipts == Payment.objects.filter(case=self.case).count()
        if rows:
            assert taken <= balance_of(rows).due.total
            unpaid = [row for row in rows if row.delivered_on is None and row.promised_from is None]
            assert not (unpaid and balance_of(rows).settled), "a settled answer waits for nothing"
            assert all(row.given.fee for row in unpaid)

    @invariant()
    def one_visit_stands_at_most(self):
        if hasattr(self, "case"):
            standing = set(Viewing.objects.filter(case=self.case, outcome="").values_list("pk", flat=True))
            pointed = Delivery.objects.filter(case=self.case, viewing__isnull=False)
            assert standing == set(pointed.values_list("viewing_id", flat=True))
            assert not pointed.filter(delivered_on__isnull=False).exists()


class BetweenUnits:
    def unit(self):
        return Appointment.objects.get(user=self.officers[Role.ASSISTANT]).unit

    @rule(role=ROLE)
    def dispose_to_the_assistant(self, role):
        act = lambda: dispositions.dispose(case=self.case, unit=self.unit(), **self.by(role))  # noqa: E731
        self.attempt(MoveName.DISPOSE, role, act)

    @rule(role=ROLE)
    def send_back(self, role):
        act = lambda: dispositions.send_back(case=self.case, note="Bukan bidang kami.", **self.by(role))  # noqa: E731
        self.attempt(MoveName.RETURN_CASE, role, act)

    @rule(role=ROLE)
    def ask_unit(self, role):
        act = lambda: unit_messages.ask(  # noqa: E731
            case=self.case, unit=self.unit(), text="Apakah datanya ada?", **self.by(role)
        )
        before = list(Deadline.objects.filter(case=self.case).order_by("pk").values())
        self.attempt(MoveName.ASK_UNIT, role, act)
        assert list(Deadline.objects.filter(case=self.case).order_by("pk").values()) == before

    @rule(role=ROLE)
    def answer_unit(self, role):
        if asked := self.question():
            act = lambda: unit_messages.answer(question=asked, text="Ada.", **self.by(role))  # noqa: E731
            self.attempt(MoveName.ANSWER_UNIT, role, act)

    @rule(role=ROLE)
    def take_back_question(self, role):
        if asked := self.question():
            act = lambda: unit_messages.take_back(question=asked, **self.by(role))  # noqa: E731
            self.attempt(MoveName.TAKE_BACK_QUESTION, role, act)

    def question(self):
        return UnitMessage.objects.filter(case=self.case, question__isnull=True).order_by("-pk").first()

    @invariant()
    def a_question_is_answered_once(self):
        if hasattr(self, "case"):
            answered = UnitMessage.objects.filter(case=self.case, question__isnull=False)
            keys = list(answered.values_list("question_id", flat=True))
            assert len(keys) == len(set(keys))


class HandingOn:
    """A request that another body holds (UU 14/2008 Ps 22(7)b): nothing leaves without the recorded wish."""

    @rule(role=ROLE)
    def draft_not_held(self, role):
        act = lambda: draft_letter(  # noqa: E731
            self.case, user=self.officers[role], on=self.day, decision=Decision.NOT_HELD, holder="Dinas Provinsi Nusa"
        )
        self.attempt(MoveName.DRAFT_NOTICE, role, act)

    @rule(role=ANYBODY, carries=st.sets(st.sampled_from(Carry)))
    def wish(self, role, carries):
        user = self.officers.get(role)
        act = lambda: forwarding.wish(  # noqa: E731
            case=self.case, carries=tuple(carries), acting_user=user, paper=signed_upload("kehendak") if user else None,
            on=self.day, at=moment(self.day, 16),
        )  # fmt: skip
        self.attempt(MoveName.WISH_FORWARDING, role, act)

    @rule(role=ROLE)
    def forward(self, role):
        act = lambda: forwarding.forward(  # noqa: E731
            case=self.case, forwarded_on=self.day, how="email", **self.by(role)
        )
        self.attempt(MoveName.FORWARD, role, act)

    @invariant()
    def nothing_is_handed_on_without_the_wish_and_the_notice(self):
        if not hasattr(self, "case"):
            return
        kinds = list(self.case.events.order_by("seq").values_list("kind", flat=True))
        assert kinds.count("request_forwarded") <= 1
        if "request_forwarded" in kinds:
            before = kinds[: kinds.index("request_forwarded")]
            assert "forwarding_wished" in before
            assert "letter_sent" in before
