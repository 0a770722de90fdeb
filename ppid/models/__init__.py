from ppid.models.calendar import Decree, DecreeDay, DecreeRemoval
from ppid.models.institution import Institution
from ppid.models.people import Appointment, Role
from ppid.models.unit import Unit

__all__ = ["Appointment", "Decree", "DecreeDay", "DecreeRemoval", "Institution", "Role", "Unit"]
