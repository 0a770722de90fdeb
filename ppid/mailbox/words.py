"""Text out of mail: headers and bodies in any charset, right or wrong, and HTML without what it could do."""

import base64
import binascii
import codecs
import quopri
import re
from html import unescape
from html.parser import HTMLParser
from itertools import groupby

import nh3

# Above this nobody reads on; the message itself stays on the server.
TEXT_LENGTH = 200_000
# Codecs of Python that are no charset of mail, some of them slow without end on hostile input.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
# These labels are put on whatever a Windows program wrote (WHATWG Encoding, 4.2); ASCII is UTF-8 too.
WESTERN = {"iso8859-1": "cp1252", "ascii": "utf-8"}
# Nothing to read, or a name turned round before the reader's eyes (`tagihan<U+202E>fdp.exe`).
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
LONE = re.compile("[\ud800-\udfff]")
ENCODED = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")
# A tree as deep as it has tags takes the square of their number: half a second at this one.
MOST_TAGS = 16_000
BREAKS = frozenset({"p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
                    "pre", "hr", "dt", "dd"})  # fmt: skip


def decoded(data: bytes, charset: str = "") -> str:
    """`data` as text: by the charset it names, else UTF-8, else Windows' Western; nothing ever fails.

    What comes out can be stored and shown: no control signs but line breaks and tabs, no half signs.
    """
    for name in (_codec(charset, data), "utf-8", "cp1252"):
        try:
            return readable(data.decode(name))
        except (LookupError, ValueError):
            continue
    return readable(data.decode("latin-1"))


def _codec(charset: str, data: bytes) -> str:
    """Python's name of what a mail calls its charset; UTF-8 for the unknown and for a label that is plainly wrong."""
    try:
        name = codecs.lookup(charset.strip().strip("'\"").split("*")[0]).name
    except (LookupError, ValueError):
        return "utf-8"
    # Two bytes a sign and none of them zero nor above 127: that is ASCII under a wrong label, not Chinese.
    wrong = name.startswith(("utf-16", "utf-32")) and data.isascii() and b"\x00" not in data
    return "utf-8" if wrong or name in NO_CHARSETS else WESTERN.get(name, name)


def readable(text: str) -> str:
    """Without what no eye sees; half of a surrogate pair, which no database takes, as U+FFFD."""
    return LONE.sub("\ufffd", UNSEEN.sub("", text))


def header_text(raw: str) -> str:
    """A header as people read it: folded lines joined, encoded words of RFC 2047 opened, raw 8-bit letters read.

    Neighbouring words of one charset are joined before they are read: some programs cut a letter in two.
    """
    plain = " ".join(decoded(raw.encode("utf-8", "surrogateescape")).split())
    parts: list[tuple[str, bytes | str]] = []
    end = 0
    for found in ENCODED.finditer(plain):
        between = plain[end : found.start()]
        if between.strip() or not parts:
            parts.append(("", between))
        parts.append((found[1].lower(), _word(found[2], found[3])))
        end = found.end()
    parts.append(("", plain[end:]))
    told = []
    for charset, group in groupby(parts, key=lambda part: part[0]):
        pieces = [piece for _charset, piece in group]
        if charset:
            told.append(decoded(b"".join(piece for piece in pieces if isinstance(piece, bytes)), charset))
        else:
            told.append("".join(piece for piece in pieces if isinstance(piece, str)))
    return " ".join("".join(told).split())


def _word(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(raw, header=True)
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return raw


def text_of_html(html: str) -> str:
    """What a person would read of `html`, line by line; addresses of links behind their words.

    Cleaned by html5ever first (nh3): scripts and styles are gone with their content, and what is left is well formed,
    so that no crafted page keeps the second reading busy. A page of very many tags gives its bare words.
    """
    html = html[: TEXT_LENGTH * 10]
    if html.count("<") > MOST_TAGS:
        bare = (" ".join(line.split()) for line in unescape(re.sub(r"<[^<>]*>", "\n", html)).split("\n"))
        return readable("\n".join(line for line in bare if line))
    clean = nh3.clean(
        html, tags={*BREAKS, "a"}, attributes={"a": {"href"}}, link_rel=None,
        clean_content_tags={"script", "style", "title"}, url_schemes={"http", "https", "mailto"},
    )  # fmt: skip
    reader = _Lines()
    reader.feed(clean)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.told).split("\n"))
    return readable(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self.href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BREAKS:
            self.told.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self.href = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS and tag != "br":
            self.told.append("\n")
        elif tag == "a" and self.href:
            if self.href not in self.told[-1:] and self.href.removeprefix("mailto:") not in self.told[-1:]:
                self.told.append(f" <{self.href}>")
            self.href = ""

    def handle_data(self, data: str) -> None:
        self.told.append(re.sub(r"\s+", " ", data))
