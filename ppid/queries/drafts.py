"""A draft as its writer sees it, found by the secret of its private link."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ppid.models.cases import CaseFile
from ppid.models.drafts import RequestDraft, token_digest


@dataclass(frozen=True, slots=True)
class Paper:
    """A file added to a draft. `size` in bytes."""

    pk: int
    name: str
    size: int
    role: str

    @property
    def role_words(self) -> str:
        return str(dict(CaseFile.Role.choices).get(self.role, self.role))


@dataclass(frozen=True, slots=True)
class Written:
    """What was written so far. `sent` is the primary key of the request it became, or None."""

    token: str
    answers: Mapping[str, str]
    expires_at: dt.datetime
    sent: int | None


def written(token: str, *, at: dt.datetime) -> Written | None:
    """The draft of that secret, unless it has expired or never was."""
    if not token:
        return None
    draft = RequestDraft.objects.filter(digest=token_digest(token), expires_at__gt=at).first()
    if draft is None:
        return None
    return Written(token=token, answers=draft.answers, expires_at=draft.expires_at, sent=draft.sent_id)


def papers(token: str) -> tuple[Paper, ...]:
    """The files added to a draft, oldest first."""
    rows = (
        RequestDraft.objects.filter(digest=token_digest(token), files__isnull=False)
        .order_by("files__pk")
        .values_list("files__pk", "files__file__name", "files__file__size", "files__role")
    )
    return tuple(Paper(*row) for row in rows)
