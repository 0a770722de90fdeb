"""What a final decision opened enters the register (UU 14/2008 Ps 11(2)): proposed once it binds, once, by the PPID."""

import datetime as dt

import pytest

from disclosures.actions import opened
from disclosures.models import RegisterEntry
from disclosures.queries.opened import waiting
from portal import second_factor
from ppid.actions import commission_decisions
from ppid.actions.log import first_fault
from ppid.law.disputes import DecisionKind, Ruling
from ppid.law.refusals import Unlawful
from ppid.models import CommissionDecision, Dispute, Role
from tests import disputing, factories
from tests.factories import TODAY, moment

pytestmark = pytest.mark.django_db
PAGE = "/admin/putusan-terbuka/"


@pytest.fixture
def unit():
    factories.make_institution(commission_name=disputing.COMMISSION)
    return factories.make_unit(name="Badan Keuangan")


def decided(**fields):
    """A mediation decision binds at once (UU 39)."""
    return disputing.decide(disputing.apply(), kind=DecisionKind.MEDIATION, ruling=Ruling.AGREED, **fields)


@pytest.fixture
def ppid(client, monkeypatch):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    client.force_login(factories.make_officer(Role.PPID), backend="django.contrib.auth.backends.ModelBackend")
    return client


def sent(decision, unit, **fields):
    name = f"putusan-{decision.pk}"
    wanted = {"summary": "Rincian anggaran per kegiatan.", "unit": unit.pk, "info_class": "setiap_saat", **fields}
    return {f"{name}-{key}": value for key, value in wanted.items()}


def test_perki_52_nothing_is_proposed_before_the_decision_binds(unit):
    disputing.decide(disputing.apply())
    assert not waiting().exists()
    decision = CommissionDecision.objects.get()
    with pytest.raises(Unlawful, match="belum berkekuatan"):
        opened.enter(
            decision=decision, opened=opened.Opened("Rincian", unit), acting_user=factories.make_officer(Role.PPID),
            on=TODAY, at=moment(TODAY),
        )  # fmt: skip
    assert not RegisterEntry.objects.exists(), "no row is left behind"


def test_uu_11_2_one_click_makes_the_row_and_the_dispute_says_so(ppid, unit, client):
    decision = decided()
    page = client.get(PAGE).content.decode()
    assert decision.number in page
    assert "Memberikan rincian anggaran." in page, "written already from the order"
    desk = f"/admin/permohonan/sengketa/{decision.dispute_id}/"
    assert "belum masuk daftar informasi publik" in client.get(desk).content.decode()
    assert "Dibuka putusan" in client.get("/admin/").content.decode()
    answer = client.post(f"{PAGE}{decision.pk}/", sent(decision, unit))
    entry = RegisterEntry.objects.get()
    assert answer.url.endswith(f"/edit/{entry.pk}/")
    assert (entry.summary, entry.unit, entry.info_class, entry.live) == (
        "Rincian anggaran per kegiatan.", unit, "setiap_saat", False,
    )  # fmt: skip
    assert client.get(answer.url).status_code == 200
    dispute = Dispute.objects.get()
    event = dispute.events.get(kind="entered_in_register")
    assert (event.payload["decision"], event.payload["entry"]) == (decision.pk, entry.pk)
    assert first_fault(dispute) is None
    shown = client.get(desk).content.decode()
    assert "Masuk daftar informasi publik" in shown
    assert "Informasi yang dibuka putusan masuk daftar" in shown
    assert not waiting().exists()
    assert "Dibuka putusan" not in client.get("/admin/").content.decode()
    again = client.post(f"{PAGE}{decision.pk}/", sent(decision, unit))
    assert again.status_code == 409
    assert RegisterEntry.objects.count() == 1


def test_a_row_that_is_there_already_is_taken_instead(ppid, unit, client):
    decision = decided()
    entry = RegisterEntry.objects.create(summary="Rincian anggaran per kegiatan.", unit=unit)
    answer = client.post(f"{PAGE}{decision.pk}/", sent(decision, unit))
    assert answer.status_code == 400
    assert "Pilih yang ada itu" in answer.content.decode()
    wrong = client.post(f"{PAGE}{decision.pk}/", sent(decision, unit, summary="Kata saya", number=entry.pk + 1))
    assert wrong.status_code == 400
    assert "Kata saya" in wrong.content.decode(), "what was typed stays"
    assert client.post(f"{PAGE}{decision.pk}/", sent(decision, unit, number=entry.pk)).status_code == 302
    assert RegisterEntry.objects.get() == entry


def test_a_decision_that_upholds_the_refusal_opens_nothing(unit):
    user = factories.make_officer(Role.PPID)
    decision = disputing.decide(disputing.apply(), ruling=Ruling.UPHELD, ordered="", comply_days=None)
    facts = {"received_body_on": TODAY, "received_applicant_on": TODAY}
    commission_decisions.record_court(
        decision=decision, facts=facts, acting_user=user, on=TODAY, at=moment(TODAY, 16)
    )  # fmt: skip
    later = TODAY + dt.timedelta(40)
    commission_decisions.settle(on=later, at=moment(later))
    decision.refresh_from_db()
    assert decision.final_on is not None
    assert not waiting().exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SUPERIOR, Role.FRONT_DESK])
def test_only_the_ppid_enters_it(client, monkeypatch, unit, role):
    monkeypatch.setattr(second_factor, "waived", lambda: True)
    decision = decided()
    client.force_login(factories.make_officer(role), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(PAGE).status_code in {302, 403}
    client.post(f"{PAGE}{decision.pk}/", sent(decision, unit))
    assert not RegisterEntry.objects.exists()
