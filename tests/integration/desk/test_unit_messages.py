"""Questions between units: asked without moving the case, answered with files, read by the units concerned alone."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from ppid import access
from ppid.actions import dispositions, requests, unit_messages
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import Deadline, ReadLog, Role, UnitMessage
from ppid.queries.tracking import followed, papers
from tests import factories

DESK = "/admin/permohonan/"
MESSAGES = f"{DESK}pertanyaan/"
ASK = DESK + "{}/langkah/tanya-unit/"
TEXT = "Apakah data 2025 sudah ada? ꦱꦶꦠꦶ 🙂"


def said(officer, hour=15, on=factories.TODAY):
    return {"acting_user": officer, "on": on, "at": factories.moment(on, hour)}


def pdf(name="data.pdf", body=b"%PDF-1.7 data"):
    return SimpleUploadedFile(name, body, "application/pdf")


def rows(client, shown="menunggu"):
    return [row.pk for row, _thread in client.get(MESSAGES, {"tampil": shown}).context["screen"].rows]


@pytest.fixture
def world(sign_in):
    """A request at PPID utama, one unit that is asked and one that is not, with their people."""

    class World:
        asked, other = factories.make_unit(name="Dinas Kesehatan"), factories.make_unit(name="Dinas Pasar")
        case = factories.file_case()
        front = sign_in(Role.FRONT_DESK)
        unit = sign_in(Role.ASSISTANT, unit=asked)
        stranger = sign_in(Role.ASSISTANT, unit=other)
        superior = sign_in(Role.SUPERIOR)

        def ask(self, **fields):
            wanted = {"case": self.case, "unit": self.asked, "text": TEXT, **said(self.front.user), **fields}
            return unit_messages.ask(**wanted)

    return World()


def test_the_asked_unit_answers_with_a_file_and_never_sees_who_asks(world):
    typed = {
        "unit": world.asked.pk, "text": TEXT, "wants_answer": "on", "due": "2026-11-25", "seen": 1,
        "papers": [pdf("satu.pdf"), pdf("dua.pdf", b"%PDF-1.7 dua")],
    }  # fmt: skip
    assert world.front.post(ASK.format(world.case.pk), typed).status_code == 302
    question = UnitMessage.objects.get()
    assert [use.file.name for use in question.files.order_by("pk")] == ["satu.pdf", "dua.pdf"]
    assert rows(world.unit) == [question.pk]
    page = world.unit.get(f"{MESSAGES}{question.pk}/").content.decode()
    assert TEXT in page
    assert "Salinan laporan realisasi anggaran tahun 2025." in page
    for private in ("Budi Contoh", "budi@contoh.id", "Jalan Contoh", "3210"):
        assert private not in page
    assert world.unit.get(f"{DESK}{world.case.pk}/").status_code == 404, "it is not this unit's case"
    answer = world.unit.post(f"{MESSAGES}{question.pk}/", {"text": "Sudah, terlampir.", "papers": [pdf("jawab.pdf")]})
    assert (answer.status_code, answer.url) == (302, f"{MESSAGES}{question.pk}/")
    assert rows(world.unit) == []
    case_page = world.front.get(f"{DESK}{world.case.pk}/").content.decode()
    for told in (TEXT, "Sudah, terlampir.", "jawab.pdf", "Dinas Kesehatan menjawab pertanyaan PPID utama."):
        assert told in case_page
    file = question.answer.files.get().file
    assert world.front.get(f"{MESSAGES}berkas/{file.pk}/")["Content-Disposition"].startswith("attachment")
    assert ReadLog.objects.get(file=file).reason == "pesan antarunit"


def test_no_date_of_the_law_moves_and_the_case_stays_where_it_is(world):
    before = list(Deadline.objects.order_by("pk").values())
    world.ask(due=dt.date(2026, 11, 25))
    assert list(Deadline.objects.order_by("pk").values()) == before
    world.case.refresh_from_db()
    assert world.case.unit is None


def test_nobody_else_reads_it(world):
    question = world.ask(files=[pdf()])
    file = question.files.get().file_id
    assert rows(world.stranger, "semua") == []
    assert world.stranger.get(f"{MESSAGES}{question.pk}/").status_code == 404
    assert world.stranger.post(f"{MESSAGES}{question.pk}/", {"text": "Saya saja."}).status_code == 404
    assert world.stranger.post(f"{MESSAGES}{question.pk}/tarik/").status_code == 404
    assert world.stranger.get(f"{MESSAGES}berkas/{file}/").status_code == 404
    assert world.superior.get(f"{MESSAGES}{question.pk}/").status_code == 200
    assert world.superior.get(f"{MESSAGES}{question.pk}/").context["screen"].form is None
    assert rows(world.superior) == [], "the superior answers for nobody"


def test_a_unit_with_the_case_does_not_read_what_another_was_asked(world):
    world.ask()
    dispositions.dispose(case=world.case, unit=world.other, **said(world.front.user, 16))
    page = world.stranger.get(f"{DESK}{world.case.pk}/").content.decode()
    assert TEXT not in page
    assert "Dinas Kesehatan" not in page
    assert TEXT in world.front.get(f"{DESK}{world.case.pk}/").content.decode()


def test_the_applicant_sees_nothing_of_it(world):
    question = world.ask(files=[pdf()])
    unit_messages.answer(question=question, text="Ada.", files=[pdf("b.pdf", b"%PDF-1.7 b")], **said(world.unit.user))
    story = str(followed(world.case, on=factories.TODAY))
    assert "Dinas Kesehatan" not in story
    assert papers(world.case) == ()
    session = {}
    access.prove(session, world.case, factories.NOON)
    for use in (question.files.get(), question.answer.files.get()):
        with pytest.raises(Http404):
            access.applicant_file(session, use.file_id, factories.NOON)
    log = str([event.payload for event in world.case.events.all()])
    assert TEXT not in log
    assert "Ada." not in log


def test_the_unit_asks_ppid_utama_about_its_own_case(world):
    dispositions.dispose(case=world.case, unit=world.asked, **said(world.front.user))
    page = world.unit.get(ASK.format(world.case.pk))
    assert "unit" not in page.context["screen"].form.fields
    typed = {"text": TEXT, "wants_answer": "on", "seen": 2, "unit": world.other.pk}
    assert world.unit.post(ASK.format(world.case.pk), typed).status_code == 302
    question = UnitMessage.objects.get()
    assert (question.sender, question.recipient) == (world.asked, None)
    assert rows(world.front) == [question.pk]
    assert world.front.post(f"{MESSAGES}{question.pk}/", {"text": "Pakai data lama."}).status_code == 302
    assert "Pakai data lama." in world.unit.get(f"{DESK}{world.case.pk}/").content.decode()


def test_a_unit_keeps_its_answers_when_the_case_moves_on(world):
    dispositions.dispose(case=world.case, unit=world.asked, **said(world.front.user))
    question = world.ask(**said(world.front.user, 16))
    unit_messages.answer(question=question, text="Jawaban kami.", **said(world.unit.user, 17))
    dispositions.dispose(case=world.case, unit=world.other, **said(world.front.user, 18))
    assert world.unit.get(f"{DESK}{world.case.pk}/").status_code == 404
    assert rows(world.unit, "semua") == [question.pk]
    page = world.unit.get(f"{MESSAGES}{question.pk}/").content.decode()
    assert "Jawaban kami." in page
    assert f"{DESK}{world.case.pk}/" not in page
    assert world.case.events.filter(kind="unit_answered").count() == 1


def test_of_two_who_answer_the_second_is_told_and_loses_nothing(world, sign_in):
    question = world.ask()
    colleague = sign_in(Role.ASSISTANT, unit=world.asked)
    assert world.unit.post(f"{MESSAGES}{question.pk}/", {"text": "Pertama."}).status_code == 302
    late = colleague.post(f"{MESSAGES}{question.pk}/", {"text": "Kedua, panjang sekali."})
    assert late.status_code == 409
    assert "sudah dijawab" in late.content.decode()
    assert "Kedua, panjang sekali." in late.content.decode()
    assert UnitMessage.objects.filter(question=question).count() == 1


def test_a_question_taken_back_waits_for_nobody(world):
    question = world.ask()
    assert world.unit.post(f"{MESSAGES}{question.pk}/tarik/").status_code == 302
    question.refresh_from_db()
    assert question.taken_back_on is None, "only who asked takes it back"
    world.front.post(f"{MESSAGES}{question.pk}/tarik/")
    assert rows(world.unit) == []
    with pytest.raises(Unlawful, match="sudah ditarik"):
        unit_messages.answer(question=question, text="Ya.", **said(world.unit.user))


def test_a_message_asks_for_nothing(world):
    message = world.ask(wants_answer=False, due=dt.date(2026, 11, 25))
    assert message.due is None
    assert rows(world.unit) == []
    assert rows(world.unit, "semua") == [message.pk]
    with pytest.raises(Unlawful, match="tidak meminta jawaban"):
        unit_messages.answer(question=message, text="Ya.", **said(world.unit.user))


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"text": ""}, "text", "Pesan belum diisi"),
        ({"unit": ""}, "unit", "Unit belum dipilih"),
        ({"due": "2026-12-09", "wants_answer": "on"}, "due", "melewati tenggat"),
        ({"due": "2026-11-02", "wants_answer": "on"}, "due", "sudah lewat"),
        ({"due": "lusa"}, "due", "tidak terbaca"),
        ({"papers": [pdf("program.pdf", b"MZ program")]}, "papers", "Jenis berkas"),
        ({"text": "x" * 4001}, "text", "terlalu panjang"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(world, typed, field, told):
    full = {"unit": world.asked.pk, "text": TEXT, "seen": 1, **typed}
    page = world.front.post(ASK.format(world.case.pk), full)
    assert page.status_code == 400
    assert told in page.context["screen"].form.errors[field][0]
    assert not UnitMessage.objects.exists()


def test_too_many_files_are_refused(world):
    with pytest.raises(Invalid, match="paling banyak 10"):
        world.ask(files=[pdf(f"{number}.pdf") for number in range(11)])


def test_after_the_answer_units_may_still_be_asked_after_a_withdrawal_not(world):
    factories.answer_case(world.case)
    question = world.ask(due=dt.date(2027, 1, 4), **said(world.front.user, 16))
    assert rows(world.unit) == [question.pk]
    gone = factories.file_case()
    paper = factories.signed_upload("pencabutan")
    requests.withdraw(case=gone, paper=paper, **said(factories.make_officer(Role.PPID)))
    with pytest.raises(Unlawful):
        world.ask(case=gone)


def test_the_panel_counts_what_waits_for_me(world):
    world.ask()
    groups = {}
    for client in (world.unit, world.stranger):
        text = client.get("/admin/").content.decode()
        assert "Menunggu jawaban saya" in text
        groups[client] = text.split("Menunggu jawaban saya")[0].rsplit("<b>", 1)[1].split("</b>")[0]
    assert (groups[world.unit], groups[world.stranger]) == ("1", "0")


def test_the_stories_of_the_units_name_who_asked_whom(world):
    world.ask(due=dt.date(2026, 11, 25))
    page = world.front.get(f"{DESK}{world.case.pk}/").content.decode()
    assert "PPID utama bertanya kepada Dinas Kesehatan, dijawab paling lambat Rabu, 25 November 2026." in page
