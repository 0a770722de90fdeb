"""`tick` over a million open deadlines of which a thousand are missed, against the same by hand, in the same run.

    python benchmarks/tick.py [--open 1000000] [--missed 1000] [--rounds 5] [--small]

Two floors, both hand-written SQL in one transaction: `floor` selects what is missed and inserts the same rows as the
tick in every table (events with their hashes, missed marks, the right to object with its counted days, prepared
objections, mails, queue row, run); `events_floor` selects and inserts the events alone. Every round is another day on
which other thousand terms are missed, turn and turn about, with real commits. Also the idle tick, with a hundredth of
the deadlines open and with all of them. CPU time, so that other processes do not count; SQLite only.
Prints one JSON document; exit 1 where the rows differ or a bound is passed.
"""

import argparse
import atexit
import datetime as dt
import hashlib
import hmac
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="bench-tick-")
os.environ["DATABASE_URL"] = f"sqlite:///{os.environ['DATA_DIR']}/portal.sqlite3"

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from portal.memory import set_aside  # noqa: E402
from ppid.actions import clock, ledger, requests  # noqa: E402
from ppid.law.filing import Channel, Filing  # noqa: E402
from ppid.law.objections import GROUNDS, Ground  # noqa: E402
from ppid.models import Case, Deadline, InformationRequest  # noqa: E402
from ppid.queries import chains  # noqa: E402
from ppid.queries.calendar import current_calendar  # noqa: E402

# A gigabyte with a million deadlines.
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

BOUND, AIM, IDLE_BOUND = 1.3, 1.2, 2.0
FIRST_DUE = dt.date(2026, 12, 1)
REST_DUE = dt.date(2027, 6, 1)
AT = dt.datetime(2026, 11, 23, 5, tzinfo=dt.UTC)
SERIES = "WITH RECURSIVE series(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM series WHERE n < %s) "
EVENT_COLUMNS = "seq, kind, role, day, at, payload, previous, hash, actor_id, case_id"
EVENTS = f"INSERT INTO ppid_caseevent ({EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
MAILS = (
    "INSERT INTO ppid_mailrecord (template, audience, to_digest, facts, secret_sealed, state, attempts, created_at, "
    "sent_at, case_id, letter_id, failure, handled_at, handled_by_id, tried_at) "
    "VALUES ('term_missed', ?, ?, ?, '', 'waiting', 0, ?, NULL, ?, NULL, '', NULL, NULL, NULL)"
)
QUEUE = (
    "INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, args_kwargs, priority, task_path, "
    "worker_ids, queue_name, backend_name, run_after, return_value, exception_class_path, traceback) VALUES "
    "(?, 'READY', ?, '{\"args\": [], \"kwargs\": {}}', 0, 'ppid.tasks.send_waiting', '[]', 'default', 'default', "
    "'9999-01-01 00:00:00', 'null', '', '')"
)
# The right to object opens: the days are counted once for all that share them, by either side.
RIGHTS = (
    "INSERT INTO ppid_deadline (case_id, term, part, governs, from_day, length, due, calendar_version, trail, "
    "created_at, met_on, missed_on, superseded_at) VALUES (?, 'OBJ_FILE', ?, 0, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)"
)
PREPARED = "INSERT INTO ppid_objectiondraft (request_id, proposed, opened_on, sent_id) VALUES (?, 'c', ?, NULL)"
SELECT = (
    "SELECT d.id, d.term, d.due, d.part, d.case_id, c.reference, a.email, a.proxy_email, e.seq, e.hash, e.at "
    "FROM ppid_deadline d JOIN ppid_case c ON c.id = d.case_id "
    "JOIN ppid_informationrequest r ON r.case_ptr_id = c.id JOIN ppid_applicant a ON a.id = r.applicant_id "
    "JOIN ppid_caseevent e ON e.id = (SELECT max(id) FROM ppid_caseevent WHERE case_id = c.id) "
    "WHERE d.met_on IS NULL AND d.missed_on IS NULL AND d.superseded_at IS NULL AND d.due < ?"
)


