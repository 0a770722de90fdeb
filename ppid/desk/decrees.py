"""Holiday decrees in the Wagtail admin: what is in force, adopting, withdrawing, and how days are counted.

Kept by the PPID and the administrators. Everything that moves dates is shown first: the same action runs, is taken
back, and the page tells what it would have moved; the yes carries the calendar's version that was looked at, so that
nobody agrees to something else.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin.menu import MenuItem

from ppid.actions import calendar as actions
from ppid.actions.calendar import Changed
from ppid.actions.clock import Redated
from ppid.desk import office
from ppid.desk.decree_screens import (
    Choice,
    CountingScreen,
    DecreeScreen,
    Edition,
    ListScreen,
    Moved,
    NewScreen,
    PreviewScreen,
)
from ppid.desk.forms.base import said
from ppid.desk.forms.decrees import FileForm, Typed, in_words
from ppid.law import counting
from ppid.law.calendar import Decree as LawDecree
from ppid.law.calendar import written_with_weekday
from ppid.law.decree_file import read_decree
from ppid.law.refusals import Invalid, Problem
from ppid.law.terms import term
from ppid.models import Decree, DecreeDay, Institution
from ppid.models.people import Role
from ppid.queries.calendar import current_calendar

KEEPERS = frozenset({Role.PPID, Role.ADMINISTRATOR})
# More rows than anybody reads; the rest is counted.
SHOWN = 200
View = Callable[..., HttpResponse]


def may_keep(request: HttpRequest) -> bool:
    return bool(office.roles(request).roles & KEEPERS)


def keepers_only(view: View) -> View:
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_keep(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return inner


class DecreeMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_keep(request)


# --- what is in force -------------------------------------------------------------------------------------------------


@keepers_only
@require_GET
def decree_list(request: HttpRequest) -> HttpResponse:
    """The decrees in force with their editions; below them what was replaced or withdrawn."""
    editions = [_edition(row) for row in _counted().order_by("-date", "-sequence", "-edition")]
    calendar = current_calendar()
    screen = ListScreen(
        standing=tuple(one for one in editions if one.state == "standing"),
        past=tuple(one for one in editions if one.state != "standing"),
        years=tuple(sorted(calendar.years)),
        rules=tuple(_(words) for words in counting.in_words(calendar.rules.values)),
    )
    return _page(request, "decrees", screen, _("Hari libur"))


@keepers_only
@require_GET
def decree_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition with its days, the other editions of its number, and who amends it."""
    days = Prefetch("days", queryset=DecreeDay.objects.order_by("date"))
    row = get_object_or_404(_counted().prefetch_related(days), pk=pk)
    others = _counted().filter(number=row.number).order_by("-edition")
    amending = Decree.objects.in_force().filter(amends=row.number).order_by("number")
    screen = DecreeScreen(
        decree=_edition(row),
        days=tuple(row.days.all()),
        editions=tuple(_edition(other) for other in others),
        amended_by=tuple(amending.values_list("number", flat=True)),
    )
    return _page(request, "decree", screen, row.number)


def _counted() -> Any:
    removed = Q(days__kind=DecreeDay.Kind.REMOVED)
    rows = Decree.objects.select_related("adopted_by", "withdrawn_by")
    return rows.annotate(holidays=Count("days", filter=~removed), restored=Count("days", filter=removed))


def _edition(row: Any) -> Edition:
    state = "withdrawn" if row.withdrawn_at else "replaced" if row.replaced_at else "standing"
    return Edition(row, state, row.holidays, row.restored)


# --- adopting ---------------------------------------------------------------------------------------------------------


@keepers_only
@require_http_methods(["GET", "POST"])
def decree_new(request: HttpRequest) -> HttpResponse:
    """Upload the file or type the days. Both lead to the preview; nothing is written here."""
    standing = list(Decree.objects.in_force().order_by("-date").values_list("number", flat=True))
    if request.method == "GET":
        start = request.GET.get("dari", "")
        rows = Decree.objects.filter(pk=int(start)) if start.isascii() and start.isdigit() and len(start) < 10 else None
        typed = Typed(standing=standing, start=rows.first() if rows else None)
        return _new(request, NewScreen(FileForm(), typed))
    if "unggah" in request.POST:
        return _uploaded(request, standing)
    typed = Typed(request.POST, standing=standing)
    if "lagi" in request.POST:
        return _new(request, NewScreen(FileForm(), typed))
    document = typed.document()
    try:
        return _adoption(request, document)
    except Invalid as error:
        typed.refused(error.problems)
        return _new(request, NewScreen(FileForm(), typed), status=400)


