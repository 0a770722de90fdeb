"""Time limits of publishing, excluding, complaints and personal data (law.md §9)."""

from ppid.law.refusals import say
from ppid.law.term import Group, Term, Unit

BODY = "Badan publik"
PROVIDER = "Penyelenggara pelayanan"
CONTROLLER = "Pengendali data pribadi"
LAPOR_DOUBT = (
    "Kebiasaan masa PermenPANRB 62/2018 yang telah diganti PermenPANRB 5/2025; naskah penggantinya belum diperiksa."
)
COMPLAINT_DOUBT = "UU 25/2009 tidak mengenal “hari kerja”; “hari” dibaca sebagai hari kalender."
HOURS_DOUBT = "3 x 24 jam berjalan terus, juga pada akhir pekan dan cuti bersama."

PUBLISHING_TERMS = (
    Term(
        code="DIP_UPDATE", title=say("Pemutakhiran Daftar Informasi Publik"), trigger="pemutakhiran terakhir", length=6,
        unit=Unit.MONTHS, bound="PPID",
        if_missed="nilai monitoring turun; keberatan huruf b bila menyangkut informasi berkala",
        source="PERKI 1/2021 Pasal 45 ayat (7)", confidence="T", group=Group.PUBLISHING,
        doubt="“Paling singkat 6 bulan sekali” dibaca umum sebagai sekurang-kurangnya setiap 6 bulan.",
    ),
    Term(
        code="BERKALA_PUBLISH", title=say("Pengumuman informasi berkala"), trigger="pengumuman terakhir", length=6,
        unit=Unit.MONTHS, bound=BODY, if_missed="keberatan huruf b; Pasal 52 bila menimbulkan kerugian",
        source="UU 14/2008 Pasal 9 ayat (3); PERKI 1/2021 Pasal 18", confidence="T", group=Group.PUBLISHING,
    ),
    Term(
        code="SERTA_MERTA", title=say("Pengumuman informasi serta-merta"), trigger="keadaan diketahui", length=0,
        unit=Unit.AT_ONCE, bound=BODY, if_missed="Pasal 52 UU 14/2008",
        source="UU 14/2008 Pasal 10; PERKI 1/2021 Pasal 25", confidence="T", group=Group.PUBLISHING,
    ),
    Term(
        code="ANNUAL_REPORT", title=say("Laporan layanan informasi publik"),
        trigger="tahun anggaran berakhir (31 Desember)",
        length=3, unit=Unit.MONTHS, bound=BODY, if_missed="nilai monitoring turun",
        source="PERKI 1/2021 Pasal 56 ayat (1)", confidence="T", group=Group.PUBLISHING,
    ),
    Term(
        code="MONEV", title=say("Monitoring dan evaluasi Komisi Informasi"), trigger="monitoring terakhir", length=1,
        unit=Unit.YEARS, bound="Komisi Informasi", if_missed="—", source="PERKI 1/2021 Pasal 59 ayat (2)",
        confidence="T", group=Group.PUBLISHING,
    ),
    Term(
        code="PPID_PEMBANTU_REPORT", title=say("Penyampaian informasi PPID pembantu kepada PPID utama"),
        trigger="penyampaian terakhir", length=6, unit=Unit.MONTHS, bound="PPID pembantu", if_missed="teguran internal",
        source="Permendagri 3/2017", confidence="S", group=Group.PUBLISHING,
    ),
)  # fmt: skip

EXCLUSION_TERMS = (
    Term(
        code="EXC_DECLARE_OPEN", title=say("Pernyataan terbuka sebelum masa pengecualian berakhir"),
        trigger="masa pengecualian berakhir", length=30, unit=Unit.WORKING_DAYS, bound="PPID", backwards=True,
        if_missed="informasi menjadi publik dengan sendirinya pada tanggal berakhir",
        source="PERKI 1/2021 Pasal 52 ayat (1)–(2); PP 61/2010 Pasal 11", confidence="T/I", group=Group.EXCLUSION,
        doubt="Naskah menulis “paling lama 30 hari sebelum”: pengingat mulai tanggal ini, terlambat baru pada tanggal "
        "berakhir.",
    ),
    Term(
        code="EXC_MAX_17A", title=say("Batas masa pengecualian Pasal 17 huruf a"), trigger="pengecualian ditetapkan",
        length=30, unit=Unit.YEARS, bound="PPID", if_missed="pengecualian tidak sah selebihnya",
        source="PERKI 1/2021 Pasal 51 ayat (1); PP 61/2010 Pasal 5", confidence="T", group=Group.EXCLUSION,
    ),
)  # fmt: skip

