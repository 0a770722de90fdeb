"""Public addresses of this room."""

from django.urls import URLPattern, URLResolver, path

from search import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("cari/", views.search, name="search"),
    path("cari/saran", views.suggestions, name="search_suggestions"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
