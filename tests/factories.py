"""Bodies, people and cases for tests, made the way the portal makes them: cases only by calling the actions.

Every function takes what matters to the test by keyword and fills in the rest. The days are those of law.md §7.4:
received on Monday 23 November 2026, the notice is due on Monday 7 December 2026.
"""

import datetime as dt
import functools
import io
import itertools
import uuid
from collections.abc import Sequence
from typing import Any

import pikepdf
from django.core.files.base import ContentFile
from django_tasks_db.models import DBTaskResult

from portal.models import User
from ppid.actions import exclusions, extensions, objections, requests
from ppid.law.decisions import GIVING, Decision, GivenPart, NoticeContent
from ppid.law.extension import ExtensionGround
from ppid.law.filing import AccessWay, Channel, CopyForm, DeliveryWay, Filing
from ppid.law.objections import Ground, ObjectionFiling
from ppid.models import (
    Appointment,
    ConsequenceTest,
    Exclusion,
    InformationRequest,
    Institution,
    Letter,
    Objection,
    PrivateFile,
    Role,
    StandingApproval,
    Tester,
    Unit,
)

JAKARTA = dt.timezone(dt.timedelta(hours=7))
TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=JAKARTA)
DUE = dt.date(2026, 12, 7)
PASSWORD = "kata-sandi-panjang-42"
_count = itertools.count(1)


def moment(day: dt.date, hour: int = 12, minute: int = 0) -> dt.datetime:
    """That day at that hour in Jakarta."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=JAKARTA)


def make_institution(**fields: Any) -> Institution:
    institution = Institution.load()
    wanted = {
        "name": "Pemerintah Kabupaten Tirta Raya",
        "short_name": "Kabupaten Tirta Raya",
        "city": "Tirta",
        **fields,
    }
    for name, value in wanted.items():
        setattr(institution, name, value)
    institution.save()
    make_standing_approval()
    return institution


def make_standing_approval(**fields: Any) -> StandingApproval:
    """The head's decree that approves written considerations beforehand, in force; one for each number."""
    wanted = {
        "number": "7/KEP/2026", "dated": dt.date(2026, 1, 2), "starts": dt.date(2026, 1, 2),
        "position": "Bupati Tirta Raya", "name": "Surya Contoh",
    }  # fmt: skip
    wanted |= fields
    return StandingApproval.objects.get_or_create(number=wanted.pop("number"), defaults=wanted)[0]


def make_unit(*, name: str = "", kind: str = Unit.Kind.ASSISTANT, **fields: Any) -> Unit:
    serial = next(_count)
    return Unit.objects.create(name=name or f"Dinas Contoh {serial}", code=f"unit-{serial}", kind=kind, **fields)


def make_user(*, email: str = "", name: str = "Sari Contoh", **fields: Any) -> User:
    return User.objects.create_user(email or f"orang{next(_count)}@contoh.go.id", PASSWORD, name=name, **fields)


def make_appointment(
    *, user: User | None = None, role: Role = Role.PPID, unit: Unit | None = None,
    starts: dt.date = dt.date(2020, 1, 1), **fields: Any,
) -> Appointment:  # fmt: skip
    if role == Role.ASSISTANT and unit is None:
        unit = make_unit()
    return Appointment.objects.create(user=user or make_user(), role=role, unit=unit, starts=starts, **fields)


def make_officer(role: Role = Role.PPID, *, unit: Unit | None = None, **fields: Any) -> User:
    """A user with one appointment in force."""
    user = make_user(**fields)
    make_appointment(user=user, role=role, unit=unit, position=f"Kepala Contoh selaku {Role(role).label}")
    return user


