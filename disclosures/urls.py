"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, path

from disclosures.views import complaints, decisions, exclusions, register, units

urlpatterns: list[URLPattern | URLResolver] = [
    path("daftar-informasi/", register.register, name="register"),
    path("daftar-informasi/<int:pk>/", register.entry, name="register_entry"),
    path("data/daftar-informasi.csv", register.register_csv, name="register_csv"),
    path("data/daftar-informasi.xlsx", register.register_xlsx, name="register_xlsx"),
    path("daftar-dikecualikan/", exclusions.exclusions, name="exclusions"),
    path("daftar-dikecualikan/<int:pk>/", exclusions.exclusion, name="exclusion"),
    path("putusan/", decisions.decisions, name="decisions"),
    path("putusan/<int:pk>/", decisions.decision, name="decision"),
    path("unit/", units.units, name="units"),
    path("unit/<slug:code>/", units.unit, name="unit"),
    path("aduan/", complaints.latest, name="complaints"),
    path("aduan/<int:year>/", complaints.of_year, name="complaints_year"),
    path("aduan/<int:year>/rekap.csv", complaints.recap_csv, name="complaints_recap_csv"),
    path("aduan/<int:year>/daftar/", complaints.outcome_list, name="complaint_outcomes"),
    path("aduan/hasil/<slug:code>/", complaints.outcome, name="complaint_outcome"),
]
