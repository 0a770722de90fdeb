"""The invented requests, led through the same actions as real ones, each step on its own past day."""

import datetime as dt
import heapq
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.core.files.base import ContentFile

from portal.demo import scan, withheld
from portal.demo.answers import WITHHOLDING, notice_of
from portal.demo.questions import QUESTIONS, Question
from portal.models import User
from ppid import letters, tasks
from ppid.actions import clock, complaints, holds, refusals, requests
from ppid.actions.extensions import draft_extension
from ppid.actions.requests import Attachment
from ppid.law.calendar import Calendar
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.extension import ExtensionGround
from ppid.law.filing import AccessWay, ApplicantKind, Channel, CopyForm, DeliveryWay, Filing
from ppid.models import Appointment, Exclusion, InformationRequest, Institution, Letter, Unit
from ppid.queries.calendar import current_calendar

GROUPS = ("Perkumpulan", "Yayasan", "Kelompok", "Lembaga", "Forum", "Perhimpunan", "PT", "CV", "Koperasi", "Universitas",
          "Jaringan", "Serikat", "Asosiasi", "Komunitas", "Karang")  # fmt: skip
# What a fate does on which working day after the filing, besides the answer.
ANSWER_ON = {"answered_late": 14, "extended_granted": 15, "drafted": 4, "signed": 4, "refusal_waiting": 3}
UNANSWERED = frozenset({"with_unit", "late", "extended"})


@dataclass
class Stage:
    """What the steps need: people, calendar, and the queue of steps by day."""

    on: dt.date
    calendar: Calendar
    institution: Institution
    clerk: User
    head: Appointment
    superior: User
    bases: Mapping[str, Exclusion]
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
        superior=User.objects.get(email="atasan@tirtaraya.example"),
        bases=withheld.set_by_decree(on),
    )
    from portal.demo import disputes, mails, objections, subjects
    from portal.demo.life_steps import Life
    from portal.demo.lives import chosen as lives_of

    askings = [Asking(stage, question, number) for number, question in enumerate(chosen(small))]
    lives = [Life(stage, row.question(), number, row) for number, row in enumerate(lives_of(small), len(askings))]
    for one in (*askings, *lives):
        stage.plan(on - dt.timedelta(one.question.days), one)
    disputed = disputes.plan(stage, askings, small=small)
    objections.plan(stage, [one for one in askings if one not in disputed], small=small)
    stage.play()
    objections.finish(stage)
    mails.load(stage)
    subjects.load(stage)
    return len(askings) + len(lives)


