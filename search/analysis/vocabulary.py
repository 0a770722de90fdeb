"""Words that carry no question, and words that mean the same. A clerk may edit both tables; then rebuild the index.

Synonyms widen a question, never a document, so that both engines do the same and a change needs no new index.
"""

from typing import NamedTuple

# Particles, pronouns, question words and the politeness around a question. Prepositions that can carry meaning in a
# title ("dalam negeri", "luar") are not here.
_STOPWORDS = """
ada adalah agar akan aku anda apa apabila apakah apalagi atau bagaimana bagaimanakah bagi bahwa banyaknya beberapa
begitu belum berada berapa berapakah bila bilamana bisa bisakah boleh bolehkah buat bukan dan dapat dapatkah dari
daripada demi dengan di dia dimana dll dong hal hanya harus hendak ia ialah ingin ini itu iya jadi jika juga kah
kalau kami kamu kan kapan kapankah karena ke kemana kepada ketika kita lagi lah lalu maka mana manakah masih mau
melalui mencari mengapa menjadi menurut mereka merupakan minta mohon namun nih nya oleh olehnya pada padahal para
per pernah pula pun saat saja sambil sampai saya sebagai sebelum sebuah secara sedang sedangkan sehingga sejak
sekarang selain seluruh semua seorang seperti serta sesudah setelah setiap siapa siapakah suatu sudah supaya tapi
telah tentang terhadap terkait tersebut tetapi tiap tidak tolong untuk usah ya yaitu yakni yang
"""
STOPWORDS = frozenset(_STOPWORDS.split())


class Synonyms(NamedTuple):
    """Phrases that are asked for one another. `weight` is what a match by another member counts, of 1."""

    phrases: tuple[str, ...]
    weight: float
    source: str


# Acronyms count nearly as much as what they stand for; words that are only near count about half.
_SHORT, _SAME, _NEAR = 0.95, 0.8, 0.5

