"""A case and the first kind of it, the information request (UU 14/2008 Ps 21-22; PERKI 1/2021 Ps 27-36).

Facts only: what was received, declared, answered, and when. "Late", "due today" and the like are computed from these
by `ppid.queries.standing`.
"""

import secrets
import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.law import filing, procedure
from ppid.law.party import folded
from ppid.models.applicants import Applicant
from ppid.models.files import PrivateFile
from ppid.models.sealed import blind_index, seal, unseal
from ppid.models.unit import Unit

# 32 signs without 0/O and 1/I: sixteen of them are 80 bits, read over a telephone without a mistake.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 16


def new_code(length: int = CODE_LENGTH) -> str:
    """A random code of the alphabet without look-alikes, without dashes."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(length))


def grouped(code: str) -> str:
    """`K7QD9XMR…` as people read it: `K7QD-9XMR-…`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def normalised(code: str) -> str:
    """What a person typed, without dashes, spaces and case."""
    return "".join(sign for sign in code.upper() if sign.isalnum())[: CODE_LENGTH * 4]


def tracking_digest(code: str) -> str:
    """By what a tracking code, typed in any way, is looked up."""
    return blind_index("tracking", normalised(code))


class Case(models.Model):
    """What requests, objections and disputes share: number, channel, state, days, unit, tracking code, log."""

    class Kind(models.TextChoices):
        REQUEST = "request", _("Permohonan informasi")
        OBJECTION = "objection", _("Keberatan")
        DISPUTE = "dispute", _("Sengketa informasi")

    class Channel(models.TextChoices):
        WEB = filing.Channel.WEB, _("Situs web")
        EMAIL = filing.Channel.EMAIL, _("Surat elektronik")
        LETTER = filing.Channel.LETTER, _("Surat")
        COUNTER = filing.Channel.COUNTER, _("Datang langsung")
        TELEPHONE = filing.Channel.TELEPHONE, _("Telepon atau lisan")

    class State(models.TextChoices):
        REGISTERED = procedure.State.REGISTERED, _("Terdaftar")
        ANSWERED = procedure.State.ANSWERED, _("Dijawab")
        WITHDRAWN = procedure.State.WITHDRAWN, _("Dicabut pemohon")
        HANDED_OVER = procedure.State.HANDED_OVER, _("Diserahkan sebagai aduan")
        CLOSED = procedure.State.CLOSED, _("Ditutup dengan catatan")

    SEALED: ClassVar[tuple[str, ...]] = ("tracking_sealed",)

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices)
    number = models.CharField(_("nomor pendaftaran"), max_length=80, unique=True)
    channel = models.CharField(_("saluran"), max_length=10, choices=Channel.choices)
    state = models.CharField(_("keadaan"), max_length=20, choices=State.choices)
    received_at = models.DateTimeField(_("diterima"))
    received_on = models.DateField(_("tanggal diterima"))
    registered_at = models.DateTimeField(_("didaftarkan"))
    tracking_digest = models.CharField(max_length=64, unique=True, editable=False)
    tracking_sealed = models.TextField(editable=False)
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="cases",
        help_text=_("Kosong: ditangani PPID utama."),
    )  # fmt: skip
    closed_on = models.DateField(_("selesai"), null=True, blank=True)
    salt = models.CharField(
        max_length=64, default=secrets.token_hex, editable=False,
        help_text=_("Garam bagi sidik isi di catatan kasus; dihapus bersama data pribadinya."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("kasus")
        verbose_name_plural = _("kasus")
        ordering = ("-received_at",)
        indexes = [models.Index(fields=("state", "received_on"), name="case_state_received")]

    def __str__(self) -> str:
        return self.number

    @property
    def tracking_code(self) -> str:
        """The code as it is shown, in groups of four."""
        return grouped(unseal(self.tracking_sealed))

    def set_tracking_code(self, code: str) -> None:
        self.tracking_digest = tracking_digest(code)
        self.tracking_sealed = seal(normalised(code))


class InformationRequest(Case):
    """A request: what is asked, why, and how the applicant wants it (Annex VI)."""

    class AccessWay(models.TextChoices):
        VIEW = filing.AccessWay.VIEW, _("Melihat, membaca, mendengarkan atau mencatat")
        COPY = filing.AccessWay.COPY, _("Mendapatkan salinan")

    class CopyForm(models.TextChoices):
        SOFT = filing.CopyForm.SOFT, _("Salinan elektronik")
        HARD = filing.CopyForm.HARD, _("Salinan cetak")

    class DeliveryWay(models.TextChoices):
        PICK_UP = filing.DeliveryWay.PICK_UP, _("Mengambil langsung")
        COURIER = filing.DeliveryWay.COURIER, _("Kurir")
        POST = filing.DeliveryWay.POST, _("Pos")
        FAX = filing.DeliveryWay.FAX, _("Faksimili")
        EMAIL = filing.DeliveryWay.EMAIL, _("Surat elektronik")

    applicant = models.ForeignKey(
        Applicant, verbose_name=_("pemohon"), on_delete=models.PROTECT, related_name="requests"
    )
    details = models.TextField(_("rincian informasi yang dibutuhkan"))
    purpose = models.TextField(_("tujuan penggunaan"), blank=True)
    access_way = models.CharField(_("cara memperoleh"), max_length=10, choices=AccessWay.choices, blank=True)
    copy_form = models.CharField(_("bentuk salinan"), max_length=10, choices=CopyForm.choices, blank=True)
    delivery_way = models.CharField(
        _("cara mendapatkan salinan"), max_length=10, choices=DeliveryWay.choices, blank=True
    )
    submission = models.UUIDField(
        null=True, blank=True, unique=True, editable=False,
        help_text=_("Tanda satu pengiriman formulir: yang sama dua kali tetap satu permohonan."),
    )  # fmt: skip
    complete_on = models.DateField(_("dinyatakan lengkap"), null=True, blank=True)
    # The register note of PERKI 1/2021 Ps 33(4): no refusal, and no clock of the UU stops for it.
    not_completed_on = models.DateField(_("dicatat tidak dilengkapi"), null=True, blank=True)
    answered_on = models.DateField(_("pemberitahuan disampaikan"), null=True, blank=True)
    continues = models.ForeignKey(
        "self", verbose_name=_("melanjutkan"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="continued_as", help_text=_("Permohonan yang kelengkapannya datang terlambat."),
    )  # fmt: skip
    details_index = models.CharField(max_length=64, blank=True, db_index=True, editable=False)

    class Meta:
        verbose_name = _("permohonan informasi")
        verbose_name_plural = _("permohonan informasi")

    def index_details(self) -> None:
        """Set the keyed digest by which the same words are found again, whatever their case and spacing."""
        self.details_index = blind_index("details", folded(self.details))


class CaseFile(models.Model):
    """A private file in its part for a case."""

    class Role(models.TextChoices):
        ATTACHMENT = "lampiran", _("Lampiran pemohon")
        IDENTITY = "identitas", _("Bukti identitas")
        # PERKI 1/2021 Ps 27(3)-(7): what each kind of applicant hands in (`ppid.law.applicant_papers`).
        DEED = "akta", _("Akta pendirian yang disahkan")
        AUTHORITY = "kuasa", _("Surat kuasa")
        SPECIAL_AUTHORITY = "khusus", _("Surat kuasa khusus bermeterai")
        ANSWER = "jawaban", _("Informasi yang diberikan")
        PROOF = "bukti", _("Bukti penyampaian")
        PAYMENT = "bayar", _("Bukti pembayaran")
        # What goes out with a refusal under UU 14/2008 Ps 17 (PERKI 1/2021 Ps 34).
        DECREE = "keputusan", _("Keputusan pengecualian informasi")
        TEST_SHEET = "lembaruji", _("Lembar uji konsekuensi")
        APPROVAL = "setuju", _("Persetujuan atasan PPID")
        WITHDRAWAL = "cabut", _("Surat pencabutan")
        WISH = "kehendak", _("Kehendak pemohon")
        ENDING = "berakhir", _("Bukti pemohon meninggal atau bubar")
        SUCCESSION = "waris", _("Bukti ahli waris atau penerus hukum")
        OBJECTION = "keberatan", _("Surat keberatan")
        SETTLEMENT = "musyawarah", _("Berita acara musyawarah bertanda tangan")
        FULFILMENT = "perintah", _("Bukti perintah dilaksanakan")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="uses")
    role = models.CharField(_("peran"), max_length=10, choices=Role.choices)
    # Which part of the answer it was given with, or proves.
    delivery = models.ForeignKey(
        "ppid.Delivery", null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )

    class Meta:
        verbose_name = _("berkas kasus")
        verbose_name_plural = _("berkas kasus")
        constraints = [models.UniqueConstraint(fields=("case", "file", "role"), name="one_use_per_case_file_and_role")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.role}"