def _uploaded(request: HttpRequest, standing: Sequence[str]) -> HttpResponse:
    form, typed = FileForm(request.POST, request.FILES), Typed(standing=standing)
    if not form.is_valid():
        return _new(request, NewScreen(form, typed), status=400)
    try:
        content = form.content()
        return _adoption(request, content)
    except Invalid as error:
        faults = tuple(in_words(problem) for problem in error.problems)
        return _new(request, NewScreen(form, typed, faults), status=400)


@keepers_only
@require_POST
def decree_adopt(request: HttpRequest) -> HttpResponse:
    """The yes to a preview."""
    document = request.POST.get("document", "").encode()
    try:
        if request.POST.get("version") != current_calendar().version:
            return _adoption(request, document, stale=True)
        now = office.moment(request)
        reading = read_decree(document)
        changed = actions.adopt(decree=reading.decree, acting_user=_person(request), on=now.on, at=now.at)
    except Invalid as error:
        for problem in error.problems:
            messages.error(request, in_words(problem))
        return redirect("decree_new")
    said_what = _("%(number)s berlaku.") % {"number": reading.decree.number}
    messages.success(request, f"{said_what} {_how_many(changed)}")
    return redirect("decree_list")


def _adoption(request: HttpRequest, document: bytes, *, stale: bool = False) -> HttpResponse:
    """The preview of a document that is sound; Invalid for one that is not."""
    reading = read_decree(document)
    version = current_calendar().version
    now = office.moment(request)
    changed = actions.adopt(decree=reading.decree, on=now.on, at=now.at, dry_run=True)
    before = Decree.objects.in_force().filter(number=reading.decree.number).first()
    body = Institution.load(request_or_site=request)
    remarks = [in_words(problem) for problem in (*reading.warnings, *_elsewhere(reading.decree, body))]
    if before is not None and changed.changed:
        remarks.append(
            _(
                "Nomor ini sudah berlaku (edisi %(edition)d). Yang baru menggantikannya; "
                "bila dicabut, yang lama berlaku lagi."
            )
            % {"edition": before.edition}
        )
    screen = PreviewScreen(
        intro=_("%(number)s, %(day)s")
        % {"number": reading.decree.number, "day": written_with_weekday(reading.decree.date)},
        remarks=tuple(remarks),
        days=tuple(DecreeDay(date=day.date, kind=str(day.kind), name=day.name) for day in reading.decree.days),
        moved=_moved(request, changed.redated),
        total=len(changed.redated),
        changed=changed.changed,
        action=reverse("decree_adopt"),
        hidden=(("document", document.decode("utf-8-sig")), ("version", version)),
        button=_("Berlakukan keputusan ini"),
        back=reverse("decree_new"),
        stale=stale,
    )
    return _preview(request, screen, _("Periksa sebelum diberlakukan"))


def _elsewhere(decree: LawDecree, body: Institution) -> tuple[Problem, ...]:
    remark = actions.elsewhere(decree, body)
    return (remark,) if remark else ()


# --- withdrawing ------------------------------------------------------------------------------------------------------


@keepers_only
@require_http_methods(["GET", "POST"])
def decree_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """What a withdrawal would move and what would stand again; then the yes."""
    row = get_object_or_404(Decree, pk=pk)
    home = reverse("decree_page", args=[pk])
    if row.withdrawn_at or row.replaced_at:
        messages.error(request, _("Edisi ini tidak berlaku lagi; yang berlaku dapat dicabut dari daftar."))
        return redirect(home)
    version = current_calendar().version
    agreed = request.method == "POST" and request.POST.get("version") == version
    now = office.moment(request)
    try:
        changed = actions.withdraw(
            number=row.number, acting_user=_person(request), on=now.on, at=now.at, dry_run=not agreed
        )
    except Invalid as error:
        for problem in error.problems:
            messages.error(request, said(problem))
        return redirect(home)
    if agreed:
        said_what = _("%(number)s dicabut.") % {"number": row.number}
        messages.success(request, f"{said_what} {_how_many(changed)}")
        return redirect("decree_list")
    before = actions.edition_before(row)
    remark = (
        _("Edisi %(edition)d dari nomor ini berlaku lagi.") % {"edition": before.edition}
        if before
        else _("Tidak ada edisi lain dari nomor ini: hari-hari di bawah ini tidak lagi diatur olehnya.")
    )
    screen = PreviewScreen(
        intro=_("%(number)s, edisi %(edition)d") % {"number": row.number, "edition": row.edition},
        remarks=(remark,),
        days=tuple(row.days.order_by("date")),
        moved=_moved(request, changed.redated),
        total=len(changed.redated),
        changed=True,
        action=reverse("decree_withdraw", args=[pk]),
        hidden=(("version", version),),
        button=_("Cabut keputusan ini"),
        back=home,
        stale=request.method == "POST",
    )
    return _preview(request, screen, _("Cabut keputusan"))


