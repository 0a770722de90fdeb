"""Acts of the PPID on excluded information: taking a printed list over, setting by decree (PERKI 1/2021 Ps 49-52)."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from ppid.law.refusals import Invalid, Problem, say
from ppid.models import Exclusion, Institution


@transaction.atomic
def take_over(*, created: Sequence[Exclusion], updated: Sequence[Exclusion]) -> None:
    """Write rows of a printed list: new ones LISTED, changed ones as they are. The caller has judged them."""
    for exclusion in created:
        exclusion.status = Exclusion.Status.LISTED
        exclusion.save(force_insert=True)
    for exclusion in updated:
        exclusion.save()


def problems_of(exclusion: Exclusion, institution: Institution) -> tuple[Problem, ...]:
    """What is missing before this row may be in force: the sheet of Annex II whole, the decree of Annex III, the files.

    Empty when a refusal may rest on it.
    """
    found: list[Problem] = []
    test = exclusion.test
    if test is None:
        found.append(Problem("test", say("Pilih lembar uji konsekuensi: pengujian mendahului penetapan (Pasal 19).")))
    else:
        leads = institution.exclusion_approver == Institution.ExclusionApprover.LEADER
        found += exclusion.as_test(approver=test.leader if leads else test.superior).problems()
        if test.sheet_id is None:
            found.append(Problem("test", say("Lembar uji bertanda tangan belum dimuat pada uji konsekuensi itu.")))
        if exclusion.set_on and exclusion.set_on < test.tested_on:
            found.append(Problem("set_on", say("Keputusan mendahului pengujiannya. Periksa tanggalnya (Pasal 19).")))
    if exclusion.verdict == Exclusion.Verdict.OPEN:
        found.append(Problem("verdict", say("Hasil ujinya terbuka: tidak ada yang dapat dikecualikan.")))
    if not exclusion.decree_number.strip():
        found.append(Problem("decree_number", say("Tulis nomor keputusan penetapan klasifikasi (Lampiran III).")))
    if exclusion.set_on is None:
        found.append(Problem("set_on", say("Isi tanggal keputusan penetapan klasifikasi (Lampiran III).")))
    if exclusion.decree_id is None:
        found.append(Problem("decree", say("Muat berkas keputusan: penolakan melampirkannya (PERKI 1/2021 Ps 34).")))
    return tuple(found)


@transaction.atomic
def put_in_force(*, exclusion: Exclusion) -> Exclusion:
    """The decree sets it. Raises Invalid with everything that would annul it."""
    if problems := problems_of(exclusion, Institution.load()):
        raise Invalid(problems)
    exclusion.status = Exclusion.Status.IN_FORCE
    exclusion.save()
    return exclusion


@transaction.atomic
def open_expired(*, on: dt.date) -> int:
    """What nobody declared open is open by itself on its end date (PP 61/2010 Ps 11); gives how many were.

    It is the status that changes; a file goes out only after a person looked for other exemptions.
    """
    shown = (Exclusion.Status.LISTED, Exclusion.Status.IN_FORCE)
    over = list(Exclusion.objects.select_for_update().filter(status__in=shown, ends_on__lte=on))
    for exclusion in over:
        exclusion.status = Exclusion.Status.OPENED
        exclusion.save(update_fields=["status", "identity", "updated_at"])
    return len(over)
