"""The growing list of log heads, the checkpoints over it, and whether the logs still say what was signed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Max, OuterRef, Q, Subquery

from ppid.law import checkpoint
from ppid.law.checkpoint import Head, State
from ppid.law.merkle import Tree
from ppid.models import Case, CaseEvent, Checkpoint, LogHead, PublishedKey


def tree(size: int | None = None) -> Tree:
    """The tree over every head so far, or over the first `size` of them. One statement."""
    rows = LogHead.objects.filter(place__lt=size) if size is not None else LogHead.objects.all()
    heads = rows.order_by("place").values_list("case__reference", "seq", "hash").iterator(chunk_size=5000)
    return Tree(checkpoint.leaf(Head(str(reference), seq, digest)) for reference, seq, digest in heads)


def moved(on: dt.date) -> list[tuple[int, Head]]:
    """(case key, head) of each log that has an event of that day or earlier beyond the one signed last, in the order
    in which those events were written. Two statements."""
    signed = dict(LogHead.objects.order_by().values_list("case").annotate(last=Max("seq")))
    newest = CaseEvent.objects.filter(case=OuterRef("case"), day__lte=on).order_by("-seq")
    events = CaseEvent.objects.filter(seq=Subquery(newest.values("seq")[:1])).order_by("pk")
    rows = events.values_list("case_id", "case__reference", "seq", "hash")
    return [
        (case, Head(str(reference), seq, digest))
        for case, reference, seq, digest in rows.iterator(chunk_size=5000)
        if seq > signed.get(case, 0)
    ]


def contradictions() -> list[tuple[str, int]]:
    """(number of the case, event) where a log no longer says what was signed. One statement."""
    now = CaseEvent.objects.filter(case=OuterRef("case"), seq=OuterRef("seq"))
    rows = LogHead.objects.annotate(now=Subquery(now.values("hash")[:1]))
    return list(
        rows.filter(Q(now__isnull=True) | ~Q(now=F("hash"))).order_by("place").values_list("case__number", "seq")
    )


def states(before: dt.date | None = None) -> list[State]:
    """What every checkpoint (before that day) said, oldest first."""
    rows = Checkpoint.objects.filter(on__lt=before) if before else Checkpoint.objects.all()
    return [State(*row) for row in rows.order_by("on").values_list("on", "tree_size", "root")]


def last_day() -> dt.date | None:
    return Checkpoint.objects.aggregate(last=Max("on"))["last"]


def latest() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-on").first()


def public_keys() -> str:
    """Every key that signed something, the newest first, as one PEM text."""
    return "".join(PublishedKey.objects.values_list("pem", flat=True))


def proofs(cases: Iterable[Case], known: Tree) -> list[dict[str, Any]]:
    """For each signed head of those cases: where it lies in the tree and the nodes that lead to its root."""
    rows = LogHead.objects.filter(case__in=[case.pk for case in cases], place__lt=known.size).order_by("place")
    return [
        {"case": str(reference), "seq": seq, "hash": digest, "index": place, "nodes": known.inclusion(place)}
        for place, reference, seq, digest in rows.values_list("place", "case__reference", "seq", "hash")
    ]
