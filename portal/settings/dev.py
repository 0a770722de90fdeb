"""The embedded default: SQLite, embedded search, mail in the console. What `make demo` serves, on loopback."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DEBUG_WANTED

DEBUG = DEBUG_WANTED
DEMO_MAY_WAIVE_MFA = True
# Files are served from where they lie; WhiteNoise still wants its (empty) folder.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
