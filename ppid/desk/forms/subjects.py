"""The subject of a request for the public register (law.md §2.9)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import MoveForm
from ppid.law.subjects import SUBJECT_LENGTH

READ = _("Saya sudah membaca ulang: tidak ada orang pribadi yang dapat dikenali dari ringkasan ini.")
NOT_READ = _("Baca ulang ringkasannya, lalu beri tanda di sini.")


class SubjectForm(MoveForm):
    """`approve` only for who may approve: the same person may write and approve in one go."""

    text = forms.CharField(
        label=_("Pokok permintaan untuk umum"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": SUBJECT_LENGTH}),
        help_text=_(
            "Dengan kata-kata Anda, satu kalimat: informasi apa yang diminta. Tanpa nama, nomor, alamat, atau tujuan "
            "pemohon."
        ),
    )
    approve = forms.BooleanField(label=_("Setujui sekalian: ringkasan langsung tampil untuk umum."), required=False)

    def __init__(self, *args: Any, may_approve: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_approve:
            del self.fields["approve"]


class ApproveSubjectForm(MoveForm):
    read = forms.BooleanField(label=READ, error_messages={"required": NOT_READ})
