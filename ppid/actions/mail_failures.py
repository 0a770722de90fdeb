"""What an officer does about a mail that failed: send it again, or record that the person was reached otherwise."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from ppid import tasks
from ppid.access import roles_of
from ppid.actions.log import Author, locked, record
from ppid.law.events_mail import MailHandled, MailSentAgain
from ppid.law.procedure import OFFICERS, Actor, Unlawful
from ppid.law.refusals import say
from ppid.models import InformationRequest, MailRecord


@transaction.atomic
def send_again(*, mail: MailRecord, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime) -> MailRecord:
    """Put a failed mail back into the queue, at once and with new tries. What has left is never sent twice.

    Raises Unlawful for a mail that did not fail, for a code that is void, and for whoever is no officer.
    """
    case, author, fresh = _failed(mail, acting_user, on)
    if fresh.template == MailRecord.Template.SIGN_IN_CODE:
        raise Unlawful(say("Kode sekali pakai tidak dikirim ulang. Mintalah pemohon meminta kode baru."))
    _forget_failed_row(fresh)
    fresh.state, fresh.failure, fresh.handled_at, fresh.handled_by = MailRecord.State.WAITING, "", None, None
    fresh.save(update_fields=["state", "failure", "handled_at", "handled_by"])
    record(case, MailSentAgain(fresh.pk, fresh.template, fresh.attempts), author=author, on=on, at=at)
    tasks.send_mail.enqueue(fresh.pk)
    return fresh


@transaction.atomic
def set_aside(*, mail: MailRecord, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime) -> MailRecord:
    """The person was told by telephone, letter or in person: the alarm is over, the record stays failed."""
    case, author, fresh = _failed(mail, acting_user, on)
    if fresh.handled_at is not None:
        return fresh
    fresh.handled_at, fresh.handled_by_id = at, acting_user.pk
    fresh.save(update_fields=["handled_at", "handled_by"])
    record(case, MailHandled(fresh.pk, fresh.template), author=author, on=on, at=at)
    return fresh


def _failed(mail: MailRecord, user: AbstractBaseUser, on: dt.date) -> tuple[InformationRequest, Author, MailRecord]:
    """The case locked, who acts, and the record as it is now."""
    case = locked(mail.case)
    actors = roles_of(user, on).actors & OFFICERS
    if not actors:
        raise Unlawful(say("Mengurus surel yang gagal bukan wewenang peran Anda. Mintalah petugas melakukannya."))
    fresh = MailRecord.objects.select_for_update().get(pk=mail.pk)
    if fresh.state != MailRecord.State.FAILED:
        raise Unlawful(say("Surel ini tidak gagal: sudah terkirim atau sedang menunggu giliran. Muat ulang halaman."))
    return case, Author(user, next(actor for actor in Actor if actor in actors)), fresh


def _forget_failed_row(mail: MailRecord) -> None:
    """The old row would be tried again beside the new one, and two workers could send at the same moment."""
    failed = DBTaskResult.objects.failed().filter(task_path=tasks.send_mail.module_path)
    rows = failed.values_list("pk", "args_kwargs")
    DBTaskResult.objects.filter(pk__in=[key for key, said in rows if said["args"] == [mail.pk]]).delete()
