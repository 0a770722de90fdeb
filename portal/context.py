"""What every page knows: the body's name and contact, how the site looks, and whether this is the demonstration."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal import second_factor
from portal.models import SiteSettings
from ppid.models import Institution


def body(request: HttpRequest) -> dict[str, Any]:
    return {
        "institution": Institution.load(request_or_site=request),
        "appearance": SimpleLazyObject(SiteSettings.current),
        "is_demo": second_factor.is_demo(),
    }
