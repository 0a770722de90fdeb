"""The body's settings: a number format that cannot number is refused where it is typed."""

import pytest
from django.core.exceptions import ValidationError

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["tanpa urutan", "{seq", "{rahasia}/{seq}", "{seq.__class__}"])
def test_a_format_that_cannot_number_names_the_field(text):
    institution = factories.make_institution()
    institution.request_number_format = text
    with pytest.raises(ValidationError) as refused:
        institution.full_clean()
    assert set(refused.value.message_dict) == {"request_number_format"}


def test_the_seeded_formats_number():
    factories.make_institution().full_clean()
