"""Making the day's checkpoint: take up the heads that moved, sign the tree, publish, mail.

Nothing is signed over a log that does not hold: whoever reads a checkpoint may take it that every log was whole then.
"""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from ppid import tasks
from ppid.law import checkpoint as law
from ppid.law.refusals import Invalid, Problem, Unlawful, say
from ppid.models import Checkpoint, Institution, LogHead, PublishedKey
from ppid.models.signing import SigningKey, signing_key
from ppid.queries import chains, integrity


def make(*, on: dt.date, at: dt.datetime) -> Checkpoint:
    """The checkpoint of `on`; the one that is there already when it was made before.

    Raises Unlawful for a day before the newest checkpoint's, Invalid naming each log that does not hold, NoSigningKey.
    """
    key = signing_key()
    found = Checkpoint.objects.filter(on=on).first()
    if found is None:
        try:
            with transaction.atomic():
                found = _made(key, on=on, at=at)
        except IntegrityError:
            # Another process was quicker; its checkpoint is the day's.
            found = Checkpoint.objects.get(on=on)
    published(found)
    return found


def _made(key: SigningKey, *, on: dt.date, at: dt.datetime) -> Checkpoint:
    last = integrity.last_day()
    if last is not None and last > on:
        text = say("Titik periksa tanggal %(last)s sudah ada. Titik periksa tidak dibuat untuk hari sebelumnya.")
        raise Unlawful(text, last=last.isoformat())
    require_whole()
    start = LogHead.objects.count()
    heads = [
        LogHead(place=start + number, case_id=case, seq=head.seq, hash=head.hash)
        for number, (case, head) in enumerate(integrity.moved(on))
    ]
    LogHead.objects.bulk_create(heads, batch_size=500)
    kept, _new = PublishedKey.objects.get_or_create(
        fingerprint=key.fingerprint, defaults={"pem": key.public_pem, "first_used_at": at}
    )
    document = law.document(integrity.tree(), on=on, earlier=integrity.states(before=on), key=key.fingerprint)
    row = Checkpoint.objects.create(
        on=on, tree_size=document["tree_size"], root=document["root"], key=kept, created_at=at,
        document=law.sealed(document, key.sign).decode(),
    )  # fmt: skip
    if Institution.load().checkpoint_recipients:
        tasks.mail_checkpoint.enqueue(row.pk)
    return row


def require_whole() -> None:
    """Invalid, with every case whose log does not hold or no longer says what was signed."""
    broken = [(fault.number, fault.text) for fault in chains.check_all().broken]
    broken += [
        (number, f"Kejadian {seq} tidak sama dengan yang sudah ditandatangani.")
        for number, seq in integrity.contradictions()
    ]
    if broken:
        text = say("Catatan tidak utuh: %(fault)s Periksa dengan manage.py check_log; tidak ada yang ditandatangani.")
        raise Invalid([Problem(number, text, {"fault": fault}) for number, fault in broken])


def published(row: Checkpoint) -> Path:
    """The checkpoint's file among the public ones, written again when it is not there."""
    path = Path(settings.PUBLIC_ROOT) / "integritas" / f"titik-periksa-{row.on.isoformat()}.json"
    content = row.document.encode()
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_bytes(content)
        draft.replace(path)
    return path