def filing(**fields: Any) -> Filing:
    wanted: dict[str, Any] = {
        "name": "Budi Contoh",
        "identity": "3201019876543210",
        "address": "Jalan Contoh 1, Tirta",
        "phone": "081200000000",
        "email": "budi@contoh.id",
        "occupation": "Guru",
        "details": "Salinan laporan realisasi anggaran tahun 2025.",
        "purpose": "Bahan ajar.",
        "access_way": AccessWay.COPY,
        "copy_form": CopyForm.SOFT,
        "delivery_way": DeliveryWay.EMAIL,
        "submission": str(uuid.uuid4()),
    }
    return Filing(**{**wanted, **fields})


def part(**fields: Any) -> GivenPart:
    wanted: dict[str, Any] = {
        "material": "Laporan realisasi anggaran tahun 2025.",
        "forms": (CopyForm.SOFT,),
        "delivery_way": DeliveryWay.EMAIL,
        "days": 0,
    }
    return GivenPart(**{**wanted, **fields})


def notice(**fields: Any) -> NoticeContent:
    """A lawful notice. Fields of a part said here are those of its only part; `parts` says them all."""
    of_part = {name: fields.pop(name) for name in list(fields) if name in GivenPart.__dataclass_fields__}
    wanted: dict[str, Any] = {
        "decision": Decision.GRANTED,
        "consideration": "Informasi ini terbuka dan termasuk informasi yang wajib tersedia setiap saat.",
        **fields,
    }
    if wanted["decision"] in GIVING:
        wanted.setdefault("parts", (part(**of_part),))
    return NoticeContent(**wanted)


def file_case(
    *, at: dt.datetime = NOON, channel: Channel = Channel.WEB, user: User | None = None, **fields: Any
) -> InformationRequest:
    """A registered request, received and registered at `at`; `fields` go to the filing."""
    return requests.file(filing=filing(**fields), channel=channel, received_at=at, at=at, acting_user=user).case


def draft_letter(case: InformationRequest, *, user: User | None = None, on: dt.date = TODAY, **fields: Any) -> Letter:
    """A notice with its draft file bound, as after the queue has run; a stand-in PDF spares the typesetting.

    Its written consideration is approved by the head's standing decree, unless it withholds something under Ps 17.
    """
    make_standing_approval()
    letter = requests.draft_notice(
        case=case, content=notice(**fields), acting_user=user or make_officer(), on=on, at=moment(on, 13)
    )
    return with_draft(letter)


def signed_upload(text: str = "surat bertanda tangan") -> ContentFile:
    """A scan as a PDF of one empty page; `text` makes one differ from another. It leads back to no draft."""
    return ContentFile(_page() + f"\n% {text}".encode(), name="surat.pdf")


@functools.cache
def _page() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out, static_id=True)
    return out.getvalue()


def answer_case(case: InformationRequest | None = None, *, on: dt.date = TODAY, **fields: Any) -> InformationRequest:
    """A request whose signed notice was sent on `on`."""
    case = case or file_case()
    officer = make_officer(Role.PPID)
    letter = draft_letter(case, user=officer, on=on, **fields)
    signer = Appointment.objects.get(user=officer)
    requests.attach_signed(
        compared=True,
        letter=letter,
        upload=signed_upload(),
        signed_on=on,
        signer=signer,
        acting_user=officer,
        on=on,
        at=moment(on, 14),
    )
    requests.record_sending(
        letter=letter, sent_on=on, how=Letter.SentHow.PORTAL, acting_user=officer, on=on, at=moment(on, 15)
    )
    case.refresh_from_db()
    return case


def run_queue() -> int:
    """Carry out what waits in the queue, as a worker would; gives how many tasks ran."""
    ran = 0
    while row := DBTaskResult.objects.ready().first():
        row.claim("test")
        result = row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
        row.set_successful(result)
        ran += 1
    return ran


