"""Components and stand-alone pages, rendered without a database."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from portal.templatetags import portal as words
from portal.views.gallery import gallery_screen
from ppid.models import Institution


class Form(forms.Form):
    name = forms.CharField(label="Nama", help_text="Seperti di KTP.", error_messages={"required": "Nama belum diisi."})
    way = forms.ChoiceField(label="Cara", widget=forms.RadioSelect, choices=[("a", "Lihat"), ("b", "Salin")])
    note = forms.CharField(label="Catatan", required=False)

    def clean(self):
        raise forms.ValidationError("Kiriman ini sudah diterima.")


def field(form, name):
    return render_to_string("components/field.html", {"field": form[name]})


def test_a_field_has_a_label_its_hint_and_what_was_typed():
    page = field(Form({"name": "Sari & <b>Ayu"}), "name")
    assert '<label for="id_name">Nama' in page
    assert 'id="id_name_helptext">Seperti di KTP.' in page
    assert 'value="Sari &amp; &lt;b&gt;Ayu"' in page


def test_a_wrong_field_says_why_and_points_to_the_words():
    page = field(Form({}), "name")
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert "Nama belum diisi." in page


def test_only_what_may_stay_empty_says_so():
    form = Form()
    assert "boleh dikosongkan" in field(form, "note")
    assert "boleh dikosongkan" not in field(form, "name")


def test_choices_are_a_group_with_a_legend():
    page = field(Form({}), "way")
    assert "<fieldset" in page
    assert "<legend>Cara" in page
    assert page.count('type="radio"') == 2
    assert 'aria-describedby="id_way_error"' in page


def test_the_error_summary_links_to_each_field_and_lists_what_concerns_the_whole():
    page = render_to_string("components/error_summary.html", {"form": Form({})})
    assert 'role="alert"' in page
    assert '<a href="#id_name">Nama belum diisi.</a>' in page  # the message names the field already
    assert '<a href="#id_way_0">Cara: ' in page  # this one does not
    assert "<li>Kiriman ini sudah diterima.</li>" in page


def test_a_form_without_errors_has_no_summary():
    assert not render_to_string("components/error_summary.html", {"form": Form()}).strip()


def test_the_stepper_names_the_step_one_stands_on():
    steps = [SimpleNamespace(label="Informasi", state="done"), SimpleNamespace(label="Pemohon", state="current")]
    page = render_to_string("components/stepper.html", {"steps": steps})
    assert page.count('aria-current="step"') == 1
    assert "(selesai)" in page


@pytest.mark.parametrize(("tone", "css"), [("ok", "chip"), ("soon", "chip chip--soon"), ("late", "chip chip--late")])
def test_a_chip_says_in_words_what_its_colour_says(tone, css):
    page = render_to_string("components/chip.html", {"text": "2 hari kerja lagi", "tone": tone})
    assert page.strip() == f'<span class="{css}">2 hari kerja lagi</span>'


def test_the_pager_keeps_the_question_and_marks_the_page():
    page = render_to_string("components/pager.html", {"page": Paginator(range(500), 10).page(25), "query": "q=jalan"})
    assert 'href="?q=jalan&amp;halaman=24"' in page
    assert page.count('aria-current="page"') == 1
    assert page.count("<a ") <= 8  # of fifty pages


def test_one_page_needs_no_pager():
    assert not render_to_string("components/pager.html", {"page": Paginator([1], 10).page(1)}).strip()


def test_a_file_shows_its_kind_size_and_fingerprint():
    file = SimpleNamespace(name="apbd.pdf", size=2_450_000, href="/x", sha256="ab" * 32)
    page = render_to_string("components/file_row.html", {"file": file})
    assert ">PDF<" in page
    assert "2,3" in page
    assert "ab" * 32 in page


def test_a_timeline_marks_what_comes_next():
    items = [SimpleNamespace(when="Selasa", text="Diterima", href="", next=False)]
    assert "next" not in render_to_string("components/timeline.html", {"items": items})
    items[0].next = True
    assert 'class="next"' in render_to_string("components/timeline.html", {"items": items})


def test_the_gallery_shows_every_component():
    request = RequestFactory().get("/galeri/")
    page = (
        engines["django"]
        .get_template("portal/gallery.html")
        .render({"screen": gallery_screen(), "institution": Institution(), "request": request})
    )
    assert page.count("<h1") == 1
    assert '<html lang="id"' in page
    for part in (
        "chip",
        "badge",
        "callout",
        "stepper",
        "error-summary",
        "timeline",
        "file-row",
        "table",
        "pager",
        "search",
    ):
        assert f'class="{part}' in page, part


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_the_pages_of_an_outage_need_nothing(name):
    page = engines["django"].get_template(name).render({"language": "id"})
    assert page.count("<h1") == 1
    assert '<html lang="id">' in page


def test_dates_and_numbers_in_words():
    day = dt.date(2026, 11, 23)
    with translation.override("id"):
        assert words.hari(day) == "Senin, 23 November 2026"
        assert words.tanggal(day) == "23 November 2026"
        assert words.angka(1234567) == "1.234.567"
        assert words.angka(4.5) == "4,5"
        moment = dt.datetime(2026, 11, 23, 17, 14, tzinfo=dt.UTC)  # already the next day in Jakarta
        template = engines["django"].from_string("{{ moment|hari }}, {{ moment|jam }}")
        assert template.render({"moment": moment}) == "Selasa, 24 November 2026, 00.14"
    assert words.hari(None) == words.tanggal(None) == words.jam(None) == words.angka(None) == ""


@pytest.mark.parametrize(
    ("name", "kind"), [("a.pdf", "PDF"), ("b.JPEG", "JPEG"), ("tanpa", "FILE"), ("x.spreadsheet", "SPRE")]
)
def test_the_word_on_a_files_badge(name, kind):
    assert words.jenis_berkas(name) == kind
