from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal import checks, page_signals, page_sources, signals  # noqa: F401  (the checks register themselves)

        signals.connect()
        page_sources.register_pages()
        page_signals.connect()
