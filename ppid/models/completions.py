"""What comes after the filing to make it whole (PERKI 1/2021 Ps 33(3)): being written by the applicant, or handed in.

Sealed like a draft: it holds an identity number, and what is never sent is destroyed.
"""

import datetime as dt
import json
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.cases import Case, CaseFile
from ppid.models.files import PrivateFile
from ppid.models.sealed import seal, unseal

KEPT_FOR = dt.timedelta(days=30)
FILE_LIMIT = 10


class Completion(models.Model):
    """One act of completing. `sent_at` empty: the applicant is still writing it, and nobody else sees it.

    You will wonder why what stood in the fields before is kept. Because a register line must be readable as it was
    given, and the case log holds no personal data.
    """

    SEALED: ClassVar[tuple[str, ...]] = ("answers_sealed", "before_sealed")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="completions")
    answers_sealed = models.TextField(blank=True, editable=False)
    before_sealed = models.TextField(blank=True, editable=False)
    how = models.CharField(_("cara"), max_length=10, choices=Case.Channel.choices, default=Case.Channel.WEB)
    came_on = models.DateField(_("datang"), null=True, blank=True)
    saved_at = models.DateTimeField(_("disimpan"))
    sent_at = models.DateTimeField(_("dikirim"), null=True, blank=True)

    class Meta:
        verbose_name = _("kelengkapan")
        verbose_name_plural = _("kelengkapan")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(sent_at__isnull=True), name="one_completion_being_written"
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def answers(self) -> dict[str, str]:
        """Field name to what was given."""
        return _opened(self.answers_sealed)

    @answers.setter
    def answers(self, answers: dict[str, str]) -> None:
        self.answers_sealed = _closed(answers)

    @property
    def before(self) -> dict[str, str]:
        """What stood in the same fields before."""
        return _opened(self.before_sealed)

    @before.setter
    def before(self, values: dict[str, str]) -> None:
        self.before_sealed = _closed(values)


class CompletionFile(models.Model):
    """A paper of a completion; it becomes the case's when the completion is sent."""

    completion = models.ForeignKey(Completion, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField(PrivateFile, on_delete=models.PROTECT, related_name="completion_use")
    role = models.CharField(_("peran"), max_length=10, choices=CaseFile.Role.choices, default=CaseFile.Role.ATTACHMENT)

    class Meta:
        verbose_name = _("berkas kelengkapan")
        verbose_name_plural = _("berkas kelengkapan")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.completion_id}: {self.role}"


def _opened(token: str) -> dict[str, str]:
    text = unseal(token)
    return json.loads(text) if text else {}


def _closed(values: dict[str, str]) -> str:
    return seal(json.dumps(values, ensure_ascii=False)) if values else ""
