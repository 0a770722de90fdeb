"""Private files: what people hand in and what the office writes. Own storage root, every read logged."""

import hashlib
import secrets
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid.models.content import FileRefused, media_type_of, neutral_name
from ppid.models.image_metadata import without_metadata

__all__ = ["FileRefused", "PrivateFile", "ReadLog", "private_storage"]

SIZE_LIMIT = 10 * 1024 * 1024


def private_storage() -> Storage:
    return storages["private"]


class PrivateFile(models.Model):
    """One file under PRIVATE_ROOT. Its address on disk is random: neither name nor content can be guessed from it."""

    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("ukuran"))
    media_type = models.CharField(_("jenis berkas"), max_length=120)
    name = models.CharField(_("nama berkas"), max_length=120)
    stored_as = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("berkas tertutup")
        verbose_name_plural = _("berkas tertutup")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def store(cls, content: bytes | BinaryIO | File[Any], name: str) -> "PrivateFile":
        """Check, clean, write, then make the row, in that order: a row never points at a file that is not there.
        Called within the transaction of what needs the file: undone, it leaves a file that `actions.strays` sweeps up.

        A picture is kept without what its camera noted (place, time, device); hash and size are those of what is kept.

        Raises FileRefused with an Indonesian sentence when the file is empty, above 10 MB, or of a type that the
        office does not take (told by its content, whatever its name says).
        """
        data = content if isinstance(content, bytes) else content.read(SIZE_LIMIT + 1)
        if not data:
            raise FileRefused(_("Berkas kosong. Pilih berkas yang berisi."))
        if len(data) > SIZE_LIMIT:
            raise FileRefused(_("Berkas lebih besar dari 10 MB. Kecilkan atau bagi menjadi beberapa berkas."))
        media_type = media_type_of(data)
        data = without_metadata(data, media_type)
        path = f"{secrets.token_hex(1)}/{secrets.token_hex(16)}"
        stored_as = private_storage().save(path, ContentFile(data))
        return cls.objects.create(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            media_type=media_type,
            name=neutral_name(name, media_type),
            stored_as=stored_as,
        )

    @classmethod
    def keep(cls, path: Path, name: str, media_type: str, sha256: str) -> "PrivateFile":
        """A file that the portal made itself, of any size, moved into the private storage; made like `store`."""
        with path.open("rb") as source:
            stored_as = private_storage().save(f"{secrets.token_hex(1)}/{secrets.token_hex(16)}", File(source))
        return cls.objects.create(
            sha256=sha256, size=path.stat().st_size, media_type=media_type, name=name[:120], stored_as=stored_as
        )

    def read(self) -> bytes:
        """The whole content. Only for the builder of letters and for `access.open_file`, which logs the reading."""
        with private_storage().open(self.stored_as) as source:
            return source.read()


class ReadLog(models.Model):
    """Who opened which private file, when and why (law.md §1.8, Ps 54)."""

    file = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="readings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("peran"), max_length=20)
    at = models.DateTimeField(_("waktu"))
    reason = models.CharField(_("keperluan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("catatan pembacaan")
        verbose_name_plural = _("catatan pembacaan")
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.file_id} {self.role} {self.at:%Y-%m-%d %H:%M}"
