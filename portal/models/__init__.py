from portal.models.pages import HomePage, NewsIndexPage, NewsPage, RegulationIndexPage, RegulationPage, StandardPage
from portal.models.site_settings import SiteSettings
from portal.models.user import User

__all__ = [
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "RegulationIndexPage",
    "RegulationPage",
    "SiteSettings",
    "StandardPage",
    "User",
]
