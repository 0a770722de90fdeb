import pytest

from tests.factories import NOON, make_institution


@pytest.fixture
def body():
    return make_institution(email="ppid@tirtaraya.example", phone="(0261) 123456")


@pytest.fixture
def noon(monkeypatch):
    """Monday 23 November 2026, noon in Jakarta; `noon.set(moment)` moves on."""

    class Clock:
        at = NOON

        def set(self, moment):
            self.at = moment

    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.at)
    return clock
