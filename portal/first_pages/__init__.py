"""The texts a new installation starts with, drawn from the law; the body adapts them in the Wagtail admin.

Read once, by the migration that plants the page tree. Facts of the body (address, fee, commission) are not written
here: the `facts` block shows them from the body's settings.
"""

from portal.first_pages.building import FirstPage, Regulation
from portal.first_pages.procedures import COMPLAINT_PROCEDURE, FEES, REQUEST_PROCEDURE
from portal.first_pages.regulations import REGULATIONS
from portal.first_pages.standing import ACCESSIBILITY, PLEDGE, PRIVACY, PROFILE

PAGES: tuple[FirstPage, ...] = (
    PROFILE,
    PLEDGE,
    REQUEST_PROCEDURE,
    COMPLAINT_PROCEDURE,
    FEES,
    PRIVACY,
    ACCESSIBILITY,
)

__all__ = ["PAGES", "REGULATIONS", "FirstPage", "Regulation"]
