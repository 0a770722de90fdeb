"""/integritas/: the signed checkpoints over all case logs, the key, and the program that checks them."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ppid import verify
from ppid.law.checkpoint import printed
from ppid.models import Checkpoint, PublishedKey
from ppid.queries import integrity

PER_PAGE = 31


@dataclass(frozen=True)
class CheckpointLine:
    on: dt.date
    size: int
    code: str


@dataclass(frozen=True)
class IntegrityScreen:
    lines: tuple[CheckpointLine, ...]
    page: "Page[Checkpoint]"
    keys: tuple[PublishedKey, ...]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    rows = Checkpoint.objects.defer("document").order_by("-on")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("halaman"))
    lines = tuple(CheckpointLine(row.on, row.tree_size, printed(row.root)) for row in page)
    screen = IntegrityScreen(lines, page, tuple(PublishedKey.objects.all()))
    return render(request, "ppid/citizen/integrity.html", {"screen": screen})


@require_safe
@cache_control(public=True, max_age=3600)
def checkpoint_file(request: HttpRequest, on: str) -> HttpResponse:
    """One checkpoint, byte for byte as it was signed."""
    try:
        day = dt.date.fromisoformat(on)
    except ValueError:
        raise Http404 from None
    row = get_object_or_404(Checkpoint, on=day)
    answer = HttpResponse(row.document.encode(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="titik-periksa-{day.isoformat()}.json"'
    return answer


@require_safe
def public_keys(request: HttpRequest) -> HttpResponse:
    """Every key that signed something, as PEM."""
    answer = HttpResponse(integrity.public_keys(), content_type="application/x-pem-file")
    answer["Content-Disposition"] = 'attachment; filename="kunci-publik.pem"'
    return answer


@require_safe
def program(request: HttpRequest) -> FileResponse:
    """verify.py as it runs here."""
    path = Path(str(verify.__file__))
    return FileResponse(path.open("rb"), content_type="text/x-python; charset=utf-8", filename="verify.py")
