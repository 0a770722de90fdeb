"""The words of SP4N-LAPOR! that an empty installation knows: names as facts, our own table.

Main categories are the fields (urusan) of the recap. The words beneath each are the subcategories that exports carry
most; those that stand under more than one main category are left out, so that nothing is guessed. Officers edit what
is stored from these, not this file.
"""

DOMAINS: dict[str, str] = {
    "Agama": "Haji dan Umroh | Pendidikan Agama | Penyediaan Fasilitas Ibadah",
    "Corona Virus": "Bantuan Masyarakat Corona | Kartu Prakerja | Rumah Sakit Rujukan | PSBB",
    "Ekonomi dan Keuangan": (
        "Anggaran dan Perbendaharaan | Bea dan Cukai | Kawasan Ekonomi Khusus | Kekayaan Negara dan Lelang | "
        "Kepuasan Konsumen | Koperasi, Usaha Kecil, dan Menengah | Penanaman Modal/Investasi | Perbankan | Jasa "
        "Keuangan | Dana Pensiun | Perasuransian | Pasar Modal | Layanan Keuangan Digital/Fintech | E-Meterai | "
        "Pajak | Pajak Daerah | Pajak Badan | Pajak Perorangan | Amnesti Pajak | Retribusi Pajak | Pariwisata | "
        "Destinasi Pariwisata | Pengadaan Barang/Jasa | Pengiriman Barang/Logistik | Layanan Pos | Perdagangan | "
        "Ketersediaan Barang Kebutuhan Pokok | Pemantauan Harga Bahan Pokok | Perimbangan Keuangan Pusat dan "
        "Daerah | APBD | BUMD | Perindustrian | Home Industri"
    ),
    "Kesehatan": (
        "SDM Kesehatan | Gizi Buruk/Stunting | Pelayanan Obat | Tenaga Medis/STR | Jaminan Sosial Kesehatan | "
        "Administrasi BPJS Kesehatan | Iuran dan Denda BPJS Kesehatan | Pelayanan Kesehatan BPJS | Pelayanan Obat "
        "BPJS Kesehatan | Asuransi Kesehatan | Fasilitas Kesehatan | Fogging Nyamuk | Keramahan Petugas Kesehatan "
        "| Layanan Ambulan | Malpraktik Kesehatan | Masalah Pelayanan Kesehatan | Pelayanan Vaksinasi/Imunisasi | "
        "Vaksinasi Rabies | Pelayanan Gawat Darurat | Kekosongan Obat | Kamar Penuh | Perizinan dan Pengawasan "
        "Layanan Kesehatan | Pengawasan Obat dan Makanan | Pengawasan Rumah Sakit"
    ),
    "Kesetaraan Gender dan Sosial Inklusif": (
        "Akses Masyarakat Berkebutuhan Khusus/Disabilitas | Anak Terlantar | Eksploitasi Anak | Kekerasan dalam "
        "Rumah Tangga | Kesetaraan Gender | Pelecehan Seksual"
    ),
    "Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat": (
        "Kepolisian | Keresahan Masyarakat | Sampah Liar | Kriminalitas | Penyelundupan Satwa | Perdagangan Orang "
        "| Nomor Kendaraan | Surat Izin Mengemudi | Surat Keterangan Catatan Kepolisian | Ketertiban Umum | "
        "Tawuran/Rusuh | Pemadaman Kebakaran | Radikalisme | SARA"
    ),
    "Lingkungan Hidup dan Kehutanan": (
        "Kehutanan | Eksploitasi Hutan | Hutan Adat | Kebakaran Hutan | Lahan Gambut | Kelautan dan Perikanan | "
        "Ilegal Fishing | Penanggulangan Bencana | Banjir | Gempa Bumi | Longsor | Pencemaran Lingkungan | "
        "Penebangan Liar (Ilegal Logging) | Pengelolaan Sampah | Perlindungan Flora | Perlindungan Satwa | "
        "Sanitasi"
    ),
    "Pekerjaan Umum dan Penataan Ruang": (
        "Bendungan | Drainase (Gorong-Gorong/Parit) | Pasar | Permukiman | Infrastruktur Jalan | Jalan Berlubang "
        "| Jembatan | Penerangan Jalan | Infrastruktur Pendukung | Halte | Jembatan Penyeberangan Orang (JPO) | "
        "Lapangan Olahraga | Taman | Tempat Pemakaman Umum | Trotoar | Pertanahan | Sengketa Tanah | Sertifikat "
        "Tanah | Perumahan Bersubsidi dan Rumah Susun | Sumber Daya Air"
    ),
    "Pembangunan Desa, Daerah Tertinggal, dan Transmigrasi": (
        "Transmigrasi | Pembangunan Desa dan Daerah Tertinggal | Badan Usaha Milik Desa | Pemerintahan Desa | "
        "Dana Desa | Alokasi Dana Desa | BLT (Bantuan Langsung Tunai) Dana Desa | Penyalahgunaan Dana Desa"
    ),
    "Pendidikan dan Kebudayaan": (
        "Balai Diklat | PAUD dan Pendidikan Informal | Politeknik | Pendidikan Dasar dan Menengah | Administrasi "
        "Siswa | Biaya Sekolah | Penerimaan Siswa Baru | Program Sekolah Penggerak | Pendidikan Tinggi | Beasiswa "
        "| Data Mahasiswa | Penerimaan Mahasiswa Baru | Penyetaraan Ijazah | Program Kampus Merdeka | Vokasi"
    ),
    "Pertanian dan Peternakan": (
        "Bantuan Pertanian | Bibit Pertanian | Gabungan Kelompok Tani | Irigasi Pertanian | Penanggulangan "
        "Bencana Pertanian | Pengembangan Sarana Pertanian | Peternakan | Pupuk"
    ),
    "Politik dan Hukum": (
        "Administrasi Hukum Umum (AHU) Online | Kewarganegaraan | Notaris | Perseroan Terbatas | Yayasan | Dana "
        "Bantuan Hukum | Penyuluhan Hukum | Hak Asasi Manusia (HAM) | Lembaga Pemasyarakatan | Imigrasi | Paspor "
        "| Visa | Kekayaan Intelektual | Hak Cipta | Merek | Paten | Kewaspadaan Nasional | Pemilihan Kepala "
        "Desa/Pilkades | Korupsi, Kolusi, dan Nepotisme | Penyalahgunaan Wewenang | Pungutan Liar | Pemilihan "
        "Umum | Pengadilan Negeri dan Pengadilan Agama | Peraturan Perundang-undangan"
    ),
    "Politisasi ASN": "",
    "Sosial dan Kesejahteraan": (
        "Bantuan Sosial | Bansos Daerah | Data Terpadu Kesejahteraan Sosial (DTKS) | Kartu Keluarga Sejahtera "
        "(KKS) | Kartu Perlindungan Sosial (KPS) | Rumah Sejahtera Terpadu (RST) | Pangan | Pemberdayaan "
        "Masyarakat"
    ),
    "SP4N-LAPOR!": "Gangguan Aplikasi SP4N-LAPOR! | Kritik dan Saran untuk SP4N-LAPOR! | Pengembangan SP4N-LAPOR!",
    "Energi dan Sumber Daya Alam": (
        "Layanan Air Minum | Biaya/Tarif PDAM | Gangguan Layanan Penyaluran Air | Listrik | Layanan Kelistrikan | "
        "Pemadaman Listrik | Pemasangan Listrik Baru | Sarana/Prasarana Kelistrikan | Tarif Listrik | Migas | Gas "
        "Bersubsidi | Kelangkaan BBM/Elpiji | Pertambangan | Izin Pertambangan"
    ),
    "Evakuasi Hewan Liar": "",
    "Fasilitas Diplomatik": "",
    "Kekerasan di Satuan Pendidikan (Sekolah, Kampus, Lembaga Kursus)": (
        "Intoleransi | Kekerasan Seksual | Perundungan (Bullying)"
    ),
    "Kependudukan": (
        "Administrasi Kependudukan dan Pencatatan Sipil | Akta Kelahiran | Akta Kematian | Kartu Identitas Anak | "
        "Kartu Keluarga | KTP (Kartu Tanda Penduduk) | Pindah Domisili | Sinkronisasi Data Kependudukan | "
        "Administrasi Kewilayahan | Batas Wilayah Kab/Kota/Provinsi | Sensus Penduduk | Pengendalian Penduduk dan "
        "Keluarga Berencana | Pernikahan | Akta Perceraian | Akta Perkawinan"
    ),
    "Kerjasama Bilateral": "",
    "Kerjasama Multilateral": "",
    "Ketenagakerjaan": (
        "Hak Pekerja | Cuti | Gaji Pekerja | Pensiun | Jaminan Sosial Ketenagakerjaan | Jaminan Hari Tua | "
        "Jaminan Kecelakaan Kerja | Jaminan Kematian | Jaminan Pensiun | Kepegawaian | CPNS | Gaji dan Tukin | "
        "Kebijakan ASN | Mutasi Pegawai | Pangkat, Jabatan, dan Kinerja ASN | Pembinaan Kepegawaian | Pensiun ASN "
        "| Tenaga Honorer | Guru dan Tenaga Kependidikan (GTK) | Tunjangan Profesi Guru | Keselamatan Pekerja | "
        "Rekrutmen Tenagakerja | Tenaga Kerja Asing (TKA) | Tenaga Kerja Indonesia/Pekerja Migran Indonesia "
        "(TKI/MI)"
    ),
    "Legalisasi Konsuler": "",
    "Netralitas ASN": "",
    "Pelindungan WNI": "",
    "Pemulihan Ekonomi Nasional": "Intensif Usaha | UMKM",
    (
        "Pencegahan dan Pemberantasan Penyalahgunaan dan Peredaran Gelap Narkotika dan Prekursor Narkotika (P4GN)"
    ): "Penyalahgunaan Narkotika | Transaksi Narkotika",
    "Peniadaan Mudik": "",
    "Perairan": "",
    "Perhubungan": (
        "Lampu Penerangan Jalan Umum | Parkir Liar | Transportasi Darat | Transportasi Laut | Transportasi Online "
        "| Perkeretaapian | Transportasi Udara"
    ),
    "Perlindungan Konsumen": "",
    "Program Makan Bergizi Gratis (MBG)": (
        "Distribusi & Penyaluran MBG | Kemitraan MBG | Kualitas Makanan MBG | Pelaksanaan MBG di Sekolah"
    ),
    "Seleksi Calon Hakim Agung RI": "",
    "SRGI": "",
    "Teknologi Informasi dan Komunikasi": (
        "Blokir Nomor Telepon | Jaringan Internet | Tanda Tangan Elektronik/E-Sign | Blokir Website | Konten "
        "Penipuan | Konten Pornografi | Perjudian Online | Tiang Jaringan Internet | Layanan Online/Aplikasi "
        "Pemerintah | Aplikasi Perizinan"
    ),
    "Topik Khusus": "Subsidi LPG",
    "Topik Lainnya": "",
}

# law.md §5.5. What is archived or turned down is not resolved; a word that is not here waits for a person.
STATUSES: dict[str, str] = {
    "Ditutup oleh Admin": "resolved",
    "Ditutup oleh Sistem": "resolved",
    "Ditutup oleh Pelapor": "resolved",
    "Selesai": "resolved",
    "Belum Terverifikasi": "in_process",
    "Terverifikasi": "in_process",
    "Belum Ditindaklanjuti": "in_process",
    "Dalam Proses": "in_process",
    "Proses": "in_process",
    "Ditanggapi oleh Pelapor": "in_process",
    "Ditanggapi oleh Instansi": "in_process",
    "Ditanggapi oleh Admin": "in_process",
    "Ditunda oleh Admin": "in_process",
    "Diarsipkan": "archived",
    "Diarsipkan oleh Admin": "archived",
    "Diarsipkan oleh Sistem": "archived",
    "Ditolak": "archived",
}


def category_words() -> dict[str, str]:
    """Each known category word and the name of its field; a main category is a word of its own field."""
    pairs = ((word.strip(), domain) for domain, words in DOMAINS.items() for word in (domain, *words.split("|")))
    return {word: domain for word, domain in pairs if word}
