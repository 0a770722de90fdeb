"""The desk's list and the case page: what they show, to whom, and with how many statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ppid.actions import requests
from ppid.models import Role
from tests import factories

LIST = "/admin/permohonan/"
LATER = {"on": factories.TODAY, "at": factories.moment(factories.TODAY, 15)}
EMPTY = "/admin/account/"
# Above an empty page of the Wagtail admin, whose own statements are measured beside.
MOST_LIST = 6
MOST_CASE = 14


def numbers(response):
    return [row.number for row in response.context["screen"].rows]


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_the_nearest_last_day_stands_first(sign_in):
    newer = factories.file_case()
    older = factories.file_case(at=factories.moment(factories.TODAY.replace(day=16)))
    late = factories.file_case(at=factories.moment(factories.TODAY.replace(month=10, day=5)))
    response = sign_in().get(LIST)
    assert numbers(response) == [late.number, older.number, newer.number]
    text = response.content.decode()
    assert "Terlambat" in text
    assert "10 hari kerja lagi" in text
    assert "Senin, 7 Desember 2026" in text


def test_filters_stay_in_the_address_and_narrow_the_list(sign_in):
    unit = factories.make_unit(name="Dinas Kesehatan")
    plain = factories.file_case()
    late = factories.file_case(at=factories.moment(factories.TODAY.replace(month=10, day=5)))
    answered = factories.answer_case()
    officer = factories.make_officer(Role.PPID)
    requests.dispose(
        case=plain, unit=unit, acting_user=officer, on=factories.TODAY, at=factories.moment(factories.TODAY, 15)
    )
    client = sign_in()
    assert numbers(client.get(LIST, {"keadaan": "late"})) == [late.number]
    assert numbers(client.get(LIST, {"unit": unit.pk})) == [plain.number]
    assert numbers(client.get(LIST, {"unit": "utama"})) == [late.number]
    assert numbers(client.get(LIST, {"keadaan": "answered"})) == [answered.number]
    assert numbers(client.get(LIST, {"q": answered.number, "keadaan": "semua"})) == [answered.number]
    assert numbers(client.get(LIST, {"saluran": "email"})) == []
    assert "Tidak ada permohonan yang cocok" in client.get(LIST, {"saluran": "email"}).content.decode()
    assert numbers(client.get(LIST, {"keadaan": "ngawur", "unit": "x", "p": "zzz"})) == [late.number, plain.number]


def test_a_receipt_is_no_draft_and_a_letter_is_listed_by_what_it_waits_for(sign_in):
    factories.file_case()
    drafted = factories.file_case()
    letter = factories.draft_letter(drafted)
    client = sign_in()
    assert numbers(client.get(LIST, {"keadaan": "signature"})) == [drafted.number]
    assert numbers(client.get(LIST, {"keadaan": "sending"})) == []
    officer = factories.make_officer(Role.PPID)
    requests.attach_signed(
        compared=True,
        letter=letter,
        upload=factories.signed_upload(),
        signed_on=factories.TODAY,
        signer=officer.appointments.get(),
        acting_user=officer,
        on=factories.TODAY,
        at=factories.moment(factories.TODAY, 15),
    )
    assert numbers(client.get(LIST, {"keadaan": "signature"})) == []
    assert numbers(client.get(LIST, {"keadaan": "sending"})) == [drafted.number]


def test_the_pager_keeps_the_filters(sign_in):
    for _time in range(27):
        factories.file_case()
    response = sign_in().get(LIST, {"saluran": "web"})
    assert len(response.context["screen"].rows) == 25
    assert "?p=2&amp;saluran=web" in response.content.decode()


def test_the_number_of_statements_does_not_follow_the_rows(sign_in):
    client = sign_in()
    factories.file_case()
    empty = statements(client, EMPTY)
    few = statements(client, LIST)
    for _time in range(12):
        factories.draft_letter(factories.file_case())
    assert statements(client, LIST) == few
    assert few - empty <= MOST_LIST


def test_a_case_page_asks_the_same_whatever_the_story(sign_in):
    client = sign_in()
    case, told = factories.file_case(details="Satu."), factories.file_case(details="Dua.")
    officer = factories.make_officer(Role.PPID)
    first = statements(client, f"{LIST}{case.pk}/")
    units = [factories.make_unit() for _time in range(4)]
    for unit in units:
        told = requests.dispose(
            case=told, unit=unit, acting_user=officer, on=factories.TODAY, at=factories.moment(factories.TODAY, 15)
        )
    factories.draft_letter(told)
    # The units named in the story are one statement more, however many.
    assert statements(client, f"{LIST}{told.pk}/") <= first + 1
    assert first - statements(client, EMPTY) <= MOST_CASE


def test_the_case_page_offers_the_lawful_moves_and_says_why_others_wait(sign_in):
    case = factories.file_case()
    page = sign_in().get(f"{LIST}{case.pk}/")
    moves = {move.label: move for move in page.context["screen"].moves}
    assert moves["Susun pemberitahuan tertulis"].primary
    assert not moves["Catat penyampaian surat"].href
    assert "Setelah surat bertanda tangan diunggah." in page.content.decode()
    answered = factories.answer_case()
    left = {move.label for move in sign_in().get(f"{LIST}{answered.pk}/").context["screen"].moves}
    assert left == {"Catat pemohon meninggal atau bubar"}, "nothing that answers it again"


def test_the_case_page_shows_four_digits_of_the_identity_at_most(sign_in):
    text = sign_in().get(f"{LIST}{factories.file_case().pk}/").content.decode()
    assert "3201019876543210" not in text
    assert "************3210" in text


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.FRONT_DESK, 200),
        (Role.PPID, 200),
        (Role.SUPERIOR, 200),
        (Role.ASSISTANT, 404),
        # Inside its rooms Wagtail turns a refusal into the way back to its home page, with the reason.
        (Role.EDITOR, 302),
        (Role.ADMINISTRATOR, 302),
        (Role.REVIEWER, 403),
    ],
)
def test_each_role_reaches_what_it_may(sign_in, role, status):
    case = factories.answer_case()
    letter = case.letters.get(kind="notice")
    client = sign_in(role)
    for url in (
        f"{LIST}{case.pk}/",
        f"{LIST}surat/{letter.pk}/",
        f"{LIST}berkas/{letter.signed_id}/",
    ):
        assert client.get(url).status_code == status, url
    assert client.get(LIST).status_code == (200 if role == Role.ASSISTANT else status)


def test_an_assistant_reaches_the_own_units_cases_only(sign_in):
    own, foreign = factories.make_unit(), factories.make_unit()
    officer = factories.make_officer(Role.PPID)
    mine, theirs = factories.file_case(), factories.file_case()
    for case, unit in ((mine, own), (theirs, foreign)):
        requests.dispose(
            case=case, unit=unit, acting_user=officer, on=factories.TODAY, at=factories.moment(factories.TODAY, 15)
        )
    client = sign_in(Role.ASSISTANT, unit=own)
    assert numbers(client.get(LIST)) == [mine.number]
    assert client.get(f"{LIST}{mine.pk}/").status_code == 200
    assert client.get(f"{LIST}{theirs.pk}/").status_code == 404
    assert client.get(f"{LIST}{theirs.pk}/langkah/susun-pemberitahuan/").status_code == 404
    assert client.post(f"{LIST}{theirs.pk}/pratinjau/").status_code == 404
    refused = client.get(f"{LIST}{mine.pk}/langkah/unggah-surat/")
    assert (refused.status_code, refused.url) == (302, "/admin/")


def test_the_home_panel_counts_today(sign_in):
    factories.file_case()
    factories.file_case(at=factories.moment(factories.TODAY.replace(month=10, day=5)))
    text = sign_in().get("/admin/").content.decode()
    assert "Hari ini" in text
    assert "keadaan=late" in text
    assert "Hari ini" not in sign_in(Role.EDITOR).get("/admin/").content.decode()
