"""Handing requests to units: one, back, many at once; the desk's own date moves no date of the law."""

import datetime as dt

import pytest
from django.http import Http404

from ppid import access
from ppid.actions import dispositions
from ppid.desk import bulk
from ppid.law.refusals import Invalid, Unlawful
from ppid.models import Deadline, Disposition, InformationRequest, Letter, Role
from ppid.queries.tracking import papers
from tests import factories

LIST = "/admin/permohonan/"
MOVE = "/admin/permohonan/{}/langkah/{}/"
BULK = "/admin/permohonan/disposisi/"
DESK_DATE = dt.date(2026, 12, 2)


def said(officer, hour=15, on=factories.TODAY):
    return {"acting_user": officer, "on": on, "at": factories.moment(on, hour)}


def ledger(case):
    return list(Deadline.objects.filter(case=case).order_by("pk").values())


def numbers(response):
    return {row.number for row in response.context["screen"].rows}


@pytest.fixture
def officer():
    return factories.make_officer(Role.PPID)


def test_the_form_opens_with_three_working_days_before_the_last_day_or_as_configured(sign_in):
    case, client = factories.file_case(), sign_in()
    url = MOVE.format(case.pk, "disposisi")
    assert client.get(url).context["screen"].form.initial["desk_date"] == DESK_DATE
    factories.make_institution(desk_days_before=5)
    assert client.get(url).context["screen"].form.initial["desk_date"] == dt.date(2026, 11, 30)


def test_a_disposition_keeps_instruction_and_desk_date_and_moves_no_date__uu_22_7(sign_in):
    case, unit = factories.file_case(), factories.make_unit(name="Dinas Sosial")
    before = ledger(case)
    typed = {"unit": unit.pk, "desk_date": "2026-12-02", "instruction": "Siapkan datanya.\n🙂 ꦱ", "seen": 1}
    assert sign_in().post(MOVE.format(case.pk, "disposisi"), typed).status_code == 302
    row = Disposition.objects.get(case=case)
    assert (row.unit, row.desk_date, row.instruction) == (unit, DESK_DATE, "Siapkan datanya.\n🙂 ꦱ")
    assert ledger(case) == before
    event = case.events.get(kind="disposed")
    assert event.payload["desk_date"] == "2026-12-02"
    assert "Siapkan" not in str(event.payload)
    page = sign_in(Role.ASSISTANT, unit=unit).get(f"{LIST}{case.pk}/").content.decode()
    assert "Siapkan datanya." in page
    assert "Rabu, 2 Desember 2026" in page


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-12-08", "melewati tenggat undang-undang"), ("2026-11-20", "sudah lewat"), ("besok", "tidak terbaca")],
)
def test_a_desk_date_past_the_last_day_of_the_law_is_refused(sign_in, day, told):
    case, unit = factories.file_case(), factories.make_unit()
    typed = {"unit": unit.pk, "desk_date": day, "instruction": "Kata saya.", "seen": 1}
    page = sign_in().post(MOVE.format(case.pk, "disposisi"), typed)
    assert page.status_code == 400
    assert told in page.context["screen"].form.errors["desk_date"][0]
    assert "Kata saya." in page.content.decode()
    assert not Disposition.objects.exists()


def test_the_last_day_itself_may_be_the_desk_date(officer):
    case = factories.file_case()
    dispositions.dispose(case=case, unit=factories.make_unit(), desk_date=factories.DUE, **said(officer))
    assert Disposition.objects.get().desk_date == factories.DUE


def test_a_late_request_goes_over_at_once_or_not_at_all(sign_in, officer):
    case = factories.file_case(at=factories.moment(dt.date(2026, 10, 5)))
    unit = factories.make_unit()
    page = sign_in().get(MOVE.format(case.pk, "disposisi"))
    assert page.context["screen"].form.initial["desk_date"] is None
    assert "Tenggat undang-undang sudah lewat" in page.content.decode()
    with pytest.raises(Invalid, match="Kosongkan tanggal internal"):
        dispositions.dispose(case=case, unit=unit, desk_date=factories.TODAY, **said(officer))
    dispositions.dispose(case=case, unit=unit, **said(officer))
    assert Disposition.objects.get().desk_date is None


