"""The body's own name at the end of its units' names: "Dinas Kesehatan Kabupaten Sumedang" is "Dinas Kesehatan".

How it is learnt: from the institution's settings where a unit bears its name at the end; otherwise from the names
themselves: the tail "Kabupaten …", "Kota …", "Provinsi …" or "Kementerian …" which most rows bear. Where two tails are
as frequent, none is the body's own and nothing is dropped.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from disclosures.imports.folding import fold
from disclosures.imports.slips import name_slip, words_of

_MARKS = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "provinsi": "provinsi",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "kementerian": "kementerian",
    "kementrian": "kementerian",
}
# "Kecamatan Kota Kulon" is the name of a subdistrict: a mark after these words belongs to the unit.
_PLACES = words_of("kecamatan kelurahan desa nagari kampung puskesmas uptd upt sektor sdn smpn smkn sman negeri")
_LONGEST = {"kementerian": 9}


def tail_of(name: str) -> tuple[str, ...]:
    """The folded tail ("kabupaten", "tirta", "raya") of a name that ends in one, else ()."""
    words = fold(name).split()
    for at in range(len(words) - 2, -1, -1):
        mark = _MARKS.get(words[at])
        if mark is None or len(words) - at > _LONGEST.get(mark, 5):
            continue
        if at and words[at - 1] in _PLACES:
            return ()
        if any(any(ch.isdigit() for ch in word) for word in words[at + 1 :]):
            return ()
        return (mark, *words[at + 1 :])
    return ()


def own_tail(names: Iterable[str], body: Sequence[str] = ()) -> tuple[str, ...]:
    """The body's own tail: the settings' when some name bears it, else the most frequent one, else ()."""
    names = list(names)
    tails = Counter(tail for name in names if (tail := tail_of(name)))
    for said in map(tail_of, body):
        if said and said in tails:
            return said
    written = [tuple(fold(name).split()) for name in names]
    for said in (tuple(fold(text).split()) for text in body):
        if len(said) > 1 and any(len(words) > len(said) and words[-len(said) :] == said for words in written):
            return said
    most = tails.most_common(2)
    if not most or (len(most) == 2 and most[0][1] == most[1][1]):
        return ()
    return most[0][0]


def without_body(names: Iterable[str], body: Sequence[str] = ()) -> Callable[[str], str]:
    """A function that drops the body's own name, also misspelt ("Kabupaten Sumednang"), from the end of a name."""
    own = own_tail(names, body)

    def strip(name: str) -> str:
        tail = tail_of(name) if own and own[0] in _MARKS else tuple(fold(name).split())[-len(own) :]
        if not own or not tail or name_slip(tail, own) is None:
            return name
        words = list(re.finditer(r"\S+", name))
        keep = len(fold(name).split()) - len(tail)
        kept, seen = 0, 0
        for word in words:
            if seen >= keep:
                break
            seen += len(fold(word.group()).split())
            kept = word.end()
        return name[:kept].rstrip(" ,;-") or name

    return strip
