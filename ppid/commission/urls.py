"""Addresses of the reading room, below /komisi/."""

from django.urls import path

from ppid.commission import room, sealed

urlpatterns = [
    path("", room.listing, name="commission_list"),
    path("<int:pk>/", room.room, name="commission_room"),
    path("<int:pk>/berkas/<int:file_id>/", room.file, name="commission_file"),
    path("<int:pk>/dokumen/<int:document_id>/", sealed.document, name="commission_document"),
    path("<int:pk>/berkas-perkara/", room.dossier_file, name="commission_dossier"),
    path("<int:pk>/berkas-perkara/susun/", room.order_dossier, name="commission_order"),
]
