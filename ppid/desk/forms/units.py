"""Between units: a request handed over or sent back, questions and answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, DayInput, MoveForm
from ppid.models import Unit

ANY_PAPER = {"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.ods"}
DAY_WRONG = _("Tanggal tidak terbaca. Pilih tanggalnya lagi.")


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, or none; gives a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=FilesInput(attrs={**ANY_PAPER, "multiple": True}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen: Sequence[UploadedFile] = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in chosen]


FILES_HELP = _("PDF, gambar, dokumen atau lembar kerja; paling besar 10 MB. Hanya dibaca unit yang bersangkutan.")


def assistant_units() -> Any:
    return Unit.objects.filter(active=True, kind=Unit.Kind.ASSISTANT)


class DisposeForm(MoveForm):
    """To a unit of the same body; no date of the law moves (PERKI 1/2021 Ps 27(1))."""

    unit = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("PPID utama"),
        help_text=_("Tanggal jawaban tidak berubah: unit pada badan publik yang sama memakai tenggat yang sama."),
        error_messages={"invalid_choice": _("Unit ini tidak aktif lagi. Pilih unit lain.")},
    )
    desk_date = forms.DateField(
        label=_("Tanggal internal"),
        required=False,
        widget=DayInput,
        help_text=_("Kapan unit menyerahkan bahannya kepada PPID. Kosong berarti segera."),
        error_messages={"invalid": DAY_WRONG},
    )
    instruction = forms.CharField(
        label=_("Isi disposisi"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Apa yang diharapkan dari unit. Tertulis pada lembar disposisi."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = assistant_units()  # type: ignore[attr-defined]


class ManyForm(forms.Form):
    """The same for many cases at once; what each page had seen of them comes apart, case by case."""

    unit = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Unit.objects.none(),
        empty_label=_("Pilih unit"),
        error_messages={
            "required": _("Unit belum dipilih. Pilih unit yang menangani."),
            "invalid_choice": _("Unit ini tidak aktif lagi. Pilih unit lain."),
        },
    )
    desk_date = DisposeForm.base_fields["desk_date"]
    instruction = DisposeForm.base_fields["instruction"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = assistant_units()  # type: ignore[attr-defined]


class SendBackForm(MoveForm):
    note = forms.CharField(
        label=_("Catatan bagi PPID utama"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Mengapa permohonan ini dikembalikan, dan apa yang sudah diperiksa."),
    )


class AskForm(MoveForm):
    """A question or a message. A unit's officer asks PPID utama and chooses no unit."""

    unit = forms.ModelChoiceField(
        label=_("Kepada unit"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Pilih unit"),
        error_messages={"invalid_choice": _("Unit ini tidak aktif lagi. Pilih unit lain.")},
    )
    text = forms.CharField(
        label=_("Pesan"),
        required=False,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Hanya dibaca unit yang bersangkutan; pemohon tidak melihatnya."),
    )
    wants_answer = forms.BooleanField(label=_("Minta jawaban"), required=False)
    due = forms.DateField(
        label=_("Dijawab paling lambat (tanggal internal)"),
        required=False,
        widget=DayInput,
        help_text=_("Kosong berarti segera. Tidak menggeser tenggat undang-undang."),
        error_messages={"invalid": DAY_WRONG},
    )
    papers = FilesField(label=_("Berkas"), help_text=FILES_HELP)

    def __init__(self, *args: Any, chooses_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if chooses_unit:
            self.fields["unit"].queryset = assistant_units()  # type: ignore[attr-defined]
        else:
            del self.fields["unit"]


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Jawaban"), required=False, widget=forms.Textarea(attrs=LONG))
    papers = FilesField(label=_("Berkas"), help_text=FILES_HELP)
