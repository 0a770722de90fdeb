"""What search may find of the editors' pages: live ones without a view restriction, above them either."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Page

from portal.models import NewsPage, RegulationPage, StandardPage
from ppid.models import Institution
from search.sources import Document, register

# Which page is of which kind; a page of another type (the home page, the two lists) is not a document of its own.
KINDS: dict[type[Page], str] = {StandardPage: "page", NewsPage: "page", RegulationPage: "regulation"}


def register_pages() -> None:
    register(PagesSource("page", "Halaman", (StandardPage, NewsPage)))
    register(PagesSource("regulation", "Regulasi", (RegulationPage,)))


class PagesSource:
    """Pages of some types. `key` is the page's primary key."""

    def __init__(self, kind: str, label: str, models: tuple[type[Page], ...]) -> None:
        self.kind = kind
        self.label = label
        self._models = models

    def keys(self) -> Iterator[str]:
        for model in self._models:
            for key in _public(model).values_list("pk", flat=True).iterator():
                yield str(key)

    def documents(self, keys: Collection[str] | None = None) -> Iterator[Document]:
        body = Institution.load()
        for model in self._models:
            pages = _public(model)
            if keys is not None:
                pages = pages.filter(pk__in=[int(key) for key in keys if key.isdecimal()])
            for page in pages.iterator(chunk_size=100):
                with translation.override("id"):  # the same words in the index whoever asks for them
                    document = _document(self.kind, page, body)
                yield document


def path_of(page: Page) -> str:
    """The page's address on this site: its path in the tree less the home page's own name. No statement is needed."""
    return "/" + page.url_path.split("/", 2)[2]


def _public(model: type[Page]) -> QuerySet[Any]:
    return model.objects.live().public().order_by("pk")


def _document(kind: str, page: Any, body: Institution) -> Document:
    words = [getattr(page, "lead", ""), getattr(page, "summary", "")]
    words += page.body.stream_block.get_searchable_content(page.body)
    facets: dict[str, tuple[str, ...]] = {}
    date = body.day_of(page.last_published_at) if page.last_published_at else None
    if isinstance(page, RegulationPage):
        facets = {"year": (str(page.year),), "status": (str(page.get_force_display()),)}
    elif isinstance(page, NewsPage):
        facets, date = {"year": (str(page.date.year),)}, page.date
    return Document(
        id=f"{kind}:{page.pk}",
        kind=kind,
        title=page.title,
        url=path_of(page),
        text="\n".join(str(word) for word in words if word),
        facets=facets,
        date=date,
    )
