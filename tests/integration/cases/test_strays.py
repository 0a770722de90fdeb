"""A file without a row is destroyed after a day; one that has a row, or was written just now, stays."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from ppid.actions import requests, strays
from ppid.law.procedure import Unlawful
from ppid.models import Appointment, PrivateFile
from ppid.models.files import private_storage
from tests.factories import TODAY, answer_case, moment, signed_upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    private = settings.STORAGES["private"]
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {**private, "OPTIONS": {**private["OPTIONS"], "location": tmp_path}},
    }


def test_what_has_no_row_goes_after_a_day():
    kept = PrivateFile.store(b"%PDF-1.7 ada", "ada.pdf")
    stray = private_storage().save("ab/tanpa-baris", ContentFile(b"separuh"))
    now = timezone.now()
    assert strays.sweep(at=now) == 0
    assert strays.sweep(at=now + dt.timedelta(days=1, minutes=1)) == 1
    assert not private_storage().exists(stray)
    assert kept.read() == b"%PDF-1.7 ada"


def test_before_the_first_file_there_is_nothing_to_sweep():
    assert strays.sweep(at=timezone.now()) == 0


def test_a_refused_signature_leaves_no_row_of_its_file():
    letter = answer_case().letters.get(kind="notice")
    before = PrivateFile.objects.count()
    with pytest.raises(Unlawful):
        requests.attach_signed(
            letter=letter, upload=signed_upload("terlambat"), signed_on=TODAY,
            signer=Appointment.objects.get(user=letter.drafted_by), acting_user=letter.drafted_by, on=TODAY,
            at=moment(TODAY, 16),
        )  # fmt: skip
    assert PrivateFile.objects.count() == before
