"""Mails that tell a unit's officers what was handed or asked to them. What is asked and by whom stays at the desk: the
mail carries the number, the days and the way there."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from ppid.models import MailRecord
from ppid.notify.message import Known, Message, date_of, day_words


def _disposed(known: Known) -> Message:
    desk_date = date_of(known.record.facts.get("desk_date"))
    return Message(
        subject=_("Disposisi: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas PPID pembantu,"),
        paragraphs=(_("Sebuah permohonan informasi didisposisikan kepada unit Anda. Isinya di meja layanan."),),
        facts=(
            (_("Nomor permohonan"), known.case.number),
            (_("Tanggal internal"), day_words(desk_date) if desk_date else _("segera")),
            *(((_("Tenggat undang-undang"), day_words(known.due)),) if known.due else ()),
        ),
        after=(_("Tanggal internal tidak menggeser tenggat undang-undang."),),
        action=(_("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))),
    )


def _asked(known: Known) -> Message:
    facts = known.record.facts
    due, wants = date_of(facts.get("due")), bool(facts.get("wants_answer"))
    asked = _("Ada pertanyaan antarunit yang menunggu jawaban Anda. Isinya di meja layanan.")
    told = _("Ada pemberitahuan antarunit untuk Anda. Isinya di meja layanan.")
    message = facts.get("message")
    address = reverse("desk_message", args=(message,)) if isinstance(message, int) else reverse("desk_messages")
    answered_by = ((_("Dijawab paling lambat"), day_words(due) if due else _("segera")),) if wants else ()
    return Message(
        subject=(_("Pertanyaan: permohonan %(number)s") if wants else _("Pemberitahuan: permohonan %(number)s"))
        % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(asked if wants else told,),
        facts=((_("Nomor permohonan"), known.case.number), *answered_by),
        action=(_("Buka pesannya"), settings.SITE_URL + address),
    )


BUILDERS: Mapping[MailRecord.Template, Callable[[Known], Message]] = {
    MailRecord.Template.UNIT_DISPOSED: _disposed,
    MailRecord.Template.UNIT_ASKED: _asked,
}
