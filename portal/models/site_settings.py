"""How the site looks and greets. What the body *is* (name, address, time zone, fees) stands in ppid.models."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from portal.blocks import LinkBlock

MOST_EXAMPLES = 6
local_or_web = RegexValidator(
    r"^(/|https?://|mailto:)", _("Alamat dimulai dengan /, https:// atau mailto:. Perbaiki alamatnya.")
)


@register_setting(icon="view")
class SiteSettings(BaseGenericSetting):
    """Headline, example searches, announcement and foot of the public pages. One row; reading it never writes."""

    headline = models.CharField(_("kalimat pembuka"), max_length=120, default="Informasi publik adalah hak Anda.")
    example_searches = models.TextField(
        _("contoh pencarian"),
        blank=True,
        default="anggaran\nlaporan keuangan\nizin bangunan\npengadaan",
        help_text=_("Satu contoh tiap baris, paling banyak enam; tampil di bawah kotak pencarian."),
    )
    announcement = models.CharField(
        _("pengumuman"),
        max_length=300,
        blank=True,
        help_text=_("Tampil di atas setiap halaman. Kosongkan bila tidak ada."),
    )
    announcement_link = models.CharField(_("tautan pengumuman"), max_length=300, blank=True, validators=[local_or_web])
    urgent = models.BooleanField(_("mendesak"), default=False, help_text=_("Pengumuman serta-merta, berwarna merah."))
    foot_links = StreamField([("link", LinkBlock())], verbose_name=_("tautan kaki halaman"), blank=True, max_num=8)
    security_contact = models.EmailField(
        _("kontak keamanan"), blank=True, help_text=_("Penerima laporan celah keamanan, dimuat di security.txt.")
    )

    panels = [
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("example_searches")], heading=_("Halaman muka")),
        MultiFieldPanel(
            [FieldPanel("announcement"), FieldPanel("announcement_link"), FieldPanel("urgent")], heading=_("Pengumuman")
        ),
        MultiFieldPanel(
            [FieldPanel("foot_links"), FieldPanel("security_contact")], heading=_("Kaki halaman dan kontak")
        ),
    ]

    class Meta:
        verbose_name = _("tampilan situs")
        verbose_name_plural = _("tampilan situs")

    def __str__(self) -> str:
        return str(_("Tampilan situs"))

    @classmethod
    def current(cls) -> "SiteSettings":
        """The one row, or the defaults where none is kept yet; one statement, never a write."""
        return cls.objects.first() or cls()

    @property
    def examples(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.example_searches.splitlines())
        return tuple(line for line in lines if line)[:MOST_EXAMPLES]

    @property
    def links(self) -> tuple[dict[str, str], ...]:
        return tuple({"text": block.value["text"], "href": block.value["href"]} for block in self.foot_links)

    def clean(self) -> None:
        super().clean()
        if len([line for line in self.example_searches.splitlines() if line.strip()]) > MOST_EXAMPLES:
            raise ValidationError({"example_searches": _("Paling banyak enam contoh. Hapus sebagian barisnya.")})
