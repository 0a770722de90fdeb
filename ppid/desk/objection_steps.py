"""The moves of an objection at the desk: each its form, its action and its sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ppid.actions import letters, objection_steps, rulings, settlements
from ppid.actions.signatures import may_sign_on
from ppid.desk import office
from ppid.desk.forms import objections as forms
from ppid.desk.forms.base import MoveForm
from ppid.desk.forms.letters import ArrivalForm, SendingForm, SignedForm
from ppid.law.objections import Ground
from ppid.law.procedure import MoveName
from ppid.law.ruling import Role as Part
from ppid.law.ruling import hindrance_to_decide
from ppid.models import Appointment, Exclusion, Letter, Objection
from ppid.queries.deciders import next_superiors, parts_of


@dataclass(frozen=True)
class ObjectionTask:
    """What a step works on."""

    request: HttpRequest
    case: Objection
    now: office.Moment
    letter: Letter | None
    move: MoveName
    seen: int

    @property
    def said(self) -> dict[str, Any]:
        """What every action is told besides its own words."""
        return {"acting_user": self.request.user, "on": self.now.on, "at": self.now.at}

    def bound(self, kind: type[MoveForm], initial: dict[str, Any] | None = None, **more: Any) -> Any:
        start = {"seen": self.seen, **(initial or {})}
        if self.request.method == "POST":
            return kind(self.request.POST, self.request.FILES, initial=start, **more)
        return kind(initial=start, **more)

    @property
    def wanted(self) -> Letter:
        if self.letter is None:
            raise Http404
        return self.letter


@dataclass(frozen=True)
class ObjectionStep:
    """One move: `form` binds, `act` does it and gives the sentence of success, `warning` says what a yes means."""

    form: Callable[[ObjectionTask], Any]
    act: Callable[[ObjectionTask, Any], str]
    warning: Callable[[ObjectionTask], str] = lambda task: ""


def _ruling_form(task: ObjectionTask) -> Any:
    start: dict[str, Any] = {}
    if task.letter is not None:
        start = {**task.letter.content, "exclusions": task.letter.content.get("exclusions", [])}
    return task.bound(forms.RulingForm, start, exclusions=_in_force(task))


def _in_force(task: ObjectionTask) -> Any:
    """The exclusions that hold today with decree and sheet."""
    rows = Exclusion.objects.select_related("test").filter(decree__isnull=False).order_by("group", "content")
    held = [row.pk for row in rows if row.basis_facts.problem(task.now.on) is None]
    return rows.filter(pk__in=held)


def _draft_ruling(task: ObjectionTask, form: Any) -> str:
    letter = rulings.draft_ruling(case=task.case, content=form.content(), seen=form.cleaned_data["seen"], **task.said)
    return _("Konsep tanggapan %(number)s disimpan. Unduh naskahnya untuk ditandatangani.") % {"number": letter.number}


def _who_decides(task: ObjectionTask) -> str:
    """The desk says who may not, and that the approver of the refusal may (PERKI 1/2021 Ps 39(2))."""
    parts = parts_of(task.case, task.request.user, task.now.on)  # type: ignore[arg-type]
    if reason := hindrance_to_decide(parts):
        return _(reason)
    if Part.APPROVED in parts:
        return _(
            "Anda yang menyetujui penolakannya. Anda boleh memutus keberatan ini (PERKI 1/2021 Ps 39 ayat 2), atau "
            "menyerahkannya kepada atasan berikutnya (Penjelasan UU 14/2008 Ps 35 ayat 1)."
        )
    return ""


def _attach(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    letters.attach_signed(
        letter=task.wanted, upload=typed["upload"], signed_on=typed["signed_on"], signer=typed["signer"],
        compared=typed["compared"], seen=typed["seen"], **task.said,
    )  # fmt: skip
    return _("Surat bertanda tangan tersimpan. Tenggat baru berhenti setelah penyampaiannya dicatat.")


def _signers(task: ObjectionTask) -> Any:
    able = may_sign_on(task.wanted.kind, task.now.on)
    return Appointment.objects.filter(pk__in=[row.pk for row in able]).select_related("user")


def _send(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    letters.record_sending(
        letter=task.wanted, sent_on=typed["sent_on"], how=typed["how"], proof=typed["proof"], seen=typed["seen"],
        **task.said,
    )  # fmt: skip
    return _("Penyampaian dicatat. Keberatan ini sudah ditanggapi.")


def _arrive(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    letters.record_arrival(
        letter=task.wanted, delivered_on=typed["delivered_on"], proof=typed["proof"], seen=typed["seen"], **task.said
    )
    return _("Tanggal surat diterima pemohon dicatat.")


def _settlement_form(task: ObjectionTask) -> Any:
    letters_ = [Ground(row.ground) for row in task.case.grounds.all()]
    start = dict(task.letter.content) if task.letter else {"met_on": task.now.on}
    return task.bound(forms.SettlementForm, start, letters=letters_)


def _draft_settlement(task: ObjectionTask, form: Any) -> str:
    letter = settlements.draft_settlement(
        case=task.case, content=form.content(), seen=form.cleaned_data["seen"], **task.said
    )
    return _("Konsep berita acara %(number)s disimpan.") % {"number": letter.number}


def _settle(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    settlements.record_settlement(
        letter=task.wanted, upload=typed["upload"], agreed_on=typed["agreed_on"], seen=typed["seen"], **task.said
    )
    return _("Kesepakatan dicatat. Tenggat tanggapan atasan PPID tetap berjalan.")


def _next(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    rulings.offer_next_superior(
        case=task.case, decider=typed["decider"], reason=typed["reason"], seen=typed["seen"], **task.said
    )
    return _("Diserahkan. Tenggatnya tetap.")


def _ask(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    objection_steps.ask_missing(case=task.case, text=typed["text"], seen=typed["seen"], **task.said)
    return _("Permintaan dicatat dan dikirim. Tenggatnya tetap.")


def _reply(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    objection_steps.reply(
        case=task.case, content=typed["content"], text=typed["text"], replied_on=typed["replied_on"],
        seen=typed["seen"], **task.said,
    )  # fmt: skip
    return _("Tanggapan pemohon dicatat.")


def _fulfil(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    objection_steps.fulfil_order(
        case=task.case, fulfilled_on=typed["fulfilled_on"], how=typed["how"], proof=typed["proof"],
        given=[typed["given"]] if typed["given"] else [], seen=typed["seen"], **task.said,
    )  # fmt: skip
    return _("Pelaksanaan perintah dicatat.")


def _withdraw(task: ObjectionTask, form: Any) -> str:
    typed = form.cleaned_data
    objection_steps.withdraw(
        case=task.case, paper=typed["paper"], withdrawn_on=typed["withdrawn_on"], seen=typed["seen"], **task.said
    )
    return _("Pencabutan dicatat. Keberatan ini selesai.")


SLUGS: Mapping[MoveName, str] = {
    MoveName.DRAFT_RULING: "susun-tanggapan",
    MoveName.ATTACH_SIGNED: "unggah-surat",
    MoveName.SEND_RULING: "catat-tanggapan",
    MoveName.RECORD_ARRIVAL: "catat-diterima",
    MoveName.OFFER_NEXT_SUPERIOR: "serahkan-atasan",
    MoveName.DRAFT_SETTLEMENT: "susun-musyawarah",
    MoveName.RECORD_SETTLEMENT: "catat-musyawarah",
    MoveName.ASK_MISSING: "minta-kekurangan",
    MoveName.RECORD_REPLY: "catat-tanggapan-pemohon",
    MoveName.FULFIL_ORDER: "catat-dilaksanakan",
    MoveName.WITHDRAW: "cabut",
}
BY_SLUG: Mapping[str, MoveName] = {slug: name for name, slug in SLUGS.items()}
STEPS: Mapping[MoveName, ObjectionStep] = {
    MoveName.DRAFT_RULING: ObjectionStep(_ruling_form, _draft_ruling, _who_decides),
    MoveName.ATTACH_SIGNED: ObjectionStep(
        lambda task: task.bound(SignedForm, {"signed_on": task.now.on}, signers=_signers(task)), _attach
    ),
    MoveName.SEND_RULING: ObjectionStep(
        lambda task: task.bound(SendingForm, {"sent_on": task.now.on}), _send,
        lambda task: _("Setelah dicatat, surat tidak dapat diganti lagi dan tenggatnya berhenti."),
    ),
    MoveName.RECORD_ARRIVAL: ObjectionStep(
        lambda task: task.bound(ArrivalForm, {"delivered_on": task.now.on}), _arrive,
        lambda task: _("14 hari kerja untuk sengketa dihitung sejak tanggal ini."),
    ),
    MoveName.OFFER_NEXT_SUPERIOR: ObjectionStep(
        lambda task: task.bound(
            forms.NextSuperiorForm, superiors=next_superiors(task.request.user, task.now.on)  # type: ignore[arg-type]
        ),
        _next,
    ),
    MoveName.DRAFT_SETTLEMENT: ObjectionStep(
        _settlement_form, _draft_settlement,
        lambda task: _("Musyawarah tidak menghentikan tenggat dan tidak melepaskan hak pemohon."),
    ),
    MoveName.RECORD_SETTLEMENT: ObjectionStep(
        lambda task: task.bound(forms.SignedMinutesForm, {"agreed_on": task.now.on}), _settle
    ),
    MoveName.ASK_MISSING: ObjectionStep(lambda task: task.bound(forms.MissingForm), _ask),
    MoveName.RECORD_REPLY: ObjectionStep(
        lambda task: task.bound(forms.DeskReplyForm, {"replied_on": task.now.on}), _reply
    ),
    MoveName.FULFIL_ORDER: ObjectionStep(
        lambda task: task.bound(forms.FulfilForm, {"fulfilled_on": task.now.on}), _fulfil
    ),
    MoveName.WITHDRAW: ObjectionStep(
        lambda task: task.bound(forms.WithdrawObjectionForm, {"withdrawn_on": task.now.on}), _withdraw,
        lambda task: _("Ini tidak dapat dibatalkan."),
    ),
}  # fmt: skip
