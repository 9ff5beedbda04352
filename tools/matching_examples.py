"""Labelled examples for the heads of data/matching.json.

In: golden stories (tests/cases/claims, claims_extra), look-up cases (tests/cases/find), and
PropSegmEnt when it is at hand. Out: for `clause` every pair of units of two articles that says one
thing, beside the likeliest wrong ones; for `cell` the facts about the best candidate of a row in an
article; for `find` the features of a claim with every unit of an article, and whether one of them
carries it. All features are computed by the product itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.claims import in_order
from compare.matching import clusters
from compare.matching.clusters import CELL_FEATURES
from compare.matching.encoder import encoder, vectors
from compare.matching.features import NAMES, features
from compare.matching.lexical import family
from compare.matching.similarity import Bridge, texts_of
from compare.matching.units import Unit, units
from compare.model import BODY, TITLE, Article, Cluster, Paragraph
from compare.options import Options
from compare.pipeline import read_names
from compare.resources.glossary import glossary
from compare.resources.matching import Head
from tests.scoring import CASES, WHOLE, Case, Place, fits, place_of, places

OPTIONS = Options()
HARD = 6  # wrong pairs kept for each unit: those that look most alike
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A golden story with the units of its articles (by file stem) and vectors for all of them."""

    case: Case
    units: dict[str, list[Unit]]
    bridge: Bridge


@dataclass(frozen=True, slots=True)
class Example:
    """Features (one row, or one a candidate), label, story, and the pair of languages."""

    x: Floats
    y: float
    story: str
    pair: str

    @property
    def same(self) -> bool:
        """Whether both sides are of one language."""
        left, right = self.pair.split("-")
        return left == right


def read_units(articles: Mapping[str, Article]) -> dict[str, list[Unit]]:
    """The units of articles that learn names from each other, by the same keys."""
    names = read_names(list(articles.values()), OPTIONS)
    return {key: units(names.documents[a.id], names.mentions[a.id]) for key, a in articles.items()}


def prepare(case: Case) -> Prepared:
    """Names, units and vectors of one story."""
    articles = case.articles
    cut = read_units(articles)
    every = [u for column in cut.values() for u in column]
    return Prepared(case, cut, Bridge(vectors(texts_of(every), encoder()), glossary()))


def pair_of(one: str, other: str) -> str:
    """Two languages as one name, such as en-zh."""
    return "-".join(sorted((family(one), family(other))))


def odds_of(made: Head, names: Sequence[str], example: Example) -> float:
    """Log odds of a head on an example; the best of several candidates."""
    weights = np.array([made.weights.get(n, 0.0) for n in names])
    return float(np.max(example.x @ weights) + made.bias)


# ---------------------------------------------------------------- clause
def clause_examples(ready: Prepared) -> Iterator[Example]:
    """Pairs of body units, seen from every leaf that carries a golden claim."""
    body = {n: [u for u in us if u.segment.part == BODY] for n, us in ready.units.items()}
    held = {n: _claims_in(ready.case, n, us) for n, us in body.items()}
    for one, left in body.items():
        for other, right in body.items():
            if one == other:
                continue
            known = features(left, right, ready.bridge, OPTIONS)
            table = np.stack([known[n] for n in NAMES], axis=-1).astype(float)
            alike = known["cosine"] + known["lexical"]
            articles = ready.case.articles
            pair = pair_of(articles[one].language, articles[other].language)
            for i, unit in enumerate(left):
                if not (unit.leaf and held[one][i][0]):
                    continue
                near = set(np.argsort(-alike[i], kind="stable")[:HARD].tolist())
                for j in range(len(right)):
                    label = _label(held[one][i], held[other][j])
                    if label == 1 or (label == 0 and j in near):
                        yield Example(table[i, j], label, ready.case.name, pair)


Held = tuple[set[int], set[int]]  # golden claims carried wholly, and in part


def _claims_in(case: Case, name: str, column: Sequence[Unit]) -> list[Held]:
    found: list[Held] = [(set(), set()) for _ in column]
    for number, claim in enumerate(case.expected["claims"]):
        status = claim["cells"][name]["status"]
        if status == "absent":
            continue
        for spot in places(case, claim, name):
            for unit, (whole, part) in zip(column, found, strict=True):
                if fits(_place(unit), spot):
                    (whole if status in WHOLE else part).add(number)
    return found


def _place(unit: Unit) -> Place:
    return unit.segment.part, unit.segment.start, unit.segment.end


def _label(one: Held, other: Held) -> float | None:
    """1 for a shared claim, None where one side says only part of it, else 0."""
    if one[0] & other[0]:
        return 1.0
    partly = one[0] & other[1] or one[1] & (other[0] | other[1])
    return None if partly else 0.0


