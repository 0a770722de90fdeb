"""An extension as it is shown: the day before, the day after, the grounds and the written reason."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ppid.law.extension import EXTENDS, GROUNDS, TERM, ExtensionContent
from ppid.models import Deadline, Letter


@dataclass(frozen=True, slots=True)
class ShownExtension:
    """`old` is the last day before it, `new` the one that governs now (None while no decree covers its year)."""

    old: dt.date
    new: dt.date | None
    days: int
    sent_on: dt.date
    grounds: tuple[str, ...]
    reason: str


def shown_extension(case_id: int, standing: Iterable[Deadline]) -> ShownExtension | None:
    """From the standing deadlines of a case; None where it was not extended. One statement where it was."""
    found = {row.term: row for row in standing}
    row, base = found.get(TERM), found.get(EXTENDS)
    if row is None:
        return None
    sent = Letter.objects.filter(case_id=case_id, kind=Letter.Kind.EXTENSION, sent_on__isnull=False)
    letter = sent.order_by("sent_at").first()
    if letter is None or letter.sent_on is None:
        return None
    content = ExtensionContent.from_json(letter.content)
    return ShownExtension(
        old=(base.due if base else None) or content.old_due,
        new=row.due,
        days=row.length,
        sent_on=letter.sent_on,
        grounds=tuple(_(GROUNDS[ground]) for ground in content.grounds),
        reason=content.reason,
    )
