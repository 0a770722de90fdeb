"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, include, path

from ppid.citizen import calculator, integrity, objection_register, register, verification

urlpatterns: list[URLPattern | URLResolver] = [
    path("kalkulator-tenggat/", calculator.calculator, name="calculator"),
    path("", include("ppid.citizen.urls")),
    path("permohonan/register/", register.register, name="public_register"),
    path("data/register-permohonan.csv", register.register_csv, name="public_register_csv"),
    path("data/register-permohonan.xlsx", register.register_xlsx, name="public_register_xlsx"),
    path("komisi/", include("ppid.commission.urls")),
    path("integritas/", integrity.overview, name="integrity"),
    path("integritas/verify.py", integrity.program, name="integrity_program"),
    path("integritas/kunci-publik.pem", integrity.public_keys, name="integrity_keys"),
    path("integritas/titik-periksa/<str:on>.json", integrity.checkpoint_file, name="integrity_checkpoint"),
    path("keberatan/register/", objection_register.register, name="public_objections"),
    path("data/register-keberatan.csv", objection_register.register_csv, name="public_objections_csv"),
    path("data/register-keberatan.xlsx", objection_register.register_xlsx, name="public_objections_xlsx"),
    path("verifikasi/", verification.ask, name="verify_letter_form"),
    path("verifikasi/<str:code>/", verification.show, name="verify_letter"),
]
