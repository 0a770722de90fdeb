"""Every address × every role and nobody at all: the status that tests/data/access.csv expects.

A new address without a row fails. To see what an address answers today, run with PRINT_ACCESS=1 and judge each cell
before it becomes a row: the table says what should be, not what is.
"""

import csv
import os
import sys

import pytest
from django.test import Client

from portal import second_factor
from tests import access_world
from tests.access_table import ROLES, addresses, table

INSIDE = ("admin/",)
# Below /admin/ a stranger may only be sent to sign in, sign out, or be refused.
OPEN = {"200"}


def test_every_address_has_a_row_and_every_row_an_address():
    known, listed = {address.route for address in addresses()}, set(table())
    assert not known - listed, f"addresses without a row in tests/data/access.csv: {sorted(known - listed)}"
    assert not listed - known, f"rows whose address is gone: {sorted(listed - known)}"


def test_no_row_opens_the_officers_rooms_to_strangers_or_reviewers():
    for route, row in table().items():
        if route.startswith(INSIDE) and route not in {"admin/jsi18n/", "admin/sprite/"}:
            assert row["anonim"] not in OPEN, route
            assert row["komisi"] not in OPEN, route


@pytest.mark.slow
@pytest.mark.django_db
def test_every_address_answers_each_role_as_the_table_says(monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    world = access_world.make_world()
    visitors = {role: _Visitor(user) for role, user in world.users.items()}
    expected, wrong, seen = table(), [], []
    for address in addresses():
        row = expected.get(address.route, {"method": "GET"})
        path = access_world.sample(address.route, world)
        found = {role: visitors[role].status(row["method"], path) for role in ROLES}
        seen.append({"route": address.route, "method": row["method"], **found})
        wrong += [
            f"{row['method']} {path} as {role}: {found[role]}, not {row[role]}"
            for role in ROLES
            if row.get(role) not in (None, found[role])
        ]
    if os.environ.get("PRINT_ACCESS"):
        writer = csv.DictWriter(sys.stdout, ["route", "method", *ROLES], lineterminator="\n")
        writer.writeheader()
        writer.writerows(seen)
    assert not wrong, "\n".join(wrong)


class _Visitor:
    """One role's browser; it signs in again whenever an address has signed it out."""

    def __init__(self, user):
        self.user = user
        self.client = Client(raise_request_exception=False)

    def status(self, method, path):
        if self.user is not None and "_auth_user_id" not in self.client.session:
            self.client.force_login(self.user, backend="django.contrib.auth.backends.ModelBackend")
        return str(self.client.generic(method, path).status_code)
