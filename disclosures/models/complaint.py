"""What an SP4N-LAPOR! export says of a report that is nobody's business: private, and as little of it as will do.

Not a Wagtail model and in no snippet, chooser, search index or export (architecture.md, rule 7). The reporter's name is
not stored at all: nothing here needs it, and what is not kept cannot leak (UU 25/2009 Ps 48-49; UU 27/2022 Ps 16). The
texts of a secret report are not stored either, because nobody will ever paraphrase them (law.md §6).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Complaint(models.Model):
    """One report of the export, identified by its tracking id.

    `anonymous` hides who reported, `secret` hides what: independent, and an import only ever sets them (law.md §5.4).
    """

    tracking_id = models.CharField(_("tracking ID"), max_length=20, unique=True)
    anonymous = models.BooleanField(_("anonim"), default=False)
    secret = models.BooleanField(_("rahasia"), default=False)
    title = models.TextField(_("judul laporan"), blank=True)
    text = models.TextField(_("isi laporan"), blank=True)
    reason = models.TextField(_("alasan tunda atau arsip"), blank=True)
    first_imported_on = models.DateField(_("pertama diimpor"))
    changed_on = models.DateField(_("terakhir berubah"))

    class Meta:
        verbose_name = _("laporan pengaduan")
        verbose_name_plural = _("laporan pengaduan")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(secret=False) | models.Q(title="", text="", reason=""),
                name="secret_report_keeps_no_text",
            )
        ]

    def __str__(self) -> str:
        # The tracking id of a secret report is as good as the report; it belongs in no log line.
        return f"Complaint {self.pk}"
