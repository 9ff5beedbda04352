"""The pipeline end to end on small stories, and the public names."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

import compare
from compare import pipeline
from compare.errors import Ambiguous, NotFound
from compare.model import ABSENT, CARRIED, INCLUDED, Article, Comparison
from compare.options import Options
from compare.reading.speech import attributions
from tests.made import article, story
from tests.matching.texts import EN, HANS, HANT, OTHER

OPTIONS = Options()


def at(hour: int) -> datetime:
    return datetime(2024, 5, 8, hour, tzinfo=UTC)


ZH = article("zh", *HANS, title="青河大桥垮塌", published=at(3))
TW = article("tw", *HANT[:4], title="青河大橋垮塌", published=at(5))
WIRE = article("wire", *EN, title="Qinghe bridge collapses", published=at(4))
CONCERT = article("concert", *OTHER, title="Orchestra opens season", published=at(9))


@pytest.fixture(scope="module")
def told() -> Comparison:
    """The bridge in three outlets."""
    return pipeline.analyse(story(ZH, TW, WIRE))


def test_every_source_has_a_cell_in_every_claim(told: Comparison) -> None:
    """Claims × sources is a full table whose evidence slices back."""
    articles = {s.id: s.article for s in told.sources}
    assert [s.id for s in told.sources] == ["zh", "wire", "tw"]
    assert [c.id for c in told.claims] == [f"c{n:02d}" for n in range(1, len(told.claims) + 1)]
    for claim in told.claims:
        assert set(claim.cells) == set(articles)
        for name, cell in claim.cells.items():
            assert bool(cell.evidence) == (cell.status in CARRIED)
            assert cell.evidence or cell.nearest
            for e in (*cell.evidence, *([cell.nearest] if cell.nearest else [])):
                assert articles[name].part(e.part)[e.start : e.end] == e.quote


def test_what_one_source_leaves_out_is_seen(told: Comparison) -> None:
    """The fog is told by two and missing in the one that stops before it."""
    row = next(c for c in told.claims if "浓雾" in c.text or "fog" in c.text)
    assert row.cells["zh"].status in CARRIED
    assert row.cells["wire"].status in CARRIED
    assert row.cells["tw"].status == ABSENT


def test_nobody_famous_speaks_where_even_the_headmaster_does() -> None:
    """連校長都說 is said by the headmaster, and by no Lien of another article."""
    school = article("school", "學校昨天道歉。連校長都說，這不是學生的錯。", language="zh-Hant")
    party = article("party", "国民党主席连战抵达北京。连战说，会谈有益。")
    names = pipeline.read_names([school, party])
    (voice,) = attributions(school, names.mentions["school"], OPTIONS)
    assert (voice.speaker, voice.entity) == ("校長", None)
    (voice,) = attributions(party, names.mentions["party"], OPTIONS)
    assert voice.entity == "per:lien-chan"


SHARED = "The harbour bridge was closed to lorries on Friday after an inspector found a crack."
AROUND = (
    "Rain is expected over the weekend.",
    "Two schools in the valley have asked parents to share their cars.",
    "A bakery near the pier sold out of bread before noon.",
    "The council meets again on Tuesday to vote on a new budget.",
    "Fishermen had already complained about noise in the spring.",
    "An orchestra from abroad cancelled its visit last month.",
    "Taxi drivers welcomed a new rank outside the station.",
    "The museum has lent four paintings to a gallery in the capital.",
    "A local team won its third match in a row.",
    "Students painted the walls of the old cinema.",
)


@pytest.mark.parametrize("place", [0, 1])
def test_a_claim_in_the_words_of_ten_outlets_is_in_all_ten(place: int) -> None:
    """The more outlets tell a thing word for word, the less any of them lacks it."""
    told = []
    for n, sentence in enumerate(AROUND):
        paragraphs = [sentence]
        paragraphs.insert(place, SHARED)
        told.append(article(f"o{n}", *paragraphs))
    found = pipeline.analyse(story(*told))
    mine = [c for c in found.claims if SHARED[:-1] in c.text]
    assert len(mine) == 1
    assert {key: cell.status for key, cell in mine[0].cells.items()} == {
        f"o{n}": INCLUDED for n in range(10)
    }


@pytest.mark.parametrize("order", list(permutations((ZH, TW, WIRE)))[1:])
def test_the_order_of_articles_is_irrelevant(told: Comparison, order: tuple[Article, ...]) -> None:
    """The same claims, cells and findings whatever order the story lists its articles in."""
    other = pipeline.analyse(story(*order))
    assert replace(other, story=told.story) == told


@pytest.mark.parametrize("made", [ZH, WIRE])
def test_an_article_against_itself_differs_in_nothing(made: Article) -> None:
    """Two copies of a text: nothing absent, no discrepancy, one family."""
    copy = replace(made, id="copy", outlet="copy", outlet_name="Copy")
    found = pipeline.analyse(story(made, copy))
    assert found.discrepancies == ()
    assert {cell.status for c in found.claims for cell in c.cells.values()} == {"included"}
    assert [set(f.sources) for f in found.families] == [{made.id, "copy"}]
    assert [s.copy_of for s in found.sources] == [None, found.sources[0].id]


def test_a_story_of_one_lists_its_claims() -> None:
    """An article alone carries all of its claims."""
    found = pipeline.analyse(story(ZH))
    assert len(found.claims) >= len(HANS)
    assert all(c.cells["zh"].status in CARRIED for c in found.claims)


def test_without_a_glossary_the_comparison_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese and English are still compared, and a note says by what."""
    monkeypatch.setattr("compare.resources.glossary.glossary", lambda _: None)
    found = pipeline.analyse(story(ZH, WIRE))
    assert "encoder alone" in " ".join(found.notes)
    assert any(len([x for x in c.cells.values() if x.evidence]) == 2 for c in found.claims)


