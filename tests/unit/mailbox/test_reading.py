"""Mail of every shape is read, and the worst of it is still a mail: nothing raises, hangs or eats the memory."""

import base64
import json
import time
import tracemalloc

import pytest

from ppid.mailbox.message import BEGINNING, MOST_PARTS, read, read_plainly
from ppid.mailbox.words import TEXT_LENGTH, decoded, header_text, text_of_html

HEAD = b"From: Sutini <sutini@contoh.example>\r\nSubject: Data\r\nMessage-ID: <a@x>\r\n"


def mixed(*parts, boundary="b", end=True):
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    close = b"--" + boundary.encode() + b"--\r\n" if end else b""
    return HEAD + f"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n".encode() + body + close


def text(words, charset, encoding="8bit"):
    head = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + words


def storable(mail):
    """As the desk stores it."""
    fields = [mail.text, mail.subject, mail.sender, mail.sender_name, mail.message_id, *mail.recipients]
    told = json.dumps([*fields, *(file.name for file in mail.attached)], ensure_ascii=False)
    assert "\x00" not in told.encode("utf-8").decode()
    return mail


@pytest.mark.parametrize(
    ("words", "charset", "expected"),
    [
        ("Mohon rincian — é".encode("utf-16"), "utf-16", "Mohon rincian — é"),
        ("Mohon rincian".encode("utf-16-le"), "utf-16le", "Mohon rincian"),
        ("公文書の開示".encode("iso-2022-jp"), "iso-2022-jp", "公文書の開示"),
        ("Прошу сведения".encode("koi8-r"), "KOI8-R", "Прошу сведения"),
        ("Mohon é".encode(), "x-tidak-ada", "Mohon é"),
        ("Mohon é".encode(), "us-ascii", "Mohon é"),
        ("Mohon é".encode("cp1252"), "utf-8", "Mohon é"),
        ("“Mohon”".encode("cp1252"), "iso-8859-1", "“Mohon”"),
        (b"Mohon data", "utf-16", "Mohon data"),
        (b"Mohon data", "utf-32", "Mohon data"),
        (b"Mohon data", "punycode", "Mohon data"),
        (b"Mohon data", "unicode escape", "Mohon data"),
        (b"Mohon data", "rot13", "Mohon data"),
        (b"Mohon data", "\x00", "Mohon data"),
        (b"Mohon +2AA-", "utf-7", "Mohon \ufffd"),
        (b"Mo\x00hon\x07 data", "utf-8", "Mohon data"),
    ],
)
def test_a_text_is_read_by_its_charset_or_by_what_it_is(words, charset, expected):
    assert decoded(words, charset) == expected


def test_a_mail_in_utf_16_is_read_through_its_transfer_encoding():
    coded = base64.encodebytes("Mohon rincian".encode("utf-16"))
    assert read(HEAD + text(coded, "utf-16", "base64")).text == "Mohon rincian"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?utf-8?Q?Permohonan_=C3=A9?=", "Permohonan é"),
        ("=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=", "😀"),
        ("=?utf-8?Q?Rusak_=FF?=", "Rusak ÿ"),
        ("=?utf-8?B?!!!?= sisa", "sisa"),
        ("=?tidak-ada?Q?Data?=", "Data"),
        ("=?utf-7?Q?+2AA-?=", "\ufffd"),
        ("=?utf-8?Q?a=00b?=", "ab"),
        ("tagihan\u202efdp.exe", "tagihanfdp.exe"),
    ],
)
def test_a_header_is_read_with_good_and_bad_encoded_words(raw, expected):
    assert header_text(raw) == expected


def test_raw_8_bit_headers_are_read_and_can_be_stored():
    raw = "From: Sutiní <sutiní@contoh.example>\r\nSubject: Permohonan é\r\nMessage-ID: <é@x>\r\n\r\nisi".encode()
    mail = storable(read(raw))
    assert (mail.sender_name, mail.sender, mail.subject) == ("Sutiní", "sutiní@contoh.example", "Permohonan é")
    storable(read(raw.decode().encode("cp1252")))


