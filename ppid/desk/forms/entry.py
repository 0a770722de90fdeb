"""The form by which the desk writes down a request that did not come by the web (law.md §2.3, §2.4).

What stops it are a name, a way to reach the applicant, what is asked, and a receipt that cannot be: everything else may
stay empty (PERKI 1/2021 Ps 33 asks for it later).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import DayInput, said
from ppid.law import filing as law
from ppid.law.applicant_papers import PaperRole
from ppid.law.filing import AccessWay, ApplicantKind, Channel, CopyForm, DeliveryWay, Filing, readable
from ppid.law.procedure import Invalid
from ppid.models import Applicant, CaseFile, InformationRequest

TAKEN = "application/pdf,image/jpeg,image/png,.docx,.xlsx,.odt,.ods"
# What the desk writes down; the web form registers by itself.
CHANNELS = tuple((channel.value, label) for channel, label in (
    (Channel.COUNTER, _("Datang langsung")),
    (Channel.LETTER, _("Surat")),
    (Channel.EMAIL, _("Surat elektronik")),
    (Channel.TELEPHONE, _("Telepon atau lisan")),
))  # fmt: skip
TOO_LONG = {"max_length": _("Terlalu panjang (%(show_value)d huruf). Ringkas menjadi %(limit_value)d huruf.")}
# A field of the law's value that has another name here.
FIELDS_HERE = {"received_at": "received_date"}


class Typed(forms.CharField):
    """Any Unicode as it was typed, without what cannot be stored or seen."""

    def __init__(self, *, label: Any, lines: int = 0, max_length: int = law.NAME_LENGTH, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": lines}) if lines else forms.TextInput()
        super().__init__(
            label=label, required=False, max_length=max_length, widget=widget, error_messages=TOO_LONG, **options
        )

    def to_python(self, value: Any) -> str:
        return super().to_python(readable(str(value or ""))) or ""


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Papers(forms.FileField):
    """Any number of files of one role; `clean` gives a list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=SeveralFiles(attrs={"accept": TAKEN}), **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        return [file for file in (data if isinstance(data, list | tuple) else [data]) if file]


