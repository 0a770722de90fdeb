"""The applicant's own pack for the information commission: what was filed and what was answered, in one signed ZIP."""

from dataclasses import dataclass

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ppid import access
from ppid.actions import dossiers
from ppid.citizen.dispute_room import newest_dispute
from ppid.citizen.followed import followed_any, proved_any
from ppid.citizen.private_pages import private_page
from ppid.models import AnyCase, Case, Dossier, InformationRequest, Institution, Objection
from ppid.models.files import private_storage
from ppid.models.signing import NoSigningKey

AUDIENCE = Dossier.Audience.APPLICANT


@dataclass(frozen=True)
class PackScreen:
    """`row`: the newest pack, whole, being built or failed; None before the first. `troubled`: none can be made now."""

    number: str
    row: Dossier | None
    building: bool
    troubled: bool = False
    disputed: bool = False


def _subject(case: AnyCase) -> Case:
    """What the pack is about: the newest objection where there is one, since it takes the request along."""
    if isinstance(case, InformationRequest):
        newest = Objection.objects.filter(request_id=case.pk).order_by("-received_at").first()
        return newest or case
    return case


@private_page
@require_http_methods(["GET", "POST"])
def pack(request: HttpRequest) -> HttpResponse:
    """One button, then the file; the way leads through the code from the mail."""
    at = timezone.now()
    if followed_any(request) is None:
        return redirect("track")
    case = proved_any(request, at)
    if case is None:
        return redirect("track_code")
    subject = _subject(case)
    if request.method == "POST":
        try:
            on = Institution.load(request_or_site=request).day_of(at)
            dossiers.order(case=subject, audience=AUDIENCE, on=on, at=at)
        except NoSigningKey:
            screen = PackScreen(subject.number, _newest(subject), building=False, troubled=True)
            return render(request, "ppid/citizen/pack.html", {"screen": screen}, status=503)
        return redirect("track_pack")
    row = _newest(subject)
    building = row is not None and row.state in dossiers.UNFINISHED
    screen = PackScreen(subject.number, row, building=building, disputed=newest_dispute(case) is not None)
    return render(request, "ppid/citizen/pack.html", {"screen": screen})


def _newest(subject: Case) -> Dossier | None:
    rows = Dossier.objects.filter(case_id=subject.pk, audience=AUDIENCE).select_related("file")
    return rows.order_by("-ordered_at", "-pk").first()


@private_page
@require_GET
def pack_file(request: HttpRequest) -> HttpResponse | FileResponse:
    """The newest pack; its reading is logged."""
    at = timezone.now()
    case = proved_any(request, at)
    row = _newest(_subject(case)) if case is not None else None
    if row is None or row.file is None:
        raise Http404
    access.note_reading(row.file, role="applicant", at=at, reason=_("berkas bagi pemohon"))
    source = private_storage().open(row.file.stored_as)
    answer = FileResponse(source, as_attachment=True, filename=row.file.name, content_type=row.file.media_type)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