def test_a_flash_of_one_sentence_is_compared() -> None:
    """The shortest article carries what it says and is brief where it is silent."""
    flash = article("flash", EN[0], published=at(6))
    found = pipeline.analyse(story(WIRE, flash))
    assert any(c.cells["flash"].status in CARRIED for c in found.claims)
    reasons = [x.reasons for c in found.claims for x in c.cells.values() if x.status == ABSENT]
    assert reasons
    assert all("brief" in r for r in reasons)


def test_an_article_without_text_lacks_everything() -> None:
    """An empty body is no error; the other article's claims are absent from it."""
    empty = article("empty", published=at(6), language="en")
    found = pipeline.analyse(story(WIRE, empty))
    assert {c.cells["empty"].status for c in found.claims} == {ABSENT}


# ---------------------------------------------------------------- align
def test_linked_sentences_slice_back() -> None:
    """`compare.align` gives segments of both articles."""
    found = compare.align(ZH, WIRE)
    assert len(found) >= len(HANS)
    for link in found:
        assert ZH.part(link.left.part)[link.left.start : link.left.end] == link.left.text
        assert WIRE.part(link.right.part)[link.right.start : link.right.end] == link.right.text


# ---------------------------------------------------------------- find
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("这座桥是1978年建的。", 2),
        ("船長被帶走訊問。", 3),
        ("The channel was closed for a week.", 5),
    ],
)
def test_a_claim_is_found_in_each_language(text: str, sentence: int) -> None:
    """A typed claim finds its sentence in Simplified, Traditional and English articles."""
    whole = article("tw", *HANT, published=at(5))
    for answer, paragraphs in zip(
        pipeline.find(text, [ZH, whole, WIRE]), (HANS, HANT, EN), strict=True
    ):
        assert answer.evidence
        assert answer.evidence[0].quote in paragraphs[sentence]
        assert answer.nearest == answer.evidence[0]


@pytest.mark.parametrize("text", ["央行宣布加息五十个基点。", "The president will visit Brazil."])
def test_a_claim_about_something_else_is_not_found(text: str) -> None:
    """No evidence, but the nearest sentence is shown."""
    for answer in pipeline.find(text, [ZH, TW, WIRE]):
        assert answer.evidence == ()
        assert answer.nearest is not None


