"""The story's words of a request handed on to another body."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case, Forwarding
from ppid.queries.timeline_words import Words, iso_words

Payload = Mapping[str, object]


def _wished(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    return _("Pemohon menghendaki permohonannya diteruskan ke badan publik yang menguasainya (%(day)s).") % {
        "day": iso_words(payload.get("wished_on"))
    }


def _forwarded(case: Case, payload: Payload, units: Mapping[int, str]) -> str:
    how = str(payload.get("how", ""))
    return _("Diteruskan ke badan publik lain pada %(day)s (%(how)s). Waktu badan itu sejak diterimanya sendiri.") % {
        "day": iso_words(payload.get("forwarded_on")),
        "how": str(dict(Forwarding.How.choices).get(how, how)),
    }


WORDS: Mapping[str, Words] = {"forwarding_wished": _wished, "request_forwarded": _forwarded}
