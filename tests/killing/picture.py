"""What stands in an installation, and what is wrong with it: the same picture however often the server died."""

import email
import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model

from ppid import models
from ppid.models.files import private_storage
from ppid.queries import chains
from tests.killing.journeys import outbox

# What must come out the same, by the columns that do not hold the moment or a random word.
COLUMNS: dict[type[Model], tuple[str, ...]] = {
    models.InformationRequest: ("number", "state", "answered_on", "closed_on", "channel", "applicant__name"),
    models.Applicant: ("name",),
    models.CaseEvent: ("case_id", "seq", "kind", "role", "day"),
    models.Deadline: ("term", "part", "governs", "due", "met_on", "missed_on", "superseded_at"),
    models.Letter: ("kind", "number", "revision", "sent_on", "delivered_on", "signed__name", "draft__name"),
    models.MailRecord: ("template", "audience", "state", "failure", "letter__kind"),
    models.CaseFile: ("role", "file__sha256"),
    models.NumberSeries: ("key", "year", "last"),
    models.DraftFile: ("role",),
    models.RequestDraft: ("sent__number",),
    models.Delivery: ("part", "letter__kind"),
}


def picture() -> dict[str, list[Any]]:
    return {model.__name__: sorted(model.objects.values_list(*columns), key=str) for model, columns in COLUMNS.items()}


def differences(found: dict[str, list[Any]], expected: dict[str, list[Any]]) -> Iterator[str]:
    for name, rows in expected.items():
        if found[name] != rows:
            yield f"{name}: {found[name]} instead of {rows}"


def faults() -> Iterator[str]:
    """Whatever must never be, whichever journey it was."""
    for broken in chains.check_all().broken:
        yield f"case {broken.number}, event {broken.seq}: {broken.text}"
    for file in models.PrivateFile.objects.all():
        if not private_storage().exists(file.stored_as):
            yield f"{file.name} has a row and is not on the disk"
        elif hashlib.sha256(content := file.read()).hexdigest() != file.sha256 or len(content) != file.size:
            yield f"{file.name} is not what its row says"
    for letter in models.Letter.objects.select_related("draft"):
        if letter.draft is None or letter.draft_sha256 != letter.draft.sha256:
            yield f"{letter.kind} {letter.number} is not bound to its draft"


def unused_rows() -> Iterator[str]:
    """A file's row that nothing points at is half of something."""
    unused = models.PrivateFile.objects.all()
    for relation in models.PrivateFile._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            pointing = relation.related_model.objects.filter(**{f"{relation.field.name}__isnull": False})
            unused = unused.exclude(pk__in=pointing.values(relation.field.name))
    yield from (f"the row of {file.name} is of no use" for file in unused)


def lying_about() -> int:
    """Files that no row names, half ones too: nobody can open them, and the daily round destroys them."""
    known = set(models.PrivateFile.objects.values_list("stored_as", flat=True))
    root = settings.PRIVATE_ROOT
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return len(found - known)


def handed_over() -> Counter[str]:
    """How often the mail server took each mail, by Message-ID."""
    return Counter(email.message_from_bytes(raw)["Message-ID"] for raw in outbox())
