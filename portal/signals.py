"""Keeps role groups and sessions in step with appointments and second factors."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save
from django.http import HttpRequest
from django.utils import timezone

from portal import roles
from portal.models.user import User
from ppid.models import Appointment, Institution


def connect() -> None:
    user_logged_in.connect(sync_at_sign_in, dispatch_uid="portal.sync_at_sign_in")
    authenticator_added.connect(count_enrolment_as_shown, dispatch_uid="portal.count_enrolment_as_shown")
    post_save.connect(sync_appointed, sender=Appointment, dispatch_uid="portal.sync_appointed")
    post_delete.connect(sync_appointed, sender=Appointment, dispatch_uid="portal.sync_unappointed")
    # Once, after the last app that has models: only then do all permissions exist.
    last = apps.get_app_config("sessions")
    post_migrate.connect(roles.ensure_groups, sender=last, dispatch_uid="portal.ensure_groups")


def sync_at_sign_in(user: User, **_signal: Any) -> None:
    roles.sync(user, Institution.load().day_of(timezone.now()))


def sync_appointed(instance: Appointment, **_signal: Any) -> None:
    roles.sync(instance.user, Institution.load().day_of(timezone.now()))  # type: ignore[arg-type]


def count_enrolment_as_shown(request: HttpRequest, user: User, authenticator: Authenticator, **_signal: Any) -> None:
    """Whoever has just enrolled a factor has just proved to hold it; ask again at the next sign-in."""
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