# --- a million open deadlines ---------------------------------------------------------------------------------------


def model_case() -> None:
    """One request filed as any other, due late; everything else is copied from its rows."""
    filing = Filing(
        name="Budi Contoh", identity="3201019876543210", address="Jalan Contoh 1", phone="081200000000",
        email="budi@contoh.id", details="Salinan laporan realisasi anggaran.", purpose="Bahan ajar.",
    )  # fmt: skip
    requests.file(filing=filing, channel=Channel.WEB, received_at=AT, at=AT)
    Deadline.objects.update(due=REST_DUE)


def copied(table: str, key: str, source: int, first: int, last: int, **changed: str) -> None:
    """Rows first…last of a table, each a copy of `source` with the columns that must differ said as SQL over `n`."""
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
        values = [{key: "n", **changed}.get(column, f'm."{column}"') for column in columns]
        names = ", ".join(f'"{column}"' for column in columns)
        rows = f"SELECT {', '.join(values)} FROM series, {table} m WHERE m.{key} = %s"
        cursor.execute(f"{SERIES} INSERT INTO {table} ({names}) {rows}", [first, last, source])


def open_until(cases: int, known: int, days: int, missed: int) -> None:
    """Cases known+1…cases with two open terms each; on each of the first `days` `missed` of them are due."""
    first = known + 1
    copied(
        "ppid_case", "id", 1, first, cases, reference="printf('%%032x', n)", number="'B' || n",
        tracking_digest="'t' || n",
    )  # fmt: skip
    copied("ppid_applicant", "id", 1, first, cases, email="'pemohon' || n || '@contoh.id'")
    copied("ppid_informationrequest", "case_ptr_id", 1, first, cases, applicant_id="n", submission="NULL")
    copied("ppid_caseevent", "id", 1, first, cases, case_id="n", hash="printf('%%064x', n)")
    notice_due = f"date('{FIRST_DUE}', ((n / 2 - 2) / {missed}) || ' days')"
    copied(
        "ppid_deadline", "id", 1, 2 * first, 2 * cases + 1, case_id="n / 2",
        term="CASE n %% 2 WHEN 0 THEN 'REQ_NOTICE_UU' ELSE 'REQ_COMPLETENESS_CHECK' END", governs="n %% 2 = 0",
        due=f"CASE WHEN n %% 2 = 0 AND n / 2 <= {1 + missed * days} THEN {notice_due} ELSE '{REST_DUE}' END",
    )  # fmt: skip


# --- by hand --------------------------------------------------------------------------------------------------------


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def written(rows: list[tuple], on: dt.date, at: dt.datetime) -> list[tuple]:
    """The events of these rows as they lie in the table, hash included."""
    events, moment, stored, day = [], at.isoformat(timespec="microseconds"), sql(at), on.isoformat()
    for key, term, due, part, case, reference, _email, _proxy, seq, before, _at in rows:
        payload = {"term": term, "due": due, "deadline": key, "part": part}
        whole = {
            "case": str(uuid.UUID(reference)), "seq": seq + 1, "kind": "term_missed", "actor": None, "role": "system",
            "day": day, "at": moment, "payload": payload, "previous": before,
        }  # fmt: skip
        digest = hashlib.sha256(canonical(whole)).hexdigest()
        text = json.dumps(payload)
        events.append((seq + 1, "term_missed", "system", day, stored, text, before, digest, None, case))
    return events


def mails_of(rows: list[tuple], at: dt.datetime) -> list[tuple]:
    key, stored, mails = settings.INDEX_KEY.encode(), sql(at), []
    for _key, term, due, part, case, _reference, email, proxy, *_event in rows:
        facts = json.dumps({"term": term, "due": due, "part": part})
        address = (proxy or email).lower()
        digest = hmac.new(key, f"mail\x00{address}".encode(), hashlib.sha256).hexdigest()
        mails += [("desk", "", facts, stored, case), ("applicant", digest, facts, stored, case)]
    return mails


