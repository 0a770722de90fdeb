"""Sending a request (the last POST of /permohonan/baru/) against a bare insert in the same server, in the same run.

    python benchmarks/filing.py [--rounds 200] [--small]

Both go through the site's own WSGI application with its whole middleware, each with the cookies and the token of a
browser; no socket lies between, since it would add the same to both and flatter us. The floor is a view that inserts
one row with the posted text and redirects. Every sending is of another draft, written before and outside the measure.
Turn and turn about, CPU time. SQLite only. Prints one JSON document; exit 1 where a sending did not become a case or
the ratio passes its bound.
"""

import argparse
import atexit
import io
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="bench-filing-")
os.environ["DATABASE_URL"] = f"sqlite:///{os.environ['DATA_DIR']}/portal.sqlite3"

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect  # noqa: E402
from django.urls import include, path  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.views.decorators.http import require_POST  # noqa: E402

from ppid.actions import drafts  # noqa: E402
from ppid.models import CaseEvent, InformationRequest, Letter, MailRecord  # noqa: E402

atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

BOUND, AIM = 6.0, 3.0
SEND, BARE = "/permohonan/baru/kirim/", "/tolok-ukur/"
CSRF = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"
ANSWERS = {
    "details": "Rincian anggaran jalan desa 2026.", "purpose": "Bahan musyawarah desa.", "access_way": "copy",
    "copy_form": "soft", "delivery_way": "email", "kind": "person", "name": "Budi Contoh",
    "identity": "3201019876543210", "occupation": "Guru", "email": "budi@contoh.id", "phone": "081299998888",
    "address": "Jalan Contoh 1",
}  # fmt: skip


@require_POST
def bare(request: HttpRequest) -> HttpResponse:
    """What the least of servers would do with a form: one row."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bare_insert (text, at) VALUES (%s, %s)", [request.POST["draft"], timezone.now()])
    return HttpResponseRedirect("/permohonan/tanda-terima/")


# The benchmark is the address table: the site's, and the floor's beside it.
urlpatterns = [path(BARE[1:], bare), path("", include(settings.ROOT_URLCONF))]


def posted(address: str, token: str) -> dict[str, object]:
    """What a server hands to the application for one POST of a browser."""
    body = urlencode({"draft": token, "csrfmiddlewaretoken": CSRF}).encode()
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": address, "SCRIPT_NAME": "", "QUERY_STRING": "",
        "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "HTTP_HOST": "localhost:8000",
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_ACCEPT_LANGUAGE": "id",
        "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_COOKIE": f"csrftoken={CSRF}", "HTTP_ORIGIN": "http://localhost:8000",
        "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr,
        "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
    }  # fmt: skip


def spent(application, address: str, token: str) -> float:
    """Milliseconds from the environment to the last byte of the answer."""
    answers: list[str] = []
    environment = posted(address, token)
    started = time.process_time()
    answer = application(environment, lambda status, headers: answers.append(status))
    b"".join(answer)
    answer.close()
    took = (time.process_time() - started) * 1000
    assert answers[0].startswith("302"), (address, answers)
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--small", action="store_true", help="a smoke test: 5 rounds, no bound")
    options = parser.parse_args()
    rounds = 5 if options.small else options.rounds
    settings.ROOT_URLCONF = __name__
    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare_insert (id INTEGER PRIMARY KEY, text TEXT, at TEXT)")
    warm = 3
    tokens = [drafts.keep(token="", answers=ANSWERS, at=timezone.now()) for _ in range(rounds + warm)]
    application = get_wsgi_application()
    ours, floor = [], []
    for token in tokens:
        floor.append(spent(application, BARE, token))
        ours.append(spent(application, SEND, token))
    counts = {model.objects.count() for model in (InformationRequest, CaseEvent, Letter, MailRecord)}
    own, least = statistics.median(ours[warm:]), statistics.median(floor[warm:])
    agree, ratio = counts == {len(tokens)}, own / least
    report = {
        "benchmark": "filing", "filing_ms": round(own, 2), "floor_ms": round(least, 2), "ratio": round(ratio, 2),
        "bound": BOUND, "aim": AIM, "rounds": rounds, "agree": agree,
        "holds": agree and (options.small or ratio <= BOUND),
    }  # fmt: skip
    print(json.dumps(report))
    return 0 if report["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
