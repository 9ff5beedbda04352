"""The front of a sheet: the texts with numbered paragraphs, and what frames the tasks.

In: facts and a request. Out: texts, what students need, and the box of limits. Captures (address,
page that carried the text, file) are given so that a reader can check the text; an unnamed outlet
has none, because any of them would name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from urllib.parse import unquote

from compare.exercises.facts import Facts, paragraph_text
from compare.exercises.parts import Passage, Request, Text
from compare.model import Source
from compare.reports.words import language_name, say, when

T = TypeVar("T")
_KEPT = frozenset({"code", "letter", "id", "number", "kind", "layout", "language", "place"})


def text(facts: Facts, source: Source, request: Request) -> Text:
    """One article as the sheet shows it."""
    article, label = source.article, facts.labels[source.id]
    shown = facts.shown[source.id]
    passages = []
    for n, paragraph in enumerate(article.paragraphs):
        if paragraph.start < shown.end:
            words = paragraph_text(article, n)[: shown.end - paragraph.start].rstrip()
            passages.append(Passage(f"{label}{n + 1}", words, paragraph.language))
    return Text(
        label,
        "" if request.anonymous else article.outlet_name,
        article.title,
        when(article.published),
        article.language,
        language_name(article.language),
        "" if request.anonymous else capture(source),
        tuple(passages),
        shown.cut,
        not article.complete,
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
    names = [language_name(tag) for tag in tags]
    return (
        say("needs.texts", n=len(facts.sources)),
        say("needs.read", names=say("list").join(names)),
    )


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


def masked(value: T, names: Mapping[str, str]) -> T:
    """The value with every name of an outlet in its texts replaced by its letter."""
    if not names:
        return value
    pattern = re.compile(
        "|".join(_bounded(name) for name in sorted(names, key=lambda n: (-len(n), n))),
        re.IGNORECASE,
    )
    folded = {name.casefold(): label for name, label in names.items()}
    made: T = _walk(value, lambda text: pattern.sub(lambda m: f"[{folded[m[0].casefold()]}]", text))
    return made


def _bounded(name: str) -> str:
    edge = r"(?<![^\W\u3400-\u9fff]){}(?![^\W\u3400-\u9fff])"
    return edge.format(re.escape(name)) if name.isascii() else re.escape(name)


def _walk(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_walk(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: _walk(getattr(value, f.name), change)
            for f in fields(value)
            if f.name not in _KEPT
        }
        return replace(value, **changed)
    return value
