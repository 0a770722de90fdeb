"""What every page knows: the body's name and contact."""

from typing import Any

from django.http import HttpRequest

from ppid.models import Institution


def body(request: HttpRequest) -> dict[str, Any]:
    return {"institution": Institution.load(request_or_site=request)}