def test_the_slip_is_made_and_the_applicant_never_gets_it(sign_in, officer):
    case, unit = factories.file_case(), factories.make_unit()
    dispositions.dispose(case=case, unit=unit, desk_date=DESK_DATE, instruction="Siapkan.", **said(officer))
    factories.run_queue()
    slip = Letter.objects.get(case=case, kind=Letter.Kind.DISPOSITION)
    assert slip.number == "001/PPID-DISP/XI/2026"
    assert slip.draft.read().startswith(b"%PDF-")
    client = sign_in(Role.ASSISTANT, unit=unit)
    assert client.get(f"{LIST}berkas/{slip.draft_id}/").status_code == 200
    session = {}
    access.prove(session, case, factories.NOON)
    with pytest.raises(Http404):
        access.applicant_file(session, slip.draft_id, factories.NOON)
    assert all(paper.pk != slip.draft_id for paper in papers(case))


def test_to_another_unit_and_back_the_case_leaves_each_list(sign_in, officer):
    first, second = factories.make_unit(), factories.make_unit()
    case = dispositions.dispose(case=factories.file_case(), unit=first, **said(officer))
    one, two = sign_in(Role.ASSISTANT, unit=first), sign_in(Role.ASSISTANT, unit=second)
    assert (numbers(one.get(LIST)), numbers(two.get(LIST))) == ({case.number}, set())
    dispositions.dispose(case=case, unit=second, **said(officer, 16))
    assert (numbers(one.get(LIST)), numbers(two.get(LIST))) == (set(), {case.number})
    assert one.get(f"{LIST}{case.pk}/").status_code == 404
    dispositions.dispose(case=case, unit=None, **said(officer, 17))
    assert numbers(two.get(LIST)) == set()
    assert Disposition.objects.standing().get().unit is None
    assert Letter.objects.filter(kind=Letter.Kind.DISPOSITION).count() == 2, "no slip for the way back"
    case.refresh_from_db()
    assert case.unit is None


def test_the_main_unit_by_its_own_row_is_ppid_utama(officer):
    main = factories.make_unit(kind="utama")
    case = dispositions.dispose(case=factories.file_case(), unit=factories.make_unit(), **said(officer))
    dispositions.dispose(case=case, unit=main, **said(officer, 16))
    case.refresh_from_db()
    assert case.unit is None


def test_a_unit_sends_its_own_case_back_and_no_other(sign_in, officer):
    unit = factories.make_unit()
    case = dispositions.dispose(case=factories.file_case(), unit=unit, desk_date=DESK_DATE, **said(officer))
    client, url = sign_in(Role.ASSISTANT, unit=unit), MOVE.format(case.pk, "kembalikan")
    empty = client.post(url, {"note": "  ", "seen": 2})
    assert empty.status_code == 400
    assert "Catatan belum diisi" in empty.context["screen"].form.errors["note"][0]
    sent = client.post(url, {"note": "Data ada di Dinas Kesehatan.", "seen": 2})
    assert (sent.status_code, sent.url) == (302, LIST)
    assert case.events.order_by("seq").last().payload["returned"]
    page = sign_in().get(f"{LIST}{case.pk}/").content.decode()
    assert "Data ada di Dinas Kesehatan." in page
    with pytest.raises(Unlawful, match="tidak berada di unit Anda"):
        dispositions.send_back(case=case, note="Lagi.", **said(client.user))


