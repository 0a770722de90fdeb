"""Mails to applicants and to the desk: text and HTML of one message, plain and polite, and no person in the subject.

`tasks.send_mail` calls `send` with a record that an action decided on; everything said is looked up when the mail
leaves, so that neither queue nor record holds an address or a name.
"""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from ppid.models import Appointment, Deadline, Institution, MailRecord, Role, Unit, unit_addresses, whole
from ppid.models.reply import reply_address, reply_token
from ppid.notify import complaints, extension, fees, objections, own_case, to_applicant, to_desk, to_unit
from ppid.notify.checkpoint import send_checkpoint
from ppid.notify.failures import NoAddress
from ppid.notify.message import Known, Message

__all__ = ["BUILDERS", "Known", "Message", "NoAddress", "compose", "recipients", "send", "send_checkpoint"]


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
        reply_to=_reply_to(known),
        headers={
            # Said twice after a crash, it is the same message to every mail program.
            "Message-ID": _message_id(known),
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(html, "text/html")
    mail.send()


def _message_id(known: Known) -> str:
    """Of an applicant's mail, with the word by which a reply finds its case (`ppid.models.reply`)."""
    record = known.record
    word = f".{reply_token(known.case)}" if record.audience == MailRecord.Audience.APPLICANT else ""
    return f"<ppid-{record.pk}-{record.created_at:%Y%m%d%H%M%S}{word}@{urlsplit(settings.SITE_URL).hostname}>"


def _reply_to(known: Known) -> list[str] | None:
    if settings.MAIL_REPLY_TO and known.record.audience == MailRecord.Audience.APPLICANT:
        return [reply_address(known.case, settings.MAIL_REPLY_TO)]
    return [known.institution.email] if known.institution.email else None


def recipients(known: Known) -> list[str]:
    """The applicant; the superior; a unit's officers; or the desk: the unit's and the body's mailbox, else who is
    appointed that day."""
    if known.record.audience == MailRecord.Audience.APPLICANT:
        return [known.case.applicant.mail_address] if known.case.applicant.mail_address else []
    if known.record.audience == MailRecord.Audience.SUPERIOR and (superiors := _people(known, Role.SUPERIOR)):
        return superiors
    if known.record.audience == MailRecord.Audience.UNIT:
        unit = Unit.objects.filter(pk=known.record.facts.get("unit")).first()
        return unit_addresses(unit, known.institution.day_of(known.record.created_at)) if unit else []
    mailboxes = [known.case.unit.email if known.case.unit else "", known.institution.email]
    found = list(dict.fromkeys(address for address in mailboxes if address))
    if found:
        return found
    return _people(known, Role.FRONT_DESK, Role.PPID)


def _people(known: Known, *roles: Role) -> list[str]:
    on = known.institution.day_of(known.record.created_at)
    people = Appointment.objects.on(on).filter(role__in=roles, user__is_active=True)
    return sorted({address for address in people.values_list("user__email", flat=True) if address})


def compose(known: Known) -> tuple[Message, str, str]:
    """The message with its text and its HTML, in the body's language."""
    with translation.override(settings.LANGUAGE_CODE):
        message = BUILDERS[Audience(known.record.audience)][MailRecord.Template(known.record.template)](known)
        context = {"message": message, "institution": known.institution, "site_url": settings.SITE_URL}
        text = render_to_string("ppid/mail/message.txt", context)
        html = render_to_string("ppid/mail/message.html", context)
    return message, text, html


def _known(record: MailRecord) -> Known:
    case = whole(record.case_id)
    governing = Deadline.objects.standing().filter(case_id=case.pk, governs=True).first()
    return Known(record, case, Institution.load(), governing.due if governing else None)


def _sender(institution: Institution) -> str:
    """The body's name before the configured address."""
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    words = " ".join(institution.short_name.replace('"', "").split())
    return f'"{words if words.startswith("PPID") else f"PPID {words}"}" <{address}>'


Audience = MailRecord.Audience
BUILDERS = {
    Audience.APPLICANT: {
        **to_applicant.BUILDERS,
        **extension.BUILDERS,
        **complaints.BUILDERS,
        **own_case.TO_APPLICANT,
        **objections.TO_APPLICANT,
        **fees.APPLICANT,
    },
    Audience.DESK: {
        **to_desk.BUILDERS,
        **own_case.TO_DESK,
        **fees.DESK,
        **objections.TO_DESK,
        **to_unit.BUILDERS,
    },
    Audience.UNIT: to_unit.BUILDERS,
    Audience.SUPERIOR: objections.TO_SUPERIOR,
}
