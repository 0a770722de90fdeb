"""A case as the kind it is: letters, mails and the log point at `Case`, and need the applicant that each kind has."""

from django.db.models import QuerySet

from ppid.models.cases import Case, InformationRequest
from ppid.models.objections import Objection

AnyCase = InformationRequest | Objection


def rows(kind: str) -> "QuerySet[InformationRequest] | QuerySet[Objection]":
    """All cases of that kind, each with its applicant and unit."""
    if kind == Case.Kind.OBJECTION:
        return Objection.objects.select_related("applicant", "unit", "request")
    return InformationRequest.objects.select_related("applicant", "unit")


def whole(key: int) -> AnyCase:
    """The case of that key with its applicant and unit. One statement for a request, two for another kind."""
    found = InformationRequest.objects.select_related("applicant", "unit").filter(pk=key).first()
    return found if found is not None else Objection.objects.select_related("applicant", "unit", "request").get(pk=key)
