"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, path

from disclosures.views import complaints

urlpatterns: list[URLPattern | URLResolver] = [
    path("aduan/", complaints.latest, name="complaints"),
    path("aduan/<int:year>/", complaints.of_year, name="complaints_year"),
    path("aduan/<int:year>/rekap.csv", complaints.recap_csv, name="complaints_recap_csv"),
    path("aduan/<int:year>/daftar/", complaints.outcome_list, name="complaint_outcomes"),
    path("aduan/hasil/<slug:code>/", complaints.outcome, name="complaint_outcome"),
]
