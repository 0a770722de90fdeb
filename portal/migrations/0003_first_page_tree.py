"""Plants the site's page tree, so that `migrate` alone gives a working, empty body."""

import json
import uuid

from django.db import migrations
from django.utils import timezone
from django.utils.text import slugify

from portal.first_pages import PAGES, REGULATIONS

HOME, NEWS, REGULATION_INDEX = "beranda", "berita", "regulasi"


def plant(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    if apps.get_model("portal", "HomePage").objects.exists():
        return
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, path__startswith=root.path, slug="home").delete()  # Wagtail's welcome page
    tree = _Tree(apps)
    home = tree.grow("HomePage", None, HOME, "Beranda")
    for page in PAGES:
        tree.grow("StandardPage", home, page.slug, page.title, lead=page.lead, body=_body(page.slug, page.body))
    tree.grow("NewsIndexPage", home, NEWS, "Berita")
    index = tree.grow("RegulationIndexPage", home, REGULATION_INDEX, "Regulasi")
    for rule in REGULATIONS:
        slug = slugify(f"{rule.kind}-{rule.number}-{rule.year}")
        tree.grow(
            "RegulationPage", index, slug, rule.title,
            kind=rule.kind, number=rule.number, year=rule.year, summary=rule.summary, body="[]",
        )
    Page.objects.filter(pk=root.pk).update(numchild=Page.objects.filter(depth=2).count())
    Site = apps.get_model("wagtailcore", "Site")
    if not Site.objects.filter(is_default_site=True).update(root_page_id=home.pk):
        Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True)
    apps.get_model("portal", "SiteSettings").objects.get_or_create(pk=1)


class _Tree:
    """Writes tree rows by hand: historical models know nothing of the tree's methods."""

    def __init__(self, apps):
        self.apps = apps
        self.page = apps.get_model("wagtailcore", "Page")
        self.locale = apps.get_model("wagtailcore", "Locale").objects.first()
        self.now = timezone.now()

    def grow(self, model_name, parent, slug, title, **fields):
        Model = self.apps.get_model("portal", model_name)
        kind, _ = self.apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="portal", model=model_name.lower()
        )
        above = parent.path if parent else self.page.objects.get(depth=1).path
        depth = parent.depth + 1 if parent else 2
        last = self.page.objects.filter(depth=depth, path__startswith=above).order_by("path").last()
        step = _step_after(last.path[-4:]) if last else "0001"
        page = Model.objects.create(
            path=above + step, depth=depth, numchild=0, title=title, draft_title=title, slug=slug,
            url_path=f"{parent.url_path}{slug}/" if parent else f"/{slug}/", content_type=kind, locale=self.locale,
            live=True, has_unpublished_changes=False, first_published_at=self.now, last_published_at=self.now,
            translation_key=uuid.uuid4(), show_in_menus=False, **fields,
        )
        if parent:
            parent.numchild += 1
            self.page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
        return page


def _step_after(step):
    """The next step of a materialised path: four digits of base 36."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    number, text = int(step, 36) + 1, ""
    while number:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text.rjust(4, "0")


def _body(slug, blocks):
    """The blocks as kept, each with an id of its own that is the same on every installation."""
    return json.dumps([
        {**block, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{slug}/{place}"))} for place, block in enumerate(blocks)
    ])


def uproot(apps, schema_editor):
    """Takes the site's pages away (their tables go next) and gives Wagtail's welcome page back."""
    Page = apps.get_model("wagtailcore", "Page")
    root = Page.objects.get(depth=1)
    kinds = apps.get_model("contenttypes", "ContentType").objects
    homes = list(apps.get_model("portal", "HomePage").objects.values_list("path", flat=True))
    Site = apps.get_model("wagtailcore", "Site")
    Site.objects.update(root_page_id=root.pk)
    for name in ("RegulationPage", "RegulationIndexPage", "NewsPage", "NewsIndexPage", "StandardPage", "HomePage"):
        apps.get_model("portal", name).objects.all().delete()
    for path in homes:
        Page.objects.filter(path__startswith=path).delete()
    kind, _ = kinds.get_or_create(app_label="wagtailcore", model="page")
    last = Page.objects.filter(depth=2).order_by("path").last()
    welcome = Page.objects.create(
        path=root.path + (_step_after(last.path[-4:]) if last else "0001"), depth=2, numchild=0, title="Welcome to Wagtail",
        draft_title="Welcome to Wagtail", slug="home", url_path="/home/", content_type=kind, live=True,
        locale=apps.get_model("wagtailcore", "Locale").objects.first(), translation_key=uuid.uuid4(),
    )
    Page.objects.filter(pk=root.pk).update(numchild=Page.objects.filter(depth=2).count())
    Site.objects.filter(is_default_site=True).update(root_page_id=welcome.pk)


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_pages_and_site_settings")]
    operations = [migrations.RunPython(plant, uproot)]
