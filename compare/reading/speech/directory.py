"""Names of speakers: the fullest form an article gives of somebody, and its English gloss.

In: a body and its mentions. Out: a directory that turns a source's words into a display name and an
entity. Mentions lead; without them names are known by their form (interpuncts, capitals, a title
beside them).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compare.model import ORGANISATION, PERSON, PLACE, ROLE, Mention
from compare.reading.base.spoken import Span
from compare.reading.speech.source_words import SourceWords
from compare.resources.words import either, word_set
from compare.text.scripts import is_chinese, to_simplified

_HAN = "\u3400-\u9fff"
_DOTS = "·‧•・．∙"
_JOINED = re.compile(rf"(?<=[{_HAN}])[和与及與、](?=[{_HAN}]+[{_DOTS}])")
_GLOSS = re.compile(r"\s?[（(]\s?([A-ZÀ-Þ][\w.’'\- ]*[A-ZÀ-Þ][\w.’'\- ]+?)\s?[)）]")
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[{_DOTS}-][{_HAN}]{{1,8}})+")
_OFFICES = either(word_set("zh", "speech", "offices"))
_TITLED = re.compile(rf"(?:^|.*)(?:{_OFFICES})(?P<name>[{_HAN}]{{2,4}})$")
_BEFORE_TITLE = re.compile(rf"^(?P<name>[{_HAN}]{{1,5}})(?:副|前)?(?:{_OFFICES})$")
_OPENS = ("“", '"', "‘", "«", "„")
_QUANTITIES = word_set("zh", "speech", "quantities")
_BARE_TITLE = re.compile(rf"(?:{_OFFICES})$")
PARTICLE = r"(?:de|da|del|di|van|von|der|den|al|bin|la|le|el|ter|dos)"
_NAME = r"[A-ZÀ-Þ][\w’'-]{0,40}[a-zß-ÿ][\w’'-]*+"
_CAPITALS = re.compile(
    rf"(?:(?<![\w.])[A-Z]\. ?)?{_NAME}(?:(?: [A-Z]\.)* (?:{PARTICLE} )*(?:{_NAME}|[A-Z]{{2,}}))*"
)


@lru_cache(maxsize=4096)
def simple(words: str) -> str:
    """`words` in Simplified characters; cached, since the same few sources are asked for often."""
    return to_simplified(words)


@dataclass(frozen=True, slots=True)
class Named:
    """A display name, the entity behind it if known, and whether it names a person."""

    name: str
    entity: str | None = None
    person: bool = False


class Directory:
    """Names of one article. Built once, asked for every source."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], quotes: Sequence[Span], tell: SourceWords
    ) -> None:
        """Read the names of `text`; `mentions` are those of its body, `quotes` its quotations."""
        self._text, self._tell = text, tell
        self._own = text if tell.english else _blanked(text, quotes)
        self._mentions = [m for m in mentions if m.type in {PERSON, ORGANISATION, PLACE, ROLE}]
        self._chinese = is_chinese(text[:400])
        self._display = _display_names(text, self._mentions)
        self._full = _dotted(text) if self._chinese else _full_names(self._own, tell)

    def named(self, span: Span) -> Named:
        """Whom the source at `span` names: a person first, then a body, else its own words."""
        end = span[0] + len(_ASIDE.sub("", self._text[slice(*span)]))
        inside = [m for m in self._mentions if span[0] <= m.start and m.end <= end]
        if self._joint(inside):
            return Named(_bare(self._text[slice(*span)]))
        for kinds in ((PERSON,), (ROLE,)):
            for mention in reversed(inside) if self._chinese else inside:
                if mention.type in kinds and mention.entity and not self._owns(mention):
                    name = self._display.get(mention.entity, mention.text)
                    return Named(name, mention.entity, person=True)
        person = self._by_form(self._text[slice(*span)])
        if person is not None:
            return Named(person, None, person=True)
        whole = [m for m in inside if m.entity and m.end == span[1] and m.type == ORGANISATION]
        words = _bare(self._text[slice(*span)])
        return Named(words, whole[0].entity if whole else None)

    def _joint(self, inside: Sequence[Mention]) -> bool:
        """True when the source joins two persons: 甲和乙, Ann Holt and Tom Reyk."""
        persons = [m for m in inside if m.type == PERSON and m.entity]
        between = (
            self._text[one.end : two.start].strip()
            for one, two in pairwise(persons)
            if one.entity != two.entity
        )
        return any(words in self._tell.both for words in between)

    def last_person(self, end: int, after: int | None = None) -> Named | None:
        """The person named last before `end` in the same paragraph or the one before; `after` that
        character when it is given.
        """
        start = self._text.rfind("\n\n", 0, max(0, self._text.rfind("\n\n", 0, end)))
        start = start if after is None else after
        for mention in reversed(self._mentions):
            if (
                max(0, start) <= mention.start
                and mention.end <= end
                and mention.type == PERSON
                and mention.entity
            ):
                return Named(
                    self._display.get(mention.entity, mention.text), mention.entity, person=True
                )
        if self._chinese:
            return None
        found = list(_CAPITALS.finditer(self._own, max(0, start), end))
        for match in reversed(found):
            if self._text[match.start() - 1 : match.start()] in _OPENS:
                continue  # a title in marks
            name = _name_at(self._text, match, self._tell)
            titled = self._text[: match.start()].endswith(self._tell.civil)
            if name and (titled or " " in name or name in self._full):
                return Named(self._full.get(name, name), None, person=True)
        return None

    def only_person(self, start: int, end: int) -> Named | None:
        """The one person whom the mentions name between the two; None for none or several."""
        here = [m for m in self._mentions if start <= m.start and m.end <= end]
        found = {m.entity: m for m in here if m.type == PERSON and m.entity}
        if len(found) != 1:
            return None
        ((entity, mention),) = found.items()
        return Named(self._display.get(mention.entity or "", mention.text), entity, person=True)

    def _owns(self, mention: Mention) -> bool:
        """True when a name only owns the speaker: Mr. Venn's adviser, 文恩的律师."""
        after = self._text[mention.end : mention.end + 2]
        return (
            after in ("'s", "’s")
            or after[:1] in ("的", "阵", "陣", "政")
            or mention.text.endswith(("'s", "’s"))
        )

    def _by_form(self, words: str) -> str | None:
        if self._chinese:
            found = _chinese_person(words, self._full)
        else:
            found = _latin_person(words, self._full, self._tell)
        if found is None:
            return None
        return self._full.get(found) or self._full.get(simple(found)) or found


