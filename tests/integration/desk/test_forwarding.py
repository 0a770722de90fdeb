"""Handing a request on to another body at the desk: offered only with the applicant's recorded wish (law.md §1.4)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid.law.decisions import Decision
from ppid.models import Forwarding, Role
from tests import factories

pytestmark = pytest.mark.django_db
CASE = "/admin/permohonan/{}/"
WISH = CASE + "langkah/catat-kehendak-diteruskan/"
FORWARD = CASE + "langkah/catat-penerusan/"
BODY = "Dinas Kesehatan Provinsi Nusa"


def seen(case):
    return case.events.count()


def page(response):
    return response.content.decode()


def test_the_wish_is_recorded_with_its_paper_and_only_then_the_act_is_offered(sign_in):
    case = factories.answer_case(decision=Decision.NOT_HELD, holder=BODY)
    client = sign_in(Role.FRONT_DESK)
    shown = page(client.get(CASE.format(case.pk)))
    assert WISH.format(case.pk) in shown
    assert FORWARD.format(case.pk) not in shown
    assert client.get(FORWARD.format(case.pk)).status_code == 302
    sending = {"forwarded_on": "2026-11-23", "how": "email"}
    assert client.post(FORWARD.format(case.pk), {**sending, "seen": seen(case)}).status_code == 409
    typed = {"by": "applicant", "wished_on": "2026-11-23", "carries": ["name", "contact"], "seen": seen(case)}
    assert client.post(WISH.format(case.pk), typed).status_code == 400
    paper = SimpleUploadedFile("kehendak.pdf", b"%PDF-1.7 kehendak")
    assert client.post(WISH.format(case.pk), {**typed, "paper": paper}).status_code == 302
    factories.run_queue()
    row = Forwarding.objects.get(case=case)
    assert row.carries == ["name", "contact"]
    form = page(client.get(FORWARD.format(case.pk)))
    assert BODY in form
    assert f"/admin/permohonan/berkas/{row.letter.draft_id}/" in form
    assert client.post(FORWARD.format(case.pk), {**sending, "seen": seen(case)}).status_code == 302
    shown = page(client.get(CASE.format(case.pk)))
    assert "Surat pengantar penerusan" in shown
    assert WISH.format(case.pk) not in shown
    assert FORWARD.format(case.pk) not in shown


def test_where_no_body_is_named_nothing_is_offered(sign_in):
    case = factories.answer_case()
    shown = page(sign_in().get(CASE.format(case.pk)))
    assert WISH.format(case.pk) not in shown
