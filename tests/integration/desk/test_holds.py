"""A hold is a label of the desk: it is written down, shown, taken off, and no date moves (law.md §1.4)."""

import pytest
from django.db import IntegrityError, transaction

from ppid.actions import clock, holds
from ppid.actions.log import first_fault
from ppid.law.procedure import Unlawful
from ppid.models import Deadline, Hold, Role
from ppid.queries.tracking import followed
from tests import factories
from tests.factories import DUE, NOON, TODAY

LIST = "/admin/permohonan/"


def page(response) -> str:
    return " ".join(response.content.decode().split())


def hold(case, user=None, **more):
    fields = {"waits_for": "data dari Dinas Kesehatan", "note": "Menurut Budi Contoh, Kamis.", **more}
    return holds.hold(case=case, acting_user=user or factories.make_officer(), on=TODAY, at=NOON, **fields)


def rows():
    return list(Deadline.objects.order_by("pk").values())


def test_no_statutory_date_moves_and_the_log_holds_no_words():
    case = factories.file_case()
    before = rows()
    row = hold(case)
    holds.release(case=case, acting_user=factories.make_officer(), on=TODAY, at=NOON)
    assert rows() == before
    held, released = case.events.order_by("seq")[1:]
    assert (held.kind, released.kind) == ("held", "released")
    assert set(held.payload) == {"hold", "fingerprint"}
    assert "Kesehatan" not in str(held.payload) + str(released.payload)
    assert first_fault(case) is None
    assert Hold.objects.get(pk=row.pk).released_on == TODAY


def test_a_held_case_is_missed_like_any_other__uu_22_7():
    case = factories.file_case()
    hold(case)
    late = DUE.replace(day=8)
    clock.tick(on=late, at=factories.moment(late))
    assert case.events.filter(kind="term_missed", payload__term="REQ_NOTICE_UU").exists()


def test_one_label_at_a_time_and_none_on_what_is_closed():
    case = factories.file_case()
    hold(case)
    with pytest.raises(Unlawful, match="sudah bertanda"):
        hold(case)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(case=case, waits_for="x", held_on=TODAY, held_by=factories.make_officer())
    closed = factories.answer_case()
    with pytest.raises(Unlawful, match="sudah selesai"):
        hold(closed)
    with pytest.raises(Unlawful, match="tidak bertanda"):
        holds.release(case=factories.file_case(), acting_user=factories.make_officer(), on=TODAY, at=NOON)
    with pytest.raises(Unlawful, match="dipasang dan dilepas oleh"):
        hold(factories.file_case(), factories.make_officer(Role.SUPERIOR))


def test_the_applicant_sees_nothing_of_it():
    case = factories.file_case()
    hold(case)
    assert len(followed(case, on=TODAY).story) == 2


def test_set_seen_in_the_list_and_taken_off(sign_in):
    client, case, other = sign_in(), factories.file_case(), factories.file_case(details="Lain.")
    form = client.get(f"{LIST}{case.pk}/tahan/")
    assert "tidak mengenal penghentian hitungan" in page(form)
    seen = case.events.count()
    client.post(f"{LIST}{case.pk}/tahan/", {"seen": seen, "waits_for": "  data   dinas ", "note": "rahasia kecil"})
    label = "ditahan: menunggu data dinas"
    assert label in page(client.get(LIST))
    narrowed = page(client.get(LIST, {"keadaan": "ditahan"}))
    assert case.number in narrowed
    assert other.number not in narrowed
    shown = page(client.get(f"{LIST}{case.pk}/"))
    assert label in shown
    assert "rahasia kecil" in shown
    assert "Senin, 7 Desember 2026" in shown
    assert "Diberi tanda “ditahan”" in shown
    client.post(f"{LIST}{case.pk}/lepas/")
    assert label not in page(client.get(LIST))
    assert not Hold.objects.standing().exists()


def test_what_cannot_be_set_is_told_and_kept(sign_in):
    client, case = sign_in(), factories.file_case()
    address = f"{LIST}{case.pk}/tahan/"
    empty = client.post(address, {"seen": 1, "waits_for": " ", "note": "tetap ada"})
    assert empty.status_code == 400
    assert "tetap ada" in page(empty)
    assert client.post(address, {"seen": 1, "waits_for": "x" * 121}).status_code == 400
    old = client.post(address, {"seen": 0, "waits_for": "surat"})
    assert old.status_code == 409
    assert "Kasus ini berubah" in page(old)
    assert client.get(f"{LIST}{case.pk}/lepas/").status_code == 405
    assert not Hold.objects.exists()


def test_the_superior_reads_it_and_cannot_set_it(sign_in):
    case = factories.file_case()
    hold(case)
    client = sign_in(Role.SUPERIOR)
    text = page(client.get(f"{LIST}{case.pk}/"))
    assert "ditahan: menunggu" in text
    assert "Lepas tanda" not in text
    assert client.get(f"{LIST}{case.pk}/tahan/").status_code == 302
    client.post(f"{LIST}{case.pk}/lepas/")
    assert Hold.objects.standing().exists()
