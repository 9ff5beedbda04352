"""What `compare audit` finds of errors planted in digests of stories of our own corpus.

    python -m bench.audit                   the open half: fit and check
    python -m bench.audit --blind REASON    the shut half too, with a line in its log

In: the golden claims of a story, which are propositions of our own and say what its articles say.
Every third of them is changed in one place by rule: a figure, a day, a person or a place (another
one of the story), or a word for its opposite. Out: by kind, how many planted errors are found
(their statement is altered or nowhere), how many of them are called altered, how many true
statements are called either (false alarms), and how many are said to be supported. A rule plants
what an editor's or a machine's slip would, and nobody chose what is easy to find.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.reading import articles
from compare import pipeline
from compare.model import Article, Paragraph
from compare.model.audits import Audit
from compare.options import Options
from compare.resources.words import listed, words
from corpus import halves
from corpus.gold import Story, read

OPTIONS = Options()
EVERY = 3  # of so many statements one is changed
_NUMBER = re.compile(r"(?<![\d.,:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.,]*[年月日号號]|[-:.]\d|\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?=[日号號])")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a digest: its text, and the kind of error planted in it, "" for none."""

    text: str
    planted: str = ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table for each half."""
    parser = argparse.ArgumentParser(prog="bench.audit")
    parser.add_argument("--blind", metavar="REASON")
    options = parser.parse_args(arguments)
    print("| half | kind | planted | found | called altered |\n| --- | --- | --- | --- | --- |")
    for half in halves.split():
        _print(half, [read(f) for f in halves.folders(half)])
    if options.blind:
        today = datetime.now().astimezone().date()
        with halves.opened(today, options.blind) as place:
            _print("blind", [read(f) for f in sorted((place / "stories").iterdir())])


def _print(half: str, stories: Sequence[Story]) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for story in stories:
        for lines in digests(story):
            for line, verdict in zip(lines, verdicts(lines, story.folder), strict=True):
                found[line.planted, verdict] += 1
    kinds = sorted({kind for kind, _ in found} - {""})
    for kind in (*kinds, "all"):
        some = [k for k in kinds if kind in (k, "all")]
        total = sum(n for (k, _), n in found.items() if k in some)
        altered = sum(found[k, "altered"] for k in some)
        hit = altered + sum(found[k, "nowhere"] for k in some)
        print(f"| {half} | {kind} | {total} | {hit / total:.2f} | {altered / total:.2f} |")
    true = sum(n for (k, _), n in found.items() if not k)
    alarms = {v: found["", v] / true for v in ("altered", "nowhere", "unclear", "supported")}
    print(
        f"{half}: true statements {true}, " + ", ".join(f"{v} {n:.3f}" for v, n in alarms.items())
    )


def digests(story: Story) -> Iterator[list[Line]]:
    """One digest a language: the claims that some article carries, every third of them changed."""
    by_language: dict[str, list[str]] = {}
    for claim in story.gold.claims:
        if any(cell.status == "included" for cell in claim.cells.values()):
            by_language.setdefault(claim.language, []).append(claim.text)
    for language, texts in sorted(by_language.items()):
        if len(texts) >= 2 * EVERY:
            yield list(planted(texts, language.split("-")[0]))


def planted(texts: Sequence[str], language: str) -> Iterator[Line]:
    """The statements, every third of them changed by the next rule that fits it."""
    names = _names(texts)
    rules = (_figure, _day, _person, _place, _opposite)
    turn = 0
    for number, text in enumerate(texts):
        made = None
        if number % EVERY == EVERY - 1:
            for step in range(len(rules)):
                rule = rules[(turn + step) % len(rules)]
                changed = rule(_Told(text, language, names))
                if changed and changed != text:
                    made = Line(changed, rule.__name__.strip("_"))
                    turn += step + 1
                    break
        yield made or Line(text)


def verdicts(lines: Sequence[Line], folder: Path) -> list[str]:
    """The verdict of the audit on each line: the gravest of the statements in it."""
    digest = as_digest([line.text for line in lines])
    found = pipeline.audit(digest, list(articles(folder).values()), OPTIONS)
    return [_verdict(found, paragraph) for paragraph in found.digest.article.paragraphs]


def _verdict(found: Audit, paragraph: Paragraph) -> str:
    inside = {
        s.verdict
        for s in found.statements
        if s.place.start < paragraph.end and paragraph.start < s.place.end
    }
    order = ("altered", "nowhere", "unclear", "supported", "comment")
    return next((verdict for verdict in order if verdict in inside), "comment")


def as_digest(texts: Sequence[str]) -> Article:
    """The statements as an article, one a paragraph."""
    spans, at = [], 0
    language = "zh-Hans" if any("\u4e00" <= c <= "\u9fff" for c in texts[0]) else "en"
    for text in texts:
        spans.append(Paragraph(at, at + len(text), language))
        at += len(text) + 2
    whole = "\n\n".join(texts)
    return Article(
        "digest", "digest", "Digest", "", whole, tuple(spans), None, language, kind="summary"
    )


Names = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, the language of its digest, and the names in that by type."""

    text: str
    language: str
    names: Names


def _names(texts: Sequence[str]) -> Names:
    """The names in the statements by type, each once."""
    one = as_digest(texts)
    found = pipeline.read_names([one], OPTIONS).mentions[one.id]
    names: Names = {}
    for mention in found:
        if mention.text not in names.setdefault(mention.type, []):
            names[mention.type].append(mention.text)
    return names


def _figure(told: _Told) -> str | None:
    """Another figure: the first one and a half times as large, and at least two more."""
    match = _NUMBER.search(told.text)
    if match is None or ("." not in match[0] and "," not in match[0] and int(match[0]) > 1900):
        return None
    digits = match[0].replace(",", "")
    value = float(digits)
    changed = value + max(2.0, round(value / 2))
    shown = f"{changed:.{len(digits.partition('.')[2])}f}"
    return told.text[: match.start()] + shown + told.text[match.end() :]


def _day(told: _Told) -> str | None:
    """Another day of the month or of the week."""
    match = _DAY.search(told.text)
    if match:
        day = (int(match[1]) + 5) % 27 + 1
        return told.text[: match.start()] + str(day) + told.text[match.end() :]
    for number, day in enumerate(_WEEKDAYS):
        if re.search(rf"\b{day}\b", told.text):
            return re.sub(rf"\b{day}\b", _WEEKDAYS[(number + 3) % 7], told.text, count=1)
    return None


def _person(told: _Told) -> str | None:
    return _other(told.text, told.names.get("PER", ()))


def _place(told: _Told) -> str | None:
    return _other(told.text, told.names.get("LOC", ()))


def _other(text: str, names: Sequence[str]) -> str | None:
    """Another name of the digest instead of the first in the text."""
    held = sorted((text.index(n), -len(n), n) for n in names if n in text)
    others = [n for n in names if n not in text and not any(n in h or h in n for _, _, h in held)]
    return text.replace(held[0][2], others[0], 1) if held and others else None


def _opposite(told: _Told) -> str | None:
    """The first word that stands on a side of a scale for the first word of the other side."""
    for sides in words(told.language).get("opposites", {}).values():
        for number, line in enumerate(sides):
            for word in listed(line):
                edge = r"\b" if told.language == "en" else ""
                match = re.search(rf"{edge}{re.escape(word)}{edge}", told.text)
                if match and len(word) > 1 and len(sides) == 2:
                    other = listed(sides[1 - number])[0]
                    return told.text[: match.start()] + other + told.text[match.end() :]
    return None


if __name__ == "__main__":
    main()
