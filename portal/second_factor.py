"""Who must show a second factor, and whether this session did (issue: MFA for every role above citizen)."""

from pathlib import Path

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

DEMO_MARK = "demo.json"


def demo_mark() -> Path:
    """The file that says: this installation is a demonstration. Only `manage.py demo` writes it."""
    return settings.DATA_DIR / DEMO_MARK


def is_demo() -> bool:
    return demo_mark().exists()


def waived() -> bool:
    """The second factor is waived in the demonstration only, and never under production settings."""
    return bool(settings.DEMO_MAY_WAIVE_MFA) and is_demo()


def enrolled(request: HttpRequest) -> bool:
    return bool(is_mfa_enabled(request.user))


def shown(request: HttpRequest) -> bool:
    """Whether this session was opened, or confirmed since, with a second factor or a passkey."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