@dataclass
class Asking:
    """One question's way. Called on the day it is asked; plans its later steps itself."""

    stage: Stage
    question: Question
    number: int

    def __call__(self, day: dt.date) -> None:
        at = self.stage.moment(day, 8 + self.number % 7, self.number * 7 % 60)
        self.case = self._file(at)
        fate, after = self.question.fate, self._after(day)
        if fate == "new":
            return
        if fate in ("withdrawn", "complaint"):
            self.stage.plan(after(4 if fate == "withdrawn" else 1), getattr(self, f"_{fate}"))
            return
        self.stage.plan(after(1), self._complete)
        if fate == "complete":
            return
        self.stage.plan(after(2), self._dispose)
        if fate == "held":
            self.stage.plan(after(2), self._held)
            return
        if fate in ("extended", "extended_granted"):
            self.stage.plan(after(8), self._extend)
        if fate not in UNANSWERED:
            self.stage.plan(after(ANSWER_ON.get(fate, 4 + self.number % 4)), self._draft)

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

    def _file(self, at: dt.datetime) -> InformationRequest:
        """By web the applicant files; by any other way the front desk writes it down the same morning."""
        channel = Channel(self.question.channel)
        clerk = None if channel is Channel.WEB else self.stage.clerk
        return requests.file(
            filing=self._filing(), channel=channel, received_at=at, at=at + dt.timedelta(minutes=20 if clerk else 0),
            acting_user=clerk, attachments=self._papers(),
        ).case  # fmt: skip

    def _papers(self) -> list[Attachment]:
        """What is handed in with it."""
        return []

    def _fresh(self) -> InformationRequest:
        return InformationRequest.objects.get(pk=self.case.pk)

    def _withdrawn(self, day: dt.date) -> None:
        requests.withdraw(case=self._fresh(), on=day, at=self.stage.moment(day))

    def _complete(self, day: dt.date) -> None:
        requests.declare_complete(case=self._fresh(), acting_user=self.stage.clerk, on=day, at=self.stage.moment(day))

    def _dispose(self, day: dt.date) -> None:
        unit = Unit.objects.get(code=self.question.unit)
        if unit.kind == Unit.Kind.MAIN:
            # It lies there already: the main unit answers what is its own.
            return
        requests.dispose(
            case=self._fresh(), unit=unit, acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 10)
        )

    def _draft(self, day: dt.date) -> None:
        letter = requests.draft_notice(
            case=self._fresh(),
            content=notice_of(self.question, self.stage.bases),
            acting_user=self.stage.clerk,
            on=day,
            at=self.stage.moment(day, 11),
        )
        tasks.render_letter.func(letter.pk)
        if self.question.fate in WITHHOLDING:
            self.stage.plan(day, self._propose)
        elif self.question.fate != "drafted":
            self.stage.plan(self._after(day)(1), self._sign)

    def _propose(self, day: dt.date) -> None:
        refusals.propose(letter=self._notice(), acting_user=self.stage.head.user, on=day, at=self.stage.moment(day, 12))
        if self.question.fate != "refusal_waiting":
            self.stage.plan(self._after(day)(1), self._approve)

    def _approve(self, day: dt.date) -> None:
        letter = self._notice()
        paper = scan.paper("PERSETUJUAN ATASAN PPID", f"Surat {letter.number}", "Penolakan disetujui.")
        refusals.approve(
            letter=letter, upload=ContentFile(paper, name="persetujuan.pdf"), acting_user=self.stage.superior, on=day,
            at=self.stage.moment(day, 10),
        )  # fmt: skip
        self.stage.plan(self._after(day)(1), self._sign)

    def _extend(self, day: dt.date) -> None:
        letter = draft_extension(
            case=self._fresh(), grounds=[ExtensionGround.NOT_OBTAINED],
            reason="Data masih dikumpulkan dari beberapa unit.", days=7,
            acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 11),
        )  # fmt: skip
        tasks.render_letter.func(letter.pk)
        letter.refresh_from_db()
        self._sign_letter(letter, day)
        self._send(letter, day)

    def _held(self, day: dt.date) -> None:
        holds.hold(
            case=self._fresh(), waits_for="Menunggu data dari sekolah", acting_user=self.stage.clerk, on=day,
            at=self.stage.moment(day, 15),
        )  # fmt: skip

    def _complaint(self, day: dt.date) -> None:
        handover = Handover(whole=True, matter=self.question.details, kind=ComplaintClass.NON_OVERSIGHT)
        complaints.hand_over(
            case=self._fresh(), handover=handover, acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 10)
        )

    def _notice(self) -> Letter:
        return Letter.objects.get(case_id=self.case.pk, kind=Letter.Kind.NOTICE)

    def _sign(self, day: dt.date) -> None:
        letter = self._notice()
        self._sign_letter(letter, day)
        if self.question.fate != "signed":
            self._send(letter, day)

    def _sign_letter(self, letter: Letter, day: dt.date) -> None:
        signed = scan.scan_of(letters.for_signature(letter), self.stage.head.user.get_full_name())
        requests.attach_signed(
            compared=True, letter=letter, upload=ContentFile(signed, name="surat-bertanda-tangan.pdf"), signed_on=day, signer=self.stage.head,
            acting_user=self.stage.clerk, on=day, at=self.stage.moment(day, 13),
        )  # fmt: skip

    def _send(self, letter: Letter, day: dt.date) -> None:
        requests.record_sending(
            letter=letter, sent_on=day, how=Letter.SentHow.PORTAL, acting_user=self.stage.clerk, on=day,
            at=self.stage.moment(day, 14),
        )  # fmt: skip
