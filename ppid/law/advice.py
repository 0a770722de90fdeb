"""What a refusal means for the applicant, in plain Indonesian, keyed to the article that the officer chose.

It judges nothing: it says what the body must be able to show, and what an objection may point at.
"""

from collections.abc import Iterator, Mapping

from ppid.law.decisions import Decision, Gap, NoticeContent
from ppid.law.refusals import say

# UU 14/2008 Ps 17 a–j; Ps 18(2) for g and h; Ps 20 for a–f, which are never permanent.
OF_ARTICLE: Mapping[str, str] = {
    "17A": say(
        "Pasal 17 huruf a: penegakan hukum. Tanyakan proses hukum mana yang terhambat dan sampai kapan; pengecualian "
        "ini paling lama 30 tahun dan berakhir bila dibuka dalam sidang terbuka."
    ),
    "17B": say(
        "Pasal 17 huruf b: kekayaan intelektual dan persaingan usaha. Yang dapat ditutup hanya rahasia dagangnya, "
        "bukan penggunaan uang negara."
    ),
    "17C": say(
        "Pasal 17 huruf c: pertahanan dan keamanan negara. Tanyakan bahaya nyata apa yang timbul; pengecualian ini "
        "tidak permanen."
    ),
    "17D": say("Pasal 17 huruf d: kekayaan alam. Tanyakan apa yang terungkap; pengecualian ini tidak permanen."),
    "17E": say(
        "Pasal 17 huruf e: ketahanan ekonomi nasional. Tanyakan kerugian apa yang timbul; pengecualian ini tidak "
        "permanen."
    ),
    "17F": say(
        "Pasal 17 huruf f: hubungan luar negeri. Tanyakan hubungan mana yang dirugikan; pengecualian ini tidak "
        "permanen."
    ),
    "17G": say(
        "Pasal 17 huruf g: akta pribadi dan wasiat. Terbuka bila yang bersangkutan setuju tertulis, atau menyangkut "
        "jabatan publik (Pasal 18 ayat 2)."
    ),
    "17H": say(
        "Pasal 17 huruf h: rahasia pribadi. Terbuka bila yang bersangkutan setuju tertulis, atau menyangkut jabatan "
        "publik (Pasal 18 ayat 2). Data orangnya dapat dihitamkan; sisanya diberikan."
    ),
    "17I": say(
        "Pasal 17 huruf i: surat antar badan publik yang dirahasiakan. Keputusan dan kebijakannya sendiri selalu "
        "terbuka (Pasal 18 ayat 1)."
    ),
    "17J": say(
        "Pasal 17 huruf j: dilarang undang-undang. Badan publik harus menyebut undang-undangnya; peraturan di bawahnya "
        "tidak cukup."
    ),
}
EXCLUDED = say(
    "Untuk pengecualian harus ada keputusan yang berlaku dan lembar uji konsekuensi; keduanya dilampirkan. Di Komisi "
    "Informasi, badan publiklah yang membuktikan (Pasal 45 ayat 1)."
)
PARTLY = say("Pengecualian sebagian tidak boleh dipakai untuk menutup seluruhnya (PERKI 1/2021 Pasal 50).")
NOT_HELD = say(
    "Informasinya belum dikuasai. Bila surat menyebut badan publik lain, Anda dapat meminta ke sana. Bila menurut Anda "
    "badan ini seharusnya memilikinya, sebutkan dasarnya dalam keberatan."
)
NOT_DOCUMENTED = say(
    "Informasinya belum didokumentasikan. Surat menyebut waktu yang diperlukan; sesudah itu Anda dapat meminta lagi."
)
REFUSED_6_2 = say(
    "Ditolak karena tidak sesuai ketentuan (Pasal 6 ayat 2). Surat harus menyebut aturannya; Anda dapat memperbaiki "
    "permohonan, atau berkeberatan bila aturan itu tidak berlaku bagi Anda."
)


def advice_on(content: NoticeContent) -> tuple[str, ...]:
    """The sentences on this decision, in the order of its letter; none where everything is given."""
    return tuple(dict.fromkeys(_advice(content)))


def _advice(content: NoticeContent) -> Iterator[str]:
    for passage in content.passages:
        yield OF_ARTICLE[str(passage.ground)]
    if content.passages:
        yield EXCLUDED
        if content.decision is Decision.PARTLY:
            yield PARTLY
    if content.lacking is Gap.NOT_HELD:
        yield NOT_HELD
    elif content.lacking is Gap.NOT_DOCUMENTED:
        yield NOT_DOCUMENTED
    if content.decision is Decision.REFUSED_6_2:
        yield REFUSED_6_2
