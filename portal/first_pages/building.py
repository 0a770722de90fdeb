"""Small words for writing a page's body: each gives one block as Wagtail keeps it (`type`, `value`)."""

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FirstPage:
    slug: str
    title: str
    lead: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Regulation:
    """`kind` is a value of RegulationPage.Kind."""

    kind: str
    number: str
    year: int
    title: str
    summary: str


def heading(text: str, level: str = "h2") -> Block:
    return {"type": "heading", "value": {"text": text, "level": level}}


def text(*paragraphs: str) -> Block:
    return {"type": "paragraph", "value": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}


def steps(*items: str, numbered: bool = True) -> Block:
    rows = [f"<p>{item}</p>" for item in items]
    return {"type": "steps", "value": {"numbered": numbered, "items": rows}}


def points(*items: str) -> Block:
    return steps(*items, numbered=False)


def table(caption: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> Block:
    columns = [{"type": "text", "heading": name} for name in headings]
    return {
        "type": "table",
        "value": {"columns": columns, "rows": [{"values": list(row)} for row in rows], "caption": caption},
    }


def callout(title: str, words: str, tone: str = "plain") -> Block:
    return {"type": "callout", "value": {"title": title, "text": f"<p>{words}</p>", "tone": tone}}


def facts(what: str) -> Block:
    return {"type": "facts", "value": {"what": what}}
