"""Mails of a case at the desk: what left when, what failed and why, and the two remedies."""

import datetime as dt
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ppid.access import officer_mail
from ppid.actions import mail_failures
from ppid.desk import office
from ppid.desk.screens import MailRow
from ppid.law.procedure import Unlawful
from ppid.models import Case, Institution, MailRecord

State = MailRecord.State


def mail_rows(case: Case, institution: Institution) -> tuple[MailRow, ...]:
    """The delivery record of a case, newest first. One statement."""
    records = MailRecord.objects.filter(case_id=case.pk).order_by("-created_at", "-pk")
    return tuple(_row(record, institution) for record in records)


def _row(record: MailRecord, institution: Institution) -> MailRow:
    failed = record.state == State.FAILED
    mendable = failed and record.template != MailRecord.Template.SIGN_IN_CODE
    return MailRow(
        title=str(record.get_template_display()),
        audience=str(record.get_audience_display()),
        decided=_moment(record.created_at, institution),
        left=_moment(record.sent_at, institution),
        tries=record.attempts,
        trouble=str(record.get_failure_display() or _("sebabnya tidak tercatat")) if failed else "",
        handled=_moment(record.handled_at, institution),
        again_url=reverse("desk_mail_again", args=[record.pk]) if mendable else "",
        handled_url=reverse("desk_mail_handled", args=[record.pk]) if mendable and not record.handled_at else "",
    )


def _moment(at: dt.datetime | None, institution: Institution) -> str:
    """`23 November 2026, 12.00 WIB`, or nothing."""
    if at is None:
        return ""
    there = at.astimezone(institution.zone)
    zone = Institution.Zone(institution.time_zone).name
    return f"{date_format(there, 'j F Y')}, {there:%H.%M} {zone}"


@require_POST
def mail_again(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Back into the queue."""
    return _mended(request, mail_id, mail_failures.send_again, _("Surel masuk antrean dan segera dikirim ulang."))


@require_POST
def mail_handled(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Told in another way."""
    return _mended(request, mail_id, mail_failures.set_aside, _("Dicatat: isinya sudah disampaikan dengan cara lain."))


def _mended(request: HttpRequest, mail_id: int, act: Callable[..., MailRecord], done: str) -> HttpResponse:
    now = office.moment(request)
    mail = officer_mail(request.user, mail_id, now.on)
    try:
        act(mail=mail, acting_user=request.user, on=now.on, at=now.at)
    except Unlawful as reason:
        messages.error(request, _(reason.text) % reason.values if reason.values else _(reason.text))
    else:
        messages.success(request, done)
    return redirect(office.case_address(mail.case) + "#surel")
