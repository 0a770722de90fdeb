"""What an applicant is still writing to complete a request: kept on the case, so that nothing typed is lost."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ppid.actions.completing import Handed, complete_papers
from ppid.actions.log import locked
from ppid.models import Case, CaseFile, Completion, CompletionFile, FileRefused, PrivateFile
from ppid.models.completions import FILE_LIMIT, KEPT_FOR
from ppid.models.files import private_storage


@transaction.atomic
def keep(*, case: Case, answers: Mapping[str, str], at: dt.datetime) -> Completion:
    """Remember what was typed, right or wrong."""
    return _kept(case, answers, at)


@transaction.atomic
def add_paper(
    *, case: Case, answers: Mapping[str, str], content: BinaryIO, name: str, role: CaseFile.Role, at: dt.datetime
) -> CompletionFile:
    """Store one file, and what was typed beside it. Raises FileRefused (content, size, number)."""
    completion = _kept(case, answers, at)
    if completion.files.count() >= FILE_LIMIT:
        raise FileRefused(_("Paling banyak sepuluh berkas. Hapus salah satunya, atau serahkan sisanya kepada petugas."))
    return CompletionFile.objects.create(completion=completion, file=PrivateFile.store(content, name), role=role)


@transaction.atomic
def drop_paper(*, case: Case, paper: int) -> None:
    """Destroy one file that was not sent yet; one that is gone already is gone."""
    locked(case)
    _destroy(
        CompletionFile.objects.filter(pk=paper, completion__case_id=case.pk, completion__sent_at__isnull=True)
        .select_related("file")
    )  # fmt: skip


@transaction.atomic
def send(*, case: Case, answers: Mapping[str, str], on: dt.date, at: dt.datetime) -> Completion:
    """Hand in what was written with its files. Raises Invalid and Unlawful; `keep` it first, then nothing is lost."""
    completion = _kept(case, answers, at)
    papers = [(row.file, row.role) for row in completion.files.select_related("file").order_by("pk")]
    return complete_papers(case=case, handed=Handed(answers, papers), on=on, at=at, written=completion)


def expire(*, at: dt.datetime) -> int:
    """The daily round: destroy what was begun and not sent; answers with how many."""
    gone = 0
    for row in Completion.objects.filter(sent_at__isnull=True, saved_at__lte=at - KEPT_FOR).select_related("case"):
        with transaction.atomic():
            locked(row.case)
            fresh = Completion.objects.filter(pk=row.pk, sent_at__isnull=True).first()
            if fresh is not None:
                _destroy(fresh.files.select_related("file"))
                fresh.delete()
                gone += 1
    return gone


def _kept(case: Case, answers: Mapping[str, str], at: dt.datetime) -> Completion:
    """The row being written, made if there is none. The case is locked, so that two windows write one row."""
    fresh = locked(case)
    completion = Completion.objects.filter(case_id=fresh.pk, sent_at__isnull=True).first()
    completion = completion or Completion(case_id=fresh.pk)
    completion.answers, completion.saved_at = {**completion.answers, **answers}, at
    completion.save()
    return completion


def _destroy(papers: Iterable[CompletionFile]) -> None:
    """Rows now, bytes after commit: a roll-back must not leave a row without its file."""
    for paper in papers:
        stored_as = paper.file.stored_as
        paper.delete()
        paper.file.delete()
        transaction.on_commit(partial(private_storage().delete, stored_as))
