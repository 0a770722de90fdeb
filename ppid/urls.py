"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, include, path

from ppid.citizen import calculator, verification

urlpatterns: list[URLPattern | URLResolver] = [
    path("kalkulator-tenggat/", calculator.calculator, name="calculator"),
    path("", include("ppid.citizen.urls")),
    path("verifikasi/", verification.ask, name="verify_letter_form"),
    path("verifikasi/<str:code>/", verification.show, name="verify_letter"),
]
