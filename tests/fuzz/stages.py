"""Every stage of the program as a function of one text, so that growth and faults can be measured.

In: a text. Out: nothing; what counts is the time it takes, and that only a CompareError is raised.
Readers get the text in every place where a file of their format may hold it; later stages get it
as the body of an article, which is how it reaches them.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from compare import pipeline
from compare.model import Article, Story
from compare.options import Options
from compare.reading import slots
from compare.reading.base.lexicon import lexicon, surfaces
from compare.reading.base.sentences import clauses, quotations, sentences
from compare.reading.blocks import blocks, named
from compare.reading.document import document
from compare.reading.speech import attributions
from compare.reports.report import report
from compare.sources import read_all
from compare.text.languages import language_of
from tests.made import DAY, article

Stage = Callable[[str], object]
SAID = "The minister said on Monday that the talks had ended."
MET = "Officials of both sides met for two hours, and they will meet again in the autumn."
OPTIONS = Options(use_cache=False, debug=True)
_HTML = "<!doctype html><html><head><title>T</title>{}</head><body>{}</body></html>"
_FRONT = "---\ntitle: Talks end\n{}\n---\n{}\n"


def in_file(name: str, wrap: Callable[[str], str], text: str) -> object:
    """Reads a file of this name that holds the text where `wrap` puts it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(wrap(text).encode("utf-8", "surrogatepass"))
        return read_all([path], OPTIONS)


def _page(text: str) -> str:
    return _HTML.format("", f"<article><p>{SAID}</p><p>{text}</p><p>{MET}</p></article>")


def _record(**fields: str) -> str:
    return json.dumps({"title": "Talks end", "text": f"{SAID}\n\n{MET}"} | fields)


FILES: dict[str, tuple[str, Callable[[str], str]]] = {
    "text": ("a.txt", lambda t: f"Talks end\n\n{SAID}\n\n{t}"),
    "text: first line": ("a.txt", lambda t: f"{t}\n\n{SAID}\n\n{MET}"),
    "text: only": ("a.txt", lambda t: t),
    "text: no name": ("a", lambda t: t),
    "text: header": ("a.txt", lambda t: f"Title: {t}\nDate: {t}\nSource: {t}\n\n{SAID}\n\n{MET}"),
    "markdown": ("a.md", lambda t: f"# Talks end\n\n{SAID}\n\n{t}\n\n{MET}"),
    "markdown: first": ("a.md", lambda t: f"{t}\n\n{SAID}"),
    "markdown: around HTML": ("a.md", lambda t: f"{t}\n\n<p>{SAID}</p>\n\n{t}"),
    "front matter": ("a.md", lambda t: _FRONT.format(t, SAID)),
    "front matter: values": ("a.md", lambda t: _FRONT.format(f"date: {t}\nurl: {t}", SAID)),
    "front matter: body": ("a.md", lambda t: _FRONT.format("outlet: BBC", f"{SAID}\n\n{t}")),
    "aggregator": ("a.md", lambda t: f"<!--1695147302000-->\n[{t}](https://a.b/{t})\n------\n{t}"),
    "page": ("a.html", _page),
    "page: end": ("a.html", lambda t: _HTML.format("", f"<p>{SAID}</p><p>{MET}</p>{t}")),
    "page: head": ("a.html", lambda t: _HTML.format(t, f"<p>{SAID}</p><p>{MET}</p>")),
    "page: start": ("a.html", lambda t: t + _page(SAID)),
    "fragment": ("a.html", lambda t: f"<p>{SAID}</p>{t}"),
    "record": ("a.json", lambda t: _record(text=f"{SAID}\n\n{t}")),
    "record: HTML": ("a.json", lambda t: _record(text=f"<p>{SAID}</p>{t}")),
    "record: fields": ("a.json", lambda t: _record(title=t, date=t, url=t, outlet=t, author=t)),
    "record: raw": ("a.json", lambda t: t),
    "lines": ("a.jsonl", lambda t: _record() + "\n" + t),
    "digest": (
        "a.txt",
        lambda t: f"Page\n\nAgency-T\n\nMay 6, 2024 2 min 300 words\n\n{t}\n\n{MET}",
    ),
    "digest: heading": ("a.txt", lambda t: f"Page\n\n{t}\n\nMay 6, 2024 2 min 300 words\n\n{MET}"),
}
READERS: dict[str, Stage] = {name: partial(in_file, *how) for name, how in FILES.items()}


def body(text: str) -> Article:
    """An article whose second paragraph is the text on one line."""
    line = " ".join(text.encode("utf-8", "replace").decode().split()) or "x"
    found = language_of(line)
    return article("a", SAID, line, language="en" if found == "und" else found, title="Talks end")


def _tag(text: str) -> str:
    found = language_of(text)
    return "en" if found == "und" else found


def _names(text: str) -> object:
    lex, none = lexicon(OPTIONS), surfaces(())
    return [named(block, lex, none, OPTIONS) for block in blocks(body(text))]


def _pair(text: str) -> tuple[Article, Article]:
    """The text as an article, and half of it as another."""
    one, half = body(text), body(text[: len(text) // 2])
    return one, article("b", MET, half.text.split("\n\n")[1], language=one.language)


def _analysed(text: str) -> object:
    story = Story("made", "Made", DAY, DAY, _pair(text))
    return report(pipeline.analyse(story, OPTIONS))


READING: dict[str, Stage] = {
    "language": language_of,
    "sentences": lambda t: sentences(t, _tag(t)),
    "clauses": lambda t: clauses(t, _tag(t), (7, 5)),
    "quotations": quotations,
    "dates": lambda t: slots.dates(t, _tag(t), DAY),
    "dates in Chinese": lambda t: slots.dates(t, "zh-Hans", DAY),
    "dates in French": lambda t: slots.dates(t, "fr", DAY),
    "dates in Korean": lambda t: slots.dates(t, "ko", DAY),
    "times": lambda t: (slots.times(t, "en"), slots.times(t, "zh-Hans"), slots.times(t, "de")),
    "amounts": lambda t: slots.amounts(t, _tag(t)),
    "amounts in Chinese": lambda t: slots.amounts(t, "zh-Hans"),
    "amounts in French": lambda t: slots.amounts(t, "fr"),
    "names": _names,
    "speech": lambda t: attributions(body(t), (), OPTIONS),
    "speech in French": lambda t: attributions(article("a", t, language="fr"), (), OPTIONS),
    "speech in Chinese": lambda t: attributions(article("a", t, language="zh-Hans"), (), OPTIONS),
    "document": lambda t: document(body(t), OPTIONS),
    "all names": lambda t: pipeline.read_names([body(t)], OPTIONS),
}
MATCHING: dict[str, Stage] = {
    "grouping": lambda t: pipeline.group(_pair(t), OPTIONS),
    "links": lambda t: pipeline.align(*_pair(t), OPTIONS),
    "find": lambda t: pipeline.find(t[:300], _pair(t), OPTIONS),
    "claims": _analysed,
}
STAGES: dict[str, Stage] = READERS | READING | MATCHING
