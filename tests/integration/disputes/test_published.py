"""Decisions for everybody: masked, honest about finality, found by search only once a person published them."""

import datetime as dt

import pytest
from django_tasks_db.models import DBTaskResult

from disclosures.sources import DecisionSource
from ppid.actions import commission_decisions, decision_texts
from ppid.law.refusals import Invalid
from ppid.models import Role
from tests import disputing, factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db
TEXT = "Majelis memerintahkan Termohon memberikan rincian anggaran penerangan jalan kepada Pemohon."


def publish(decision, text=TEXT, **more):
    return decision_texts.publish(
        decision=decision,
        text=text,
        acting_user=factories.make_officer(Role.PPID),
        on=TODAY,
        at=moment(TODAY, 17),
        **more,
    )


def test_nothing_is_public_before_a_person_published_it(client):
    decision = disputing.decide(disputing.apply())
    assert "Belum ada putusan" in client.get("/putusan/").content.decode()
    assert client.get(f"/putusan/{decision.pk}/").status_code == 404
    publish(decision)
    page = client.get(f"/putusan/{decision.pk}/").content.decode()
    assert TEXT in page
    assert "menunggu berkekuatan hukum tetap" in page
    # What is ordered is shown once it binds.
    assert decision.ordered not in page


def test_once_final_it_says_so_and_what_was_ordered(client):
    decision = publish(disputing.decide(disputing.apply(), ordered="Memberikan lampiran kedua."))
    facts = {"received_body_on": TODAY, "received_applicant_on": TODAY}
    user = factories.make_officer(Role.PPID)
    commission_decisions.record_court(decision=decision, facts=facts, acting_user=user, on=TODAY, at=moment(TODAY, 18))
    decision.refresh_from_db()
    until = commission_decisions.stands(decision).until
    commission_decisions.settle(on=until, at=moment(until))
    assert "menunggu" in client.get("/putusan/").content.decode()
    after = until + dt.timedelta(1)
    commission_decisions.settle(on=after, at=moment(after))
    page = client.get(f"/putusan/{decision.pk}/").content.decode()
    assert "berkekuatan hukum tetap sejak" in page
    assert "Memberikan lampiran kedua." in page


@pytest.mark.parametrize(
    "text",
    ["", "Pemohon Budi Contoh hadir.", "Hubungi budi@contoh.id.", "NIK 3201019876543210.", "Telepon 0812 3456 7890."],
)
@pytest.mark.parametrize("field", ["text", "dissent"])
def test_a_private_person_in_it_is_refused_at_its_field(text, field):
    decision = disputing.decide(disputing.apply())
    if field == "dissent" and not text:
        pytest.skip("a decision without dissent is the rule")
    with pytest.raises(Invalid) as refused:
        publish(decision, **{"text": TEXT, field: text})
    assert {problem.field for problem in refused.value.problems} == {field}


def test_it_is_handed_to_search_once_published():
    decision = disputing.decide(disputing.apply())
    source = DecisionSource()
    assert list(source.keys()) == []
    publish(decision)
    document = next(iter(source.documents([str(decision.pk)])))
    assert (document.id, document.url) == (f"decision:{decision.pk}", f"/putusan/{decision.pk}/")
    assert "penerangan jalan" in document.text


def test_its_publishing_tells_the_index():
    publish(disputing.decide(disputing.apply()))
    assert any("decision" in str(row.args_kwargs) for row in DBTaskResult.objects.all())