def make_test_sheet(**fields: Any) -> ConsequenceTest:
    """A consequence test with one tester, both approvers and its signed sheet."""
    sheet = PrivateFile.store(f"%PDF-1.7 lembar uji {next(_count)}".encode(), "lembar uji.pdf")
    wanted = {
        "number": f"{next(_count)}/UK/2026", "tested_on": dt.date(2026, 1, 5), "place": "Tirta",
        "leader": "Bupati Tirta Raya", "superior": "Sekretaris Daerah", "sheet": sheet,
    }  # fmt: skip
    test = ConsequenceTest.objects.create(**{**wanted, **fields})
    Tester.objects.create(test=test, name="Sari Contoh", position="Kepala Bagian Hukum", unit="Sekretariat Daerah")
    return test


def make_exclusion(*, in_force: bool = True, **fields: Any) -> Exclusion:
    """Information withheld under 17H by a decree of 12 January 2026, with test sheet and files."""
    decree = PrivateFile.store(f"%PDF-1.7 keputusan {next(_count)}".encode(), "keputusan.pdf")
    wanted: dict[str, Any] = {
        "group": "IV. Rahasia pribadi", "information": "Data pribadi", "content": f"Data pribadi siswa {next(_count)}",
        "letters": "h", "basis": "UU 14/2008 Pasal 17 huruf h; UU 27/2022", "if_open": "Identitas anak tersebar.",
        "if_closed": "Anak terlindung.", "period": "selama_dibutuhkan", "period_words": "Selama anak bersekolah.",
        "set_on": dt.date(2026, 1, 12), "decree_number": "12/KEP/PPID/2026", "decree": decree,
        "test": fields.pop("test", None) or make_test_sheet(),
    }  # fmt: skip
    exclusion = Exclusion.objects.create(**{**wanted, **fields})
    return exclusions.put_in_force(exclusion=exclusion) if in_force else exclusion


def with_draft(letter: Letter) -> Letter:
    """The letter with a stand-in draft bound, as after the queue has run."""
    draft = PrivateFile.store(f"%PDF-1.7 konsep {letter.pk} {letter.revision}".encode(), "konsep.pdf")
    Letter.objects.filter(pk=letter.pk).update(draft=draft, draft_sha256=draft.sha256)
    letter.refresh_from_db()
    return letter


def extend_case(
    case: InformationRequest, *, on: dt.date = TODAY, days: int = 7, recorded_on: dt.date | None = None,
    user: User | None = None, how: str = Letter.SentHow.PORTAL, **more: Any,
) -> Letter:  # fmt: skip
    """A letter of extension drafted, signed and sent on `on`; `recorded_on` when its sending was written down later."""
    officer = user or make_officer(Role.PPID)
    letter = extensions.draft_extension(
        case=case, grounds=[ExtensionGround.NOT_OBTAINED], reason="Berkasnya masih di arsip daerah.", days=days,
        acting_user=officer, on=on, at=moment(on, 13),
    )  # fmt: skip
    letter = with_draft(letter)
    requests.attach_signed(
        compared=True, letter=letter, upload=signed_upload("perpanjangan"), signed_on=on,
        signer=Appointment.objects.get(user=officer), acting_user=officer, on=on, at=moment(on, 14),
    )  # fmt: skip
    day = recorded_on or on
    return requests.record_sending(
        letter=letter, sent_on=on, how=how, acting_user=officer, on=day, at=moment(day, 15), **more
    )


def object_to(
    case: InformationRequest | None, *, grounds: Sequence[Ground] = (Ground.NOT_ANSWERED,), at: dt.datetime = NOON,
    channel: Channel = Channel.WEB, user: User | None = None, **fields: Any,
) -> Objection:  # fmt: skip
    """A registered objection, received and registered at `at`; `fields` go to the filing."""
    wanted: dict[str, Any] = {
        "reasons": "Sampai hari ini tidak ada jawaban.", "position": "Permohonan diajukan, batas waktunya lewat.",
        "submission": str(uuid.uuid4()),
    }  # fmt: skip
    handed_in = ObjectionFiling(grounds=tuple(grounds), **{**wanted, **fields})
    return objections.file(
        filing=handed_in, channel=channel, received_at=at, at=at, request=case, acting_user=user
    ).case
