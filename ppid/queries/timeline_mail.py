"""The story's words of mails that failed."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ppid.models import Case, MailRecord
from ppid.queries.timeline_words import Words


def _template(payload: Mapping[str, object]) -> str:
    template = str(payload.get("template", ""))
    return str(dict(MailRecord.Template.choices).get(template, template))


def _again(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Surel “%(template)s” dikirim ulang setelah gagal.") % {"template": _template(payload)}


def _handled(case: Case, payload: Mapping[str, object], units: Mapping[int, str]) -> str:
    return _("Surel “%(template)s” tidak sampai; isinya disampaikan dengan cara lain.") % {
        "template": _template(payload)
    }


WORDS: Mapping[str, Words] = {"mail_sent_again": _again, "mail_handled": _handled}
