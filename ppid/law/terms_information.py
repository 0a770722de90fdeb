"""Time limits of asking, objecting and disputing: UU 14/2008, PERKI 1/2021, PERKI 1/2013 (law.md §9)."""

from ppid.law.refusals import say
from ppid.law.term import Group, Term, Unit

PPID = "PPID"
BODY = "Badan publik"
APPLICANT = "Pemohon"
COMMISSION = "Komisi Informasi"

REQUEST_TERMS = (
    Term(
        code="REQ_RECEIPT", title=say("Nomor pendaftaran permohonan"),
        trigger="permohonan diterima (langsung atau surat elektronik)", length=0, unit=Unit.AT_ONCE, bound=PPID,
        if_missed="dapat menjadi temuan Komisi Informasi; nomor yang tidak diberikan bukan alasan keberatan Pasal 35",
        source="UU 14/2008 Pasal 22 ayat (4)–(5); PERKI 1/2021 Pasal 29 ayat (3), Pasal 30 ayat (2)",
        confidence="T", group=Group.REQUEST,
    ),
    Term(
        code="REQ_COMPLETENESS_CHECK", title=say("Pemeriksaan kelengkapan permohonan"),
        trigger="permohonan dicatat dalam register", length=3, unit=Unit.WORKING_DAYS, bound=PPID,
        if_missed="alasan “tidak lengkap” melemah; jam UU tetap berjalan", source="PERKI 1/2021 Pasal 31 ayat (2)",
        confidence="T", group=Group.REQUEST,
    ),
    Term(
        code="REQ_APPLICANT_FIX", title=say("Pemohon melengkapi permohonan"),
        trigger="surat keterangan tidak lengkap diterima pemohon", length=3, unit=Unit.WORKING_DAYS, bound=APPLICANT,
        if_missed="dicatat dalam register; badan publik tidak wajib menindaklanjuti (bukan penolakan)",
        source="PERKI 1/2021 Pasal 33 ayat (3)–(4)", confidence="T", group=Group.REQUEST,
        doubt="Peraturan diam tentang kelengkapan yang datang sesudah 3 hari; diperlakukan sebagai permohonan baru.",
    ),
    Term(
        code="REQ_NOTICE_UU", title=say("Pemberitahuan tertulis, dihitung sejak permohonan diterima"),
        trigger="permohonan diterima", length=10, unit=Unit.WORKING_DAYS, bound=BODY,
        if_missed="pemohon berhak mengajukan keberatan (huruf c atau g)", source="UU 14/2008 Pasal 22 ayat (7)",
        confidence="T", group=Group.REQUEST,
    ),
    Term(
        code="REQ_NOTICE_PERKI", title=say("Pemberitahuan tertulis, dihitung sejak permohonan dinyatakan lengkap"),
        trigger="permohonan dinyatakan lengkap", length=10, unit=Unit.WORKING_DAYS, bound=PPID,
        if_missed="pemohon berhak mengajukan keberatan (huruf c atau g)", source="PERKI 1/2021 Pasal 31 ayat (3)",
        confidence="T", group=Group.REQUEST,
        doubt="UU 14/2008 Pasal 22 ayat (7) menghitung sejak permohonan diterima dan tidak pernah mulai dari awal "
        "lagi. Tanggal menurut UU yang dipakai; tanggal ini hanya pembanding.",
    ),
    Term(
        code="REQ_REFUSAL_NOTICE", title=say("Pemberitahuan penolakan"),
        trigger="permohonan diterima", length=10, unit=Unit.WORKING_DAYS, bound=PPID, extension=7,
        if_missed="pemohon berhak mengajukan keberatan (huruf c atau g)",
        source="PERKI 1/2021 Pasal 34 ayat (3), Pasal 36 ayat (1) huruf b", confidence="T", group=Group.REQUEST,
    ),
    Term(
        code="REQ_EXTENSION", title=say("Perpanjangan waktu pemberitahuan tertulis"),
        trigger="berakhirnya 10 hari kerja", length=7, unit=Unit.WORKING_DAYS, bound="PPID (dengan alasan tertulis)",
        if_missed="pemohon berhak mengajukan keberatan (huruf c atau g)",
        source="UU 14/2008 Pasal 22 ayat (8); PERKI 1/2021 Pasal 36", confidence="T", group=Group.REQUEST,
        at_most=True, follows="REQ_NOTICE_UU",
        doubt="Hanya satu kali. Pemberitahuan perpanjangan dikirim paling lambat pada hari ke-10.",
    ),
    Term(
        code="REQ_DELIVERY", title=say("Penyerahan informasi"),
        trigger="pemberitahuan tertulis dikirim, atau biaya dibayar bila ada biaya", length=None,
        unit=Unit.WORKING_DAYS, bound=PPID, if_missed="pemohon berhak mengajukan keberatan (huruf e atau g)",
        source="PERKI 1/2021 Pasal 31 ayat (4) huruf f", confidence="T/I", group=Group.REQUEST,
        doubt="Lamanya dinyatakan PPID sendiri dalam pemberitahuan; peraturan tidak menetapkan jumlah hari.",
    ),
)  # fmt: skip

