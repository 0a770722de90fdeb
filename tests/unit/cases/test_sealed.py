"""Sealed columns: unreadable without the key, readable under every key that stays in the list."""

import pytest
from cryptography.fernet import Fernet

from ppid.models.sealed import CannotOpen, blind_index, reseal, seal, unseal

NIK = "3201019876543210"


@pytest.fixture
def keys():
    return [Fernet.generate_key().decode() for _key in range(2)]


def test_sealed_text_opens_again_and_does_not_show(settings):
    assert unseal(seal(NIK)) == NIK
    assert NIK not in seal(NIK)
    assert seal(NIK) != seal(NIK)
    assert seal("") == unseal("") == ""


def test_a_new_first_key_seals_and_the_old_one_still_opens(settings, keys):
    settings.FIELD_KEYS = [keys[0]]
    old = seal(NIK)
    settings.FIELD_KEYS = [keys[1], keys[0]]
    assert unseal(old) == NIK
    again = reseal(old)
    settings.FIELD_KEYS = [keys[1]]
    assert unseal(again) == NIK
    with pytest.raises(CannotOpen):
        unseal(old)


def test_a_changed_token_does_not_open(settings):
    token = seal(NIK)
    # Not the last sign: base64 gives two of its bits no meaning.
    with pytest.raises(CannotOpen):
        unseal(token[:-9] + ("A" if token[-9] != "A" else "B") + token[-8:])


def test_a_pass_phrase_is_a_key_too(settings):
    settings.FIELD_KEYS = ["bukan kunci fernet"]
    assert unseal(seal(NIK)) == NIK


def test_the_blind_index_is_keyed_and_keeps_kinds_apart(settings):
    index = blind_index("identity", NIK)
    assert index == blind_index("identity", NIK)
    assert len(index) == 64
    assert index != blind_index("mail", NIK)
    assert blind_index("identity", "") == ""
    settings.INDEX_KEY = "lain"
    assert blind_index("identity", NIK) != index
