"""The subject for the public register: written by an officer, approved by the PPID, shown only then."""

import pytest

from ppid.actions import subjects
from ppid.law.refusals import Unlawful
from ppid.models import PublicSubject, Role
from tests import factories

MOVE = "/admin/permohonan/{}/langkah/{}/"
WORDS = "Anggaran daerah tahun 2025"


def said(officer):
    return {"acting_user": officer, "on": factories.TODAY, "at": factories.moment(factories.TODAY, 15)}


def test_what_an_officer_wrote_waits_for_the_ppid(sign_in, client):
    case = factories.file_case()
    desk = sign_in(Role.FRONT_DESK)
    page = desk.get(MOVE.format(case.pk, "tulis-ringkasan")).content.decode()
    assert "Salinan laporan realisasi anggaran tahun 2025." in page
    assert "Setujui sekalian" not in page
    assert desk.post(MOVE.format(case.pk, "tulis-ringkasan"), {"text": WORDS, "seen": 1}).status_code == 302
    assert "belum diringkas" in client.get("/permohonan/register/").content.decode()
    refused = desk.post(MOVE.format(case.pk, "setujui-ringkasan"), {"read": "on", "seen": 2})
    assert (refused.status_code, refused.url) == (302, "/admin/")
    ppid = sign_in(Role.PPID)
    page = ppid.get(MOVE.format(case.pk, "setujui-ringkasan")).content.decode()
    assert WORDS in page
    unread = ppid.post(MOVE.format(case.pk, "setujui-ringkasan"), {"seen": 2})
    assert unread.status_code == 400
    assert ppid.post(MOVE.format(case.pk, "setujui-ringkasan"), {"read": "on", "seen": 2}).status_code == 302
    page = client.get("/permohonan/register/").content.decode()
    assert WORDS in page
    assert "belum diringkas" not in page


def test_written_anew_it_is_shown_no_longer(client):
    case, officer = factories.file_case(), factories.make_officer(Role.PPID)
    subjects.write(case=case, text=WORDS, **said(officer))
    subjects.approve(case=case, **said(officer))
    assert WORDS in client.get("/permohonan/register/").content.decode()
    subjects.write(case=case, text="Anggaran daerah", **said(officer))
    page = client.get("/permohonan/register/").content.decode()
    assert "belum diringkas" in page
    assert WORDS not in page
    assert not PublicSubject.objects.get().approved


def test_the_ppid_writes_and_approves_in_one_go(sign_in):
    case = factories.file_case()
    typed = {"text": WORDS, "approve": "on", "seen": 1}
    assert sign_in(Role.PPID).post(MOVE.format(case.pk, "tulis-ringkasan"), typed).status_code == 302
    assert PublicSubject.objects.get(case=case).approved
    assert [event.kind for event in case.events.order_by("seq")][1:] == ["subject_written", "subject_approved"]


def test_a_front_desk_that_slips_the_tick_in_approves_nothing(sign_in):
    case = factories.file_case()
    typed = {"text": WORDS, "approve": "on", "seen": 1}
    assert sign_in(Role.FRONT_DESK).post(MOVE.format(case.pk, "tulis-ringkasan"), typed).status_code == 302
    assert not PublicSubject.objects.get(case=case).approved


def test_a_name_in_it_is_told_at_the_field_and_nothing_is_lost(sign_in):
    case = factories.file_case()
    typed = {"text": "Anggaran yang diminta Budi Contoh", "seen": 1}
    page = sign_in().post(MOVE.format(case.pk, "tulis-ringkasan"), typed)
    assert page.status_code == 400
    assert "nama pemohon" in page.context["screen"].form.errors["text"][0]
    assert "Anggaran yang diminta Budi Contoh" in page.content.decode()
    assert not PublicSubject.objects.exists()


def test_the_log_holds_a_fingerprint_and_not_the_words():
    case, officer = factories.file_case(), factories.make_officer(Role.PPID)
    subjects.write(case=case, text=WORDS, **said(officer))
    assert WORDS not in str(case.events.get(kind="subject_written").payload)
    subjects.write(case=case, text=f"  {WORDS} ", **said(officer))
    assert case.events.filter(kind="subject_written").count() == 1, "the same words change nothing"


def test_nothing_written_or_approved_before_is_refused():
    case, officer = factories.file_case(), factories.make_officer(Role.PPID)
    with pytest.raises(Unlawful, match="belum ditulis"):
        subjects.approve(case=case, **said(officer))
    subjects.write(case=case, text=WORDS, **said(officer))
    subjects.approve(case=case, **said(officer))
    with pytest.raises(Unlawful, match="sudah disetujui"):
        subjects.approve(case=case, **said(officer))
