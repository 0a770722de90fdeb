"""Advice on a refusal, keyed to the article the officer chose."""

import pytest

from ppid.law.advice import EXCLUDED, NOT_DOCUMENTED, NOT_HELD, OF_ARTICLE, PARTLY, REFUSED_6_2, advice_on
from ppid.law.decisions import Decision, Gap
from ppid.law.exemptions import Ground
from ppid.law.withholding import Passage
from tests.factories import notice


def test_every_letter_of_ps_17_has_its_advice():
    assert set(OF_ARTICLE) == {str(ground) for ground in Ground}


@pytest.mark.parametrize("ground", Ground)
def test_an_exclusion_is_told_with_its_article_and_its_burden__uu_45_1(ground):
    passage = Passage(1, ground, "Nama", "Alasan")
    content = notice(decision=Decision.REFUSED_17, passages=(passage, passage))
    assert advice_on(content) == (OF_ARTICLE[str(ground)], EXCLUDED)


def test_partly_closed_does_not_close_the_whole__perki_50():
    content = notice(decision=Decision.PARTLY, passages=(Passage(1, Ground("17H"), "Nama", "Alasan"),))
    assert advice_on(content)[-1] == PARTLY


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"decision": Decision.NOT_HELD}, NOT_HELD),
        ({"decision": Decision.NOT_DOCUMENTED, "document_days": 3}, NOT_DOCUMENTED),
        ({"decision": Decision.REFUSED_6_2}, REFUSED_6_2),
        ({"decision": Decision.PARTLY, "gap": Gap.NOT_HELD}, NOT_HELD),
    ],
)
def test_what_is_refused_otherwise(fields, words):
    assert advice_on(notice(**fields)) == (words,)


def test_what_is_given_whole_needs_none():
    assert advice_on(notice()) == ()
