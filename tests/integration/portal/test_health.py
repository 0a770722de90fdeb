"""/kesehatan/ turns 503 when tick or queue stand still, and says which."""

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.views import health
from ppid.actions import clock
from ppid.models import Institution
from ppid.tasks import send_waiting
from search import index
from search.engines.base import EngineDown

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticked():
    at = timezone.now()
    clock.tick(on=Institution.load().day_of(at), at=at)
    return at


def test_all_is_well_after_a_tick(client, ticked):
    response = client.get("/kesehatan/")
    assert response.status_code == 200
    said = response.json()
    assert said["status"] == "baik"
    assert said["troubles"] == []
    assert said["database"] is True
    assert said["free_disk_bytes"] > 0


def test_never_ticked_is_503(client):
    response = client.get("/kesehatan/")
    assert response.status_code == 503
    assert "tenggat harian" in response.json()["troubles"][0]


def test_a_tick_26_hours_ago_is_well_and_one_second_more_is_not(ticked):
    last = health.TickRun.objects.get().finished_at
    assert not health.examine(last + dt.timedelta(hours=26)).troubles
    assert health.examine(last + dt.timedelta(hours=26, seconds=1)).troubles


def test_a_queue_that_stands_ten_minutes_is_503(ticked):
    send_waiting.enqueue()
    since = DBTaskResult.objects.get().enqueued_at
    assert not health.examine(since + dt.timedelta(minutes=10)).troubles
    found = health.examine(since + dt.timedelta(minutes=10, seconds=1))
    assert "Antrean" in found.troubles[0]
    assert found.queue_age_seconds == 601


def test_an_engine_that_is_down_is_told(client, ticked, monkeypatch):
    class Down:
        name = "elasticsearch"

        def count(self):
            raise EngineDown

    monkeypatch.setattr(index, "engine", Down)
    response = client.get("/kesehatan/")
    assert response.status_code == 503
    assert response.json()["engine_up"] is False


def test_the_answer_is_never_cached(client, ticked):
    assert "no-store" in client.get("/kesehatan/")["Cache-Control"]
