"""What a case page tells of the way a request came in: proxy, special needs, help, reading back, citizenship."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ppid.models import InformationRequest, Institution, Intake


def from_intake(case: InformationRequest) -> Iterator[tuple[str, str]]:
    """Label and value; empty ones are left out by the page."""
    who = case.applicant
    if who.proxied:
        yield _("Kuasa"), who.proxy_name
        yield _("Alamat kuasa"), who.proxy_address
        yield _("Telepon kuasa"), who.proxy_phone
        yield _("Surat elektronik kuasa"), who.proxy_email
    if who.special_needs_sealed:
        yield _("Kebutuhan khusus"), who.special_needs
    if case.channel == InformationRequest.Channel.WEB:
        return
    intake = Intake.objects.filter(case_id=case.pk).select_related("read_back_by", "copy_handed_by").first()
    if intake is None:
        return
    yield _("Petugas yang membantu"), intake.helped_by
    if intake.read_back_at is not None:
        there = intake.read_back_at.astimezone(Institution.load().zone)
        yield (
            _("Dibacakan kembali"),
            f"{date_format(there, 'l, j F Y')}, {there:%H.%M} ({intake.read_back_by})",
        )
    if intake.copy_handed_on is not None:
        day, how = date_format(intake.copy_handed_on, "l, j F Y"), intake.get_copy_handed_how_display()
        yield _("Salinan diserahkan"), f"{day}: {how} ({intake.copy_handed_by})"


def notes_on(case: InformationRequest) -> tuple[str, ...]:
    """What the answer must take up; nothing of it holds the request back (law.md §1.1)."""
    if not case.applicant.foreign:
        return ()
    return (
        _(
            "Pemohon menyatakan bukan warga negara atau badan hukum Indonesia. Permohonan tetap dijawab; sebut "
            "alasannya dalam jawaban (UU 14/2008 Ps 1 angka 12; PERKI 1/2021 Ps 1 angka 18)."
        ),
    )
