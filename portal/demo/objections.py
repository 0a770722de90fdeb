"""The invented objections: one of every state and fate, each step on its own past day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db.models import Q

from portal.demo import scan
from portal.demo.cases import Asking, Stage
from ppid import letters, tasks
from ppid.actions import letters as letter_actions
from ppid.actions import objection_steps, objections, rulings, settlements, silences
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


# The fates of the questions that an objection may be about, and on which working day after the filing one looks.
ABOUT = {
    "late": ("late",),
    "closed17": ("refused_17", "part_17"),
    "answered": ("granted", "part", "not_held", "not_documented", "answered_late", "extended_granted"),
}
LOOKED = {"late": 11, "closed17": 17, "answered": 17}
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
    """One objection's way, each step planned by the one before. `asking`: the request it is about, None for ground b."""

    stage: Stage
    fate: Fate
    asking: Asking | None
    superior: Appointment = field(init=False)
    case: Objection = field(init=False)

    def __post_init__(self) -> None:
        self.superior = Appointment.objects.get(role="atasan")

    @property
    def request(self) -> InformationRequest | None:
        return self.asking.case if self.asking is not None else None

    def after(self, day: dt.date, count: int) -> dt.date:
        return self.stage.calendar.nth_after(day, count)

    def begin(self) -> None:
        """Plan the look at the request, once the ground must have arisen."""
        if self.asking is None:
            self.stage.plan(self.after(self.stage.on - dt.timedelta(self.fate.filed * 2), self.fate.filed), self.play)
            return
        asked = self.stage.on - dt.timedelta(self.asking.question.days)
        self.stage.plan(self.after(asked, LOOKED[self.fate.about]), self._look)

    def _look(self, day: dt.date) -> None:
        request = InformationRequest.objects.get(pk=self.asking.case.pk) if self.asking else None
        self.stage.plan(max(day, self.after(_ground_day(request, day), self.fate.filed)), self.play)

    def play(self, day: dt.date) -> None:
        self.case = self._file(day)
        if self.fate.then == "settled":
            self.stage.plan(self.after(day, 4), self._settle)
        if self.fate.then == "withdrawn":
            self.stage.plan(self.after(day, 2), self._withdraw)
        if self.fate.ruled is not None:
            self.stage.plan(self.after(day, self.fate.ruled), self._rule)

    def _withdraw(self, day: dt.date) -> None:
        objection_steps.withdraw(case=self.case, on=day, at=self.stage.moment(day, 15))

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

    def _rule(self, day: dt.date) -> None:
        case = self.case
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
        self.stage.plan(self.after(day, 3), self._follow)

    def _follow(self, later: dt.date) -> None:
        case, then = self.case, self.fate.then
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

    def _settle(self, day: dt.date) -> None:
        case = self.case
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


def _ground_day(request: InformationRequest | None, day: dt.date) -> dt.date:
    """When the ground arose, as far as it is known on `day`."""
    facts = facts_of(request) if request is not None else None
    return (facts.received or facts.answered or facts.due or day) if facts else day


def plan(stage: Stage, askings: Iterable[Asking], *, small: bool) -> None:
    """Some of those who asked will object, the longest waiting first, each in time for the whole of its way."""
    free = list(askings)
    for fate in SMALL if small else (*SMALL, *MORE):
        asking = next((one for one in free if _fits(one, fate)), None)
        if asking is None and fate.about != "none":
            continue
        if asking is not None:
            free.remove(asking)
        _Leading(stage, fate, asking).begin()


def _fits(asking: Asking, fate: Fate) -> bool:
    return asking.question.fate in ABOUT.get(fate.about, ())


def finish(stage: Stage) -> None:
    """One applicant who waits has the record of silence printed."""
    late = Q(deadlines__governs=True, deadlines__missed_on__isnull=False, deadlines__superseded_at__isnull=True)
    case = InformationRequest.objects.filter(late, state=State.REGISTERED).order_by("received_on", "pk").first()
    if case is not None:
        silences.print_silence(case=case, on=stage.on, at=stage.moment(stage.on, 8))
