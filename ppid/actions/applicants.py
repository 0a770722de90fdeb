"""The row of who asks or objects: each filing has its own, so that the register keeps it as it was given."""

from ppid.law.filing import Filing
from ppid.models import Applicant


def applicant_of(filing: Filing) -> Applicant:
    """A new row from what was handed in."""
    applicant = Applicant(
        kind=filing.kind, name=filing.name.strip(), address=filing.address.strip(), phone=filing.phone.strip(),
        email=filing.email.strip(), occupation=filing.occupation.strip(), foreign=filing.foreign,
        proxy_name=filing.proxy_name.strip(), proxy_phone=filing.proxy_phone.strip(),
        proxy_email=filing.proxy_email.strip(), proxy_address=filing.proxy_address.strip(),
    )  # fmt: skip
    applicant.special_needs = filing.special_needs.strip()
    applicant.identity = "".join(filing.identity.split())
    applicant.save(force_insert=True)
    return applicant


def same_applicant(before: Applicant) -> Applicant:
    """A new row for the same person's next filing."""
    applicant = Applicant(
        kind=before.kind, name=before.name, address=before.address, phone=before.phone, email=before.email,
        occupation=before.occupation, foreign=before.foreign, proxy_name=before.proxy_name,
        proxy_phone=before.proxy_phone, proxy_email=before.proxy_email, proxy_address=before.proxy_address,
    )  # fmt: skip
    applicant.special_needs = before.special_needs
    applicant.identity = before.identity
    applicant.save(force_insert=True)
    return applicant
