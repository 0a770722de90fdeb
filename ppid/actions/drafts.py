"""Writing a request over several screens, and sending it: the same draft sent twice is one request."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ppid.actions import requests
from ppid.law.filing import Channel, Filing
from ppid.law.procedure import Unlawful
from ppid.law.refusals import say
from ppid.models.cases import CaseFile, InformationRequest
from ppid.models.drafts import FILE_LIMIT, KEPT_FOR, DraftFile, RequestDraft, new_token, token_digest
from ppid.models.files import FileRefused, PrivateFile, private_storage
from ppid.models.throttle import Throttle


class DraftGone(LookupError):
    """No draft has that secret: it expired, was thrown away or never was."""


class AlreadySent(Unlawful):
    """The draft has become a request; nothing can be written into it any more."""

    def __init__(self) -> None:
        super().__init__(say("Permohonan ini sudah terkirim. Isinya tidak dapat diubah lagi dari sini."))


@transaction.atomic
def keep(*, token: str, answers: Mapping[str, str], at: dt.datetime) -> str:
    """Add `answers` to the draft, or begin one; answers with its secret. It is kept for seven days from now.

    Raises AlreadySent. An expired or unknown secret begins a new draft: what was typed is never lost.
    """
    draft = _locked(token, at)
    if draft is None:
        token = new_token()
        draft = RequestDraft(digest=token_digest(token))
    elif draft.sent_id:
        raise AlreadySent
    draft.answers = {**draft.answers, **answers}
    draft.saved_at, draft.expires_at = at, at + KEPT_FOR
    draft.save()
    return token


def begin(*, token: str, at: dt.datetime) -> None:
    """Make sure there is a draft under the secret `token`, which the page itself proposed: its form posted twice at
    once is one draft."""
    RequestDraft.objects.get_or_create(
        digest=token_digest(token), defaults={"saved_at": at, "expires_at": at + KEPT_FOR}
    )


@transaction.atomic
def add_paper(
    *, token: str, content: BinaryIO | File[Any], name: str, role: CaseFile.Role, at: dt.datetime,
    most: int = FILE_LIMIT,
) -> None:  # fmt: skip
    """Store a file with the draft. Raises FileRefused (content, size, more than `most`), DraftGone, AlreadySent."""
    draft = _open(token, at)
    if draft.files.count() >= most:
        raise FileRefused(
            _("Paling banyak %(most)d berkas. Hapus salah satunya, atau serahkan sisanya kepada petugas.")
            % {"most": most}
        )
    DraftFile.objects.create(draft=draft, file=PrivateFile.store(content, name), role=role)


@transaction.atomic
def drop_paper(*, token: str, paper: int, at: dt.datetime) -> None:
    """Destroy one file of the draft; one that is gone already is gone."""
    _destroy(list(_open(token, at).files.filter(pk=paper).select_related("file")))


@transaction.atomic
def discard(*, token: str, at: dt.datetime) -> None:
    """Throw the draft away with its files. A request that was sent stays."""
    draft = _locked(token, at)
    if draft is not None and draft.sent_id is None:
        _destroy(list(draft.files.select_related("file")))
        draft.delete()


@transaction.atomic
def send(
    *, token: str, read: Callable[[Mapping[str, str]], Filing], at: dt.datetime, channel: Channel = Channel.WEB,
    received_at: dt.datetime | None = None, acting_user: AbstractBaseUser | None = None,
) -> InformationRequest | None:  # fmt: skip
    """File the draft as a request; None when it had been sent before, and nothing new was written.

    An officer's draft came by another `channel` and was received earlier than it is registered.

    `read` makes the law's value of the answers and may refuse them with an exception of its own. The draft's row is
    locked, so that two sendings at once wait for each other. Its answers are wiped in the same transaction: from here
    on they live with the case only. Raises DraftGone, and Invalid when something needed lacks.
    """
    drafts = RequestDraft.objects.select_for_update().filter(digest=token_digest(token), expires_at__gt=at)
    draft = drafts.annotate(has_papers=Exists(DraftFile.objects.filter(draft=OuterRef("pk")))).first()
    if draft is None:
        raise DraftGone
    if draft.sent_id:
        return None
    filing = replace(read(draft.answers), submission=str(draft.submission))
    papers = [(paper.file, paper.role) for paper in draft.files.select_related("file")] if draft.has_papers else []
    filed = requests.file(
        filing=filing, channel=channel, received_at=received_at or at, at=at, acting_user=acting_user,
        attachments=papers,
    )  # fmt: skip
    if papers:
        DraftFile.objects.filter(draft=draft).delete()
    draft.answers, draft.sent, draft.saved_at, draft.expires_at = {}, filed.case, at, at + KEPT_FOR
    draft.save(update_fields=["answers_sealed", "sent", "saved_at", "expires_at"])
    return filed.case


def expire(*, at: dt.datetime) -> int:
    """The daily round: delete drafts that expired, files included, and old counters; answers with how many drafts went.

    One draft a transaction, so that a broken one keeps the others from nothing.
    """
    Throttle.objects.forget(at=at)
    gone = 0
    for pk in RequestDraft.objects.filter(expires_at__lte=at).values_list("pk", flat=True):
        with transaction.atomic():
            draft = RequestDraft.objects.select_for_update().filter(pk=pk, expires_at__lte=at).first()
            if draft is not None:
                _destroy(list(draft.files.select_related("file")))
                draft.delete()
                gone += 1
    return gone


def _locked(token: str, at: dt.datetime) -> RequestDraft | None:
    if not token:
        return None
    return RequestDraft.objects.select_for_update().filter(digest=token_digest(token), expires_at__gt=at).first()


def _open(token: str, at: dt.datetime) -> RequestDraft:
    draft = _locked(token, at)
    if draft is None:
        raise DraftGone
    if draft.sent_id:
        raise AlreadySent
    return draft


def _destroy(papers: list[DraftFile]) -> None:
    """Rows now, bytes after commit: a roll-back must not leave a row without its file."""
    for paper in papers:
        stored_as = paper.file.stored_as
        paper.delete()
        paper.file.delete()
        transaction.on_commit(partial(private_storage().delete, stored_as))
