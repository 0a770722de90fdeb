"""What came to the body's mailbox: requests not yet registered, a reply, an answering machine, an advertisement."""

import datetime as dt
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Any

from portal.demo import scan
from portal.demo.cases import Stage
from ppid.actions import incoming
from ppid.law.mail_intake import MailMoveName
from ppid.law.procedure import State
from ppid.mailbox.server import Fetched
from ppid.models import IncomingMail, InformationRequest

INBOX = "ppid@tirtaraya.example"
DOMAIN = "tirtaraya.example"
# Their places among the messages below.
ADDITION, ADVERTISEMENT = 2, 4


def load(stage: Stage) -> int:
    """Take the messages in, as `fetch_mail` does; the number taken in."""
    waiting = InformationRequest.objects.filter(state=State.REGISTERED).order_by("-received_on", "pk").first()
    written = [
        (2, "Permohonan informasi anggaran desa", "Yth. PPID,\n\nmohon salinan ringkasan anggaran Desa Sukamaju tahun 2026. "
         "Saya warga desa itu.\n\nTerima kasih,\nLaksmi Widyaningrum", "laksmi", "surat permohonan.pdf"),
        (1, "Mohon data sekolah", "Selamat siang, berapa jumlah ruang kelas rusak tiap kecamatan?\n\nUjang Suryana, 0812-5550-7711",
         "ujang", ""),
        (1, f"Tambahan untuk {waiting.number}" if waiting else "Tambahan", "Tambahan: cukup data tahun 2025 saja.", "tambahan", ""),
        (3, "Balasan otomatis: di luar kantor", "Saya sedang cuti sampai akhir pekan.", "otomatis", ""),
        (4, "Penawaran perangkat pemindai murah", "Diskon sampai akhir bulan untuk instansi pemerintah.", "penjual", ""),
    ]  # fmt: skip
    for uid, (days, subject, text, who, paper) in enumerate(written, 1):
        at = stage.moment(stage.on - dt.timedelta(days), 9, uid)
        raw = _message(subject, text, who, paper, at, automatic=who == "otomatis")
        incoming.receive(
            source=incoming.Source(INBOX, 1, uid), at=at + dt.timedelta(minutes=3),
            message=Fetched(raw, arrived=at, size=len(raw), cut=False),
        )  # fmt: skip
    taken = list(IncomingMail.objects.order_by("pk"))
    day = stage.on
    by: dict[str, Any] = {"acting_user": stage.clerk, "on": day, "at": stage.moment(day, 14)}
    incoming.join(mail=taken[ADDITION], case=waiting, **by)
    incoming.decide(mail=taken[ADVERTISEMENT], name=MailMoveName.SPAM, reason="Iklan, bukan permohonan.", **by)
    return IncomingMail.objects.count()


def _message(subject: str, text: str, who: str, paper: str, at: dt.datetime, *, automatic: bool) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f"{who}@{DOMAIN}", INBOX, subject
    message["Date"], message["Message-ID"] = format_datetime(at), make_msgid(domain=DOMAIN)
    if automatic:
        message["Auto-Submitted"] = "auto-replied"
    message.set_content(text)
    if paper:
        content = scan.paper("PERMOHONAN INFORMASI", "kepada PPID Kabupaten Tirta Raya", text.splitlines()[2])
        message.add_attachment(content, maintype="application", subtype="pdf", filename=paper)
    return message.as_bytes()
