"""What a lawful notice must carry (UU 14/2008 Ps 22(7); PERKI 1/2021 Ps 31(4)-35, Annex VII).

Plain values in, problems out. The forms show the same sentences that a command or an import would print.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from ppid.law.exemptions import grounds_in
from ppid.law.giving import OTHER_FEE, GivenPart, part_problems
from ppid.law.refusals import Invalid, Problem, say
from ppid.law.withholding import Passage, written_problems

__all__ = ["GIVING", "OTHER_FEE", "Decision", "Gap", "GivenPart", "NoticeContent", "check_sending", "check_signing"]

# The wording of the letter. 1: drafts from before the parts, whose one part says only how many days; such a draft
# that is written again must give the bytes whose hash was recorded.
EDITION = 2


class Decision(StrEnum):
    """What a notice may decide. The last four are the kinds of refusal of law.md §1.4, each with its own letter."""

    GRANTED = "granted"
    PARTLY = "partly"
    NOT_HELD = "not_held"
    NOT_DOCUMENTED = "not_documented"
    REFUSED_17 = "refused_17"
    REFUSED_6_2 = "refused_6_2"


# A name shorter than this is a slip; the bodies' own are longer ("KPU", "BPS" and "BPN" are the shortest).
BODY_LETTERS, BODY_LENGTH = 3, 300
NO_BODY = frozenset({"tidak tahu", "tidak diketahui", "belum diketahui", "tidak ada", "lainnya", "badan lain"})
_PROVISION = re.compile(r"\b(?:pasal|ps\.?|angka|diktum)\s*\d", re.IGNORECASE)
GIVING = frozenset({Decision.GRANTED, Decision.PARTLY})


class Gap(StrEnum):
    """Why a part is not given without being excluded (UU 6(3)e; PERKI 13(2)e): no decree is needed, no ground a."""

    NOT_HELD = "not_held"
    NOT_DOCUMENTED = "not_documented"


@dataclass(frozen=True)
class NoticeContent:
    """The written notice of UU 14/2008 Ps 22(7) and PERKI 1/2021 Ps 31(4), in the blocks of Annex VII.

    Amounts are whole rupiah, `document_days` working days (PERKI Ps 1 no 22). Block A, the `parts` and how they are
    paid, is filled when something is given; block B when something is not held or not documented; giving partly needs
    both.
    """

    decision: Decision
    # UU 7(4)-(5), PERKI 5(1)d: the short written consideration that every decision on a request carries.
    consideration: str
    # Block A
    parts: tuple[GivenPart, ...] = ()
    held_elsewhere: str = ""
    payment: str = ""
    # Block B
    gap: Gap | None = None
    gap_matter: str = ""
    holder: str = ""
    document_days: int | None = None
    # Withheld under Ps 17, whole or blackened in part: each rests on a decree and waits for the superior.
    passages: tuple[Passage, ...] = ()
    # Refused under UU 6(2), PERKI 4(1)b: the provision that the request goes against.
    rule: str = ""
    edition: int = EDITION

    @property
    def withholds(self) -> bool:
        """Whether anything is withheld under Ps 17, so that decree, sheet and approval are wanted."""
        return bool(self.passages)

    @property
    def gives(self) -> bool:
        return self.decision in GIVING

    @property
    def total_fee(self) -> int:
        return sum(part.fee for part in self.parts)

    @property
    def promised(self) -> tuple[int, ...]:
        """The numbers, from 1, of the parts that are handed over after the notice: each is a promise of its own."""
        return tuple(number for number, part in enumerate(self.parts, 1) if not part.with_letter)

    @property
    def lacking(self) -> Gap | None:
        """Which tick of block B is set."""
        if self.decision is Decision.NOT_HELD:
            return Gap.NOT_HELD
        if self.decision is Decision.NOT_DOCUMENTED:
            return Gap.NOT_DOCUMENTED
        return self.gap if self.decision is Decision.PARTLY else None

    def problems(self) -> tuple[Problem, ...]:
        return (*self._in_general(), *self._in_block_a(), *self._in_block_b(), *self._refusing())

    def checked(self) -> Self:
        """Itself, or Invalid."""
        problems = self.problems()
        if problems:
            raise Invalid(problems)
        return self

    def as_json(self) -> dict[str, Any]:
        """Plain values for the letter's row; `from_json` gives the same content back."""
        plain = asdict(self)
        plain["parts"] = [part.as_json() for part in self.parts]
        plain["passages"] = [passage.as_json() for passage in self.passages]
        return {name: str(value) if isinstance(value, StrEnum) else value for name, value in plain.items()}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        """From a letter's row. Rows of the first edition held one part's values beside the rest."""
        gap = plain.get("gap")
        old = "parts" not in plain
        decision = Decision(plain["decision"])
        rows = [plain] if old and decision in GIVING else plain.get("parts", ())
        return cls(
            decision=decision,
            consideration=plain["consideration"],
            parts=tuple(GivenPart.from_json(row) for row in rows),
            held_elsewhere=plain.get("held_elsewhere", ""),
            payment=plain.get("payment", ""),
            gap=Gap(gap) if gap else None,
            gap_matter=plain.get("gap_matter", ""),
            holder=plain.get("holder", ""),
            document_days=plain.get("document_days"),
            passages=tuple(Passage.from_json(passage) for passage in plain.get("passages", ())),
            rule=plain.get("rule", ""),
            edition=1 if old else plain.get("edition", EDITION),
        )

    def _in_general(self) -> Iterator[Problem]:
        if not self.consideration.strip():
            yield Problem(
                "consideration",
                say("Pertimbangan tertulis belum diisi. Tulis alasan keputusan ini (UU 14/2008 Ps 7 ayat 4)."),
            )
        if self.document_days is not None and self.document_days < 0:
            yield Problem("document_days", say("Angka tidak boleh kurang dari nol. Tulis 0 bila tidak ada."))

    def _in_block_a(self) -> Iterator[Problem]:
        if not self.gives:
            if self.parts:
                yield Problem(
                    "parts",
                    say("Keputusan ini tidak memberi apa-apa. Kosongkan uraian dan bentuk, atau pilih sebagian."),
                )
            return
        yield from part_problems(self.parts)
        if self.total_fee > 0 and not self.payment.strip():
            yield Problem(
                "payment", say("Cara pembayaran belum diisi padahal ada biaya. Tulis ke mana dan bagaimana membayar.")
            )

    def _in_block_b(self) -> Iterator[Problem]:
        lacking = self.lacking
        if self.decision is Decision.PARTLY:
            if self.gap is None and not self.passages:
                yield Problem(
                    "gap",
                    say("Alasan bagian yang tidak diberikan belum dipilih. Pilih salah satu alasan."),
                )
            if not self.gap_matter.strip() and (self.gap is not None or not self.passages):
                yield Problem(
                    "gap_matter",
                    say("Bagian yang tidak diberikan belum diuraikan. Tulis informasi mana yang tidak diberikan."),
                )
        elif self.decision is Decision.GRANTED and (self.gap is not None or self.gap_matter.strip()):
            yield Problem(
                "gap",
                say("Seluruh informasi diberikan. Kosongkan bagian ini, atau pilih dikabulkan sebagian."),
            )
        holder = self.holder.strip()
        if holder and lacking is not Gap.NOT_HELD:
            yield Problem(
                "holder",
                say("Badan publik yang menguasai hanya disebut bila informasinya tidak kami kuasai. Kosongkan."),
            )
        for name, body in (("holder", holder), ("held_elsewhere", self.held_elsewhere.strip())):
            if body and not names_a_body(body):
                text = say("Nama badan publik belum jelas. Tulis nama lengkapnya, atau kosongkan bila tidak diketahui.")
                yield Problem(name, text)
        if lacking is Gap.NOT_DOCUMENTED and not self.document_days:
            yield Problem(
                "document_days",
                say("Waktu pendokumentasian belum diisi. Tulis berapa hari kerja yang diperlukan (Lampiran VII)."),
            )
        if lacking is not Gap.NOT_DOCUMENTED and self.document_days:
            yield Problem(
                "document_days",
                say("Waktu ini hanya untuk informasi yang belum didokumentasikan. Kosongkan."),
            )

    def _refusing(self) -> Iterator[Problem]:
        if self.decision is Decision.REFUSED_17 and not self.passages:
            text = say("Informasi yang dikecualikan belum disebut. Isi sedikitnya satu bagian dengan dasarnya (Ps 17).")
            yield Problem("passages", text)
        elif self.passages and self.decision not in {Decision.REFUSED_17, Decision.PARTLY}:
            text = say("Keputusan ini tidak menutup bagian apa pun. Kosongkan bagian yang dihitamkan.")
            yield Problem("passages", text)
        yield from written_problems(self.passages)
        if self.decision is Decision.REFUSED_6_2 and not self.rule.strip():
            text = say("Ketentuan yang dilanggar permohonan belum disebut. Tulis peraturan dan pasalnya (Ps 6 ayat 2).")
            yield Problem("rule", text)
        elif self.decision is Decision.REFUSED_6_2 and grounds_in(self.rule):
            text = say("Pasal 17 memerlukan keputusan pengecualian. Pilih ditolak karena dikecualikan (Ps 17).")
            yield Problem("rule", text)
        elif self.decision is Decision.REFUSED_6_2 and not cites_a_provision(self.rule):
            text = say("Sebut peraturan dan pasalnya, misalnya: PERKI 1/2021 Pasal 4 ayat (1) huruf b.")
            yield Problem("rule", text)
        elif self.rule.strip() and self.decision is not Decision.REFUSED_6_2:
            yield Problem("rule", say("Ketentuan ini hanya untuk penolakan Ps 6 ayat (2). Kosongkan."))


