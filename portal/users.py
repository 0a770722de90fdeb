"""Takes the place of `wagtail.users`: an account is a name and an address; what it may do is an appointment's affair."""

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "portal.user_viewset.UserViewSet"
