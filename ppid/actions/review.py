"""Letting the commission's reviewers in, and opening to them what is otherwise shut."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import File
from django.db import transaction

from ppid.access import roles_of
from ppid.actions.log import Author, locked_any, record
from ppid.law import events_review
from ppid.law.procedure import Actor
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Appointment, Case, Invitation, Opening, PrivateFile, Role, SealedDocument

LONGEST = dt.timedelta(days=366)


@transaction.atomic
def invite(
    *, case: Case, reviewer: AbstractBaseUser, letter_number: str, until: dt.date, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime,
) -> Invitation:  # fmt: skip
    """Let one reviewer read one dispute until a day. Raises Invalid, Unlawful."""
    fresh, author = _dispute(case, acting_user, on, {Actor.PPID, Actor.SUPERIOR})
    problems = list(_lacks(letter_number, until, on))
    if not Appointment.objects.on(on).filter(user_id=reviewer.pk, role=Role.REVIEWER).exists():
        problems.append(Problem("reviewer", say("Akun ini bukan pemeriksa Komisi Informasi. Tetapkan perannya.")))
    if Invitation.objects.in_force(on).filter(case=fresh, reviewer_id=reviewer.pk).exists():
        problems.append(Problem("reviewer", say("Pemeriksa ini sudah mempunyai akses. Cabut dahulu yang lama.")))
    if problems:
        raise Invalid(problems)
    # One that ran out is put aside, so that the same person can be invited again.
    Invitation.objects.filter(case=fresh, reviewer_id=reviewer.pk, revoked_on__isnull=True).update(revoked_on=on)
    row = Invitation.objects.create(
        case=fresh, reviewer_id=reviewer.pk, letter_number=letter_number.strip(), granted_on=on, until=until,
        granted_by_id=acting_user.pk,
    )  # fmt: skip
    record(fresh, events_review.ReviewerInvited(row.pk, until.isoformat()), author=author, on=on, at=at)
    return row


@transaction.atomic
def revoke(*, invitation: Invitation, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime) -> Invitation:
    """End an invitation before its day."""
    fresh, author = _dispute(invitation.case, acting_user, on, {Actor.PPID, Actor.SUPERIOR})
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if row.revoked_on is not None:
        raise Unlawful(say("Akses ini sudah dicabut."))
    row.revoked_on = on
    row.save(update_fields=["revoked_on"])
    record(fresh, events_review.InvitationRevoked(row.pk), author=author, on=on, at=at)
    return row


@transaction.atomic
def seal(
    *, case: Case, title: str, original: File[Any], redacted: File[Any] | None, acting_user: AbstractBaseUser,
    on: dt.date, at: dt.datetime,
) -> SealedDocument:  # fmt: skip
    """Take up a document in dispute, shut. Raises Invalid and FileRefused."""
    fresh, author = _dispute(case, acting_user, on, {Actor.PPID})
    title = " ".join(title.split())
    if not title:
        raise Invalid([Problem("title", say("Nama dokumen belum diisi. Tulis tanpa mengungkap isinya."))])
    row = SealedDocument.objects.create(
        case=fresh, title=title[:200], original=PrivateFile.store(original, original.name or "dokumen"),
        redacted=PrivateFile.store(redacted, redacted.name or "dokumen") if redacted else None,
        added_on=on, added_by_id=acting_user.pk,
    )  # fmt: skip
    digest = row.redacted.sha256 if row.redacted else ""
    event = events_review.DocumentSealed(row.pk, row.original.sha256, digest)
    record(fresh, event, author=author, on=on, at=at)
    return row


@transaction.atomic
def open_document(
    *, document: SealedDocument, order: File[Any], order_number: str, order_on: dt.date, until: dt.date,
    readers: Collection[AbstractBaseUser], acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime,
) -> Opening:  # fmt: skip
    """The superior opens one document on the panel's written order, to commissioners who are invited to its case."""
    fresh, author = _dispute(document.case, acting_user, on, {Actor.SUPERIOR})
    problems = list(_lacks(order_number, until, on, field="order_number"))
    if order_on > on:
        problems.append(Problem("order_on", say("Tanggal perintah di masa depan. Tulis tanggal pada suratnya.")))
    invited = set(Invitation.objects.in_force(on).filter(case=fresh).values_list("reviewer", flat=True))
    if not readers or {one.pk for one in readers} - invited:
        text = say("Pilih komisioner yang sudah diundang pada sengketa ini.")
        problems.append(Problem("readers", text))
    if problems:
        raise Invalid(problems)
    row = Opening.objects.create(
        document=document, order_number=order_number.strip(), order_on=order_on, opened_on=on, until=until,
        order=PrivateFile.store(order, order.name or "perintah"), opened_by_id=acting_user.pk,
    )  # fmt: skip
    row.readers.set([one.pk for one in readers])
    event = events_review.DocumentOpened(document.pk, row.pk, row.order.sha256, len(readers), until.isoformat())
    record(fresh, event, author=author, on=on, at=at)
    return row


@transaction.atomic
def close_document(*, opening: Opening, acting_user: AbstractBaseUser, on: dt.date, at: dt.datetime) -> Opening:
    """Shut it again before its day."""
    fresh, author = _dispute(opening.document.case, acting_user, on, {Actor.SUPERIOR})
    row = Opening.objects.select_for_update().get(pk=opening.pk)
    if row.closed_on is not None:
        raise Unlawful(say("Dokumen ini sudah ditutup kembali."))
    row.closed_on = on
    row.save(update_fields=["closed_on"])
    record(fresh, events_review.DocumentClosed(row.document_id, row.pk), author=author, on=on, at=at)
    return row


def _lacks(number: str, until: dt.date, on: dt.date, field: str = "letter_number") -> list[Problem]:
    problems = []
    if not number.strip():
        problems.append(Problem(field, say("Nomor surat belum diisi. Tulis nomor pada surat Komisi Informasi.")))
    if not on <= until <= on + LONGEST:
        problems.append(Problem("until", say("Tanggal berakhir harus dari hari ini sampai paling lama satu tahun.")))
    return problems


def _dispute(case: Case, user: AbstractBaseUser, on: dt.date, allowed: set[Actor]) -> tuple[Any, Author]:
    if case.kind != Case.Kind.DISPUTE:
        raise Unlawful(say("Pemeriksa diundang hanya pada sengketa informasi."))
    actors = roles_of(user, on).actors & allowed
    if not actors:
        raise Unlawful(say("Langkah ini bagi PPID dan atasan PPID; membuka dokumen hanya bagi atasan PPID."))
    return locked_any(case), Author(user, next(actor for actor in Actor if actor in actors))