def test_an_empty_claim_is_found_nowhere() -> None:
    """Nothing asked, nothing found; no error."""
    (answer,) = pipeline.find(" ", [ZH])
    assert (answer.evidence, answer.nearest) == ((), None)
    assert compare.find("", ZH) == []


# ---------------------------------------------------------------- load, group, look up, inspect
def test_articles_are_loaded_grouped_and_looked_up(tmp_path: Path) -> None:
    """Files become articles, articles stories, a loose name one of them; bad files are named."""
    for made in (ZH, WIRE, CONCERT):
        head = f"---\ntitle: {made.title}\ndate: {made.published}\nfrom: {made.id}\n---\n\n"
        (tmp_path / f"{made.id}.md").write_text(head + made.text, encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"\x00\x01\x02")
    read = pipeline.load([tmp_path])
    assert len(read.articles) == 3
    assert [Path(a.file).name for a in read.set_aside] == ["bad.md"]
    assert read.notice is None
    stories = pipeline.group(read.articles)
    assert sorted(len(s.articles) for s in stories) == [1, 2]
    alone = next(s for s in stories if len(s.articles) == 1)
    assert pipeline.lookup(alone.slug, stories) == alone
    with pytest.raises((NotFound, Ambiguous)):
        pipeline.lookup("zzz-qqq", stories)


def test_without_a_path_the_samples_are_read() -> None:
    """No path: the sample articles, and a notice that says so."""
    read = pipeline.load([])
    assert read.articles
    assert read.notice is not None


def test_an_article_is_inspected_beside_others() -> None:
    """Names and attributions of one article; names may come from another file."""
    found = pipeline.inspect(ZH, [ZH, TW])
    assert found.article == ZH
    assert any(m.value for m in found.mentions)
    assert [a.content_text for a in found.speech.attributions]
    assert compare.attributions(ZH)
    assert compare.mentions(ZH)


# ---------------------------------------------------------------- public names
def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import compare` brings in neither numpy nor any stage."""
    code = "import compare, sys, json; print(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 ours
    loaded = set(json.loads(done.stdout))
    heavy = {"numpy", "duckdb", "opencc", "rjieba", "lxml", "trafilatura", "compare.pipeline"}
    assert not loaded & heavy


def test_the_public_names_work_together(tmp_path: Path) -> None:
    """Read -> group -> analyse by the names of the package alone."""
    path = tmp_path / "post.md"
    path.write_text(f"---\ntitle: {WIRE.title}\ndate: 2024-05-08\n---\n\n{WIRE.text}", "utf-8")
    articles = compare.read(path)
    (made,) = compare.group(articles)
    assert compare.analyse(made).claims
    assert set(compare.__all__) <= set(dir(compare))


def test_names_are_linked_across_languages() -> None:
    """A Chinese name finds its Latin form."""
    found = compare.link_names(["布林肯", "耶伦"], ["Antony Blinken", "Janet Yellen"])
    assert found == {"布林肯": "Antony Blinken", "耶伦": "Janet Yellen"}


def test_whose_words_is_unknown_where_no_reader_speaks_the_language() -> None:
    """Italian has words for dates and amounts but no reader of speech: its cells say unknown."""
    words = (
        "Il ponte è crollato mercoledì mattina, ha detto il sindaco.",
        "La navigazione resta sospesa per una settimana.",
    )
    alone = pipeline.analyse(story(article("it", *words, language="it")))
    assert {c.origin.kind for c in alone.claims} == {"unknown"}
    voices = [c.cells["it"].attribution for c in alone.claims]
    assert {(v.kind, v.mode, v.speaker) for v in voices if v} == {("unknown", "unknown", None)}
    french = pipeline.analyse(story(article("fr", "Le pont s'est effondré.", language="fr")))
    assert {c.origin.kind for c in french.claims} == {"outlet"}


def test_an_article_as_read_is_public() -> None:
    """compare.document gives the slots of one article."""
    read = compare.document(WIRE)
    assert next(s.paragraph for s in read.body()) == 0
    assert read.article is WIRE
