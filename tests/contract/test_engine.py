"""What every search engine keeps to, whichever it is (search/engines/base.py)."""

import datetime as dt
import threading

import pytest

from search.engines.base import Engine, content_hash
from search.finding import find, suggest
from search.params import Search, clean
from search.results import Results
from search.sources import Document


def entry(key: str, title: str, text: str = "", **facets: str) -> Document:
    values = {name: (value,) for name, value in facets.items()}
    return Document(f"entry:{key}", "entry", title, f"/daftar-informasi/{key}/", text, values, dt.date(2025, 1, 1))


BUDGET = entry("1", "Anggaran Pendapatan dan Belanja Daerah", "Belanja modal jalan, irigasi.", unit="BKAD", year="2024")
ROADS = entry("2", "Ruas jalan kabupaten menurut kondisi", "Jalan desa yang rusak berat.", unit="Dinas PU", year="2025")
SCHOOL = entry(
    "3", "Penerimaan peserta didik baru", "Jadwal pendaftaran sekolah.", unit="Dinas Pendidikan", year="2025"
)
PAGE = Document("page:9", "page", "Siapa kami", "/tentang/", "Kantor PPID di Jalan Merdeka 1.")
ALL = [BUDGET, ROADS, SCHOOL, PAGE]


def ask(engine: Engine, query: str, **more: object) -> Results:
    return find(engine, clean(query, **more))


def ids(results: Results) -> list[str]:
    return [hit.id for hit in results.hits]


def test_an_index_never_built_answers_with_nothing(engine: Engine) -> None:
    assert ask(engine, "anggaran").total == 0
    assert suggest(engine, "ang") == ()
    assert engine.near(["anggarann"]) in ({}, {"anggarann": ()})
    assert (engine.count(), engine.kinds(), list(engine.versions("entry"))) == (0, frozenset(), [])


def test_what_is_put_is_found_with_all_its_fields(engine: Engine) -> None:
    assert engine.put(ALL, as_of=1) == 4
    (hit,) = ask(engine, "irigasi").hits
    assert (hit.id, hit.kind, hit.title, hit.url) == (BUDGET.id, "entry", BUDGET.title, BUDGET.url)
    assert (hit.date, hit.page, dict(hit.facets)) == (BUDGET.date, None, {"unit": ("BKAD",), "year": ("2024",)})
    assert hit.score > 0
    assert [s.text for s in hit.snippet if s.marked] == ["irigasi"]


