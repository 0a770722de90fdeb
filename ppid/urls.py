"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, include, path

from ppid.citizen import calculator, register, verification

urlpatterns: list[URLPattern | URLResolver] = [
    path("kalkulator-tenggat/", calculator.calculator, name="calculator"),
    path("", include("ppid.citizen.urls")),
    path("permohonan/register/", register.register, name="public_register"),
    path("data/register-permohonan.csv", register.register_csv, name="public_register_csv"),
    path("data/register-permohonan.xlsx", register.register_xlsx, name="public_register_xlsx"),
    path("verifikasi/", verification.ask, name="verify_letter_form"),
    path("verifikasi/<str:code>/", verification.show, name="verify_letter"),
]