def rights_of(rows: list[tuple], at: dt.datetime) -> list[tuple]:
    counted: dict[str, tuple] = {}
    found, stored, part = [], sql(at), GROUNDS[Ground.NOT_ANSWERED].part
    for _key, _term, due, _part, case, *_rest in rows:
        if due not in counted:
            right = ledger.derived(
                Case(pk=case), "OBJ_FILE", from_day=dt.date.fromisoformat(due), calendar=current_calendar(), at=at
            )
            last = right.due.isoformat() if right.due else None
            counted[due] = (right.length, last, right.calendar_version, json.dumps(right.trail))
        found.append((case, part, due, *counted[due], stored))
    return found


def by_hand(bare: sqlite3.Connection, on: dt.date, at: dt.datetime, *, everything: bool) -> int:
    bare.execute("BEGIN IMMEDIATE")
    rows = bare.execute(SELECT, (on.isoformat(),)).fetchall()
    bare.executemany(EVENTS, written(rows, on, at))
    if everything:
        marks = [(on.isoformat(), row[0]) for row in rows]
        bare.executemany("UPDATE ppid_deadline SET missed_on = ? WHERE id = ?", marks)
        bare.executemany(RIGHTS, rights_of(rows, at))
        bare.executemany(PREPARED, [(row[4], on.isoformat()) for row in rows])
        mails = mails_of(rows, at)
        bare.executemany(MAILS, mails)
        bare.execute(QUEUE, (uuid.uuid4().hex, sql(at)))
        run = (on.isoformat(), sql(at), sql(at), len(rows), len(mails))
        bare.execute(
            'INSERT INTO ppid_tickrun ("on", started_at, finished_at, events, notices) VALUES (?, ?, ?, ?, ?)', run
        )
    bare.execute("COMMIT")
    return len(rows)


def sql(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S.%f").removesuffix(".000000")


# --- measuring ------------------------------------------------------------------------------------------------------


def timed(work: Callable[[], object]) -> tuple[float, object]:
    started = time.process_time()
    found = work()
    return (time.process_time() - started) * 1000, found


def idle(day: dt.date) -> float:
    """Milliseconds of a tick that finds nothing."""
    took = []
    for _round in range(20):
        spent, ticked = timed(lambda: clock.tick(on=day, at=AT))
        assert ticked.events == 0, ticked
        took.append(spent)
    return statistics.median(took)


def left(due: dt.date, table: str, columns: str, key: str = "case_id") -> set[tuple]:
    cases = "SELECT case_id FROM ppid_deadline WHERE due = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT {columns} FROM {table} WHERE {key} IN ({cases})", [due])
        return set(cursor.fetchall())


def alike(by_us: dt.date, by_them: dt.date) -> bool:
    """Whether a day that the tick took and one taken by hand left rows of the same make."""
    event = "seq, kind, role, (SELECT group_concat(key) FROM json_each(payload))"
    mail = "template, audience, state, length(to_digest), (SELECT group_concat(key) FROM json_each(facts))"
    right = "term, part, governs, length, json_valid(trail), term = 'OBJ_FILE' AND from_day = '{due}'"
    draft = "proposed, sent_id"
    makes = [
        (
            left(due, "ppid_caseevent", event), left(due, "ppid_mailrecord", mail),
            left(due, "ppid_deadline", right.format(due=due)), left(due, "ppid_objectiondraft", draft, "request_id"),
        )
        for due in (by_us, by_them)
    ]  # fmt: skip
    return makes[0] == makes[1]


