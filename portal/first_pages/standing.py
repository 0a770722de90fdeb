"""Profile, service pledge, privacy, accessibility (PERKI 1/2021 Ps 5-12, 23-24, 47; UU 27/2022)."""

from portal.first_pages.building import FirstPage, callout, facts, heading, points, table, text

PROFILE = FirstPage(
    slug="profil",
    title="Profil PPID",
    lead="PPID (Pejabat Pengelola Informasi dan Dokumentasi) mengurus informasi yang dikuasai badan publik ini dan "
    "melayani siapa pun yang memintanya.",
    body=(
        heading("Tugas kami"),
        points(
            'menyimpan dan mendaftar informasi publik dalam <a href="/daftar-informasi/">daftar informasi publik</a>;',
            "mengumumkan informasi berkala, serta-merta dan yang tersedia setiap saat;",
            '<a href="/permohonan/">menerima dan menjawab permohonan informasi</a>;',
            "menguji konsekuensi sebelum suatu informasi dinyatakan dikecualikan;",
            "melaporkan layanan informasi setiap tahun kepada publik dan Komisi Informasi.",
        ),
        heading("Susunan"),
        table(
            "Siapa mengerjakan apa",
            ("Peran", "Pekerjaan"),
            ("Atasan PPID", "Menjawab keberatan; menyetujui pengecualian informasi dan daftar informasi publik"),
            ("PPID utama", "Memutus permohonan; menetapkan daftar informasi publik; menguji konsekuensi"),
            (
                "PPID pembantu di setiap unit",
                "Mengumpulkan dan mengusulkan informasi unitnya; menyiapkan bahan jawaban",
            ),
            ("Petugas pelayanan informasi", "Menerima permohonan di meja layanan dan membantu mengisi formulir"),
        ),
        callout(
            "Pejabat dan keputusan penetapan",
            "Nama pejabat dan nomor keputusan penetapan PPID dimuat di sini oleh badan publik.",
        ),
        heading("Alamat dan jam layanan"),
        facts("contact"),
        heading("Dasar hukum"),
        text(
            "UU 14/2008 tentang Keterbukaan Informasi Publik, PP 61/2010, Peraturan Komisi Informasi 1/2021 tentang "
            'Standar Layanan Informasi Publik, dan Permendagri 3/2017. Lihat <a href="/regulasi/">regulasi</a>.',
        ),
    ),
)

PLEDGE = FirstPage(
    slug="maklumat-pelayanan",
    title="Maklumat pelayanan",
    lead="Yang kami janjikan kepada setiap pemohon informasi (PERKI 1/2021 Pasal 47).",
    body=(
        callout(
            "Janji kami",
            "Kami melayani permohonan informasi publik sesuai dengan standar layanan, tepat waktu, dengan biaya ringan "
            "dan cara sederhana. Bila kami tidak menepatinya, kami siap menerima keberatan Anda dan sanksi sesuai "
            "dengan "
            "peraturan perundang-undangan.",
            tone="right",
        ),
        table(
            "Standar layanan",
            ("Hal", "Standar"),
            ("Dasar hukum", "UU 14/2008; PP 61/2010; Peraturan Komisi Informasi 1/2021"),
            ("Cara", "Lewat situs ini, surat elektronik, surat, datang langsung, atau lisan"),
            ("Nomor pendaftaran", "Saat permohonan diterima"),
            ("Jawaban tertulis", "Paling lambat 10 hari kerja; dapat diperpanjang sekali, 7 hari kerja"),
            ("Jawaban keberatan", "Paling lambat 30 hari kerja"),
            ("Biaya", "Hanya penggandaan dan pengiriman"),
            ("Jaminan", "Data pribadi pemohon tidak dipublikasikan; penolakan selalu beralasan tertulis"),
            ("Penilaian", "Angka layanan diumumkan di halaman muka dan dilaporkan setiap tahun"),
        ),
        text(
            'Langkah lengkapnya ada di <a href="/tata-cara-permohonan/">tata cara permohonan</a> dan '
            '<a href="/tata-cara-keberatan/">tata cara keberatan</a>; biayanya di <a href="/standar-biaya/">standar '
            "biaya</a>.",
        ),
    ),
)

