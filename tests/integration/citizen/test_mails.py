"""Mails in words: polite, plain, text and HTML alike, nobody in the subject."""

import datetime as dt

import pytest
from django.core import mail

from ppid import notify, tasks
from ppid.actions import clock, codes
from ppid.models import MailRecord, Role
from ppid.models.sealed import seal
from tests.factories import DUE, answer_case, extend_case, file_case, make_officer, moment, object_to, run_queue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]


def sent(template):
    """Record and message of that kind."""
    mail.outbox.clear()
    run_queue()
    record = MailRecord.objects.filter(template=template).latest("pk")
    mark = f"<ppid-{record.pk}-"
    return record, next(message for message in mail.outbox if message.extra_headers["Message-ID"].startswith(mark))


def test_the_receipt_tells_number_code_date_and_right():
    case = file_case()
    record, message = sent("received")
    assert message.subject == f"Permohonan informasi {case.number} sudah terdaftar"
    assert message.to == ["budi@contoh.id"]
    assert message.reply_to == ["ppid@tirtaraya.example"]
    for word in (
        "Yth. Budi Contoh,", "paling lambat Senin, 7 Desember 2026", case.number, case.tracking_code,
        "Senin, 23 November 2026, 12.00 WIB", "keberatan kepada atasan PPID", "http://localhost:8000/lacak/",
    ):  # fmt: skip
        assert word in message.body, word
        assert word in message.alternatives[0][0], word
    assert (record.state, record.attempts) == ("sent", 1)
    assert record.sent_at is not None


def test_a_name_cannot_break_out_of_text_or_html():
    file_case(name="Budi\r\nBcc: x@y.z <script>alert(1)</script>")
    _record, message = sent("received")
    assert "<script>" not in message.alternatives[0][0]
    assert "\nBcc" not in message.body
    assert "script" not in message.subject


def test_the_answer_leads_to_the_letter_and_tells_the_right_to_object():
    case = answer_case()
    _record, message = sent("answered")
    letter = case.letters.get(kind="notice")
    assert message.subject == f"Surat jawaban atas permohonan {case.number}"
    assert letter.number in message.body
    assert "minta kode sekali pakai" in message.body
    assert "keberatan kepada atasan PPID paling lambat" in message.body


def test_silence_is_told_to_the_applicant_and_to_the_desk():
    """UU 14/2008 Ps 35(1)c: the right opens the day after the last day; its last day on the cautious reading."""
    case = file_case()
    run_queue()
    mail.outbox.clear()
    late = DUE + dt.timedelta(days=1)
    clock.tick(on=late, at=moment(late))
    run_queue()
    records = MailRecord.objects.filter(template="term_missed", facts__term="REQ_NOTICE_UU")
    assert {record.audience for record in records} == {"applicant", "desk"}
    to_applicant = next(message for message in mail.outbox if message.to == ["budi@contoh.id"])
    assert "paling lambat Senin, 7 Desember 2026, dan belum" in to_applicant.body
    assert "paling lambat Jumat, 22 Januari 2027" in to_applicant.body
    to_desk = [message for message in mail.outbox if message.to == ["ppid@tirtaraya.example"]]
    assert to_desk
    assert all(case.applicant.name not in message.body + message.subject for message in to_desk)


def test_a_moved_date_tells_old_new_and_decree():
    case = file_case()
    record = MailRecord.objects.create(
        case=case, template="redated", audience="applicant", created_at=moment(DUE),
        facts={"term": "REQ_NOTICE_UU", "old": "2026-12-07", "new": "2026-12-08", "decree": "SKB 9/2026"},
    )  # fmt: skip
    notify.send(record)
    message = mail.outbox[-1]
    for word in ("SKB 9/2026", "Senin, 7 Desember 2026", "Selasa, 8 Desember 2026"):
        assert word in message.body


