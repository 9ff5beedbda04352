"""Labelled look-ups of our golden stories and of PropSegmEnt, and what examples are made of.

In: golden stories (tests/cases/claims, claims_extra), look-up cases (tests/cases/find), PropSegmEnt
where it is at hand (it reaches no weight). Out: the features of a claim with every unit of an
article, and whether one of them carries it. All features are computed by the product itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.matching.encoder import encoder, states, vectors
from compare.matching.features import NAMES, features
from compare.matching.lexical import family
from compare.matching.similarity import Bridge, texts_of
from compare.matching.tokens import sentence_texts, tokens
from compare.matching.units import Unit, units
from compare.model import BODY, TITLE, Article, Paragraph
from compare.options import Options
from compare.pipeline import read_names
from compare.resources.glossary import glossary
from compare.resources.matching import Head
from tests.scoring import CASES, Case, place_of

OPTIONS = Options()
Floats = NDArray[np.float64]


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


def pair_of(one: str, other: str) -> str:
    """Two languages as one name, such as en-zh."""
    return "-".join(sorted((family(one), family(other))))


def odds_of(made: Head, names: Sequence[str], example: Example) -> float:
    """Log odds of a head on an example; the best of several candidates."""
    weights = np.array([made.weights.get(n, 0.0) for n in names])
    return float(np.max(example.x @ weights) + made.bias)


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
        seen = tokens(states([*sentence_texts(claim), *sentence_texts(column)]))
        found = features(claim, column, Bridge(every, glossary(), tokens=seen), OPTIONS)
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
