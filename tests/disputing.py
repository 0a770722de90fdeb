"""Disputes for tests, made by calling the actions. Days follow those of `tests.factories`."""

import datetime as dt
from typing import Any

from django.core.files.base import ContentFile

from portal.models import User
from ppid.actions import commission_decisions, disputes, review
from ppid.law.disputes import DecisionKind, Ruling
from ppid.models import CommissionDecision, Dispute, Invitation, Objection, Role, SealedDocument
from tests import factories
from tests.factories import TODAY, moment

COMMISSION = "Komisi Informasi Provinsi Contoh"


def paper(text: str = "surat") -> ContentFile:
    return ContentFile(f"%PDF-1.7 {text}".encode(), name="surat.pdf")


def _objection(on: dt.date) -> Objection:
    case = factories.file_case(at=moment(on - dt.timedelta(days=60)))
    return factories.object_to(case, at=moment(on - dt.timedelta(days=40)))


def apply(*, user: User | None = None, on: dt.date = TODAY, **fields: Any) -> Dispute:
    """A dispute about an objection that stands, applied for and heard of on `on`."""
    objection = fields.pop("objection", None) or _objection(on)
    return disputes.record_application(
        objection=objection, applied_on=fields.pop("applied_on", on), heard_on=on, commission_name=COMMISSION,
        acting_user=user or factories.make_officer(Role.PPID), on=on, at=moment(on, 14), **fields,
    )  # fmt: skip


def decide(dispute: Dispute, *, user: User | None = None, on: dt.date = TODAY, **fields: Any) -> CommissionDecision:
    wanted: dict[str, Any] = {
        "kind": DecisionKind.ADJUDICATION, "number": "12/XI/KI-CTH-PS-A/2026", "read_on": on,
        "ruling": Ruling.OPEN_PART, "ordered": "Memberikan rincian anggaran.", "comply_days": 10,
        "file": paper("putusan"),
    }  # fmt: skip
    return commission_decisions.record_decision(
        dispute=dispute, acting_user=user or factories.make_officer(Role.PPID), on=on, at=moment(on, 15),
        **{**wanted, **fields},
    )  # fmt: skip


def invite(dispute: Dispute, reviewer: User, *, on: dt.date = TODAY, days: int = 30, **fields: Any) -> Invitation:
    return review.invite(
        case=dispute, reviewer=reviewer, letter_number="7/ST/KI/2026", until=on + dt.timedelta(days),
        acting_user=fields.pop("user", None) or factories.make_officer(Role.PPID), on=on, at=moment(on, 15), **fields,
    )  # fmt: skip


def seal(dispute: Dispute, *, on: dt.date = TODAY, original: Any = None, redacted: Any = None) -> SealedDocument:
    return review.seal(
        case=dispute, title="Rincian anggaran", original=original or paper("utuh"),
        redacted=redacted or paper("dihitamkan"), acting_user=factories.make_officer(Role.PPID), on=on,
        at=moment(on, 15),
    )  # fmt: skip
