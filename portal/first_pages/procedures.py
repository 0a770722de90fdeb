"""How to ask, how to object, what it costs (UU 14/2008 Ps 21-38; PERKI 1/2021 Ps 27-44)."""

from portal.first_pages.building import FirstPage, callout, facts, heading, points, steps, table, text

REQUEST_PROCEDURE = FirstPage(
    slug="tata-cara-permohonan",
    title="Tata cara permohonan informasi",
    lead="Meminta informasi tidak memerlukan akun. Anda mendapat nomor pendaftaran saat itu juga, dan jawaban tertulis "
    "paling lambat sepuluh hari kerja.",
    body=(
        heading("Sebelum mengajukan"),
        text(
            'Banyak informasi sudah diumumkan. <a href="/cari/">Cari lebih dulu</a>: bila sudah ada, Anda tidak perlu '
            "menunggu.",
        ),
        heading("Siapa yang dapat mengajukan"),
        text(
            "Pemohon informasi publik adalah warga negara atau badan hukum Indonesia. Permohonan dari pihak lain tetap "
            "kami daftar dan jawab dengan alasannya, dan siapa pun boleh membaca informasi yang sudah diumumkan.",
        ),
        table(
            "Yang dilampirkan menurut jenis pemohon",
            ("Pemohon", "Lampiran"),
            ("Perorangan", "Salinan KTP, atau surat keterangan kependudukan dari Dukcapil"),
            ("Badan hukum", "Salinan akta pendirian yang disahkan Kementerian Hukum"),
            ("Kelompok orang", "Surat kuasa dan salinan KTP pemberi kuasa, atau surat keterangan kependudukan"),
            ("Diwakili kuasa", "Surat kuasa khusus bermeterai cukup, ditambah lampiran di atas"),
        ),
        callout(
            "Lampiran belum lengkap?",
            "Kirim saja permohonannya. Nomor pendaftaran tetap diberikan; kekurangannya kami beritahukan secara "
            "tertulis.",
            tone="right",
        ),
        heading("Cara mengajukan"),
        points(
            '<b>Lewat situs ini.</b> <a href="/permohonan/">Isi formulir permohonan</a>; sekitar tiga menit.',
            "<b>Lewat surat elektronik atau surat.</b> Tulis nama, alamat yang dapat dihubungi, informasi yang "
            "diminta, "
            "tujuan penggunaannya, dan cara Anda ingin menerimanya.",
            "<b>Datang langsung.</b> Petugas membantu mengisi formulir, juga bagi penyandang disabilitas.",
            "<b>Secara lisan atau lewat telepon.</b> Petugas mencatat permohonan Anda dan membacakannya kembali.",
        ),
        facts("contact"),
        heading("Langkah dan waktunya"),
        steps(
            "<b>Nomor pendaftaran</b> diberikan saat permohonan diterima (UU 14/2008 Pasal 22 ayat 4).",
            "<b>Pemeriksaan kelengkapan</b> paling lama tiga hari kerja. Bila ada yang kurang, Anda mendapat surat dan "
            "melengkapinya dalam tiga hari kerja sejak surat itu diterima (PERKI 1/2021 Pasal 31 dan 33).",
            "<b>Pemberitahuan tertulis</b> paling lambat sepuluh hari kerja sejak permohonan diterima: apakah "
            "informasinya ada pada kami, dikabulkan atau ditolak, bentuknya, biayanya dan cara menerimanya "
            "(UU 14/2008 Pasal 22 ayat 7).",
            "<b>Perpanjangan</b> hanya sekali, paling lama tujuh hari kerja, dengan alasan tertulis (Pasal 22 ayat 8).",
            "<b>Informasi diserahkan</b> dalam waktu yang disebut di pemberitahuan.",
        ),
        text(
            "Sabtu, Minggu, hari libur nasional dan cuti bersama tidak dihitung; hari penerimaan juga tidak. "
            '<a href="/kalkulator-tenggat/">Kalkulator tenggat</a> menunjukkan setiap hari yang dihitung dan yang '
            "dilewati beserta keputusannya.",
        ),
        heading("Bila permohonan ditolak"),
        text("Penolakan selalu tertulis dan menyebut alasannya. Ada tiga jenis:"),
        points(
            "<b>Informasi dikecualikan</b> (UU 14/2008 Pasal 17): harus ada uji konsekuensi, keputusan "
            "pengecualian dan "
            "persetujuan atasan PPID, yang dilampirkan pada surat penolakan.",
            "<b>Tidak sesuai dengan peraturan perundang-undangan</b> (Pasal 6 ayat 2): peraturannya disebut.",
            "<b>Belum dikuasai atau belum didokumentasikan</b>: bila kami tahu badan lain yang menguasainya, "
            "badan itu kami sebutkan.",
        ),
        callout(
            "Tidak puas atau tidak dijawab?",
            'Anda berhak mengajukan keberatan kepada atasan PPID. <a href="/tata-cara-keberatan/">Baca tata '
            "caranya</a>.",
            tone="right",
        ),
    ),
)

