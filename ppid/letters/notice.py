"""The written notice (pemberitahuan tertulis): UU 14/2008 Ps 22(7), PERKI 1/2021 Ps 31(3)-(5), Annex VII."""

from dataclasses import dataclass

from ppid.law.decisions import OTHER_FEE, Decision, Gap, GivenPart, NoticeContent
from ppid.letters.frame import Frame
from ppid.letters.refusal import Withheld, withheld
from ppid.letters.signer import Signer
from ppid.letters.words import CLERICAL, rupiah, unbroken
from ppid.models import Applicant, InformationRequest

TEMPLATE = "ppid/letters/notice.html"
ABOUT = "Pemberitahuan tertulis atas permohonan informasi publik (PERKI 1/2021 Lampiran VII)"

OUTCOMES = {
    Decision.GRANTED: "dapat diberikan seluruhnya",
    Decision.PARTLY: "dapat diberikan sebagian",
    Decision.NOT_HELD: "tidak dapat diberikan karena belum dikuasai",
    Decision.NOT_DOCUMENTED: "tidak dapat diberikan karena belum didokumentasikan",
    Decision.REFUSED_17: "tidak dapat diberikan karena dikecualikan",
    Decision.REFUSED_6_2: "ditolak karena tidak sesuai dengan ketentuan",
}


@dataclass(frozen=True)
class Choice:
    """A box of the annex: ticked or not."""

    ticked: bool
    text: str


@dataclass(frozen=True)
class FeeLine:
    name: str
    amount: str


@dataclass(frozen=True)
class PartPage:
    """One part of block A: what, in which form, at what cost, when and how. `name` is empty where there is one only."""

    name: str
    material: str
    forms: tuple[Choice, ...]
    fees: tuple[FeeLine, ...]
    time: str
    way: str


@dataclass(frozen=True)
class NoticePage:
    """Annex VII as values for its template. `given` and `withheld` say which of the blocks A and B apply. `total` is
    the cost of all parts together, empty where there is one only."""

    frame: Frame
    signer: Signer
    addressee: tuple[str, ...]
    request_number: str
    request_day: object
    applicant: tuple[tuple[str, str], ...]
    outcome: str
    given: bool
    withheld: bool
    holding: tuple[Choice, ...]
    parts: tuple[PartPage, ...]
    total: str
    payment: str
    gaps: tuple[Choice, ...]
    gap_matter: str
    holder: str
    document_time: str
    consideration: str
    closed: Withheld
    rule: str
    counting: str


def page(
    *, case: InformationRequest, content: NoticeContent, frame: Frame, signer: Signer, counting: str
) -> NoticePage:
    """The notice as its template wants it. Amounts and days are already words; `counting`: how days are counted."""
    return NoticePage(
        frame=frame,
        signer=signer,
        addressee=addressee(case.applicant),
        request_number=unbroken(case.number),
        request_day=case.received_on,
        applicant=identity(case.applicant),
        outcome=OUTCOMES[content.decision],
        given=content.gives,
        withheld=content.lacking is not None,
        holding=_holding(content),
        parts=tuple(_part(content, number, part) for number, part in enumerate(content.parts, 1)),
        total=rupiah(content.total_fee) if len(content.parts) > 1 else "",
        payment=content.payment if content.total_fee else "",
        gaps=(
            Choice(content.lacking is Gap.NOT_HELD, "Informasi yang diminta belum dikuasai"),
            Choice(content.lacking is Gap.NOT_DOCUMENTED, "Informasi yang diminta belum didokumentasikan"),
        ),
        gap_matter=content.gap_matter,
        holder=content.holder,
        document_time=f"{content.document_days} hari kerja" if content.document_days else "",
        consideration=content.consideration,
        closed=withheld(content),
        rule=content.rule,
        counting=counting,
    )


def addressee(applicant: Applicant) -> tuple[str, ...]:
    """`Yth. Saudara/i …` and the address, one line each; a letter goes to the proxy when there is one."""
    legal = applicant.kind == Applicant.Kind.LEGAL
    first = f"Pimpinan {applicant.name}" if legal else f"Saudara/i {applicant.name}"
    place = applicant.address
    if applicant.proxied:
        first = f"Saudara/i {applicant.proxy_name or 'kuasa'} selaku kuasa {applicant.name}"
        place = applicant.proxy_address or applicant.address
    lines = [line.strip() for line in place.splitlines() if line.strip()]
    return (f"Yth. {first}", *(lines or ["di tempat"]))


def identity(applicant: Applicant) -> tuple[tuple[str, str], ...]:
    """The three lines of Annex VII on the applicant; a gap is a dash, since the annex prints the line always.

    A proxy has a line of its own (PERKI 1/2021 Ps 29(5)b: "atau kuasanya").
    """
    reach = " / ".join(part for part in (applicant.phone, applicant.email) if part)
    address = ", ".join(line.strip() for line in applicant.address.splitlines() if line.strip())
    own = (("Nama", applicant.name), ("Alamat", address or "-"), ("Nomor telepon / surel", reach or "-"))
    if not applicant.proxied:
        return own
    through = (applicant.proxy_name, " ".join(applicant.proxy_address.split()), applicant.proxy_phone)
    return (*own, ("Kuasa", ", ".join(part for part in (*through, applicant.proxy_email) if part)))


def _holding(content: NoticeContent) -> tuple[Choice, ...]:
    elsewhere = content.held_elsewhere.strip()
    other = f"Badan publik lain, yaitu {elsewhere}" if elsewhere else "Badan publik lain"
    return (Choice(content.gives and not elsewhere, "Kami"), Choice(bool(elsewhere), other))


def _form_words(form: str) -> str:
    return {"soft": "Softcopy (termasuk rekaman)", "hard": "Hardcopy / salinan tertulis"}[form]


def _part(content: NoticeContent, number: int, part: GivenPart) -> PartPage:
    several = len(content.parts) > 1
    return PartPage(
        name=f"Bagian {number} dari {len(content.parts)}" if several else "",
        material=part.material,
        forms=tuple(Choice(form in part.forms, _form_words(form)) for form in ("soft", "hard")),
        fees=_fees(part),
        time=_within(part, content.edition, several=several),
        way=way_words(part),
    )


def _fees(part: GivenPart) -> tuple[FeeLine, ...]:
    sheets = f"Penyalinan: {rupiah(part.fee_per_sheet)} × {part.sheets} lembar"
    return (
        FeeLine(sheets, rupiah(part.copy_fee)),
        FeeLine("Pengiriman", rupiah(part.delivery_fee)),
        FeeLine("Lain-lain", rupiah(OTHER_FEE)),
        FeeLine("Jumlah", rupiah(part.fee)),
    )


def _within(part: GivenPart, edition: int, *, several: bool) -> str:
    """PERKI 1/2021 Ps 31(4)f; counted from the notice, or from payment where a fee is due (law.md §9, REQ_DELIVERY)."""
    if part.with_letter:
        return "bersama surat ini"
    if edition == 1:
        return f"{part.days} hari kerja"
    paid = "biaya bagian ini dibayar" if several else "biaya dibayar"
    since = paid if part.fee else "pemberitahuan ini disampaikan"
    return f"{part.days} hari kerja sejak {since}"


def way_words(part: GivenPart) -> str:
    """How the part is got and how it comes, in the letters' words."""
    words = [CLERICAL[way] for way in (part.access_way, part.delivery_way) if way]
    return ", ".join(words)
