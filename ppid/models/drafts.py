"""A request that somebody is still writing: not a case, on nobody's desk, gone after some days.

The answers are sealed as one text, so that the database and its back-ups hold no personal data of people who never
sent anything. The private link's token is kept as a digest only: who reads the table cannot open a draft.
"""

import datetime as dt
import hashlib
import json
import secrets
import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import CaseFile, InformationRequest
from ppid.models.files import PrivateFile
from ppid.models.sealed import seal, unseal

KEPT_FOR = dt.timedelta(days=7)
FILE_LIMIT = 5


def new_token() -> str:
    """The secret of a private link: 256 bits."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """By what a private link is looked up. A plain hash is enough for 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class RequestDraft(models.Model):
    """What was typed so far. Once sent it points at its request, so that the same sending twice is one request."""

    SEALED: ClassVar[tuple[str, ...]] = ("answers_sealed",)

    digest = models.CharField(max_length=64, unique=True, editable=False)
    answers_sealed = models.TextField(blank=True, editable=False)
    submission = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    saved_at = models.DateTimeField(_("disimpan"))
    expires_at = models.DateTimeField(_("dihapus"), db_index=True)
    sent = models.OneToOneField(
        InformationRequest,
        verbose_name=_("permohonan"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="draft",
    )

    class Meta:
        verbose_name = _("konsep permohonan")
        verbose_name_plural = _("konsep permohonan")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def answers(self) -> dict[str, str]:
        """Field name to what was typed, right or wrong."""
        text = unseal(self.answers_sealed)
        return json.loads(text) if text else {}

    @answers.setter
    def answers(self, answers: dict[str, str]) -> None:
        self.answers_sealed = seal(json.dumps(answers, ensure_ascii=False)) if answers else ""


class DraftFile(models.Model):
    """A paper added to a draft; it becomes the case's when the draft is sent, and is destroyed when it is not."""

    draft = models.ForeignKey(RequestDraft, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField(PrivateFile, on_delete=models.PROTECT, related_name="draft_use")
    role = models.CharField(_("peran"), max_length=10, choices=CaseFile.Role.choices, default=CaseFile.Role.ATTACHMENT)

    class Meta:
        verbose_name = _("berkas konsep")
        verbose_name_plural = _("berkas konsep")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.role}"
