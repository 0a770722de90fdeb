"""What a request must carry to be registered (UU 14/2008 Ps 22; PERKI 1/2021 Ps 27-30, Annex VI).

Plain values in, problems out. The forms show the same sentences that a command or an import would print.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from ppid.law.refusals import Invalid, Problem, say

NAME_LENGTH = 200
TEXT_LENGTH = 20_000
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def readable(text: str) -> str:
    """`text` without what cannot be stored or seen: a NUL pasted from a PDF is dropped, since nobody could find it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


class ApplicantKind(StrEnum):
    """PERKI 1/2021 Ps 27(2)-(5)."""

    PERSON = "person"
    LEGAL = "legal"
    GROUP = "group"


class Channel(StrEnum):
    """PERKI 1/2021 Ps 28; oral ones under UU 14/2008 Ps 22(1) and (3)."""

    WEB = "web"
    EMAIL = "email"
    LETTER = "letter"
    COUNTER = "counter"
    TELEPHONE = "telephone"


class AccessWay(StrEnum):
    """Annex VI, "cara memperoleh informasi"."""

    VIEW = "view"
    COPY = "copy"


class CopyForm(StrEnum):
    SOFT = "soft"
    HARD = "hard"


class DeliveryWay(StrEnum):
    """Annex VI, "cara mendapatkan salinan informasi"."""

    PICK_UP = "pick_up"
    COURIER = "courier"
    POST = "post"
    FAX = "fax"
    EMAIL = "email"


@dataclass(frozen=True)
class Filing:
    """A request as handed in. Only a name, a way to reach the applicant and what is asked can stop it (law.md §2.4).

    A missing NIK, purpose or paper leads to the completeness check of Ps 33, never to a refused form: UU 22(4) wants
    the number at receipt. `submission` marks one sending of one form; said twice it is still one request.
    """

    name: str
    details: str
    kind: ApplicantKind = ApplicantKind.PERSON
    identity: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    occupation: str = ""
    purpose: str = ""
    access_way: AccessWay | None = None
    copy_form: CopyForm | None = None
    delivery_way: DeliveryWay | None = None
    submission: str = ""
    # Somebody else acts with a power of attorney (Ps 27(6)-(7)); mail goes to the proxy then.
    proxy_name: str = ""
    proxy_phone: str = ""
    proxy_email: str = ""
    proxy_address: str = ""
    # Ps 29(2), 27(8): what the applicant needs, and which officer helped to fill in the form.
    special_needs: str = ""
    helped_by: str = ""
    # Said by the applicant; blocks nothing, the answer takes it up (law.md §1.1).
    foreign: bool = False

    @property
    def proxied(self) -> bool:
        """Whether somebody acts for the applicant."""
        return any(text.strip() for text in (self.proxy_name, self.proxy_phone, self.proxy_email, self.proxy_address))

    def problems(self) -> tuple[Problem, ...]:
        """What stops the sending; empty when it may be registered."""
        return tuple(self._problems())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        problems = self.problems()
        if problems:
            raise Invalid(problems)
        return self

    def gaps(self) -> tuple[str, ...]:
        """Fields of Ps 29(5) and Annex VI left empty: matter for the completeness check, no reason to refuse."""
        wanted = ("identity", "address", "purpose", "access_way")
        return tuple(name for name in wanted if not getattr(self, name))

    def _problems(self) -> Iterator[Problem]:
        if not self.name.strip():
            yield Problem("name", say("Nama belum diisi. Tulis nama lengkap Anda atau nama badan hukum."))
        elif len(self.name) > NAME_LENGTH:
            yield Problem("name", say("Nama terlalu panjang. Ringkas menjadi %(most)d huruf."), {"most": NAME_LENGTH})
        if not self.details.strip():
            yield Problem("details", say("Informasi yang diminta belum diisi. Tulis informasi apa yang Anda butuhkan."))
        for field in ("details", "purpose", "special_needs"):
            if len(getattr(self, field)) > TEXT_LENGTH:
                yield Problem(
                    field,
                    say("Isian terlalu panjang. Ringkas menjadi %(most)s huruf."),
                    {"most": f"{TEXT_LENGTH:_}".replace("_", ".")},
                )
        reach = (self.email, self.phone, self.address, self.proxy_email, self.proxy_phone, self.proxy_address)
        if not any(text.strip() for text in reach):
            yield Problem(
                "email", say("Belum ada cara menghubungi Anda. Isi surel, nomor telepon, atau alamat; satu saja cukup.")
            )
        for field in ("email", "proxy_email"):
            typed = getattr(self, field).strip()
            if typed and not EMAIL.fullmatch(typed):
                yield Problem(field, say("Alamat surel tidak lengkap. Tulis seperti nama@contoh.id, atau kosongkan."))
        if len(self.proxy_name) > NAME_LENGTH:
            yield Problem(
                "proxy_name", say("Nama terlalu panjang. Ringkas menjadi %(most)d huruf."), {"most": NAME_LENGTH}
            )
