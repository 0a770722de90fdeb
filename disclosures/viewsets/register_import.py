"""A register's sheet through the Wagtail admin: looked at row by row first, then written.

The sheet waits between the two steps in the private storage under a random name that only this session knows; it is
deleted once it is written, and after a day in any case.
"""

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from disclosures.actions.register import CREATED, REJECTED, UNCHANGED, UPDATED, RegisterImport, Verdict, import_register
from disclosures.imports.grid import MOST_BYTES
from disclosures.imports.register_sheet import Note
from disclosures.models import InformationClass, RegisterEntry
from disclosures.queries.reach import entry_units
from disclosures.viewsets.entry_reach import reachable_units, today
from ppid.models import Unit

FOLDER = "impor"
SESSION_KEY = "register_import"
SHOWN = 500
_KEPT = dt.timedelta(days=1)
_WORDS = {
    CREATED: gettext_lazy("baru"),
    UPDATED: gettext_lazy("berubah"),
    UNCHANGED: gettext_lazy("tetap"),
    REJECTED: gettext_lazy("ditolak"),
}


class SheetForm(forms.Form):
    """The sheet and what stands in for cells it leaves empty."""

    file = forms.FileField(
        label=gettext_lazy("Berkas daftar informasi"), help_text=gettext_lazy("CSV, XLSX, XLS atau ODS.")
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), required=False, label=gettext_lazy("Unit"),
        help_text=gettext_lazy("Bagi baris yang tidak menyebut unit."),
    )  # fmt: skip
    info_class = forms.ChoiceField(
        choices=[("", gettext_lazy("Menurut berkas")), *InformationClass.choices], required=False,
        label=gettext_lazy("Klasifikasi"), help_text=gettext_lazy("Bagi baris yang tidak menyebut klasifikasi."),
    )  # fmt: skip
    create_units = forms.BooleanField(required=False, label=gettext_lazy("Buat unit yang belum terdaftar"))
    draft = forms.BooleanField(required=False, label=gettext_lazy("Simpan sebagai draf, jangan terbitkan dulu"))

    def __init__(self, *args: Any, user: Any, whole: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = reachable_units(user)  # type: ignore[attr-defined]
        if not whole:
            del self.fields["create_units"]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("Berkas terlalu besar. Bagi menjadi beberapa berkas."))
        return file


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the preview: its number in the sheet, the verdict in words, what is wrong with it."""

    row: int
    what: str
    rejected: bool
    summary: str
    unit: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportScreen:
    """The verdicts of a dry run: the rows that need a look first, cut at `SHOWN`."""

    name: str
    result: RegisterImport
    lines: tuple[RowLine, ...]
    cut: int
    whole_file: tuple[str, ...]
    may_write: bool


def urls() -> list[URLPattern]:
    return [
        path("daftar-informasi/impor/", upload, name="register_import"),
        path("daftar-informasi/impor/tulis/", write, name="register_import_write"),
    ]


def upload(request: HttpRequest) -> HttpResponse:
    """The form; after it, the preview. Nothing is written here."""
    whole = _authorise(request)
    form = SheetForm(request.POST or None, request.FILES or None, user=request.user, whole=whole)
    if request.method != "POST" or not form.is_valid():
        status = 400 if request.method == "POST" else 200
        return render(request, "disclosures/admin/register_import.html", {"form": form}, status=status)
    content = form.cleaned_data["file"].read()
    wanted = {
        "unit": form.cleaned_data["unit"].pk if form.cleaned_data["unit"] else None,
        "info_class": form.cleaned_data["info_class"],
        "create_units": form.cleaned_data.get("create_units", False),
        "draft": form.cleaned_data["draft"],
    }
    result = _run(request, content, wanted, dry_run=True)
    _forget_old()
    name = f"{FOLDER}/{secrets.token_hex(16)}"
    storages["private"].save(name, ContentFile(content))
    request.session[SESSION_KEY] = {"stored": name, "wanted": wanted, "name": form.cleaned_data["file"].name[:100]}
    screen = _screen(form.cleaned_data["file"].name, result)
    status = 200 if not result.errors else 422
    return render(request, "disclosures/admin/register_preview.html", {"screen": screen}, status=status)


def write(request: HttpRequest) -> HttpResponse:
    """Write what the preview showed. The sheet is judged anew: the register may have moved on meanwhile."""
    _authorise(request)
    waiting = request.session.get(SESSION_KEY)
    if request.method != "POST" or not waiting or not storages["private"].exists(waiting["stored"]):
        messages.warning(request, _("Berkasnya sudah tidak ada. Unggah sekali lagi."))
        return redirect("register_import")
    with storages["private"].open(waiting["stored"]) as file:
        content = file.read()
    result = _run(request, content, waiting["wanted"], dry_run=False)
    if not result.written:
        screen = _screen(waiting["name"], result)
        return render(request, "disclosures/admin/register_preview.html", {"screen": screen}, status=422)
    storages["private"].delete(waiting["stored"])
    del request.session[SESSION_KEY]
    said = _("%(created)s informasi baru, %(updated)s berubah, %(unchanged)s tetap, %(units)s unit baru.")
    counts = {"created": result.created, "updated": result.updated, "unchanged": result.unchanged}
    messages.success(request, said % {**counts, "units": result.units_created})
    return redirect(reverse(RegisterEntry.snippet_viewset.get_url_name("list")))  # type: ignore[attr-defined]


def _authorise(request: HttpRequest) -> bool:
    """Whether the person works on the whole register; who may not publish entries has no business here."""
    if not request.user.has_perms(["disclosures.add_registerentry", "disclosures.publish_registerentry"]):
        raise PermissionDenied
    units = entry_units(request.user, today())
    if units is not None and not units:
        raise PermissionDenied
    return units is None


def _run(request: HttpRequest, content: bytes, wanted: dict[str, Any], *, dry_run: bool) -> RegisterImport:
    units = entry_units(request.user, today())
    return import_register(
        content=content,
        at=timezone.now(),
        acting_user=request.user,
        unit=reachable_units(request.user).filter(pk=wanted["unit"]).first() if wanted["unit"] else None,
        only_units=units,
        info_class=wanted["info_class"],
        create_units=bool(wanted["create_units"]) and units is None,
        draft=wanted["draft"],
        dry_run=dry_run,
    )


def _screen(name: str, result: RegisterImport) -> ImportScreen:
    notes: dict[int, list[str]] = {}
    for note in (*result.errors, *result.warnings):
        if note.row:
            notes.setdefault(note.row, []).append(_sentence(note))
    lines = [_line(verdict, tuple(notes.pop(verdict.row, ()))) for verdict in result.verdicts]
    lines += [RowLine(row, "", False, "", "", tuple(told)) for row, told in notes.items()]
    lines.sort(key=lambda line: (not line.rejected, not line.notes, line.row))
    return ImportScreen(
        name=name,
        result=result,
        lines=tuple(lines[:SHOWN]),
        cut=max(len(lines) - SHOWN, 0),
        whole_file=tuple(note.message for note in (*result.errors, *result.warnings) if not note.row),
        may_write=not result.errors and result.rows > 0,
    )


def _line(verdict: Verdict, notes: tuple[str, ...]) -> RowLine:
    what = str(_WORDS[verdict.what])
    return RowLine(verdict.row, what, verdict.what == REJECTED, verdict.summary, verdict.unit, notes)


def _sentence(note: Note) -> str:
    return f"{note.column}: {note.message}" if note.column else note.message


def _forget_old() -> None:
    """Sheets that nobody came back for go after a day."""
    storage = storages["private"]
    try:
        _folders, names = storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        stored = f"{FOLDER}/{name}"
        if timezone.now() - storage.get_modified_time(stored) > _KEPT:
            storage.delete(stored)
