"""The word by which a reply finds its case: in the reply address and in the Message-ID of every mail to an applicant.

It opens nothing and shows nothing; who holds it can add a mail to the case. Derived from the case's own reference under
INDEX_KEY, so that it needs no row and cannot be guessed (80 bits). Never the tracking code.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable

from django.conf import settings

from ppid.models.cases import ALPHABET, Case, InformationRequest

SIGNS = 16
IN_ADDRESS = re.compile(rf"\+([{ALPHABET}]{{{SIGNS + 1},{SIGNS + 13}}})@", re.IGNORECASE)
IN_ID = re.compile(rf"\.([{ALPHABET}]{{{SIGNS + 1},{SIGNS + 13}}})@", re.IGNORECASE)


def reply_token(case: Case) -> str:
    return _number(case.pk) + _proof(case)


def reply_address(case: Case, mailbox: str) -> str:
    """`ppid+TOKEN@body.go.id` for the mailbox `ppid@body.go.id`."""
    name, _at, host = mailbox.rpartition("@")
    return f"{name}+{reply_token(case).lower()}@{host}"


def case_replied_to(recipients: Iterable[str], references: Iterable[str]) -> InformationRequest | None:
    """The case whose word stands in an address it was sent to, or in the Message-ID it answers."""
    words = [found[1] for text in recipients for found in IN_ADDRESS.finditer(text)]
    words += [found[1] for text in references for found in IN_ID.finditer(text)]
    for word in dict.fromkeys(word.upper() for word in words):
        case = InformationRequest.objects.filter(pk=_read(word[:-SIGNS])).first()
        if case is not None and hmac.compare_digest(word[-SIGNS:], _proof(case)):
            return case
    return None


def _proof(case: Case) -> str:
    digest = hmac.new(settings.INDEX_KEY.encode(), f"reply\x00{case.reference}".encode(), hashlib.sha256).digest()
    return "".join(ALPHABET[byte % 32] for byte in digest[:SIGNS])


def _number(pk: int) -> str:
    signs = ""
    while pk or not signs:
        pk, rest = divmod(pk, 32)
        signs = ALPHABET[rest] + signs
    return signs


def _read(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number * 32 + ALPHABET.index(sign)
    return min(number, 2**62)
