"""Each kind of applicant and its papers (PERKI 1/2021 Ps 27(2)-(7)), and the fields of Ps 29(5)."""

import pytest

from ppid.law.applicant_papers import FIELDS, PAPERS, PaperRole, missing, missing_fields, wanted
from ppid.law.filing import ApplicantKind
from ppid.models import CaseFile


def roles(papers):
    return [paper.role for paper in papers]


def test_every_kind_has_its_papers_with_their_article():
    assert set(PAPERS) == set(ApplicantKind)
    for papers in PAPERS.values():
        assert papers
        assert all(paper.article.startswith("PERKI 1/2021 Ps 27 ayat") for paper in papers)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("person", ["identitas"]),
        ("legal", ["akta"]),
        ("group", ["kuasa", "identitas"]),
    ],
)
def test_ps_27_ayat_3_4_5_the_papers_of_each_kind(kind, expected):
    assert roles(wanted(kind)) == expected


@pytest.mark.parametrize("kind", list(ApplicantKind))
def test_ps_27_ayat_7_a_proxy_adds_the_special_power_of_attorney(kind):
    assert roles(wanted(kind, proxy=True)) == [*roles(wanted(kind)), PaperRole.SPECIAL_AUTHORITY]
    assert "meterai" in wanted(kind, proxy=True)[-1].label


def test_what_is_held_is_not_missing():
    assert roles(missing("person", held=["identitas", "lampiran"])) == []
    assert roles(missing("group", held=["identitas"])) == ["kuasa"]
    # The members' mandate is not the stamped one that a proxy needs.
    assert roles(missing("group", held=["kuasa", "identitas"], proxy=True)) == ["khusus"]
    assert roles(missing("person", held=[], proxy=True)) == ["identitas", "khusus"]
    assert missing("makhluk", held=[]) == ()


def test_ps_29_ayat_5_what_lacks_of_the_form_and_nobody_lacks_an_occupation():
    assert [row.name for row in FIELDS if row.needed] == ["name", "details"]
    empty = [row.name for row in missing_fields({}, kind="person")]
    assert empty == ["name", "identity", "address", "reach", "details", "purpose", "access_way", "delivery_way"]
    full = {"name": "A", "identity": "1", "address": "J", "phone": "08", "details": "x", "purpose": "y"}
    assert [row.name for row in missing_fields({**full, "access_way": "view"}, kind="person")] == []
    assert [row.name for row in missing_fields({**full, "access_way": "copy"}, kind="person")] == ["delivery_way"]


def test_the_roles_of_papers_are_those_a_case_knows():
    assert set(PaperRole) <= set(CaseFile.Role.values)
