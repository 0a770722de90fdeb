"""The invented disputes: objections that went on to the information commission, each step on its own past day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.core.files.base import ContentFile

from portal.demo import scan
from portal.demo.cases import Asking
from portal.demo.cases import Stage as Stagehand
from portal.models import User
from ppid import letters, tasks
from ppid.actions import commission_decisions, decision_texts, disputes, objections, review, rulings
from ppid.actions import letters as letter_actions
from ppid.law.disputes import DecisionKind, Ruling, Stage
from ppid.law.filing import Channel
from ppid.law.objections import Ground, ObjectionFiling
from ppid.law.procedure import State
from ppid.law.ruling import Outcome, RulingContent
from ppid.models import Appointment, CommissionDecision, Dispute, InformationRequest, Letter, Objection, SealedDocument

REVIEWER = "komisi@tirtaraya.example"
# How far each dispute of the full demonstration goes; the small one has the first.
DISPUTED = frozenset({"granted", "part", "not_held", "not_documented", "answered_late", "late"})
FATES = ("adjudication", "final", "mediation", "applied")
# Working days: from the request to the objection, from there to its answer, from there to the commission.
OBJECTED, ANSWERED, APPLIED = 18, 4, 5


@dataclass
class _Leading:
    """One dispute's way after what `asking` asked, each step planned by the one before."""

    stage: Stagehand
    asking: Asking
    fate: str
    superior: Appointment = field(init=False)
    objection: Objection = field(init=False)
    dispute: Dispute = field(init=False)
    sealed: SealedDocument = field(init=False)
    decision: CommissionDecision = field(init=False)

    def __post_init__(self) -> None:
        self.superior = Appointment.objects.get(role="atasan")

    def begin(self) -> None:
        asked = self.stage.on - dt.timedelta(self.asking.question.days)
        self.stage.plan(self.after(asked, OBJECTED), self._object)

    def after(self, day: dt.date, count: int) -> dt.date:
        return self.stage.calendar.nth_after(day, count)

    def _apply(self, day: dt.date) -> None:
        self.dispute = disputes.record_application(
            objection=self.objection, applied_on=day, heard_on=day, acting_user=self.stage.head.user, on=day,
            at=self.stage.moment(day, 10), register_number=f"REG-PSI/{day.month}/{day.year}",
            listed_grounds=self.stage.institution.commission_ground_lines[2:4],
        )  # fmt: skip
        getattr(self, f"_{self.fate}")(day)

    def _object(self, day: dt.date) -> None:
        case = InformationRequest.objects.get(pk=self.asking.case.pk)
        ground = Ground.NOT_AS_ASKED if case.state == State.ANSWERED else Ground.NOT_ANSWERED
        filing = ObjectionFiling(
            grounds=(ground,), reasons="Yang diberikan bukan rincian yang diminta.",
            position="Permohonan diajukan, jawabannya tidak memadai.",
        )  # fmt: skip
        at = self.stage.moment(day, 9)
        self.objection = objections.file(
            filing=filing, channel=Channel.WEB, received_at=at, at=at, request=case
        ).case  # fmt: skip
        self.stage.plan(self.after(day, ANSWERED), self._answer)

    def _answer(self, day: dt.date) -> None:
        content = RulingContent(
            outcome=Outcome.UPHELD, reasons="Pemberitahuan sudah sesuai dengan ketentuan.",
            rebuttal="Rincian yang dimaksud belum dikuasai pada saat permohonan dijawab.",
        )  # fmt: skip
        superior = self.stage.superior
        letter = rulings.draft_ruling(
            case=self.objection, content=content, acting_user=superior, on=day, at=self.stage.moment(day, 9)
        )
        tasks.render_letter.func(letter.pk)
        letter.refresh_from_db()
        signed = scan.scan_of(letters.for_signature(letter), superior.get_full_name())
        letter_actions.attach_signed(
            letter=letter, upload=ContentFile(signed, name="tanggapan.pdf"), signed_on=day, compared=True,
            signer=self.superior, acting_user=superior, on=day, at=self.stage.moment(day, 10),
        )  # fmt: skip
        letter_actions.record_sending(
            letter=letter, sent_on=day, how=Letter.SentHow.PORTAL, acting_user=superior, on=day,
            at=self.stage.moment(day, 11),
        )  # fmt: skip
        self.stage.plan(self.after(day, APPLIED), self._apply)

    def _enter(self, stage: Stage, note: str, day: dt.date) -> None:
        disputes.enter_stage(
            dispute=self.dispute, stage=stage, entered_on=day, note=note, acting_user=self.stage.head.user, on=day,
            at=self.stage.moment(day, 11),
        )  # fmt: skip

    def _stages(self, applied: dt.date, *stages: tuple[int, Stage, str]) -> None:
        for count, stage, note in stages:
            self.stage.plan(self.after(applied, count), partial(self._enter, stage, note))

    def _applied(self, applied: dt.date) -> None:
        """Nothing more has been heard of it."""

    def _mediation(self, applied: dt.date) -> None:
        self._stages(
            applied, (3, Stage.REGISTERED, ""), (9, Stage.PRELIMINARY, "Sidang pertama, kedua pihak hadir."),
            (9, Stage.MEDIATION, "Mediator ditunjuk majelis."),
        )  # fmt: skip
        self.stage.plan(self.stage.on, self._next_hearing)

    def _next_hearing(self, day: dt.date) -> None:
        power = scan.paper("SURAT KUASA KHUSUS", "Nomor 2/SKK/PPID", "Kepada Kepala Bagian Hukum.")
        disputes.set_hearing(
            dispute=self.dispute, held_on=self.after(day, 6), starts_at=dt.time(10), closed=True,
            place="Ruang mediasi Komisi Informasi", agenda="Mediasi kedua", representative="Kepala Bagian Hukum",
            power_number="2/SKK/PPID", power=ContentFile(power, name="kuasa.pdf"), acting_user=self.stage.head.user,
            on=day, at=self.stage.moment(day, 8),
        )  # fmt: skip

    def _adjudication(self, applied: dt.date) -> None:
        self._stages(
            applied, (2, Stage.REGISTERED, ""), (4, Stage.PRELIMINARY, ""), (6, Stage.ADJUDICATION, "Mediasi gagal.")
        )
        self.stage.plan(self.after(applied, 7), self._hear)
        self.stage.plan(self.stage.on, self._invite)

    def _hear(self, day: dt.date) -> None:
        dispute = self.dispute
        who: dict[str, Any] = {"acting_user": self.stage.head.user, "on": day, "at": self.stage.moment(day, 13)}
        grounds = dispute.contested.grounds.values_list("ground", flat=True)
        reasons = dict.fromkeys(grounds, "Rincian itu belum dikuasai saat permohonan dijawab.")
        disputes.file_reasons(dispute=dispute, reasons=reasons, filed_on=day, **who)
        power = scan.paper("SURAT KUASA KHUSUS", "Nomor 1/SKK/PPID", "Kepada Kepala Bagian Hukum.")
        disputes.set_hearing(
            dispute=dispute, held_on=day, starts_at=dt.time(9, 30), place="Kantor Komisi Informasi",
            agenda="Pembuktian", closed=False, representative="Kepala Bagian Hukum", power_number="1/SKK/PPID",
            power=ContentFile(power, name="kuasa.pdf"), **who,
        )  # fmt: skip
        self.sealed = review.seal(
            case=dispute, title="Rincian yang disengketakan", **who,
            original=ContentFile(scan.paper("RINCIAN", "Versi utuh", "Seluruh baris terbaca."), name="utuh.pdf"),
            redacted=ContentFile(scan.paper("RINCIAN", "Versi dihitamkan", "██████"), name="dihitamkan.pdf"),
        )  # fmt: skip

    def _open(self, day: dt.date) -> None:
        """The superior opens the sealed document on the panel's written order."""
        order = scan.paper("PENETAPAN MAJELIS", "Nomor 3/PNT/KI", "Pemeriksaan informasi secara tertutup.")
        review.open_document(
            document=self.sealed, order=ContentFile(order, name="penetapan.pdf"), order_number="3/PNT/KI", order_on=day,
            until=day + dt.timedelta(30), readers=[User.objects.get(email=REVIEWER)], acting_user=self.stage.superior,
            on=day, at=self.stage.moment(day, 7, 30),
        )  # fmt: skip

    def _invite(self, day: dt.date) -> None:
        """The one reviewer account of the demonstration reads this dispute from today on."""
        review.invite(
            case=self.dispute, reviewer=User.objects.get(email=REVIEWER), letter_number="7/ST/KI",
            acting_user=self.stage.head.user, until=day + dt.timedelta(days=90), on=day, at=self.stage.moment(day, 7),
        )  # fmt: skip
        self._open(day)

    def _final(self, applied: dt.date) -> None:
        self._stages(applied, (2, Stage.REGISTERED, ""), (14, Stage.ADJUDICATION, ""))
        self.stage.plan(self.after(applied, 42), self._decide)

    def _decide(self, read: dt.date) -> None:
        dispute = self.dispute
        who: dict[str, Any] = {"acting_user": self.stage.head.user, "on": read, "at": self.stage.moment(read, 10)}
        paper = scan.paper("PUTUSAN", "12/KIProv-PS-A", "Sebagian informasi diberikan.")
        decision = commission_decisions.record_decision(
            dispute=dispute, kind=DecisionKind.ADJUDICATION, number=f"12/KIProv-PS-A/{read.year}", read_on=read,
            ruling=Ruling.OPEN_PART, ordered="Memberikan rincian anggaran per kegiatan.", comply_days=10,
            file=ContentFile(paper, name="putusan.pdf"), **who,
        )  # fmt: skip
        facts: dict[str, dt.date | None] = {"received_body_on": read, "received_applicant_on": read}
        commission_decisions.record_court(decision=decision, facts=facts, **who)
        decision.refresh_from_db()
        until = commission_decisions.stands(decision).until
        if until is not None:
            self.decision = decision
            self.stage.plan(until + dt.timedelta(1), self._settle)

    def _settle(self, final: dt.date) -> None:
        commission_decisions.settle(on=final, at=self.stage.moment(final, 5))
        self.stage.plan(self.after(final, 1), self._publish)
        self.stage.plan(self.after(final, 5), self._comply)

    def _publish(self, day: dt.date) -> None:
        decision_texts.publish(
            decision=self.decision, acting_user=self.stage.head.user, on=day, at=self.stage.moment(day, 9),
            text="Menimbang bahwa rincian anggaran per kegiatan merupakan informasi yang wajib tersedia setiap saat, "
            "Majelis memerintahkan Termohon memberikan rincian itu kepada Pemohon.",
        )  # fmt: skip

    def _comply(self, day: dt.date) -> None:
        commission_decisions.comply(
            dispute=self.dispute, complied_on=day, how="Rincian dikirim dengan surat elektronik.",
            acting_user=self.stage.head.user, on=day, at=self.stage.moment(day, 9),
        )  # fmt: skip


def plan(stage: Stagehand, askings: Sequence[Asking], *, small: bool) -> list[Asking]:
    """The longest waiting go on to the commission; those of them."""
    fates = FATES[:1] if small else ("final", "adjudication", "mediation", "applied")
    led = [one for one in askings if one.question.fate in DISPUTED][: len(fates)]
    # The one that went all the way needs the longest time.
    for asking, fate in zip(led, fates, strict=False):
        _Leading(stage, asking, fate).begin()
    return led
