"""How long propositions and facts of an article take, beside reading it, on texts of our own.

    python -m bench.fact_speed

In: the fit stories of the corpus, by language, repeated to forty sentences. Out: milliseconds an
article, the best of ten, for the Document (the peer in the same run), the propositions, the facts;
and what the last two are of the first.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from bench.reading import articles
from compare.model import Article, Paragraph
from compare.options import Options
from compare.pipeline import read_names
from compare.reading.document import document
from compare.reading.facts import facts
from compare.reading.propositions import propositions
from compare.reading.speech.days import speech
from corpus import halves

OPTIONS = Options()
SENTENCES, TIMES = 40, 10


def main() -> None:
    """Prints a line a language."""
    longest: dict[str, Article] = {}
    for folder in halves.folders("fit"):
        for article in articles(folder).values():
            held = longest.get(article.language)
            if held is None or len(article.text) > len(held.text):
                longest[article.language] = article
    for language in ("en", "zh-Hans", "zh-Hant"):
        _line(language, _of_forty(longest[language]))


def _line(language: str, article: Article) -> None:
    names = read_names([article], OPTIONS)
    read, found = names.documents[article.id], names.mentions[article.id]
    said = speech(read, found, OPTIONS)
    cut = propositions(read, said)
    whole = _best(lambda: document(article, OPTIONS))
    stated = _best(lambda: propositions(read, said))
    typed = _best(lambda: facts(read, found, said, cut))
    share = (stated + typed) / whole
    print(
        f"{language:8} {len(read.body())} sentences: document {whole:.1f} ms, propositions "
        f"{stated:.1f} ms, facts {typed:.1f} ms; the last two are {share:.2f} of the first"
    )


def _of_forty(article: Article) -> Article:
    """The article's sentences repeated up to forty."""
    found = document(article, OPTIONS).body()
    pieces = [article.text[s.start : s.end] for s in found]
    text = " ".join((pieces * (SENTENCES // len(pieces) + 1))[:SENTENCES])
    return replace(article, text=text, paragraphs=(Paragraph(0, len(text), article.language),))


def _best(run: Callable[[], object]) -> float:
    """Milliseconds of the quickest of some runs."""
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        run()
        taken.append(1000 * (time.perf_counter() - start))
    return min(taken)


if __name__ == "__main__":
    main()
