"""What was paid, and which copy the applicant asked for (PERKI 1/2021 Ps 35, 37-38). Amounts are whole rupiah."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law.copies import ADDRESS_LENGTH, as_chosen
from ppid.law.fees import Fee, PaidHow
from ppid.law.filing import NAME_LENGTH, CopyForm, DeliveryWay
from ppid.law.giving import GivenPart
from ppid.models.cases import Case, InformationRequest
from ppid.models.letters import Letter


class Payment(models.Model):
    """One payment of what a notice costs. What is still owed follows from the rows; nothing is stored twice."""

    class How(models.TextChoices):
        CASH = PaidHow.CASH, _("Tunai")
        ACCOUNT = PaidHow.ACCOUNT, _("Rekening resmi")
        EMONEY = PaidHow.EMONEY, _("Uang elektronik")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="payments")
    notice = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="payments")
    paid_on = models.DateField(_("tanggal bayar"))
    amount = models.PositiveIntegerField(_("jumlah (Rp)"))
    how = models.CharField(_("cara membayar"), max_length=10, choices=How.choices)
    receipt = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="+", verbose_name=_("kuitansi"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("pembayaran")
        verbose_name_plural = _("pembayaran")
        ordering = ("paid_on", "pk")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payment_is_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.paid_on}"


class CopyRequest(models.Model):
    """A filled form for copies: which form and way of one part, for whom, and what they cost by the standard of that
    day. It stands until the next one for that part; `Delivery.copy_request` points to the one that does."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="copy_requests")
    notice = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="copy_requests")
    part = models.PositiveSmallIntegerField(_("bagian"))
    form = models.CharField(_("bentuk"), max_length=10, choices=InformationRequest.CopyForm.choices)
    way = models.CharField(_("cara mendapatkan"), max_length=10, choices=InformationRequest.DeliveryWay.choices)
    copying = models.PositiveIntegerField(_("biaya penyalinan (Rp)"))
    delivery = models.PositiveIntegerField(_("biaya pengiriman (Rp)"))
    recipient = models.CharField(_("penerima"), max_length=NAME_LENGTH)
    address = models.TextField(_("alamat penerima"), max_length=ADDRESS_LENGTH, blank=True)
    reach = models.CharField(_("surel atau faksimili"), max_length=200, blank=True)
    filled_on = models.DateField(_("diisi"))
    paper = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="+", verbose_name=_("formulir"))
    # Empty: by the applicant, with the code from the mail.
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("permintaan salinan")
        verbose_name_plural = _("permintaan salinan")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.notice_id}/{self.part}"

    @property
    def fee(self) -> Fee:
        return Fee(self.copying, self.delivery)

    def applied(self, part: GivenPart) -> GivenPart:
        """The part of the notice as it was chosen here."""
        return as_chosen(part, CopyForm(self.form), DeliveryWay(self.way), self.fee)
