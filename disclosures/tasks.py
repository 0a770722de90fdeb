"""Effects carried out after commit: an id comes in, one effect goes out. Each may run twice without harm."""

from django_tasks import task

from search import index


@task()
def refresh_index(kind: str, keys: list[str]) -> None:
    """Bring the index in line with what is public now: put what is, drop what is not (architecture.md, flow 2)."""
    index.refresh(kind, keys)
