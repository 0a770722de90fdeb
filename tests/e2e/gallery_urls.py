"""The site's addresses with the gallery, which is otherwise served with DEBUG only."""

from django.urls import path

from portal.urls import handler400, handler403, handler404, handler500, urlpatterns
from portal.views.gallery import gallery

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [path("galeri/", gallery), *urlpatterns]