OBJECTION_TERMS = (
    Term(
        code="OBJ_FILE", title=say("Pengajuan keberatan"),
        trigger="alasan keberatan ditemukan", length=30, unit=Unit.WORKING_DAYS, bound=APPLICANT,
        if_missed="tetap didaftar, ditandai terlambat dan dijawab; Komisi Informasi dapat menolak",
        source="UU 14/2008 Pasal 36 ayat (1)", confidence="T", group=Group.OBJECTION,
        doubt="Hari ke-0 berbeda menurut alasan: tanggal surat atau informasi diterima (a, d, e, f), tanggal batas "
        "terlewati (c, g), tanggal yang disebut pemohon (b). Anda diperlihatkan pembacaan yang paling awal.",
    ),
    Term(
        code="OBJ_ANSWER", title=say("Tanggapan atas keberatan"),
        trigger="keberatan diterima (UU) atau dicatat (PERKI)", length=30, unit=Unit.WORKING_DAYS, bound="Atasan PPID",
        if_missed="sengketa ke Komisi Informasi terbuka", confidence="T", group=Group.OBJECTION,
        source="UU 14/2008 Pasal 36 ayat (2); PERKI 1/2021 Pasal 44 ayat (1)",
        doubt="UU menghitung sejak keberatan diterima, PERKI sejak dicatat; bila berbeda dipakai tanggal diterima.",
    ),
)  # fmt: skip

DISPUTE_TERMS = (
    Term(
        code="DSP_FILE_ANSWERED", title=say("Permohonan sengketa sesudah keberatan dijawab"),
        trigger="tanggapan atas keberatan diterima", length=14, unit=Unit.WORKING_DAYS, bound=APPLICANT,
        if_missed="lewat waktu", source="UU 14/2008 Pasal 37 ayat (2); PERKI 1/2013 Pasal 13", confidence="T/S",
        group=Group.DISPUTE,
    ),
    Term(
        code="DSP_FILE_SILENT", title=say("Permohonan sengketa bila keberatan tidak dijawab"),
        trigger="berakhirnya 30 hari kerja tanpa tanggapan", length=14, unit=Unit.WORKING_DAYS, bound=APPLICANT,
        if_missed="sebelum tanggal itu prematur, sesudahnya lewat waktu", source="PERKI 1/2013 Pasal 5, Pasal 13",
        confidence="S", group=Group.DISPUTE, follows="OBJ_ANSWER",
    ),
    Term(
        code="DSP_START", title=say("Dimulainya penyelesaian sengketa"),
        trigger="permohonan diterima Komisi Informasi", length=14, unit=Unit.WORKING_DAYS, bound=COMMISSION,
        if_missed="—", source="UU 14/2008 Pasal 38 ayat (1)", confidence="T", group=Group.DISPUTE,
    ),
    Term(
        code="DSP_INCOMPLETE_LETTER", title=say("Surat permohonan sengketa belum lengkap"),
        trigger="permohonan diterima Komisi Informasi", length=3, unit=Unit.WORKING_DAYS, bound="Panitera",
        if_missed="tidak diregistrasi", source="PERKI 1/2013 Pasal 17–18", confidence="S", group=Group.DISPUTE,
    ),
    Term(
        code="DSP_APPLICANT_FIX", title=say("Pemohon melengkapi permohonan sengketa"),
        trigger="surat belum lengkap diterima", length=7, unit=Unit.WORKING_DAYS, bound=APPLICANT,
        if_missed="tidak diregistrasi", source="PERKI 1/2013 Pasal 17–18", confidence="S", group=Group.DISPUTE,
    ),
    Term(
        code="DSP_MEDIATION", title=say("Mediasi"), trigger="pertemuan mediasi pertama", length=14, extension=7,
        unit=Unit.WORKING_DAYS, bound="Para pihak dan mediator", if_missed="gagal, dilanjutkan ajudikasi",
        source="PERKI 1/2013 Pasal 37–50", confidence="S", group=Group.DISPUTE,
        doubt="Dapat diperpanjang satu kali 7 hari kerja.",
    ),
    Term(
        code="DSP_TOTAL", title=say("Seluruh penyelesaian sengketa"),
        trigger="dimulainya penyelesaian sengketa", length=100,
        unit=Unit.WORKING_DAYS, bound=COMMISSION, if_missed="—", source="UU 14/2008 Pasal 38 ayat (2)",
        confidence="T/S", group=Group.DISPUTE,
        doubt="Titik mulainya tidak tegas: Pasal 38 ayat (2) merujuk ayat (1), catatan Komisi Informasi menghitung "
        "sejak permohonan diterima. Baca tanggalnya sebagai “sekitar”.",
    ),
    Term(
        code="DSP_COPY", title=say("Salinan putusan Komisi Informasi"), trigger="putusan dibacakan", length=3,
        unit=Unit.WORKING_DAYS, bound=COMMISSION, if_missed="—", source="PERKI 1/2013 Pasal 59", confidence="S",
        group=Group.DISPUTE,
    ),
    Term(
        code="COURT_FILE", title=say("Gugatan ke pengadilan"), trigger="putusan ajudikasi diterima", length=14,
        unit=Unit.WORKING_DAYS, bound="Salah satu pihak", if_missed="putusan Komisi Informasi berkekuatan tetap",
        source="UU 14/2008 Pasal 48 ayat (1)", confidence="T", group=Group.DISPUTE,
    ),
    Term(
        code="CASSATION", title=say("Kasasi"), trigger="putusan pengadilan diterima", length=14, unit=Unit.DAYS,
        bound="Salah satu pihak", if_missed="putusan pengadilan berkekuatan tetap", source="UU 14/2008 Pasal 50",
        confidence="T/I", group=Group.DISPUTE,
        doubt="Pasal 50 menulis “hari”, bukan “hari kerja”; karena itu dihitung hari kalender.",
    ),
)  # fmt: skip
