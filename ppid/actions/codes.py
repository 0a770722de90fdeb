"""The e-mailed one-time code: six digits, fifteen minutes, five attempts, one use."""

import datetime as dt
import hmac
import secrets

from django.db import transaction
from django.db.models import F

from ppid.actions import mail
from ppid.actions.log import locked_any
from ppid.law.procedure import Unlawful
from ppid.law.refusals import say
from ppid.models import Case, MailRecord, SignInCode
from ppid.models.sealed import blind_index

LASTS = dt.timedelta(minutes=15)
ATTEMPTS = 5
# Six codes an hour with five attempts each leave a guesser one chance in 33,000 an hour.
MOST_PER_HOUR = 6


@transaction.atomic
def send_code(*, case: Case, at: dt.datetime) -> SignInCode:
    """Make a code and mail it to the applicant; the codes before it open nothing any more.

    Raises Unlawful when the request has no e-mail address (the desk helps then) or asked too often.
    """
    fresh = locked_any(case)
    if not fresh.applicant.mail_address:
        raise Unlawful(
            say("Permohonan ini tidak mencantumkan surel. Hubungi petugas dengan menyebut nomor pendaftaran.")
        )
    if SignInCode.objects.filter(case_id=fresh.pk, created_at__gt=at - dt.timedelta(hours=1)).count() >= MOST_PER_HOUR:
        raise Unlawful(
            say("Kode sudah beberapa kali dikirim. Periksa kotak masuk dan spam Anda, atau coba lagi satu jam lagi.")
        )
    digits = f"{secrets.randbelow(1_000_000):06d}"
    SignInCode.objects.filter(case_id=fresh.pk, used_at__isnull=True, expires_at__gt=at).update(expires_at=at)
    code = SignInCode.objects.create(
        case_id=fresh.pk, digest=_digest(fresh, digits), created_at=at, expires_at=at + LASTS, attempts_left=ATTEMPTS
    )
    mail.enqueue(
        mail.prepared(fresh, MailRecord.Template.SIGN_IN_CODE, MailRecord.Audience.APPLICANT, at=at, secret=digits)
    )
    return code


@transaction.atomic
def redeem(*, case: Case, code: str, at: dt.datetime) -> bool:
    """Whether `code` (typed with any spaces) is the one in force. Each try costs one; the right one is spent."""
    current = (
        SignInCode.objects.select_for_update()
        .filter(case_id=case.pk, used_at__isnull=True, expires_at__gt=at, attempts_left__gt=0)
        .order_by("-created_at", "-pk")
        .first()
    )
    if current is None:
        return False
    if hmac.compare_digest(current.digest, _digest(case, "".join(code.split()))):
        SignInCode.objects.filter(pk=current.pk).update(used_at=at)
        return True
    SignInCode.objects.filter(pk=current.pk).update(attempts_left=F("attempts_left") - 1)
    return False


def _digest(case: Case, digits: str) -> str:
    return blind_index("sign-in", f"{case.reference}:{digits}")
