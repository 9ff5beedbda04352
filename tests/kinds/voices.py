"""What the tests of who says what share: one text in, who is read as saying which words.

In: the body of an article. Out: a `Heard`, asked by fragments of the text. A fragment counts where
it stands in one unbroken piece of somebody's words, so that a narrator's words between two halves
are nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import compare
from compare.model import Attribution

_HEADS = {
    "zh": "标题：简讯\n日期：2024-05-06\n来源：新华社",
    "en": "Title: Brief\nDate: 2024-05-06\nSource: Valley Bugle",
    "fr": "Title: En bref\nDate: 2024-05-06\nSource: Le Monde",
    "de": "Title: Kurz\nDate: 2024-05-06\nSource: Spiegel",
}


@dataclass(frozen=True, slots=True)
class Sibling:
    """One text, whose words which fragments are, and what nobody says.

    `said` maps a fragment to a part of its speaker's name (several after a bar); `direct` are
    fragments that must count as quoted; `unsaid` fragments are nobody's, `unquoted` ones not in
    quotation marks of a speaker; `silent` are no speakers.
    """

    body: str
    said: dict[str, str] = field(default_factory=dict)
    direct: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    unquoted: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    language: str = "en"

    def __str__(self) -> str:
        """Its first words, which name the test."""
        return self.body[:24]


class Heard:
    """The attributions of one text by piece."""

    def __init__(self, body: str, language: str, folder: Path) -> None:
        """Read `body` as a file in `folder`."""
        path = folder / "text.txt"
        path.write_text(f"{_HEADS[language]}\n\n{body}\n", encoding="utf-8")
        (self.article,) = compare.read(path)
        self.said = compare.attributions(self.article)

    def pieces(self) -> list[tuple[str, Attribution]]:
        """Every piece of somebody's words, with whose it is."""
        text = self.article.text
        return [(text[slice(*p)], a) for a in self.said for p in a.pieces or (a.content,)]

    def of(self, fragment: str) -> list[Attribution]:
        """The attributions that hold the fragment."""
        return [a for words, a in self.pieces() if fragment in words]

    def speakers(self) -> list[str]:
        """Everybody who says something."""
        return [a.speaker or a.source_text or "" for a in self.said]


def complaints(sibling: Sibling, folder: Path) -> list[str]:
    """What is wrong in how the text is read; nothing when all is right."""
    heard = Heard(sibling.body, sibling.language, folder)
    found = []
    for words, who in sibling.said.items():
        got = [a.speaker or a.source_text or "" for a in heard.of(words)]
        if not any(name in one for one in got for name in who.split("|")):
            found.append(f"{words}: {got} instead of {who}")
    found += [
        f"{words}: not quoted"
        for words in sibling.direct
        if not any(a.mode == "direct" for a in heard.of(words))
    ]
    found += [f"{words}: said" for words in sibling.unsaid if heard.of(words)]
    found += [
        f"{words}: counts as quoted"
        for words in sibling.unquoted
        if any(a.mode == "direct" for a in heard.of(words))
    ]
    return found + [f"a speaker {who}" for who in heard.speakers() if who in sibling.silent]
