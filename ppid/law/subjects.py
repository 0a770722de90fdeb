"""What the public may read of a request: its subject in an officer's words (law.md §2.9 and §6, consequence 1).

Number, date, subject, decision, reason code and days stand in the public register; never a name, a contact, a purpose
or the applicant's own sentences.
"""

import re
import unicodedata
from collections.abc import Iterator

from ppid.law.personal_data import find_personal_data
from ppid.law.refusals import Invalid, Problem, say

SUBJECT_LENGTH = 200
# So many words in a row that also stand in the request are no longer an officer's words.
OWN_WORDS = 12
# Shorter words of a name ("dan", "bin", an initial) are everybody's.
NAME_WORD = 3


def check_subject(text: str, *, name: str, details: str) -> None:
    """Raise Invalid (field `text`) unless the subject may be shown to everybody.

    `name` and `details` are the applicant's. What no program can see (a village that only one person can mean) is
    asked of the officer who approves it.
    """
    problems = tuple(subject_problems(text, name=name, details=details))
    if problems:
        raise Invalid(problems)


def subject_problems(text: str, *, name: str, details: str) -> Iterator[Problem]:
    subject = text.strip()
    if not subject:
        yield Problem("text", say("Ringkasan belum diisi. Tulis pokok permintaan dengan kata-kata Anda."))
        return
    if len(subject) > SUBJECT_LENGTH:
        said = say("Ringkasan terlalu panjang. Ringkas menjadi %(most)d huruf.")
        yield Problem("text", said, {"most": SUBJECT_LENGTH})
    for kind in dict.fromkeys(finding.kind for finding in find_personal_data(subject)):
        said = say("Ringkasan memuat yang tampak seperti %(kind)s. Hapus, lalu tulis tanpa data pribadi.")
        yield Problem("text", said, {"kind": kind})
    if _names(subject, name):
        yield Problem("text", say("Ringkasan memuat nama pemohon. Tulis tanpa nama."))
    if _copied(subject, details):
        yield Problem("text", say("Ringkasan masih memakai kalimat pemohon. Tulis dengan kata-kata Anda sendiri."))


def _names(subject: str, name: str) -> bool:
    """Whether every longer word of the name stands in the subject."""
    wanted = {word for word in _words(name) if len(word) >= NAME_WORD} or set(_words(name))
    return bool(wanted) and wanted <= set(_words(subject))


def _copied(subject: str, details: str) -> bool:
    said, asked = _words(subject), _words(details)
    runs = {tuple(asked[start : start + OWN_WORDS]) for start in range(len(asked) - OWN_WORDS + 1)}
    return any(tuple(said[start : start + OWN_WORDS]) in runs for start in range(len(said) - OWN_WORDS + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
