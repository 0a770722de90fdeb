"""The story's words of a dispute."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.law.disputes import RULINGS, STAGES, Ruling, Stage
from ppid.models import Case
from ppid.queries.timeline_words import Words, iso_words

Payload = Mapping[str, object]
Units = Mapping[int, str]


def _registered(case: Case, payload: Payload, units: Units) -> str:
    return _("Permohonan sengketa diajukan pemohon %(day)s; dicatat dengan nomor %(number)s.") % {
        "day": iso_words(payload.get("applied_on")), "number": payload.get("number"),
    }  # fmt: skip


def _stage(case: Case, payload: Payload, units: Units) -> str:
    said = {"day": iso_words(payload.get("entered_on")), "stage": _(STAGES[Stage(str(payload.get("stage")))])}
    if grounds := str(payload.get("grounds") or ""):
        return _("Tahap sengketa sejak %(day)s: %(stage)s (alasan %(grounds)s).") % {
            **said, "grounds": ", ".join(grounds),
        }  # fmt: skip
    return _("Tahap sengketa sejak %(day)s: %(stage)s.") % said


def _reasons(case: Case, payload: Payload, units: Units) -> str:
    return _("Alasan badan publik diajukan %(day)s.") % {"day": iso_words(payload.get("filed_on"))}


def _hearing(case: Case, payload: Payload, units: Units) -> str:
    return _("Sidang %(day)s dicatat dengan surat kuasa khususnya.") % {"day": iso_words(payload.get("held_on"))}


def _decision(case: Case, payload: Payload, units: Units) -> str:
    return _("Putusan dibacakan %(day)s: %(ruling)s.") % {
        "day": iso_words(payload.get("read_on")), "ruling": _(RULINGS[Ruling(str(payload.get("ruling")))]),
    }  # fmt: skip


def _court(case: Case, payload: Payload, units: Units) -> str:
    return _("Perkembangan putusan dicatat: penerimaan, gugatan atau putusan pengadilan.")


def _final(case: Case, payload: Payload, units: Units) -> str:
    if payload.get("due"):
        return _("Putusan berkekuatan hukum tetap %(day)s; dilaksanakan paling lambat %(due)s.") % {
            "day": iso_words(payload.get("final_on")), "due": iso_words(payload.get("due")),
        }  # fmt: skip
    return _("Putusan berkekuatan hukum tetap %(day)s.") % {"day": iso_words(payload.get("final_on"))}


def _complied(case: Case, payload: Payload, units: Units) -> str:
    return _("Putusan dilaksanakan %(day)s.") % {"day": iso_words(payload.get("complied_on"))}


def _published(case: Case, payload: Payload, units: Units) -> str:
    return _("Teks putusan diumumkan, orang pribadi disamarkan.")


def _in_register(case: Case, payload: Payload, units: Units) -> str:
    return _("Informasi yang dibuka putusan masuk daftar informasi publik.")


WORDS: Mapping[str, Words] = {
    "dispute_registered": _registered,
    "stage_entered": _stage,
    "reasons_filed": _reasons,
    "hearing_set": _hearing,
    "decision_recorded": _decision,
    "court_recorded": _court,
    "became_final": _final,
    "complied": _complied,
    "decision_published": _published,
    "entered_in_register": _in_register,
}
