"""A refusal under Ps 17 at the desk: the PPID drafts and proposes, the superior finds it in the queue and decides."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal import roles, second_factor
from ppid.models import Approval, PrivateFile, Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    factories.make_institution()
    users = {role: factories.make_officer(role) for role in (Role.PPID, Role.SUPERIOR, Role.ASSISTANT)}
    roles.ensure_groups()

    def sign_in(role):
        roles.sync(users[role], factories.TODAY)
        client.force_login(users[role], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def step(case, slug):
    return reverse("desk_move", args=[case.pk, slug])


def typed(case, exclusion, **fields):
    return {
        "seen": case.events.count(), "decision": "refused_17", "consideration": "Rahasia pribadi anak.",
        "exclusion_1": exclusion.pk, "ground_1": "17H", "matter_1": "Nomor induk", "reason_1": "Rahasia pribadi.",
        **fields,
    }  # fmt: skip


def bound(case):
    letter = case.letters.get(kind="notice")
    draft = PrivateFile.store(b"%PDF-1.7 konsep", "konsep.pdf")
    letter.draft, letter.draft_sha256 = draft, draft.sha256
    letter.save()
    return letter


def test_the_refusal_goes_from_the_ppid_through_the_superiors_queue(desk):
    case, exclusion = factories.file_case(), factories.make_exclusion()
    ppid = desk(Role.PPID)
    assert ppid.post(step(case, "susun-pemberitahuan"), typed(case, exclusion)).status_code == 302
    bound(case)
    page = ppid.get(reverse("desk_case", args=[case.pk])).content.decode()
    assert "Usulkan keputusan kepada atasan" in page
    assert "Setelah atasan PPID menyetujui keputusan dan pertimbangan tertulisnya." in page
    assert ppid.post(step(case, "usulkan-penolakan"), {"seen": case.events.count()}).status_code == 302
    assert ppid.get(step(case, "setujui-penolakan")).status_code in {302, 403}
    superior = desk(Role.SUPERIOR)
    assert case.number in superior.get(reverse("desk_list"), {"keadaan": "superior"}).content.decode()
    page = superior.get(step(case, "setujui-penolakan")).content.decode()
    paper = reverse("desk_exclusion_file", args=[exclusion.decree_id])
    assert paper in page
    assert superior.get(paper).status_code == 200
    upload = SimpleUploadedFile("setuju.pdf", b"%PDF-1.7 setuju")
    answer = superior.post(step(case, "setujui-penolakan"), {"seen": case.events.count(), "upload": upload})
    assert answer.status_code == 302
    assert Approval.objects.get().outcome == "disetujui"
    assert case.number not in superior.get(reverse("desk_list"), {"keadaan": "superior"}).content.decode()


def test_the_superior_sends_back_with_a_reason(desk):
    case, exclusion = factories.file_case(), factories.make_exclusion()
    ppid = desk(Role.PPID)
    ppid.post(step(case, "susun-pemberitahuan"), typed(case, exclusion))
    bound(case)
    ppid.post(step(case, "usulkan-penolakan"), {"seen": case.events.count()})
    superior = desk(Role.SUPERIOR)
    assert superior.post(step(case, "kembalikan-penolakan"), {"seen": case.events.count()}).status_code == 400
    sent = superior.post(step(case, "kembalikan-penolakan"), {"seen": case.events.count(), "reason": "Kurang jelas."})
    assert sent.status_code == 302
    assert Approval.objects.get().outcome == "dikembalikan"


def test_a_passage_without_its_letter_or_on_nothing_is_told_and_nothing_is_lost(desk):
    case, exclusion = factories.file_case(), factories.make_exclusion()
    ppid = desk(Role.PPID)
    page = ppid.post(step(case, "susun-pemberitahuan"), typed(case, exclusion, ground_1="", matter_1="Nomor X7"))
    assert page.status_code == 400
    assert "Nomor X7" in page.content.decode()
    assert ppid.post(step(case, "susun-pemberitahuan"), typed(case, exclusion, exclusion_1="999")).status_code == 400
    assert not case.letters.filter(kind="notice").exists()


def test_an_assistant_does_not_open_the_papers_of_an_exclusion(desk):
    exclusion = factories.make_exclusion()
    paper = reverse("desk_exclusion_file", args=[exclusion.decree_id])
    assert desk(Role.ASSISTANT).get(paper).status_code in {302, 403}
