"""Mails about payments, the form for copies and the times at which a part may be seen (PERKI 1/2021 Ps 35, 37-38)."""

from django.utils.translation import gettext as _

from ppid.law.fees import rupiah
from ppid.models import Delivery, MailRecord
from ppid.notify.delivery import Builders, facts_of, row_of, to_case
from ppid.notify.message import Known, Message, date_of, day_words, greeting, page_link
from ppid.queries.giving import visit_words


def paid(known: Known) -> Message:
    """A payment was recorded; the receipt is read with the code from the mail."""
    said = known.record.facts
    left, day = _whole(said.get("left")), date_of(said.get("paid_on"))
    after = (
        _("Sisanya dapat dibayar dengan cara yang tertulis dalam surat jawaban.")
        if left
        else _("Biaya sudah lunas. Waktu penyediaan yang dijanjikan dihitung sejak hari pelunasan.")
    )
    return Message(
        subject=_("Pembayaran untuk permohonan %(number)s diterima") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Pembayaran Anda sudah kami catat. Kuitansinya dapat diunduh di halaman Lacak."),),
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Dibayar"), rupiah(_whole(said.get("amount")))),
            (_("Tanggal bayar"), day_words(day) if day else ""),
            (_("Sisa"), rupiah(left)),
            (_("Kode lacak"), known.case.tracking_code),
        ),
        after=(after,),
        action=(_("Unduh kuitansi"), page_link("track")),
    )


def offered(known: Known) -> Message:
    """Times at which the part may be seen; one of them is chosen on the portal or at the desk."""
    row = row_of(known)
    viewing = row.viewing if row else None
    times = [visit_words(slot) for slot in viewing.times] if viewing else []
    return Message(
        subject=_("Pilih waktu melihat informasi, permohonan %(number)s") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Informasi yang Anda minta siap dilihat. Pilih salah satu waktu di bawah ini."),),
        facts=facts_of(
            known, row, (_("Tempat"), viewing.place if viewing else ""),
            *((_("Pilihan %(number)d") % {"number": number}, when) for number, when in enumerate(times, 1)),
        ),
        after=(
            _("Untuk memilih: buka halaman Lacak, tulis kode lacak, lalu minta kode sekali pakai ke e-mail ini."),
            _("Bila tidak ada waktu yang cocok, balas e-mail ini atau hubungi petugas. Hak Anda tidak hilang."),
        ),
        action=(_("Pilih waktu"), page_link("track")),
    )  # fmt: skip


def chosen(known: Known) -> Message:
    row = row_of(known)
    return Message(
        subject=_("Janji melihat informasi, permohonan %(number)s") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Waktu Anda melihat informasi sudah kami catat."),),
        facts=facts_of(known, row, *_visit(row)),
        after=(
            _("Bawalah nomor permohonan ini dan kartu identitas. Kuasa membawa surat kuasa."),
            _("Melihat, membaca, mendengarkan atau mencatat di tempat tidak berbiaya."),
        ),
        action=(_("Lihat rinciannya"), page_link("track")),
    )


def desk_chosen(known: Known) -> Message:
    row = row_of(known)
    return Message(
        subject=_("Waktu melihat dipilih: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(_("Waktu melihat informasi sudah dipilih. Siapkan tempat, informasinya dan pendampingnya."),),
        facts=facts_of(
            known, row, *_visit(row),
            private=False,
        ),
        action=to_case(known),
    )  # fmt: skip


def desk_copy_form(known: Known) -> Message:
    return Message(
        subject=_("Formulir permintaan salinan diisi: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(_("Pemohon mengisi formulir permintaan salinan. Bentuk, cara dan biayanya ada di halaman kasus."),),
        facts=facts_of(known, row_of(known), private=False),
        action=to_case(known),
    )


def _visit(row: Delivery | None) -> tuple[tuple[str, str], ...]:
    """When and where, as agreed."""
    viewing = row.viewing if row else None
    when = viewing.agreed if viewing else None
    return ((_("Waktu"), visit_words(when)), (_("Tempat"), viewing.place)) if viewing and when else ()


def _whole(amount: object) -> int:
    return amount if isinstance(amount, int) else 0


Template = MailRecord.Template
APPLICANT: Builders = {
    Template.PAYMENT_RECORDED: paid,
    Template.VIEWING_OFFERED: offered,
    Template.VIEWING_CHOSEN: chosen,
}
DESK: Builders = {Template.VIEWING_CHOSEN: desk_chosen, Template.COPY_FORM_FILLED: desk_copy_form}