# --- how days are counted ---------------------------------------------------------------------------------------------


@keepers_only
@require_http_methods(["GET", "POST"])
def counting_rules(request: HttpRequest) -> HttpResponse:
    """The two readings; a change is shown first, then agreed to."""
    if request.method == "GET":
        rules = current_calendar().rules
        choices = tuple(_choice(name, rules) for name in counting.RULE_WORDS)
        return _page(request, "counting", CountingScreen(choices), _("Cara menghitung hari"))
    asked = {name: request.POST.get(name) for name in counting.RULE_WORDS}
    values = {name: answer == "ya" for name, answer in asked.items() if answer in {"ya", "tidak"}}
    version = current_calendar().version
    agreed = request.POST.get("version") == version
    now = office.moment(request)
    changed = actions.choose_rules(values=values, on=now.on, at=now.at, dry_run=not agreed)
    if agreed:
        said_what = _("Cara menghitung disimpan.")
        messages.success(request, f"{said_what} {_how_many(changed)}")
        return redirect("decree_list")
    screen = PreviewScreen(
        intro="; ".join(_(words) for words in counting.in_words(values)),
        remarks=(),
        days=(),
        moved=_moved(request, changed.redated),
        total=len(changed.redated),
        changed=changed.changed,
        action=reverse("counting_rules"),
        hidden=(*((name, "ya" if value else "tidak") for name, value in values.items()), ("version", version)),
        button=_("Pakai cara menghitung ini"),
        back=reverse("counting_rules"),
        stale="version" in request.POST,
    )
    return _preview(request, screen, _("Periksa sebelum dipakai"))


def _choice(name: str, rules: counting.CountingRules) -> Choice:
    off, on = counting.RULE_WORDS[name]
    cited: counting.Cited[bool] = getattr(rules, name)
    return Choice(name, _(off), _(on), cited.value, _(cited.source), _(cited.doubt))


def _person(request: HttpRequest) -> AbstractBaseUser | None:
    return request.user if request.user.is_authenticated else None


# --- pages ------------------------------------------------------------------------------------------------------------


def _moved(request: HttpRequest, redated: Sequence[Redated]) -> tuple[Moved, ...]:
    sees_all = office.roles(request).sees_all
    return tuple(
        Moved(
            number=row.number,
            href=reverse("desk_case", args=[row.case]) if sees_all else "",
            title=_(term(row.code).title),
            old=row.old,
            new=row.new,
        )
        for row in redated[:SHOWN]
    )


def _how_many(changed: Changed) -> str:
    return _("%(count)d tenggat dihitung kembali; yang bersangkutan dikabari.") % {"count": len(changed.redated)}


def _new(request: HttpRequest, screen: NewScreen, *, status: int = 200) -> HttpResponse:
    return _page(request, "decree_new", screen, _("Muat keputusan hari libur"), status=status)


def _preview(request: HttpRequest, screen: PreviewScreen, title: str) -> HttpResponse:
    return _page(request, "decree_preview", screen, title, status=409 if screen.stale else 200)


def _page(request: HttpRequest, name: str, screen: Any, title: str, *, status: int = 200) -> HttpResponse:
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Beranda")}]
    if name != "decrees":
        crumbs.append({"url": reverse("decree_list"), "label": _("Hari libur")})
    crumbs.append({"url": "", "label": title})
    context = {
        "screen": screen, "header_title": title, "page_title": title, "breadcrumbs_items": crumbs,
        "header_icon": "date",
    }  # fmt: skip
    return render(request, f"ppid/desk/{name}.html", context, status=status)
