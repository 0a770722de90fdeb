"""Pages that hold what one person wrote: never cached, never indexed, never in an error report."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def private_page(view: View[Rest]) -> View[Rest]:
    """Cache-Control `private, no-store`, `X-Robots-Tag: noindex`, and no typed value in a report of a crash."""

    @wraps(view)
    @never_cache
    @sensitive_post_parameters()
    @sensitive_variables()
    def guarded(request: HttpRequest, *arguments: Rest.args, **named: Rest.kwargs) -> HttpResponseBase:
        response = view(request, *arguments, **named)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return guarded
