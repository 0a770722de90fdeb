"""The mail on an extension: the old day, the new one, and why (UU 14/2008 Ps 22(8))."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from ppid.law.extension import GROUNDS, ExtensionContent
from ppid.models import MailRecord
from ppid.notify.message import Known, Message, day_words, greeting, page_link


def _extended(known: Known) -> Message:
    case, letter = known.case, known.record.letter
    content = ExtensionContent.from_json(letter.content) if letter else None
    grounds = "; ".join(_(GROUNDS[ground]) for ground in content.grounds) if content else ""
    return Message(
        subject=_("Waktu jawaban permohonan %(number)s diperpanjang") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(
            _("Kami memerlukan waktu lebih lama untuk menjawab permohonan Anda. Surat perpanjangannya sudah tersedia."),
            *((f"{grounds}. {content.reason}",) if content else ()),
        ),
        facts=(
            (_("Nomor permohonan"), case.number),
            *(((_("Nomor surat"), letter.number),) if letter else ()),
            *(((_("Semula paling lambat"), day_words(content.old_due)),) if content else ()),
            (_("Menjadi paling lambat"), day_words(known.due) if known.due else _("belum dapat dihitung")),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(
            _("Perpanjangan hanya dapat dilakukan satu kali (UU 14/2008 Pasal 22 ayat 8; PERKI 1/2021 Pasal 36)."),
            _("Bila sampai tanggal itu tidak ada jawaban, Anda berhak mengajukan keberatan kepada atasan PPID."),
        ),
        action=(_("Lihat hitungan harinya"), page_link("track")),
    )


BUILDERS: Mapping[MailRecord.Template, Callable[[Known], Message]] = {MailRecord.Template.EXTENDED: _extended}