def test_the_code_is_in_the_text_only():
    case = file_case()
    codes.send_code(case=case, at=moment(dt.date(2026, 11, 23)))
    record, message = sent("sign_in_code")
    digits = next(line.strip() for line in message.body.splitlines() if line.strip().isdigit())
    assert len(digits) == 6
    assert digits not in message.subject
    assert digits in message.alternatives[0][0]
    assert record.secret_sealed == "", "the code is wiped when the mail has left"


def test_a_desk_without_a_mailbox_is_written_to_through_its_people(body):
    body.email = ""
    body.save()
    officer = make_officer(Role.FRONT_DESK, email="petugas@tirtaraya.example")
    case = file_case()
    record = MailRecord(
        case=case, template="term_missed", audience="desk", created_at=moment(DUE), facts={"due": "2026-12-07"}
    )
    assert notify.recipients(notify._known(record)) == [officer.email]


def test_nobody_to_write_to_is_a_failure_that_names_no_address():
    case = file_case(email="", phone="0812")
    record = MailRecord.objects.create(case=case, template="received", audience="applicant", created_at=moment(DUE))
    with pytest.raises(notify.NoAddress) as failure:
        notify.send(record)
    assert "@" not in str(failure.value)


def test_a_mail_that_fails_is_tried_again_and_leaves_once(monkeypatch):
    file_case()
    record = MailRecord.objects.get()

    def refuse(*_arguments, **_named):
        raise OSError("550 budi@contoh.id")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        with pytest.raises(tasks.MailNotSent):
            tasks.send_mail.func(record.pk)
    record.refresh_from_db()
    assert (record.state, record.attempts) == ("failed", 1)
    tasks.send_mail.func(record.pk)
    tasks.send_mail.func(record.pk)
    assert len(mail.outbox) == 1


def test_every_template_of_the_record_has_its_words():
    """A mail that an action can decide on must be writable."""
    written = {template for builders in notify.BUILDERS.values() for template in builders}
    assert written == set(MailRecord.Template.values)


OF_OBJECTIONS = {
    "objection_received", "objection_missing", "objection_answered", "order_given", "order_fulfilled",
}  # fmt: skip
SECRETS = {
    "name": "Zulkifli Rahasiawan", "identity": "3299887766554433", "address": "Jalan Tersembunyi 77, Kampung Sunyi",
    "phone": "081377788899", "email": "rahasia.sekali@contoh.id", "occupation": "Penyelam Mutiara",
    "details": "Dokumen Pelabuhan Kencana.", "purpose": "Perkara Saudara Jatmiko.",
}  # fmt: skip
PIECES = ("Zulkifli", "Rahasiawan", "3299887766554433", "4433", "Tersembunyi", "Kampung Sunyi", "081377788899")
PIECES += ("rahasia.sekali", "@", "Penyelam", "Kencana", "Jatmiko", "135790")


class AnyFact(dict):
    """The facts of a record, a day for whatever a builder asks beside them."""

    def get(self, key, default=None):
        return super().get(key, "2026-12-07" if default is None else default)

    def __missing__(self, key):
        return "2026-12-07"


@pytest.mark.parametrize(
    ("audience", "template"),
    [(audience, template) for audience, builders in notify.BUILDERS.items() for template in builders],
)
def test_no_subject_of_any_mail_tells_who_asked_or_what(audience, template):
    case = file_case(**SECRETS)
    letter = extend_case(case)
    if template != "extended":
        letter = answer_case(case).letters.get(kind="notice")
    if template in OF_OBJECTIONS:
        case = object_to(case)
    record = MailRecord(
        case=case, letter=letter, template=template, audience=audience,
        created_at=moment(DUE), secret_sealed=seal("135790"),
        facts=AnyFact(term="REQ_NOTICE_UU", due="2026-12-07", old="2026-12-07", new="2026-12-08", decree="SKB 9/2026"),
    )  # fmt: skip
    message, text, html = notify.compose(notify._known(record))
    assert message.subject.strip()
    for piece in PIECES:
        assert piece.casefold() not in message.subject.casefold(), piece
    assert "\n" not in message.subject
    assert text
    assert "<html" in html
