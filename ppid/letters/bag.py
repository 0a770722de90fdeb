"""Writing a dossier: the archive of `ppid.law.dossier`, signed, then re-opened and verified before anyone has it."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from ppid import verify
from ppid.law import checkpoint
from ppid.law import dossier as law
from ppid.law.dossier import Document
from ppid.letters import render
from ppid.letters.binder import Binder, Bound
from ppid.models import Institution
from ppid.models.signing import SigningKey
from ppid.queries.dossier import Snapshot, Source

Progress = Callable[[int, int], object]
# A fixed moment for every member: the same snapshot gives the same bytes.
_EPOCH = (2000, 1, 1, 0, 0, 0)


class NotWhole(Exception):
    """The archive does not verify: a file changed on disk, or a log does not hold. The text names what."""


@dataclass(frozen=True)
class IndexPage:
    title: str
    body: str
    number: str
    on: object
    address: str
    lines: Sequence[Document]

    @property
    def sealed(self) -> bool:
        return any(line.sealed for line in self.lines)


@dataclass(frozen=True)
class Written:
    sha256: str
    size: int
    documents: int
    events: int


def write(snapshot: Snapshot, out: Path, *, key: SigningKey, progress: Progress = lambda done, total: None) -> Written:
    """Write the archive to `out`. Raises NotWhole; then nothing is left at `out`."""
    try:
        documents = _write(snapshot, out, key, progress)
        _verify(out, key)
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    digest = hashlib.sha256()
    with out.open("rb") as source:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
    return Written(digest.hexdigest(), out.stat().st_size, documents, snapshot.events)


def _verify(out: Path, key: SigningKey) -> None:
    try:
        archive = verify.Dossier(out)
        archive.verify({key.fingerprint: key.public_bytes})
    except verify.Rusak as error:
        raise NotWhole(str(error)) from error
    if archive.faults:
        raise NotWhole(archive.faults[0])


class _Bag:
    """Members written into the archive, each hashed on the way."""

    def __init__(self, archive: zipfile.ZipFile, top: str) -> None:
        self.archive, self.top = archive, top
        self.digests: dict[str, str] = {}

    def put(self, path: str, content: bytes, *, packed: bool = True) -> None:
        info = zipfile.ZipInfo(f"{self.top}/{path}", _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        self.archive.writestr(info, content)
        self.digests[path] = hashlib.sha256(content).hexdigest()

    def put_json(self, path: str, content: object) -> None:
        self.put(path, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")


def _write(snapshot: Snapshot, out: Path, key: SigningKey, progress: Progress) -> int:
    top = f"berkas-{snapshot.case.reference}"
    total = len(snapshot.sources) + 2
    binder, plain = Binder(), []
    with zipfile.ZipFile(out, "w", allowZip64=True) as archive, tempfile.TemporaryDirectory() as scratch:
        bag = _Bag(archive, top)
        for number, source in enumerate(snapshot.sources, 1):
            plain.append(_document(bag, binder, number, source))
            progress(number, total)
        bound = Path(scratch, "berkas.pdf")
        documents = _bind(snapshot, plain, binder, bound)
        progress(total - 1, total)
        bag.put(law.BINDER, bound.read_bytes(), packed=False)
        bag.put_json(law.INDEX, _index(snapshot, documents))
        for log in snapshot.logs:
            bag.put(law.log_path(log.kind, log.reference), log.lines)
        bag.put_json(law.LEDGER, list(snapshot.ledger))
        if snapshot.checkpoint:
            bag.put(law.CHECKPOINT, snapshot.checkpoint)
            bag.put_json(law.PROOFS, list(snapshot.proofs))
        _sign(bag, snapshot, key)
        progress(total, total)
    return len(documents)


def _document(bag: _Bag, binder: Binder, number: int, source: Source) -> Document:
    file = source.file
    document = Document(
        number=number, title=source.title, case=str(source.case.reference), day=source.day,
        media_type=file.media_type, sha256=file.sha256, size=file.size, sealed=source.sealed,
    )  # fmt: skip
    if source.sealed:
        binder.add("", b"")
        return document
    content = file.read()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise NotWhole(f"{document.path}: berkas di tempat penyimpanan berubah sejak disimpan")
    # Pictures and PDF are packed already.
    bag.put(document.path, content, packed=not file.media_type.startswith(("image/", "application/")))
    binder.add(file.media_type, content)
    return document


def _bind(snapshot: Snapshot, plain: Sequence[Document], binder: Binder, out: Path) -> list[Document]:
    title = f"Berkas perkara {snapshot.case.number}"

    def placed(places: Sequence[Bound]) -> list[Document]:
        return [
            Document(**{**vars(one), "page": place.page, "pages": place.pages})
            for one, place in zip(plain, places, strict=True)
        ]

    def index(places: Sequence[Bound]) -> bytes:
        page = IndexPage(
            title=title, body=Institution.load().name, number=snapshot.case.number, on=snapshot.on,
            address=f"{settings.SITE_URL}/integritas/", lines=placed(places),
        )  # fmt: skip
        with translation.override("id"):
            return render.pdf(render_to_string("ppid/letters/binder_index.html", {"page": page}))

    return placed(binder.finish(index, out, title))


def _index(snapshot: Snapshot, documents: Sequence[Document]) -> Mapping[str, object]:
    return {
        "case": str(snapshot.case.reference),
        "kind": snapshot.case.kind,
        "number": snapshot.case.number,
        "audience": snapshot.audience,
        "as_of": snapshot.on.isoformat(),
        "logs": [{"kind": log.kind, "case": log.reference, "events": log.events} for log in snapshot.logs],
        "documents": [one.as_json() for one in documents],
    }


def _sign(bag: _Bag, snapshot: Snapshot, key: SigningKey) -> None:
    data = dict(bag.digests)
    facts = (
        ("Source-Organization", Institution.load().name),
        ("External-Identifier", snapshot.case.number),
        ("Bagging-Date", snapshot.on.isoformat()),
        ("Bag-Software-Agent", "Portal PPID"),
    )
    bag.digests.clear()
    bag.put("bagit.txt", law.BAGIT)
    bag.put("bag-info.txt", law.bag_info(facts))
    bag.put(law.MANIFEST, law.manifest(data))
    tags = law.manifest(bag.digests)
    bag.put(law.TAG_MANIFEST, tags)
    bag.put(law.SIGNATURE, law.signature_line(checkpoint.fingerprint(key.public_bytes), key.sign(tags)))
