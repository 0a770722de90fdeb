"""What the address of the search page may carry, and the words for it."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import params

# Words of the address, the kind they mean, and what people read.
KINDS: dict[str, tuple[str, Promise]] = {
    "informasi": ("entry", _("Daftar informasi")),
    "aduan": ("outcome", _("Hasil pengaduan")),
    "halaman": ("page", _("Halaman")),
    "jawaban": ("answer", _("Jawaban permohonan")),
    "dikecualikan": ("exclusion", _("Informasi dikecualikan")),
    "putusan": ("decision", _("Putusan")),
    "regulasi": ("regulation", _("Regulasi")),
    "laporan": ("report", _("Laporan")),
}
KIND_WORDS = {kind: word for word, (kind, _label) in KINDS.items()}
KIND_LABELS = dict(KINDS.values())

# The address's name of each facet, in the order shown.
FACETS: dict[str, tuple[str, Promise]] = {
    "unit": ("unit", _("Unit")),
    "kelas": ("class", _("Klasifikasi")),
    "tahun": ("year", _("Tahun")),
    "bidang": ("category", _("Bidang")),
    "status": ("status", _("Status")),
}

_TOO_LONG = _("Kata pencarian terlalu panjang. Pakai paling banyak %(limit_value)d huruf; Anda menulis %(show_value)d.")
_PAGE = _("Nomor halaman tidak dikenal. Buka lagi dari halaman pertama.")


class Words(forms.CharField):
    """Any text a person may paste: control characters become spaces instead of errors."""

    default_validators = []

    def to_python(self, value: Any) -> str:
        return " ".join("".join(char if char.isprintable() else " " for char in str(value or "")).split())


class Values(forms.TypedMultipleChoiceField):
    """Any values of a facet, as many as may be chosen at once; one that nothing carries simply finds nothing."""

    def valid_value(self, value: str) -> bool:
        return True


class SearchForm(forms.Form):
    """GET parameters of /cari/. `search()` gives what was asked once the form is valid."""

    q = Words(
        label=_("Kata pencarian"),
        required=False,
        max_length=params.MAX_QUERY,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={"max_length": _TOO_LONG},
    )
    jenis = forms.MultipleChoiceField(
        label=_("Jenis"),
        required=False,
        choices=[(word, label) for word, (_kind, label) in KINDS.items()],
        error_messages={"invalid_choice": _("Jenis “%(value)s” tidak dikenal. Pilih dari daftar jenis.")},
    )
    persis = forms.BooleanField(label=_("Hanya yang persis sama"), required=False)
    halaman = forms.IntegerField(
        label=_("Halaman"),
        required=False,
        min_value=1,
        max_value=params.DEEPEST // params.PAGE_SIZE,
        error_messages={"invalid": _PAGE, "min_value": _PAGE, "max_value": _PAGE},
    )
    unit = Values(label=_("Unit"), required=False)
    kelas = Values(label=_("Klasifikasi"), required=False)
    tahun = Values(label=_("Tahun"), required=False)
    bidang = Values(label=_("Bidang"), required=False)
    status = Values(label=_("Status"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for word in FACETS:
            values = cleaned.get(word) or []
            if len(values) > params.MAX_CHOSEN or any(len(value) > params.MAX_VALUE for value in values):
                self.add_error(word, _("Saringan ini terlalu panjang. Kurangi pilihannya."))
        return cleaned

    def search(self) -> params.Search:
        asked = self.cleaned_data
        return params.clean(
            asked["q"],
            kinds=[KINDS[word][0] for word in asked["jenis"]],
            facets={name: asked[word] for word, (name, _label) in FACETS.items()},
            page=asked["halaman"] or 1,
            exact=asked["persis"],
        )
