"""The dispute (sengketa) before the information commission, as the respondent's own record (UU 14/2008 Ps 37–50)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import disputes as law
from ppid.law.disputes import DecisionFacts, DecisionKind
from ppid.models.applicants import Applicant
from ppid.models.cases import Case
from ppid.models.files import PrivateFile
from ppid.models.objections import Objection


class Dispute(Case):
    """One application at the commission about one objection. `number` is the body's own; `received_on` the day it heard
    of it, `applied_on` the day the applicant filed it. `commission_grounds`: by the commission's own list."""

    class Stage(models.TextChoices):
        APPLIED = law.Stage.APPLIED, _("Diajukan ke Komisi Informasi")
        REGISTERED = law.Stage.REGISTERED, _("Diregistrasi")
        PRELIMINARY = law.Stage.PRELIMINARY, _("Pemeriksaan awal")
        MEDIATION = law.Stage.MEDIATION, _("Mediasi")
        ADJUDICATION = law.Stage.ADJUDICATION, _("Ajudikasi")
        DECIDED = law.Stage.DECIDED, _("Diputus, menunggu berkekuatan hukum tetap")
        COURT = law.Stage.COURT, _("Di pengadilan")
        COMPLIANCE = law.Stage.COMPLIANCE, _("Berkekuatan hukum tetap, dilaksanakan")
        CLOSED = law.Stage.CLOSED, _("Selesai")

    contested = models.ForeignKey(
        Objection, verbose_name=_("keberatan"), on_delete=models.PROTECT, related_name="disputes"
    )
    commission_name = models.CharField(_("komisi informasi"), max_length=200)
    register_number = models.CharField(_("nomor register komisi"), max_length=100, blank=True)
    applied_on = models.DateField(_("diajukan pemohon"))
    commission_grounds = models.TextField(_("alasan menurut komisi"), blank=True)
    stage = models.CharField(_("tahap"), max_length=20, choices=Stage.choices, default=Stage.APPLIED)
    complied_on = models.DateField(_("dilaksanakan"), null=True, blank=True)

    class Meta:
        verbose_name = _("sengketa informasi")
        verbose_name_plural = _("sengketa informasi")

    @property
    def applicant(self) -> Applicant:
        return self.contested.applicant

    @property
    def applicant_id(self) -> int:
        return self.contested.applicant_id

    @property
    def answered_on(self) -> None:
        """The commission answers a dispute, never the body."""
        return None


class DisputeStage(models.Model):
    """When the commission entered a stage, with the paper that says so."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="stages")
    stage = models.CharField(_("tahap"), max_length=20, choices=Dispute.Stage.choices)
    entered_on = models.DateField(_("sejak"))
    grounds = models.CharField(_("alasan huruf"), max_length=7, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    paper = models.ForeignKey(PrivateFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    @property
    def entered(self) -> law.Entered:
        """For `ppid.law.disputes.tracks`."""
        return law.Entered(law.Stage(self.stage), self.entered_on, self.grounds)

    class Meta:
        verbose_name = _("tahap sengketa")
        verbose_name_plural = _("tahap sengketa")
        ordering = ("entered_on", "pk")

    def __str__(self) -> str:
        return f"{self.dispute_id}: {self.stage}"


class DisputeReason(models.Model):
    """The body's reasons for one ground (UU 14/2008 Ps 45)."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="reasons")
    ground = models.CharField(_("alasan keberatan"), max_length=1)
    text = models.TextField(_("alasan badan publik"))
    filed_on = models.DateField(_("diajukan"))

    class Meta:
        verbose_name = _("alasan badan publik")
        verbose_name_plural = _("alasan badan publik")
        ordering = ("ground",)
        constraints = [models.UniqueConstraint(fields=("dispute", "ground"), name="one_reason_per_dispute_and_ground")]

    def __str__(self) -> str:
        return f"{self.dispute_id}: {self.ground}"


