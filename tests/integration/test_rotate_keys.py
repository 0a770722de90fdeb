"""`manage.py rotate_keys`: everything sealed opens under the new key alone afterwards."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from ppid.models import Applicant, InformationRequest
from ppid.models.sealed import CannotOpen
from tests import factories

pytestmark = pytest.mark.django_db
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_what_was_sealed_under_the_old_key_opens_under_the_new_one_alone(settings):
    settings.FIELD_KEYS = [OLD]
    case = factories.file_case(identity="3201019876543210")
    code = InformationRequest.objects.get(pk=case.pk).tracking_code
    settings.FIELD_KEYS = [NEW, OLD]
    call_command("rotate_keys", "--json")
    settings.FIELD_KEYS = [NEW]
    assert Applicant.objects.get(pk=case.applicant_id).identity == "3201019876543210"
    assert InformationRequest.objects.get(pk=case.pk).tracking_code == code


def test_without_the_old_key_nothing_is_changed(settings):
    settings.FIELD_KEYS = [OLD]
    case = factories.file_case(identity="3201019876543210")
    before = Applicant.objects.get(pk=case.applicant_id).identity_sealed
    settings.FIELD_KEYS = [NEW]
    with pytest.raises(CommandError, match="kunci lama"):
        call_command("rotate_keys")
    assert Applicant.objects.get(pk=case.applicant_id).identity_sealed == before
    with pytest.raises(CannotOpen):
        _ = Applicant.objects.get(pk=case.applicant_id).identity


def test_new_makes_a_key_in_the_installation_s_own_folder(settings, tmp_path):
    settings.KEYS_DIR = tmp_path
    settings.FIELD_KEYS = [OLD]
    (tmp_path / "field_keys").write_text(OLD + "\n")
    case = factories.file_case(identity="3201019876543210")
    call_command("rotate_keys", "--new")
    kept = (tmp_path / "field_keys").read_text().split()
    assert len(kept) == 2
    assert kept[1] == OLD
    assert (tmp_path / "field_keys").stat().st_mode & 0o777 == 0o600
    settings.FIELD_KEYS = kept[:1]
    assert Applicant.objects.get(pk=case.applicant_id).identity == "3201019876543210"


def test_new_is_refused_where_the_keys_come_from_the_environment(settings, tmp_path):
    settings.KEYS_DIR = tmp_path
    with pytest.raises(CommandError, match="lingkungan"):
        call_command("rotate_keys", "--new")
