"""The register and what else is made public."""

from disclosures.models.complaint import Complaint
from disclosures.models.entry import UNCLASSIFIED, UNCLASSIFIED_LABEL, EntryFile, InformationClass, RegisterEntry
from disclosures.models.mapping import CategoryWord, Domain, State, StatusWord
from disclosures.models.outcome import Outcome

__all__ = [
    "UNCLASSIFIED",
    "UNCLASSIFIED_LABEL",
    "CategoryWord",
    "Complaint",
    "Domain",
    "EntryFile",
    "InformationClass",
    "Outcome",
    "RegisterEntry",
    "State",
    "StatusWord",
]
