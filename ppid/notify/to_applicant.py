"""Mails to the applicant."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from ppid.law.counting import in_words
from ppid.law.decisions import Decision
from ppid.law.delivering import PROMISE
from ppid.models import MailRecord, Objection
from ppid.models.sealed import unseal
from ppid.notify import delivery, objections
from ppid.notify.message import Known, Message, date_of, day_words, greeting, last_day, moment_words, page_link


def _received(known: Known) -> Message:
    """UU 14/2008 Ps 22(4)-(5): the number at once."""
    case = known.case
    if known.due:
        promise = _("Kami menjawab dengan surat paling lambat %(due)s.") % {"due": day_words(known.due)}
    else:
        promise = _(
            "Kami menjawab dengan surat paling lambat sepuluh hari kerja. Tanggalnya dihitung setelah keputusan hari "
            "libur (SKB 3 Menteri) dimuat; Anda kami kabari."
        )
    return Message(
        subject=_("Permohonan informasi %(number)s sudah terdaftar") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(_("Permohonan informasi Anda sudah kami terima dan kami daftar."), promise),
        facts=(
            (_("Nomor pendaftaran"), case.number),
            (_("Diterima"), moment_words(known, case.received_at)),
            *(((_("Dijawab paling lambat"), day_words(known.due)),) if known.due else ()),
            (_("Kode lacak"), case.tracking_code),
        ),
        after=(
            _("Simpan kode lacak itu. Dengan kode itu Anda melihat keadaan permohonan dan tanggal-tanggalnya."),
            _("Bila sampai tanggal itu tidak ada jawaban, Anda berhak mengajukan keberatan kepada atasan PPID."),
        ),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def _ready() -> str:
    """A refusal or silence opens the right, not a case: the prepared objection is the applicant's to send."""
    return _("Keberatannya sudah kami siapkan: buka halaman Lacak, periksa isinya, lalu kirim bila Anda menghendaki.")


def _answered(known: Known) -> Message:
    case, letter = known.case, known.record.letter
    facts = [(_("Nomor permohonan"), case.number)]
    if letter is not None:
        facts += [(_("Nomor surat"), letter.number)]
        if letter.sent_on:
            facts += [(_("Disampaikan"), day_words(letter.sent_on))]
    last = last_day("OBJ_FILE", letter.sent_on if letter else None)
    objection = (
        _("Bila Anda tidak puas, Anda berhak mengajukan keberatan kepada atasan PPID paling lambat %(last)s.")
        % {"last": day_words(last)}
        if last
        else _(
            "Bila jawaban ini tidak memuaskan, Anda berhak mengajukan keberatan kepada atasan PPID dalam 30 hari kerja."
        )
    )
    return Message(
        subject=_("Surat jawaban atas permohonan %(number)s") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(_("Permohonan informasi Anda sudah dijawab dengan surat."),),
        facts=(*facts, (_("Kode lacak"), case.tracking_code)),
        after=(
            _("Untuk membukanya: buka halaman Lacak, tulis kode lacak, lalu minta kode sekali pakai ke e-mail ini."),
            objection,
            *((_ready(),) if letter is not None and letter.content.get("decision") != Decision.GRANTED else ()),
        ),
        action=(_("Buka surat jawaban"), page_link("track")),
    )


def _sign_in_code(known: Known) -> Message:
    """The code stands in the text only, never in the subject: subjects show on locked screens."""
    return Message(
        subject=_("Kode sekali pakai Anda"),
        greeting=greeting(known.case),
        paragraphs=(_("Ini kode sekali pakai untuk membuka surat dan bagian pribadi permohonan Anda:"),),
        code=unseal(known.record.secret_sealed),
        after=(
            _("Kode ini berlaku 15 menit, sekali saja. Jangan berikan kepada siapa pun; petugas tidak memintanya."),
            _("Bila bukan Anda yang memintanya, abaikan surat ini. Tidak ada yang terbuka tanpa kode itu."),
        ),
    )


def _missed(known: Known) -> Message:
    """The right that silence opens (UU 14/2008 Ps 35(1)c, 36(1)); the earliest reading of its last day is shown."""
    code = known.record.facts.get("term")
    if isinstance(known.case, Objection):
        return objections.missed(known)
    if code == "OBJ_FILE":
        return objections.right_passed(known)
    if code == PROMISE:
        return delivery.missed(known)
    case = known.case
    due = date_of(known.record.facts.get("due")) or known.due
    last = last_day("OBJ_FILE", due)
    until = _(" paling lambat %(last)s") % {"last": day_words(last)} if last else ""
    return Message(
        subject=_("Permohonan %(number)s belum dijawab sampai batas waktunya") % {"number": case.number},
        greeting=greeting(case),
        paragraphs=(
            _("Mohon maaf. Permohonan informasi Anda seharusnya dijawab paling lambat %(due)s, dan belum.")
            % {"due": day_words(due)}
            if due
            else _("Mohon maaf. Permohonan informasi Anda belum dijawab sampai batas waktunya."),
            _("Kewajiban menjawab tetap berlaku; petugas sudah kami ingatkan."),
        ),
        facts=((_("Nomor permohonan"), case.number), (_("Kode lacak"), case.tracking_code)),
        after=(
            _("Mulai hari ini Anda berhak mengajukan keberatan tertulis kepada atasan PPID%(until)s.")
            % {"until": until},
            _("Jawaban yang terlambat tidak menghapus hak itu."),
            _ready(),
        ),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def redated(known: Known) -> Message:
    """A decree, or the body's choice how to count, moved the date; old and new are both said (architecture, rule 4)."""
    facts = known.record.facts
    old, new = date_of(facts.get("old")), date_of(facts.get("new"))
    chosen = "; ".join(_(words) for words in in_words(facts.get("rules") or {}))
    said = {"decree": facts.get("decree", ""), "chosen": chosen}
    if facts.get("term") == PROMISE:
        return delivery.redated(known, said, old, new)
    if chosen:
        why = _("Cara kami menghitung hari kerja berubah (%(chosen)s), sehingga tanggal jawaban berubah.")
    else:
        why = _("Karena keputusan hari libur %(decree)s, hari kerja dihitung kembali dan tanggal jawaban berubah.")
    return Message(
        subject=(
            _("Tanggal tanggapan keberatan %(number)s berubah")
            if isinstance(known.case, Objection)
            else _("Tanggal jawaban permohonan %(number)s berubah")
        )
        % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(why % said,),
        facts=(
            (_("Nomor"), known.case.number),
            (_("Semula"), day_words(old) if old else _("belum dapat dihitung")),
            (_("Menjadi"), day_words(new) if new else _("belum dapat dihitung")),
        ),
        after=(_("Jumlah hari kerjanya tetap; yang berubah hanya hari yang ikut dihitung."),),
        action=(_("Lihat hitungan harinya"), page_link("track")),
    )


Template = MailRecord.Template
BUILDERS: Mapping[MailRecord.Template, Callable[[Known], Message]] = {
    Template.RECEIVED: _received,
    Template.ANSWERED: _answered,
    Template.SIGN_IN_CODE: _sign_in_code,
    Template.TERM_MISSED: _missed,
    Template.REDATED: redated,
    **delivery.APPLICANT,
}