def test_the_desk_date_shows_on_the_list_and_the_panel_when_it_is_here(sign_in, officer):
    unit = factories.make_unit()
    case = dispositions.dispose(case=factories.file_case(), unit=unit, desk_date=factories.TODAY, **said(officer))
    later = dispositions.dispose(case=factories.file_case(), unit=unit, desk_date=DESK_DATE, **said(officer))
    client = sign_in(Role.ASSISTANT, unit=unit)
    assert "tanggal internal 23 November 2026" in client.get(LIST).content.decode()
    assert numbers(client.get(LIST, {"keadaan": "desk_date"})) == {case.number}
    factories.draft_letter(case)
    assert numbers(client.get(LIST, {"keadaan": "desk_date"})) == set(), "the unit's work is done"
    assert later.number in numbers(client.get(LIST))


def test_many_go_to_one_unit_each_on_its_own_and_what_failed_is_told(sign_in):
    unit = factories.make_unit(name="Dinas Perhubungan")
    fine, changed, late = (
        factories.file_case(), factories.file_case(), factories.file_case(at=factories.moment(dt.date(2026, 10, 5))),
    )  # fmt: skip
    client = sign_in()
    keys = [case.pk for case in (fine, changed, late)]
    page = client.get(BULK, {"kasus": keys})
    assert [one.case.pk for one in page.context["screen"].chosen] == [late.pk, fine.pk, changed.pk]
    assert page.context["screen"].form.initial["desk_date"] == DESK_DATE
    sign_in().post(MOVE.format(changed.pk, "nyatakan-lengkap"), {"seen": 1})
    typed = {
        "kasus": keys, "unit": unit.pk, "desk_date": "2026-12-02", "instruction": "Untuk semuanya.",
        **{f"seen_{key}": 1 for key in keys},
    }  # fmt: skip
    typed[f"seen_{late.pk}"] = late.events.count()
    answer = client.post(BULK, typed)
    assert answer.status_code == 409
    screen = answer.context["screen"]
    assert [case.pk for case in screen.done] == [fine.pk]
    told = {one.case.pk: " ".join(one.problems) for one in screen.chosen}
    assert "berubah sejak halaman Anda dibuka" in told[changed.pk]
    assert "Kosongkan tanggal internal" in told[late.pk]
    assert "Untuk semuanya." in answer.content.decode()
    again = {
        "kasus": [changed.pk, late.pk], "unit": unit.pk, "instruction": "Untuk semuanya.",
        **{f"seen_{one.case.pk}": one.seen for one in screen.chosen},
    }  # fmt: skip
    assert client.post(BULK, again).status_code == 302
    assert InformationRequest.objects.filter(unit=unit).count() == 3
    assert Letter.objects.filter(kind=Letter.Kind.DISPOSITION).count() == 3
    assert fine.events.filter(kind="disposed").count() == 1


def test_nothing_chosen_or_no_unit_is_said(sign_in):
    case, client = factories.file_case(), sign_in()
    assert client.get(BULK).url == LIST
    assert client.get(BULK, {"kasus": ["x", "99999"]}).url == LIST
    page = client.post(BULK, {"kasus": case.pk, f"seen_{case.pk}": 1, "instruction": "Tetap ada."})
    assert page.status_code == 400
    assert "Unit belum dipilih" in page.content.decode()
    assert "Tetap ada." in page.content.decode()
    assert not Disposition.objects.exists()


def test_an_assistant_and_the_superior_hand_over_nothing(sign_in):
    case, unit = factories.file_case(), factories.make_unit()
    for role in (Role.ASSISTANT, Role.SUPERIOR):
        client = sign_in(role)
        assert client.get(BULK, {"kasus": case.pk}).url == "/admin/"
        assert client.post(BULK, {"kasus": case.pk, "unit": unit.pk}).url == "/admin/"
        assert "kasus" not in client.get(LIST).content.decode().split("<table")[-1]
    assert not Disposition.objects.exists()


def test_only_what_this_officer_may_see_is_chosen_and_fifty_at_most(sign_in, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_CASES", 2)
    keys = [factories.file_case().pk for _time in range(3)]
    page = sign_in().get(BULK, {"kasus": keys})
    assert len(page.context["screen"].chosen) == 2
    assert "1 permohonan lain belum ikut" in page.content.decode()