def test_a_document_put_again_replaces_itself(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    engine.put([entry("1", "Neraca daerah")], as_of=2)
    assert engine.count() == 4
    assert ask(engine, "irigasi").total == 0
    assert ids(ask(engine, "neraca")) == ["entry:1"]


def test_what_is_dropped_is_gone_and_an_unknown_id_is_no_error(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    engine.drop([BUDGET.id, "entry:404"], as_of=2)
    assert ask(engine, "irigasi").total == 0
    assert engine.count() == 3
    assert not any("irigasi" in text for text in engine.dump())


def test_an_older_write_never_overtakes_a_newer_one(engine: Engine) -> None:
    engine.put([entry("1", "Neraca baru")], as_of=20)
    engine.put([entry("1", "Neraca lama")], as_of=10)
    engine.drop(["entry:1"], as_of=15)
    assert [hit.title for hit in ask(engine, "neraca").hits] == ["Neraca baru"]
    engine.drop(["entry:1"], as_of=30)
    engine.put([entry("1", "Neraca lama")], as_of=25)
    assert ask(engine, "neraca").total == 0


def test_any_word_finds_and_more_of_them_come_first(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    assert ids(ask(engine, "jalan desa yang rusak"))[0] == "entry:2"
    assert set(ids(ask(engine, "jalan irigasi sekolah"))) == {d.id for d in ALL}


def test_a_title_weighs_more_than_the_text(engine: Engine) -> None:
    engine.put([entry("1", "Laporan", "Retribusi pasar."), entry("2", "Retribusi pasar", "Laporan.")], as_of=1)
    assert ids(ask(engine, "retribusi pasar")) == ["entry:2", "entry:1"]


def test_words_side_by_side_as_asked_come_first(engine: Engine) -> None:
    apart = entry("1", "Daftar", "Kepala dinas berkantor di kota, bukan di sebuah desa yang jauh sekali letaknya.")
    close = entry("2", "Daftar", "Tunjangan kepala desa dibayar dinas di kota, bukan di kantor yang jauh letaknya.")
    engine.put([apart, close], as_of=1)
    assert ids(ask(engine, "kepala desa")) == ["entry:2", "entry:1"]


@pytest.mark.parametrize(("asked", "found"), [
    ("menganggarkan", "entry:1"), ("kerusakan", "entry:2"), ("mendaftar bersekolah", "entry:3"), ("APBD", "entry:1"),
    ("siswa", "entry:3"), ("pendaftran", "entry:3"), ("irigas", "entry:1"), ("JALAN-JALAN", "entry:2"),
    ("siapa kami", "page:9"),
])  # fmt: skip
def test_affixes_acronyms_synonyms_slips_and_beginnings_find(engine: Engine, asked: str, found: str) -> None:
    engine.put(ALL, as_of=1)
    assert ids(ask(engine, asked))[:1] == [found]


@pytest.mark.parametrize("asked", ["zzqxv", "yang", "dan atau", "3201019876543210", "???", "", "Xenofonwati"])
def test_nonsense_and_bare_stopwords_find_nothing(engine: Engine, asked: str) -> None:
    engine.put(ALL, as_of=1)
    assert ask(engine, asked).total == 0


def test_a_corrected_word_is_told(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    assert ask(engine, "pendaftran").corrected == {"pendaftran": "pendaftaran"}
    assert ask(engine, "pendaftaran").corrected == {}


def test_quotation_marks_and_exact_ask_for_words_together(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    assert ids(ask(engine, '"jalan desa"')) == ["entry:2"]
    assert ids(ask(engine, "jalan desa", exact=True)) == ["entry:2"]
    assert ask(engine, "desa jalan", exact=True).total == 0
    assert ask(engine, '"jalan desa" irigasi').total == 1


def test_numbers_and_codes_are_kept_whole(engine: Engine) -> None:
    engine.put([entry("1", "Perda 5/2021 tentang pajak"), entry("2", "Perda 15/2021 tentang pajak")], as_of=1)
    assert ids(ask(engine, "5/2021"))[0] == "entry:1"
    assert ids(ask(engine, "15/2021"))[0] == "entry:2"


def test_facets_narrow_and_count_as_if_nothing_were_chosen_within_them(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    whole = ask(engine, "jalan sekolah")
    assert whole.total == 4
    assert whole.facets["kind"] == {"entry": 3, "page": 1}
    assert whole.facets["year"] == {"2025": 2, "2024": 1}
    narrow = ask(engine, "jalan sekolah", kinds=["entry"], facets={"year": ["2025"]})
    assert set(ids(narrow)) == {"entry:2", "entry:3"}
    assert narrow.facets["kind"] == {"entry": 2}
    assert narrow.facets["year"] == {"2025": 2, "2024": 1}
    assert narrow.facets["unit"] == {"Dinas PU": 1, "Dinas Pendidikan": 1}
    assert ask(engine, "jalan", facets={"unit": ["Dinas PU", "BKAD"]}).total == 2


def test_pages_of_results_are_disjoint_whole_and_stable(engine: Engine) -> None:
    engine.put([entry(f"{n:02}", "Laporan keuangan") for n in range(25)], as_of=1)
    pages = [find(engine, Search("laporan", page=page, limit=10)) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert [page.total for page in pages] == [25] * 4
    assert [key for page in pages for key in ids(page)] == [f"entry:{n:02}" for n in range(25)]


def test_among_equals_the_newest_comes_first(engine: Engine) -> None:
    old = Document("entry:1", "entry", "Laporan", "/1/", date=dt.date(2020, 1, 1))
    new = Document("entry:2", "entry", "Laporan", "/2/", date=dt.date(2026, 1, 1))
    none = Document("entry:3", "entry", "Laporan", "/3/")
    engine.put([none, old, new], as_of=1)
    assert ids(ask(engine, "laporan")) == ["entry:2", "entry:1", "entry:3"]


def test_suggestions_are_titles_that_go_on(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    assert [s.title for s in suggest(engine, "ruas jal")] == [ROADS.title]
    assert [s.url for s in suggest(engine, "PENER")] == [SCHOOL.url]
    assert suggest(engine, "irigasi") == ()
    assert suggest(engine, '"*') == ()


def test_versions_tell_what_the_index_holds(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    assert dict(engine.versions("entry")) == {d.id: content_hash(d) for d in ALL if d.kind == "entry"}
    assert engine.kinds() == {"entry", "page"}


def test_a_rebuild_answers_from_the_old_index_until_the_swap(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    building = engine.begin()
    building.put([entry("7", "Neraca daerah")], as_of=2)
    assert (ask(engine, "irigasi").total, ask(engine, "neraca").total) == (1, 0)
    assert building.commit() == 1
    assert (ask(engine, "irigasi").total, ask(engine, "neraca").total) == (0, 1)
    assert not any("irigasi" in text for text in engine.dump())
    engine.put([BUDGET], as_of=3)
    assert ask(engine, "irigasi").total == 1


def test_an_abandoned_rebuild_leaves_no_trace(engine: Engine) -> None:
    engine.put(ALL, as_of=1)
    building = engine.begin()
    building.put([entry("7", "Neraca daerah")], as_of=2)
    building.abandon()
    assert (engine.count(), ask(engine, "neraca").total) == (4, 0)


def test_threads_write_and_read_at_once(engine: Engine) -> None:
    wrong: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                engine.put([entry(f"{number}-{turn}", f"Laporan nomor {number}")], as_of=1)
                ask(engine, "laporan")
        except BaseException as error:
            wrong.append(error)
        finally:
            if engine.name == "embedded":
                engine.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert ask(engine, "laporan").total == 20


def test_markup_in_a_document_stays_text(engine: Engine) -> None:
    engine.put([entry("1", "<b>Jalan</b> & <script>", "<img src=x onerror=alert(1)> jalan \x00 \ud800 rusak")], as_of=1)
    (hit,) = ask(engine, "jalan").hits
    assert "".join(s.text for s in hit.title_segments) == "<b>Jalan</b> & <script>"
    assert [s.text for s in hit.snippet if s.marked] == ["jalan"]
