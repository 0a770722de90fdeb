"""A case as the kind it is: letters, mails and the log point at `Case`, and need the applicant that each kind has."""

from django.db.models import QuerySet

from ppid.models.cases import Case, InformationRequest
from ppid.models.disputes import Dispute
from ppid.models.objections import Objection

AnyCase = InformationRequest | Objection | Dispute


def rows(kind: str) -> "QuerySet[InformationRequest] | QuerySet[Objection] | QuerySet[Dispute]":
    """All cases of that kind, each with its applicant and unit."""
    if kind == Case.Kind.DISPUTE:
        return Dispute.objects.select_related("contested__applicant", "unit")
    if kind == Case.Kind.OBJECTION:
        return Objection.objects.select_related("applicant", "unit", "request")
    return InformationRequest.objects.select_related("applicant", "unit")


def whole(key: int) -> AnyCase:
    """The case of that key with its applicant and unit. One statement for a request, one
    more for each other kind."""
    found = InformationRequest.objects.select_related("applicant", "unit").filter(pk=key).first()
    if found is not None:
        return found
    objection = Objection.objects.select_related("applicant", "unit", "request").filter(pk=key).first()
    if objection is not None:
        return objection
    return Dispute.objects.select_related("contested__applicant", "unit").get(pk=key)
