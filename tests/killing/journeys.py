"""What people do, step by step, so that it can be taken up again where a dead server left it."""

import datetime as dt
import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from portal import second_factor
from ppid import letters
from ppid.actions import drafts, queue
from ppid.models import DraftFile, InformationRequest, Letter, Role
from tests import factories, pictures
from tests.integration.citizen.asking import ANSWERS
from tests.integration.desk.test_moves import MOVE, NOTICE

ROUNDS = 15
PDF = b"%PDF-1.7 " + b"surat kuasa " * 400


class Stuck(AssertionError):
    """The queue did not become empty, however often it was swept."""


class Time:
    """The clock of a journey: it goes by itself and can be put forward. Begins on a day of the golden dates."""

    def __init__(self) -> None:
        self.real = timezone.now
        self.began = self.real()
        self.forward = dt.timedelta()
        timezone.now = self.now

    def stop(self) -> None:
        timezone.now = self.real

    def now(self) -> dt.datetime:
        return factories.moment(factories.TODAY, 10) + (self.real() - self.began) + self.forward


def work() -> None:
    """What the queue holds ready, by the worker that every installation runs."""
    Worker(
        queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
        worker_id="killed", excluded_queue_names=[],
    ).run()  # fmt: skip


def catch_up(time: Time) -> None:
    """As after a restart: the queue is swept as every minute, time goes on, until nothing is left to do."""
    for _round in range(ROUNDS):
        queue.sweep(at=timezone.now())
        work()
        if not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists():
            return
        time.forward += queue.STUCK_AFTER + dt.timedelta(seconds=1)
    left = DBTaskResult.objects.exclude(status="SUCCESSFUL")
    raise Stuck([(row.task_path, row.status, row.run_after, row.traceback[-600:]) for row in left])


class Journey:
    """Steps in their order; each knows whether it has happened."""

    steps: tuple[str, ...]

    def prepare(self) -> Any:
        """Lay out what stands before the first step; gives what is kept for it, which can be pickled."""
        raise NotImplementedError

    def begin(self, kept: Any) -> None:
        raise NotImplementedError

    def run(self) -> None:
        """Everything once, without an interruption."""
        for step in self.steps:
            getattr(self, step)()
            work()

    def resume(self, time: Time) -> None:
        """After a restart: first the queue, then whatever has not happened, as a person at the screen would do."""
        catch_up(time)
        for step in self.steps:
            if not getattr(self, f"has_{step}")():
                getattr(self, step)()
                catch_up(time)
        self.again()
        catch_up(time)

    def again(self) -> None:
        """What a person who saw no answer does once more."""

    def signed_in(self, kept: str) -> Client:
        client = Client(SERVER_NAME="localhost")
        client.cookies[settings.SESSION_COOKIE_NAME] = kept
        return client


class Filing(Journey):
    """A paper is added to what was written, and the request is sent."""

    steps = ("paper", "sending")

    def prepare(self) -> Any:
        factories.make_institution()
        answers = {name: value for step in ANSWERS.values() for name, value in step.items()}
        return drafts.keep(token="", answers=answers, at=timezone.now())

    def begin(self, kept: Any) -> None:
        self.token = kept
        self.client = Client(SERVER_NAME="localhost")

    def has_paper(self) -> bool:
        return DraftFile.objects.exists() or self.has_sending()

    def has_sending(self) -> bool:
        return InformationRequest.objects.exists()

    def paper(self) -> None:
        upload = SimpleUploadedFile("surat.pdf", PDF, "application/pdf")
        typed = {"draft": self.token, "file": upload, "role": ""}
        response = self.client.post("/permohonan/baru/berkas/", typed)
        assert response.status_code == 302, response.content.decode()[-3000:]

    def sending(self) -> None:
        response = self.client.post("/permohonan/baru/kirim/", {"draft": self.token})
        assert (response.status_code, response.url) == (302, "/permohonan/tanda-terima/")

    def again(self) -> None:
        self.sending()
        receipt = self.client.get("/permohonan/tanda-terima/")
        assert InformationRequest.objects.get().number in receipt.content.decode()


class Answering(Journey):
    """A notice is drafted, its signed file uploaded, its sending recorded with a proof."""

    steps = ("draft", "signed_file", "sending")

    def prepare(self) -> Any:
        factories.make_institution(government="Pemerintah Kabupaten Tirta Raya", office="Dinas Komunikasi")
        case = factories.file_case(at=factories.moment(factories.TODAY, 9))
        work()
        user = factories.make_officer(Role.PPID, name="Dra. Ratna Contoh, M.Si.", nip="197001011995032001")
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return case.pk, user.pk, client.cookies[settings.SESSION_COOKIE_NAME].value

    def begin(self, kept: Any) -> None:
        self.case, self.user, session = kept
        self.client = self.signed_in(session)

    @property
    def letter(self) -> Letter | None:
        return Letter.objects.filter(kind=Letter.Kind.NOTICE).first()

    def has_draft(self) -> bool:
        return self.letter is not None

    def has_signed_file(self) -> bool:
        return self.letter.signed_id is not None

    def has_sending(self) -> bool:
        return self.letter.sent_at is not None

    def draft(self) -> None:
        self._move("susun-pemberitahuan", NOTICE)

    def signed_file(self) -> None:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(letters.for_signature(self.letter))) as document:
            document.save(out, linearize=True)
        upload = SimpleUploadedFile("surat.pdf", out.getvalue(), "application/pdf")
        signer = self.letter.drafted_by.appointments.get()
        self._move("unggah-surat", {"upload": upload, "signed_on": "2026-11-23", "signer": signer.pk})

    def sending(self) -> None:
        proof = SimpleUploadedFile("resi.png", pictures.png(), "image/png")
        self._move("catat-penyampaian", {"sent_on": "2026-11-23", "how": "email", "proof": proof})

    def _move(self, slug: str, typed: dict[str, Any]) -> None:
        seen = InformationRequest.objects.get(pk=self.case).events.count()
        response = self.client.post(MOVE.format(self.case, slug), {**typed, "seen": seen})
        assert response.status_code == 302, response.content.decode()[-3000:]


JOURNEYS: dict[str, type[Journey]] = {"filing": Filing, "answering": Answering}


def prepared(name: str, folder: Path) -> None:
    """Lay a journey out in the present DATA_DIR, and keep beside it what its first step needs."""
    (folder / "kept.pickle").write_bytes(pickle.dumps(JOURNEYS[name]().prepare()))


def begun(name: str, folder: Path) -> Journey:
    second_factor.waived = lambda: True
    journey = JOURNEYS[name]()
    journey.begin(pickle.loads((folder / "kept.pickle").read_bytes()))
    return journey


def outbox() -> Iterator[bytes]:
    """Every message that the mail server took, as often as it took it."""
    for path in sorted(settings.OUTBOX_DIR.glob("*.log")) if settings.OUTBOX_DIR.exists() else ():
        yield path.read_bytes()