PRIVACY = FirstPage(
    slug="kebijakan-privasi",
    title="Kebijakan privasi",
    lead="Data apa yang kami minta, untuk apa, dan apa yang tidak pernah kami umumkan.",
    body=(
        heading("Mengapa kami memproses data Anda"),
        text(
            "Undang-undang mewajibkan kami mencatat nama, alamat, hal yang diminta dan tujuannya ketika Anda meminta "
            "informasi (UU 14/2008 Pasal 22; PERKI 1/2021 Pasal 29 dan 32). Dasar pemrosesannya kewajiban hukum dan "
            "pelayanan publik (UU 27/2022 Pasal 20), bukan persetujuan.",
        ),
        heading("Yang kami catat"),
        table(
            "Data dan kegunaannya",
            ("Data", "Kegunaan"),
            ("Nama dan cara menghubungi Anda", "Mengirim tanda terima dan jawaban"),
            ("NIK atau nomor pengesahan badan hukum", "Memeriksa siapa pemohonnya; disimpan terenkripsi"),
            ("Salinan tanda pengenal", "Memeriksa kelengkapan; dimusnahkan bila tidak diperlukan lagi"),
            ("Isi dan tujuan permohonan", "Mencari dan menyiapkan informasinya"),
        ),
        heading("Yang diumumkan dan yang tidak"),
        text(
            "Tentang sebuah permohonan yang boleh diumumkan hanya nomor, tanggal, pokok permohonan yang kami "
            "tulis ulang, "
            "keputusan dan lama menjawab. Nama, NIK, alamat, nomor telepon, surat elektronik, pekerjaan dan "
            "tujuan Anda "
            "tidak pernah diumumkan dan tidak masuk ke mesin pencari situs ini.",
        ),
        heading("Siapa yang membacanya"),
        text(
            "Hanya petugas yang mengurus permohonan Anda; setiap pembacaan berkas dicatat. Bila Anda membawa "
            "sengketa ke "
            "Komisi Informasi, Komisi membaca berkas perkaranya.",
        ),
        heading("Hak Anda"),
        points(
            "melihat dan mendapat salinan data Anda, paling lambat 3 kali 24 jam sejak permintaan diterima;",
            "memperbaiki data yang keliru, paling lambat 3 kali 24 jam;",
            "meminta penghapusan. Register permohonan adalah arsip yang wajib disimpan; permintaan seperti itu "
            "kami putus "
            "secara tertulis beserta alasannya.",
        ),
        text("Sampaikan kepada petugas kami:"),
        facts("contact"),
        heading("Kuki dan pelacak"),
        text(
            "Situs ini tidak memakai pelacak dan tidak memuat apa pun dari situs lain. Kuki hanya dipakai untuk "
            "pilihan "
            "Anda (bahasa, ukuran teks) dan untuk menjaga formulir yang sedang diisi.",
        ),
    ),
)

ACCESSIBILITY = FirstPage(
    slug="aksesibilitas",
    title="Aksesibilitas",
    lead="Situs ini dibuat agar dapat dipakai semua orang (PERKI 1/2021 Pasal 5, 24 dan 27).",
    body=(
        heading("Yang tersedia"),
        points(
            "<b>Teks besar</b>: tombolnya ada di kaki setiap halaman; halaman juga dapat diperbesar sampai 200 persen.",
            "<b>Dengarkan</b>: tombol di atas halaman membacakan isinya, bila peramban Anda dapat berbicara.",
            "<b>Pembaca layar dan papan tik</b>: judul, daftar dan tabel tersusun rapi; tautan pertama langsung "
            "ke isi.",
            "<b>Tanpa JavaScript</b>: semua layanan tetap berjalan, juga di ponsel sederhana dan jaringan lambat.",
            "<b>Cetak</b>: halaman dan tanda terima dapat dicetak seperti surat.",
        ),
        heading("Bantuan petugas"),
        text(
            "Petugas membantu mengisi formulir bagi penyandang disabilitas, di tempat layanan maupun lewat telepon. "
            "Sebutkan kebutuhan khusus Anda ketika mengajukan permohonan; jawaban dapat diminta dalam bentuk audio, "
            "visual atau braille.",
        ),
        facts("contact"),
        heading("Standar"),
        text(
            "Kami berpegang pada WCAG 2.2 tingkat AA. Bila ada halaman yang sulit dipakai, beri tahu kami lewat "
            "kontak di "
            "atas; kami memperbaikinya dan menyampaikan informasinya dengan cara lain.",
        ),
    ),
)
