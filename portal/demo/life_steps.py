"""What may happen in a request's life, one function a step: of the life and the day, through the same actions as real
ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile

from portal.demo import scan
from portal.demo.body import INSTITUTION
from portal.demo.cases import Asking
from portal.models import User
from ppid import tasks
from ppid.actions import (
    complaint_course,
    complaints,
    completeness,
    completing,
    copies,
    delivery,
    dispositions,
    endings,
    flags,
    forwarding,
    intake,
    payments,
    requests,
    unit_messages,
    viewings,
    withdrawals,
)
from ppid.law.complaints import ComplaintClass, Handover
from ppid.law.complaints import Outcome as ComplaintOutcome
from ppid.law.completeness import IncompleteContent
from ppid.law.copies import CopyWish
from ppid.law.decisions import Decision, NoticeContent
from ppid.law.delivering import HandedHow
from ppid.law.fees import PaidHow
from ppid.law.filing import Channel, CopyForm, DeliveryWay, Filing
from ppid.law.forwarding import Carry, ForwardedHow
from ppid.law.giving import GivenPart
from ppid.law.party import Ending
from ppid.law.viewing import Minutes, Slot
from ppid.models import CaseFile, Intake, Letter, PrivateFile, Unit, UnitMessage

if TYPE_CHECKING:
    from portal.demo.lives import Row

OFFICERS = {"bkad": "keuangan", "dinkes": "kesehatan", "dpu": "pekerjaanumum"}
ROOM = "Ruang layanan informasi, lantai 1"


@dataclass
class Life(Asking):
    """A request whose steps stand in its row."""

    row: "Row"

    def __call__(self, day: dt.date) -> None:
        at = self.stage.moment(day, 8 + self.number % 7, self.number * 7 % 60)
        self.case = self._file(at)
        after = self._after(day)
        for count, step in self.row.steps:
            self.stage.plan(after(count), partial(step, self))

    def _filing(self) -> Filing:
        return replace(super()._filing(), **self.row.filing)

    def _papers(self) -> list[tuple[PrivateFile, str]]:
        if not self.row.filing.get("proxy_name"):
            return []
        power = scan.paper("SURAT KUASA KHUSUS", "Bermeterai", "untuk mengajukan permohonan informasi")
        return [(PrivateFile.store(ContentFile(power), "surat kuasa.pdf"), CaseFile.Role.AUTHORITY)]

    def did(self, day: dt.date, hour: int = 11, user: User | None = None) -> dict[str, Any]:
        """Case, officer, day and moment of an action."""
        who = user or self.stage.clerk
        return {"case": self._fresh(), "acting_user": who, "on": day, "at": self.stage.moment(day, hour)}

    def applicant(self, day: dt.date, hour: int = 19) -> dict[str, Any]:
        """Case, day and moment of what the applicant does."""
        return {"case": self._fresh(), "on": day, "at": self.stage.moment(day, hour)}

    def draft(self, day: dt.date, content: NoticeContent) -> None:
        letter = requests.draft_notice(content=content, **self.did(day))
        tasks.render_letter.func(letter.pk)

    def officer(self) -> User:
        return User.objects.get(email=f"{OFFICERS[self.question.unit]}@tirtaraya.example")


def complete(life: Life, day: dt.date) -> None:
    if life.case.channel == Channel.TELEPHONE:
        heard = life.stage.moment(day, 8)
        intake.confirm_oral(read_back_at=heard, handed_on=day, how=Intake.HandedHow.BY_HAND, **life.did(day, 9))
    life._complete(day)


def sign(life: Life, day: dt.date) -> None:
    life._sign(day)


def dispose(life: Life, day: dt.date) -> None:
    life._dispose(day)


# --- papers that lacked -------------------------------------------------------------------------------------------


def lacking(life: Life, day: dt.date) -> None:
    empty = [name for name in ("identity", "purpose") if life.row.filing.get(name) == ""]
    content = IncompleteContent(items=tuple(f"isian:{name}" for name in empty))
    letter = completeness.draft_incomplete(content=content, **life.did(day))
    tasks.render_letter.func(letter.pk)
    letter.refresh_from_db()
    life._sign_letter(letter, day)
    life._send(letter, day)


def completed(life: Life, day: dt.date) -> None:
    answers = {"identity": f"32990112078{life.number:05d}"}
    completing.complete_papers(handed=completing.Handed(answers), **life.applicant(day))


def not_completed(life: Life, day: dt.date) -> None:
    completeness.note_not_completed(**life.did(day))


# --- parts, fees, deliveries --------------------------------------------------------------------------------------


def draft_parts(life: Life, day: dt.date, *, parts: Sequence[GivenPart]) -> None:
    fee = any(part.fee for part in parts)
    life.draft(
        day,
        NoticeContent(
            decision=Decision.GRANTED, consideration="Informasi ini terbuka dan dikuasai badan publik.", parts=tuple(parts),
            payment=f"{INSTITUTION['pay_account']}, atau tunai di loket." if fee else "",
        ),
    )  # fmt: skip


def draft_not_held(life: Life, day: dt.date, *, holder: str) -> None:
    words = "Data ini dicatat lembaga peradilan, bukan pemerintah kabupaten."
    life.draft(day, NoticeContent(decision=Decision.NOT_HELD, consideration=words, holder=holder))


def fill_copy_form(life: Life, day: dt.date) -> None:
    wish = CopyWish(
        CopyForm.HARD,
        DeliveryWay.POST,
        sheets=64,
        recipient=life.row.name,
        address="Jalan Anggrek 21, Tirta Raya 45311",
    )
    copies.fill_copy_form(part=2, wish=wish, **life.applicant(day))


def pay(life: Life, day: dt.date) -> None:
    proof = ContentFile(scan.paper("BUKTI SETOR", "Bank Tirta", "Rp 50.000"), name="bukti setor.pdf")
    payments.record_payment(paid_on=day, amount=50_000, how=PaidHow.ACCOUNT, proof=proof, **life.did(day))


def post(life: Life, day: dt.date) -> None:
    proof = ContentFile(scan.paper("RESI PENGIRIMAN", "Pos, 1 paket", life.case.number), name="resi.pdf")
    delivery.deliver(part=2, delivered_on=day, how=HandedHow.POST, proof=proof, **life.did(day))


def arrived(life: Life, day: dt.date) -> None:
    proof = ContentFile(scan.paper("BUKTI TIBA", "Diterima sendiri oleh pemohon"), name="bukti tiba.pdf")
    delivery.record_receipt(part=2, received_on=day, proof=proof, **life.did(day))


def give_later(life: Life, day: dt.date) -> None:
    given = ContentFile(scan.paper("NOTULA RAPAT", life.case.number, "Salinan lengkap"), name="notula rapat.pdf")
    delivery.deliver(part=3, delivered_on=day, how=HandedHow.PORTAL, given=[given], redacted=True, **life.did(day))


def ready(life: Life, day: dt.date) -> None:
    delivery.make_available(part=1, available_on=day, **life.did(day))


def hand_over(life: Life, day: dt.date) -> None:
    proof = ContentFile(scan.paper("TANDA TERIMA", life.case.number, "Diterima pemohon"), name="tanda terima.pdf")
    delivery.deliver(part=1, delivered_on=day, how=HandedHow.BY_HAND, proof=proof, **life.did(day))


# --- seen at the office -------------------------------------------------------------------------------------------


def offer_viewing(life: Life, day: dt.date) -> None:
    after = life._after(day)
    slots = (Slot(after(2), dt.time(9), dt.time(11)), Slot(after(3), dt.time(13), dt.time(14, 30)))
    viewings.offer(part=1, slots=slots, place=ROOM, **life.did(day))


def choose_viewing(life: Life, day: dt.date) -> None:
    viewings.choose(part=1, slot=0, **life.applicant(day))


def hold_viewing(life: Life, day: dt.date) -> None:
    minutes = Minutes(
        day=day, starts=dt.time(9), ends=dt.time(10, 20), place=ROOM, shown="Buku register tanah tahun 1987, halaman 1–48.",
        visitor=life.row.name, officer=life.stage.clerk.get_full_name(), officer_position="Petugas pelayanan informasi",
        remarks="Pemohon mencatat dan memotret tiga halaman.",
    )  # fmt: skip
    viewings.record_minutes(part=1, minutes=minutes, **life.did(day, 14))


def missed_viewing(life: Life, day: dt.date) -> None:
    viewings.note_absence(part=1, **life.did(day, 15))


# --- between units ------------------------------------------------------------------------------------------------


def ask_unit(life: Life, day: dt.date) -> None:
    unit_messages.ask(
        text="Apakah datanya sudah ada per kecamatan, dan sejak tahun berapa?", unit=Unit.objects.get(code=life.question.unit),
        **life.did(day, 13),
    )  # fmt: skip


def answer_unit(life: Life, day: dt.date) -> None:
    question = UnitMessage.objects.get(case_id=life.case.pk)
    said = life.did(day, 10, life.officer())
    said.pop("case")
    unit_messages.answer(question=question, text="Ada sejak 2023, per puskesmas.", **said)


def send_back(life: Life, day: dt.date) -> None:
    note = "Rincian per ruas disimpan Dinas Pekerjaan Umum, bukan badan keuangan."
    dispositions.send_back(note=note, **life.did(day, 15, life.officer()))


# --- the applicant ------------------------------------------------------------------------------------------------


def withdraw_part(life: Life, day: dt.date) -> None:
    withdrawals.withdraw_part(part="Notula penetapannya tidak diperlukan lagi.", **life.applicant(day))


def died(life: Life, day: dt.date) -> None:
    _end(life, day, Ending.DEATH, "AKTA KEMATIAN")


def dissolved(life: Life, day: dt.date) -> None:
    _end(life, day, Ending.DISSOLUTION, "AKTA PEMBUBARAN")


def _end(life: Life, day: dt.date, kind: Ending, title: str) -> None:
    proof = ContentFile(scan.paper(title, "Salinan sah"), name="akta.pdf")
    endings.note_ending(kind=kind, happened_on=day - dt.timedelta(2), proof=proof, **life.did(day))


def succeeded(life: Life, day: dt.date) -> None:
    proof = ContentFile(scan.paper("SURAT KETERANGAN WARIS", "Diketahui lurah"), name="waris.pdf")
    heir = Filing(name="Sumarni Kasiman", details="", email="sumarni@tirtaraya.example", phone="081255599001")
    endings.accept_successor(successor=heir, relation="Istri, ahli waris", proof=proof, **life.did(day))


def uncontinued(life: Life, day: dt.date) -> None:
    endings.close_uncontinued(note="Bekas pengurus menyatakan tidak melanjutkan.", **life.did(day))


def annoying(life: Life, day: dt.date) -> None:
    flags.flag_annoying(note="Meminta seluruh surat setiap hari tanpa menyebut perihalnya.", **life.did(day))


def wish(life: Life, day: dt.date) -> None:
    forwarding.wish(carries=(Carry.NAME, Carry.CONTACT, Carry.PURPOSE), **life.applicant(day))


def forward(life: Life, day: dt.date) -> None:
    letter = Letter.objects.filter(case_id=life.case.pk).latest("pk")
    tasks.render_letter.func(letter.pk)
    forwarding.forward(forwarded_on=day, how=ForwardedHow.EMAIL, **life.did(day))


# --- a complaint --------------------------------------------------------------------------------------------------


def to_complaints(life: Life, day: dt.date) -> None:
    handover = Handover(whole=True, matter=life.row.details, kind=ComplaintClass.NON_OVERSIGHT)
    complaints.hand_over(handover=handover, **life.did(day))


def enter_complaint(life: Life, day: dt.date) -> None:
    complaints.enter(tracking_id=f"79{life.number:05d}", entered_on=day, **life.did(day))


def answer_complaint(life: Life, day: dt.date) -> None:
    complaint_course.answer(lacking="", answered_on=day, **life.did(day))


def settle_complaint(life: Life, day: dt.date) -> None:
    outcome = "Lampu diganti dan kabelnya diperbaiki oleh Dinas Perhubungan."
    complaints.settle(result=ComplaintOutcome.RESOLVED, outcome=outcome, decided_on=day, **life.did(day))


def notify_complaint(life: Life, day: dt.date) -> None:
    complaint_course.notify(notified_on=day, **life.did(day))
