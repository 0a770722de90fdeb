"""Takes the place of `wagtail.users`: an account is a name and an address; appointments rule the rest."""

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "portal.user_viewset.UserViewSet"