COMPLAINT_PROCEDURE = FirstPage(
    slug="tata-cara-keberatan",
    title="Keberatan dan sengketa informasi",
    lead="Bila permohonan Anda ditolak, tidak dijawab, atau dijawab tidak sebagaimana diminta, Anda berhak mengajukan "
    "keberatan. Tidak dipungut biaya.",
    body=(
        heading("Alasan keberatan"),
        text("Anda boleh memakai satu alasan atau lebih (UU 14/2008 Pasal 35 ayat 1):"),
        steps(
            "permohonan ditolak karena informasinya dikecualikan;",
            "informasi yang wajib diumumkan berkala tidak disediakan;",
            "permohonan tidak ditanggapi;",
            "permohonan ditanggapi tidak sebagaimana yang diminta;",
            "permohonan tidak dipenuhi;",
            "biayanya tidak wajar;",
            "informasi disampaikan melebihi waktu yang ditentukan.",
        ),
        heading("Langkah dan waktunya"),
        table(
            "Dari keberatan sampai pengadilan",
            ("Langkah", "Batas waktu", "Dasar"),
            ("Anda mengajukan keberatan", "30 hari kerja sejak alasannya ditemukan", "UU 14/2008 Pasal 36 ayat 1"),
            ("Atasan PPID menjawab tertulis", "30 hari kerja sejak keberatan diterima", "UU 14/2008 Pasal 36 ayat 2"),
            (
                "Anda mengajukan sengketa ke Komisi Informasi",
                "14 hari kerja sejak jawaban diterima, atau sejak 30 hari kerja berlalu tanpa jawaban",
                "UU 14/2008 Pasal 37 ayat 2; PERKI 1/2013 Pasal 13",
            ),
            (
                "Komisi Informasi mulai memeriksa",
                "14 hari kerja sejak permohonan diterima",
                "UU 14/2008 Pasal 38 ayat 1",
            ),
            ("Sengketa diselesaikan", "paling lambat 100 hari kerja", "UU 14/2008 Pasal 38 ayat 2"),
            ("Gugatan ke pengadilan", "14 hari kerja sejak putusan diterima", "UU 14/2008 Pasal 48 ayat 1"),
        ),
        text('Hitung tanggalnya dengan <a href="/kalkulator-tenggat/">kalkulator tenggat</a>.'),
        heading("Cara mengajukan keberatan"),
        points(
            "Tulis nomor pendaftaran permohonan. Untuk informasi berkala yang tidak disediakan, nomor tidak "
            "diperlukan.",
            "Tulis identitas lengkap Anda atau kuasa Anda, tujuan penggunaan informasi, alasan keberatan, dan "
            "ceritakan duduk perkaranya.",
            "Sampaikan kepada atasan PPID, dengan datang langsung, lewat surat, atau surat elektronik ke alamat "
            "di bawah "
            "ini. Petugas memberi nomor dan tanda terima.",
        ),
        facts("contact"),
        callout(
            "Siapa yang memutus",
            "Atasan PPID yang menjawab keberatan, bukan petugas yang menolak permohonan Anda. Bila keberatan diterima, "
            "informasinya diserahkan; bila penolakan dikuatkan, alasannya ditulis.",
            tone="right",
        ),
        heading("Sengketa di Komisi Informasi"),
        text(
            "Sengketa tidak dipungut biaya. Bawa bukti permohonan dan bukti keberatan beserta tanda terimanya. Untuk "
            "penolakan karena dikecualikan, perkara langsung disidangkan; untuk alasan lain ada mediasi lebih dulu.",
        ),
        facts("commission"),
    ),
)

FEES = FirstPage(
    slug="standar-biaya",
    title="Standar biaya",
    lead="Meminta, melihat dan membaca informasi tidak dipungut biaya. Yang boleh dipungut hanya biaya penggandaan dan "
    "pengiriman (PERKI 1/2021 Pasal 37).",
    body=(
        heading("Yang tidak dipungut biaya"),
        points(
            "pendaftaran permohonan dan keberatan;",
            "melihat, membaca, mendengarkan dan mencatat informasi di tempat layanan;",
            "salinan lunak yang dikirim lewat surat elektronik atau diunduh dari situs ini.",
        ),
        heading("Biaya penggandaan dan pengiriman"),
        facts("fee"),
        heading("Cara membayar"),
        text(
            "Perkiraan biaya dan cara membayarnya ditulis di pemberitahuan sebelum salinan dibuat. Ongkos kirim hanya "
            "ada bila Anda memilih dikirim. Setiap pembayaran mendapat kuitansi, dan waktu penyerahan dihitung sejak "
            "biayanya lunas. Bila biayanya menurut Anda tidak wajar, "
            '<a href="/tata-cara-keberatan/">ajukan keberatan</a>.',
        ),
    ),
)
