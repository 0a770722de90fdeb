"""Addresses of the desk, below /admin/ (registered in ppid.wagtail_hooks)."""

from django.urls import path

from ppid.desk import case, listing, mails, moves, papers

urlpatterns = [
    path("permohonan/", listing.desk_list, name="desk_list"),
    path("permohonan/<int:pk>/", case.case_page, name="desk_case"),
    path("permohonan/<int:pk>/pratinjau/", papers.preview, name="desk_preview"),
    path("permohonan/<int:pk>/langkah/<slug:slug>/", moves.make_move, name="desk_move"),
    path("permohonan/surat/<int:letter_id>/", papers.letter_page, name="desk_letter"),
    path("permohonan/surat/<int:letter_id>/naskah/", papers.naskah, name="desk_naskah"),
    path("permohonan/dasar/<int:file_id>/", papers.exclusion_file, name="desk_exclusion_file"),
    path("permohonan/surel/<int:mail_id>/kirim-ulang/", mails.mail_again, name="desk_mail_again"),
    path("permohonan/surel/<int:mail_id>/sudah-ditangani/", mails.mail_handled, name="desk_mail_handled"),
    path("permohonan/berkas/<int:file_id>/", papers.private_file, name="desk_file"),
]
