"""PERKI 1/2021 Ps 27(6)-(7): somebody acts for the applicant; the screens stay short and nothing more is needed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid import access
from ppid.models import InformationRequest
from tests.integration.citizen.asking import ANSWERS, address, answer, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]


def page(response):
    return response.content.decode()


AS_PROXY = {"pemohon": {"kind": "person", "represented": "ya"}}


def test_the_screen_of_the_proxy_is_for_proxies_only(client):
    write(client)
    assert client.post(address("identitas"), ANSWERS["identitas"]).url == address("kontak")
    answer(client, "pemohon", AS_PROXY["pemohon"])
    assert client.post(address("identitas"), ANSWERS["identitas"]).url == address("kuasa")
    assert client.post(address("kuasa"), {"proxy_name": "Sari Kuasa"}).url == address("kontak")
    assert "Sari Kuasa" in page(client.get(address("periksa")))
    answer(client, "pemohon", {"kind": "person", "represented": "tidak"})
    assert "Sari Kuasa" not in page(client.get(address("periksa")))


def test_the_proxys_way_is_enough_and_mail_goes_there(client):
    answer(client, "tanya")
    answer(client, "cara", {"special_needs": "Huruf besar, saya sulit melihat."})
    answer(client, "pemohon", {**AS_PROXY["pemohon"], "foreign": "ya"})
    answer(client, "identitas")
    client.post(address("kuasa"), {"proxy_name": "Sari Kuasa", "proxy_email": "sari@kuasa.example"})
    assert client.post(address("kontak"), {}).status_code == 302
    review = page(client.get(address("periksa")))
    assert "Surat kuasa khusus dengan meterai yang cukup" in review
    client.post("/permohonan/baru/kirim/", {"draft": client.session["draft"]})
    who = InformationRequest.objects.get().applicant
    assert (who.proxy_name, who.mail_address, who.foreign) == ("Sari Kuasa", "sari@kuasa.example", True)
    assert who.special_needs == "Huruf besar, saya sulit melihat."
    assert "sulit melihat" not in who.special_needs_sealed
    assert list(access.of_mailbox("SARI@kuasa.example")) == [InformationRequest.objects.get()]


def test_a_paper_says_what_it_is_and_what_lacks_is_told_not_asked(client):
    write(client, **AS_PROXY)
    file = SimpleUploadedFile("kuasa.pdf", b"%PDF-1.7 surat kuasa")
    client.post(address("berkas"), {"draft": client.session["draft"], "file": file, "role": "khusus"})
    review = page(client.get(address("periksa")))
    assert "Surat kuasa khusus bermeterai: kuasa.pdf" in review
    assert "Belum dilampirkan: Fotokopi kartu tanda penduduk" in review
    client.post("/permohonan/baru/kirim/", {"draft": client.session["draft"]})
    assert [use.role for use in InformationRequest.objects.get().files.all()] == ["khusus"]
