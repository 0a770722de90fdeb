"""The kinds of refusal of law.md §1.4: what each needs, who approves, and what leaves with it."""

import datetime as dt

import pytest

from ppid.actions import refusals, requests
from ppid.actions.log import first_fault
from ppid.law.decisions import Decision
from ppid.law.exemptions import Ground
from ppid.law.refusals import Invalid, Unlawful
from ppid.law.withholding import Passage
from ppid.models import Appointment, CaseFile, Exclusion, Letter, Role
from tests import factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db


def passage(exclusion, ground=Ground.H):
    return Passage(exclusion=exclusion.pk, ground=ground, matter="Nomor induk siswa", reason="Rahasia pribadi siswa.")


class Office:
    """A PPID, a superior, a request and the exclusion that names what is asked."""

    def __init__(self):
        self.case = factories.file_case()
        self.ppid = factories.make_officer(Role.PPID)
        self.superior = factories.make_officer(Role.SUPERIOR)
        self.exclusion = factories.make_exclusion()

    def draft(self, **fields):
        wanted = {"decision": Decision.REFUSED_17, "passages": (passage(self.exclusion),), **fields}
        return factories.draft_letter(self.case, user=self.ppid, **wanted)

    def said(self, user=None, hour=13, on=TODAY):
        return {"acting_user": user or self.ppid, "on": on, "at": moment(on, hour)}

    def propose(self, letter):
        return refusals.propose(letter=letter, **self.said())

    def approve(self, letter, user=None, on=TODAY):
        upload = factories.signed_upload("persetujuan")
        return refusals.approve(letter=letter, upload=upload, **self.said(user or self.superior, 14, on))

    def sign(self, letter, *, signed_on=TODAY, on=TODAY):
        return requests.attach_signed(
            compared=True, letter=letter, upload=factories.signed_upload(), signed_on=signed_on,
            signer=Appointment.objects.get(user=self.ppid, role=Role.PPID), **self.said(hour=15, on=on),
        )  # fmt: skip

    def send(self, letter, *, sent_on=TODAY, on=TODAY):
        said = self.said(hour=16, on=on)
        return requests.record_sending(letter=letter, sent_on=sent_on, how=Letter.SentHow.PORTAL, **said)


@pytest.fixture
def office():
    return Office()


def test_a_ps_17_refusal_goes_ppid_superior_signature_sending_with_all_papers__law_md_1_4_kind_1(office):
    letter = office.draft()
    office.propose(letter)
    approval = office.approve(letter)
    office.sign(letter)
    office.send(letter)
    office.case.refresh_from_db()
    assert office.case.state == "answered"
    papers = set(CaseFile.objects.filter(case=office.case).values_list("role", "file_id"))
    exclusion = office.exclusion
    assert papers == {
        ("keputusan", exclusion.decree_id), ("lembaruji", exclusion.test.sheet_id), ("setuju", approval.file_id),
    }  # fmt: skip
    kinds = list(office.case.events.order_by("seq").values_list("kind", flat=True))
    assert kinds[-6:] == [
        "letter_drafted", "refusal_proposed", "refusal_approved", "consideration_approved", "signed_attached",
        "letter_sent",
    ]  # fmt: skip
    assert first_fault(office.case) is None


def test_without_an_exclusion_no_refusal_is_even_drafted__perki_34(office):
    with pytest.raises(Invalid):
        office.draft(passages=())
    office.exclusion.pk = 999_999
    with pytest.raises(Invalid):
        office.draft()
    assert not office.case.letters.filter(kind="notice").exists()


@pytest.mark.parametrize("status", [Exclusion.Status.LISTED, Exclusion.Status.DRAFT, Exclusion.Status.OPENED])
def test_a_printed_list_or_an_opened_row_carries_no_refusal__perki_34(office, status):
    Exclusion.objects.update(status=status)
    with pytest.raises(Invalid, match="belum mempunyai keputusan"):
        office.draft()


def test_a_letter_of_ps_17_that_the_decree_does_not_name_is_refused(office):
    with pytest.raises(Invalid, match="tidak disebut dalam keputusan"):
        office.draft(passages=(passage(office.exclusion, Ground.I),))


def test_it_is_not_signed_before_the_superior_approved__perki_10_2_f(office):
    letter = office.draft()
    for step in (lambda: None, lambda: office.propose(letter)):
        step()
        with pytest.raises(Unlawful, match="belum disetujui"):
            office.sign(letter)


def test_the_ppid_cannot_approve_nor_the_superior_propose(office):
    letter = office.draft()
    with pytest.raises(Unlawful, match="bukan wewenang"):
        refusals.propose(letter=letter, **office.said(office.superior))
    office.propose(letter)
    with pytest.raises(Unlawful, match="bukan wewenang"):
        office.approve(letter, office.ppid)


def test_a_ppid_who_is_also_acting_superior_cannot_approve_the_own_refusal__law_md_2_8(office):
    factories.make_appointment(user=office.ppid, role=Role.SUPERIOR)
    letter = office.draft()
    office.propose(letter)
    with pytest.raises(Unlawful, match="Anda yang menyusun"):
        office.approve(letter, office.ppid)


def test_a_changed_text_wants_a_new_approval(office):
    letter = office.draft()
    office.propose(letter)
    office.approve(letter)
    letter = office.draft(consideration="Pertimbangan lain.")
    with pytest.raises(Unlawful, match="belum disetujui"):
        office.sign(letter)


