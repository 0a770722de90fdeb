"""What each role may open in the editors' rooms: one table, kept in Django groups because Wagtail asks groups.

The groups mirror the appointments in force (`sync`): at sign-in, when an appointment is saved, and once a day. The
door itself (portal.middleware.OfficersOnly) looks at the appointments, so that an ended one shuts at once.
"""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.models.user import User
from ppid.models import Appointment, Role

# Who works in the Wagtail admin at all. Commission reviewers never do (architecture.md, The rooms).
ADMIN_ROLES = frozenset(Role) - {Role.REVIEWER}

_ENTRY = "disclosures.{}_registerentry"
_EDIT = ("add", "change", "publish", "lock", "unlock", "view")


def _entry(*verbs: str) -> tuple[str, ...]:
    return tuple(_ENTRY.format(verb) for verb in verbs)


_OFFICER = ("wagtailadmin.access_admin",)
_MAPPINGS = tuple(
    f"disclosures.{verb}_{model}"
    for model in ("domain", "statusword", "categoryword")
    for verb in ("add", "change", "delete", "view")
)
# PERKI 1/2021 Ps 10(2): the PPID tests and sets; the superior reads what is to be approved.
_EXCLUSIONS = tuple(
    f"ppid.{verb}_{model}" for model in ("exclusion", "consequencetest") for verb in ("add", "change", "view")
)
_EXCLUSIONS_READ = ("ppid.view_exclusion", "ppid.view_consequencetest")
_STANDING = tuple(f"ppid.{verb}_standingapproval" for verb in ("add", "change", "view"))
_UNITS = tuple(f"ppid.{verb}_unit" for verb in ("add", "change", "view"))

PERMISSIONS: dict[str, tuple[str, ...]] = {
    Role.FRONT_DESK: _OFFICER,
    Role.ASSISTANT: (*_OFFICER, *_entry(*_EDIT)),
    Role.PPID: (
        *_OFFICER,
        *_entry(*_EDIT, "delete"),
        *_MAPPINGS,
        *_UNITS,
        *_EXCLUSIONS,
        *_STANDING,
        "disclosures.approve_outcome",
        "ppid.change_institution",
    ),
    Role.SUPERIOR: (*_OFFICER, *_EXCLUSIONS_READ, *_STANDING),
    Role.EDITOR: (*_OFFICER, *_entry(*_EDIT)),
    Role.ADMINISTRATOR: (
        *_OFFICER,
        *_entry(*_EDIT, "delete"),
        *_MAPPINGS,
        *_UNITS,
        "ppid.delete_unit",
        *_STANDING,
        "ppid.change_institution",
        "portal.add_user",
        "portal.change_user",
        "ppid.add_appointment",
        "ppid.change_appointment",
        "ppid.view_appointment",
        "portal.change_sitesettings",
        "wagtailcore.add_site",
        "wagtailcore.change_site",
    ),
}
PAGES: dict[str, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.PPID: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
    Role.ADMINISTRATOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
# Files that entries and pages show; never a case's.
FILES: dict[str, tuple[str, ...]] = dict.fromkeys(
    (Role.ASSISTANT, Role.PPID, Role.EDITOR, Role.ADMINISTRATOR),
    ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"),
)


def group_name(role: str) -> str:
    return f"peran:{role}"


def ensure_groups(**_signal: object) -> None:
    """Give every role its group with just the permissions of the tables above. Run after each `migrate`."""
    if not Permission.objects.filter(codename="access_admin").exists():
        return
    for role in ADMIN_ROLES:
        group, _ = Group.objects.get_or_create(name=group_name(role))
        group.permissions.set(_permissions(PERMISSIONS[role]))
        _grant_pages(group, PAGES.get(role, ()))
        _grant_files(group, FILES.get(role, ()))


def _permissions(names: Iterable[str]) -> list[Permission]:
    wanted = {tuple(name.split(".", 1)) for name in names}
    rows = Permission.objects.filter(codename__in={codename for _, codename in wanted}).select_related("content_type")
    return [row for row in rows if (row.content_type.app_label, row.codename) in wanted]


def _grant_pages(group: Group, codenames: Iterable[str]) -> None:
    root = Page.objects.filter(depth=1).first()
    GroupPagePermission.objects.filter(group=group).exclude(permission__codename__in=codenames).delete()
    for permission in Permission.objects.filter(codename__in=codenames, content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_files(group: Group, codenames: Iterable[str]) -> None:
    root = Collection.get_first_root_node()
    apps = ("wagtailimages", "wagtaildocs")
    for permission in Permission.objects.filter(codename__in=codenames, content_type__app_label__in=apps):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def sync(user: User, on: dt.date) -> None:
    """Make the user's role groups those of the appointments in force on `on`; other groups stay as they are."""
    roles = Appointment.objects.on(on).filter(user=user).values_list("role", flat=True)
    wanted = {group_name(role) for role in roles}
    held = set(user.groups.filter(name__startswith="peran:").values_list("name", flat=True))
    user.groups.remove(*Group.objects.filter(name__in=held - wanted))
    user.groups.add(*Group.objects.filter(name__in=wanted - held))


def sync_all(on: dt.date) -> None:
    """The daily round over everybody who has ever been appointed."""
    for user in User.objects.filter(appointments__isnull=False).distinct():
        sync(user, on)