def test_a_mail_without_date_sender_and_id_is_a_mail():
    mail = storable(read(b"Subject: x\r\n\r\nMohon data."))
    assert (mail.sender, mail.message_id, mail.hop, mail.text) == ("", "", None, "Mohon data.")
    assert storable(read(b"")).text == ""
    assert storable(read(b"\r\n\r\n")).text == ""


def test_two_mails_alike_without_message_id_are_two_and_one_read_again_is_one():
    alike = b"From: a@x\r\nSubject: Data\r\n\r\nMohon data."
    first, second = (b"Received: by mx; Mon, 23 Nov 2026 0%d:00:00 +0700\r\n" % hour + alike for hour in (8, 9))
    assert read(first).fingerprint != read(second).fingerprint
    assert read(first).fingerprint == read(first).fingerprint
    named = b"Message-ID: <a@x>\r\n"
    assert read(named + first).fingerprint == read(named + second).fingerprint


def test_of_several_senders_the_first_counts_and_the_mail_is_called_broken():
    mail = read(b"From: Sutini <a@x>\r\nFrom: Camat <b@x>\r\n\r\nisi")
    assert (mail.sender, mail.broken) == ("a@x", True)
    assert read(b"From: Sutini <a@x>, Budi <b@x>\r\n\r\nisi").sender == "a@x"


def test_a_missing_boundary_loses_no_words():
    for broken in (
        HEAD + b"Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nMohon data.\r\n--b--\r\n",
        HEAD + b"Content-Type: multipart/mixed; boundary=lain\r\n\r\n--b\r\n\r\nMohon data.\r\n--b--\r\n",
    ):
        mail = read(broken)
        assert "Mohon data." in mail.text
        assert mail.broken
    unclosed = read(mixed(text(b"Mohon data.", "utf-8"), end=False))
    assert (unclosed.text, unclosed.broken) == ("Mohon data.", True)


def test_a_truncated_base64_gives_what_there_is_and_is_called_broken():
    part = b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjc"
    mail = read(mixed(part))
    assert mail.attached[0].content.startswith(b"%PDF-1")
    assert mail.broken


def test_a_mail_within_a_mail_is_read_with_whose_it_is():
    inner = b"Content-Type: message/rfc822\r\n\r\nFrom: Budi <b@x>\r\nSubject: Dalam\r\n\r\nIsi surat dalam."
    mail = read(mixed(text(b"Lihat terlampir.", "utf-8"), inner))
    assert mail.text == "Lihat terlampir.\n\n--- Budi <b@x> · Dalam\n\nIsi surat dalam."
    assert mail.sender == "sutini@contoh.example"


def test_html_alone_is_read_as_words():
    html = HEAD + b"Content-Type: text/html\r\n\r\n<style>p{}</style><p>Mohon <b>data</b></p><script>x()</script>"
    assert read(html).text == "Mohon data"


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (b"", ""),
        (b"Auto-Submitted: no\r\n", ""),
        (b"Auto-Submitted: auto-replied (liburan)\r\n", "auto"),
        (b"X-Autoreply: yes\r\n", "auto"),
        (b"Return-Path: <>\r\n", "bounce"),
        (b"Return-Path: <a@x>\r\n", ""),
        (b"X-Failed-Recipients: a@x\r\n", "bounce"),
        (b"Content-Type: multipart/report; boundary=b\r\n", "bounce"),
        (b"List-Id: <warga.x>\r\n", "bulk"),
        (b"Precedence: bulk\r\n", "bulk"),
    ],
)
def test_what_no_person_wrote_is_known_by_its_headers(extra, expected):
    assert read(HEAD + extra + b"\r\nisi").automatic == expected


def test_hundreds_of_parts_are_read_up_to_a_number_and_the_rest_is_said_to_be_cut():
    part = b"Content-Type: application/octet-stream; name=a.bin\r\n\r\nisi"
    mail = read(mixed(*[part] * 500))
    assert len(mail.attached) == MOST_PARTS - 1
    assert mail.cut


