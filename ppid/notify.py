"""Mails to applicants and to the desk: text and HTML of one message, plain and polite, and no person in the subject.

`tasks.send_mail` calls `send` with a record that an action decided on; everything said is looked up when the mail
leaves, so that neither queue nor record holds an address or a name.
"""

import datetime as dt
from dataclasses import dataclass, replace
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.law.calendar import MissingDecree
from ppid.law.clock import due_of
from ppid.law.terms import term
from ppid.models import Appointment, Deadline, InformationRequest, Institution, MailRecord, Role
from ppid.models.sealed import unseal
from ppid.queries.calendar import current_calendar


class NoAddress(LookupError):
    """Nobody to write to: the applicant's address was destroyed, or the desk has none. Carries no address."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a mail says. `facts` are label and value; `action` is a link's words and its address."""

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    code: str = ""
    after: tuple[str, ...] = ()
    action: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a message may draw on. `due` is the governing deadline's last day, None while no decree covers it."""

    record: MailRecord
    case: InformationRequest
    institution: Institution
    due: dt.date | None


def send(record: MailRecord) -> None:
    """Send the mail of a record. Raises NoAddress, and whatever the mail server says (to be tried again)."""
    known = _known(record)
    to = recipients(known)
    if not to:
        raise NoAddress(record.pk)
    message, text, html = compose(known)
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=text,
        from_email=_sender(known.institution),
        to=to,
        reply_to=[known.institution.email] if known.institution.email else None,
        headers={
            # Said twice after a crash, it is the same message to every mail program.
            "Message-ID": f"<ppid-{record.pk}-{record.created_at:%Y%m%d%H%M%S}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(html, "text/html")
    mail.send()


def recipients(known: Known) -> list[str]:
    """The applicant; or the desk: the unit's and the body's mailbox, else the people appointed to it that day."""
    if known.record.audience == MailRecord.Audience.APPLICANT:
        return [known.case.applicant.email] if known.case.applicant.email else []
    mailboxes = [known.case.unit.email if known.case.unit else "", known.institution.email]
    found = list(dict.fromkeys(address for address in mailboxes if address))
    if found:
        return found
    on = known.institution.day_of(known.record.created_at)
    people = Appointment.objects.on(on).filter(role__in=(Role.FRONT_DESK, Role.PPID), user__is_active=True)
    return sorted({address for address in people.values_list("user__email", flat=True) if address})


def compose(known: Known) -> tuple[Message, str, str]:
    """The message with its text and its HTML, in the body's language."""
    with translation.override(settings.LANGUAGE_CODE):
        message = BUILDERS[Audience(known.record.audience), Template(known.record.template)](known)
        context = {"message": message, "institution": known.institution, "site_url": settings.SITE_URL}
        text = render_to_string("ppid/mail/message.txt", context)
        html = render_to_string("ppid/mail/message.html", context)
    return message, text, html


def _known(record: MailRecord) -> Known:
    case = InformationRequest.objects.select_related("applicant", "unit").get(pk=record.case_id)
    governing = Deadline.objects.standing().filter(case_id=case.pk, governs=True).first()
    return Known(record, case, Institution.load(), governing.due if governing else None)


# --- to the applicant ---------------------------------------------------------------------------------------------


def _received(known: Known) -> Message:
    """UU 14/2008 Ps 22(4)-(5): the number at once."""
    case = known.case
    if known.due:
        promise = _("Kami menjawab dengan surat paling lambat %(due)s.") % {"due": _day(known.due)}
    else:
        promise = _(
            "Kami menjawab dengan surat paling lambat sepuluh hari kerja. Tanggalnya dihitung setelah keputusan hari "
            "libur (SKB 3 Menteri) dimuat; Anda kami kabari."
        )
    return Message(
        subject=_("Permohonan informasi %(number)s sudah terdaftar") % {"number": case.number},
        greeting=_greeting(case),
        paragraphs=(_("Permohonan informasi Anda sudah kami terima dan kami daftar."), promise),
        facts=(
            (_("Nomor pendaftaran"), case.number),
            (_("Diterima"), _moment(known, case.received_at)),
            *(((_("Dijawab paling lambat"), _day(known.due)),) if known.due else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(
            _("Simpan kode lacak itu. Dengan kode itu Anda melihat keadaan permohonan dan tanggal-tanggalnya."),
            _("Bila sampai tanggal itu tidak ada jawaban, Anda berhak mengajukan keberatan kepada atasan PPID."),
        ),
        action=(_("Lacak permohonan"), _link("track")),
    )


def _answered(known: Known) -> Message:
    case, letter = known.case, known.record.letter
    facts = [(_("Nomor permohonan"), case.number)]
    if letter is not None:
        facts += [(_("Nomor surat"), letter.number)]
        if letter.sent_on:
            facts += [(_("Disampaikan"), _day(letter.sent_on))]
    last = _last_day("OBJ_FILE", letter.sent_on if letter else None)
    objection = (
        _("Bila Anda tidak puas, Anda berhak mengajukan keberatan kepada atasan PPID paling lambat %(last)s.")
        % {"last": _day(last)}
        if last
        else _(
            "Bila jawaban ini tidak memuaskan, Anda berhak mengajukan keberatan kepada atasan PPID dalam 30 hari kerja."
        )
    )
    return Message(
        subject=_("Surat jawaban atas permohonan %(number)s") % {"number": case.number},
        greeting=_greeting(case),
        paragraphs=(_("Permohonan informasi Anda sudah dijawab dengan surat."),),
        facts=(*facts, (_("Kode lacak"), case.tracking_code)),
        after=(
            _("Untuk membukanya: buka halaman Lacak, tulis kode lacak, lalu minta kode sekali pakai ke e-mail ini."),
            objection,
        ),
        action=(_("Buka surat jawaban"), _link("track")),
    )


def _sign_in_code(known: Known) -> Message:
    """The code stands in the text only, never in the subject: subjects show on locked screens."""
    return Message(
        subject=_("Kode sekali pakai Anda"),
        greeting=_greeting(known.case),
        paragraphs=(_("Ini kode sekali pakai untuk membuka surat dan bagian pribadi permohonan Anda:"),),
        code=unseal(known.record.secret_sealed),
        after=(
            _("Kode ini berlaku 15 menit, sekali saja. Jangan berikan kepada siapa pun; petugas tidak memintanya."),
            _("Bila bukan Anda yang memintanya, abaikan surat ini. Tidak ada yang terbuka tanpa kode itu."),
        ),
    )


def _missed(known: Known) -> Message:
    """The right that silence opens (UU 14/2008 Ps 35(1)c, 36(1)); the earliest reading of its last day is shown."""
    case = known.case
    due = _date(known.record.facts.get("due")) or known.due
    last = _last_day("OBJ_FILE", due)
    until = _(" paling lambat %(last)s") % {"last": _day(last)} if last else ""
    return Message(
        subject=_("Permohonan %(number)s belum dijawab sampai batas waktunya") % {"number": case.number},
        greeting=_greeting(case),
        paragraphs=(
            _("Mohon maaf. Permohonan informasi Anda seharusnya dijawab paling lambat %(due)s, dan belum.")
            % {"due": _day(due)}
            if due
            else _("Mohon maaf. Permohonan informasi Anda belum dijawab sampai batas waktunya."),
            _("Kewajiban menjawab tetap berlaku; petugas sudah kami ingatkan."),
        ),
        facts=((_("Nomor permohonan"), case.number), (_("Kode lacak"), case.tracking_code)),
        after=(
            _("Mulai hari ini Anda berhak mengajukan keberatan tertulis kepada atasan PPID%(until)s.")
            % {"until": until},
            _("Jawaban yang terlambat tidak menghapus hak itu."),
        ),
        action=(_("Lacak permohonan"), _link("track")),
    )


def _redated(known: Known) -> Message:
    """Adopting a decree moved the date; old and new are both said (architecture.md, rule 4)."""
    facts = known.record.facts
    old, new = _date(facts.get("old")), _date(facts.get("new")) or known.due
    decree = str(facts.get("decree", ""))
    return Message(
        subject=_("Tanggal jawaban permohonan %(number)s berubah") % {"number": known.case.number},
        greeting=_greeting(known.case),
        paragraphs=(
            _("Karena keputusan hari libur %(decree)s, hari kerja dihitung kembali dan tanggal jawaban berubah.")
            % {"decree": decree},
        ),
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Semula"), _day(old) if old else _("belum dapat dihitung")),
            (_("Menjadi"), _day(new) if new else _("belum dapat dihitung")),
        ),
        after=(_("Jumlah hari kerjanya tetap; yang berubah hanya hari libur di antaranya."),),
        action=(_("Lihat hitungan harinya"), _link("track")),
    )


# --- to the desk --------------------------------------------------------------------------------------------------


def _desk_missed(known: Known) -> Message:
    due = _date(known.record.facts.get("due")) or known.due
    code = str(known.record.facts.get("term", ""))
    return Message(
        subject=_("Lewat waktu: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(
            _("Batas waktu permohonan ini sudah lewat dan kewajibannya belum tercatat dipenuhi."),
            _("Kewajiban menjawab tetap berlaku; pemohon berhak mengajukan keberatan (UU 14/2008 Pasal 35 ayat 1)."),
        ),
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Tenggat"), code),
            *(((_("Batas waktu"), _day(due)),) if due else ()),
            (_("Unit"), known.case.unit.name if known.case.unit else _("PPID utama")),
        ),
        action=(_("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))),
    )


def _desk_redated(known: Known) -> Message:
    return replace(
        _redated(known),
        greeting=_("Yth. petugas layanan informasi,"),
        action=(_("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))),
    )


Audience, Template = MailRecord.Audience, MailRecord.Template
BUILDERS = {
    (Audience.APPLICANT, Template.RECEIVED): _received,
    (Audience.APPLICANT, Template.ANSWERED): _answered,
    (Audience.APPLICANT, Template.SIGN_IN_CODE): _sign_in_code,
    (Audience.APPLICANT, Template.TERM_MISSED): _missed,
    (Audience.APPLICANT, Template.REDATED): _redated,
    (Audience.DESK, Template.TERM_MISSED): _desk_missed,
    (Audience.DESK, Template.REDATED): _desk_redated,
}


# --- words --------------------------------------------------------------------------------------------------------


def _greeting(case: InformationRequest) -> str:
    return _("Yth. %(name)s,") % {"name": " ".join(case.applicant.name.split())}


def _day(day: dt.date) -> str:
    return date_format(day, "l, j F Y")


def _moment(known: Known, moment: dt.datetime) -> str:
    there = moment.astimezone(known.institution.zone)
    return f"{_day(there.date())}, {there:%H.%M} {Institution.Zone(known.institution.time_zone).name}"


def _date(text: object) -> dt.date | None:
    return dt.date.fromisoformat(text) if isinstance(text, str) and text else None


def _last_day(code: str, first: dt.date | None) -> dt.date | None:
    try:
        return due_of(term(code), first, current_calendar()) if first else None
    except MissingDecree:
        return None


def _link(name: str) -> str:
    return settings.SITE_URL + reverse(name)


def _sender(institution: Institution) -> str:
    """The body's name before the configured address."""
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    words = " ".join(institution.short_name.replace('"', "").split())
    return f'"{words if words.startswith("PPID") else f"PPID {words}"}" <{address}>'
