"""Mail that came to a case, on its page: what was written and sent along, for whoever may see the case."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.actions import incoming
from ppid.desk import office
from ppid.law.mail_intake import MailState
from ppid.models import Case, IncomingMail


@dataclass(frozen=True)
class SentAlong:
    """A file of a mail; `href` is empty where it was refused (`refused` says why) or is not for this person."""

    name: str
    href: str
    refused: str


@dataclass(frozen=True)
class JoinedMail:
    """One mail of a case. `state`: how it came here; `partial`: not all of it could be read; `href`: its own page."""

    subject: str
    sender: str
    received_on: dt.date
    received_time: str
    state: str
    text: str
    partial: bool
    files: tuple[SentAlong, ...]
    href: str


def joined_mails(request: HttpRequest, case: Case, now: office.Moment) -> tuple[JoinedMail, ...]:
    """The newest first; each that is shown is written down as read. One statement where there is none."""
    found = IncomingMail.objects.filter(case_id=case.pk).prefetch_related("files__file").order_by("-received_at", "-pk")
    return tuple(_shown(request, mail, now) for mail in found)


def _shown(request: HttpRequest, mail: IncomingMail, now: office.Moment) -> JoinedMail:
    content = incoming.opened(mail, user=request.user, role=office.role_word(request), at=now.at)  # type: ignore[arg-type]
    whole_body = office.roles(request).sees_all
    return JoinedMail(
        subject=content["subject"] or _("(tanpa pokok)"),
        sender=" ".join(word for word in (content["name"], content["address"]) if word) or _("(tanpa pengirim)"),
        received_on=mail.received_on,
        received_time=f"{office.local(request, mail.received_at):%H.%M}",
        state=str(mail.get_automatic_display() or mail.get_state_display()),
        text=content["text"],
        partial=mail.cut or mail.broken,
        files=tuple(_files(mail, whole_body)),
        href=reverse("desk_one_mail", args=[mail.pk]) if whole_body else "",
    )


def _files(mail: IncomingMail, whole_body: bool) -> Iterator[SentAlong]:
    """What joined the case is opened as the case's own; of mail put aside only whoever sees all mail opens a file."""
    for held in mail.files.all():
        href = ""
        if held.file_id is not None and mail.state != MailState.AUTOMATIC:
            href = reverse("desk_file", args=[held.file_id])
        elif held.file_id is not None and whole_body:
            href = reverse("desk_mail_file", args=[held.file_id])
        yield SentAlong(held.name, href, held.refused)
