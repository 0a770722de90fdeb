"""Every letter that the golden texts write, by name, and what else leaves the office as a PDF."""

from collections.abc import Callable
from functools import partial

from ppid import letters
from ppid.actions import dispositions
from ppid.law.letters import LetterKind, is_signed
from ppid.models import Letter, Role
from tests import factories
from tests.golden import test_letters as golden
from tests.golden import test_letters_of_objections as of_objections
from tests.golden import test_letters_of_parts as of_parts

Make = Callable[[], Letter]


def disposition() -> Letter:
    case = golden.case_of_the_golden_text()
    dispositions.dispose(
        case=case, unit=factories.make_unit(name="Dinas Pekerjaan Umum"), desk_date=factories.DUE,
        instruction="Siapkan rinciannya.\n\nBalas lewat meja layanan.", acting_user=factories.make_officer(Role.PPID),
        on=factories.TODAY, at=factories.moment(factories.TODAY, 13),
    )  # fmt: skip
    return case.letters.get(kind=Letter.Kind.DISPOSITION)


MAKERS: dict[LetterKind, dict[str, Make]] = {
    LetterKind.RECEIPT: {"tanda-bukti": golden.receipt, "tanda-bukti-keberatan": of_objections.receipt},
    LetterKind.NOTICE: {
        **{name: partial(golden.notice, name) for name in golden.NOTICES},
        **{name: partial(golden.refusal, name) for name in golden.REFUSALS},
    },
    LetterKind.INCOMPLETE: {"keterangan-tidak-lengkap": golden.incomplete},
    LetterKind.EXTENSION: {"perpanjangan-waktu": golden.extension},
    LetterKind.DISPOSITION: {"lembar-disposisi": disposition},
    LetterKind.DELIVERY: {"tanda-penyerahan": golden.delivery_note},
    LetterKind.CONSIDERATION: {
        "pertimbangan-tertulis": golden.consideration,
        "pertimbangan-penolakan": partial(golden.consideration, golden.approved_refusal),
    },
    LetterKind.FORWARDING: {"pengantar-penerusan": golden.forwarding_letter},
    LetterKind.COMPLAINT: {"pemberitahuan-pengaduan": golden.complaint_news},
    LetterKind.PAYMENT: {"tanda-terima-biaya": of_parts.payment},
    LetterKind.COPY_FORM: {
        "formulir-penggandaan": of_parts.copy_form,
        "formulir-penggandaan-petugas": partial(of_parts.copy_form, by_officer=True),
    },
    LetterKind.MINUTES: {"berita-acara": of_parts.minutes},
    LetterKind.RULING: {"tanggapan-keberatan": of_objections.answer},
    LetterKind.SETTLEMENT: {"berita-acara-musyawarah": of_objections.minutes},
    LetterKind.SILENCE: {
        "catatan-tidak-dijawab": of_objections.silence,
        "catatan-keberatan": of_objections.silence_of_the_superior,
    },
}


def _filled_form() -> bytes:
    return letters.filled_form(golden.case_of_the_golden_text())


def _preview() -> bytes:
    letter = golden.notice()
    return letters.preview(letter.case, factories.notice(), factories.TODAY)


# By name, what makes the bytes: each letter as it is built, those to be signed also without KONSEP.
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "formulir-rangkap": _filled_form,
    "pratinjau": _preview,
    **{name: lambda make=make: letters.build(make()) for made in MAKERS.values() for name, make in made.items()},
    **{
        f"{name}-naskah": lambda make=make: letters.for_signature(make())
        for kind, made in MAKERS.items()
        if is_signed(kind)
        for name, make in made.items()
    },
}
