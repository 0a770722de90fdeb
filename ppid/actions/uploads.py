"""Files that an officer hands to a move: stored, or refused at their field."""

from django.core.files import File

from ppid.law.refusals import Invalid, Problem, say
from ppid.models import AnyCase, CaseFile, FileRefused, PrivateFile

# A letter is a PDF with an electronic signature, or a scan of the wet-ink original; a proof is the same.
PAPER_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png"})


def stored_paper(upload: File, *, field: str = "upload", name: str = "surat") -> PrivateFile:
    """The file as a private one. Raises Invalid at `field` for anything but a readable PDF, JPEG or PNG."""
    try:
        kept = PrivateFile.store(upload, upload.name or name)
    except FileRefused as error:
        raise Invalid([Problem(field, str(error))]) from error
    if kept.media_type not in PAPER_TYPES:
        raise Invalid([Problem(field, say("Berkas ini harus PDF, JPG atau PNG. Pilih berkas lain."))])
    return kept


def kept_proof(case: AnyCase, proof: File | None, *, field: str = "proof") -> PrivateFile | None:
    """A postal slip, a signed receipt or a screen shot, kept with the case; None where there is none."""
    if proof is None:
        return None
    kept = stored_paper(proof, field=field, name="bukti")
    CaseFile.objects.create(case_id=case.pk, file=kept, role=CaseFile.Role.PROOF)
    return kept
