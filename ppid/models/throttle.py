"""How often something was tried from one address, without keeping the address."""

import datetime as dt
import hashlib
import hmac

from django.conf import settings
from django.db import connection, models

UPSERT = (
    "INSERT INTO ppid_throttle (subject, starts, count) VALUES (%s, %s, 1) "
    "ON CONFLICT (subject, starts) DO UPDATE SET count = ppid_throttle.count + 1 RETURNING count"
)


class ThrottleManager(models.Manager["Throttle"]):
    def hit(self, kind: str, subject: str, *, at: dt.datetime, window: dt.timedelta) -> int:
        """Count one more try of `kind` by `subject` in the window that holds `at`; answers with the count so far.

        One statement on SQLite and PostgreSQL alike, so that two tries at once are two.
        """
        starts = connection.ops.adapt_datetimefield_value(start_of_window(at, window))
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [digest_of(kind, subject, at), starts])
            return int(cursor.fetchone()[0])

    def forget(self, *, at: dt.datetime) -> int:
        """Delete windows older than two days; answers with how many."""
        return self.filter(starts__lt=at - dt.timedelta(days=2)).delete()[0]


class Throttle(models.Model):
    """One counter for one window of time.

    You will wonder why this is not the cache. Because the cache of an installation with several processes may be
    local to each, and because a count that is read and written in two steps loses tries made at once.
    """

    subject = models.CharField(max_length=64)
    starts = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    objects = ThrottleManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("subject", "starts"), name="one_counter_per_window")]
        indexes = [models.Index(fields=("starts",), name="throttle_starts")]

    def __str__(self) -> str:
        return f"{self.starts:%Y-%m-%d %H:%M} {self.count}"


def start_of_window(at: dt.datetime, window: dt.timedelta) -> dt.datetime:
    """The beginning (UTC) of the window of that length that holds `at`."""
    seconds = int(window.total_seconds())
    stamp = int(at.timestamp())
    return dt.datetime.fromtimestamp(stamp - stamp % seconds, tz=dt.UTC)


def digest_of(kind: str, subject: str, at: dt.datetime) -> str:
    """A keyed digest that changes with the day: nobody can read the address back or follow it from day to day."""
    day = at.astimezone(dt.UTC).date().isoformat()
    words = "\x1f".join(("throttle", kind, day, subject)).encode()
    return hmac.new(str(settings.INDEX_KEY).encode(), words, hashlib.sha256).hexdigest()
