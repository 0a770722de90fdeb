"""One of everything an address may name, and a sample path for every route of the site."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Page

from disclosures.models import RegisterEntry
from ppid.actions import unit_messages
from ppid.models import Role, Unit
from tests import factories

# Routes written as regular expressions, with a path that matches.
EXPRESSIONS = {
    r"^((?:[\w\-]+/)*)$": "profil/",
    r"^media/(?P<path>.*)$": "media/tidak-ada.txt",
    r"akun/^confirm-email/(?P<key>[-:\w]+)/$": "akun/confirm-email/abc/",
    r"akun/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "akun/password/reset/key/1-abc-def/",
    r"dokumen/^(\d+)/(.*)$": "dokumen/{document}/{document_name}",
    "sitemap-<section>.xml": "sitemap-halaman.xml",
}


@dataclass
class World:
    """The users by role and the keys that sample paths are filled with."""

    users: dict[str, Any]
    keys: dict[str, Any]


def make_world() -> World:
    factories.make_institution()
    own = factories.make_unit(name="Badan Keuangan")
    users: dict[str, Any] = {"anonim": None}
    for role in Role:
        users[role.value] = factories.make_officer(role, unit=own if role == Role.ASSISTANT else None)
    entry = RegisterEntry(summary="Anggaran", unit=own, info_class="berkala", maker="Bidang Anggaran")
    entry.save()
    entry.save_revision().publish()
    exclusion = factories.make_exclusion()
    case = factories.answer_case()
    letter = case.letters.get(kind="notice")
    objection = factories.object_to(case)
    message = unit_messages.ask(
        case=case, unit=factories.make_unit(), text="Apakah datanya ada?", files=[factories.signed_upload("data")],
        acting_user=users["petugas"], on=factories.TODAY, at=factories.moment(factories.TODAY, 16),
    )  # fmt: skip
    document = Document.objects.create(title="Contoh", file=ContentFile(b"contoh", name="contoh.txt"))
    page = Page.objects.filter(depth=3).first() or Page.objects.filter(depth=2).first()
    keys = {
        "entry": entry.pk, "exclusion": exclusion.pk, "test": exclusion.test_id, "decree": exclusion.decree_id,
        "case": case.pk, "objection": objection.pk, "letter": letter.pk, "document": document.pk,
        "document_name": document.filename, "page": page.pk if page else 1,
        "unit": own.pk, "unit_code": own.code, "user": users["ppid"].pk, "verify_code": letter.verify_code,
        "appointment": users["ppid"].appointments.get().pk, "revision": entry.latest_revision_id,
        "message": message.pk, "message_file": message.files.get().file_id,
        "file": letter.signed_id, "unit_of_body": Unit.objects.count(),
        "mail": case.mails.filter(template="received").get().pk,
        "standing": factories.make_standing_approval().pk,
    }  # fmt: skip
    return World(users, keys)


# (start of the route, parameter) -> key of the world; the first that fits. Whatever is not named becomes 1 or "abc".
PLACES = (
    ("admin/snippets/choose/ppid/consequencetest/", "pk", "test"),
    ("admin/snippets/choose/ppid/exclusion/", "pk", "exclusion"),
    ("admin/snippets/choose/disclosures/registerentry/", "pk", "entry"),
    ("admin/snippets/choose/ppid/appointment/", "pk", "appointment"),
    ("admin/snippets/choose/ppid/unit/", "pk", "unit"),
    ("admin/snippets/choose/ppid/standingapproval/", "pk", "standing"),
    ("admin/documents/chooser/", "pk", "document"),
    ("admin/pages/", "page_to_move_id", "page"),
    ("admin/pages/", "destination_id", "page"),
    ("admin/snippets/disclosures/registerentry/", "revision_id", "revision"),
    ("admin/snippets/disclosures/registerentry/", "pk", "entry"),
    ("admin/snippets/portal/", "pk", "page"),
    ("admin/snippets/ppid/unit/", "pk", "unit"),
    ("admin/snippets/ppid/standingapproval/", "pk", "standing"),
    ("admin/snippets/ppid/exclusion/", "pk", "exclusion"),
    ("admin/snippets/ppid/consequencetest/", "pk", "test"),
    ("admin/snippets/ppid/appointment/", "pk", "appointment"),
    ("admin/users/", "pk", "user"),
    ("admin/documents/", "document_id", "document"),
    ("admin/permohonan/pertanyaan/", "pk", "message"),
    ("admin/permohonan/pertanyaan/", "file_id", "message_file"),
    ("admin/keberatan/", "pk", "objection"),
    ("admin/permohonan/", "pk", "case"),
    ("admin/permohonan/", "letter_id", "letter"),
    ("admin/permohonan/surel/", "mail_id", "mail"),
    ("admin/permohonan/dasar/", "file_id", "decree"),
    ("admin/permohonan/", "file_id", "file"),
    ("admin/pages/", "page_id", "page"),
    ("admin/pages/", "parent_page_id", "page"),
    ("daftar-informasi/", "pk", "entry"),
    ("daftar-dikecualikan/", "pk", "exclusion"),
    ("unit/", "code", "unit_code"),
    ("verifikasi/", "code", "verify_code"),
)
CONVERTERS = {"int": "1", "uuid": "7b1d0a52-3b1e-4c5e-9a44-0d0f6f0c2f11", "slug": "abc", "str": "abc", "path": "abc"}


def sample(route: str, world: World) -> str:
    """A path of this route, with the world's keys where the table above names one."""
    path = EXPRESSIONS.get(route, route).format_map(_Braces(world.keys)) if route in EXPRESSIONS else route
    return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", lambda found: _fill(route, found, world), path)


class _Braces(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _fill(route: str, found: re.Match[str], world: World) -> str:
    converter, name = found.group(1) or "str", found.group(2)
    for start, parameter, key in PLACES:
        if route.startswith(start) and parameter == name:
            return str(world.keys[key])
    if route.startswith("admin/") and name == "pk":
        return "1"
    return CONVERTERS.get(converter, "1")
