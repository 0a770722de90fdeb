"""Search learns of the editors' pages: what is live and open is a document, and every change asks for a refresh."""

import datetime as dt

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageViewRestriction

from portal.models import HomePage, NewsIndexPage, NewsPage, RegulationPage, StandardPage
from search.sources import source_of

pytestmark = pytest.mark.django_db


def found(kind):
    return {document.title: document for document in source_of(kind).documents()}


def asked():
    """What was asked to be refreshed, as {kind: {keys}}."""
    asked = {}
    for row in DBTaskResult.objects.filter(task_path="disclosures.tasks.refresh_index"):
        kind, keys = row.args_kwargs["args"]
        asked.setdefault(kind, set()).update(keys)
    return asked


def profile():
    return StandardPage.objects.get(slug="profil")


def test_pages_and_regulations_are_documents():
    pages, rules = found("page"), found("regulation")
    document = pages["Profil PPID"]
    assert document.id == f"page:{profile().pk}"
    assert document.url == "/profil/"
    assert "menguji konsekuensi" in document.text  # from the body
    assert "Atasan PPID" in document.text  # from a table
    assert "<" not in document.text
    law = rules["Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"]
    assert (law.url, law.facets["year"]) == ("/regulasi/uu-14-2008/", ("2008",))
    assert set(source_of("page").keys()) == {document.id.partition(":")[2] for document in pages.values()}


def test_a_draft_and_a_page_behind_a_password_are_no_documents():
    StandardPage.objects.filter(slug="profil").update(live=False)
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="standar-biaya"), restriction_type="password", password="rahasia"
    )
    titles = found("page")
    assert "Profil PPID" not in titles
    assert "Standar biaya" not in titles
    assert source_of("page").documents([str(profile().pk), "bukan-angka"]) is not None
    assert not list(source_of("page").documents([str(profile().pk), "bukan-angka"]))


def test_publishing_and_unpublishing_ask_for_a_refresh():
    index = NewsIndexPage.objects.get()
    page = index.add_child(instance=NewsPage(title="Kabar", date=dt.date(2026, 11, 20), lead="Ringkas.", live=False))
    assert not asked()
    page.save_revision().publish()
    assert asked() == {"page": {str(page.pk)}}
    assert found("page")["Kabar"].date == dt.date(2026, 11, 20)
    DBTaskResult.objects.all().delete()
    page.refresh_from_db()
    page.unpublish()
    assert asked() == {"page": {str(page.pk)}}


def test_deleting_asks_for_a_refresh_of_all_that_goes():
    rules = {str(key) for key in RegulationPage.objects.values_list("pk", flat=True)}
    Page.objects.get(slug="regulasi").delete()
    assert asked()["regulation"] == rules


def test_moving_or_renaming_a_branch_asks_for_all_of_it():
    parent = profile()
    child = parent.add_child(instance=StandardPage(title="Visi", slug="visi"))
    DBTaskResult.objects.all().delete()
    child.move(HomePage.objects.get(), pos="last-child")
    assert asked()["page"] == {str(child.pk)}
    page = Page.objects.get(pk=parent.pk).specific
    page.slug = "tentang"
    page.save_revision().publish()
    assert str(parent.pk) in asked()["page"]
    assert found("page")["Profil PPID"].url == "/tentang/"


def test_a_view_restriction_asks_for_the_branch():
    restriction = PageViewRestriction.objects.create(page=Page.objects.get(slug="regulasi"), restriction_type="login")
    assert len(asked()["regulation"]) == RegulationPage.objects.count()
    DBTaskResult.objects.all().delete()
    restriction.delete()
    assert len(asked()["regulation"]) == RegulationPage.objects.count()


def test_a_change_that_is_rolled_back_asks_for_nothing():
    class Stop(Exception):
        pass

    page = profile()

    def publish_and_stop():
        with transaction.atomic():
            page.save_revision().publish()
            assert asked()
            raise Stop

    with pytest.raises(Stop):
        publish_and_stop()
    assert not asked()
