"""Mails about what the applicant does with the own case: completing, taking back, going on after another."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.law.terms import term
from ppid.models import Completion, MailRecord
from ppid.notify.message import Known, Message, date_of, day_words, greeting, page_link
from ppid.queries.completeness import asked_of, check_of

Template = MailRecord.Template


def _incomplete(known: Known) -> Message:
    """PERKI 1/2021 Ps 33(2)-(3): what is missing, and until when; no value that was given stands here."""
    case, due = known.request, check_of(known.request).due
    days = term("REQ_APPLICANT_FIX").length or 0
    until = (
        _("Mohon lengkapi paling lambat %(due)s.") % {"due": day_words(due)}
        if due
        else _("Mohon lengkapi paling lambat %(days)d hari kerja sejak surat itu Anda terima.") % {"days": days}
    )
    facts = [(_("Nomor permohonan"), case.number), (_("Kode lacak"), case.tracking_code)]
    facts += [(_("Belum ada"), label) for label, _article in asked_of(case).lines()]
    return Message(
        subject=_("Permohonan %(number)s perlu dilengkapi") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(_("Permohonan informasi Anda sudah kami periksa; masih ada yang belum lengkap."), until),
        facts=tuple(facts),
        after=(
            _("Buka halaman Lacak, tulis kode lacak, lalu pilih “Lengkapi permohonan”. Kami kirim kode ke e-mail ini."),
            _("Bila tidak dilengkapi, hal itu dicatat dalam register. Itu bukan penolakan."),
            *_clock(known),
        ),
        action=(_("Lengkapi permohonan"), page_link("track")),
    )


def _clock(known: Known) -> tuple[str, ...]:
    if known.due is None:
        return ()
    return (
        _("Batas waktu jawaban menurut undang-undang tetap %(due)s; surat ini tidak mengubahnya.")
        % {"due": day_words(known.due)},
    )


def _completed(known: Known) -> Message:
    case = known.case
    day = Completion.objects.filter(case_id=case.pk, sent_at__isnull=False).order_by("-pk").values_list("came_on")
    came = day[0][0] if day else None
    return Message(
        subject=_("Kelengkapan permohonan %(number)s sudah kami terima") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(_("Terima kasih. Kelengkapan permohonan Anda sudah kami terima dan akan diperiksa petugas."),),
        facts=(
            (_("Nomor permohonan"), case.number),
            *(((_("Kelengkapan diterima"), day_words(came)),) if came else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=_clock(known),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _not_completed(known: Known) -> Message:
    """Ps 33(4): a note, no refusal; what may still be done, and the clock that runs on with its doubt."""
    case = known.case
    return Message(
        subject=_("Permohonan %(number)s dicatat tidak dilengkapi") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(
            _("Waktu untuk melengkapi permohonan Anda sudah lewat, dan hal itu kami catat dalam register."),
            _("Catatan ini bukan penolakan. Anda masih dapat melengkapi, atau mengajukan permohonan baru."),
        ),
        facts=((_("Nomor permohonan"), case.number), (_("Kode lacak"), case.tracking_code)),
        after=(
            _("Yang datang sekarang diperiksa petugas, atau didaftar sebagai permohonan baru dengan nomor sendiri."),
            *_clock(known),
        ),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _withdrawn(known: Known) -> Message:
    case, day = known.case, date_of(known.record.facts.get("withdrawn_on"))
    if known.record.facts.get("part"):
        paragraphs = (_("Pencabutan sebagian permohonan Anda sudah kami catat. Sisanya berjalan; tanggalnya tetap."),)
        subject = _("Sebagian permohonan %(number)s dicabut") % {"number": case.number}
        after = _clock(known)
    else:
        paragraphs = (_("Pencabutan permohonan Anda sudah kami catat. Permohonan ini selesai dan tidak dijawab lagi."),)
        subject = _("Permohonan %(number)s dicabut") % {"number": case.number}
        after = (_("Anda dapat mengajukan permohonan baru kapan saja."),)
    return Message(
        subject=subject,
        greeting=greeting(case),
        paragraphs=paragraphs,
        facts=(
            (_("Nomor permohonan"), case.number),
            *(((_("Dicabut"), day_words(day)),) if day else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(*after, _("Bila bukan Anda atau kuasa Anda yang mencabutnya, segera hubungi petugas.")),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _succeeded(known: Known) -> Message:
    case = known.case
    return Message(
        subject=_("Permohonan %(number)s Anda lanjutkan") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(
            _("Berdasarkan bukti yang Anda serahkan, permohonan informasi ini selanjutnya Anda yang melanjutkan."),
            _("Surat dan pemberitahuan berikutnya kami kirim ke alamat ini."),
        ),
        facts=((_("Nomor permohonan"), case.number), (_("Kode lacak"), case.tracking_code)),
        after=_clock(known),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _desk(known: Known, subject: str, *paragraphs: str) -> Message:
    return Message(
        subject=subject % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=paragraphs,
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Unit"), known.case.unit.name if known.case.unit else _("PPID utama")),
        ),
        action=(_("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))),
    )


def _desk_completed(known: Known) -> Message:
    return _desk(
        known,
        _("Dilengkapi pemohon: permohonan %(number)s"),
        _("Pemohon melengkapi permohonan ini melalui portal. Periksa, lalu nyatakan lengkap."),
    )


def _desk_withdrawn(known: Known) -> Message:
    if known.record.facts.get("part"):
        return _desk(
            known,
            _("Dicabut sebagian: permohonan %(number)s"),
            _("Pemohon mencabut sebagian permohonan ini melalui portal. Sisanya tetap dijawab; tanggalnya tetap."),
        )
    return _desk(
        known,
        _("Dicabut pemohon: permohonan %(number)s"),
        _("Pemohon mencabut permohonan ini melalui portal. Tidak ada lagi yang perlu dijawab."),
    )


Builders = Mapping[MailRecord.Template, Callable[[Known], Message]]
TO_APPLICANT: Builders = {
    Template.INCOMPLETE: _incomplete,
    Template.COMPLETED: _completed,
    Template.NOT_COMPLETED: _not_completed,
    Template.WITHDRAWN: _withdrawn,
    Template.SUCCEEDED: _succeeded,
}
TO_DESK: Builders = {Template.COMPLETED: _desk_completed, Template.WITHDRAWN: _desk_withdrawn}
