"""The invented objections: one of every state and fate, each step on its own past day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db.models import Q

from portal.demo import scan
from portal.demo.cases import Stage
from ppid import letters, tasks
from ppid.actions import clock, objection_steps, objections, rulings, settlements, silences
from ppid.actions import letters as letter_actions
from ppid.law.decisions import NoticeContent
from ppid.law.filing import Channel, Filing
from ppid.law.objections import GROUNDS, Ground, ObjectionFiling
from ppid.law.procedure import State
from ppid.law.ruling import Outcome, RulingContent, SettlementContent
from ppid.models import Appointment, InformationRequest, Letter, Objection
from ppid.queries.rights import facts_of


@dataclass(frozen=True)
class Fate:
    """`about`: of which request (`late`, `closed17`, `answered`, or `none` for ground b). `filed`: working days after
    its ground arose; `ruled`: after the filing, None for no answer. `outcome` and what follows it."""

    about: str
    grounds: tuple[Ground, ...]
    filed: int = 3
    ruled: int | None = None
    outcome: Outcome = Outcome.UPHELD
    then: str = ""
    channel: Channel = Channel.WEB


OPEN = Fate("late", (Ground.NOT_ANSWERED,), filed=1)
B_OPEN = Fate("none", (Ground.NOT_PUBLISHED,), filed=4, channel=Channel.LETTER)
UPHELD_17 = Fate("closed17", (Ground.REFUSED_17,), ruled=8)
UPHELD = Fate("answered", (Ground.NOT_FULFILLED,), ruled=9, then="unsatisfied", channel=Channel.COUNTER)
DONE = Fate("answered", (Ground.NOT_AS_ASKED,), ruled=6, outcome=Outcome.WHOLE, then="fulfilled")
SETTLED = Fate("answered", (Ground.FEE, Ground.NOT_AS_ASKED), then="settled", channel=Channel.EMAIL)
WITHDRAWN = Fate("answered", (Ground.NOT_FULFILLED,), then="withdrawn")
SILENT = Fate("answered", (Ground.NOT_AS_ASKED, Ground.NOT_FULFILLED))
SMALL = (SILENT, UPHELD, DONE, SETTLED, WITHDRAWN, OPEN, B_OPEN)
MORE = (
    UPHELD_17,
    Fate("closed17", (Ground.REFUSED_17,), ruled=12, outcome=Outcome.WHOLE, then="ordered"),
    Fate("answered", (Ground.NOT_AS_ASKED,), filed=40, ruled=10),
    Fate("answered", (Ground.FEE,), ruled=7, then="satisfied"),
    Fate("answered", (Ground.NOT_FULFILLED,), ruled=5, outcome=Outcome.PART, then="ordered"),
    Fate("answered", (Ground.NOT_AS_ASKED,), ruled=11, outcome=Outcome.WHOLE, then="fulfilled"),
    Fate("none", (Ground.NOT_PUBLISHED,), filed=60, ruled=20, outcome=Outcome.WHOLE, then="fulfilled"),
    OPEN,
)
WORDS = {
    Ground.REFUSED_17: "Yang saya minta menyangkut jabatan publik, bukan rahasia pribadi.",
    Ground.NOT_PUBLISHED: "Laporan keuangan yang sudah diaudit tidak ada di situs dan papan pengumuman.",
    Ground.NOT_ANSWERED: "Sampai batas waktunya tidak ada surat jawaban.",
    Ground.NOT_AS_ASKED: "Yang diberikan bukan rincian yang saya minta.",
    Ground.NOT_FULFILLED: "Datanya seharusnya ada pada dinas yang melaksanakan kegiatannya.",
    Ground.FEE: "Biaya salinannya lebih tinggi dari standar biaya yang diumumkan.",
    Ground.TOO_LATE: "Jawabannya datang sesudah hari terakhir.",
}


@dataclass
class _Leading:
    stage: Stage
    fate: Fate
    request: InformationRequest | None
    superior: Appointment = field(init=False)

    def __post_init__(self) -> None:
        self.superior = Appointment.objects.get(role="atasan")

    def after(self, day: dt.date, count: int) -> dt.date:
        return min(self.stage.calendar.nth_after(day, count), self.stage.on)

    @property
    def filed(self) -> dt.date:
        return self.after(_ground_day(self.request, self.fate, self.stage.on), self.fate.filed)

    def play(self) -> Objection:
        filed = self.filed
        case = self._file(filed)
        if self.fate.then == "settled":
            self._settle(case, self.after(filed, 4))
        if self.fate.then == "withdrawn":
            day = self.after(filed, 2)
            objection_steps.withdraw(case=case, on=day, at=self.stage.moment(day, 15))
        if self.fate.ruled is not None:
            self._rule(case, self.after(filed, self.fate.ruled))
        return case

    def _file(self, day: dt.date) -> Objection:
        person = None
        if self.request is None:
            person = Filing(
                name="Perkumpulan Tirta Terbuka", details="Laporan keuangan tahun lalu yang sudah diaudit.",
                email="terbuka@tirtaraya.example", address="Jalan Kenanga 90, Tirta Raya",
            )  # fmt: skip
        filing = ObjectionFiling(
            grounds=self.fate.grounds, reasons=" ".join(WORDS[ground] for ground in self.fate.grounds),
            position="Saya mengajukan permohonan, mengikuti jawabannya, dan tidak memperoleh yang saya minta.",
            purpose="Bahan musyawarah desa.", found_on=day - dt.timedelta(7) if person else None, person=person,
        )  # fmt: skip
        web = self.fate.channel is Channel.WEB
        at = self.stage.moment(day, 10)
        return objections.file(
            filing=filing, channel=self.fate.channel, received_at=at, at=at, request=self.request,
            acting_user=None if web else self.stage.clerk,
        ).case  # fmt: skip

    def _rule(self, case: Objection, day: dt.date) -> None:
        orders = self.fate.outcome is not Outcome.UPHELD
        until = self.stage.calendar.nth_after(day, 5)
        content = RulingContent(
            outcome=self.fate.outcome,
            reasons="Atasan PPID memeriksa permohonan, jawabannya, dan dasar hukumnya.",
            rebuttal="Setiap alasan pemohon sudah dipertimbangkan satu per satu.",
            order="Rincian yang diminta, data pribadi orang lain dihitamkan." if orders else "",
            order_until=until if orders else None,
            exclusions=() if self.fate.outcome is Outcome.WHOLE else self._exclusions(),
        )
        superior, at = self.superior.user, self.stage.moment(day, 11)
        letter = rulings.draft_ruling(case=case, content=content, acting_user=superior, on=day, at=at)
        self._drawn(letter)
        signed = scan.scan_of(letters.for_signature(letter), superior.get_full_name())
        letter_actions.attach_signed(
            letter=letter, upload=ContentFile(signed, name="tanggapan.pdf"), signed_on=day, signer=self.superior,
            compared=True, acting_user=superior, on=day, at=at,
        )  # fmt: skip
        letter_actions.record_sending(
            letter=letter, sent_on=day, how=Letter.SentHow.PORTAL, acting_user=superior, on=day, at=at
        )
        self._follow(case, day)

    def _follow(self, case: Objection, day: dt.date) -> None:
        then, later = self.fate.then, self.after(day, 3)
        if then in ("satisfied", "unsatisfied"):
            objection_steps.reply(
                case=case, content=then, text="Sudah saya baca.", on=later, at=self.stage.moment(later, 16)
            )
        if then == "fulfilled":
            paper = scan.paper("INFORMASI YANG DIPERINTAHKAN", case.number, "Rincian sesuai perintah atasan PPID.")
            objection_steps.fulfil_order(
                case=case, fulfilled_on=later, how="Diberikan lewat portal.",
                given=[ContentFile(paper, name="informasi.pdf")], acting_user=self.stage.clerk, on=later,
                at=self.stage.moment(later, 14),
            )  # fmt: skip

    def _settle(self, case: Objection, day: dt.date) -> None:
        content = SettlementContent(
            tuple(ground for ground in self.fate.grounds if GROUNDS[ground].settled), day, "Ruang layanan PPID",
            "Pemohon\nPPID\nPetugas pelayanan informasi", "Rincian diberikan dalam lima hari kerja, tanpa biaya.",
        )  # fmt: skip
        head, at = self.stage.head.user, self.stage.moment(day, 13)
        letter = settlements.draft_settlement(case=case, content=content, acting_user=head, on=day, at=at)
        self._drawn(letter)
        signed = scan.scan_of(letters.for_signature(letter), head.get_full_name())
        settlements.record_settlement(
            letter=letter, upload=ContentFile(signed, name="berita-acara.pdf"), agreed_on=day, acting_user=head,
            on=day, at=at,
        )  # fmt: skip

    def _drawn(self, letter: Letter) -> None:
        tasks.render_letter.func(letter.pk)
        letter.refresh_from_db()

    def _exclusions(self) -> tuple[int, ...]:
        if self.request is None or Ground.REFUSED_17 not in self.fate.grounds:
            return ()
        notice = Letter.objects.get(case_id=self.request.pk, kind=Letter.Kind.NOTICE)
        return tuple({passage.exclusion for passage in NoticeContent.from_json(notice.content).passages})


def _ground_day(request: InformationRequest | None, fate: Fate, on: dt.date) -> dt.date:
    if request is None:
        return on - dt.timedelta(fate.filed * 2)
    facts = facts_of(request)
    return facts.received or facts.answered or facts.due or on


def _requests(fate: Fate, taken: Iterable[int], on: dt.date) -> InformationRequest | None:
    """The request that a fate is about, the longest waiting first; None where there is none left."""
    if fate.about == "none":
        return None
    free = (
        InformationRequest.objects.filter(objections__isnull=True).exclude(pk__in=taken).order_by("received_on", "pk")
    )
    if fate.about == "late":
        late = Q(deadlines__governs=True, deadlines__due__lt=on, deadlines__superseded_at__isnull=True)
        return free.filter(late, state=State.REGISTERED).first()
    closed = Q(letters__kind="notice", letters__approvals__withholds=True)
    free = free.filter(state=State.ANSWERED)
    return free.filter(closed).first() if fate.about == "closed17" else free.exclude(closed).first()


def load(stage: Stage, *, small: bool) -> int:
    """Object to some of the requests; gives how many objections."""
    taken: set[int] = set()
    ways = []
    for fate in SMALL if small else (*SMALL, *MORE):
        request = _requests(fate, taken, stage.on)
        if request is None and fate.about != "none":
            continue
        if request is not None:
            taken.add(request.pk)
        ways.append(_Leading(stage, fate, request))
    # In the order of their days, as a register numbers them.
    for way in sorted(ways, key=lambda way: way.filed):
        way.play()
    clock.tick(on=stage.on, at=stage.moment(stage.on, 5))
    _print_silence(stage)
    return Objection.objects.count()


def _print_silence(stage: Stage) -> None:
    """One applicant who waits has the record of silence printed."""
    late = Q(deadlines__governs=True, deadlines__missed_on__isnull=False, deadlines__superseded_at__isnull=True)
    case = InformationRequest.objects.filter(late, state=State.REGISTERED).order_by("received_on", "pk").first()
    if case is not None:
        silences.print_silence(case=case, on=stage.on, at=stage.moment(stage.on, 8))
