"""The story's words of the applicant's side: a part taken back, an end, who goes on, the desk's flags."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import ApplicantEnding, Case, CaseFlag
from ppid.queries.timeline_words import Words, iso_words

Payload = Mapping[str, object]


def _part(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Sebagian permohonan dicabut pemohon pada %(day)s. Sisanya berjalan dengan tanggal yang sama.") % {
        "day": iso_words(payload.get("withdrawn_on"))
    }


def _ended(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    end = str(payload.get("end", ""))
    return _("Dicatat dengan bukti: %(end)s. Tenggat tetap berjalan.") % {
        "end": str(dict(ApplicantEnding.Kind.choices).get(end, end)).lower()
    }


def _succeeded(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Permohonan dilanjutkan ahli waris atau penerus hukum, dengan bukti.")


def _uncontinued(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Tidak ada yang melanjutkan; ditutup dengan catatan pada %(day)s.") % {
        "day": iso_words(payload.get("closed_on"))
    }


def _flagged(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Ditandai “%(flag)s”. Tanda ini tidak menghentikan apa pun.") % {"flag": _flag(payload)}


def _lifted(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Tanda “%(flag)s” dicabut.") % {"flag": _flag(payload)}


def _flag(payload: Payload) -> str:
    flag = str(payload.get("flag", ""))
    return str(dict(CaseFlag.Kind.choices).get(flag, flag)).lower()


WORDS: Mapping[str, Words] = {
    "withdrawn_in_part": _part,
    "applicant_ended": _ended,
    "successor_accepted": _succeeded,
    "closed_uncontinued": _uncontinued,
    "flagged": _flagged,
    "flag_lifted": _lifted,
}
