"""Addresses of the desk, below /admin/ (registered in ppid.wagtail_hooks)."""

from django.urls import path

from ppid.desk import case, complaint_steps, decrees, entry, holds, listing, mails, moves, papers

urlpatterns = [
    path("permohonan/", listing.desk_list, name="desk_list"),
    path("permohonan/baru/", entry.entry, name="desk_entry"),
    path("permohonan/aduan/", complaint_steps.handed_complaints, name="desk_complaints"),
    path("permohonan/<int:pk>/terdaftar/", entry.registered, name="desk_registered"),
    path("permohonan/<int:pk>/tanda-bukti/", entry.receipt, name="desk_receipt"),
    path("permohonan/<int:pk>/formulir/", entry.form_in_duplicate, name="desk_form"),
    path("permohonan/<int:pk>/", case.case_page, name="desk_case"),
    path("permohonan/<int:pk>/pratinjau/", papers.preview, name="desk_preview"),
    path("permohonan/<int:pk>/langkah/<slug:slug>/", moves.make_move, name="desk_move"),
    path("permohonan/<int:pk>/tahan/", holds.hold, name="desk_hold"),
    path("permohonan/<int:pk>/lepas/", holds.release, name="desk_release"),
    path("permohonan/surat/<int:letter_id>/", papers.letter_page, name="desk_letter"),
    path("permohonan/surat/<int:letter_id>/naskah/", papers.naskah, name="desk_naskah"),
    path("permohonan/dasar/<int:file_id>/", papers.exclusion_file, name="desk_exclusion_file"),
    path("permohonan/surel/<int:mail_id>/kirim-ulang/", mails.mail_again, name="desk_mail_again"),
    path("permohonan/surel/<int:mail_id>/sudah-ditangani/", mails.mail_handled, name="desk_mail_handled"),
    path("permohonan/berkas/<int:file_id>/", papers.private_file, name="desk_file"),
    path("hari-libur/", decrees.decree_list, name="decree_list"),
    path("hari-libur/baru/", decrees.decree_new, name="decree_new"),
    path("hari-libur/tetapkan/", decrees.decree_adopt, name="decree_adopt"),
    path("hari-libur/cara-menghitung/", decrees.counting_rules, name="counting_rules"),
    path("hari-libur/<int:pk>/", decrees.decree_page, name="decree_page"),
    path("hari-libur/<int:pk>/cabut/", decrees.decree_withdraw, name="decree_withdraw"),
]
