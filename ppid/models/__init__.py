from ppid.models.applicants import Applicant
from ppid.models.calendar import Decree, DecreeDay
from ppid.models.cases import Case, CaseFile, InformationRequest
from ppid.models.codes import SignInCode
from ppid.models.drafts import DraftFile, RequestDraft
from ppid.models.files import FileRefused, PrivateFile, ReadLog
from ppid.models.institution import Institution
from ppid.models.ledger import Deadline, TickRun
from ppid.models.letters import Letter
from ppid.models.log import CaseEvent
from ppid.models.mail import MailRecord
from ppid.models.numbering import NumberSeries
from ppid.models.people import Appointment, Role
from ppid.models.throttle import Throttle
from ppid.models.unit import Unit

__all__ = [
    "Applicant",
    "Appointment",
    "Case",
    "CaseEvent",
    "CaseFile",
    "Deadline",
    "Decree",
    "DecreeDay",
    "DraftFile",
    "FileRefused",
    "InformationRequest",
    "Institution",
    "Letter",
    "MailRecord",
    "NumberSeries",
    "PrivateFile",
    "ReadLog",
    "RequestDraft",
    "Role",
    "SignInCode",
    "Throttle",
    "TickRun",
    "Unit",
]
