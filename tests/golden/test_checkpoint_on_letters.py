"""A letter prints the newest checkpoint that there was when it came to be, and keeps it."""

import datetime as dt

import pytest

from ppid.actions import checkpoints
from ppid.law.checkpoint import printed
from ppid.letters.frame import frame
from ppid.models import Institution
from tests import factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db


def shown(letter):
    return frame(letter, institution=Institution.load(), about="", konsep=True).checkpoint


def test_the_newest_checkpoint_before_the_letter_is_printed(settings, tmp_path):
    settings.SIGNING_KEY_FILE = tmp_path / "kunci.pem"
    settings.KEYS_DIR = tmp_path
    settings.PUBLIC_ROOT = tmp_path / "public"
    before = factories.draft_letter(factories.file_case())
    row = checkpoints.make(on=TODAY, at=moment(TODAY, 20))
    later = TODAY + dt.timedelta(days=1)
    after = factories.draft_letter(factories.file_case(at=moment(later)), on=later)
    assert shown(before) == ""
    assert shown(after) == f"23 November 2026: {printed(row.root)}"
    checkpoints.make(on=later, at=moment(later, 20))
    assert shown(after) == f"23 November 2026: {printed(row.root)}"
