"""Mails to the desk."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.law.complaints import TERMS as COMPLAINT_TERMS
from ppid.law.delivering import PROMISE
from ppid.models import MailRecord, Objection
from ppid.notify import delivery, objections
from ppid.notify.message import Known, Message, date_of, day_words
from ppid.notify.to_applicant import redated


def _missed(known: Known) -> Message:
    if isinstance(known.case, Objection):
        return objections.office_missed(known)
    if known.record.facts.get("term") == PROMISE:
        return delivery.desk_missed(known)
    due = date_of(known.record.facts.get("due")) or known.due
    code = str(known.record.facts.get("term", ""))
    return Message(
        subject=_("Lewat waktu: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=_missed_words(code),
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Tenggat"), code),
            *(((_("Batas waktu"), day_words(due)),) if due else ()),
            (_("Unit"), known.case.unit.name if known.case.unit else _("PPID utama")),
        ),
        action=(_("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))),
    )


def _missed_words(code: str) -> tuple[str, ...]:
    """What a missed term means: an applicant's or an inner one opens no objection (UU 14/2008 Ps 35(1)c and g)."""
    if code == "REQ_APPLICANT_FIX":
        return (
            _("Waktu pemohon melengkapi permohonan ini sudah lewat (PERKI 1/2021 Pasal 33 ayat 3)."),
            _("Catat “tidak dilengkapi”, atau periksa tetap. Itu bukan penolakan; tenggat menurut UU tetap berjalan."),
        )
    if code == "REQ_COMPLETENESS_CHECK":
        return (
            _("Pemeriksaan kelengkapan permohonan ini belum dicatat selesai (PERKI 1/2021 Pasal 31 ayat 2)."),
            _("Nyatakan lengkap, atau sampaikan surat keterangan tidak lengkap. Tenggat menurut UU tetap berjalan."),
        )
    if code == "CMP_APPLICANT_FIX":
        return (
            _("Waktu pengadu melengkapi aduannya sudah lewat; aduan dianggap dicabut (UU 25/2009 Pasal 44 ayat 5)."),
            _("Catat hasilnya di meja layanan, agar pengadu diberi tahu."),
        )
    if code in COMPLAINT_TERMS:
        return (
            _("Batas waktu aduan yang diserahkan ini sudah lewat dan kewajibannya belum tercatat dipenuhi."),
            _("Kewajiban itu tetap berlaku; pengadu dapat mengadu ke Ombudsman (UU 25/2009 Pasal 46)."),
        )
    return (
        _("Batas waktu permohonan ini sudah lewat dan kewajibannya belum tercatat dipenuhi."),
        _("Kewajiban menjawab tetap berlaku; pemohon berhak mengajukan keberatan (UU 14/2008 Pasal 35 ayat 1)."),
    )


def _redated(known: Known) -> Message:
    return replace(
        redated(known),
        greeting=_("Yth. petugas layanan informasi,"),
        action=(_("Buka kasusnya di meja layanan"), case_link(known)),
    )


def case_link(known: Known) -> str:
    """The case at the desk, whatever its kind."""
    if isinstance(known.case, Objection):
        return objections.desk_link(known)
    return settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))


Template = MailRecord.Template
BUILDERS: Mapping[MailRecord.Template, Callable[[Known], Message]] = {
    Template.TERM_MISSED: _missed,
    Template.REDATED: _redated,
    **delivery.DESK,
}
