"""The corpus is what its datasheet says: labels hold together, halves are apart, none is copied."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from corpus import halves
from corpus.gold import Story, faults, read

ROOT = Path(__file__).parents[2]
OPEN = halves.folders()
SHARE = (0.25, 0.40)  # of the cells that are carried, fully, partly or with another value
ALONE = {"labour", "science"}  # kinds of event that occur only in the blind half
PRIVATE = re.compile(
    r"\b(?:witness|passenger|victim|suspect|survivor|patient|bystander|resident|shopper|neighbour)"
    r"(?:es|s)?,? (?:named |called )?[A-Z][a-z]+ [A-Z][a-z]+(?! (?:Hospital|Court|Street|Station))"
)


@pytest.fixture(scope="module")
def blind() -> Iterator[list[Story]]:
    """The shut half, for checks that show no text of it."""
    with halves.unpacked() as place:
        yield [read(folder) for folder in sorted((place / "stories").iterdir())]


@pytest.fixture(scope="module")
def opened() -> list[Story]:
    """The open half."""
    return [read(folder) for folder in OPEN]


def shares(stories: list[Story]) -> Counter[str]:
    return Counter(c.status for s in stories for k in s.gold.claims for c in k.cells.values())


@pytest.mark.parametrize("folder", OPEN, ids=lambda folder: folder.name)
def test_labels_hold_together(folder: Path) -> None:
    """Spans are substrings, every claim has a cell for every article, ids are known."""
    assert not list(faults(read(folder)))


def test_blind_labels_hold_together(blind: list[Story]) -> None:
    """The same of the shut half; only counts are shown."""
    assert sum(1 for story in blind for _ in faults(story)) == 0


def test_the_blind_half_is_the_sealed_one() -> None:
    """The file has the hash that was committed before anything was scored."""
    assert halves.is_sealed()


def test_halves_are_apart(opened: list[Story], blind: list[Story]) -> None:
    """Every story is in one half; two kinds of event occur only in the blind one."""
    slugs = [s.gold.slug for s in (*opened, *blind)]
    assert len(slugs) == len(set(slugs)) >= 60
    assert abs(len(opened) - len(blind)) <= 2
    assert {s.gold.kind for s in blind} - {s.gold.kind for s in opened} == ALONE
    listed = [slug for some in halves.split().values() for slug in some]
    assert sorted(listed) == sorted(p.name for p in halves.STORIES.iterdir())


@pytest.mark.parametrize("half", ["opened", "blind"])
def test_the_world_is_like_this(half: str, request: pytest.FixtureRequest) -> None:
    """Three to ten outlets, six on average, 25 to 75 claims, about 30 % of the cells carried."""
    stories: list[Story] = request.getfixturevalue(half)
    outlets = [len(s.gold.sources) for s in stories]
    assert min(outlets) >= 3
    assert max(outlets) <= 10
    assert 5.5 <= sum(outlets) / len(outlets) <= 6.5
    assert sum(not 25 <= len(s.gold.claims) <= 75 for s in stories) == 0
    counts = shares(stories)
    assert SHARE[0] <= 1 - counts["absent"] / counts.total() <= SHARE[1]
    assert min(counts["partial"], counts["conflicts"]) > 0.01 * counts.total()


@pytest.mark.parametrize("half", ["opened", "blind"])
def test_a_third_each(half: str, request: pytest.FixtureRequest) -> None:
    """A third English only, a third Chinese only, a third across, some with other languages."""
    stories: list[Story] = request.getfixturevalue(half)
    told = [set(s.gold.languages) for s in stories]
    english = sum(t == {"en"} for t in told)
    chinese = sum(t <= {"zh-Hans", "zh-Hant"} for t in told)
    more = sum(bool(t & {"fr", "de", "es", "ja"}) for t in told)
    for count in (english, chinese, len(told) - english - chinese):
        assert 0.25 <= count / len(told) <= 0.42
    assert more >= 5


@pytest.mark.parametrize("half", ["opened", "blind"])
def test_discrepancies_and_facts(half: str, request: pytest.FixtureRequest) -> None:
    """Every story has pairs that only look like a difference, and facts; most have real ones."""
    stories: list[Story] = request.getfixturevalue(half)
    severe = [Counter(d.severity for d in s.gold.differences) for s in stories]
    assert sum(not c["compatible"] for c in severe) == 0
    assert sum(c["conflict"] > 0 for c in severe) > 0.8 * len(stories)
    assert sum(len(s.gold.facts) < 6 for s in stories) == 0


def grams(text: str, size: int = 12) -> set[str]:
    plain = re.sub(r"\W+", "", text.casefold())
    return {plain[i : i + size] for i in range(len(plain) - size + 1)}


def sentences(text: str) -> set[str]:
    """Letters and digits of the sentences that are long enough to be nobody's habit."""
    cut = re.split(r"(?<=[.!?])\s|[。！？\n]", text)
    plain = (re.sub(r"\W+", "", one.casefold()) for one in cut)
    return {p for p in plain if len(p) >= (14 if re.search(r"[\u4e00-\u9fff]", p) else 40)}


