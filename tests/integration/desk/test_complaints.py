"""The complaint that came as a request, at the desk: its steps as pages, its room and tile, and a mail that is one."""

import datetime as dt

import pytest

from ppid.actions import complaints, incoming
from ppid.law.complaints import ComplaintClass, Handover
from ppid.mailbox.server import Fetched
from ppid.models import ComplaintHandover, Deadline, IncomingMail, InformationRequest, Role
from tests import factories
from tests.factories import TODAY, moment
from tests.mailboxes import letter

pytestmark = pytest.mark.django_db
CASE = "/admin/permohonan/{}/"
STEP = CASE + "langkah/{}/"
ROOM = "/admin/permohonan/aduan/"
INBOX = "/admin/permohonan/surel-masuk/"
CAME = TODAY - dt.timedelta(3)


def seen(case):
    return case.events.count()


def page(response):
    return response.content.decode()


def hand(case, *, whole=True):
    handover = Handover(whole, "Petugas loket kasar.", ComplaintClass.NON_OVERSIGHT)
    clerk = factories.make_officer(Role.FRONT_DESK)
    complaints.hand_over(case=case, handover=handover, acting_user=clerk, on=TODAY, at=moment(TODAY, 14))
    return case


def came(raw):
    source = incoming.Source("INBOX", 1, 1)
    incoming.receive(source=source, message=Fetched(raw, moment(CAME), len(raw), False), at=moment(TODAY, 15))
    return IncomingMail.objects.get()


def test_from_the_answer_to_the_letter_with_the_decision(sign_in):
    case = hand(factories.file_case(email=""))
    client = sign_in(Role.FRONT_DESK)
    shown = page(client.get(CASE.format(case.pk)))
    assert STEP.format(case.pk, "tanggapi-aduan") in shown
    assert STEP.format(case.pk, "aduan-dilengkapi") not in shown
    said = {"complete": "belum", "answered_on": "2026-11-23", "lacking": ""}
    refused = client.post(STEP.format(case.pk, "tanggapi-aduan"), {**said, "seen": seen(case)})
    assert refused.status_code == 400
    assert "Yang belum lengkap belum ditulis" in page(refused)
    said["lacking"] = "Tanggal kejadian."
    assert client.post(STEP.format(case.pk, "tanggapi-aduan"), {**said, "seen": seen(case)}).status_code == 302
    assert "Tanggal kejadian." in page(client.get(ROOM))
    came_on = {"came_on": "2026-11-23", "seen": seen(case)}
    assert client.post(STEP.format(case.pk, "aduan-dilengkapi"), came_on).status_code == 302
    settled = {"result": "resolved", "outcome": "Ditegur.", "decided_on": "2026-11-23", "seen": seen(case)}
    assert client.post(STEP.format(case.pk, "catat-hasil-aduan"), settled).status_code == 302
    shown = page(client.get(CASE.format(case.pk)))
    assert "Pemberitahuan tentang pengaduan" in shown
    assert STEP.format(case.pk, "beritahu-hasil-aduan") in shown
    told = {"notified_on": "2026-11-23", "seen": seen(case)}
    assert client.post(STEP.format(case.pk, "beritahu-hasil-aduan"), told).status_code == 302
    assert STEP.format(case.pk, "beritahu-hasil-aduan") not in page(client.get(CASE.format(case.pk)))


def test_the_room_and_the_tile_are_the_whole_body_roles_alone__uu_25_2009_49(sign_in):
    unit = factories.make_unit()
    case = hand(factories.file_case(email=""), whole=False)
    InformationRequest.objects.filter(pk=case.pk).update(unit=unit)
    clerk, assistant = sign_in(Role.FRONT_DESK), sign_in(Role.ASSISTANT, unit=unit)
    assert ROOM in page(clerk.get("/admin/permohonan/"))
    assert "Aduan belum selesai" in page(clerk.get("/admin/"))
    assert ROOM not in page(assistant.get("/admin/permohonan/"))
    assert "Aduan belum selesai" not in page(assistant.get("/admin/"))
    assert "Pemberitahuan tentang pengaduan" not in page(assistant.get(CASE.format(case.pk)))


def test_a_mail_that_is_a_complaint_gets_its_number_and_is_handed_over_from_the_day_it_came(sign_in):
    mail = came(letter("Petugas meminta uang", "Petugas loket meminta uang kepada saya."))
    client = sign_in(Role.FRONT_DESK)
    url = f"{INBOX}{mail.pk}/"
    assert "Jenis aduan" in page(client.get(url))
    for typed in ({"reason": "Pengaduan.", "kind": ""}, {"reason": "", "kind": "oversight"}):
        assert client.post(f"{url}hand_over/", typed).status_code == 400
    assert not InformationRequest.objects.exists()
    answer = client.post(f"{url}hand_over/", {"reason": "Pengaduan.", "kind": "oversight"})
    assert answer["Location"] == ROOM
    mail.refresh_from_db()
    case = mail.case
    assert (mail.state, case.state, case.received_on, case.channel) == ("complaint", "handed_over", CAME, "email")
    kept = ComplaintHandover.objects.get(case=case)
    assert (kept.kind, kept.whole, kept.first_received_on) == ("oversight", True, CAME)
    assert "Petugas loket meminta uang" in kept.matter
    due = Deadline.objects.open().get(case=case, term="CMP_ACK_COMPLETENESS").due
    assert due == CAME + dt.timedelta(14)
    assert case.number in page(client.get(ROOM))
    assert f"{url}back/" not in page(client.get(url))
    assert client.post(f"{url}back/", {"reason": "Keliru."}).status_code == 409
    mail.refresh_from_db()
    assert mail.state == "complaint"


def test_twice_handed_over_is_one_case(sign_in):
    mail = came(letter("Aduan", "Pungutan liar."))
    client = sign_in(Role.FRONT_DESK)
    typed = {"reason": "Pengaduan.", "kind": "oversight"}
    assert client.post(f"{INBOX}{mail.pk}/hand_over/", typed).status_code == 302
    assert client.post(f"{INBOX}{mail.pk}/hand_over/", typed).status_code == 409
    assert InformationRequest.objects.count() == 1
