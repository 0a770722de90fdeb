"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, path

from ppid.citizen import calculator, verification

urlpatterns: list[URLPattern | URLResolver] = [
    path("kalkulator-tenggat/", calculator.calculator, name="calculator"),
    path("verifikasi/", verification.ask, name="verify_letter_form"),
    path("verifikasi/<str:code>/", verification.show, name="verify_letter"),
]
