"""The desk's forms about objections: entering one, answering it, settling it, and what follows."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, UPLOAD, DayInput, MoveForm
from ppid.desk.forms.letters import SignerField
from ppid.law.filing import Channel, Filing
from ppid.law.objections import GROUNDS, Ground, ObjectionFiling
from ppid.law.ruling import Outcome, RulingContent, SettlementContent
from ppid.models import Appointment, Exclusion, InformationRequest, Objection, Reply

CHANNELS = [
    (Channel.COUNTER, _("Datang langsung")), (Channel.LETTER, _("Surat")), (Channel.EMAIL, _("Surat elektronik")),
]  # fmt: skip


def text(label: Any, help_text: Any = "", **more: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs=LONG), **more)


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, widget=DayInput, required=required, help_text=help_text,
        error_messages={"required": _("Tanggal belum diisi."), "invalid": _("Tanggal tidak terbaca.")},
    )  # fmt: skip


def grounds(letters: list[Ground] | None = None) -> forms.MultipleChoiceField:
    """Tick boxes of the grounds, in the law's words."""
    return forms.MultipleChoiceField(
        label=_("Alasan (UU 14/2008 Ps 35 ayat 1)"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(ground.value, f"{ground}. {GROUNDS[ground].label}") for ground in letters or list(Ground)],
        error_messages={"invalid_choice": _("Pilih salah satu pilihan yang tersedia.")},
    )  # fmt: skip


