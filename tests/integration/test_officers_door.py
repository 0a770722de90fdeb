"""The door of /admin/ and /komisi/: an appointment in force and a second factor, or nothing."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.utils import timezone

from portal import roles, second_factor
from portal.models import User
from ppid.models import Appointment, Role, Unit

pytestmark = pytest.mark.django_db
PASSWORD = "kata-sandi-panjang-42"
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def officer():
    return User.objects.create_user("petugas@example.go.id", PASSWORD, name="Rani")


def appoint(user, role, *, starts=None, ends=None, unit=None):
    return Appointment.objects.create(user=user, role=role, starts=starts or dt.date(2020, 1, 1), ends=ends, unit=unit)


def sign_in(client, user, password=PASSWORD):
    return client.post("/akun/login/", {"login": user.email, "password": password})


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_a_stranger_is_sent_to_the_page_that_asks_for_the_second_factor(client):
    response = client.get("/admin/")
    assert response.status_code == 302
    response = client.get(response.url)
    assert response.status_code == 302
    assert response.url.startswith("/akun/login/")


def test_an_account_without_appointment_is_refused(client, officer):
    sign_in(client, officer)
    assert client.get("/admin/").status_code == 403


def test_an_ended_appointment_shuts_the_door_at_once(client, officer, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    appointment = appoint(officer, Role.PPID)
    sign_in(client, officer)
    assert client.get("/admin/").status_code == 200
    appointment.ends = timezone.localdate() - dt.timedelta(days=1)
    appointment.save()
    assert client.get("/admin/").status_code == 403


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.REVIEWER, Role.ASSISTANT)])
def test_every_role_must_enrol_a_second_factor_first(client, officer, role):
    appoint(officer, role)
    sign_in(client, officer)
    response = client.get("/admin/")
    assert (response.status_code, response.url) == (302, "/akun/2fa/")


def test_enrolling_opens_the_door_and_the_next_sign_in_asks_for_the_code(client, officer, monkeypatch):
    # The test's own transaction never commits: what follows a commit within the same request is done at once.
    monkeypatch.setattr("allauth.mfa.totp.internal.flows.transaction.on_commit", lambda then: then())
    appoint(officer, Role.PPID)
    sign_in(client, officer)
    client.post("/akun/reauthenticate/", {"password": PASSWORD})
    page = client.get("/akun/2fa/totp/activate/")
    secret = page.context["form"].secret
    client.post("/akun/2fa/totp/activate/", {"code": code_of(secret)})
    assert Authenticator.objects.filter(user=officer, type=Authenticator.Type.TOTP).exists()
    assert client.get("/admin/").status_code == 200
    client.logout()
    response = sign_in(client, officer)
    assert response.url == "/akun/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302


def test_a_session_that_showed_no_second_factor_is_asked_again(client, officer):
    appoint(officer, Role.PPID)
    TOTP.activate(officer, generate_totp_secret())
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get("/admin/")
    assert (response.status_code, response.url) == (302, "/akun/2fa/reauthenticate/?next=/admin/")


def test_a_commission_reviewer_never_enters_the_cms(client, officer, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    appoint(officer, Role.REVIEWER)
    sign_in(client, officer)
    assert client.get("/admin/").status_code == 403


def test_nobody_registers_by_himself(client):
    assert "password1" not in client.get("/akun/signup/").content.decode()
    client.post("/akun/signup/", {"email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()


def test_the_demo_mark_waives_nothing_under_production_settings(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    second_factor.demo_mark().write_text("{}")
    settings.DEMO_MAY_WAIVE_MFA = False
    assert not second_factor.waived()
    settings.DEMO_MAY_WAIVE_MFA = True
    assert second_factor.waived()


def test_groups_follow_the_appointments_in_force(officer):
    unit = Unit.objects.create(code="bkad", name="BKAD")
    appoint(officer, Role.ASSISTANT, unit=unit, ends=dt.date(2026, 11, 22))
    appoint(officer, Role.EDITOR)
    roles.sync(officer, TODAY)
    assert set(officer.groups.values_list("name", flat=True)) == {"peran:editor"}
    roles.sync(officer, dt.date(2026, 11, 22))
    assert set(officer.groups.values_list("name", flat=True)) == {"peran:editor", "peran:pembantu"}


def test_a_role_group_that_somebody_handed_out_is_taken_back(officer):
    from django.contrib.auth.models import Group

    officer.groups.add(Group.objects.get(name="peran:admin"))
    roles.sync(officer, TODAY)
    assert not officer.groups.exists()
