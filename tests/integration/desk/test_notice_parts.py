"""The notice in parts at the desk: rows added without a script, nothing typed lost, each part judged by itself."""

import pytest

from ppid.desk.forms.base import number_field, rupiah_field
from ppid.law.decisions import NoticeContent
from ppid.law.giving import MOST_PARTS
from ppid.models import Role
from tests import factories
from tests.integration.desk.test_moves import MOVE, NOTICE, seen

PRINTED = {
    "material_2": "Gambar rencana jembatan.",
    "forms_2": ["hard"],
    "access_way_2": "copy",
    "delivery_way_2": "post",
    "sheets_2": "12",
    "fee_per_sheet_2": "3500",
    "delivery_fee_2": "21000",
    "days_2": "5",
}


def url(case):
    return MOVE.format(case.pk, "susun-pemberitahuan")


def test_a_row_is_added_by_a_submit_that_keeps_what_was_typed_and_judges_nothing(sign_in):
    factories.make_institution(copy_fee=250)
    case, client = factories.file_case(), sign_in()
    typed = {**NOTICE, "consideration": "", "days_1": "tiga", "tambah_bagian": "1", "seen": seen(case)}
    response = client.post(url(case), typed)
    assert response.status_code == 200
    form = response.context["screen"].form
    assert form["material_1"].value() == NOTICE["material_1"]
    assert form["forms_1"].value() == ["soft"]
    assert (form["days_1"].value(), form["rows"].value()) == ("tiga", 2)
    assert (form["delivery_way_2"].value(), form["fee_per_sheet_2"].value()) == ("email", 250)
    assert not form.errors
    text = response.content.decode()
    assert "desk-wrong" not in text
    assert text.count("Informasi dapat diberikan: bagian") == 2
    assert not case.letters.filter(kind="notice").exists()


def test_two_parts_are_drafted_and_open_again_as_they_were(sign_in):
    case, client = factories.file_case(), sign_in(Role.PPID)
    typed = {**NOTICE, **PRINTED, "rows": "2", "payment": "Tunai di loket.", "seen": seen(case)}
    response = client.post(url(case), typed)
    assert response.status_code == 302, response.context["screen"].form.errors
    content = NoticeContent.from_json(case.letters.get(kind="notice").content)
    assert [(part.material, part.days, part.fee) for part in content.parts] == [
        ("Laporan realisasi anggaran tahun 2025.", 0, 0),
        ("Gambar rencana jembatan.", 5, 63_000),
    ]
    form = client.get(url(case)).context["screen"].form
    assert (form["rows"].value(), form["material_2"].value(), form["sheets_2"].value()) == (
        2, "Gambar rencana jembatan.", 12,
    )  # fmt: skip
    assert form["forms_2"].value() == ["hard"]


def test_an_empty_row_is_no_part_and_the_next_ones_keep_their_fields(sign_in):
    """The law counts the parts that are there; the form puts its sentence at the row that was typed."""
    case, client = factories.file_case(), sign_in()
    third = {name.replace("_2", "_3"): value for name, value in PRINTED.items()}
    typed = {**NOTICE, **third, "rows": "3", "payment": "Tunai.", "seen": seen(case)}
    response = client.post(url(case), {**typed, "forms_3": []})
    assert response.status_code == 400
    errors = response.context["screen"].form.errors
    assert list(errors) == ["forms_3"]
    assert "Bagian 2: bentuk informasi belum dipilih" in errors["forms_3"][0]
    assert client.post(url(case), typed).status_code == 302
    assert len(case.letters.get(kind="notice").content["parts"]) == 2


@pytest.mark.parametrize("rows", ["", "abc", "-3", "9999"])
def test_a_tampered_number_of_rows_breaks_nothing(sign_in, rows):
    case = factories.file_case()
    response = sign_in().post(url(case), {**NOTICE, "rows": rows, "tambah_bagian": "1", "seen": seen(case)})
    assert response.status_code == 200
    assert response.context["screen"].form["rows"].value() <= MOST_PARTS


def test_the_preview_shows_every_part(sign_in):
    case = factories.file_case()
    typed = {**NOTICE, **PRINTED, "rows": "2", "payment": "Tunai.", "seen": 1}
    document = sign_in().post(f"/admin/permohonan/{case.pk}/pratinjau/", typed)
    assert document.status_code == 200
    assert document.content.startswith(b"%PDF-")
    waiting = sign_in().post(f"/admin/permohonan/{case.pk}/pratinjau/", {**typed, "days_2": "0"})
    assert "Bagian 2: bagian berbiaya diserahkan setelah dibayar" in waiting.content.decode()


@pytest.mark.parametrize(("typed", "meant"), [("21.000", 21_000), ("Rp 21.000", 21_000), ("21000", 21_000)])
def test_an_amount_with_its_point_is_thousands_and_not_twenty_one(typed, meant):
    """A part priced a thousandth of what was written would bind the office to it."""
    assert rupiah_field("Biaya").clean(typed) == meant
    assert number_field("Lembar").clean("1.250") == 1_250
    assert number_field("Lembar").clean("") is None


def test_a_comma_in_an_amount_comes_back_with_a_sentence_and_what_was_typed(sign_in):
    case = factories.file_case()
    form = {**NOTICE, "delivery_fee_1": "21,5", "seen": seen(case)}
    response = sign_in().post(url(case), form)
    assert response.status_code == 400
    text = response.content.decode()
    assert "Tulis angka bulat, misalnya 21000 atau 21.000, tanpa koma." in text
    assert 'value="21,5"' in text
