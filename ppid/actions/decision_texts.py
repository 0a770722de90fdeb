"""The text of a decision for everybody (UU 14/2008 Ps 46(3)): private persons masked, the dissent attached."""

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ppid.actions.log import authorised, locked_dispute, record
from ppid.law import events, events_dispute
from ppid.law.moves import MoveName
from ppid.law.personal_data import find_personal_data
from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Applicant, CommissionDecision

# A name shorter than this stands in too many other words to be looked for.
SHORTEST_NAME = 4


@transaction.atomic
def publish(
    *, decision: CommissionDecision, text: str, dissent: str = "", acting_user: AbstractBaseUser, on: dt.date,
    at: dt.datetime, seen: int | None = None,
) -> CommissionDecision:  # fmt: skip
    """Show the text to everybody; said again with other words it takes their place. Raises Invalid at its field."""
    fresh = locked_dispute(decision.dispute, seen=seen)
    author = authorised(MoveName.PUBLISH_DECISION, fresh, acting_user, on)
    problems = [*_problems("text", text, fresh.applicant), *_problems("dissent", dissent, fresh.applicant)]
    if not text.strip():
        problems.append(Problem("text", say("Teks belum diisi. Tempelkan isi putusan, nama orang pribadi disamarkan.")))
    if problems:
        raise Invalid(problems)
    row = CommissionDecision.objects.select_for_update().get(pk=decision.pk)
    row.public_text, row.dissent, row.published_on = (
        text.strip(),
        dissent.strip() or row.dissent,
        row.published_on or on,
    )
    row.save(update_fields=["public_text", "dissent", "published_on"])
    fingerprint = events.fingerprint(fresh.salt, [row.public_text, row.dissent])
    record(fresh, events_dispute.DecisionPublished(row.pk, fingerprint), author=author, on=on, at=at)
    return row


def _problems(field: str, text: str, applicant: Applicant) -> Iterator[Problem]:
    for finding in find_personal_data(text):
        told = say("Teks memuat %(kind)s. Samarkan sebelum diumumkan.")
        yield Problem(field, told, {"kind": finding.kind})
        break
    plain = text.casefold()
    for name in (applicant.name, applicant.proxy_name):
        if len(name) >= SHORTEST_NAME and name.casefold() in plain:
            yield Problem(field, say("Teks memuat nama pemohon atau kuasanya. Ganti dengan “Pemohon”."))
            break
