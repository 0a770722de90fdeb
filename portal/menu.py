"""What stands in the masthead. The addresses are promises to the outside and keep their names."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    path: str
    label: str | Promise


MAIN: tuple[Entry, ...] = (
    Entry("/cari/", _("Cari")),
    Entry("/daftar-informasi/", _("Daftar informasi")),
    Entry("/permohonan/", _("Ajukan permohonan")),
    Entry("/lacak/", _("Lacak")),
    Entry("/aduan/", _("Hasil pengaduan")),
    Entry("/profil/", _("Tentang PPID")),
)
