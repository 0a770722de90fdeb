"""The database itself keeps the case log as it was written (architecture rule 5)."""

import pytest
from django.db import DatabaseError, connection, transaction

from ppid.actions.log import first_fault
from ppid.models import CaseEvent, append_only
from tests.factories import answer_case, file_case


@pytest.mark.django_db
def test_update_is_refused():
    case = file_case()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CaseEvent.objects.filter(case=case).update(kind="lain")
    assert case.events.get().kind == "registered"


@pytest.mark.django_db
def test_delete_is_refused():
    case = file_case()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CaseEvent.objects.filter(case=case)._raw_delete("default")
    assert case.events.count() == 1


@pytest.mark.django_db
def test_truncate_is_refused_on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE; its DELETE is refused above")
    file_case()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE ppid_caseevent CASCADE")
    assert CaseEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_they_stand_in_a_test_that_commits():
    case = file_case()
    with pytest.raises(DatabaseError, match="append-only"):
        CaseEvent.objects.filter(case=case)._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_after_such_a_test_the_body_is_empty_and_seeded():
    from ppid.models import Case, Decree

    assert not Case.objects.exists()
    assert Decree.objects.in_force().exists()


@pytest.mark.django_db
def test_a_changed_event_is_found_by_its_number():
    case = answer_case()
    assert first_fault(case) is None
    with connection.cursor() as cursor:
        append_only.lift(connection, cursor.execute)
    CaseEvent.objects.filter(case=case, seq=2).update(role="ppid-lain")
    fault = first_fault(case)
    assert fault is not None
    assert fault.seq == 2
