"""Accounts in the Wagtail admin. A new one gets no password: its holder sets one through "Lupa kata sandi?"."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from portal.models.user import User


class AccountForm(forms.ModelForm[User]):
    """Name, address and NIP. Roles are appointments, kept under "Penugasan"."""

    class Meta:
        model = User
        fields = ("name", "email", "nip", "is_active")
        labels = {"is_active": _("Akun aktif")}
        help_texts = {
            "email": _("Dipakai untuk masuk. Kata sandi dibuat sendiri oleh pemiliknya melalui “Lupa kata sandi?”."),
            "is_active": _("Hapus tanda ini untuk menutup akun tanpa menghapusnya."),
        }

    def __init__(self, *args: object, editing_self: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if editing_self:
            self.fields["is_active"].disabled = True

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.exclude(pk=self.instance.pk).filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Sudah ada akun dengan alamat ini. Pakai alamat lain atau ubah akun itu."))
        return email

    def save(self, commit: bool = True) -> User:
        user = super().save(commit=False)
        if not user.pk:
            user.set_unusable_password()
        if commit:
            user.save()
        return user


class UserViewSet(WagtailUserViewSet):
    menu_label = _("Akun")  # type: ignore[assignment]

    def get_form_class(self, for_update: bool = False) -> type[AccountForm]:
        return AccountForm
