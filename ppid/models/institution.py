"""The public body itself, edited through Wagtail's settings."""

import datetime as dt
import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from ppid.law.counting import DEFAULT_RULES
from ppid.law.disputes import COMMISSION_GROUNDS
from ppid.law.fees import FeeStandard, PaidHow
from ppid.law.viewing import OpeningHours
from ppid.models.numbering import check_template

COMMISSION = ("commission_name", "commission_address", "commission_source", "commission_grounds")


@register_setting(icon="home")
class Institution(BaseGenericSetting):
    """Name, address, time zone, superior, commission, number formats and letterhead of the body that runs the portal.

    One row; `Institution.load()` gives it (cached for the length of a request when one is passed).
    """

    class Zone(models.TextChoices):
        WIB = "Asia/Jakarta", _("WIB (Jakarta)")
        WITA = "Asia/Makassar", _("WITA (Makassar)")
        WIT = "Asia/Jayapura", _("WIT (Jayapura)")

    class ExclusionApprover(models.TextChoices):
        LEADER = "pimpinan", _("Pimpinan badan publik")
        SUPERIOR = "atasan", _("Atasan PPID")

    name = models.CharField(_("nama badan publik"), max_length=200, default="Badan Publik")
    short_name = models.CharField(_("nama singkat"), max_length=80, default="Badan Publik")
    government = models.CharField(
        _("baris pertama kop surat"), max_length=200, blank=True, help_text=_("Misalnya: PEMERINTAH KABUPATEN …")
    )
    office = models.CharField(
        _("baris kedua kop surat"), max_length=200, blank=True, help_text=_("Kantor yang menjalankan PPID utama.")
    )
    address = models.TextField(_("alamat"), blank=True)
    city = models.CharField(_("tempat penandatanganan surat"), max_length=100, blank=True)
    postal_code = models.CharField(_("kode pos"), max_length=5, blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    email = models.EmailField(_("surat elektronik"), blank=True)
    website = models.URLField(_("situs web"), blank=True)
    opening_hours = models.TextField(_("jam layanan"), blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("lambang"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    time_zone = models.CharField(_("zona waktu"), max_length=40, choices=Zone.choices, default=Zone.WIB)
    # Chosen under "Hari libur -> Cara menghitung", by ppid.actions.calendar.choose_rules: open cases move with them.
    shared_leave_is_working = models.BooleanField(
        _("cuti bersama dihitung sebagai hari kerja"), default=DEFAULT_RULES.shared_leave_is_working.value
    )
    first_day_counts = models.BooleanField(
        _("hari penerimaan dihitung sebagai hari pertama"), default=DEFAULT_RULES.first_day_counts.value
    )
    region = models.CharField(
        _("daerah"), max_length=200, blank=True, help_text=_("Nama daerah untuk hari libur setempat.")
    )
    request_number_format = models.CharField(
        _("format nomor permohonan"),
        max_length=80,
        default="{seq:03d}/PPID/{year}",
        help_text=_("Boleh memuat {seq}, {seq:03d}, {year}, {month}, {roman}."),
    )
    objection_number_format = models.CharField(
        _("format nomor keberatan"),
        max_length=80,
        default="{seq:03d}/KEB-PPID/{year}",
        help_text=_("Boleh memuat {seq}, {seq:03d}, {year}, {month}, {roman}. Harus berbeda dari nomor permohonan."),
    )
    letter_number_format = models.CharField(
        _("format nomor surat"),
        max_length=80,
        default="{seq:03d}/PPID-{kind}/{roman}/{year}",
        help_text=_("Boleh memuat {seq}, {kind}, {year}, {month}, {roman}."),
    )
    exclusion_approver = models.CharField(
        _("yang menyetujui pengecualian"),
        max_length=10,
        choices=ExclusionApprover.choices,
        default=ExclusionApprover.LEADER,
        help_text=_("PP 61/2010 Ps 3 ayat (2) menyebut pimpinan, PERKI 1/2021 Ps 10 ayat (2) menyebut atasan PPID."),
    )
    desk_days_before = models.PositiveSmallIntegerField(
        _("tanggal internal disposisi: hari kerja sebelum tenggat"),
        default=3,
        validators=[MaxValueValidator(9)],
        help_text=_("Usul tanggal bagi unit untuk menyerahkan bahannya. Tidak menggeser tenggat undang-undang."),
    )
    # The standard of fees (PERKI 1/2021 Ps 37-38), announced on the page of fees.
    copy_fee = models.PositiveIntegerField(_("biaya salinan per lembar (Rp)"), default=0)
    post_fee = models.PositiveIntegerField(
        _("biaya pengiriman dengan pos (Rp)"), null=True, blank=True,
        help_text=_("Sekali kirim. Kosong: sebesar tarif pos, ditulis dalam setiap pemberitahuan."),
    )  # fmt: skip
    courier_fee = models.PositiveIntegerField(
        _("biaya pengiriman dengan kurir (Rp)"), null=True, blank=True,
        help_text=_("Sekali kirim. Kosong: sebesar tarif kurir, ditulis dalam setiap pemberitahuan."),
    )  # fmt: skip
    fee_basis = models.CharField(
        _("dasar standar biaya"), max_length=200, blank=True,
        help_text=_("Keputusan yang menetapkan standar biaya, misalnya: Keputusan PPID Nomor 7 Tahun 2026."),
    )  # fmt: skip
    pay_cash = models.CharField(
        _("bayar tunai"),
        max_length=200,
        blank=True,
        help_text=_("Di mana dan kapan, misalnya: loket PPID, jam layanan."),
    )
    pay_account = models.CharField(
        _("bayar ke rekening resmi"), max_length=200, blank=True, help_text=_("Bank, nomor dan nama rekening kas.")
    )
    pay_emoney = models.CharField(
        _("bayar dengan uang elektronik"), max_length=200, blank=True, help_text=_("Misalnya: QRIS di loket PPID.")
    )
    opens_at = models.TimeField(
        _("jam layanan mulai"), default=dt.time(8), help_text=_("Untuk janji melihat informasi pada hari kerja.")
    )
    closes_at = models.TimeField(_("jam layanan selesai"), default=dt.time(15))
    commission_name = models.CharField(_("komisi informasi"), max_length=200, blank=True)
    commission_address = models.TextField(_("alamat komisi informasi"), blank=True)
    commission_source = models.CharField(_("dasar penetapan komisi"), max_length=200, blank=True)
    commission_grounds = models.TextField(
        _("alasan pada formulir komisi"), blank=True, default="\n".join(COMMISSION_GROUNDS),
        help_text=_(
            "Satu alasan tiap baris, seperti tertulis pada formulir Komisi Informasi yang berwenang. Sengketa yang "
            "sudah dicatat menyimpan kata-katanya sendiri."
        ),
    )  # fmt: skip
    checkpoint_addresses = models.TextField(
        _("penerima titik periksa"),
        blank=True,
        help_text=_(
            "Alamat surel di luar badan publik, satu per baris: setiap hari menerima titik periksa catatan kasus, "
            "sehingga perubahan kemudian dapat dibuktikan."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "short_name", "region", "time_zone", "logo")],
            heading=_("Badan publik"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "government",
                    "office",
                    "address",
                    "city",
                    "postal_code",
                    "phone",
                    "email",
                    "website",
                    "opening_hours",
                    "opens_at",
                    "closes_at",
                )
            ],
            heading=_("Kop surat dan kontak"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "request_number_format",
                    "objection_number_format",
                    "letter_number_format",
                    "exclusion_approver",
                    "desk_days_before",
                )
            ],
            heading=_("Nomor dan wewenang"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "copy_fee",
                    "post_fee",
                    "courier_fee",
                    "fee_basis",
                    "pay_cash",
                    "pay_account",
                    "pay_emoney",
                )
            ],
            heading=_("Standar biaya dan cara membayar"),
        ),
        HelpPanel(
            heading=_("Cara menghitung hari"),
            content=_(
                "Apakah cuti bersama hari kerja dan apakah hari penerimaan dihitung, dipilih pada menu Hari libur: "
                "di sana terlihat dulu tanggal mana yang berubah."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in COMMISSION],
            heading=_("Komisi Informasi"),
        ),
        MultiFieldPanel([FieldPanel("checkpoint_addresses")], heading=_("Keutuhan catatan")),
    ]

    class Meta:
        verbose_name = _("badan publik")
        verbose_name_plural = _("badan publik")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A number format that cannot number is refused where it is typed, not when a citizen files."""
        problems = {}
        for name in ("request_number_format", "objection_number_format", "letter_number_format"):
            try:
                check_template(getattr(self, name))
            except ValueError as error:
                problems[name] = str(error)
        for address in self.checkpoint_recipients:
            try:
                validate_email(address)
            except ValidationError:
                text = _("“%(address)s” bukan alamat surel. Tulis satu alamat per baris.")
                problems["checkpoint_addresses"] = str(text % {"address": address})
        if self.objection_number_format == self.request_number_format:
            problems["objection_number_format"] = str(_("Harus berbeda dari format nomor permohonan."))
        if self.closes_at <= self.opens_at:
            problems["closes_at"] = str(_("Jam selesai tidak sesudah jam mulai."))
        if problems:
            raise ValidationError(problems)

    @property
    def commission_ground_lines(self) -> tuple[str, ...]:
        """The grounds on the commission's own form, which are not those of UU 14/2008 Ps 35(1) (law.md §3)."""
        return tuple(dict.fromkeys(line.strip() for line in self.commission_grounds.splitlines() if line.strip()))

    @property
    def checkpoint_recipients(self) -> list[str]:
        return self.checkpoint_addresses.split()

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def fees(self) -> FeeStandard:
        """The standard of fees in force."""
        return FeeStandard(per_sheet=self.copy_fee, post=self.post_fee, courier=self.courier_fee)

    @property
    def hours(self) -> OpeningHours:
        """When somebody is there for visitors on a working day."""
        return OpeningHours(self.opens_at, self.closes_at)

    @property
    def payment_ways(self) -> tuple[tuple[PaidHow, str], ...]:
        """How a fee may be paid and where, as announced; what is not set is not offered."""
        ways = {PaidHow.CASH: self.pay_cash, PaidHow.ACCOUNT: self.pay_account, PaidHow.EMONEY: self.pay_emoney}
        return tuple((how, where) for how, where in ways.items() if where)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The calendar day of an aware moment where the body is (law.md §7.1: convert before taking the date)."""
        return moment.astimezone(self.zone).date()
