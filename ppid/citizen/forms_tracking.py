"""The forms of following a request: the tracking code, the mailbox, the code that came by mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid.citizen.forms import StepForm, Words


class TrackForm(StepForm):
    """A tracking code, whatever way it is typed: case, spaces and dashes do not matter."""

    code = Words(
        label=_("Kode lacak"),
        help_text=_("Enam belas huruf dan angka pada tanda terima Anda, misalnya K7QD-9XMR-24PT-8WNH."),
        max_length=100,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "input--code"}
        ),
        error_messages={
            "required": _("Tulis kode lacak Anda."),
            "max_length": _("Kode itu terlalu panjang. Tulis kode lacak saja."),
        },
    )


class MailboxForm(StepForm):
    """The address that one's requests were made with."""

    email = forms.EmailField(
        max_length=254,
        label=_("Alamat surat elektronik (e-mail)"),
        help_text=_("Alamat yang Anda tulis pada permohonan."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Tulis alamat e-mail Anda."),
            "invalid": _("Alamat e-mail belum lengkap. Contoh yang benar: nama@contoh.id."),
        },
    )


class CodeForm(StepForm):
    """The six digits that came by mail; spaces do not matter."""

    code = Words(
        label=_("Kode sekali pakai"),
        help_text=_("Enam angka dalam e-mail kami. Berlaku 15 menit."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Tulis enam angka dari e-mail kami."), "max_length": _("Kode itu enam angka.")},
    )

    def clean_code(self) -> str:
        digits = "".join(sign for sign in self.cleaned_data["code"] if sign.isascii() and sign.isdigit())
        if len(digits) != 6:
            raise forms.ValidationError(_("Kode itu enam angka. Periksa lagi e-mail kami."))
        return digits
