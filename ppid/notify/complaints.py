"""Mails on a complaint that came as a request: where it is now, by when, and what became of it."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from ppid.law.terms import term
from ppid.models import ComplaintHandover, Deadline, MailRecord
from ppid.notify.message import Known, Message, day_words, greeting, page_link


def _handed(known: Known) -> Message:
    case = known.case
    kept = ComplaintHandover.objects.filter(case_id=case.pk).first()
    whole = kept is None or kept.whole
    rows = Deadline.objects.standing().filter(case_id=case.pk, term="CMP_ACK_COMPLETENESS")
    due = rows.values_list("due", flat=True).first()
    return Message(
        subject=_("Permohonan %(number)s diserahkan ke meja pengaduan") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(
            _("Yang Anda sampaikan adalah pengaduan. Kami serahkan ke meja pengaduan; Anda tidak perlu mengulang.")
            if whole
            else _("Sebagian yang Anda sampaikan adalah pengaduan; bagian itu kami serahkan ke meja pengaduan."),
            _("Sebagai permohonan informasi urusan ini selesai. Bila Anda bermaksud meminta informasi, beri tahu kami.")
            if whole
            else _("Informasi yang Anda minta tetap kami jawab dengan tanggal semula."),
        ),
        facts=(
            (_("Nomor permohonan"), case.number),
            (_("Pertama diterima"), day_words(case.received_on)),
            *(((_(term("CMP_ACK_COMPLETENESS").title), day_words(due)),) if due else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(_("Tenggatnya dihitung sejak hari pertama kami menerimanya (UU 25/2009 Pasal 44 ayat 3)."),),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _news(known: Known) -> Message:
    case = known.case
    kept = ComplaintHandover.objects.filter(case_id=case.pk).first()
    facts = [(_("Nomor permohonan"), case.number)]
    paragraphs = [_("Ada kabar tentang pengaduan Anda.")]
    if kept is not None and kept.answered_on and not kept.result:
        paragraphs += _completeness(kept)
    if kept is not None and kept.tracking_id:
        facts.append((_("Nomor pelacakan SP4N-LAPOR!"), kept.tracking_id))
        paragraphs.append(_("Pengaduan Anda tercatat di SP4N-LAPOR! dan dapat diikuti di lapor.go.id."))
    if kept is not None and kept.result:
        facts.append((_("Hasil"), str(kept.get_result_display())))
        paragraphs.append(kept.outcome)
    return Message(
        subject=_("Kabar pengaduan dari permohonan %(number)s") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=tuple(paragraphs),
        facts=(*facts, (_("Kode lacak"), case.tracking_code)),
        after=(_("Bila tidak puas, Anda dapat mengadu ke Ombudsman Republik Indonesia (UU 25/2009 Pasal 46)."),),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _completeness(kept: ComplaintHandover) -> list[str]:
    """Whether it is complete, and what follows (UU 25/2009 Ps 44(3)-(5), 50(1))."""
    terms = ("CMP_DECIDE", "CMP_APPLICANT_FIX")
    rows = Deadline.objects.standing().filter(case_id=kept.case_id, term__in=terms)
    dues = {row.term: row.due for row in rows if row.due is not None}
    if kept.complete_on is not None:
        due = dues.get("CMP_DECIDE")
        done = _("Pengaduan Anda lengkap dan diputus paling lambat %(due)s.")
        return [done % {"due": day_words(due)}] if due else [_("Pengaduan Anda lengkap.")]
    due = dues.get("CMP_APPLICANT_FIX")
    lacks = _("Pengaduan Anda belum lengkap. Yang belum ada: %(lacking)s") % {"lacking": kept.lacking}
    until = _("Lengkapi paling lambat %(due)s; bila tidak, pengaduan dianggap dicabut (UU 25/2009 Pasal 44 ayat 5).")
    return [lacks, until % {"due": day_words(due)}] if due else [lacks]


BUILDERS: Mapping[MailRecord.Template, Callable[[Known], Message]] = {
    MailRecord.Template.HANDED_OVER: _handed,
    MailRecord.Template.COMPLAINT_NEWS: _news,
}
