"""What a killed worker held, what failed and what was lost comes back; what has left does not leave twice."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from ppid import notify, tasks
from ppid.actions import clock, queue
from ppid.models import Letter, MailRecord
from tests.factories import DUE, file_case, moment, run_queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def silent(monkeypatch):
    """A mail server that refuses everything."""

    def refuse(record):
        raise OSError("budi@contoh.id: mailbox unavailable")

    monkeypatch.setattr(notify, "send", refuse)


def mail_row():
    return DBTaskResult.objects.get(task_path__endswith="send_mail")


def test_a_mail_leaves_once_and_its_record_says_when():
    case = file_case()
    record = MailRecord.objects.get(case=case)
    tasks.send_mail.call(record.pk)
    tasks.send_mail.call(record.pk)
    record.refresh_from_db()
    assert (record.state, record.attempts) == ("sent", 1)
    assert record.sent_at is not None
    assert [message.to for message in mail.outbox] == [["budi@contoh.id"]]
    assert "Budi" not in mail.outbox[0].subject


def test_a_failed_mail_is_tried_again_and_its_error_names_nobody(silent, caplog):
    record = MailRecord.objects.get(case=file_case())
    with pytest.raises(tasks.MailNotSent) as error:
        tasks.send_mail.call(record.pk)
    record.refresh_from_db()
    assert (record.state, record.attempts, record.sent_at) == ("failed", 1, None)
    assert "budi" not in str(error.value) + caplog.text


def test_one_failing_mail_keeps_none_of_the_others(monkeypatch):
    for address in ("a@contoh.id", "b@contoh.id", "c@contoh.id"):
        file_case(email=address)
    bad = MailRecord.objects.order_by("pk")[1]
    send = notify.send

    def some(record):
        if record.pk == bad.pk:
            raise OSError
        send(record)

    monkeypatch.setattr(notify, "send", some)
    with pytest.raises(tasks.MailNotSent):
        tasks.send_waiting.call()
    assert sorted(MailRecord.objects.values_list("state", flat=True)) == ["failed", "sent", "sent"]


def test_the_row_of_a_killed_worker_is_returned_after_ten_minutes(now):
    file_case()
    row = mail_row()
    row.claim("dead")
    assert queue.sweep(now).stuck == 0
    assert queue.sweep(now + dt.timedelta(minutes=11)).stuck == 1
    row.refresh_from_db()
    assert row.status == "READY"
    assert row.run_after <= now + dt.timedelta(minutes=11)


def test_failed_rows_come_back_with_growing_pauses(now):
    file_case()
    row = mail_row()
    for tries, minutes in ((1, 1), (2, 2), (3, 4)):
        row.claim(f"worker-{tries}")
        row.set_failed(OSError())
        finished = row.finished_at
        assert queue.sweep(finished + dt.timedelta(minutes=minutes, seconds=-1)).retried == 0
        assert queue.sweep(finished + dt.timedelta(minutes=minutes, seconds=1)).retried == 1
        row.refresh_from_db()
        assert row.status == "READY"


def test_pauses_grow_to_six_hours_and_no_further():
    pauses = [queue.pause_after(tries) for tries in range(1, 13)]
    assert pauses[0] == dt.timedelta(minutes=1)
    assert pauses == sorted(pauses)
    assert pauses[-1] == dt.timedelta(hours=6)


def test_a_row_that_failed_too_often_waits_for_a_person(now):
    file_case()
    row = mail_row()
    row.worker_ids = ["w"] * queue.MOST_TRIES
    row.save()
    row.set_failed(OSError())
    assert queue.sweep(now + dt.timedelta(days=3)).retried == 0


def test_a_lost_row_is_made_again_and_only_once(now):
    case = file_case(at=moment(DUE))
    DBTaskResult.objects.all().delete()
    later = moment(DUE, 13)
    letters = Letter.objects.filter(case=case, draft__isnull=True).count()
    assert queue.sweep(later).healed == 1 + letters
    assert queue.sweep(later).healed == 0
    assert DBTaskResult.objects.filter(task_path__endswith="send_mail").count() == 1


def test_what_was_decided_just_now_is_left_to_its_own_row():
    file_case(at=moment(DUE))
    DBTaskResult.objects.all().delete()
    assert queue.sweep(moment(DUE, 12, 5)).healed == 0


def test_effects_put_in_the_queue_together_are_rows_like_any_other():
    case = file_case()
    together = {row.task_path: row for row in DBTaskResult.objects.all()}
    DBTaskResult.objects.all().delete()
    tasks.render_letter.enqueue(Letter.objects.get(case=case).pk)
    tasks.send_mail.enqueue(MailRecord.objects.get(case=case).pk)
    assert len(together) == 2
    for alone in DBTaskResult.objects.all():
        one = together[alone.task_path]
        for field in DBTaskResult._meta.concrete_fields:
            if field.name not in {"id", "enqueued_at"}:
                assert getattr(one, field.name) == getattr(alone, field.name), field.name


def test_a_tick_puts_one_row_for_all_its_mails():
    for _case in range(3):
        file_case()
    DBTaskResult.objects.all().delete()
    MailRecord.objects.all().delete()
    on = DUE + dt.timedelta(1)
    assert clock.tick(on=on, at=moment(on)).notices == 9
    assert DBTaskResult.objects.count() == 1


def test_the_queue_empties_and_drafts_the_receipt():
    case = file_case()
    assert run_queue() == DBTaskResult.objects.count() > 0
    assert not DBTaskResult.objects.ready().exists()
    assert MailRecord.objects.get(case=case).state == "sent"
    assert not Letter.objects.filter(case=case, draft__isnull=True).exists()
