"""The invented disputes: objections that went on to the information commission, each step on its own past day."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile

from portal.demo import scan
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
from ppid.models import Appointment, Dispute, InformationRequest, Letter, Objection, SealedDocument

REVIEWER = "komisi@tirtaraya.example"
# How far each dispute of the full demonstration goes; the small one has the first.
FATES = ("adjudication", "final", "mediation", "applied")
# From the request: when it was objected to, answered, and taken to the commission, in days.
OBJECTED, ANSWERED, APPLIED = 20, 26, 34


@dataclass
class _Leading:
    """One dispute's way after the request `case`."""

    stage: Stagehand
    case: InformationRequest
    fate: str
    superior: Appointment = field(init=False)

    def __post_init__(self) -> None:
        self.superior = Appointment.objects.get(role="atasan")

    def day(self, count: int) -> dt.date:
        return min(self.case.received_on + dt.timedelta(count), self.stage.on)

    def play(self) -> Dispute:
        objection = self._object(self.day(OBJECTED))
        self._answer(objection, self.day(ANSWERED))
        heard = self.day(APPLIED)
        dispute = disputes.record_application(
            objection=objection, applied_on=heard, heard_on=heard, acting_user=self.stage.head.user, on=heard,
            at=self.stage.moment(heard, 10), register_number=f"REG-PSI/{heard.month}/{heard.year}",
        )  # fmt: skip
        getattr(self, f"_{self.fate}")(dispute)
        dispute.refresh_from_db()
        return dispute

    def _object(self, day: dt.date) -> Objection:
        ground = Ground.NOT_AS_ASKED if self.case.state == State.ANSWERED else Ground.NOT_ANSWERED
        filing = ObjectionFiling(
            grounds=(ground,), reasons="Yang diberikan bukan rincian yang diminta.",
            position="Permohonan diajukan, jawabannya tidak memadai.",
        )  # fmt: skip
        at = self.stage.moment(day, 9)
        return objections.file(filing=filing, channel=Channel.WEB, received_at=at, at=at, request=self.case).case

    def _answer(self, objection: Objection, day: dt.date) -> None:
        content = RulingContent(
            outcome=Outcome.UPHELD, reasons="Pemberitahuan sudah sesuai dengan ketentuan.",
            rebuttal="Rincian yang dimaksud belum dikuasai pada saat permohonan dijawab.",
        )  # fmt: skip
        superior = self.stage.superior
        letter = rulings.draft_ruling(
            case=objection, content=content, acting_user=superior, on=day, at=self.stage.moment(day, 9)
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

    def _enter(self, dispute: Dispute, stage: Stage, count: int, note: str = "") -> None:
        day = self.day(APPLIED + count)
        disputes.enter_stage(
            dispute=dispute, stage=stage, entered_on=day, note=note, acting_user=self.stage.head.user, on=day,
            at=self.stage.moment(day, 11),
        )  # fmt: skip

    def _applied(self, dispute: Dispute) -> None:
        """Nothing more has been heard of it."""

    def _mediation(self, dispute: Dispute) -> None:
        self._enter(dispute, Stage.REGISTERED, 3)
        self._enter(dispute, Stage.PRELIMINARY, 9, "Sidang pertama, kedua pihak hadir.")
        self._enter(dispute, Stage.MEDIATION, 9, "Mediator ditunjuk majelis.")
        day = self.stage.on
        power = scan.paper("SURAT KUASA KHUSUS", "Nomor 2/SKK/PPID", "Kepada Kepala Bagian Hukum.")
        disputes.set_hearing(
            dispute=dispute, held_on=self.stage.calendar.nth_after(day, 6), starts_at=dt.time(10), closed=True,
            place="Ruang mediasi Komisi Informasi", agenda="Mediasi kedua", representative="Kepala Bagian Hukum",
            power_number="2/SKK/PPID", power=ContentFile(power, name="kuasa.pdf"), acting_user=self.stage.head.user,
            on=day, at=self.stage.moment(day, 8),
        )  # fmt: skip

    def _adjudication(self, dispute: Dispute) -> None:
        self._enter(dispute, Stage.REGISTERED, 2)
        self._enter(dispute, Stage.PRELIMINARY, 4)
        self._enter(dispute, Stage.ADJUDICATION, 6, "Mediasi gagal.")
        day = self.day(APPLIED + 6)
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
        sealed = review.seal(
            case=dispute, title="Rincian yang disengketakan", **who,
            original=ContentFile(scan.paper("RINCIAN", "Versi utuh", "Seluruh baris terbaca."), name="utuh.pdf"),
            redacted=ContentFile(scan.paper("RINCIAN", "Versi dihitamkan", "██████"), name="dihitamkan.pdf"),
        )  # fmt: skip
        self._invite(dispute)
        self._open(sealed)

    def _open(self, sealed: SealedDocument) -> None:
        """The superior opens the sealed document on the panel's written order."""
        day = self.stage.on
        order = scan.paper("PENETAPAN MAJELIS", "Nomor 3/PNT/KI", "Pemeriksaan informasi secara tertutup.")
        review.open_document(
            document=sealed, order=ContentFile(order, name="penetapan.pdf"), order_number="3/PNT/KI", order_on=day,
            until=day + dt.timedelta(30), readers=[User.objects.get(email=REVIEWER)], acting_user=self.stage.superior,
            on=day, at=self.stage.moment(day, 7, 30),
        )  # fmt: skip

    def _invite(self, dispute: Dispute) -> None:
        """The one reviewer account of the demonstration reads this dispute as of today."""
        review.invite(
            case=dispute, reviewer=User.objects.get(email=REVIEWER), letter_number="7/ST/KI", acting_user=self.stage.head.user,
            until=self.stage.on + dt.timedelta(days=90), on=self.stage.on, at=self.stage.moment(self.stage.on, 7),
        )  # fmt: skip

    def _final(self, dispute: Dispute) -> None:
        self._enter(dispute, Stage.REGISTERED, 2)
        self._enter(dispute, Stage.ADJUDICATION, 20)
        read = self.day(APPLIED + 60)
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
        final = until + dt.timedelta(1) if until else self.stage.on
        if final > self.stage.on:
            return
        commission_decisions.settle(on=final, at=self.stage.moment(final, 5))
        decision_texts.publish(
            decision=decision, acting_user=self.stage.head.user, on=final, at=self.stage.moment(final, 9),
            text="Menimbang bahwa rincian anggaran per kegiatan merupakan informasi yang wajib tersedia setiap saat, "
            "Majelis memerintahkan Termohon memberikan rincian itu kepada Pemohon.",
        )  # fmt: skip
        done = min(final + dt.timedelta(5), self.stage.on)
        commission_decisions.comply(
            dispute=dispute, complied_on=done, how="Rincian dikirim dengan surat elektronik.",
            acting_user=self.stage.head.user, on=done, at=self.stage.moment(done, 9),
        )  # fmt: skip


def load(stage: Stagehand, *, small: bool) -> int:
    """Lead the oldest requests without an objection on to the commission; the number of disputes."""
    oldest = InformationRequest.objects.filter(objections__isnull=True, state__in=[State.ANSWERED, State.REGISTERED])
    requests = list(oldest.order_by("received_on", "pk")[: 1 if small else len(FATES)])
    # The one that went all the way needs the longest time.
    fates = FATES[:1] if small else ("final", "adjudication", "mediation", "applied")
    return len([_Leading(stage, case, fate).play() for case, fate in zip(requests, fates, strict=False)])
