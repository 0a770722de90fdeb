"""The receipt on the screen: shown to the browser that sent the request, printable, cached nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from ppid import access
from ppid.citizen.drafting import sent_token
from ppid.citizen.private_pages import private_page
from ppid.citizen.state import receipt_screen
from ppid.models import Institution


@private_page
@require_GET
def request_receipt(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    case = access.by_sent_draft(sent_token(request), now)
    if case is None:
        return redirect("track")
    institution = Institution.load(request_or_site=request)
    screen = receipt_screen(case, institution=institution, on=institution.day_of(now))
    return render(request, "ppid/citizen/receipt.html", {"screen": screen})
