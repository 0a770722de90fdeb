"""Addresses of a citizen: asking, following, reading. None carries a name, a number or a code of a case."""

from django.urls import path

from ppid.citizen import (
    completing,
    copying,
    filing,
    forwarding,
    papers,
    receipt,
    tracking,
    viewing,
    withdrawing,
)

urlpatterns = [
    path("permohonan/", filing.request_start, name="request_start"),
    path("permohonan/baru/", filing.request_new, name="request_new"),
    path("permohonan/baru/sudah-terbuka/", filing.request_public, name="request_public"),
    path("permohonan/baru/simpan/", filing.request_keep, name="request_keep"),
    path("permohonan/baru/hapus/", filing.request_discard, name="request_discard"),
    path("permohonan/baru/kirim/", filing.request_send, name="request_send"),
    path("permohonan/baru/berkas/", papers.request_papers, name="request_papers"),
    path("permohonan/baru/berkas/<int:paper>/hapus/", papers.request_paper_drop, name="request_paper_drop"),
    path("permohonan/baru/<slug:slug>/", filing.request_step, name="request_step"),
    path("permohonan/lanjutkan/<str:token>/", filing.request_resume, name="request_resume"),
    path("permohonan/tanda-terima/", receipt.request_receipt, name="request_receipt"),
    path("lacak/", tracking.track, name="track"),
    path("lacak/permohonan/", tracking.track_state, name="track_state"),
    path("lacak/kode/", tracking.track_code, name="track_code"),
    path("lacak/kode/kirim/", tracking.track_send_code, name="track_send_code"),
    path("lacak/lengkapi/", completing.complete, name="track_complete"),
    path("lacak/teruskan/", forwarding.forward, name="track_forward"),
    path("lacak/cabut/", withdrawing.withdraw, name="track_withdraw"),
    path("lacak/salinan/", copying.copy, name="track_copy"),
    path("lacak/melihat/", viewing.choose, name="track_viewing"),
    path("lacak/surat/<int:file>/", tracking.letter_download, name="letter_download"),
    path("saya/", tracking.my_cases, name="my_cases"),
    path("saya/kode/", tracking.my_code, name="my_code"),
    path("saya/keluar/", tracking.my_leave, name="my_leave"),
    path("saya/<uuid:reference>/", tracking.my_case, name="my_case"),
]
