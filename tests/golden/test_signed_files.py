"""What comes back signed: led to its draft, its signatures told, what was locked or changed refused."""

import io

import pikepdf
import pytest

from ppid import letters
from ppid.letters.signed import Link, inspect
from ppid.models import FileRefused, Letter
from tests import certificates, factories
from tests.golden import test_letters as golden
from tests.golden.test_letters import notice, receipt

pytestmark = pytest.mark.django_db
body = golden.body


def test_a_signed_file_is_led_back_to_its_draft(body):
    letter = notice()
    factories.run_queue()
    letter.refresh_from_db()
    letter.verify_code = Letter.objects.get(pk=letter.pk).verify_code
    known = {"code": letter.verify_code, "draft_sha256": letter.draft_sha256}
    naskah = letters.for_signature(letter)
    assert inspect(naskah, **known).link is Link.DRAFT
    assert inspect(naskah + b"\n% signature", naskah=lambda: naskah, **known).link is Link.SAME_TEXT
    assert inspect(naskah, code=letter.verify_code, draft_sha256="0" * 64).link is Link.CODE
    assert inspect(naskah, code="ABCDEFGHJKLM", draft_sha256="0" * 64).link is Link.NONE


@pytest.mark.parametrize(("owner", "said"), [("kunci", "terkunci"), ("skrip", "skrip")])
def test_a_locked_or_acting_pdf_is_refused(body, owner, said):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letters.build(receipt()))) as document:
        if owner == "kunci":
            document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
        else:
            document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
            document.save(out)
    with pytest.raises(FileRefused, match=said):
        inspect(out.getvalue(), code="X", draft_sha256="")


def test_an_electronic_signature_is_told_and_a_change_after_it_found(body):
    letter = notice()
    naskah = letters.for_signature(letter)
    signed = certificates.signed(naskah)
    findings = inspect(signed, code=letter.verify_code, draft_sha256="", naskah=lambda: naskah)
    assert findings.link is Link.SAME_TEXT
    [signature] = findings.signatures
    assert (signature.signer, signature.intact, signature.whole) == ("Ratna Contoh", True, True)
    assert not findings.broken
    assert inspect(certificates.flipped(signed), code=letter.verify_code, draft_sha256="").broken


def test_a_second_signature_is_an_addition_and_a_drawing_over_the_text_a_change(body):
    signed = certificates.signed(letters.for_signature(notice()))
    twice = inspect(certificates.signed(signed, name="Budi Contoh", field="TTE2"), code="X", draft_sha256="")
    assert [signature.signer for signature in twice.signatures] == ["Ratna Contoh", "Budi Contoh"]
    assert not twice.broken
    covered = inspect(certificates.overlaid(signed), code="X", draft_sha256="")
    [signature] = covered.signatures
    assert (signature.intact, signature.whole) == (True, False)
    assert covered.broken