COMPLAINT_TERMS = (
    Term(
        code="CMP_FILE", title=say("Penyampaian pengaduan"), trigger="pelayanan diterima", length=30, unit=Unit.DAYS,
        bound="Pengadu", if_missed="dapat ditolak (undang-undang diam)", source="UU 25/2009 Pasal 42 ayat (2)",
        confidence="T", group=Group.COMPLAINT, doubt=COMPLAINT_DOUBT,
    ),
    Term(
        code="CMP_ACK_COMPLETENESS", title=say("Tanggapan tentang kelengkapan pengaduan"), trigger="pengaduan diterima",
        length=14, unit=Unit.DAYS, bound=PROVIDER, if_missed="sanksi; Ombudsman",
        source="UU 25/2009 Pasal 44 ayat (3)", confidence="T", group=Group.COMPLAINT, doubt=COMPLAINT_DOUBT,
    ),
    Term(
        code="CMP_APPLICANT_FIX", title=say("Pengadu melengkapi pengaduan"),
        trigger="tanggapan diterima pengadu", length=30,
        unit=Unit.DAYS, bound="Pengadu", if_missed="pengaduan dianggap dicabut",
        source="UU 25/2009 Pasal 44 ayat (4)–(5)", confidence="T", group=Group.COMPLAINT, doubt=COMPLAINT_DOUBT,
    ),
    Term(
        code="CMP_DECIDE", title=say("Keputusan atas pengaduan"), trigger="berkas pengaduan lengkap", length=60,
        unit=Unit.DAYS, bound=PROVIDER, if_missed="sanksi; Ombudsman",
        source="UU 25/2009 Pasal 50 ayat (1); Perpres 76/2013", confidence="T/S", group=Group.COMPLAINT,
        doubt=COMPLAINT_DOUBT,
    ),
    Term(
        code="CMP_NOTIFY", title=say("Pemberitahuan keputusan atas pengaduan"),
        trigger="pengaduan diputuskan", length=14,
        unit=Unit.DAYS, bound=PROVIDER, if_missed="—", source="UU 25/2009 Pasal 50 ayat (2)", confidence="T",
        group=Group.COMPLAINT, doubt=COMPLAINT_DOUBT,
    ),
)  # fmt: skip

