"""Objections led further, for tests: drafted, signed and sent by a superior."""

import datetime as dt
from typing import Any

from ppid.actions import letters, rulings
from ppid.law.ruling import Outcome, RulingContent
from ppid.models import Appointment, Letter, Objection, Role
from tests.factories import make_officer, moment, signed_upload, with_draft


def ruling(**fields: Any) -> RulingContent:
    """An answer that upholds."""
    wanted: dict[str, Any] = {
        "outcome": Outcome.UPHELD, "reasons": "Pemberitahuan disampaikan sesuai ketentuan.",
        "rebuttal": "Alasan pemohon sudah dipertimbangkan dan tidak terbukti.",
    }  # fmt: skip
    return RulingContent(**{**wanted, **fields})


def ordering(until: dt.date, **fields: Any) -> RulingContent:
    """An answer that orders all of it to be disclosed by that day."""
    return ruling(outcome=Outcome.WHOLE, order="Salinan laporan realisasi anggaran 2025.", order_until=until, **fields)


def answer_objection(
    case: Objection, content: RulingContent | None = None, *, on: dt.date, superior: Any = None,
    how: str = Letter.SentHow.PORTAL,
) -> Letter:  # fmt: skip
    """The superior's letter drafted, signed and sent on `on`."""
    superior = superior or make_officer(Role.SUPERIOR)
    letter = with_draft(
        rulings.draft_ruling(case=case, content=content or ruling(), acting_user=superior, on=on, at=moment(on, 9))
    )
    letters.attach_signed(
        letter=letter, upload=signed_upload(f"tanggapan {letter.pk}"), signed_on=on, compared=True,
        signer=Appointment.objects.get(user=superior, role=Role.SUPERIOR), acting_user=superior, on=on,
        at=moment(on, 10),
    )  # fmt: skip
    letter = letters.record_sending(letter=letter, sent_on=on, how=how, acting_user=superior, on=on, at=moment(on, 11))
    case.refresh_from_db()
    return letter