class EnterObjectionForm(forms.Form):
    """An objection that came by counter, letter or e-mail. Without a request number only ground b."""

    request_number = forms.CharField(
        label=_("Nomor permohonan"), required=False, max_length=80,
        help_text=_("Kosongkan hanya untuk alasan huruf b (informasi berkala)."),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("Saluran"), choices=CHANNELS)
    received_on = day(_("Diterima"))
    grounds = grounds()
    reasons = text(_("Alasan dengan kata-kata pemohon"))
    position = text(_("Kasus posisi"), _("Lampiran X. Bila kosong, dapat diminta kemudian."))
    purpose = text(_("Tujuan penggunaan"))
    found_on = day(_("Kapan diketahui (huruf b)"), required=False)
    subject = text(_("Informasi berkala yang tidak tersedia (huruf b)"))
    name = forms.CharField(
        label=_("Nama"), required=False, max_length=200,
        help_text=_("Kosong: pemohon pada permohonan itu. Isi untuk huruf b tanpa permohonan."),
    )  # fmt: skip
    email = forms.EmailField(label=_("Surat elektronik"), required=False)
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=40)
    address = forms.CharField(label=_("Alamat"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    proxy_name = forms.CharField(label=_("Nama kuasa"), required=False, max_length=200)
    helped_by = forms.CharField(
        label=_("Petugas yang membantu"), required=False, max_length=200,
        help_text=_("Bila pemohon dibantu mengisi formulir (PERKI 1/2021 Ps 41 ayat 2)."),
    )  # fmt: skip
    paper = forms.FileField(
        label=_("Surat keberatan"), required=False, help_text=_("Pindaian formulir atau suratnya (PDF, JPG, PNG)."),
        widget=forms.FileInput(attrs=UPLOAD),
    )  # fmt: skip
    submission = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        options["initial"] = {"submission": str(uuid.uuid4()), **(options.get("initial") or {})}
        super().__init__(*args, **options)

    def filing(self, request: InformationRequest | None) -> ObjectionFiling:
        typed = self.cleaned_data
        return ObjectionFiling(
            grounds=tuple(Ground(letter) for letter in typed["grounds"]), reasons=typed["reasons"],
            position=typed["position"], purpose=typed["purpose"], found_on=typed["found_on"],
            person=self._person(request), helped_by=typed["helped_by"], submission=typed["submission"],
        )  # fmt: skip

    def _person(self, request: InformationRequest | None) -> Filing | None:
        typed = self.cleaned_data
        if request is None and not typed["name"].strip():
            return None
        if request is not None and not (typed["name"].strip() or typed["proxy_name"].strip()):
            return None
        known = request.applicant if request is not None else None
        return Filing(
            name=typed["name"] or (known.name if known else ""),
            details=typed["subject"] or (request.details if request is not None else ""),
            email=typed["email"] or (known.email if known else ""),
            phone=typed["phone"] or (known.phone if known else ""),
            address=typed["address"] or (known.address if known else ""),
            identity=known.identity if known else "", occupation=known.occupation if known else "",
            proxy_name=typed["proxy_name"],
        )  # fmt: skip


class RulingForm(MoveForm):
    """The superior's answer (UU 14/2008 Ps 36; PERKI 1/2021 Ps 44)."""

    outcome = forms.ChoiceField(
        label=_("Keputusan"), choices=[("", _("Pilih keputusan")), *Objection.Outcome.choices],
        error_messages={"required": _("Keputusan belum dipilih. Pilih salah satu.")},
    )  # fmt: skip
    reasons = text(_("Alasan tertulis"), _("Wajib (UU 14/2008 Ps 36 ayat 3)."))
    rebuttal = text(_("Tanggapan atas alasan pemohon"), _("Satu per satu (PERKI 1/2021 Ps 44 ayat 2)."))
    order = text(_("Yang diperintahkan diberikan"))
    order_until = day(_("Diberikan paling lambat"), required=False, help_text=_("Menjadi tugas bertanggal bagi PPID."))
    exclusions = forms.ModelMultipleChoiceField(
        label=_("Keputusan pengecualian yang berlaku"), required=False, queryset=Exclusion.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wajib bila yang ditutup dikecualikan; dilampirkan beserta lembar ujinya (Ps 44 ayat 3)."),
        error_messages={"invalid_choice": _("Keputusan ini tidak tersedia. Pilih lagi.")},
    )  # fmt: skip

    def __init__(self, *args: Any, exclusions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["exclusions"].queryset = exclusions  # type: ignore[attr-defined]

    def content(self) -> RulingContent:
        typed = self.cleaned_data
        return RulingContent(
            outcome=Outcome(typed["outcome"]), reasons=typed["reasons"], rebuttal=typed["rebuttal"],
            order=typed["order"], order_until=typed["order_until"],
            exclusions=tuple(row.pk for row in typed["exclusions"]),
        )  # fmt: skip


class SettlementForm(MoveForm):
    """Minutes of a settlement; only grounds b–g of this objection are offered."""

    met_on = day(_("Tanggal musyawarah"))
    place = forms.CharField(label=_("Tempat"), required=False, max_length=200)
    present = text(_("Yang hadir"), _("Nama dan jabatan, satu per baris."))
    agreed = text(_("Isi kesepakatan"))

    def __init__(self, *args: Any, letters: list[Ground], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["grounds"] = grounds([one for one in letters if GROUNDS[one].settled] or letters)

    def content(self) -> SettlementContent:
        typed = self.cleaned_data
        return SettlementContent(
            tuple(Ground(letter) for letter in typed["grounds"]), typed["met_on"], typed["place"], typed["present"],
            typed["agreed"],
        )  # fmt: skip


class SignedMinutesForm(MoveForm):
    upload = forms.FileField(
        label=_("Berita acara bertanda tangan kedua pihak"), widget=forms.FileInput(attrs=UPLOAD),
        error_messages={"required": _("Berkas belum dipilih. Pilih berita acara yang sudah ditandatangani.")},
    )  # fmt: skip
    agreed_on = day(_("Tanggal disepakati"))


class NextSuperiorForm(MoveForm):
    decider = SignerField(
        label=_("Atasan berikutnya"), queryset=Appointment.objects.none(), empty_label=_("Pilih pejabat"),
        error_messages={"required": _("Pejabat belum dipilih."), "invalid_choice": _("Pilih pejabat lain.")},
    )  # fmt: skip
    reason = text(_("Mengapa diserahkan"))

    def __init__(self, *args: Any, superiors: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decider"].queryset = superiors  # type: ignore[attr-defined]


class MissingForm(MoveForm):
    text = text(_("Yang perlu ditambahkan"), _("Dikirim lewat surel. Tidak ada yang gugur karenanya."))


class DeskReplyForm(MoveForm):
    content = forms.ChoiceField(
        label=_("Tanggapan pemohon"), choices=[("", _("Pilih")), *Reply.Content.choices],
        error_messages={"required": _("Tanggapan belum dipilih. Pilih salah satu.")},
    )  # fmt: skip
    replied_on = day(_("Tanggal"))
    text = text(_("Uraian"))


class FulfilForm(MoveForm):
    fulfilled_on = day(_("Dilaksanakan pada"))
    how = text(_("Apa yang diberikan dan bagaimana"))
    given = forms.FileField(
        label=_("Informasi yang diberikan"), required=False, widget=forms.FileInput(attrs=UPLOAD),
        help_text=_("Dapat dibuka pemohon di halaman lacak. Periksa dahulu data pribadi orang lain di dalamnya."),
    )  # fmt: skip
    proof = forms.FileField(label=_("Bukti penyerahan"), required=False, widget=forms.FileInput(attrs=UPLOAD))


class WithdrawObjectionForm(MoveForm):
    withdrawn_on = day(_("Tanggal surat pencabutan"))
    paper = forms.FileField(
        label=_("Surat pencabutan"), required=False, widget=forms.FileInput(attrs=UPLOAD),
        help_text=_("Hanya pemohon atau kuasanya yang dapat mencabut, secara tertulis."),
    )  # fmt: skip
