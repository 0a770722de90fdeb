"""Mails about handing over: ready, reminded, set aside, given, and a promise that was missed."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ppid.law.delivering import ONLINE
from ppid.models import Delivery, MailRecord
from ppid.notify.message import Known, Message, date_of, day_words, greeting, last_day, page_link

# The whole text stands in the letter; a mail names what it is about.
WORDS_LENGTH = 160


def available(known: Known) -> Message:
    """Ready to be fetched or seen (PERKI 1/2021 Ps 35)."""
    row = row_of(known)
    return Message(
        subject=_("Informasi untuk permohonan %(number)s siap diambil") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_ready(row), come_words(known)),
        facts=facts_of(known, row, (_("Siap sejak"), _day(row.available_on if row else None))),
        after=(_("Bawalah nomor permohonan ini dan kartu identitas. Kuasa membawa surat kuasa."),),
        action=(_("Lihat rinciannya"), page_link("track")),
    )


def reminder(known: Known) -> Message:
    row = row_of(known)
    return Message(
        subject=_("Pengingat: informasi untuk permohonan %(number)s belum diambil") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(_("Informasi yang Anda minta sudah siap dan belum diambil."), come_words(known)),
        facts=facts_of(known, row, (_("Siap sejak"), _day(row.available_on if row else None))),
        after=(
            _("Bila tidak dapat datang, balas e-mail ini atau hubungi petugas: informasi dapat dikirim cara lain."),
            _("Hak Anda atas informasi ini tidak hilang bila belum diambil."),
        ),
        action=(_("Lihat rinciannya"), page_link("track")),
    )


def set_aside(known: Known) -> Message:
    """Neither a refusal nor a withdrawal (law.md §2.6)."""
    row = row_of(known)
    return Message(
        subject=_("Informasi untuk permohonan %(number)s tersedia, belum diambil") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(
            _("Setelah dua pengingat, permohonan ini kami tandai “tersedia, belum diambil”."),
            _("Ini bukan penolakan dan bukan pencabutan. Informasinya tetap dapat Anda ambil; hubungi petugas."),
        ),
        facts=facts_of(known, row, (_("Siap sejak"), _day(row.available_on if row else None))),
        action=(_("Lihat rinciannya"), page_link("track")),
    )


def delivered(known: Known) -> Message:
    row = row_of(known)
    how = str(row.get_how_display()) if row else ""
    online = row is not None and row.how in ONLINE
    said = (
        _("Informasi yang Anda minta sudah dapat diunduh.")
        if online
        else _("Informasi yang Anda minta sudah kami serahkan.")
    )
    opened = _("Untuk membukanya: buka halaman Lacak, tulis kode lacak, lalu minta kode sekali pakai ke e-mail ini.")
    last = last_day("OBJ_FILE", row.received_on or row.delivered_on if row else None)
    wrong = (
        _("Bila tidak sesuai dengan yang diminta, Anda berhak mengajukan keberatan paling lambat %(last)s.")
        % {"last": day_words(last)}
        if last
        else _("Bila tidak sesuai dengan yang diminta, Anda berhak mengajukan keberatan dalam 30 hari kerja.")
    )
    return Message(
        subject=_("Informasi untuk permohonan %(number)s diserahkan") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(said,),
        facts=facts_of(
            known, row, (_("Diserahkan"), _day(row.delivered_on if row else None)), (_("Cara penyerahan"), how)
        ),
        after=(opened, wrong) if online else (wrong,),
        action=(_("Buka informasinya") if online else _("Lihat rinciannya"), page_link("track")),
    )


def missed(known: Known) -> Message:
    """A promised day passed: grounds e and g (UU 14/2008 Ps 35(1)); the earliest reading of the last day is shown."""
    row, due = row_of(known), date_of(known.record.facts.get("due"))
    last = last_day("OBJ_FILE", due)
    until = _(" paling lambat %(last)s") % {"last": day_words(last)} if last else ""
    return Message(
        subject=_("Informasi untuk permohonan %(number)s belum diserahkan sampai batas waktunya")
        % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(
            _("Mohon maaf. Informasi yang dijanjikan dalam surat jawaban belum kami serahkan."),
            _("Kewajiban menyerahkannya tetap berlaku; petugas sudah kami ingatkan."),
        ),
        facts=facts_of(known, row, (_("Dijanjikan paling lambat"), _day(due))),
        after=(
            _(
                "Mulai hari ini Anda berhak mengajukan keberatan tertulis kepada atasan PPID%(until)s, karena "
                "permintaan tidak dipenuhi atau melewati waktunya (UU 14/2008 Pasal 35 ayat 1 huruf e dan g)."
            )
            % {"until": until},
            _("Penyerahan yang terlambat tidak menghapus hak itu."),
        ),
        action=(_("Lacak permohonan"), page_link("track")),
    )


def desk_missed(known: Known) -> Message:
    row, due = row_of(known), date_of(known.record.facts.get("due"))
    return Message(
        subject=_("Lewat waktu: penyerahan informasi, permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(
            _("Bagian yang dijanjikan dalam surat jawaban belum tercatat diserahkan."),
            _("Serahkan dan catat segera; pemohon berhak mengajukan keberatan (UU 14/2008 Ps 35 huruf e dan g)."),
        ),
        facts=facts_of(known, row, (_("Dijanjikan paling lambat"), _day(due)), private=False),
        action=to_case(known),
    )


def desk_set_aside(known: Known) -> Message:
    row = row_of(known)
    return Message(
        subject=_("Tersedia, belum diambil: permohonan %(number)s") % {"number": known.case.number},
        greeting=_("Yth. petugas layanan informasi,"),
        paragraphs=(
            _("Dua pengingat sudah dikirim dan pemohon belum datang. Bagian ini ditandai “tersedia, belum diambil”."),
            _("Simpan informasinya. Bila pemohon memintanya, buka kembali bagian ini di halaman kasus."),
        ),
        facts=facts_of(known, row, (_("Siap sejak"), _day(row.available_on if row else None)), private=False),
        action=to_case(known),
    )


def redated(known: Known, said: Mapping[str, object], old: dt.date | None, new: dt.date | None) -> Message:
    """A decree, or how the body counts, moved a promised date; old and new are both said."""
    if said["chosen"]:
        why = _("Cara kami menghitung hari kerja berubah (%(chosen)s), sehingga tanggal penyerahan berubah.")
    else:
        why = _("Karena keputusan hari libur %(decree)s, hari kerja dihitung kembali dan tanggal penyerahan berubah.")
    unknown = _("belum dapat dihitung")
    days = ((_("Semula"), _day(old) or unknown), (_("Menjadi"), _day(new) or unknown))
    private = known.record.audience == MailRecord.Audience.APPLICANT
    return Message(
        subject=_("Tanggal penyerahan informasi, permohonan %(number)s, berubah") % {"number": known.case.number},
        greeting=greeting(known.case),
        paragraphs=(why % said,),
        facts=facts_of(known, row_of(known), *days, private=private),
        after=(_("Jumlah hari kerjanya tetap; yang berubah hanya hari yang ikut dihitung."),),
        action=(_("Lihat hitungan harinya"), page_link("track")),
    )


def row_of(known: Known) -> Delivery | None:
    part = known.record.facts.get("part")
    if not isinstance(part, int):
        return None
    rows = Delivery.objects.filter(case_id=known.case.pk, part=part).select_related("letter", "copy_request", "viewing")
    return rows.order_by("-letter_id").first()


def _about(row: Delivery) -> str:
    total = len(row.letter.content.get("parts", ()))
    return _("bagian %(part)d dari %(total)d") % {"part": row.part, "total": total} if total > 1 else ""


def facts_of(
    known: Known, row: Delivery | None, *more: tuple[str, str], private: bool = True
) -> tuple[tuple[str, str], ...]:
    facts = [(_("Nomor permohonan"), known.case.number)]
    if row is not None and (words := _about(row)):
        facts.append((_("Bagian"), words))
    if row is not None and private:
        facts.append((_("Informasi"), Truncator(" ".join(row.given.material.split())).chars(WORDS_LENGTH)))
    facts += [(label, value) for label, value in more if value]
    if private:
        facts.append((_("Kode lacak"), known.case.tracking_code))
    return tuple(facts)


def _ready(row: Delivery | None) -> str:
    if row is not None and row.given.viewed:
        return _("Informasi yang Anda minta sudah siap dilihat di tempat kami.")
    return _("Informasi yang Anda minta sudah siap diambil.")


def come_words(known: Known) -> str:
    place = " ".join(known.institution.address.split())
    hours = " ".join(known.institution.opening_hours.split())
    if place and hours:
        return _("Datanglah ke %(place)s pada jam layanan: %(hours)s.") % {"place": place, "hours": hours}
    return _("Datanglah ke meja layanan informasi pada jam layanan.")


def _day(day: dt.date | None) -> str:
    return day_words(day) if day else ""


def to_case(known: Known) -> tuple[str, str]:
    return _("Buka kasusnya di meja layanan"), settings.SITE_URL + reverse("desk_case", args=(known.case.pk,))


Template = MailRecord.Template
Builders = Mapping[MailRecord.Template, Callable[[Known], Message]]
APPLICANT: Builders = {
    Template.PART_AVAILABLE: available,
    Template.PART_REMINDER: reminder,
    Template.PART_SET_ASIDE: set_aside,
    Template.PART_DELIVERED: delivered,
}
DESK: Builders = {Template.PART_SET_ASIDE: desk_set_aside}
