"""A person at a browser, asking step by step."""

import re

from django.core import mail
from django.test import Client

ANSWERS = {
    "tanya": {"details": "Rincian anggaran jalan desa 2026.", "purpose": "Bahan musyawarah desa."},
    "cara": {"access_way": "copy", "copy_form": "soft", "delivery_way": "email"},
    "pemohon": {"kind": "person"},
    "identitas": {"name": "Budi Contoh", "identity": "3201019876543210", "occupation": "Guru"},
    "kontak": {"email": "budi@contoh.id", "phone": "081299998888", "address": "Jalan Contoh 1"},
}


def address(step):
    return "/permohonan/baru/" if step == "tanya" else f"/permohonan/baru/{step}/"


def answer(client: Client, step: str, data: dict | None = None, **more):
    return client.post(address(step), {**ANSWERS[step], **(data or {})}, **more)


def write(client: Client, **changed: dict) -> None:
    """Fill in every screen up to the review."""
    for step in ANSWERS:
        response = answer(client, step, changed.get(step))
        assert response.status_code == 302, response.content.decode()[:2000]


def send(client: Client, **changed: dict):
    """Ask and send; the receipt page."""
    write(client, **changed)
    response = client.post("/permohonan/baru/kirim/", {"draft": client.session["draft"]})
    assert response.status_code == 302
    assert response.url == "/permohonan/tanda-terima/"
    return client.get(response.url)


def tracking_code(receipt) -> str:
    return re.search(r'<dd class="code">([A-Z0-9-]+)</dd>', receipt.content.decode()).group(1)


def follow(client: Client, code: str):
    response = client.post("/lacak/", {"code": code})
    assert response.status_code == 302, response.content.decode()[:500]
    return client.get(response.url)


def mailed_code() -> str:
    """The code of the newest mail that carries one. The queue promises no order: other mails may leave after it."""
    found = (re.search(r"^\s+(\d{6})$", str(message.body), re.M) for message in reversed(mail.outbox))
    return next(code.group(1) for code in found if code)
