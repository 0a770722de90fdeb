"""Two hundred filings at once give two hundred numbers without a gap, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from ppid.actions import requests
from ppid.actions.log import first_fault
from ppid.law.filing import Channel
from ppid.models import CaseEvent, InformationRequest, NumberSeries, Role
from ppid.models.numbering import check_template, written
from tests.factories import NOON, TODAY, file_case, filing, make_officer, make_unit, moment


def at_once(count, work, threads=8):
    """Run `work(n)` for n = 0 … count - 1 from several threads that start together."""
    gate = threading.Barrier(threads)

    def share(first):
        gate.wait()
        try:
            return [work(number) for number in range(first, count, threads)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        return [result for part in pool.map(share, range(threads)) for result in part]


def file_one(_number):
    return requests.file(filing=filing(), channel=Channel.WEB, received_at=NOON, at=NOON).case.number


def expected(count):
    return sorted(f"{number:03d}/PPID/2026" for number in range(1, count + 1))


@pytest.mark.django_db(transaction=True)
def test_forty_filings_at_once_have_forty_numbers_without_a_gap():
    assert sorted(at_once(40, file_one)) == expected(40)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_filings_at_once_have_two_hundred_numbers_without_a_gap():
    assert sorted(at_once(200, file_one, threads=20)) == expected(200)
    assert CaseEvent.objects.filter(kind="registered").count() == 200


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_eight_times_at_once_is_one_case():
    form = filing()
    numbers = at_once(
        8, lambda _n: requests.file(filing=form, channel=Channel.WEB, received_at=NOON, at=NOON).case.number
    )
    assert set(numbers) == {"001/PPID/2026"}
    assert InformationRequest.objects.count() == 1
    assert file_case().number == "002/PPID/2026"


@pytest.mark.django_db(transaction=True)
def test_events_of_one_case_written_at_once_stay_one_chain():
    case, officer = file_case(), make_officer(Role.PPID)
    units = [make_unit() for _unit in range(16)]

    def dispose(number):
        requests.dispose(case=case, unit=units[number], acting_user=officer, on=TODAY, at=moment(TODAY, 13))

    at_once(16, dispose)
    assert list(case.events.values_list("seq", flat=True)) == list(range(1, 18))
    assert first_fault(case) is None


@pytest.mark.django_db
def test_a_roll_back_gives_the_number_back():
    with transaction.atomic():
        NumberSeries.take("uji", 2026)
        transaction.set_rollback(True)
    with transaction.atomic():
        assert NumberSeries.take("uji", 2026) == 1
        assert NumberSeries.take("uji", 2026) == 2
        assert NumberSeries.take("uji", 2027) == 1
        assert NumberSeries.take("lain", 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_taken_inside_a_transaction_only():
    assert not connection.in_atomic_block
    with pytest.raises(RuntimeError):
        NumberSeries.take("uji", 2026)


@pytest.mark.parametrize(
    ("template", "number"),
    [
        ("{seq:03d}/PPID/{year}", "007/PPID/2026"),
        ("{seq}/{kind}/{roman}/{year}", "7/PT/XI/2026"),
        ("P{month}-{seq:05d}", "P11-00007"),
    ],
)
def test_the_institution_writes_its_numbers(template, number):
    assert written(template, seq=7, day=TODAY, kind="PT") == number


@pytest.mark.parametrize(
    "template", ["PPID/{year}", "{seq}/{nama}", "{seq", "{seq.__class__}", "{seq[0]}", "{0}", "{seq:zz}"]
)
def test_a_format_that_cannot_number_is_refused(template):
    with pytest.raises(ValueError, match="seq"):
        check_template(template)