class Hearing(models.Model):
    """One hearing and who went there with a special power of attorney (UU 14/2008 Ps 44(4))."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="hearings")
    held_on = models.DateField(_("hari"))
    starts_at = models.TimeField(_("pukul"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=200)
    agenda = models.CharField(_("acara"), max_length=200)
    closed = models.BooleanField(_("tertutup"), default=False)
    representative = models.CharField(_("dihadiri oleh"), max_length=200)
    power_number = models.CharField(_("nomor surat kuasa khusus"), max_length=100)
    power = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("sidang")
        verbose_name_plural = _("sidang")
        ordering = ("held_on", "starts_at", "pk")

    def __str__(self) -> str:
        return f"{self.dispute_id}: {self.held_on}"


class CommissionDecision(models.Model):
    """A decision and what is known of its way to finality. `public_text` is what a person approved for `/putusan/`,
    private persons masked; nothing of it is public before `published_on`."""

    class Kind(models.TextChoices):
        INTERLOCUTORY = law.DecisionKind.INTERLOCUTORY, _("Putusan sela")
        MEDIATION = law.DecisionKind.MEDIATION, _("Putusan mediasi")
        ADJUDICATION = law.DecisionKind.ADJUDICATION, _("Putusan ajudikasi")

    class Ruling(models.TextChoices):
        OPEN_WHOLE = law.Ruling.OPEN_WHOLE, _("Seluruh informasi diberikan")
        OPEN_PART = law.Ruling.OPEN_PART, _("Sebagian informasi diberikan")
        PERFORM = law.Ruling.PERFORM, _("PPID menjalankan kewajibannya")
        UPHELD = law.Ruling.UPHELD, _("Keputusan atasan PPID dikuatkan")
        AGREED = law.Ruling.AGREED, _("Kesepakatan mediasi")
        LAPSED = law.Ruling.LAPSED, _("Gugur atau dicabut")

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(_("jenis putusan"), max_length=20, choices=Kind.choices)
    number = models.CharField(_("nomor putusan"), max_length=100)
    read_on = models.DateField(_("dibacakan"))
    ruling = models.CharField(_("amar"), max_length=20, choices=Ruling.choices)
    ordered = models.TextField(_("yang diperintahkan"), blank=True)
    comply_days = models.PositiveSmallIntegerField(_("dilaksanakan dalam (hari kerja)"), null=True, blank=True)
    file = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")
    dissent = models.TextField(_("pendapat berbeda"), blank=True)
    public_text = models.TextField(_("teks untuk umum"), blank=True)
    published_on = models.DateField(_("diumumkan"), null=True, blank=True)
    received_body_on = models.DateField(_("diterima badan publik"), null=True, blank=True)
    received_applicant_on = models.DateField(_("diterima pemohon"), null=True, blank=True)
    suit_on = models.DateField(_("gugatan diajukan"), null=True, blank=True)
    court = models.CharField(_("pengadilan"), max_length=200, blank=True)
    judged_body_on = models.DateField(_("putusan pengadilan diterima badan publik"), null=True, blank=True)
    judged_applicant_on = models.DateField(_("putusan pengadilan diterima pemohon"), null=True, blank=True)
    cassation_on = models.DateField(_("kasasi diajukan"), null=True, blank=True)
    last_judged_on = models.DateField(_("putusan kasasi"), null=True, blank=True)
    final_on = models.DateField(_("berkekuatan hukum tetap"), null=True, blank=True)
    registered_on = models.DateField(_("masuk daftar informasi publik"), null=True, blank=True)

    class Meta:
        verbose_name = _("putusan Komisi Informasi")
        verbose_name_plural = _("putusan Komisi Informasi")
        ordering = ("read_on", "pk")

    def __str__(self) -> str:
        return self.number

    @property
    def opens(self) -> bool:
        """Whether what it ordered is open to everybody and belongs in the register (UU 14/2008 Ps 11(2))."""
        return self.final_on is not None and self.ruling in law.OPENING

    @property
    def facts(self) -> DecisionFacts:
        """For `ppid.law.disputes.finality`."""
        return DecisionFacts(
            kind=DecisionKind(self.kind), read_on=self.read_on,
            received=(self.received_body_on, self.received_applicant_on), suit_on=self.suit_on,
            judged_received=(self.judged_body_on, self.judged_applicant_on), cassation_on=self.cassation_on,
            last_judged_on=self.last_judged_on,
        )  # fmt: skip
