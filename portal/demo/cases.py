"""The invented requests, led through the same actions as real ones, each step on its own past day."""

import datetime as dt
import heapq
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.core.files.base import ContentFile

from portal.demo.questions import QUESTIONS, Question
from portal.demo.scan import scan_of
from portal.models import User
from ppid import letters, tasks
from ppid.actions import clock, requests
from ppid.law.calendar import Calendar
from ppid.law.decisions import Decision, Gap, GivenPart, NoticeContent
from ppid.law.filing import AccessWay, ApplicantKind, Channel, CopyForm, DeliveryWay, Filing
from ppid.models import Appointment, InformationRequest, Institution, Letter, Unit
from ppid.queries.calendar import current_calendar

# From the first kind of each fate only, for `demo --small`.
GROUPS = ("Perkumpulan", "Yayasan", "Kelompok", "Lembaga", "Forum", "Perhimpunan")
CONSIDERATIONS = {
    Decision.GRANTED: "Informasi ini tidak termasuk yang dikecualikan dan sudah dikuasai badan publik.",
    Decision.PARTLY: "Bagian yang sudah ada diberikan; bagian lain belum didokumentasikan.",
    Decision.NOT_HELD: "Data ini dikumpulkan dan dikuasai kepolisian, bukan pemerintah kabupaten.",
    Decision.NOT_DOCUMENTED: "Peta dengan skala itu belum pernah dibuat.",
}


@dataclass
class Stage:
    """What the steps need: people, calendar, and the queue of steps by day."""

    on: dt.date
    calendar: Calendar
    institution: Institution
    clerk: User
    head: Appointment
    queue: list[tuple[dt.date, int, Callable[[dt.date], None]]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=itertools.count)

    def plan(self, day: dt.date, step: Callable[[dt.date], None]) -> None:
        if day <= self.on:
            heapq.heappush(self.queue, (day, next(self.order), step))

    def moment(self, day: dt.date, hour: int = 9, minute: int = 14) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=self.institution.zone)

    def play(self) -> None:
        """Carry out every step in the order of its day; the deadline round runs before the first step of each week."""
        ticked: dt.date | None = None
        while self.queue:
            day, _, step = heapq.heappop(self.queue)
            if ticked is None or day >= ticked + dt.timedelta(7):
                clock.tick(on=day, at=self.moment(day, 5))
                ticked = day
            step(day)
        clock.tick(on=self.on, at=self.moment(self.on, 5))


def chosen(small: bool) -> list[Question]:
    """All questions, oldest first; for a small demonstration the youngest of every fate."""
    if not small:
        return sorted(QUESTIONS, key=lambda question: -question.days)
    seen: dict[str, Question] = {}
    for question in QUESTIONS:
        seen.setdefault(question.fate, question)
    return sorted(seen.values(), key=lambda question: -question.days)


def load(*, on: dt.date, small: bool) -> int:
    """File the questions and lead each to its fate; the number of cases made."""
    stage = Stage(
        on=on,
        calendar=current_calendar(),
        institution=Institution.load(),
        clerk=User.objects.get(email="petugas@tirtaraya.example"),
        head=Appointment.objects.get(role="ppid"),
    )
    questions = chosen(small)
    for number, question in enumerate(questions):
        asked = on - dt.timedelta(question.days)
        stage.plan(asked, _Asking(stage, question, number))
    stage.play()
    return len(questions)


