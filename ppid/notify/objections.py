"""Mails about an objection: to the one who objects, to the desk and to the superior. No subject names a person."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ppid.law.delivering import PROMISE
from ppid.models import MailRecord, MissingNote
from ppid.notify.message import Known, Message, date_of, day_words, greeting, last_day, moment_words, page_link

Template = MailRecord.Template
Builder = Callable[[Known], Message]
# Kept as UU 14/2008 Ps 37(2) and PERKI 1/2013 Ps 13 word it.
DISPUTE_TERMS = ("DSP_FILE_ANSWERED", "DSP_FILE_SILENT")


def desk_link(known: Known) -> str:
    """The objection at the desk."""
    return settings.SITE_URL + reverse("desk_objection", args=[known.case.pk])


def commission_facts(known: Known) -> tuple[tuple[str, str], ...]:
    """Where a dispute is brought: this body's own information commission (UU 14/2008 Ps 27)."""
    body = known.institution
    rows = ((_("Komisi Informasi"), body.commission_name), (_("Alamat"), " ".join(body.commission_address.split())))
    return tuple((label, value) for label, value in rows if value)


def _own(known: Known) -> tuple[tuple[str, str], ...]:
    return ((_("Nomor keberatan"), known.case.number), (_("Kode lacak"), known.case.tracking_code))


