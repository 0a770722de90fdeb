"""Which papers each kind of applicant hands in, and which fields a request has (PERKI 1/2021 Ps 27, 29(5), 30(1)).

Nothing here stops a request: what lacks is asked for by the completeness letter of Ps 33 (Annex IX). The fields are the
union of Ps 29(5), Ps 30(1) and Annex VI, because the annex has no NIK and the articles have no occupation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ppid.law.filing import ApplicantKind
from ppid.law.refusals import say


class PaperRole(StrEnum):
    """In which part a file stands with a case; the words equal the codes of `ppid.models.cases.CaseFile.Role`."""

    IDENTITY = "identitas"
    DEED = "akta"
    AUTHORITY = "kuasa"
    SPECIAL_AUTHORITY = "khusus"


@dataclass(frozen=True)
class Paper:
    """One paper: `role` is the part under which the case holds it, `label` how a letter or a page names it."""

    role: PaperRole
    label: str
    article: str


@dataclass(frozen=True)
class Field:
    """One field of the request form. `needed`: without it the request cannot be registered at all."""

    name: str
    label: str
    article: str
    needed: bool = False


PAPERS: Mapping[ApplicantKind, tuple[Paper, ...]] = {
    ApplicantKind.PERSON: (
        Paper(
            PaperRole.IDENTITY,
            say("Fotokopi kartu tanda penduduk (KTP) atau surat keterangan kependudukan"),
            "PERKI 1/2021 Ps 27 ayat (3)",
        ),
    ),
    ApplicantKind.LEGAL: (
        Paper(
            PaperRole.DEED,
            say("Fotokopi akta pendirian badan hukum yang telah disahkan Kementerian Hukum dan HAM"),
            "PERKI 1/2021 Ps 27 ayat (4)",
        ),
    ),
    ApplicantKind.GROUP: (
        Paper(
            PaperRole.AUTHORITY, say("Surat kuasa dari para anggota kelompok"), "PERKI 1/2021 Ps 27 ayat (5)"
        ),
        Paper(
            PaperRole.IDENTITY,
            say("Fotokopi KTP atau surat keterangan kependudukan para pemberi kuasa"),
            "PERKI 1/2021 Ps 27 ayat (5)",
        ),
    ),
}  # fmt: skip

# Ps 27(6)-(7): any of the three may act through somebody else.
PROXY_PAPER = Paper(
    PaperRole.SPECIAL_AUTHORITY, say("Surat kuasa khusus dengan meterai yang cukup"), "PERKI 1/2021 Ps 27 ayat (7)"
)

FIELDS: tuple[Field, ...] = (
    Field("name", say("Nama lengkap pemohon"), "PERKI 1/2021 Ps 29 ayat (5) huruf b", needed=True),
    Field("identity", say("NIK atau nomor pengesahan badan hukum"), "PERKI 1/2021 Ps 29 ayat (5) huruf c"),
    Field("address", say("Alamat"), "PERKI 1/2021 Ps 29 ayat (5) huruf d"),
    Field("reach", say("Nomor telepon atau surel"), "PERKI 1/2021 Ps 29 ayat (5) huruf e"),
    Field("occupation", say("Pekerjaan"), "PERKI 1/2021 Lampiran VI"),
    Field("details", say("Rincian informasi yang diminta"), "PERKI 1/2021 Ps 29 ayat (5) huruf g", needed=True),
    Field("purpose", say("Tujuan penggunaan informasi"), "PERKI 1/2021 Ps 29 ayat (5) huruf h"),
    Field("access_way", say("Cara memperoleh informasi"), "PERKI 1/2021 Ps 29 ayat (5) huruf i"),
    Field("delivery_way", say("Cara mengirimkan informasi"), "PERKI 1/2021 Ps 29 ayat (5) huruf j"),
)


def wanted(kind: ApplicantKind | str, *, proxy: bool = False) -> tuple[Paper, ...]:
    """The papers of an applicant of `kind`; with `proxy`, the special power of attorney too. Unknown kinds: none."""
    own = PAPERS[ApplicantKind(kind)] if kind in set(ApplicantKind) else ()
    return (*own, PROXY_PAPER) if proxy else own


def missing(kind: ApplicantKind | str, *, held: Iterable[str], proxy: bool = False) -> tuple[Paper, ...]:
    """The papers that lack, given the roles of the files a case holds (`CaseFile.role`)."""
    roles = set(held)
    return tuple(paper for paper in wanted(kind, proxy=proxy) if paper.role not in roles)


def missing_fields(values: Mapping[str, str], *, kind: ApplicantKind | str) -> tuple[Field, ...]:
    """The fields of Ps 29(5) that are empty in `values` (names of `Filing`; `reach` is telephone or e-mail).

    Not asked for: the occupation of what is no person (only Annex VI has it at all, so nobody's lacks), and how to
    send what is only looked at.
    """
    told = {**values, "reach": values.get("phone", "").strip() or values.get("email", "")}
    passed = {"occupation"}
    if values.get("access_way") == "view":
        passed.add("delivery_way")
    return tuple(row for row in FIELDS if row.name not in passed and not told.get(row.name, "").strip())
