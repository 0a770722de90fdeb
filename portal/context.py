"""What every page knows: the body's name and contact, and whether this is the demonstration."""

from typing import Any

from django.http import HttpRequest

from portal import second_factor
from ppid.models import Institution


def body(request: HttpRequest) -> dict[str, Any]:
    return {"institution": Institution.load(request_or_site=request), "is_demo": second_factor.is_demo()}
