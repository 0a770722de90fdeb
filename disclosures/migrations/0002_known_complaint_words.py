from django.db import migrations

from disclosures.imports.folding import fold
from disclosures.imports.lapor_words import DOMAINS, STATUSES, category_words


def seed(apps, schema_editor):
    models = {name: apps.get_model("disclosures", name) for name in ("Domain", "CategoryWord", "StatusWord")}
    domains = {name: models["Domain"].objects.get_or_create(name=name)[0] for name in DOMAINS}
    for word, domain in category_words().items():
        models["CategoryWord"].objects.get_or_create(key=fold(word), defaults={"word": word, "domain": domains[domain]})
    for word, state in STATUSES.items():
        models["StatusWord"].objects.get_or_create(key=fold(word), defaults={"word": word, "state": state})


def withdraw(apps, schema_editor):
    """Only words and fields that nothing points to any more: an imported report keeps its word."""
    models = {name: apps.get_model("disclosures", name) for name in ("Domain", "CategoryWord", "StatusWord")}
    models["CategoryWord"].objects.filter(key__in=map(fold, category_words()), outcomes__isnull=True).delete()
    models["StatusWord"].objects.filter(key__in=map(fold, STATUSES), outcomes__isnull=True).delete()
    models["Domain"].objects.filter(name__in=DOMAINS, words__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0001_complaints")]
    operations = [migrations.RunPython(seed, withdraw)]
