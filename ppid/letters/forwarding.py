"""The cover letter by which a request is handed on to the body that holds the information (law.md §1.4).

It carries the words of the request and of the applicant only what the applicant allowed; the identity number never. It
is printed and signed in ink, or sent by mail of the office; nothing of the portal's clocks hangs on it.
"""

from dataclasses import dataclass

from ppid.law.forwarding import Carry, ForwardingLetter
from ppid.letters.frame import Frame
from ppid.letters.signer import Signer
from ppid.letters.words import day
from ppid.models import Applicant, InformationRequest

TEMPLATE = "ppid/letters/forwarding.html"
ABOUT = "Surat pengantar penerusan permohonan informasi publik (UU 14/2008 Pasal 22 ayat (7) huruf b)"


@dataclass(frozen=True)
class ForwardingPage:
    """The letter as its template wants it. `rows`: what is carried, name and words; `left_out` what was not allowed."""

    frame: Frame
    signer: Signer
    body: str
    request_number: str
    request_day: str
    notice: str
    rows: tuple[tuple[str, str], ...]
    left_out: str


def page(*, case: InformationRequest, said: ForwardingLetter, frame: Frame, signer: Signer) -> ForwardingPage:
    """What the applicant allowed, in the order of Annex VI."""
    rows = {
        Carry.NAME: (("Nama pemohon", case.applicant.name),),
        Carry.CONTACT: _contact(case.applicant),
        Carry.PURPOSE: (("Tujuan penggunaan", case.purpose or "-"),),
    }
    allowed = [row for one in (Carry.NAME, Carry.CONTACT) if one in said.carries for row in rows[one]]
    allowed.append(("Informasi yang diminta", case.details))
    allowed += rows[Carry.PURPOSE] if Carry.PURPOSE in said.carries else ()
    words = {Carry.NAME: "nama", Carry.CONTACT: "alamat dan kontak", Carry.PURPOSE: "tujuan penggunaan"}
    return ForwardingPage(
        frame=frame,
        signer=signer,
        body=said.body,
        request_number=case.number,
        request_day=day(case.received_on),
        notice=f"Nomor {said.notice_number} tanggal {day(said.notice_on)}",
        rows=tuple(allowed),
        left_out=", ".join(words[one] for one in words if one not in said.carries),
    )


def _contact(applicant: Applicant) -> tuple[tuple[str, str], ...]:
    """Where the answer goes: the proxy's when there is one."""
    address = applicant.proxy_address if applicant.proxied and applicant.proxy_address else applicant.address
    phone = applicant.proxy_phone if applicant.proxied and applicant.proxy_phone else applicant.phone
    reach = " / ".join(part for part in (phone, applicant.mail_address) if part)
    return (("Alamat", " ".join(address.split()) or "-"), ("Telepon / surel", reach or "-"))