def chained(due: dt.date) -> bool:
    """Whether the event of one case of that day follows its predecessor by hash."""
    case = InformationRequest.objects.filter(deadlines__due=due).first()
    [(_first, _), (link, stored)] = chains.links(str(case.reference), case.events.order_by("seq"))
    return chains.chain.digest(link) == stored and link.previous == case.events.get(seq=1).hash


def lay_out(number: int, missed: int, days: int) -> tuple[float, float]:
    """That many open deadlines; the idle tick over a hundredth of them and over all, in milliseconds."""
    model_case()
    few, many = number // 200, number // 2
    assert many > 1 + missed * days, "more open deadlines, or fewer missed ones"
    pragma("synchronous = OFF")
    open_until(few, 1, days, missed)
    idle_few = idle(FIRST_DUE)
    open_until(many, few, days, missed)
    pragma("synchronous = NORMAL")
    pragma("wal_checkpoint(TRUNCATE)")
    return idle_few, idle(FIRST_DUE)


def pragma(said: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {said}").fetchall()


def measured(rounds: int, missed: int) -> tuple[dict[str, list[float]], bool]:
    """Milliseconds by kind of work, and whether all of them did the same. Each takes a day of its own in turn."""
    # A connection of its own, without Django's conversions of dates.
    bare = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
    bare.execute("PRAGMA synchronous = NORMAL")
    bare.execute("PRAGMA foreign_keys = ON")
    works: dict[str, Callable[[dt.date, dt.datetime], int]] = {
        "floor": lambda on, at: by_hand(bare, on, at, everything=True),
        "tick": lambda on, at: clock.tick(on=on, at=at).events,
        "events": lambda on, at: by_hand(bare, on, at, everything=False),
    }
    took: dict[str, list[float]] = {name: [] for name in works}
    day, agree = FIRST_DUE, True
    # What was loaded so far is no garbage: a search through it would fall on whoever happens to work then.
    set_aside()
    for number in range(rounds + 1):
        for name, work in works.items():
            day += dt.timedelta(1)
            spent, found = timed(lambda work=work, on=day: work(on, timezone.now()))
            agree = agree and found == missed
            # What was not marked is marked outside the measure, so that the next day finds its own.
            Deadline.objects.come_due(day).update(missed_on=day)
            # Otherwise whoever comes last pays for writing the others' pages back.
            pragma("wal_checkpoint(TRUNCATE)")
            if number:  # the first round warms up
                took[name].append(spent)
    by_them, by_us = FIRST_DUE, FIRST_DUE + dt.timedelta(1)
    return took, agree and alike(by_us, by_them) and chained(by_us) and chained(by_them)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--open", type=int, default=1_000_000, help="open deadlines, two a case")
    parser.add_argument("--missed", type=int, default=1000, help="of them missed on each day")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--small", action="store_true", help="a smoke test: 20,000 open, 100 missed, no bound")
    options = parser.parse_args()
    if options.small:
        options.open, options.missed, options.rounds = 20_000, 100, 2
    call_command("migrate", verbosity=0, interactive=False)
    idle_few, idle_many = lay_out(options.open, options.missed, 3 * (options.rounds + 1))
    took, agree = measured(options.rounds, options.missed)
    ours, floor, events = (statistics.median(took[name]) for name in ("tick", "floor", "events"))
    ratio = ours / floor
    report = {
        "benchmark": "tick", "open": options.open, "missed": options.missed, "tick_ms": round(ours, 1),
        "floor_ms": round(floor, 1), "events_floor_ms": round(events, 1), "ratio": round(ratio, 2),
        "events_ratio": round(ours / events, 2), "bound": BOUND, "aim": AIM, "idle_ms_of_few": round(idle_few, 2),
        "idle_ms": round(idle_many, 2), "agree": agree,
        "holds": agree and (options.small or (ratio <= BOUND and idle_many <= IDLE_BOUND * idle_few)),
    }  # fmt: skip
    print(json.dumps(report))
    return 0 if report["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