def cites_a_provision(rule: str) -> bool:
    """Whether `rule` names an article: "tidak sesuai ketentuan" alone is no rule (law.md §1.4, kind 2)."""
    return bool(_PROVISION.search(rule))


def names_a_body(words: str) -> bool:
    """Whether `words` can be the name of a public body: letters enough for one, and no "tidak tahu" or a dash."""
    letters = sum(sign.isalpha() for sign in words)
    return letters >= BODY_LETTERS and len(words) <= BODY_LENGTH and words.casefold() not in NO_BODY


def check_signing(*, drafted_on: dt.date, signed_on: dt.date, on: dt.date) -> None:
    """A letter is signed between the day of its draft and today."""
    if signed_on > on:
        raise Invalid([Problem("signed_on", say("Tanggal penandatanganan di masa depan. Tulis tanggal pada surat."))])
    if signed_on < drafted_on:
        raise Invalid(
            [Problem("signed_on", say("Tanggal tanda tangan mendahului konsepnya. Periksa tanggal pada surat."))]
        )


def check_sending(*, signed_on: dt.date, sent_on: dt.date, on: dt.date) -> None:
    """A letter is sent between the day of its signature and today (UU 14/2008 Ps 22(7): "menyampaikan")."""
    if sent_on > on:
        raise Invalid([Problem("sent_on", say("Tanggal penyampaian di masa depan. Catat setelah surat disampaikan."))])
    if sent_on < signed_on:
        raise Invalid(
            [Problem("sent_on", say("Tanggal penyampaian mendahului tanggal tanda tangan. Periksa bukti kirimnya."))]
        )


def check_arrival(*, sent_on: dt.date, delivered_on: dt.date, on: dt.date) -> None:
    """A letter arrives between the day of its sending and today."""
    if delivered_on > on:
        raise Invalid([Problem("delivered_on", say("Tanggal diterima di masa depan. Catat setelah surat sampai."))])
    if delivered_on < sent_on:
        raise Invalid(
            [Problem("delivered_on", say("Tanggal diterima mendahului tanggal kirim. Periksa bukti terimanya."))]
        )
