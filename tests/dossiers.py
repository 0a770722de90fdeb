"""A signed dossier and signed checkpoints made in memory, with nothing but the pure rooms."""

import datetime as dt
import hashlib
import io
import json
import zipfile

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ppid.law import chain, checkpoint, dossier
from ppid.law.checkpoint import Head, State
from ppid.law.merkle import Tree

DAY = dt.date(2026, 11, 23)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
CASE = "7a1f2c44-0000-4000-8000-000000000001"


def public(key=KEY):
    return key.public_key().public_bytes_raw()


def pem(key=KEY):
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form)


def moment(number):
    return dt.datetime(2026, 11, 23, 5, tzinfo=dt.UTC) + dt.timedelta(minutes=number)


def events(count=6, case=CASE):
    """(event, hash) of one case, chained."""
    previous, made = chain.genesis(case), []
    for seq in range(1, count + 1):
        link = chain.Link(case, seq, "registered", None, "system", DAY, moment(seq), {"nomor": f"{seq}/é"}, previous)
        previous = chain.digest(link)
        made.append((link, previous))
    return made


def log(made):
    return b"".join(dossier.log_line(link, digest) for link, digest in made)


def heads_of(*logs):
    return [Head(made[-1][0].case, made[-1][0].seq, made[-1][1]) for made in logs]


def signed_checkpoint(heads, *, on=DAY, earlier=(), key=KEY):
    """The bytes of a checkpoint over those heads."""
    tree = Tree(checkpoint.leaf(head) for head in heads)
    document = checkpoint.document(tree, on=on, earlier=earlier, key=checkpoint.fingerprint(public(key)))
    return checkpoint.sealed(document, key.sign)


def state(heads, on):
    return State(on, len(heads), Tree(checkpoint.leaf(head) for head in heads).root().hex())


def members(made=None, *, key=KEY, heads=None):
    """Path to content of a whole dossier, in its folder."""
    made = made or events()
    heads = heads or heads_of(made)
    tree = Tree(checkpoint.leaf(head) for head in heads)
    proofs = [{**vars(head), "index": at, "nodes": tree.inclusion(at)} for at, head in enumerate(heads)]
    data = {
        "data/dokumen/001-tanda-bukti.pdf": b"%PDF-1.7 tanda bukti",
        "data/dokumen/002-lampiran.bin": bytes(range(256)),
        "data/indeks.json": b"[]",
        dossier.log_path("request", CASE): log(made),
        dossier.CHECKPOINT: signed_checkpoint(heads, key=key),
        dossier.PROOFS: json.dumps(proofs).encode(),
    }
    return packed({**data, **tags_of(data, key=key)})


def listing(contents):
    return dossier.manifest({path: hashlib.sha256(content).hexdigest() for path, content in contents.items()})


def tags_of(data, *, key=KEY):
    tags = {
        "bagit.txt": dossier.BAGIT,
        "bag-info.txt": dossier.bag_info([("Source-Organization", "Kabupaten Contoh")]),
        dossier.MANIFEST: dossier.manifest(
            {path: hashlib.sha256(content).hexdigest() for path, content in data.items()}
        ),
    }
    listed = dossier.manifest({path: hashlib.sha256(content).hexdigest() for path, content in tags.items()})
    signature = dossier.signature_line(checkpoint.fingerprint(public(key)), key.sign(listed))
    return {**tags, dossier.TAG_MANIFEST: listed, dossier.SIGNATURE: signature}


def packed(contents):
    return {f"berkas-{CASE}/{path}": content for path, content in contents.items()}


def zipped(contents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in contents.items():
            archive.writestr(path, content)
    return out.getvalue()
