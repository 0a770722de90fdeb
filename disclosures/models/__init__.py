"""The register and what else is made public."""

from disclosures.models.complaint import Complaint
from disclosures.models.mapping import CategoryWord, Domain, State, StatusWord
from disclosures.models.outcome import Outcome

__all__ = ["CategoryWord", "Complaint", "Domain", "Outcome", "State", "StatusWord"]