SYNONYMS: tuple[Synonyms, ...] = (
    # --- money
    Synonyms(("apbd", "anggaran pendapatan dan belanja daerah"), _SHORT, "UU 17/2003 Ps 1 angka 8"),
    Synonyms(("apbn", "anggaran pendapatan dan belanja negara"), _SHORT, "UU 17/2003 Ps 1 angka 7"),
    Synonyms(("apbdes", "apb desa", "anggaran pendapatan dan belanja desa"), _SHORT, "UU 6/2014 Ps 71-73"),
    Synonyms(("rka", "rencana kerja dan anggaran"), _SHORT, "UU 17/2003 Ps 14, 19"),
    Synonyms(("dpa", "dokumen pelaksanaan anggaran"), _SHORT, "PP 12/2019 Ps 1"),
    Synonyms(("lra", "laporan realisasi anggaran"), _SHORT, "PP 71/2010"),
    Synonyms(("calk", "catatan atas laporan keuangan"), _SHORT, "PP 71/2010"),
    Synonyms(("silpa", "sisa lebih perhitungan anggaran", "sisa lebih pembiayaan anggaran"), _SHORT, "PP 12/2019 Ps 1"),
    Synonyms(("pad", "pendapatan asli daerah"), _SHORT, "UU 23/2014 Ps 285"),
    Synonyms(("pbb", "pajak bumi dan bangunan"), _SHORT, "UU 1/2022 Ps 1"),
    Synonyms(("bphtb", "bea perolehan hak atas tanah dan bangunan"), _SHORT, "UU 1/2022 Ps 1"),
    Synonyms(("hps", "harga perkiraan sendiri"), _SHORT, "Perpres 16/2018 Ps 1"),
    Synonyms(("rup", "rencana umum pengadaan"), _SHORT, "Perpres 16/2018 Ps 1"),
    Synonyms(("lelang", "tender"), _SAME, "Perpres 16/2018 Ps 1 angka 36: tender"),
    Synonyms(("bos", "bantuan operasional sekolah"), _SHORT, "PP 48/2008"),
    Synonyms(("gaji", "penghasilan", "honor", "upah"), _NEAR, "UU 6/2014 Ps 66: penghasilan tetap"),
    Synonyms(("uang", "dana", "anggaran"), _NEAR, "percakapan"),
    Synonyms(("biaya", "tarif", "ongkos", "retribusi"), _NEAR, "UU 28/2009 Ps 1: retribusi"),
    Synonyms(("bansos", "bantuan sosial"), _SHORT, "UU 14/2019; Permensos 1/2019"),
    Synonyms(("blt", "bantuan langsung tunai"), _SHORT, "Permendesa"),
    Synonyms(("pkh", "program keluarga harapan"), _SHORT, "Permensos 1/2018"),
    # --- people and bodies
    Synonyms(("asn", "aparatur sipil negara"), _SHORT, "UU 20/2023 Ps 1"),
    Synonyms(("pns", "pegawai negeri sipil"), _SHORT, "UU 20/2023 Ps 1"),
    Synonyms(("asn", "pns", "pegawai"), _NEAR, "UU 20/2023 Ps 1"),
    Synonyms(("cpns", "casn", "calon pegawai negeri sipil", "calon aparatur sipil negara"), _SHORT, "PP 11/2017 Ps 1"),
    Synonyms(("pppk", "p3k", "pegawai pemerintah dengan perjanjian kerja"), _SHORT, "UU 20/2023 Ps 1"),
    Synonyms(("lhkpn", "laporan harta kekayaan penyelenggara negara"), _SHORT, "UU 28/1999"),
    Synonyms(("dprd", "dewan perwakilan rakyat daerah"), _SHORT, "UU 23/2014 Ps 1"),
    Synonyms(("ppid", "pejabat pengelola informasi dan dokumentasi"), _SHORT, "UU 14/2008 Ps 1 angka 9"),
    Synonyms(
        ("opd", "skpd", "organisasi perangkat daerah", "satuan kerja perangkat daerah"), _SHORT, "UU 23/2014 Ps 1"
    ),
    Synonyms(("bumd", "badan usaha milik daerah"), _SHORT, "UU 23/2014 Ps 1"),
    Synonyms(("bumdes", "bum desa", "badan usaha milik desa"), _SHORT, "UU 6/2014 Ps 1"),
    Synonyms(("umkm", "usaha mikro kecil dan menengah"), _SHORT, "UU 20/2008"),
    Synonyms(("pkl", "pedagang kaki lima"), _SHORT, "Perpres 125/2012"),
    Synonyms(("damkar", "pemadam kebakaran"), _SHORT, "PP 16/2018; Permendagri 16/2020"),
    Synonyms(("bpbd", "badan penanggulangan bencana daerah"), _SHORT, "UU 24/2007 Ps 18"),
    Synonyms(("siswa", "murid", "peserta didik", "pelajar"), _SAME, "UU 20/2003 Ps 1 angka 4"),
    Synonyms(("guru", "pendidik"), _SAME, "UU 14/2005 Ps 1 angka 1"),
    Synonyms(("dokter", "tenaga medis", "tenaga kesehatan"), _NEAR, "UU 17/2023 Ps 1"),
    Synonyms(("difabel", "penyandang disabilitas", "penyandang cacat"), _SAME, "UU 8/2016 Ps 1"),
    Synonyms(("lansia", "lanjut usia"), _SHORT, "UU 13/1998 Ps 1"),
    Synonyms(("warga", "masyarakat", "penduduk"), _NEAR, "percakapan"),
    Synonyms(("kades", "kepala desa"), _SHORT, "UU 6/2014 Ps 26"),
    Synonyms(("buruh", "pekerja", "tenaga kerja", "ketenagakerjaan"), _SAME, "UU 13/2003 Ps 1"),
    # --- papers and services
    Synonyms(("ktp", "e-ktp", "kartu tanda penduduk"), _SHORT, "UU 24/2013 Ps 1"),
    Synonyms(("kk", "kartu keluarga"), _SHORT, "UU 24/2013 Ps 1"),
    Synonyms(("nik", "nomor induk kependudukan"), _SHORT, "UU 24/2013 Ps 1"),
    Synonyms(("adminduk", "administrasi kependudukan"), _SHORT, "UU 24/2013"),
    Synonyms(("akta", "akte"), _SAME, "ejaan"),
    Synonyms(("imb", "izin mendirikan bangunan", "pbg", "persetujuan bangunan gedung"), _SAME, "PP 16/2021 Ps 1"),
    Synonyms(("amdal", "analisis mengenai dampak lingkungan hidup"), _SHORT, "PP 22/2021 Ps 1"),
    Synonyms(
        ("ppdb", "spmb", "penerimaan peserta didik baru", "sistem penerimaan murid baru"),
        _SAME,
        "Permendikdasmen 3/2025",
    ),
    Synonyms(("posyandu", "pos pelayanan terpadu"), _SHORT, "Permendagri 13/2024"),
    Synonyms(("puskesmas", "pusat kesehatan masyarakat"), _SHORT, "Permenkes 43/2019"),
    Synonyms(("rsud", "rumah sakit umum daerah"), _SHORT, "UU 17/2023"),
    Synonyms(("bpjs", "jaminan kesehatan nasional", "jkn"), _SAME, "UU 24/2011"),
    Synonyms(("ptsp", "pelayanan terpadu satu pintu"), _SHORT, "Perpres 97/2014"),
    Synonyms(("sop", "prosedur operasional standar", "standar operasional prosedur"), _SHORT, "PermenPANRB 35/2012"),
    Synonyms(("imunisasi", "vaksinasi"), _SAME, "Permenkes 12/2017 Ps 1"),
    Synonyms(("covid", "corona"), _SAME, "Keppres 11/2020"),
    Synonyms(("dbd", "demam berdarah"), _SHORT, "Permenkes 1501/2010"),
    # --- plans, rules, accounts
    Synonyms(("rpjmd", "rencana pembangunan jangka menengah daerah"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("rpjpd", "rencana pembangunan jangka panjang daerah"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("rkpd", "rencana kerja pemerintah daerah"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("renstra", "rencana strategis"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("renja", "rencana kerja"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("musrenbang", "musyawarah perencanaan pembangunan"), _SHORT, "UU 25/2004 Ps 1"),
    Synonyms(("lkjip", "lakip", "laporan kinerja instansi pemerintah"), _SHORT, "Perpres 29/2014"),
    Synonyms(("lppd", "laporan penyelenggaraan pemerintahan daerah"), _SHORT, "UU 23/2014 Ps 69"),
    Synonyms(("lkpj", "laporan keterangan pertanggungjawaban"), _SHORT, "UU 23/2014 Ps 69"),
    Synonyms(("pertanggungjawaban", "tanggung jawab"), _NEAR, "ejaan"),
    Synonyms(("iku", "indikator kinerja utama"), _SHORT, "PermenPANRB 20/2007"),
    Synonyms(("rtrw", "rencana tata ruang wilayah"), _SHORT, "UU 26/2007"),
    Synonyms(("rdtr", "rencana detail tata ruang"), _SHORT, "UU 26/2007"),
    Synonyms(("perda", "peraturan daerah"), _SHORT, "UU 12/2011 Ps 1"),
    Synonyms(("perbup", "peraturan bupati"), _SHORT, "UU 12/2011 Ps 8"),
    Synonyms(("perwali", "peraturan wali kota"), _SHORT, "UU 12/2011 Ps 8"),
    Synonyms(("uu", "undang-undang"), _SHORT, "UU 12/2011 Ps 1"),
    Synonyms(("pp", "peraturan pemerintah"), _SHORT, "UU 12/2011 Ps 1"),
    Synonyms(("perpres", "peraturan presiden"), _SHORT, "UU 12/2011 Ps 1"),
    Synonyms(("sk", "surat keputusan"), _SHORT, "PermenPANRB 80/2012"),
    Synonyms(("mou", "nota kesepahaman", "kesepakatan bersama", "perjanjian kerja sama"), _SAME, "PP 28/2018 Ps 1"),
    Synonyms(("wtp", "wajar tanpa pengecualian"), _SHORT, "UU 15/2004 Ps 16"),
    Synonyms(("bpk", "badan pemeriksa keuangan"), _SHORT, "UU 15/2006"),
    Synonyms(("lhp", "laporan hasil pemeriksaan"), _SHORT, "UU 15/2004 Ps 1"),
    # --- requests and complaints
    Synonyms(("dip", "daftar informasi publik"), _SHORT, "PERKI 1/2021 Ps 1"),
    Synonyms(("dik", "daftar informasi yang dikecualikan", "daftar informasi dikecualikan"), _SHORT, "PERKI 1/2021"),
    Synonyms(("kip", "keterbukaan informasi publik"), _SHORT, "UU 14/2008"),
    Synonyms(("rahasia", "dikecualikan"), _NEAR, "UU 14/2008 Ps 2 ayat 4"),
    Synonyms(("keberatan", "banding"), _NEAR, "UU 14/2008 Ps 35"),
    Synonyms(("aduan", "keluhan", "komplain", "laporan"), _NEAR, "Perpres 76/2013 Ps 1: pengaduan"),
    Synonyms(("penilaian", "evaluasi"), _NEAR, "PP 39/2006 Ps 1"),
    # --- works and surroundings
    Synonyms(("sampah", "limbah"), _NEAR, "UU 18/2008 Ps 1"),
    Synonyms(("polusi", "pencemaran"), _SAME, "UU 32/2009 Ps 1"),
    Synonyms(("pdam", "air minum", "air bersih"), _SAME, "PP 122/2015 Ps 1"),
    Synonyms(("pju", "penerangan jalan umum", "lampu jalan"), _SAME, "Permenhub 27/2018"),
    Synonyms(("rutilahu", "rtlh", "rumah tidak layak huni"), _SHORT, "Permensos 20/2017"),
    Synonyms(("banjir", "genangan"), _NEAR, "UU 24/2007 Ps 1: bencana alam"),
    Synonyms(("memperbaiki", "pemeliharaan", "rehabilitasi"), _NEAR, "UU 38/2004 Ps 30: pemeliharaan jalan"),
    Synonyms(("sekolah", "satuan pendidikan"), _NEAR, "UU 20/2003 Ps 1 angka 10"),
    Synonyms(("sd", "sekolah dasar"), _SHORT, "PP 17/2010 Ps 1"),
    Synonyms(("smp", "sekolah menengah pertama"), _SHORT, "PP 17/2010 Ps 1"),
    Synonyms(("paud", "pendidikan anak usia dini"), _SHORT, "UU 20/2003 Ps 1 angka 14"),
    Synonyms(("angkot", "angkutan kota", "angkutan umum"), _SAME, "PP 74/2014"),
    Synonyms(("tpa", "tempat pemrosesan akhir", "tempat pembuangan akhir"), _SHORT, "UU 18/2008 Ps 1"),
)
