"""The register of public information (DIP): UU 14/2008 Ps 11(1)a; PERKI 1/2021 Ps 21(2), 45, Annex I."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin, WorkflowMixin

from disclosures.imports.folding import fingerprint, fold
from disclosures.imports.years import year_of
from ppid.models import Unit

Preview = Callable[["RegisterEntry", HttpRequest], HttpResponse]


class InformationClass(models.TextChoices):
    """How information must be made public. Not one of the seven columns of Annex I, but what a reader asks first."""

    PERIODIC = "berkala", _("Berkala")  # UU 14/2008 Ps 9: at least every six months
    AT_ONCE = "serta_merta", _("Serta-merta")  # UU 14/2008 Ps 10
    ANY_TIME = "setiap_saat", _("Setiap saat")  # UU 14/2008 Ps 11


UNCLASSIFIED = "belum"
UNCLASSIFIED_LABEL = _("Belum diklasifikasi")


class RegisterEntryQuerySet(models.QuerySet["RegisterEntry"]):
    def public(self) -> "RegisterEntryQuerySet":
        return self.filter(live=True)

    def unclassified(self) -> "RegisterEntryQuerySet":
        return self.filter(info_class="")


class RegisterEntry(  # type: ignore[misc]
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, ClusterableModel
):
    """One row of the register: which information the body holds, who holds it, in what form, for how long.

    You will wonder why the printed number is text and no key. Because it is counted anew in every decree; what makes a
    row the same row is the unit and the summary, folded (`identity`). An empty class means that nobody has classified
    the row yet: the public list says so and nothing is guessed.
    """

    number = models.CharField(
        _("nomor tercetak"), max_length=40, blank=True, help_text=_("Nomor pada daftar yang ditetapkan.")
    )
    summary = models.TextField(_("ringkasan isi informasi"), max_length=4000)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit yang menguasai"),
        on_delete=models.PROTECT,
        related_name="entries",
        help_text=_("Pejabat, unit atau satuan kerja yang menguasai informasi."),
    )
    maker = models.CharField(
        _("penanggung jawab pembuatan"),
        max_length=500,
        blank=True,
        help_text=_("Penanggung jawab pembuatan atau penerbitan informasi."),
    )
    made_when = models.CharField(
        _("waktu pembuatan"), max_length=200, blank=True, help_text=_("Misalnya: 2024, atau Januari 2024.")
    )
    made_place = models.CharField(_("tempat pembuatan"), max_length=200, blank=True)
    softcopy = models.BooleanField(_("salinan digital (softcopy)"), default=False)
    hardcopy = models.BooleanField(_("salinan cetak (hardcopy)"), default=False)
    retention = models.CharField(
        _("jangka waktu penyimpanan"),
        max_length=300,
        blank=True,
        help_text=_("Misalnya: 10 tahun, selama berlaku, permanen."),
    )
    info_class = models.CharField(
        _("klasifikasi"),
        max_length=12,
        blank=True,
        choices=InformationClass.choices,
        db_index=True,
        help_text=_("Kosongkan bila belum ditetapkan; daftar publik menulis “belum diklasifikasi”."),
    )
    year = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True, editable=False, db_index=True)
    identity = models.CharField(_("sidik ringkasan"), max_length=64, blank=True, editable=False)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="entry")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="entry",
        for_concrete_model=False,
    )

    # The unit is found by its own foreign key; a row per entry in Wagtail's reference index would say it twice.
    unit.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    # Who draws the preview is told by apps.py: a model knows no page.
    drawn_by: ClassVar[Preview | None] = None

    objects = RegisterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("informasi publik")
        verbose_name_plural = _("daftar informasi publik")
        ordering = ("unit__name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("unit", "identity"),
                name="one_entry_per_unit_and_summary",
                violation_error_message=_("Unit ini sudah mempunyai informasi dengan ringkasan yang sama."),
            ),
        ]
        indexes = [models.Index(fields=("live", "unit", "info_class"), name="entry_public_list")]

    def __str__(self) -> str:
        return self.summary if len(self.summary) <= 120 else f"{self.summary[:117].rstrip()}…"

    @property
    def revisions(self) -> Any:
        return self._revisions

    def derive(self) -> None:
        """Set what follows from the columns: the year of making and the identity. Bulk writers call it themselves."""
        self.year = year_of(self.made_when)
        self.identity = fingerprint(self.summary)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.summary and not fold(self.summary):
            raise ValidationError({"summary": _("Ringkasan harus memuat kata, bukan tanda baca saja.")})
        if not self.unit_id:
            return
        self.identity = fingerprint(self.summary)
        twin = RegisterEntry.objects.filter(unit_id=self.unit_id, identity=self.identity).exclude(pk=self.pk)
        if twin.exists():
            message = _("Unit ini sudah mempunyai informasi dengan ringkasan yang sama. Sunting yang ada itu.")
            raise ValidationError({"summary": message})

    def get_absolute_url(self) -> str:
        return reverse("register_entry", args=[self.pk])

    @property
    def class_label(self) -> str:
        return str(self.get_info_class_display() or UNCLASSIFIED_LABEL)

    @property
    def form_label(self) -> str:
        """The statutory column "bentuk informasi yang tersedia", in words."""
        forms = [str(_("salinan digital"))] * self.softcopy + [str(_("salinan cetak"))] * self.hardcopy
        return ", ".join(forms)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if RegisterEntry.drawn_by is None:
            raise RuntimeError("disclosures.apps sets who draws the preview of an entry")
        return RegisterEntry.drawn_by(self, request)


class EntryFile(Orderable):  # type: ignore[misc]
    """Where the information itself is: a public document of this site, or a link elsewhere."""

    entry = ParentalKey(RegisterEntry, on_delete=models.CASCADE, related_name="files")
    label = models.CharField(_("keterangan"), max_length=200, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("dokumen"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    link = models.URLField(_("tautan"), max_length=1000, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("berkas atau tautan")
        verbose_name_plural = _("berkas dan tautan")

    def __str__(self) -> str:
        return self.label or self.link or str(self.document)

    def clean(self) -> None:
        super().clean()
        if bool(self.document_id) == bool(self.link):
            raise ValidationError(_("Isi salah satu: dokumen atau tautan."))
