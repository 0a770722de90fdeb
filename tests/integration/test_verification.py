"""/verifikasi/: anyone checks a letter by its code, and learns neither a name nor the content."""

import pytest
from django.urls import reverse

from ppid.models import Letter
from tests import factories

pytestmark = pytest.mark.django_db


def shown(client, code):
    return client.get(reverse("verify_letter", args=[code]))


def test_a_signed_letter_tells_kind_number_date_post_and_hash(client, django_assert_max_num_queries):
    letter = factories.answer_case().letters.get(kind=Letter.Kind.NOTICE)
    with django_assert_max_num_queries(4):
        response = shown(client, letter.verify_code)
    text = response.content.decode()
    for said in ("Pemberitahuan tertulis", letter.number, "Senin, 23 November 2026", letter.signer_position):
        assert said in text
    assert letter.signed.sha256 in text
    for hidden in (letter.signer_name, "Budi Contoh", "Laporan realisasi anggaran"):
        assert hidden not in text


def test_a_draft_is_called_a_draft(client):
    letter = factories.draft_letter(factories.file_case())
    assert "Surat ini masih konsep" in shown(client, letter.verify_code).content.decode()


def test_a_receipt_counts_without_a_signature(client):
    letter = factories.file_case().letters.get(kind=Letter.Kind.RECEIPT)
    text = shown(client, letter.verify_code).content.decode()
    assert "Surat ini diterbitkan oleh kami" in text
    assert "Budi Contoh" not in text


def test_an_unknown_code_is_404_with_the_form(client):
    response = shown(client, "ABCD-EFGH-JKLM")
    assert response.status_code == 404
    assert "Kode tidak dikenal" in response.content.decode()
    assert 'name="kode"' in response.content.decode()


def test_a_code_typed_in_any_way_leads_to_its_letter(client):
    letter = factories.file_case().letters.get(kind=Letter.Kind.RECEIPT)
    code = letter.verify_code
    typed = f" {code[:4].lower()} {code[4:8]}-{code[8:]} "
    response = client.get(reverse("verify_letter_form"), {"kode": typed}, follow=True)
    assert response.status_code == 200
    assert letter.number in response.content.decode()


@pytest.mark.parametrize(("typed", "said"), [("", "Kode belum diisi"), ("ABC", "terdiri atas 12 huruf")])
def test_a_slip_comes_back_with_its_remedy(client, typed, said):
    response = client.get(reverse("verify_letter_form"), {"kode": typed})
    assert response.status_code == 400
    assert said in response.content.decode()