LAPOR_TERMS = (
    Term(
        code="LAPOR_VERIFY", title=say("Verifikasi dan penerusan laporan"), trigger="laporan masuk", length=3,
        unit=Unit.WORKING_DAYS, bound="Admin SP4N-LAPOR!", if_missed="eskalasi", source="Ketentuan layanan SP4N-LAPOR!",
        confidence="S", group=Group.LAPOR, doubt=LAPOR_DOUBT,
    ),
    Term(
        code="LAPOR_FIRST_RESPONSE", title=say("Tanggapan pertama instansi"),
        trigger="laporan didisposisikan", length=5,
        unit=Unit.WORKING_DAYS, bound="Instansi", if_missed="eskalasi", source="Ketentuan layanan SP4N-LAPOR!",
        confidence="S", group=Group.LAPOR, doubt=LAPOR_DOUBT,
    ),
    Term(
        code="LAPOR_INFO", title=say("Permintaan informasi melalui LAPOR!"), trigger="laporan didisposisikan", length=5,
        unit=Unit.WORKING_DAYS, bound="Instansi", if_missed="penilaian instansi turun",
        source="Standar pelayanan masa PermenPANRB 62/2018; diganti PermenPANRB 5/2025", confidence="S/M",
        group=Group.LAPOR, doubt=LAPOR_DOUBT + " Ini bukan permohonan menurut UU 14/2008.",
    ),
    Term(
        code="LAPOR_NONOVERSIGHT", title=say("Pengaduan tidak berkadar pengawasan"), trigger="laporan didisposisikan",
        length=14, unit=Unit.WORKING_DAYS, bound="Instansi", if_missed="penilaian instansi turun",
        source="Standar pelayanan masa PermenPANRB 62/2018; diganti PermenPANRB 5/2025", confidence="S/M",
        group=Group.LAPOR, doubt=LAPOR_DOUBT,
    ),
    Term(
        code="LAPOR_OVERSIGHT", title=say("Pengaduan berkadar pengawasan"), trigger="laporan didisposisikan", length=60,
        unit=Unit.WORKING_DAYS, bound="Instansi", if_missed="penilaian instansi turun",
        source="Standar pelayanan masa PermenPANRB 62/2018; diganti PermenPANRB 5/2025", confidence="S/M",
        group=Group.LAPOR, doubt=LAPOR_DOUBT,
    ),
    Term(
        code="LAPOR_AUTOCLOSE", title=say("Penutupan laporan oleh sistem"),
        trigger="tindak lanjut terakhir instansi, tanpa balasan pelapor", length=10, unit=Unit.WORKING_DAYS,
        bound="Sistem SP4N-LAPOR!", if_missed="laporan ditutup", source="Keterangan aplikasi SP4N-LAPOR!",
        confidence="S", group=Group.LAPOR, doubt=LAPOR_DOUBT,
    ),
)  # fmt: skip

PERSONAL_DATA_TERMS = (
    Term(
        code="PDP_ACCESS", title=say("Akses atas data pribadi"),
        trigger="permintaan diterima", length=72, unit=Unit.HOURS,
        bound=CONTROLLER, if_missed="sanksi administratif UU 27/2022 Pasal 57", source="UU 27/2022 Pasal 32 ayat (2)",
        confidence="T", group=Group.PERSONAL_DATA, doubt=HOURS_DOUBT,
    ),
    Term(
        code="PDP_CORRECT", title=say("Pembaruan atau perbaikan data pribadi"),
        trigger="permintaan diterima", length=72,
        unit=Unit.HOURS, bound=CONTROLLER, if_missed="sanksi administratif UU 27/2022 Pasal 57",
        source="UU 27/2022 Pasal 30 ayat (1)", confidence="T", group=Group.PERSONAL_DATA, doubt=HOURS_DOUBT,
    ),
    Term(
        code="PDP_STOP", title=say("Penghentian pemrosesan data pribadi"), trigger="permintaan diterima", length=72,
        unit=Unit.HOURS, bound=CONTROLLER, if_missed="sanksi administratif UU 27/2022 Pasal 57",
        source="UU 27/2022 Pasal 40 ayat (2)", confidence="T", group=Group.PERSONAL_DATA, doubt=HOURS_DOUBT,
    ),
    Term(
        code="PDP_RESTRICT", title=say("Penundaan atau pembatasan pemrosesan data pribadi"),
        trigger="permintaan diterima",
        length=72, unit=Unit.HOURS, bound=CONTROLLER, if_missed="sanksi administratif UU 27/2022 Pasal 57",
        source="UU 27/2022 Pasal 41 ayat (1)", confidence="T", group=Group.PERSONAL_DATA, doubt=HOURS_DOUBT,
    ),
    Term(
        code="PDP_BREACH", title=say("Pemberitahuan kegagalan pelindungan data pribadi"), trigger="kegagalan diketahui",
        length=72, unit=Unit.HOURS, bound=CONTROLLER, if_missed="sanksi administratif UU 27/2022 Pasal 57",
        source="UU 27/2022 Pasal 46; PP 33/2026 Pasal 114", confidence="S", group=Group.PERSONAL_DATA,
        doubt=HOURS_DOUBT + " PP 33/2026 berlaku mulai 16 Januari 2027.",
    ),
)  # fmt: skip
