import logging
from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Pencarian")

    def ready(self) -> None:
        # Sent for apps with models only, in order: after the last one everything stands.
        last = [app for app in apps.get_app_configs() if app.models_module][-1]
        post_migrate.connect(_fill, sender=last)


def _fill(sender: AppConfig, **kwargs: Any) -> None:
    """After `migrate`, the seeded pages are to be found. A search engine that is down must not stop a migration."""
    from search import index
    from search.engines.base import EngineDown

    if not kwargs.get("plan") or any(backwards for _, backwards in kwargs["plan"]):
        return
    try:
        index.fill_if_empty()
    except EngineDown as error:
        logging.getLogger(__name__).warning("Indeks belum terisi (%s). Jalankan manage.py search_rebuild.", error)
