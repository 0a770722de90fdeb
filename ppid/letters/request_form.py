"""The request form of Annex VI, filled in, in duplicate, each copy with the six rights on its back (PERKI 1/2021
Ps 29(4)-(6)): one copy for the applicant, one kept by the PPID as proof."""

from dataclasses import dataclass, replace

from ppid.letters.frame import Frame
from ppid.letters.notice import Choice
from ppid.letters.receipt import clock_time, fee_words
from ppid.letters.words import weekday
from ppid.models import InformationRequest, Institution

TEMPLATE = "ppid/letters/request_form.html"
ABOUT = "Formulir permintaan informasi publik (PERKI 1/2021 Lampiran VI)"
COPIES = ("Lembar 1: untuk pemohon", "Lembar 2: untuk PPID")

ACCESS = (("view", "Melihat/membaca/mendengarkan/mencatat"), ("copy", "Mendapatkan salinan informasi"))
FORMS = (("hard", "hardcopy"), ("soft", "softcopy"))
DELIVERY = (
    ("pick_up", "Mengambil langsung"), ("courier", "Kurir"), ("post", "Pos"), ("fax", "Faksimili"),
    ("email", "E-mail"),
)  # fmt: skip


@dataclass(frozen=True)
class FormPage:
    """Annex VI as values for its template. `oral`: what was done with an oral request, or empty."""

    frame: Frame
    copies: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    details: str
    purpose: str
    access: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    delivery: tuple[Choice, ...]
    applicant: str
    oral: str
    copy_fee: str


def page(*, case: InformationRequest, frame: Frame, institution: Institution) -> FormPage:
    """The form as its template wants it; a field left empty is a dash, since the annex prints its line always."""
    return FormPage(
        frame=replace(frame, title=f"Formulir permintaan informasi publik {case.number}", about=ABOUT),
        copies=COPIES,
        lines=tuple((name, value or "-") for name, value in _lines(case, institution)),
        details=case.details,
        purpose=case.purpose or "-",
        access=_choices(ACCESS, case.access_way),
        forms=_choices(FORMS, case.copy_form),
        delivery=_choices(DELIVERY, case.delivery_way),
        applicant=case.applicant.proxy_name or case.applicant.name,
        oral=_oral(case, institution),
        copy_fee=fee_words(institution),
    )


def _lines(case: InformationRequest, institution: Institution) -> tuple[tuple[str, str], ...]:
    """Annex VI and what PERKI 1/2021 Ps 29(5) asks beyond it; of the identity number only its last four signs."""
    who = case.applicant
    received = case.received_at.astimezone(institution.zone)
    hour = clock_time(received, institution)
    proxy = ", ".join(part for part in (who.proxy_name, who.proxy_address, who.proxy_phone, who.proxy_email) if part)
    helper = case.intake.helped_by if hasattr(case, "intake") else ""
    return (
        (
            "Diterima",
            f"{weekday(case.received_on)}{f', pukul {hour}' if hour else ''}, {case.get_channel_display().lower()}",
        ),
        ("Nama", who.name),
        ("NIK atau nomor pengesahan", who.identity_ending),
        ("Alamat", " ".join(who.address.split())),
        ("Pekerjaan", who.occupation),
        ("Nomor telepon/e-mail", " / ".join(part for part in (who.phone, who.email) if part)),
        *((("Kuasa", " ".join(proxy.split())),) if proxy else ()),
        *((("Dibantu petugas", helper),) if helper else ()),
    )


def _oral(case: InformationRequest, institution: Institution) -> str:
    if case.channel != InformationRequest.Channel.TELEPHONE:
        return ""
    law = "(UU Nomor 14 Tahun 2008 Pasal 22 ayat (1) dan ayat (3))"
    read = case.intake.read_back_at if hasattr(case, "intake") else None
    if read is None:
        return f"Permohonan ini disampaikan secara lisan dan ditulis oleh petugas untuk dibacakan kembali {law}."
    there = read.astimezone(institution.zone)
    day = f"{weekday(there.date())}, pukul {clock_time(there, institution)}"
    return f"Permohonan ini disampaikan secara lisan, ditulis oleh petugas, dan dibacakan kembali pada {day} {law}."


def _choices(rows: tuple[tuple[str, str], ...], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(code == chosen, words) for code, words in rows)
