from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class DisclosuresConfig(AppConfig):
    name = "disclosures"
    verbose_name = _("Informasi yang diumumkan")

    def ready(self) -> None:
        from disclosures import signals, sources
        from disclosures.actions.complaints import reread
        from disclosures.models import CategoryWord, Domain, RegisterEntry, StatusWord
        from disclosures.views.register import preview

        RegisterEntry.drawn_by = preview
        signals.connect()
        sources.register_entries()
        sources.register_outcomes()
        sources.register_exclusions()
        sources.register_decisions()
        for mapping in (StatusWord, CategoryWord, Domain):
            post_save.connect(reread, sender=mapping, dispatch_uid=f"reread_{mapping.__name__}")
