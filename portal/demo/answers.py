"""What the invented notices say, by the fate of the question."""

from collections.abc import Mapping

from portal.demo.questions import Question
from ppid.law.decisions import Decision, Gap, GivenPart, NoticeContent
from ppid.law.exemptions import Ground
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.withholding import Passage
from ppid.models import Exclusion

CONSIDERATIONS = {
    Decision.GRANTED: "Informasi ini tidak termasuk yang dikecualikan dan sudah dikuasai badan publik.",
    Decision.PARTLY: "Bagian yang sudah ada dan terbuka diberikan; bagian lain tidak, dengan alasannya.",
    Decision.NOT_HELD: "Data ini dikumpulkan dan dikuasai kepolisian, bukan pemerintah kabupaten.",
    Decision.NOT_DOCUMENTED: "Informasi dengan rincian itu belum pernah dibuat.",
    Decision.REFUSED_17: "Uji konsekuensi menunjukkan bahwa kerugian bila dibuka lebih besar daripada manfaatnya.",
    Decision.REFUSED_6_2: "Permintaan tidak menyebut informasi tertentu sehingga tidak dapat dipenuhi menurut ketentuan.",
}
DECISIONS = {
    "part": Decision.PARTLY, "part_17": Decision.PARTLY, "not_held": Decision.NOT_HELD,
    "not_documented": Decision.NOT_DOCUMENTED, "refused_17": Decision.REFUSED_17,
    "refusal_waiting": Decision.REFUSED_17, "refused_6_2": Decision.REFUSED_6_2,
}  # fmt: skip
# Answered only after the superior approved.
WITHHOLDING = frozenset({"refusal_waiting", "refused_17", "part_17"})


def notice_of(question: Question, bases: Mapping[str, Exclusion]) -> NoticeContent:
    """The notice of one question; `bases` are the classes withheld by decree."""
    decision = DECISIONS.get(question.fate, Decision.GRANTED)
    unmade = question.fate == "part"
    return NoticeContent(
        decision=decision,
        consideration=CONSIDERATIONS[decision],
        parts=(_part(question),) if decision in (Decision.GRANTED, Decision.PARTLY) else (),
        gap=Gap.NOT_DOCUMENTED if unmade else None,
        gap_matter="Data menurut kecamatan" if unmade else "",
        holder="Kepolisian Resor Tirta Raya" if decision is Decision.NOT_HELD else "",
        document_days=30 if unmade or decision is Decision.NOT_DOCUMENTED else None,
        passages=(_passage(question, bases),) if question.fate in WITHHOLDING else (),
        rule="UU 14/2008 Pasal 4 ayat (3) dan Pasal 6 ayat (2)" if decision is Decision.REFUSED_6_2 else "",
    )


def _part(question: Question) -> GivenPart:
    return GivenPart(
        material=question.details, forms=(CopyForm.SOFT,), access_way=AccessWay.COPY, delivery_way=DeliveryWay.EMAIL,
        days=0,
    )  # fmt: skip


def _passage(question: Question, bases: Mapping[str, Exclusion]) -> Passage:
    bids = "penawaran" in question.details
    basis = bases["bids" if bids else "privacy"]
    ground = Ground("17B") if bids else Ground("17H")
    matter = "Dokumen penawaran peserta" if bids else "Nama, NIK, alamat dan keterangan kesehatan orang"
    reason = "Penilaian belum selesai." if bids else "Membukanya mengungkap rahasia pribadi orang itu."
    return Passage(basis.pk, ground, matter, reason)
