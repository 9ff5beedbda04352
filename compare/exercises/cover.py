"""The front of a sheet: the texts with numbered paragraphs, and what frames the tasks.

In: facts and a request. Out: texts, what students need, and the box of limits. Captures (address,
page that carried the text, file) are given so that a reader can check the text; an unnamed outlet
has none, because any of them would name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar
from urllib.parse import unquote

from compare.exercises.facts import Facts
from compare.exercises.parts import Passage, Request, Text
from compare.model import Source
from compare.reports.blocks import changed
from compare.reports.words import language_name, say, when

T = TypeVar("T")
_KEPT = frozenset({"code", "letter", "id", "number", "kind", "layout", "language", "place"})
_EDGED = r"(?<![^\W\u3400-\u9fff]){}(?![^\W\u3400-\u9fff])"


def text(facts: Facts, source: Source, request: Request) -> Text:
    """One article as the sheet shows it."""
    article, label, shown = source.article, facts.labels[source.id], facts.shown[source.id]
    told = {
        "text.published": when(article.published),
        "text.language": language_name(article.language),
        "text.capture": "" if request.anonymous else capture(source),
    }
    named = "text.heading" if request.anonymous else "text.heading_named"
    return Text(
        label,
        say(named, label=label, outlet=article.outlet_name),
        article.title,
        article.language,
        tuple(f"{say(name)}: {value}" for name, value in told.items() if value),
        tuple(
            Passage(
                f"{label}{n}", article.text[p.start : min(p.end, shown.end)].rstrip(), p.language
            )
            for n, p in enumerate(article.paragraphs, start=1)
            if p.start < shown.end
        ),
        (*([say("text.cut")] * shown.cut), *([say("text.incomplete")] * (not article.complete))),
    )


def capture(source: Source) -> str:
    """Where the text was taken from: address, page that carried it, else the file's name."""
    article = source.article
    found = _plain(article.url) if article.url else article.file.rsplit("/", 1)[-1]
    return say("capture.via", where=found, via=article.via) if article.via else found


def _plain(url: str) -> str:
    """An address with its letters instead of their codes, if it stays one word."""
    read = unquote(url)
    return read if read.isprintable() and not {" ", "\ufffd"} & set(read) else url


def needs(facts: Facts) -> tuple[str, ...]:
    """What students need: the texts, something to write with, the languages."""
    tags = sorted({source.article.language for source in facts.sources})
    names = say("list").join(language_name(tag) for tag in tags)
    return say("needs.texts", n=len(facts.sources)), say("needs.read", names=names)


def limits(facts: Facts) -> tuple[str, ...]:
    """What the sheet cannot tell."""
    said = ["limits.absence", "limits.tool", "limits.confidence", "limits.discuss", "limits.truth"]
    if any(shown.cut for shown in facts.shown.values()):
        said.append("limits.excerpt")
    if any(not source.article.complete for source in facts.sources):
        said.append("limits.incomplete")
    if len(facts.sources) != len(facts.outlets):
        said.append("limits.summary")
    return tuple(say(key, bound=round(facts.bound * 100)) for key in said)


def outlets(facts: Facts) -> dict[str, str]:
    """Label -> outlet, title and capture, for the key."""
    return {
        facts.labels[s.id]: say("reveal", outlet=s.article.outlet_name, id=s.id, where=capture(s))
        for s in facts.sources
    }


def masked(value: T, facts: Facts, names: Mapping[str, Sequence[str]]) -> T:
    """The value with every name of an outlet in its texts replaced by its letter; `names` maps a
    source id to further names.
    """
    labels = {
        name: facts.labels[source.id]
        for source in facts.sources
        for name in (source.article.outlet_name, *names.get(source.id, ()))
        if len(name) > 1
    }
    longest = sorted(labels, key=lambda name: (-len(name), name))
    edged = (_EDGED.format(re.escape(n)) if n.isascii() else re.escape(n) for n in longest)
    pattern = re.compile("|".join(edged) or "(?!)", re.IGNORECASE)
    folded = {name.casefold(): f"[{label}]" for name, label in labels.items()}
    made: T = changed(value, lambda t: pattern.sub(lambda m: folded[m[0].casefold()], t), _KEPT)
    return made
