"""Sign-in of officers through django-allauth; nobody registers by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class OfficerAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
