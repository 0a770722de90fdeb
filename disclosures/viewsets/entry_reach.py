"""One door before every view of an entry in the Wagtail admin (architecture rule 12)."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from wagtail.permission_policies import ModelPermissionPolicy

from disclosures.models import RegisterEntry
from disclosures.queries import reach
from ppid.models import Institution, Unit

View = Callable[..., HttpResponse]


def today() -> dt.date:
    return Institution.load().day_of(timezone.now())


def reachable(user: Any) -> QuerySet[RegisterEntry]:
    """The entries that `user` reaches today."""
    return reach.entries_of(user, today())


def reachable_units(user: Any) -> QuerySet[Unit]:
    return reach.units_of(user, today())


def holds(user: Any, keys: list[str]) -> bool:
    """Whether every key is that of an entry which `user` reaches; a key that is no number is nobody's."""
    wanted = {unquote(str(key)) for key in keys}
    if not all(key.isascii() and key.isdecimal() for key in wanted):
        return False
    return reachable(user).filter(pk__in=[int(key) for key in wanted]).count() == len(wanted)


def guarded(pattern: URLPattern) -> URLPattern:
    """The same address; where it names an entry, that entry must be within reach, else there is no such page."""
    view = pattern.callback

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "pk" in kwargs and not holds(request.user, [kwargs["pk"]]):
            raise Http404
        return view(request, *args, **kwargs)

    return URLPattern(pattern.pattern, inner, pattern.default_args, pattern.name)


class EntryPermissionPolicy(ModelPermissionPolicy):
    """The verbs come from the role's group (Django permissions), the entries from the appointment's unit."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: RegisterEntry) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return instance.pk is None or reachable(user).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: list[str]) -> QuerySet[RegisterEntry]:
        if not self.user_has_any_permission(user, actions):
            return RegisterEntry.objects.none()
        return reachable(user)
