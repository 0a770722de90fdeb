"""From where a request comes, and how often; nothing of it is kept in the clear."""

import datetime as dt
import ipaddress

from django.conf import settings
from django.http import HttpRequest

from ppid.models.throttle import Throttle, start_of_window

# Wide enough for a whole village behind one address of a mobile network; narrow enough that a program which fills in
# forms all night is slowed down. (tries, window)
LIMITS: dict[str, tuple[int, dt.timedelta]] = {
    "draft": (60, dt.timedelta(hours=1)),
    "paper": (120, dt.timedelta(hours=1)),
    "track": (60, dt.timedelta(minutes=15)),
    "code": (30, dt.timedelta(minutes=15)),
    # Codes by mailbox instead of by client: nobody's mailbox is flooded, from however many addresses.
    "mailbox": (5, dt.timedelta(minutes=30)),
}


class TooOften(Exception):
    """Too many tries. `wait` is the number of seconds until the next one counts again."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"too often, wait {wait} s")
        self.wait = wait

    @property
    def minutes(self) -> int:
        return max(1, -(-self.wait // 60))


def client_address(request: HttpRequest) -> str:
    """The client as a network: an IPv4 address or an IPv6 /64 (one household or phone).

    Behind `TRUSTED_PROXIES` proxies it is read that many places from the right of X-Forwarded-For: what stands further
    to the left was written by the client itself.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
        if len(hops) >= settings.TRUSTED_PROXIES:
            address = hops[-settings.TRUSTED_PROXIES]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def count(kind: str, subject: str, *, at: dt.datetime) -> None:
    """Count a try of `kind`. Raises TooOften past its limit."""
    limit, window = LIMITS[kind]
    if Throttle.objects.hit(kind, subject, at=at, window=window) > limit:
        ends = start_of_window(at, window) + window
        raise TooOften(max(1, int((ends - at).total_seconds())))
