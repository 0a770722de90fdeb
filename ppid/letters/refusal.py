"""Refusals: what is withheld under UU 14/2008 Ps 17, and the letter of a request that goes against a rule (Ps 6(2)).

PERKI 1/2021 has no annex for a refusal; its content is that of Ps 34 and UU 22(7)c and e.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ppid.law.decisions import Decision, NoticeContent
from ppid.law.withholding import Passage
from ppid.letters.words import day
from ppid.models import Exclusion

TEMPLATES: Mapping[Decision, str] = {
    Decision.REFUSED_17: "ppid/letters/refusal_17.html",
    Decision.REFUSED_6_2: "ppid/letters/refusal_6_2.html",
}
ABOUT = "Pemberitahuan penolakan permohonan informasi publik (PERKI 1/2021 Pasal 34)"


@dataclass(frozen=True)
class WithheldLine:
    """One passage: what kind of matter, under which article, why, on which decree, until when."""

    matter: str
    article: str
    reason: str
    decree: str
    until: str


@dataclass(frozen=True)
class Withheld:
    """What a letter withholds under Ps 17 and the papers that go with it, each named once."""

    lines: tuple[WithheldLine, ...]
    papers: tuple[str, ...]


def withheld(content: NoticeContent) -> Withheld:
    """The passages as words. One statement; none where nothing is withheld."""
    if not content.withholds:
        return Withheld((), ())
    keys = {passage.exclusion for passage in content.passages}
    rows = {row.pk: row for row in Exclusion.objects.filter(pk__in=keys).select_related("test")}
    lines = tuple(_line(passage, rows[passage.exclusion]) for passage in content.passages)
    papers = dict.fromkeys(_papers(rows[passage.exclusion] for passage in content.passages))
    return Withheld(lines, (*papers, "Persetujuan tertulis atasan PPID atas penolakan ini"))


def _line(passage: Passage, row: Exclusion) -> WithheldLine:
    until = f"sampai {day(row.ends_on)}" if row.ends_on else row.period_words
    return WithheldLine(passage.matter, passage.article, passage.reason, _decree(row), until)


def _decree(row: Exclusion) -> str:
    return f"Nomor {row.decree_number}" + (f" tanggal {day(row.set_on)}" if row.set_on else "")


def _papers(rows: Iterable[Exclusion]) -> Iterable[str]:
    for row in rows:
        yield f"Keputusan PPID tentang klasifikasi informasi yang dikecualikan, {_decree(row)}"
        if row.test is not None:
            yield f"Lembar pengujian konsekuensi Nomor {row.test.number} tanggal {day(row.test.tested_on)}"