# ---------------------------------------------------------------- cell
@dataclass(frozen=True, slots=True)
class Recorder(Head):
    """A head that notes what it is asked and answers with the number of the question."""

    asked: list[dict[str, float]] = field(default_factory=list)

    def probability(self, known: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """The number of this question, counted from 1."""
        self.asked.append({name: float(value) for name, value in known.items()})
        return np.float32(len(self.asked))  # type: ignore[return-value]


def cell_examples(ready: Prepared, heads: Mapping[str, Head], options: Options) -> list[Example]:
    """Cells of the rows that `heads` make of a story, with what a reader said of them."""
    asked = Recorder({}, 0.0)
    bridge = Bridge(ready.bridge.vectors, ready.bridge.glossary, {**heads, "cell": asked})
    names = {a.id: n for n, a in ready.case.articles.items()}
    order = in_order(list(ready.case.articles.values()))
    found = []
    for row in clusters.clusters([ready.units[names[a.id]] for a in order], bridge, options):
        claims = _claims_of(ready.case, row, names)
        for article, candidates in row.candidates.items():
            alone = all(m.article == article for m in row.members)
            label = _carried(ready.case, claims, names[article])
            if candidates and not alone and label is not None:
                facts = asked.asked[round(candidates[0].chance) - 1]
                x = np.array([facts[n] for n in CELL_FEATURES])
                found.append(Example(x, label, ready.case.name, "any-any"))
    return found


def _claims_of(case: Case, row: Cluster, names: Mapping[str, str]) -> set[int]:
    """The golden claims that a member of the row carries."""
    return {
        number
        for number, claim in enumerate(case.expected["claims"])
        for member in row.members
        if claim["cells"][names[member.article]]["status"] in WHOLE
        for spot in places(case, claim, names[member.article])
        if fits((member.part, member.start, member.end), spot)
    }


def _carried(case: Case, claims: set[int], name: str) -> float | None:
    """1 or 0 where all claims of a row agree on a source, else None."""
    said = {case.expected["claims"][n]["cells"][name]["status"] for n in claims}
    if said and said <= set(WHOLE):
        return 1.0
    return 0.0 if said == {"absent"} else None


# ---------------------------------------------------------------- find
@dataclass(slots=True)
class Finder:
    """Features of a typed claim with every unit of an article; articles are read once."""

    known: dict[str, tuple[list[Unit], dict[str, NDArray[np.float32]]]] = field(
        default_factory=dict
    )

    def features(self, text: str, language: str, article: Article) -> Floats:
        """[units of the article, features], for a claim of several sentences the least of them."""
        column, rows = self._column(article)
        question = Article("claim", "", "", "", text, (), None, language)
        asked = read_units({"claim": question, "": article})["claim"]
        claim = [u for u in asked if u.whole]
        every = {**rows, **vectors(texts_of(claim), encoder())}
        found = features(claim, column, Bridge(every, glossary()), OPTIONS)
        return np.stack([found[n].min(axis=0) for n in NAMES], axis=-1).astype(float)

    def _column(self, article: Article) -> tuple[list[Unit], dict[str, NDArray[np.float32]]]:
        if article.id not in self.known:
            body = [u for u in read_units({"": article})[""] if u.segment.part != TITLE]
            self.known[article.id] = body, vectors(texts_of(body), encoder())
        return self.known[article.id]


def find_examples(cases: Sequence[Case]) -> Iterator[Example]:
    """Golden quotes looked up in the other articles of their story, then the typed claims."""
    finder, by_name = Finder(), {c.name: c for c in cases}
    for case in cases:
        yield from _quotes_looked_up(finder, case)
    lines = (CASES / "find" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    for asked in map(json.loads, lines):
        if asked["story"] in by_name:
            article = by_name[asked["story"]].articles[asked["article"]]
            x = finder.features(asked["text"], asked["language"], article)
            pair = pair_of(asked["language"], article.language)
            yield Example(x, float(asked["present"]), asked["story"], pair)


def _quotes_looked_up(finder: Finder, case: Case) -> Iterator[Example]:
    for claim in case.expected["claims"]:
        for source, cell in claim["cells"].items():
            spot = place_of(case.articles[source], cell["quote"])
            if cell["status"] != "included" or spot is None or spot[0] != BODY:
                continue
            language = case.articles[source].language
            for other, gold in claim["cells"].items():
                if other != source and gold["status"] in ("included", "absent"):
                    article = case.articles[other]
                    x = finder.features(" ".join(cell["quote"].split()), language, article)
                    y = float(gold["status"] == "included")
                    yield Example(x, y, case.name, pair_of(language, article.language))


def proposition_examples(folder: Path) -> Iterator[Example]:
    """PropSegmEnt: is a proposition of one news text entailed by another on the same event?"""
    finder, documents, sentences = Finder(), {}, {}
    for document in map(json.loads, _lines(folder / "documents.jsonl")):
        sentences[document["document"]] = document["sentences"]
        documents[document["document"]] = _document(document["document"], document["sentences"])
    for pair in map(json.loads, _lines(folder / "relationships.jsonl")):
        if pair["label"] == "contradicts":
            continue
        asked = pair["hypothesis"]
        sentence = sentences[asked["document"]][asked["sentence"]]
        text = " ".join(" ".join(sentence[a:b] for a, b in asked["spans"]).split())
        x = finder.features(text, "en", documents[pair["premise"]])
        yield Example(x, float(pair["label"] == "entails"), f"prop {pair['cluster']}", "en-en")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _document(name: str, sentences: Sequence[str]) -> Article:
    paragraphs = [" ".join(s.split()) for s in sentences]
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(at, at + len(paragraph), "en"))
        at += len(paragraph) + 2
    return Article(name, "", "", "", "\n\n".join(paragraphs), tuple(spans), None, "en")
