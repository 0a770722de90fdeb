"""The commission's reviewers at the desk: who may read, the documents in dispute, and their opening by the superior."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ppid.access import disputes_of
from ppid.actions import review
from ppid.desk import office
from ppid.desk.forms.base import said
from ppid.desk.forms.review import InviteForm, OpenForm, SealForm
from ppid.law.procedure import Invalid, Unlawful
from ppid.models import Case, FileRefused, Invitation, Opening, Role, SealedDocument


@dataclass(frozen=True)
class InvitationRow:
    """`used`: that the access was used at all; which page and when is not the body's to know before the decision."""

    invitation: Invitation
    used: bool
    standing: bool


@dataclass(frozen=True)
class ReviewScreen:
    case: Case
    case_url: str
    invitations: tuple[InvitationRow, ...]
    documents: tuple[SealedDocument, ...]
    openings: tuple[Opening, ...]
    forms: tuple[tuple[str, str, Any], ...]


@require_http_methods(["GET", "POST"])
def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about the commission's access to one dispute; each form says by its name which act it is."""
    now = office.moment(request)
    case = disputes_of(request.user, now.on).filter(pk=pk).first()
    if case is None:
        raise Http404
    asked = request.POST.get("langkah", "") if request.method == "POST" else ""
    bound = _forms(request, case, now.on, asked)
    status = 200
    if asked:
        if asked not in bound:
            raise PermissionDenied
        status = _try(request, case, now, asked, bound[asked])
        if status == 302:
            return redirect("desk_review", pk)
    invited = Invitation.objects.filter(case=case).select_related("reviewer").prefetch_related("visits")
    screen = ReviewScreen(
        case=case,
        case_url=reverse("desk_dispute", args=[case.pk]),
        invitations=tuple(
            InvitationRow(row, bool(row.visits.all()), row.revoked_on is None and row.until >= now.on)
            for row in invited
        ),
        documents=tuple(SealedDocument.objects.filter(case=case)),
        openings=tuple(Opening.objects.filter(document__case=case).select_related("document")),
        forms=tuple((name, str(TITLES[name]), form) for name, form in bound.items()),
    )
    title = _("Pemeriksa Komisi Informasi")
    return office.page(
        request, "ppid/desk/review.html", screen, title=title, trail=[(screen.case_url, case.number)], status=status
    )


TITLES = {
    "undang": gettext_lazy("Undang pemeriksa"),
    "masukkan": gettext_lazy("Masukkan dokumen yang disengketakan"),
    "buka": gettext_lazy("Buka dokumen atas perintah majelis"),
}
ACTORS = {"undang": {Role.PPID, Role.SUPERIOR}, "masukkan": {Role.PPID}, "buka": {Role.SUPERIOR}}


def _forms(request: HttpRequest, case: Case, on: dt.date, asked: str) -> dict[str, Any]:
    """The forms that this person may use, the one that was sent with what was typed."""

    def data(name: str) -> tuple[Any, ...]:
        return (request.POST, request.FILES) if name == asked else ()

    made: dict[str, Callable[[], forms.Form]] = {
        "undang": lambda: InviteForm(*data("undang"), on=on),
        "masukkan": lambda: SealForm(*data("masukkan")),
        "buka": lambda: OpenForm(*data("buka"), case=case, on=on),
    }
    roles = office.roles(request).roles
    return {name: make() for name, make in made.items() if ACTORS[name] & roles}


def _try(request: HttpRequest, case: Case, now: office.Moment, asked: str, form: Any) -> int:
    if not form.is_valid():
        return 400
    who: dict[str, Any] = {"acting_user": request.user, "on": now.on, "at": now.at}
    typed = form.cleaned_data
    try:
        if asked == "undang":
            review.invite(
                case=case,
                reviewer=typed["reviewer"].user,
                letter_number=typed["letter_number"],
                until=typed["until"],
                **who,
            )
            messages.success(request, _("Pemeriksa diberi akses ke sengketa ini saja."))
        elif asked == "masukkan":
            review.seal(case=case, title=typed["title"], original=typed["original"], redacted=typed["redacted"], **who)
            messages.success(request, _("Dokumen tersimpan tertutup."))
        else:
            review.open_document(
                document=typed["document"],
                order=typed["order"],
                order_number=typed["order_number"],
                order_on=typed["order_on"],
                until=typed["until"],
                readers=[row.reviewer for row in typed["readers"]],
                **who,
            )
            messages.success(request, _("Dokumen dibuka bagi komisioner yang disebut."))
    except Invalid as error:
        for problem in error.problems:
            form.add_error(problem.field if problem.field in form.fields else None, said(problem))
        return 400
    except (Unlawful, FileRefused) as error:
        form.add_error(None, str(error))
        return 409
    return 302


@require_POST
def revoke(request: HttpRequest, invitation_id: int) -> HttpResponse:
    row = Invitation.objects.select_related("case").filter(pk=invitation_id).first()
    return _ended(request, row, row.case_id if row else 0, lambda who: review.revoke(invitation=row, **who))  # type: ignore[arg-type]


@require_POST
def close(request: HttpRequest, opening_id: int) -> HttpResponse:
    row = Opening.objects.select_related("document__case").filter(pk=opening_id).first()
    case = row.document.case_id if row else 0
    return _ended(request, row, case, lambda who: review.close_document(opening=row, **who))  # type: ignore[arg-type]


def _ended(request: HttpRequest, row: object, case: int, act: Callable[[dict[str, Any]], object]) -> HttpResponse:
    now = office.moment(request)
    if row is None or not disputes_of(request.user, now.on).filter(pk=case).exists():
        raise Http404
    try:
        act({"acting_user": request.user, "on": now.on, "at": now.at})
        messages.success(request, _("Akses diakhiri."))
    except Unlawful as error:
        messages.error(request, str(error))
    return redirect("desk_review", case)
