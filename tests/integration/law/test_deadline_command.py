"""`manage.py deadline` as a script uses it (interfaces.md, Commands)."""

import contextlib
import io
import json
import sys

import pytest
from django.core.management import call_command

from ppid.management.commands.deadline import Command
from ppid.management.plain import Refused
from ppid.models import Decree, Institution

pytestmark = pytest.mark.django_db


def told(*words: str) -> dict:
    out = io.StringIO()
    call_command("deadline", *words, "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def refused(*words: str) -> Refused:
    with pytest.raises(Refused) as refusal:
        call_command("deadline", *words, stdout=io.StringIO(), stderr=io.StringIO())
    return refusal.value


def batch(text: str | bytes, monkeypatch) -> list[dict]:
    content = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    out = io.StringIO()
    with contextlib.suppress(Refused):
        call_command("deadline", "--batch", stdout=out, stderr=io.StringIO())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_term_as_json():
    answer = told("REQ_NOTICE_UU", "--from", "2026-03-10")
    assert set(answer) == {"code", "from", "due", "unit", "length", "calendar_version", "trail"}
    assert (answer["due"], answer["unit"], answer["length"]) == ("2026-03-31", "hari_kerja", 10)
    assert sum(day["counted"] for day in answer["trail"]) == 10
    assert "SKB 3 Menteri 1497/2025" in next(day["reason"] for day in answer["trail"] if day["date"] == "2026-03-19")


def test_hours_have_the_zone_of_the_body():
    body = Institution.load()
    body.time_zone = Institution.Zone.WIT
    body.save()
    answer = told("PDP_BREACH", "--from", "2026-11-23T09:30")
    assert (answer["from"], answer["due"]) == ("2026-11-23T09:30+09:00", "2026-11-26T09:30+09:00")
    assert answer["trail"] == []


def test_a_moment_is_converted_before_its_day_is_taken():
    assert told("REQ_NOTICE_UU", "--from", "2026-03-09T23:30Z")["from"] == "2026-03-10"
    assert told("REQ_NOTICE_UU", "--from", "2026-03-14T23:59")["due"] == "2026-04-06"


def test_length_of_delivery():
    assert told("REQ_DELIVERY", "--from", "2026-12-07", "--length", "3")["due"] == "2026-12-10"


@pytest.mark.parametrize("code", ["DIP_UPDATE", "EXC_MAX_17A", "CMP_DECIDE", "SERTA_MERTA", "ANNUAL_REPORT"])
def test_terms_that_need_no_decree_work_without_one(code):
    Decree.objects.all().delete()
    assert told(code, "--from", "2031-05-05")["due"] >= "2031-05-05"


def test_list_holds_every_promised_key():
    rows = told("--list")
    assert len(rows) > 40
    for row in rows:
        assert {"code", "trigger", "length", "unit", "bound", "if_missed", "source", "confidence"} <= set(row)
    assert next(row for row in rows if row["code"] == "REQ_DELIVERY")["length"] is None


@pytest.mark.parametrize(
    ("words", "field", "said"),
    [
        (("REQ_NOTICE_UU", "--from", "2031-05-05"), "from", "2031"),
        (("NOT_A_TERM", "--from", "2026-05-05"), "code", "tidak dikenal"),
        (("REQ_NOTICE_UU", "--from", "31-02-2026"), "from", "tidak dapat dibaca"),
        (("REQ_NOTICE_UU", "--from", "2026-02-31"), "from", "tidak ada"),
        (("PDP_BREACH", "--from", "2026-11-23"), "from", "pukul"),
        (("REQ_DELIVERY", "--from", "2026-11-23"), "length", "sebutkan lamanya"),
        (("REQ_DELIVERY", "--from", "2026-11-23", "--length", "lima"), "length", "bilangan bulat"),
        (("REQ_NOTICE_UU", "--from", "2026-11-23", "--length", "11"), "length", "sudah ditetapkan"),
    ],
)
def test_refusals_exit_1_and_name_field_and_remedy(words, field, said):
    refusal = refused(*words)
    assert refusal.returncode == 1
    assert [problem.field for problem in refusal.problems] == [field]
    assert said in str(refusal)


@pytest.mark.parametrize(
    "words",
    [(), ("REQ_NOTICE_UU",), ("--list", "--batch"), ("REQ_NOTICE_UU", "--list"), ("--list", "--from", "2026-01-01")],
)
def test_wrong_usage_exits_2(words):
    assert refused(*words).returncode == 2


def test_refusal_with_json_is_one_document_with_errors(capsys):
    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "deadline", "REQ_NOTICE_UU", "--from", "2031-05-05", "--json"])
    assert end.value.code == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["errors"][0]["field"] == "from"
    assert "2031" in printed.err


def test_unknown_option_is_said_in_indonesian(capsys):
    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "deadline", "--lis"])
    assert end.value.code == 2
    assert "Cara pemakaian salah: argumen tidak dikenal" in capsys.readouterr().err


def test_batch_answers_line_for_line(monkeypatch):
    text = "REQ_NOTICE_UU,2026-03-10\r\n\nFOO,2026-01-01\nREQ_NOTICE_UU\na,b,c,d\nREQ_NOTICE_UU,2031-01-01\n"
    text += " req_notice_uu , 2026-03-10 \n"
    answers = batch("\ufeff" + text + "\n\n", monkeypatch)
    assert [set(answer) for answer in answers] == [
        {"code", "from", "due"}, *[{"code", "from", "error"}] * 5, {"code", "from", "due"},
    ]  # fmt: skip
    assert answers[-1] == {"code": "REQ_NOTICE_UU", "from": "2026-03-10", "due": "2026-03-31"}
    assert "2031" in answers[5]["error"]


def test_batch_takes_lengths_and_hours(monkeypatch):
    answers = batch(
        "REQ_DELIVERY,2026-12-07,3\nPDP_STOP,2026-01-01T10:00\nPDP_STOP,2026-01-01\nREQ_DELIVERY,2026-12-07,x",
        monkeypatch,
    )
    assert [answer.get("due") for answer in answers] == ["2026-12-10", "2026-01-04T10:00+07:00", None, None]


def test_batch_with_a_broken_line_exits_1(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"FOO,2026-01-01\n")))
    assert refused("--batch").returncode == 1


def test_batch_of_nothing_and_of_bytes_that_are_no_text(monkeypatch):
    assert batch("", monkeypatch) == []
    assert "error" in batch(b"\xff\xfe,\xff", monkeypatch)[0]


def test_batch_reads_the_calendar_once(monkeypatch, django_assert_max_num_queries):
    Institution.load()
    with django_assert_max_num_queries(2):
        assert len(batch("REQ_NOTICE_UU,2026-03-10\n" * 500, monkeypatch)) == 500