def test_what_the_superior_returns_may_be_proposed_again_with_the_reason_kept(office):
    letter = office.draft()
    office.propose(letter)
    with pytest.raises(Invalid):
        refusals.send_back(letter=letter, reason=" ", **office.said(office.superior))
    refusals.send_back(letter=letter, reason="Uraikan bagiannya.", **office.said(office.superior))
    assert refusals.waiting_for(office.case) is None
    office.propose(letter)
    assert refusals.waiting_for(office.case) is not None
    with pytest.raises(Unlawful, match="sudah diusulkan"):
        office.propose(letter)


def test_a_decree_that_ended_meanwhile_stops_signing_and_sending__pp_61_11(office):
    letter = office.draft()
    office.propose(letter)
    office.approve(letter)
    office.sign(letter)
    Exclusion.objects.update(ends_on=TODAY)
    with pytest.raises(Invalid, match="sudah berakhir"):
        office.send(letter)


def test_a_blackened_part_needs_the_same_as_a_whole_refusal__uu_22_7_e(office):
    letter = factories.draft_letter(
        office.case, user=office.ppid, decision=Decision.PARTLY, passages=(passage(office.exclusion),)
    )
    with pytest.raises(Unlawful, match="belum disetujui"):
        office.sign(letter)
    office.propose(letter)
    office.approve(letter)
    office.sign(letter)
    office.send(letter)
    assert CaseFile.objects.filter(case=office.case, role="keputusan").exists()


def test_a_refusal_under_6_2_names_the_rule_and_needs_no_superior__law_md_1_4_kind_2(office):
    with pytest.raises(Invalid, match="Ketentuan yang dilanggar"):
        office.draft(decision=Decision.REFUSED_6_2, passages=())
    letter = office.draft(decision=Decision.REFUSED_6_2, passages=(), rule="PP 61/2010 Pasal 4.")
    with pytest.raises(Unlawful, match="tidak diperlukan"):
        office.propose(letter)
    office.sign(letter)
    office.send(letter)
    assert not CaseFile.objects.filter(case=office.case).exists()


def test_not_held_needs_no_decree__law_md_1_4_kind_3(office):
    letter = office.draft(decision=Decision.NOT_HELD, passages=(), gap_matter="Data uji.", holder="Provinsi")
    office.sign(letter)
    office.send(letter)
    assert not CaseFile.objects.filter(case=office.case).exists()


def test_an_exclusion_set_after_the_day_of_the_letter_is_no_basis(office):
    Exclusion.objects.update(set_on=TODAY + dt.timedelta(days=1))
    with pytest.raises(Invalid, match="belum mempunyai keputusan"):
        office.draft()


NEXT = TODAY + dt.timedelta(days=1)


def test_no_signature_is_older_than_the_superiors_word__perki_10_2_f(office):
    letter = office.draft()
    office.propose(letter)
    office.approve(letter, on=NEXT)
    with pytest.raises(Invalid) as refusal:
        office.sign(letter, signed_on=TODAY, on=NEXT)
    assert [problem.field for problem in refusal.value.problems] == ["signed_on"]
    office.sign(letter, signed_on=NEXT, on=NEXT)


def test_the_decree_holds_on_the_days_of_signature_and_sending_not_of_their_recording__pp_61_11(office):
    letter = office.draft()
    office.propose(letter)
    office.approve(letter)
    Exclusion.objects.update(ends_on=NEXT)
    with pytest.raises(Invalid, match="sudah berakhir"):
        office.sign(letter, signed_on=NEXT, on=NEXT)
    office.sign(letter, signed_on=TODAY, on=NEXT)
    with pytest.raises(Invalid, match="sudah berakhir"):
        office.send(letter, sent_on=NEXT, on=NEXT)
    office.send(letter, sent_on=TODAY, on=NEXT)


def test_a_partial_exclusion_carries_a_blackened_part_and_never_the_whole__perki_50(office):
    Exclusion.objects.update(verdict="sebagian", closed_parts="Nomor induk")
    with pytest.raises(Invalid, match="hanya menutup sebagian"):
        office.draft()
    assert office.draft(decision=Decision.PARTLY, parts=(factories.part(),)).pk


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"letters": "ah", "period": "tanggal_akhir", "ends_on": dt.date(2060, 1, 1)}, "30 tahun"),
        ({"letters": "hj", "basis": "UU 14/2008 Pasal 17 huruf j; Perda 3/2020"}, "undang-undang"),
        ({"never_excluded": "18_1_B"}, "tidak pernah boleh dikecualikan"),
        ({"verdict": "terbuka"}, "hasil ujinya terbuka"),
        ({"if_open": ""}, "akibat bagi publik"),
        ({"consent_given": True}, "Pasal 18 ayat 2"),
        ({"concerns_office": True}, "Pasal 18 ayat 2"),
    ],
)
def test_a_row_in_force_that_would_be_annulled_carries_no_refusal__uu_17_18_19_20(office, fields, said):
    Exclusion.objects.update(**fields)
    with pytest.raises(Invalid, match=said):
        office.draft()


def test_two_passages_each_rest_on_their_own_decree__uu_22_7_e(office):
    ended = factories.make_exclusion(decree_number="13/KEP/PPID/2026")
    Exclusion.objects.filter(pk=ended.pk).update(ends_on=TODAY)
    with pytest.raises(Invalid, match="sudah berakhir"):
        office.draft(passages=(passage(office.exclusion), passage(ended)))


def test_a_later_choice_of_who_approves_undoes_no_decree(office):
    office.exclusion.test.superior = ""
    office.exclusion.test.save()
    factories.make_institution(exclusion_approver="atasan")
    assert office.draft().pk