def test_no_two_articles_are_alike(opened: list[Story], blind: list[Story]) -> None:
    """Beyond intended copies no article repeats another, in any story."""
    found = []
    for story in (*opened, *blind):
        copies = {(s.id, s.copy_of) for s in story.gold.sources}
        cut = {name: grams(text.body) for name, text in story.texts.items()}
        for one, other in combinations(cut, 2):
            if (one, other) in copies or (other, one) in copies:
                continue
            alike = len(cut[one] & cut[other]) / max(1, min(len(cut[one]), len(cut[other])))
            if alike > 0.25:
                found.append(f"{alike:.2f}")
    assert found == []


@pytest.mark.parametrize("half", ["opened", "blind"])
def test_nothing_is_from_the_tests_or_seeds(half: str, request: pytest.FixtureRequest) -> None:
    """No article shares a sentence with the texts in `tests/` or with the seeds."""
    stories: list[Story] = request.getfixturevalue(half)
    paths = [*(ROOT / "tests" / "cases").rglob("*.md"), *(ROOT / "seeds").iterdir()]
    known = set().union(*(sentences(p.read_text("utf-8")) for p in paths if p.is_file()))
    assert sum(bool(sentences(t.body) & known) for s in stories for t in s.texts.values()) == 0


@pytest.mark.parametrize("half", ["opened", "blind"])
def test_private_people_have_no_names(half: str, request: pytest.FixtureRequest) -> None:
    """Witnesses, victims, suspects and patients are told by what they are."""
    stories: list[Story] = request.getfixturevalue(half)
    assert sum(bool(PRIVATE.search(t.body)) for s in stories for t in s.texts.values()) == 0


def pairs(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def overlap(pair: dict[str, str]) -> float:
    size = 2 if pair["claim_language"].startswith("zh") else 5
    claim = grams(pair["claim"], size)
    return len(claim & grams(pair["passage"], size)) / max(1, len(claim))


def auc(yes: list[float], no: list[float]) -> float:
    won = sum((a > b) + 0.5 * (a == b) for a in yes for b in no)
    return won / (len(yes) * len(no))


@pytest.mark.parametrize("half", ["open", "blind"])
def test_hard_pairs(half: str) -> None:
    """Two hundred a half, four labels, five groups of languages; overlap gives no label away."""
    if half == "open":
        told = pairs(halves.HERE / "pairs.jsonl")
    else:
        with halves.unpacked() as place:
            told = pairs(place / "pairs.jsonl")
    assert len(told) == len({p["claim"] for p in told}) >= 195
    labels = Counter(p["label"] for p in told)
    assert set(labels) == {"carried", "partial", "new", "contradicts"}
    assert min(labels.values()) >= 25
    for script in ("en", "zh-Hans"):
        same = [p for p in told if p["claim_language"] == p["passage_language"] == script]
        carried = [overlap(p) for p in same if p["label"] == "carried"]
        others = [overlap(p) for p in same if p["label"] in ("new", "contradicts")]
        assert 0.3 <= auc(carried, others) <= 0.7
