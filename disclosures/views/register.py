"""The public register: the list with its filters, one entry, the list as a sheet."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disclosures.models import RegisterEntry
from disclosures.queries.register import Filter, NoSuchFilter, entry_screen, register_screen
from ppid.models import Institution
from ppid.queries import sheets


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    body = Institution.load(request_or_site=request)
    try:
        screen = register_screen(Filter.read(request.GET), request.GET.get("halaman"), body)
    except NoSuchFilter:
        raise Http404 from None
    return render(request, "disclosures/register.html", {"screen": screen})


@require_safe
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """A stable address: it stays as long as the entry is public."""
    found = get_object_or_404(
        RegisterEntry.objects.public().select_related("unit").prefetch_related("files__document"), pk=pk
    )
    screen = entry_screen(found, Institution.load(request_or_site=request))
    return render(request, "disclosures/entry.html", {"screen": screen})


def preview(found: RegisterEntry, request: HttpRequest) -> HttpResponse:
    """How an entry will look once it is published; Wagtail shows it beside the form."""
    screen = entry_screen(found, Institution.load(request_or_site=request))
    return render(request, "disclosures/entry.html", {"screen": screen, "is_preview": True})


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="daftar-informasi.csv"'}
    return HttpResponse(sheets.csv_text(_sheet(request)), content_type=sheets.CSV_TYPE, headers=headers)


@require_safe
def register_xlsx(request: HttpRequest) -> HttpResponse:
    """The list as a workbook. Nothing in it can run as a formula."""
    words, *rows = _sheet(request)
    headings = [sheets.Heading(str(word), 40 if 0 < at < 5 else 16) for at, word in enumerate(words)]
    # Unmarked: `import_register` reads this file back and must find what was in it.
    content = sheets.xlsx(_("Daftar informasi"), headings, rows, made=timezone.now(), defused=False)
    headers = {"Content-Disposition": 'attachment; filename="daftar-informasi.xlsx"'}
    return HttpResponse(content, content_type=sheets.XLSX_TYPE, headers=headers)


def _sheet(request: HttpRequest) -> Iterator[list[str | int]]:
    """The heading and the entries that the address' filters leave; `import_register` reads the same headings."""
    try:
        asked = Filter.read(request.GET)
    except NoSuchFilter:
        raise Http404 from None
    yield [
        "No", "Ringkasan isi informasi", "Pejabat/unit/satker yang menguasai",
        "Penanggung jawab pembuatan atau penerbitan", "Waktu pembuatan", "Tempat pembuatan", "Softcopy", "Hardcopy",
        "Jangka waktu penyimpanan", "Klasifikasi", "Alamat halaman",
    ]  # fmt: skip
    rows = asked.entries().select_related("unit").order_by("unit__name", "pk")
    for found in rows.iterator(chunk_size=1000):
        yield [
            found.number,
            found.summary,
            found.unit.name,
            found.maker,
            found.made_when,
            found.made_place,
            "✓" if found.softcopy else "",
            "✓" if found.hardcopy else "",
            found.retention,
            found.class_label,
            request.build_absolute_uri(found.get_absolute_url()),
        ]
