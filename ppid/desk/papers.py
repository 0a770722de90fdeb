"""Files and letters that leave the desk: every reading is checked and logged, and no browser runs what is inside."""

import base64
import hashlib
import io
from collections.abc import Iterator

import pypdfium2
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ppid import letters
from ppid.access import basis_file, officer_case, officer_file, officer_letter, open_file
from ppid.actions.signatures import may_sign_on, signer_for
from ppid.desk import office
from ppid.desk.downloads import download
from ppid.desk.previews import PREVIEWS
from ppid.desk.screens import LetterScreen, PreviewScreen
from ppid.law.letters import LetterKind
from ppid.law.procedure import Unlawful
from ppid.letters.frame import verify_url
from ppid.letters.signed import Findings, inspect
from ppid.models import FileRefused, Letter
from ppid.models.content import neutral_name

PREVIEW_SCALE = 1.4
PDF = "application/pdf"


@require_GET
def private_file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A private file of a case that this officer may see: logged, always a download."""
    now = office.moment(request)
    _case, file = officer_file(request.user, file_id, now.on)
    content = open_file(file, user=request.user, role=office.role_word(request), at=now.at, reason=_("meja layanan"))
    return download(content, file.name, file.media_type)


@require_GET
def exclusion_file(request: HttpRequest, file_id: int) -> HttpResponse:
    """A decree or test sheet on which a refusal rests, for those who propose, approve or issue it: logged."""
    now = office.moment(request)
    file = basis_file(request.user, file_id, now.on)
    content = open_file(file, user=request.user, role=office.role_word(request), at=now.at, reason=_("dasar penolakan"))
    return download(content, file.name, file.media_type)


@require_GET
def naskah(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The draft without KONSEP, to be signed. Refused when letterhead, signer or text are no longer the draft's."""
    now = office.moment(request)
    letter = officer_letter(request.user, letter_id, now.on)
    if letter.draft is None or not _same_as_draft(letter):
        messages.error(request, _("Kop, pejabat atau isi berubah sejak konsep dibuat. Simpan ulang konsepnya."))
        return redirect(office.case_address(letter.case))
    # Reading the copy to be signed is reading the draft.
    open_file(letter.draft, user=request.user, role=office.role_word(request), at=now.at, reason=_("naskah surat"))
    return download(letters.for_signature(letter), neutral_name(f"naskah {letter.number}", PDF), PDF)


def _same_as_draft(letter: Letter) -> bool:
    """Whether the letter, written again, is byte for byte the draft whose hash was recorded."""
    return hashlib.sha256(letters.build(letter)).hexdigest() == letter.draft_sha256


@require_GET
def letter_page(request: HttpRequest, letter_id: int) -> HttpResponse:
    """A letter looked into: draft and signed file with their hashes, and what its electronic signatures say."""
    now = office.moment(request)
    letter = officer_letter(request.user, letter_id, now.on)
    findings, problem = _looked_into(request, letter, now)
    case_url = office.case_address(letter.case)
    screen = LetterScreen(letter, case_url, findings, problem, verify_url(letter.verify_code))
    title = f"{letter.get_kind_display()} {letter.number}"
    return office.page(request, "ppid/desk/letter.html", screen, title=title, trail=[(case_url, letter.case.number)])


def _looked_into(request: HttpRequest, letter: Letter, now: office.Moment) -> tuple[Findings | None, str]:
    if letter.signed is None:
        return None, ""
    content = open_file(
        letter.signed,
        user=request.user,
        role=office.role_word(request),
        at=now.at,
        reason=_("periksa tanda tangan"),
    )
    try:
        return inspect(content, code=letter.verify_code, draft_sha256=letter.draft_sha256), ""
    except FileRefused as error:
        return None, str(error)


@require_POST
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter as typed, before it is made; nothing is stored. `?surat=` names its kind, a notice without it.

    Asked by the page's script it gives the panel with pictures, asked by the button the PDF itself.
    """
    now = office.moment(request)
    case = officer_case(request.user, pk, now.on)
    asked = PREVIEWS.get(request.GET.get("surat", LetterKind.NOTICE))
    if asked is None:
        raise Http404
    office.require_actor(request, asked.move)
    form = asked.form(request, now)
    problems = [] if form.is_valid() else list(_problems(form))
    try:
        content = None if problems else asked.content(case, form, now)
    except Unlawful as error:
        content, problems = None, [_(error.text) % error.values if error.values else _(error.text)]
    if content is None:
        screen = PreviewScreen(problems=tuple(problems))
        return render(request, "ppid/desk/preview.html", {"screen": screen}, status=400)
    able = may_sign_on(asked.kind, now.on)
    chosen = next((row for row in able if str(row.pk) == request.POST.get("signer")), None)
    signer = chosen or signer_for(asked.kind, request.user.pk, now.on)
    document = letters.preview(case, content, now.on, asked.kind, signer)
    if request.headers.get("X-Requested-With") != "fetch":
        return download(document, neutral_name(f"pratinjau {case.number}", PDF), PDF, inline=True)
    return render(request, "ppid/desk/preview.html", {"screen": PreviewScreen(pages=tuple(_pictures(document)))})


def _problems(form: forms.Form) -> Iterator[str]:
    for field, errors in form.errors.items():
        label = form.fields[field].label if field in form.fields else ""
        yield from (f"{label}: {error}" if label else str(error) for error in errors)


def _pictures(document: bytes) -> Iterator[str]:
    """Each page as a PNG in a data: address, so that no picture of a letter lies about anywhere."""
    with pypdfium2.PdfDocument(document) as pages:
        for page in pages:
            out = io.BytesIO()
            page.render(scale=PREVIEW_SCALE).to_pil().save(out, "PNG", optimize=False)
            yield "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