@dataclass
class _Asking:
    """One question's way. Called on the day it is asked; plans its later steps itself."""

    stage: Stage
    question: Question
    number: int

    def __call__(self, day: dt.date) -> None:
        at = self.stage.moment(day, 8 + self.number % 7, self.number * 7 % 60)
        filed = requests.file(filing=self._filing(), channel=Channel.WEB, received_at=at, at=at)
        self.case = filed.case
        fate = self.question.fate
        if fate == "new":
            return
        after = self._after(day)
        if fate == "withdrawn":
            self.stage.plan(after(4), self._withdraw)
            return
        self.stage.plan(after(1), self._complete)
        if fate == "complete":
            return
        self.stage.plan(after(2), self._dispose)
        if fate in ("with_unit", "late"):
            return
        answer = 14 if fate == "answered_late" else 4 + self.number % 5
        self.stage.plan(after(min(answer, 5) if fate in ("drafted", "signed") else answer), self._draft)

    def _after(self, day: dt.date) -> Callable[[int], dt.date]:
        return lambda count: self.stage.calendar.nth_after(day, count)

    def _filing(self) -> Filing:
        question = self.question
        group = question.name.split()[0] in GROUPS
        return Filing(
            name=question.name,
            details=question.details,
            kind=ApplicantKind.LEGAL if group else ApplicantKind.PERSON,
            identity=f"32990101{self.number:02d}8{self.number % 10}{1000 + self.number}" if not group else "",
            address=f"Jalan Kenanga {self.number + 3}, Tirta Raya",
            phone=f"0812555{self.number:05d}",
            email=f"pemohon{self.number}@tirtaraya.example",
            occupation="" if group else "Wiraswasta",
            purpose=question.purpose,
            access_way=AccessWay.COPY,
            copy_form=CopyForm.SOFT,
            delivery_way=DeliveryWay.EMAIL,
        )

    def _fresh(self) -> InformationRequest:
        return InformationRequest.objects.get(pk=self.case.pk)

    def _withdraw(self, day: dt.date) -> None:
        requests.withdraw(case=self._fresh(), on=day, at=self.stage.moment(day))

    def _complete(self, day: dt.date) -> None:
        requests.declare_complete(case=self._fresh(), acting_user=self.stage.clerk, on=day, at=self.stage.moment(day))

    def _dispose(self, day: dt.date) -> None:
        unit = Unit.objects.get(code=self.question.unit)
        requests.dispose(
            case=self._fresh(), unit=unit, acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 10)
        )

    def _draft(self, day: dt.date) -> None:
        letter = requests.draft_notice(
            case=self._fresh(),
            content=self._content(),
            acting_user=self.stage.clerk,
            on=day,
            at=self.stage.moment(day, 11),
        )
        tasks.render_letter.func(letter.pk)
        if self.question.fate != "drafted":
            self.stage.plan(self._after(day)(1), self._sign)

    def _sign(self, day: dt.date) -> None:
        letter = Letter.objects.get(case_id=self.case.pk, kind=Letter.Kind.NOTICE)
        scan = scan_of(letters.for_signature(letter), self.stage.head.user.get_full_name())
        requests.attach_signed(
            letter=letter, upload=ContentFile(scan, name="surat-bertanda-tangan.pdf"), signed_on=day, signer=self.stage.head,
            acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 13),
        )  # fmt: skip
        if self.question.fate != "signed":
            self._send(letter, day)

    def _send(self, letter: Letter, day: dt.date) -> None:
        requests.record_sending(
            letter=letter, sent_on=day, how=Letter.SentHow.PORTAL, acting_user=self.stage.clerk, on=day,
            at=self.stage.moment(day, 14),
        )  # fmt: skip

    def _content(self) -> NoticeContent:
        decision = {
            "part": Decision.PARTLY, "not_held": Decision.NOT_HELD, "not_documented": Decision.NOT_DOCUMENTED,
        }.get(self.question.fate, Decision.GRANTED)  # fmt: skip
        gives = decision in (Decision.GRANTED, Decision.PARTLY)
        part = decision is Decision.PARTLY
        return NoticeContent(
            decision=decision,
            consideration=CONSIDERATIONS[decision],
            parts=(self._part(),) if gives else (),
            gap=Gap.NOT_DOCUMENTED if part else None,
            gap_matter="Data menurut kecamatan" if part else "",
            holder="Kepolisian Resor Tirta Raya" if decision is Decision.NOT_HELD else "",
            document_days=30 if part or decision is Decision.NOT_DOCUMENTED else None,
        )

    def _part(self) -> GivenPart:
        return GivenPart(
            material=self.question.details, forms=(CopyForm.SOFT,), access_way=AccessWay.COPY,
            delivery_way=DeliveryWay.EMAIL, days=0,
        )  # fmt: skip
