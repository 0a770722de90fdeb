"""A signing certificate that nobody trusts, and PAdES signatures made with it, as an e-sign service gives them back."""

import datetime as dt
import functools
import io

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore


@functools.cache
def signer(name: str = "Ratna Contoh") -> signers.SimpleSigner:
    """As good as any for telling whether a file was changed."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(7).not_valid_before(now).not_valid_after(now + dt.timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    der, pkcs8 = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(key.private_bytes(der, pkcs8, serialization.NoEncryption())),
        cert_registry=SimpleCertificateStore(),
    )


def signed(document: bytes, *, name: str = "Ratna Contoh", field: str = "TTE") -> bytes:
    """`document` with one more PAdES signature (ETSI.CAdES.detached), appended as a revision of its own."""
    out = io.BytesIO()
    signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(document)),
        signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES),
        signer=signer(name),
        output=out,
    )
    return out.getvalue()


def flipped(document: bytes, what: bytes = b"/Producer") -> bytes:
    """One byte of the signed text changed in its place."""
    place = document.index(what) + 2
    return document[:place] + bytes([document[place] ^ 1]) + document[place + 1 :]


def overlaid(document: bytes) -> bytes:
    """A later revision that draws over the first page, the signed bytes left as they are."""
    writer = IncrementalPdfFileWriter(io.BytesIO(document))
    from pyhanko.pdf_utils import generic

    page = writer.root["/Pages"]["/Kids"][0]
    ink = writer.add_object(generic.StreamObject(stream_data=b"1 0 0 rg 50 50 400 400 re f"))
    page[generic.NameObject("/Contents")] = generic.ArrayObject([page.raw_get("/Contents"), ink])
    writer.mark_update(page.container_ref)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
