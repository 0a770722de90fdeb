"""Nothing of a person in addresses, logs, sessions, mail subjects or unsealed drafts (law.md §6)."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection

from ppid.models import CaseEvent, InformationRequest, RequestDraft
from tests.factories import run_queue
from tests.integration.citizen.asking import follow, send, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("body", "noon")]

PLANTED = {
    "tanya": {"details": "ISIRAHASIA7 tentang saya", "purpose": "TUJUANRAHASIA7"},
    "identitas": {"name": "Rahasiawati Contohwati", "identity": "3201019876543210", "occupation": "KERJARAHASIA7"},
    "kontak": {"email": "rahasiawati@contoh.example", "phone": "081299998888", "address": "Jalan Rahasia 77"},
}
SECRETS = [value for answers in PLANTED.values() for value in answers.values()] + ["Rahasiawati", "ISIRAHASIA7"]


def test_planted_secrets_are_in_no_address_log_session_or_subject(client, caplog):
    addresses = []
    original = client.get

    def get(path, *arguments, **named):
        addresses.append(path)
        return original(path, *arguments, **named)

    client.get = get
    with caplog.at_level(logging.DEBUG, logger="ppid"), caplog.at_level(logging.DEBUG, logger="django.request"):
        send(client, **PLANTED)
        case = InformationRequest.objects.get()
        addresses.append(follow(client, case.tracking_code).request["PATH_INFO"])
        client.post("/lacak/kode/kirim/")
        client.post("/saya/", {"email": PLANTED["kontak"]["email"]})
        client.post("/lacak/", {"code": "Rahasiawati"})
        run_queue()
    sessions = [str(row.get_decoded()) for row in Session.objects.all()]
    events = [str(event.payload) for event in CaseEvent.objects.all()]
    for secret in SECRETS:
        for where, texts in {
            "addresses": addresses,
            "log": [caplog.text],
            "sessions": sessions,
            "subjects": [message.subject for message in mail.outbox],
            "case log": events,
        }.items():
            assert not any(secret.lower() in text.lower() for text in texts), f"{secret!r} in {where}"
    assert any("Rahasiawati" in message.body for message in mail.outbox), "the secrets did travel where they belong"


def test_a_draft_is_sealed_in_the_database(client):
    write(client, **PLANTED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest, answers_sealed FROM ppid_requestdraft")
        digest, sealed = cursor.fetchone()
    assert RequestDraft.objects.get().answers["name"] == PLANTED["identitas"]["name"]
    for secret in SECRETS:
        assert secret not in sealed
    assert client.session["draft"] not in (digest, sealed), "the private link cannot be made from the table"


def test_the_client_address_is_kept_only_as_a_keyed_digest(client):
    write(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM ppid_throttle")
        rows = [row[0] for row in cursor.fetchall()]
    assert rows
    assert all("127.0.0.1" not in row and len(row) == 64 for row in rows)
