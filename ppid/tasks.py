"""What the queue carries out: id in, one effect out, harmless when said twice (architecture rules 1 and 8)."""

import logging
import tempfile
from pathlib import Path

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from ppid import letters, notify
from ppid.law.letters import is_signed
from ppid.letters import bag
from ppid.models import Case, Checkpoint, Dossier, Letter, MailRecord, PrivateFile
from ppid.models.files import private_storage
from ppid.models.mail import MOST_ATTEMPTS
from ppid.models.signing import NoSigningKey, signing_key
from ppid.notify.failures import reason_of
from ppid.queries.dossier import snapshot, stands_on

log = logging.getLogger("ppid.tasks")
IdTask = Task[[int], None]

# What a person sees in the list of files and keeps on disk. A receipt is final as soon as it is made.
FILE_NAMES: dict[str, str] = {
    Letter.Kind.RECEIPT: "tanda-bukti-penerimaan.pdf",
    Letter.Kind.NOTICE: "konsep-pemberitahuan-tertulis.pdf",
    Letter.Kind.INCOMPLETE: "konsep-surat-keterangan-tidak-lengkap.pdf",
    Letter.Kind.EXTENSION: "konsep-pemberitahuan-perpanjangan.pdf",
    Letter.Kind.DISPOSITION: "lembar-disposisi.pdf",
    Letter.Kind.DELIVERY: "tanda-penyerahan-informasi.pdf",
    Letter.Kind.CONSIDERATION: "pertimbangan-tertulis.pdf",
    Letter.Kind.FORWARDING: "surat-pengantar-penerusan.pdf",
    Letter.Kind.COMPLAINT: "pemberitahuan-pengaduan.pdf",
    Letter.Kind.PAYMENT: "kuitansi.pdf",
    Letter.Kind.COPY_FORM: "formulir-permintaan-salinan.pdf",
    Letter.Kind.MINUTES: "berita-acara-melihat-informasi.pdf",
    Letter.Kind.RULING: "konsep-tanggapan-atas-keberatan.pdf",
    Letter.Kind.SETTLEMENT: "konsep-berita-acara-musyawarah.pdf",
    Letter.Kind.SILENCE: "catatan-tidak-adanya-jawaban.pdf",
}


class MailNotSent(Exception):
    """Told to the queue, so that the row is tried again; carries record numbers only."""


@task()
def render_letter(letter_id: int) -> None:
    """Build the draft of a letter and bind its hash.

    A text changed while the older one was being built is not overwritten by it: the row is taken only while the
    revision is the one that was read, and the stray file is removed.
    """
    letter = Letter.objects.select_related("case").get(pk=letter_id)
    if letter.draft_id is not None or (letter.kind == Letter.Kind.CONSIDERATION and not letter.content["approved_on"]):
        return
    built = letters.build(letter)
    with transaction.atomic():
        draft = PrivateFile.store(built, FILE_NAMES[letter.kind])
        taken = Letter.objects.filter(pk=letter.pk, revision=letter.revision, draft__isnull=True).update(
            draft=draft, draft_sha256=draft.sha256
        )
        if not taken:
            draft.delete()
            private_storage().delete(draft.stored_as)


@task()
def send_mail(mail_record_id: int) -> None:
    """Send one mail unless it has left already."""
    record = MailRecord.objects.select_related("case", "letter").get(pk=mail_record_id)
    if not _sent(record):
        raise MailNotSent(f"mail record {mail_record_id}")


@task()
def send_waiting() -> None:
    """Send every mail that waits; one that fails keeps none of the others from leaving."""
    waiting = MailRecord.objects.filter(attempts__lt=MOST_ATTEMPTS).exclude(state=MailRecord.State.SENT)
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    failed = [key for key in keys if not _sent(MailRecord.objects.select_related("case", "letter").get(pk=key))]
    if failed:
        raise MailNotSent(f"mail records {failed}")


def _sent(record: MailRecord) -> bool:
    if record.state == MailRecord.State.SENT:
        return True
    try:
        notify.send(record)
    except Exception as error:
        # The kind only: a mail server's message may hold the address.
        log.warning("mail record %s not sent: %s", record.pk, type(error).__name__)
        _mark(record, state=MailRecord.State.FAILED, failure=reason_of(error))
        return False
    _mark(record, state=MailRecord.State.SENT, failure="", sent_at=timezone.now(), secret_sealed="")
    return True


def _mark(record: MailRecord, **changes: object) -> None:
    unsent = MailRecord.objects.filter(pk=record.pk).exclude(state=MailRecord.State.SENT)
    unsent.update(**changes, attempts=F("attempts") + 1, tried_at=timezone.now())


@task()
def mail_checkpoint(checkpoint_id: int) -> None:
    """Send a day's checkpoint to the addresses that the body chose; said twice it is the same message."""
    notify.send_checkpoint(Checkpoint.objects.get(pk=checkpoint_id))


def render_missing(case: Case) -> None:
    """Make at once what counts as it is made and still waits for its turn in the queue, for a case and those before."""
    waiting = Letter.objects.filter(case__in=stands_on(case), draft__isnull=True, sent_at__isnull=True)
    for letter_id, kind in waiting.values_list("pk", "kind"):
        if not is_signed(kind):
            render_letter.call(letter_id)


@task()
def build_dossier(dossier_id: int) -> None:
    """Build the archive of a dossier that was ordered, verify it, and offer it; harmless when said twice."""
    row = Dossier.objects.select_related("case").get(pk=dossier_id)
    if row.state in {Dossier.State.READY, Dossier.State.FAILED}:
        return
    rows = Dossier.objects.filter(pk=row.pk)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "berkas.zip")
        try:
            render_missing(row.case)
            found = snapshot(row.case, audience=row.audience, on=row.on)
            rows.update(state=Dossier.State.BUILDING, done=0, total=len(found.sources) + 2)
            written = bag.write(
                found, path, key=signing_key(), progress=lambda done, total: rows.update(done=done, total=total)
            )
        except (bag.NotWhole, NoSigningKey) as error:
            rows.update(state=Dossier.State.FAILED, failure=str(error))
            return
        with transaction.atomic():
            file = PrivateFile.keep(
                path, f"berkas-perkara-{row.case.number.replace('/', '-')}.zip", "application/zip", written.sha256
            )
            rows.update(
                state=Dossier.State.READY, file=file, documents=written.documents, events=written.events,
            )  # fmt: skip
