"""The forms of a citizen: one small form for each screen of a request.

Only three things can stop a request from being sent: a name, a way to reach the applicant and what is asked
(law.md §2.4: UU 14/2008 Ps 22(4) wants the number at receipt). Everything else may stay empty or odd; the officer asks
for it later (PERKI 1/2021 Ps 33). What looks odd is told on the review page by `doubts()` and stops nothing.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from ppid.law.filing import NAME_LENGTH, TEXT_LENGTH, AccessWay, ApplicantKind, CopyForm, DeliveryWay, readable

KINDS = (
    (ApplicantKind.PERSON.value, _("Diri sendiri (perorangan)")),
    (ApplicantKind.LEGAL.value, _("Badan hukum, misalnya yayasan, perkumpulan, atau perusahaan")),
    (ApplicantKind.GROUP.value, _("Kelompok orang")),
)
ACCESS_WAYS = (
    (AccessWay.VIEW.value, _("Melihat, membaca, mendengarkan, atau mencatat di kantor PPID")),
    (AccessWay.COPY.value, _("Mendapat salinan")),
)
YES, NO = "ya", "tidak"
THROUGH = (
    (NO, _("Saya pemohonnya, atau pengurus badan hukum itu")),
    (YES, _("Saya kuasa: mewakili pemohon dengan surat kuasa")),
)
CITIZENSHIP = (
    (NO, _("Warga negara Indonesia, atau badan hukum Indonesia")),
    (YES, _("Warga negara atau badan hukum negara lain")),
)
COPY_FORMS = ((CopyForm.SOFT.value, _("Berkas digital")), (CopyForm.HARD.value, _("Kertas")))
DELIVERY_WAYS = (
    (DeliveryWay.EMAIL.value, _("Surat elektronik (e-mail)")),
    (DeliveryWay.PICK_UP.value, _("Mengambil langsung")),
    (DeliveryWay.POST.value, _("Pos")),
    (DeliveryWay.COURIER.value, _("Kurir")),
    (DeliveryWay.FAX.value, _("Faksimile")),
)


class Words(forms.CharField):
    """Text as people write it: any script, apostrophes, emoji. Only what cannot be stored or seen is left out.

    Control characters (a NUL pasted from a PDF) are dropped instead of refused: nobody can find and delete them.
    """

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea if lines else forms.TextInput)
        super().__init__(**options)
        self.lines = lines

    def to_python(self, value: Any) -> str:
        kept = readable(str(value or ""))
        return super().to_python(kept if self.lines else " ".join(kept.split())) or ""


class StepForm(forms.Form):
    """One screen. `raw()` is what was typed, wrong or right, so that a draft keeps it."""

    use_required_attribute = False  # the written error summary is clearer than a browser's bubble, and in Indonesian

    def raw(self) -> dict[str, str]:
        """The typed value of each field; files and unknown names are left out."""
        return {
            name: self.data.get(self.add_prefix(name), "")
            for name, field in self.fields.items()
            if not isinstance(field, forms.FileField) and name != "website"
        }


class QuestionForm(StepForm):
    """What is asked, and why (UU 14/2008 Ps 4(3), 22(2))."""

    details = Words(
        lines=True,
        label=_("Informasi yang Anda minta"),
        help_text=_("Sebutkan dokumen atau hal yang ingin Anda ketahui, tahunnya, dan kantornya bila Anda tahu."),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": _("Tulis informasi yang Anda minta."),
            "max_length": _(
                "Uraian terlalu panjang (%(show_value)d huruf). Ringkas menjadi paling banyak %(limit_value)d huruf."
            ),
        },
    )
    purpose = Words(
        lines=True,
        required=False,
        label=_("Tujuan penggunaan"),
        help_text=_(
            "Undang-undang meminta alasan permohonan. Bila kosong, permohonan tetap didaftar; petugas akan bertanya."
        ),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _(
                "Tujuan terlalu panjang (%(show_value)d huruf). Ringkas menjadi paling banyak %(limit_value)d huruf."
            )
        },
    )
    # No person sees this field; programs that fill in everything give themselves away. A person whose browser filled
    # it in is shown the field and may empty it: nobody is locked out.
    website = forms.CharField(
        required=False,
        label=_("Biarkan kosong"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self.fields["website"].widget.attrs.pop("tabindex")
            raise forms.ValidationError(
                _("Isian “Biarkan kosong” terisi, mungkin oleh peramban Anda. Hapus isinya, lalu lanjutkan.")
            )
        return ""

    @property
    def trapped(self) -> bool:
        """The hidden field was filled in and must now be shown."""
        return "website" in self.errors


class WayForm(StepForm):
    """How the information is wanted (Annex VI of PERKI 1/2021). Every answer may stay open."""

    access_way = forms.ChoiceField(
        required=False, label=_("Cara memperoleh informasi"), choices=ACCESS_WAYS, widget=forms.RadioSelect
    )
    copy_form = forms.ChoiceField(
        required=False, label=_("Bila salinan, bentuknya"), choices=COPY_FORMS, widget=forms.RadioSelect
    )
    delivery_way = forms.ChoiceField(
        required=False, label=_("Bila salinan, cara mendapatkannya"), choices=DELIVERY_WAYS, widget=forms.RadioSelect
    )
    special_needs = Words(
        lines=True,
        required=False,
        max_length=2000,
        label=_("Kebutuhan khusus"),
        help_text=_("Misalnya huruf braille, huruf besar, juru bahasa isyarat, atau bantuan mengisi formulir."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Terlalu panjang. Ringkas menjadi paling banyak %(limit_value)d huruf.")},
    )


class KindForm(StepForm):
    """In whose name the request is made (PERKI 1/2021 Ps 27(2)-(7))."""

    kind = forms.ChoiceField(
        label=_("Atas nama siapa Anda memohon?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih salah satu."),
            "invalid_choice": _("Pilih salah satu pilihan yang tersedia."),
        },
    )
    represented = forms.ChoiceField(
        required=False, label=_("Siapa Anda bagi pemohon?"), choices=THROUGH, widget=forms.RadioSelect
    )
    foreign = forms.ChoiceField(
        required=False,
        label=_("Kewarganegaraan pemohon"),
        help_text=_(
            "Siapa pun boleh mengirim. Undang-undang menyebut pemohon sebagai warga atau badan hukum Indonesia."
        ),
        choices=CITIZENSHIP,
        widget=forms.RadioSelect,
    )


class ProxyForm(StepForm):
    """Who acts for the applicant (PERKI 1/2021 Ps 27(6)-(7)); mail and letters go there. Nothing here is needed."""

    proxy_name = Words(
        required=False,
        max_length=NAME_LENGTH,
        label=_("Nama lengkap Anda sebagai kuasa"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"max_length": _("Nama paling panjang %(limit_value)d huruf. Singkat nama itu.")},
    )
    proxy_email = forms.EmailField(
        required=False,
        max_length=254,
        label=_("Alamat e-mail Anda"),
        help_text=_("Surat dan pemberitahuan dikirim ke alamat ini, bukan ke pemohon."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Alamat e-mail belum lengkap. Contoh yang benar: nama@contoh.id. Boleh juga dikosongkan.")
        },
    )
    proxy_phone = Words(
        required=False,
        max_length=40,
        label=_("Nomor telepon Anda"),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    proxy_address = Words(
        lines=True,
        required=False,
        max_length=500,
        label=_("Alamat surat Anda"),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )


class IdentityForm(StepForm):
    """Who asks. Only the name is needed to send; its words follow the kind of applicant."""

    name = Words(
        max_length=NAME_LENGTH,
        error_messages={"max_length": _("Nama paling panjang %(limit_value)d huruf. Singkat nama itu.")},
    )
    identity = Words(required=False, max_length=100)
    occupation = Words(required=False, max_length=120, label=_("Pekerjaan"))

    WORDS = {
        "person": (
            _("Nama lengkap"),
            _("Tulis nama lengkap Anda."),
            _("Nomor Induk Kependudukan, NIK"),
            _("16 angka pada KTP Anda. Nomor ini disimpan tersandi."),
        ),
        "legal": (
            _("Nama badan hukum"),
            _("Tulis nama badan hukum."),
            _("Nomor pengesahan Kemenkumham"),
            _("Nomor surat keputusan pengesahan badan hukum. Nomor ini disimpan tersandi."),
        ),
        "group": (
            _("Nama kelompok, atau nama orang yang mewakilinya"),
            _("Tulis nama kelompok atau nama orang yang mewakilinya."),
            _("NIK orang yang mewakili"),
            _("16 angka pada KTP. Nomor ini disimpan tersandi."),
        ),
    }

    def __init__(self, *arguments: Any, kind: str = "person", **options: Any) -> None:
        super().__init__(*arguments, **options)
        name, missing, identity, help_text = self.WORDS.get(kind, self.WORDS["person"])
        self.fields["name"].label = name
        self.fields["name"].error_messages["required"] = missing
        self.fields["name"].widget.attrs["autocomplete"] = "organization" if kind == "legal" else "name"
        self.fields["identity"].label = identity
        self.fields["identity"].help_text = help_text
        self.fields["identity"].widget.attrs["autocomplete"] = "off"
        if kind != "legal":
            self.fields["identity"].widget.attrs["inputmode"] = "numeric"
        if kind != "person":
            del self.fields["occupation"]


class ContactForm(StepForm):
    """How the applicant is reached: one of the three is enough."""

    email = forms.EmailField(
        required=False,
        max_length=254,
        label=_("Alamat surat elektronik (e-mail)"),
        help_text=_("Untuk tanda terima, pemberitahuan, dan kode sekali pakai yang membuka surat jawaban."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Alamat e-mail belum lengkap. Contoh yang benar: nama@contoh.id. Boleh juga dikosongkan.")
        },
    )
    phone = Words(
        required=False,
        max_length=40,
        label=_("Nomor telepon atau WhatsApp"),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    address = Words(
        lines=True,
        required=False,
        max_length=500,
        label=_("Alamat surat"),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )

    def __init__(self, *arguments: Any, reached: bool = False, **options: Any) -> None:
        """`reached`: a proxy gave a way already."""
        super().__init__(*arguments, **options)
        self.reached = reached
        for field in self.fields.values():
            # "may stay empty" beside each of three, one of which must not, would mislead.
            field.one_is_enough = not reached  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (
            not self.errors
            and not self.reached
            and not any(cleaned.get(name) for name in ("email", "phone", "address"))
        ):
            self.add_error(
                "email", _("Isi sedikitnya satu cara menghubungi Anda: e-mail, nomor telepon, atau alamat surat.")
            )
        return cleaned


class PaperForm(StepForm):
    """One file at a time; what it truly is, is judged by its content when it is stored.

    `roles` are the papers this applicant hands in (code and words); what it is for may stay unsaid.
    """

    file = forms.FileField(
        label=_("Pilih berkas"),
        help_text=_("PDF, foto (JPG atau PNG), Word, Excel, atau OpenDocument. Paling besar 10 MB."),
        error_messages={
            "required": _("Pilih berkas terlebih dahulu, atau lanjutkan tanpa berkas."),
            "empty": _("Berkas itu kosong. Pilih berkas lain."),
            "missing": _("Pilih berkas terlebih dahulu, atau lanjutkan tanpa berkas."),
            "invalid": _("Berkas tidak terkirim. Coba sekali lagi."),
        },
    )
    role = forms.ChoiceField(required=False, label=_("Berkas ini adalah"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, roles: tuple[tuple[str, Any], ...] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["role"].choices = [*roles, ("lampiran", _("Lampiran lain"))]  # type: ignore[attr-defined]


def doubts(answers: dict[str, str], lacking: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What an officer would probably ask about (PERKI 1/2021 Ps 31(2), 33); told before sending, stops nothing.

    `lacking` names the papers that were not added.
    """
    told = []
    legal = answers.get("kind") == ApplicantKind.LEGAL
    digits = sum(sign.isdigit() for sign in answers.get("identity", ""))
    if not answers.get("identity"):
        told.append(
            now("Nomor pengesahan badan hukum belum diisi. Petugas dapat menanyakannya.")
            if legal
            else now("NIK belum diisi. Petugas dapat menanyakannya.")
        )
    elif not legal and digits != 16:
        told.append(now("NIK biasanya 16 angka; yang Anda tulis %(count)d angka.") % {"count": digits})
    if not answers.get("purpose"):
        told.append(now("Tujuan penggunaan belum diisi. Petugas dapat menanyakannya."))
    if lacking:
        told.append(now("Belum dilampirkan: %(papers)s.") % {"papers": "; ".join(lacking)})
    delivery = answers.get("delivery_way")
    if answers.get("proxy_email"):
        return tuple(told)
    if not answers.get("email"):
        told.append(
            now(
                "Tanpa alamat e-mail, surat jawaban tidak dapat dibuka di situs ini; kami mengirimnya dengan cara lain."
            )
        )
        if delivery == DeliveryWay.EMAIL:
            told.append(now("Anda memilih salinan lewat e-mail, tetapi alamat e-mail belum diisi."))
    if delivery in (DeliveryWay.POST, DeliveryWay.COURIER) and not answers.get("address"):
        told.append(now("Anda memilih salinan lewat pos atau kurir, tetapi alamat surat belum diisi."))
    return tuple(told)