def _blanked(text: str, quotes: Sequence[Span]) -> str:
    """`text` without what is quoted: names in it are titles, or somebody else's."""
    pieces, at = [], 0
    for start, end in quotes:
        pieces += [text[at:start], "\0" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def _bare(words: str) -> str:
    """A source without the appositions behind its first comma."""
    return re.split(r"[,，]\s|[（(]", words, maxsplit=1)[0].strip()


def _display_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Entity -> its English gloss in the text, else its longest surface."""
    names: dict[str, str] = {}
    for mention in mentions:
        if not mention.entity or mention.type == ROLE:
            continue
        gloss = None if mention.text.isascii() else _GLOSS.match(text, mention.end)
        known = names.get(mention.entity, "")
        name = gloss[1] if gloss else mention.text
        if known.isascii() and known and not name.isascii():
            continue
        if gloss or len(name) > len(known):
            names[mention.entity] = name
    return names


def _dotted(text: str) -> dict[str, str]:
    """Chinese: last part of an interpunct name, and the name itself -> its gloss or full form."""
    full: dict[str, str] = {}
    for match in _DOTTED.finditer(_JOINED.sub("，", text) if _JOINED.search(text) else text):
        name = _shortened(_untitled(match[0]))
        gloss = _GLOSS.match(text, match.end())
        shown = gloss[1] if gloss else name
        for key in (name, re.split(rf"[{_DOTS}-]", name)[-1]):
            full.setdefault(key, shown)
    for match in re.finditer(rf"([{_HAN}]{{2,6}}){_GLOSS.pattern}", text):
        if titled := _TITLED.match(simple(match[1])):
            full.setdefault(titled["name"], match[2])
        elif len(match[1]) < 5:
            full.setdefault(match[1], match[2])
    return full


def _shortened(name: str) -> str:
    """An interpunct name without the words that ran into its last part: 与中国, 周一, 说."""
    parts = re.split(rf"([{_DOTS}-])", name)
    parts[-1] = re.split(
        r"(?<=.)(?:[与和及跟在对向于就说称表会上周星将的是也还曾今昨当同等并又、與會說稱對於還將]|星期|访)",
        parts[-1],
    )[0]
    return "".join(parts)


def _untitled(name: str) -> str:
    """An interpunct name without the title or country that ran into its first part."""
    folded = simple(name)
    cut = 0
    for title in re.finditer(_OFFICES, folded):
        if title.end() < re.search(rf"[{_DOTS}-]", name).start():  # type: ignore[union-attr]
            cut = title.end()
    return name[cut:]


def _full_names(text: str, tell: SourceWords) -> dict[str, str]:
    """Latin letters: family name -> the first full name that the text gives for it."""
    full: dict[str, str] = {}
    for match in _CAPITALS.finditer(text):
        name = _name_at(text, match, tell)
        if name and " " in name:
            full.setdefault(name.split(" ")[-1], name)
    return full


def _name_at(text: str, match: re.Match[str], tell: SourceWords) -> str | None:
    """The personal name of a run of capitals; behind an article only one with a title is, but in
    English (la Casa Rosada, die Ministerin Anna Wolf).
    """
    name = _latin_name(match[0], tell)
    if tell.english or name != match[0]:
        return name
    return None if tell.articles.search(text, max(0, match.start() - 12), match.start()) else name


def _latin_name(words: str, tell: SourceWords) -> str | None:
    """The personal name in a run of capitalised words, without titles; None for a body's name."""
    parts = words.split(" ")
    while parts and tell.title.fullmatch(parts[0].rstrip(".").lower()):
        parts = parts[1:]
    if any(tell.body.fullmatch(part.lower()) for part in re.findall(r"\w+", " ".join(parts))):
        return None
    return " ".join(parts) or None


def _latin_person(words: str, known: Mapping[str, str], tell: SourceWords) -> str | None:
    """The first personal name of a source. A single word is one in English unless it is common;
    elsewhere it must stand behind a title or be somebody's last name.
    """
    words = words.removesuffix("'s").removesuffix("’s")
    for match in _CAPITALS.finditer(words):
        if words[match.end() - 2 : match.end()] in ("'s", "’s"):
            continue
        name = _latin_name(match[0], tell)
        if name is None:
            continue
        before, after = words[: match.start()], words[match.end() :]
        if " " not in name and not _alone(name, before, known, tell):
            continue
        if after and not _BEHIND.match(after) and tell.english:
            continue
        inside = _OF.search(before) if tell.english else tell.around.search(before.rstrip())
        if not inside:
            return name
    return None


def _alone(name: str, before: str, known: Mapping[str, str], tell: SourceWords) -> bool:
    if tell.english:
        return bool(before) or name.lower() not in tell.common
    return name in known or before.endswith(tell.civil)


# Rep. Tom Ortega (D-Calif.)
_ASIDE = re.compile(r"(?<=\w) \([A-Z][^()]{0,40}\)$")
_BEHIND = re.compile(r"[,(]| (?:of|who|and|himself|herself|from|at|in|for|\()\b")
_OF = re.compile(r"(?: (?:of|for|at|in|from|with|by|the)|The)(?:(?: [A-Z][\w.]+,?)+ and)? *$")


def _chinese_person(words: str, known: Mapping[str, str]) -> str | None:
    if words in known:
        return words
    if aside := re.search(rf"[（(]([{_HAN}]{{2,4}})[)）]$", words):
        return aside[1]
    words = re.sub(r"[（(][^（()）]*[)）]?$", "", words)
    if words in known:
        return words
    if _JOINED.search(words):
        return None
    if dotted := _DOTTED.search(words):
        return _shortened(_untitled(dotted[0]))
    folded = simple(words)
    if titled := _TITLED.match(folded):
        return words[titled.start("name") :]
    if before := _BEFORE_TITLE.match(folded):
        return (
            words[: before.end("name")]
            if len(before["name"]) >= 2
            and not _is_body(before["name"])
            and before["name"] not in _QUANTITIES
            else None
        )
    return None


def _is_body(name: str) -> bool:
    return bool(
        re.search(
            r"[国國市省州县部院局厅署社党军队会校司方级前]$|^(?:该|一名|一位|有|这|那|其|他|"
            r"她|当地|另)",
            name,
        )
    )


def is_title(words: str) -> bool:
    """True for a Chinese role without a name: 外长, 国务卿, 该发言人."""
    return bool(_BARE_TITLE.search(simple(words)))
