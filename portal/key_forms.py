"""The forms of security keys with Indonesian labels: allauth gives their one field none, so Django says "Name"."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

_HELP = _("Misalnya: kunci di meja, atau telepon saya.")


class AddKeyForm(AddWebAuthnForm):
    name = forms.CharField(required=False, label=_("Nama kunci"), help_text=_HELP)


class EditKeyForm(EditWebAuthnForm):
    name = forms.CharField(required=True, label=_("Nama kunci"), help_text=_HELP)
