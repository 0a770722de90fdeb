from ppid.models.applicants import Applicant
from ppid.models.approvals import Approval, StandingApproval
from ppid.models.calendar import Decree, DecreeDay
from ppid.models.cases import Case, CaseFile, InformationRequest
from ppid.models.checkpoints import Checkpoint, LogHead, PublishedKey
from ppid.models.codes import SignInCode
from ppid.models.complaints import ComplaintHandover
from ppid.models.completions import Completion, CompletionFile
from ppid.models.deliveries import Delivery
from ppid.models.dispositions import Disposition
from ppid.models.disputes import CommissionDecision, Dispute, DisputeReason, DisputeStage, Hearing
from ppid.models.dossiers import Dossier
from ppid.models.drafts import DraftFile, RequestDraft
from ppid.models.exclusions import ConsequenceTest, Exclusion, Tester
from ppid.models.fees import CopyRequest, Payment
from ppid.models.files import FileRefused, PrivateFile, ReadLog
from ppid.models.forwardings import Forwarding
from ppid.models.holds import Hold
from ppid.models.incoming import FetchedMessage, IncomingMail, MailDecision, MailFile, MailReading
from ppid.models.institution import Institution
from ppid.models.intake import Intake
from ppid.models.kinds import AnyCase, whole
from ppid.models.ledger import Deadline, TickRun
from ppid.models.letters import Letter
from ppid.models.log import CaseEvent
from ppid.models.mail import MailRecord
from ppid.models.numbering import NumberSeries
from ppid.models.objections import (
    MissingNote,
    Objection,
    ObjectionDraft,
    ObjectionGround,
    Reply,
    Settlement,
)
from ppid.models.party import ApplicantEnding, CaseFlag, PartWithdrawal
from ppid.models.people import Appointment, Role, unit_addresses
from ppid.models.register_log import RegisterReading
from ppid.models.review import Invitation, Opening, RoomVisit, SealedDocument
from ppid.models.subjects import PublicSubject
from ppid.models.throttle import Throttle
from ppid.models.unit import Unit
from ppid.models.unit_messages import UnitMessage, UnitMessageFile
from ppid.models.viewings import Viewing

__all__ = [
    "AnyCase",
    "Applicant",
    "ApplicantEnding",
    "Appointment",
    "Approval",
    "Case",
    "CaseEvent",
    "CaseFile",
    "CaseFlag",
    "Checkpoint",
    "CommissionDecision",
    "ComplaintHandover",
    "Completion",
    "CompletionFile",
    "ConsequenceTest",
    "CopyRequest",
    "Deadline",
    "Decree",
    "DecreeDay",
    "Delivery",
    "Disposition",
    "Dispute",
    "DisputeReason",
    "DisputeStage",
    "Dossier",
    "DraftFile",
    "Exclusion",
    "FetchedMessage",
    "FileRefused",
    "Forwarding",
    "Hearing",
    "Hold",
    "IncomingMail",
    "InformationRequest",
    "Institution",
    "Intake",
    "Invitation",
    "Letter",
    "LogHead",
    "MailDecision",
    "MailFile",
    "MailReading",
    "MailRecord",
    "MissingNote",
    "NumberSeries",
    "Objection",
    "ObjectionDraft",
    "ObjectionGround",
    "Opening",
    "PartWithdrawal",
    "Payment",
    "PrivateFile",
    "PublicSubject",
    "PublishedKey",
    "ReadLog",
    "RegisterReading",
    "Reply",
    "RequestDraft",
    "Role",
    "RoomVisit",
    "SealedDocument",
    "Settlement",
    "SignInCode",
    "StandingApproval",
    "Tester",
    "Throttle",
    "TickRun",
    "Unit",
    "UnitMessage",
    "UnitMessageFile",
    "Viewing",
    "unit_addresses",
    "whole",
]
