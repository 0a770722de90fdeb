"""The day's checkpoint by mail, to whoever outside the body keeps it as a witness."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from ppid.law.calendar import written
from ppid.law.checkpoint import printed
from ppid.models import Checkpoint, Institution


def send_checkpoint(row: Checkpoint) -> None:
    """One message to each address, none of which sees another. Raises whatever the mail server says."""
    institution = Institution.load()
    with translation.override("id"):
        subject = _("Titik periksa catatan kasus, %(day)s") % {"day": written(row.on)}
        body = _(
            "%(body)s menandatangani titik periksa atas %(size)d kepala catatan kasus pada %(day)s.\n\n"
            "Kode: %(code)s\nAkar: %(root)s\n\nSimpan berkas terlampir. Dengan berkas ini dapat dibuktikan kemudian "
            "bahwa catatan sebelum hari itu tidak diubah. Cara memeriksanya: %(address)s\n"
        ) % {
            "body": institution.name, "size": row.tree_size, "day": written(row.on), "code": printed(row.root),
            "root": row.root, "address": f"{settings.SITE_URL}/integritas/",
        }  # fmt: skip
    for number, address in enumerate(institution.checkpoint_recipients):
        mail = EmailMultiAlternatives(
            subject=subject, body=body, from_email=settings.DEFAULT_FROM_EMAIL, to=[address],
            headers={
                "Message-ID": f"<titik-periksa-{row.on}-{number}@{urlsplit(settings.SITE_URL).hostname}>",
                "Auto-Submitted": "auto-generated",
            },
        )  # fmt: skip
        mail.attach(f"titik-periksa-{row.on}.json", row.document, "application/json")
        mail.send()