def test_what_a_parser_chokes_on_keeps_its_head_and_its_words():
    raw = HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000 + b"\r\nMohon data."
    mail = storable(read(raw))
    assert (mail.sender, mail.subject, mail.broken) == ("sutini@contoh.example", "Data", True)
    plain = read_plainly(HEAD + b"\r\nMohon data.")
    assert (plain.sender, plain.text, plain.attached, plain.cut) == ("sutini@contoh.example", "Mohon data.", (), True)


# Each makes some part of the reading take the square of its length, or an object for every line.
BOMBS = {
    "lines": lambda: HEAD + b"\r\n" + b"\r\n" * 10_000_000,
    "parts": lambda: HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\n\n" * 4_000_000,
    "few parts": lambda: HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\n\n" * 4_900,
    "nested": lambda: HEAD
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2_000))
    + b"a\r\n" * 500_000,
    "address": lambda: HEAD + b"To: " + b"a" * 2_000_000 + b"\r\n\r\nisi",
    "addresses": lambda: HEAD + b"To: " + b"<" * 1_000_000 + b"\r\n\r\nisi",
    "semicolons": lambda: HEAD + b"Content-Type: text/plain" + b';"' * 1_000_000 + b"\r\n\r\nisi",
    "part heads": lambda: mixed(*[b"Content-Type: text/plain" + b';"' * 30_000 + b"\r\n\r\nisi"] * 150),
    "references": lambda: HEAD + b"References: " + b"<a" * 1_000_000 + b"\r\n\r\nisi",
    "received": lambda: HEAD + b"Received: " + b"; (" * 1_000_000 + b"\r\n\r\nisi",
    "encoded words": lambda: b"Subject: " + b"=?utf-8?Q?a?= " * 200_000 + b"\r\n\r\nisi",
    "html depth": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 1_000_000,
    "html attributes": lambda: HEAD + b"Content-Type: text/html\r\n\r\n<a " + b"x=y " * 500_000,
    "html entities": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"&lt" * 600_000,
    "html tables": lambda: HEAD + b"Content-Type: text/html\r\n\r\n" + b"<table><a>" * 200_000,
    "headers": lambda: b"A: b\r\n" * 3_000_000 + b"\r\nisi",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_crafted_mail_takes_neither_hours_nor_gigabytes(name):
    raw = BOMBS[name]()
    tracemalloc.start()
    begun = time.process_time()
    try:
        storable(read(raw))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # Tracing slows the reading about fivefold; what is held off takes minutes or hours without it. This process's own
    # time, so that a busy machine does not count.
    assert time.process_time() - begun < 60
    assert peak < 200 << 20


@pytest.mark.slow
def test_a_mail_as_large_as_is_fetched_takes_a_few_times_its_size():
    pdf = base64.encodebytes(b"%PDF-1.7" + bytes(21 << 20))
    raw = mixed(b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + pdf)
    tracemalloc.start()
    try:
        mail = read(raw)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(mail.attached[0].content) > 21 << 20
    assert peak < 8 * len(raw)


def test_of_a_beginning_no_file_passes_for_whole():
    part = b"Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.7 " + b"a" * BEGINNING
    mail = read(mixed(text(b"Mohon data.", "utf-8"), part)[:BEGINNING], whole=False)
    assert (mail.text, mail.cut, mail.attached[0].whole) == ("Mohon data.", True, False)


def test_a_long_text_is_cut_and_said_to_be():
    mail = read(HEAD + b"\r\n" + b"kata " * TEXT_LENGTH)
    assert (len(mail.text), mail.cut) == (TEXT_LENGTH, True)


def test_a_page_of_very_many_tags_gives_its_words():
    assert text_of_html("<p>Mohon <b>data</b> &amp; peta</p>" * 5_000).startswith("Mohon\ndata\n& peta")


def test_links_of_html_stand_behind_their_words():
    assert text_of_html('<a href="https://contoh.example/x">Lihat</a>') == "Lihat <https://contoh.example/x>"
