"""The form of the letter of extension. What the law asks of its content is asked by `ppid.law.extension`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.desk.forms.base import LONG, MoveForm
from ppid.law.extension import GROUNDS, LONGEST, ExtensionGround


class ExtensionForm(MoveForm):
    """One of the two grounds or both, the reason in words, and how many working days (PERKI 1/2021 Ps 36)."""

    grounds = forms.MultipleChoiceField(
        label=_("Alasan menurut peraturan"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(ground, _(GROUNDS[ground])) for ground in GROUNDS],
        error_messages={
            "required": _(
                "Alasan menurut peraturan belum dipilih. Pilih salah satu atau keduanya (PERKI 1/2021 Ps 36)."
            )
        },
    )
    reason = forms.CharField(
        label=_("Alasan tertulis"),
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Dibaca pemohon: apa yang belum ada atau belum dapat diputuskan, dan mengapa."),
        error_messages={
            "required": _("Alasan tertulis belum diisi. Tulis mengapa belum dapat menjawab (UU 14/2008 Ps 22 ayat 8).")
        },
    )
    days = forms.IntegerField(
        label=_("Lama perpanjangan (hari kerja)"),
        min_value=1,
        max_value=LONGEST,
        initial=LONGEST,
        localize=False,
        help_text=_("Paling lama 7 hari kerja, boleh kurang. Tidak dapat diperpanjang lagi."),
        error_messages={
            "required": _("Lama perpanjangan belum diisi. Tulis 1 sampai 7."),
            "invalid": _("Lama perpanjangan ditulis dengan angka, 1 sampai 7."),
            "min_value": _("Lama perpanjangan paling sedikit 1 hari kerja."),
            "max_value": _("Lama perpanjangan paling lama 7 hari kerja (UU 14/2008 Ps 22 ayat 8)."),
        },
    )

    @property
    def said(self) -> dict[str, Any]:
        """What the action and the preview are told."""
        return {
            "grounds": [ExtensionGround(word) for word in self.cleaned_data["grounds"]],
            "reason": self.cleaned_data["reason"],
            "days": self.cleaned_data["days"],
        }
