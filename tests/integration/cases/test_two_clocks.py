"""UU 14/2008 Ps 22(7) from receipt and PERKI 1/2021 Ps 31(3) from completeness, side by side (law.md §1.4, §2.6)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from portal import second_factor
from ppid.actions import requests
from ppid.models import Deadline
from ppid.queries.standing import Word
from ppid.queries.tracking import followed
from ppid.queries.two_clocks import two_clocks
from tests.factories import DUE, TODAY, file_case, make_officer, moment

pytestmark = pytest.mark.django_db
COMPLETE = dt.date(2026, 11, 26)


def clocks(case):
    return two_clocks(case, Deadline.objects.standing().filter(case_id=case.pk))


def complete(case):
    requests.declare_complete(case=case, acting_user=make_officer(), on=COMPLETE, at=moment(COMPLETE))
    case.refresh_from_db()
    return case


def test_before_completeness_only_the_law_runs_and_the_other_says_what_it_waits_for():
    both = clocks(file_case())
    assert (both.uu.first, both.uu.due) == (TODAY, DUE)
    assert (both.perki.first, both.perki.due) == (None, None)
    assert "tidak pernah mulai dari awal" in both.doubt


def test_completeness_starts_the_second_and_moves_nothing_of_the_first__law_7_4():
    case = complete(file_case())
    both = clocks(case)
    assert (both.uu.first, both.uu.due) == (TODAY, DUE)
    assert (both.perki.first, both.perki.due) == (COMPLETE, dt.date(2026, 12, 10))
    assert case.deadlines.standing().get(governs=True).term == "REQ_NOTICE_UU"
    assert followed(case, on=DUE + dt.timedelta(1)).standing.word is Word.LATE


def test_a_year_without_a_decree_leaves_both_undated__law_7_3():
    case = file_case(at=moment(dt.date(2031, 5, 5)))
    both = clocks(case)
    assert (both.uu.first, both.uu.due) == (dt.date(2031, 5, 5), None)


def test_the_tracking_page_and_the_desk_show_both_with_the_doubt(client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: moment(COMPLETE, 16))
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    case = complete(file_case())
    client.post(reverse("track"), {"code": case.tracking_code})
    pages = [client.get(reverse("track_state")).content.decode()]
    client.force_login(make_officer(), backend="django.contrib.auth.backends.ModelBackend")
    pages.append(client.get(reverse("desk_case", args=[case.pk])).content.decode())
    for page in pages:
        for words in ("Dua hitungan sepuluh hari", "Senin, 7 Desember 2026", "Kamis, 10 Desember 2026",
                      "(yang berlaku)", "(pembanding)", "tidak pernah mulai dari awal"):  # fmt: skip
            assert words in page, words