def _received(known: Known) -> Message:
    """PERKI 1/2021 Ps 41(6), 42(3): number and promised day at once."""
    case = known.case
    promise = (
        _("Atasan PPID memberi tanggapan tertulis paling lambat %(due)s.") % {"due": day_words(known.due)}
        if known.due
        else _(
            "Atasan PPID memberi tanggapan tertulis dalam 30 hari kerja. Tanggalnya dihitung setelah keputusan hari "
            "libur (SKB 3 Menteri) dimuat; Anda kami kabari."
        )
    )
    return Message(
        subject=_("Keberatan %(number)s sudah terdaftar") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(_("Keberatan Anda sudah kami terima dan kami daftar."), promise),
        facts=(
            (_("Nomor keberatan"), case.number),
            (_("Diterima"), moment_words(known, case.received_at)),
            *(((_("Ditanggapi paling lambat"), day_words(known.due)),) if known.due else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(
            _("Keberatan ini mempunyai kode lacak sendiri. Simpan: dengan kode itu Anda mengikuti jalannya."),
            _("Bila sampai tanggal itu tidak ada tanggapan, Anda berhak mengajukan sengketa ke Komisi Informasi."),
        ),
        action=(_("Lacak keberatan"), page_link("track")),
    )


def _to_superior(known: Known) -> Message:
    case = known.case
    return Message(
        subject=_("Keberatan %(number)s menunggu tanggapan Anda") % {"number": case.number},
        greeting=_("Yth. atasan PPID,"),
        paragraphs=(
            _(
                "Sebuah keberatan diajukan kepada Anda. Tanggapan tertulis diberikan dalam 30 hari kerja sejak "
                "diterima."
            ),
        ),
        facts=(
            (_("Nomor keberatan"), case.number),
            (_("Diterima"), day_words(case.received_on)),
            *(((_("Ditanggapi paling lambat"), day_words(known.due)),) if known.due else ()),
        ),
        action=(_("Buka keberatannya"), desk_link(known)),
    )


def _missing(known: Known) -> Message:
    """PERKI 1/2021 Ps 41(5): asked for, while the thirty days run on."""
    note = MissingNote.objects.filter(objection_id=known.case.pk).last()
    return Message(
        subject=_("Keberatan %(number)s: mohon tambahkan yang kurang") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(
            _("Keberatan Anda sudah terdaftar. Agar dapat dijawab dengan baik, mohon tambahkan yang berikut."),
            note.text if note else "",
        ),
        facts=_own(known),
        after=(_("Tanpa tambahan ini pun keberatan Anda dijawab, dan batas waktunya tidak berubah."),),
        action=(_("Lacak keberatan"), page_link("track")),
    )


def _answered(known: Known) -> Message:
    """The right that follows and its last day (UU 14/2008 Ps 37(2)); the earliest reading when it went by post."""
    letter = known.record.letter
    day = (letter.delivered_on or letter.sent_on) if letter else None
    last = last_day("DSP_FILE_ANSWERED", day)
    right = (
        _("Bila Anda tidak puas, Anda berhak mengajukan sengketa ke Komisi Informasi paling lambat %(last)s.")
        % {"last": day_words(last)}
        if last
        else _("Bila Anda tidak puas, Anda berhak mengajukan sengketa ke Komisi Informasi dalam 14 hari kerja.")
    )
    return Message(
        subject=_("Tanggapan atas keberatan %(number)s") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Atasan PPID sudah menanggapi keberatan Anda dengan surat."),),
        facts=(*_own(known), *(((_("Nomor surat"), letter.number),) if letter else ()), *commission_facts(known)),
        after=(
            _("Untuk membukanya: buka halaman Lacak, tulis kode lacak, lalu minta kode sekali pakai ke e-mail ini."),
            right,
        ),
        action=(_("Buka surat tanggapan"), page_link("track")),
    )


def _order(known: Known) -> Message:
    due = date_of(known.record.facts.get("due"))
    return Message(
        subject=_("Perintah atasan PPID atas keberatan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. PPID dan petugas layanan informasi,"),
        paragraphs=(_("Atasan PPID memerintahkan informasi diberikan. Catat pelaksanaannya pada keberatannya."),),
        facts=(
            (_("Nomor keberatan"), known.case.number),
            *(((_("Paling lambat"), day_words(due)),) if due else ()),
        ),
        action=(_("Buka keberatannya"), desk_link(known)),
    )


def _fulfilled(known: Known) -> Message:
    return Message(
        subject=_("Perintah atas keberatan %(number)s sudah dilaksanakan") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Informasi yang diperintahkan atasan PPID sudah kami berikan."),),
        facts=_own(known),
        after=(_("Untuk membukanya: buka halaman Lacak, tulis kode lacak, lalu minta kode ke e-mail ini."),),
        action=(_("Lacak keberatan"), page_link("track")),
    )


def _reminder(known: Known) -> Message:
    """Ten, five and one working day before the last one."""
    facts = known.record.facts
    due, days = date_of(facts.get("due")), int(facts["days"]) if str(facts.get("days", "")).isdigit() else 1
    dispute = facts.get("term") in DISPUTE_TERMS
    left = ngettext("%(days)d hari kerja lagi", "%(days)d hari kerja lagi", days) % {"days": days}
    what = (
        _("Anda masih dapat mengajukan sengketa ke Komisi Informasi paling lambat %(due)s (%(left)s).")
        if dispute
        else _("Anda masih dapat mengajukan keberatan kepada atasan PPID paling lambat %(due)s (%(left)s).")
    )
    return Message(
        subject=_("Pengingat: batas waktu hak Anda atas %(number)s") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(what % {"due": day_words(due) if due else "–", "left": left},),
        facts=((_("Nomor"), known.case.number), (_("Kode lacak"), known.case.tracking_code))
        + (commission_facts(known) if dispute else ()),
        after=(_("Bila Anda sudah puas, Anda tidak perlu berbuat apa-apa."),),
        action=(_("Lihat hak Anda"), page_link("track")),
    )


def missed(known: Known) -> Message:
    """To the applicant: the answer did not come, the order was not carried out, or a right's last day passed."""
    code, due = known.record.facts.get("term"), date_of(known.record.facts.get("due"))
    day = day_words(due) if due else "–"
    after: tuple[str, ...] = ()
    facts = _own(known)
    if code == "OBJ_ANSWER":
        last = last_day("DSP_FILE_SILENT", due)
        subject = _("Keberatan %(number)s belum ditanggapi sampai batas waktunya")
        told = _("Mohon maaf. Keberatan Anda seharusnya ditanggapi atasan PPID paling lambat %(day)s, dan belum.")
        facts += commission_facts(known)
        until = _(" paling lambat %(last)s") % {"last": day_words(last)} if last else ""
        after = (
            _("Mulai hari ini Anda berhak mengajukan sengketa ke Komisi Informasi%(until)s.") % {"until": until},
            _("Tanggapan yang terlambat tidak menghapus hak itu."),
        )
    elif code == PROMISE:
        subject = _("Perintah atas keberatan %(number)s belum dilaksanakan")
        told = _("Mohon maaf. Informasi yang diperintahkan seharusnya diberikan paling lambat %(day)s, dan belum.")
        after = (_("Petugas dan atasan PPID sudah kami ingatkan."),)
    else:
        subject = _("Batas waktu sengketa atas keberatan %(number)s sudah lewat")
        told = _("Batas waktu mengajukan sengketa ke Komisi Informasi, %(day)s, sudah lewat.")
    return Message(
        subject=subject % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(told % {"day": day},),
        facts=facts,
        after=after,
        action=(_("Lacak keberatan"), page_link("track")),
    )


def right_passed(known: Known) -> Message:
    """On a request: thirty working days from its ground are over (UU 14/2008 Ps 36(1)). Nothing is closed by us."""
    due = date_of(known.record.facts.get("due"))
    return Message(
        subject=_("Batas waktu keberatan atas permohonan %(number)s sudah lewat") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(
            _("Batas waktu mengajukan keberatan, %(due)s, sudah lewat.") % {"due": day_words(due) if due else "–"},
            _("Keberatan yang datang sesudahnya tetap kami daftar dan dijawab, dengan tanda terlambat."),
        ),
        facts=((_("Nomor permohonan"), known.case.number), (_("Kode lacak"), known.case.tracking_code)),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def office_missed(known: Known) -> Message:
    """To the superior (the answer) or to the desk (the order)."""
    due = date_of(known.record.facts.get("due")) or known.due
    order = known.record.facts.get("term") == PROMISE
    superior = known.record.audience == MailRecord.Audience.SUPERIOR
    if order:
        told = _("Perintah atas keberatan ini belum tercatat dilaksanakan, dan batas waktunya lewat.")
    else:
        told = _("Batas waktu tanggapan atas keberatan ini lewat dan tanggapannya belum tercatat disampaikan.")
    return Message(
        subject=_("Lewat waktu: keberatan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. atasan PPID,") if superior else _("Yth. petugas layanan informasi,"),
        paragraphs=(
            told,
            _("Kewajibannya tetap berlaku; pemohon berhak mengajukan sengketa (UU 14/2008 Pasal 37)."),
        ),
        facts=(
            (_("Nomor keberatan"), known.case.number),
            *(((_("Batas waktu"), day_words(due)),) if due else ()),
        ),
        action=(_("Buka keberatannya"), desk_link(known)),
    )


TO_APPLICANT: Mapping[MailRecord.Template, Builder] = {
    Template.OBJECTION_RECEIVED: _received,
    Template.OBJECTION_MISSING: _missing,
    Template.OBJECTION_ANSWERED: _answered,
    Template.ORDER_FULFILLED: _fulfilled,
    Template.RIGHT_REMINDER: _reminder,
}
TO_DESK: Mapping[MailRecord.Template, Builder] = {Template.ORDER_GIVEN: _order}
TO_SUPERIOR: Mapping[MailRecord.Template, Builder] = {
    Template.OBJECTION_RECEIVED: _to_superior,
    Template.TERM_MISSED: office_missed,
}