class EntryForm(forms.Form):
    """A request as the desk writes it down. `draft` is the secret under which all of it is kept meanwhile."""

    use_required_attribute = False

    draft = forms.CharField(widget=forms.HiddenInput, min_length=32, max_length=100)
    mail = forms.IntegerField(widget=forms.HiddenInput, required=False)
    channel = forms.ChoiceField(
        label=_("Masuk melalui"),
        choices=[("", _("Pilih saluran")), *CHANNELS],
        error_messages={"required": _("Saluran belum dipilih. Pilih bagaimana permohonan ini masuk.")},
    )
    received_date = forms.DateField(
        label=_("Tanggal diterima"),
        widget=DayInput,
        help_text=_("Hari permohonan sampai di badan publik, bukan hari ini bila berbeda. Tenggat dihitung dari sini."),
        error_messages={
            "required": _("Tanggal diterima belum diisi. Tulis kapan permohonan ini sampai."),
            "invalid": _("Tanggal tidak terbaca. Tulis seperti 23-11-2026."),
        },
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
    )
    received_time = forms.TimeField(
        label=_("Pukul"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Waktu setempat. Boleh dikosongkan bila tidak tercatat."),
        error_messages={"invalid": _("Pukul tidak terbaca. Tulis seperti 09:30.")},
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
    )
    kind = forms.ChoiceField(label=_("Jenis pemohon"), required=False, choices=Applicant.Kind.choices)
    name = Typed(label=_("Nama pemohon"))
    identity = Typed(
        label=_("NIK atau nomor pengesahan badan hukum"), max_length=100,
        help_text=_("Disimpan tersandi; layar hanya menampilkan empat angka terakhir."),
    )  # fmt: skip
    occupation = Typed(label=_("Pekerjaan"), max_length=120)
    address = Typed(label=_("Alamat"), lines=2, max_length=500)
    phone = Typed(label=_("Telepon"), max_length=40)
    email = Typed(label=_("Surat elektronik"), max_length=254)
    foreign = forms.BooleanField(
        label=_("Bukan warga negara atau badan hukum Indonesia"), required=False,
        help_text=_("Tetap didaftarkan; alasannya disebut dalam jawaban."),
    )  # fmt: skip
    proxy_name = Typed(label=_("Nama kuasa"), help_text=_("Diisi bila diwakili. Surat dan surel dikirim kepadanya."))
    proxy_phone = Typed(label=_("Telepon kuasa"), max_length=40)
    proxy_email = Typed(label=_("Surat elektronik kuasa"), max_length=254)
    proxy_address = Typed(label=_("Alamat kuasa"), lines=2, max_length=500)
    details = Typed(label=_("Informasi yang diminta"), lines=6, max_length=law.TEXT_LENGTH)
    purpose = Typed(label=_("Tujuan penggunaan"), lines=3, max_length=law.TEXT_LENGTH)
    access_way = forms.ChoiceField(
        label=_("Cara memperoleh"), required=False,
        choices=[("", _("Belum disebut")), *InformationRequest.AccessWay.choices],
    )  # fmt: skip
    copy_form = forms.ChoiceField(
        label=_("Bentuk salinan"), required=False,
        choices=[("", _("Belum disebut")), *InformationRequest.CopyForm.choices],
    )  # fmt: skip
    delivery_way = forms.ChoiceField(
        label=_("Cara mendapatkan salinan"), required=False,
        choices=[("", _("Belum disebut")), *InformationRequest.DeliveryWay.choices],
    )  # fmt: skip
    special_needs = Typed(
        label=_("Kebutuhan khusus"), lines=2, max_length=2000,
        help_text=_("Misalnya huruf braille, pembaca layar, atau pendamping. Disimpan tersandi."),
    )  # fmt: skip
    helped_by = Typed(label=_("Petugas yang membantu mengisi"))
    read_back = forms.BooleanField(
        label=_("Sudah dibacakan kembali kepada pemohon, dan dibenarkan"), required=False,
        help_text=_("Untuk permohonan lisan (UU 14/2008 Ps 22 ayat 3). Boleh dicatat kemudian pada halaman kasus."),
    )  # fmt: skip
    file_identitas = Papers(label=_("KTP atau surat keterangan kependudukan"))
    file_akta = Papers(label=_("Akta pendirian badan hukum yang disahkan"))
    file_kuasa = Papers(label=_("Surat kuasa anggota kelompok"))
    file_khusus = Papers(label=_("Surat kuasa khusus bermeterai"))
    file_lampiran = Papers(label=_("Surat atau formulir asli, dan lampiran lain"))

    BLOCKS: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (_("Penerimaan"), ("channel", "received_date", "received_time")),
        (_("Pemohon"), ("kind", "name", "identity", "occupation", "address", "phone", "email", "foreign")),
        (_("Kuasa"), ("proxy_name", "proxy_phone", "proxy_email", "proxy_address")),
        (_("Permohonan"), ("details", "purpose", "access_way", "copy_form", "delivery_way")),
        (_("Bantuan"), ("special_needs", "helped_by", "read_back")),
        (_("Berkas"), ("file_identitas", "file_akta", "file_kuasa", "file_khusus", "file_lampiran")),
    )
    ROLES: Mapping[str, CaseFile.Role] = {
        **{f"file_{role}": CaseFile.Role(role) for role in PaperRole},
        "file_lampiran": CaseFile.Role.ATTACHMENT,
    }

    def raw(self) -> dict[str, str]:
        """Everything typed, right or wrong, so that the draft keeps it; files are kept apart."""
        names = set(self.fields) - set(self.ROLES) - {"draft"}
        return {name: readable(str(self.data.get(name, ""))) for name in sorted(names)}

    def uploads(self) -> Iterator[tuple[str, UploadedFile]]:
        """Each chosen file with the name of its field, whether or not the rest of the form is in order."""
        for name in self.ROLES:
            for file in self.files.getlist(name) if hasattr(self.files, "getlist") else ():
                yield name, file

    def received_at(self, *, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
        """The moment of receipt in the body's zone: without an hour it is now for today, else that day's beginning."""
        day, hour = self.cleaned_data["received_date"], self.cleaned_data["received_time"]
        if hour is None and day == now.astimezone(zone).date():
            return now
        return dt.datetime.combine(day, hour or dt.time.min, tzinfo=zone)

    def channel_of(self) -> Channel:
        return Channel(self.cleaned_data["channel"])

    def filing(self) -> Filing:
        """The law's value of what was typed; a field that could not be read is left empty."""
        typed = self.cleaned_data
        texts = (
            "name", "details", "identity", "address", "phone", "email", "occupation", "purpose", "proxy_name",
            "proxy_phone", "proxy_email", "proxy_address", "special_needs", "helped_by",
        )  # fmt: skip
        return Filing(
            kind=ApplicantKind(typed.get("kind") or ApplicantKind.PERSON),
            access_way=AccessWay(typed["access_way"]) if typed.get("access_way") else None,
            copy_form=CopyForm(typed["copy_form"]) if typed.get("copy_form") else None,
            delivery_way=DeliveryWay(typed["delivery_way"]) if typed.get("delivery_way") else None,
            foreign=typed.get("foreign", False),
            **{name: typed.get(name, "").strip() for name in texts},
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # All that lacks is told at once, also beside a date that could not be read.
        for problem in self.filing().problems():
            if problem.field not in self.errors:
                self.add_error(problem.field if problem.field in self.fields else None, said(problem))
        return cleaned

    def refused(self, error: Invalid) -> None:
        """Put each of the law's problems at its field."""
        for problem in error.problems:
            name = FIELDS_HERE.get(problem.field, problem.field)
            self.add_error(name if name in self.fields else None, said(problem))
