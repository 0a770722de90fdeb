"""Every component on one page, to look at and to test; served with DEBUG only."""

import datetime as dt
from dataclasses import dataclass
from types import SimpleNamespace

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SampleForm(forms.Form):
    """One field of every sort that pages use."""

    name = forms.CharField(label="Nama lengkap", help_text="Seperti pada tanda pengenal.")
    details = forms.CharField(label="Informasi yang Anda minta", widget=forms.Textarea)
    way = forms.ChoiceField(
        label="Cara menerima", widget=forms.RadioSelect, choices=[("lihat", "Melihat"), ("salin", "Mendapat salinan")]
    )
    kinds = forms.MultipleChoiceField(
        label="Alasan keberatan",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("a", "Ditolak"), ("c", "Tidak dijawab")],
    )
    unit = forms.ChoiceField(label="Unit", required=False, choices=[("", "Semua unit"), ("1", "Sekretariat Daerah")])
    day = forms.DateField(label="Tanggal", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    paper = forms.FileField(label="Lampiran", required=False)
    copy = forms.BooleanField(label="Kirim salinan ke surat elektronik saya", required=False)


@dataclass(frozen=True, slots=True)
class GalleryScreen:
    form: forms.Form
    wrong: forms.Form
    steps: tuple[SimpleNamespace, ...]
    events: tuple[SimpleNamespace, ...]
    files: tuple[SimpleNamespace, ...]
    page: Page
    chips: tuple[tuple[str, str], ...]
    day: dt.date


def gallery_screen() -> GalleryScreen:
    wrong = SampleForm({"way": "terbang", "details": "Anggaran jalan desa"}, prefix="w")
    words = ("Informasi", "Pemohon", "Cara menerima", "Periksa")
    states = ("done", "current", "todo", "todo")
    return GalleryScreen(
        form=SampleForm(),
        wrong=wrong,
        steps=tuple(SimpleNamespace(label=label, state=state) for label, state in zip(words, states, strict=True)),
        events=(
            SimpleNamespace(
                when="Selasa, 10 Maret 2026, 09.14", text="Permohonan diterima lewat web.", href="#", next=False
            ),
            SimpleNamespace(when="Rabu, 11 Maret 2026", text="Diteruskan ke unit.", href="", next=False),
            SimpleNamespace(
                when="Paling lambat Selasa, 31 Maret 2026", text="Pemberitahuan tertulis.", href="", next=True
            ),
        ),
        files=(
            SimpleNamespace(
                name="APBD 2026.pdf", size=2_450_000, href="#", sha256="9f86d081884c7d659a2feaa0c55ad015" * 2
            ),
            SimpleNamespace(name="realisasi.xlsx", size=48_200, href="#", sha256=""),
        ),
        page=Paginator(range(190), 20).page(4),
        chips=(
            ("4 hari kerja lagi", "ok"),
            ("2 hari kerja lagi", "soon"),
            ("Lewat 3 hari kerja", "late"),
            ("Selesai", "quiet"),
        ),
        day=dt.date(2026, 11, 23),
    )


def _event(when: str, text: str, *, href: str = "", next: bool = False) -> SimpleNamespace:
    return SimpleNamespace(when=when, text=text, href=href, next=next)


def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/gallery.html", {"screen": gallery_screen()})
