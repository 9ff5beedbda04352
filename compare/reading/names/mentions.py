"""All mentions of one article: names, offices, dates, quantities.

In: a Document, what the run learned, options. Out: mentions with offsets into the original text of
their part, in reading order, longer before shorter. The names were read with the Document; only a
block in which a name learned elsewhere stands is searched again with the learned ones, since these
can move the borders of its neighbours. They are resolved over the whole article, since the full
name may stand in the lead and the family name in the title.

The entities that mentions name, with their best display names. In: mentions of a whole run. Out: id
-> Entity. A listed entity keeps its listed names; another is called by its longest Latin surface,
else by its most frequent Chinese one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from compare.model import (
    DATE,
    NUMBER,
    PERSON,
    ROLE,
    Document,
    Entity,
    Mention,
    Name,
    NameBlock,
    Office,
    Quantity,
    ReadPart,
)
from compare.options import Options
from compare.reading.base.lexicon import Lexicon, family, lexicon
from compare.reading.base.spans import FAMILY, SURNAMED
from compare.reading.base.vocabulary import HONORIFICS
from compare.reading.blocks import reread
from compare.reading.names.identity import resolved, roles
from compare.reading.names.learning import Learned, learn
from compare.reading.zh.foreign import last_part, with_interpuncts
from compare.text.display import HANS, shown
from compare.text.scripts import script_of

_RANK = {"title": 0, "body": 1}


def mentions(
    document: Document, learned: Learned | None = None, options: Options = Options()
) -> list[Mention]:
    """The mentions of a document's article; without `learned` it teaches itself."""
    lex = lexicon(options)
    known = learn([document], options) if learned is None else learned
    blocks = reread(document, lex, known.surfaces, options)
    names = _names(blocks)
    named = resolved(names, document.article, known, lex, options)
    named += [part for name in named for part in _parts(name)]
    named += roles(_offices(blocks), named)
    found = [m for part, read in document.parts.items() for m in _values(document, part, read)]
    found += [_mention(document, name) for name in named]
    unique = {(m.part, m.start, m.end, m.type): m for m in reversed(found)}
    return sorted(
        unique.values(), key=lambda m: (_RANK.get(m.part, 2), m.part, m.start, -m.end, m.type)
    )


def _names(blocks: Iterable[NameBlock]) -> list[Name]:
    """The names of all blocks, each with its rank in the article."""
    found: list[Name] = []
    for block in blocks:
        before = len(found)
        found += (name._replace(place=before + name.place) for name in block.names)
    return found


def _offices(blocks: Iterable[NameBlock]) -> list[Office]:
    found: list[Office] = []
    for block in blocks:
        before = len(found)
        found += (office._replace(place=before + office.place) for office in block.offices)
    return found


def _parts(name: Name) -> Iterator[Name]:
    """The shorter names inside a person's: the last part of a dotted one, the surname of 习主席."""
    if name.type != PERSON:
        return
    if name.evidence == SURNAMED or name.surface[1:] in HONORIFICS:
        yield _piece(name, name.start, name.start + 1, name.surface[:1])
    elif name.chinese:
        last = last_part(name.surface)
        if last != name.surface and len(last) > 1:
            yield _piece(name, name.end - len(last), name.end, last)


def _piece(name: Name, start: int, end: int, surface: str) -> Name:
    return name._replace(start=start, end=end, surface=surface, evidence=FAMILY, chinese=True)


def _mention(document: Document, name: Name) -> Mention:
    text = document.parts[name.part].text[name.start : name.end]
    return Mention(
        document.article.id, name.part, name.start, name.end, text, name.type, name.entity,
        name.evidence, foreign=name.foreign,
    )  # fmt: skip


def _values(document: Document, part: str, read: ReadPart) -> Iterator[Mention]:
    """Dates and quantities."""
    key = document.article.id
    for day in read.dates:
        yield Mention(
            key, part, day.start, day.end, day.text, DATE, evidence=day.kind, value=day.iso
        )
    for amount in read.amounts:
        evidence = "ordinal" if amount.ordinal else "quantity"
        yield Mention(
            key, part, amount.start, amount.end, amount.text, NUMBER, evidence=evidence,
            value=_value(amount),
        )  # fmt: skip


def _value(amount: Quantity) -> str:
    """Number and unit, `12 hour`."""
    number = f"{amount.value:g}" if abs(amount.value) < 1e6 else f"{amount.value:.0f}"
    return f"{number} {amount.unit}".strip() if amount.unit else number


def entities(all_mentions: Iterable[Mention], options: Options = Options()) -> dict[str, Entity]:
    """Every entity of `all_mentions` by id, in order of id."""
    lex = lexicon(options)
    surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, str] = {}
    for mention in all_mentions:
        if mention.entity is not None and mention.type != ROLE:
            surfaces[mention.entity][mention.text] += 1
            types.setdefault(mention.entity, mention.type)
    return {one: _entity(one, types[one], surfaces[one], lex) for one in sorted(surfaces)}


def _entity(one: str, kind: str, surfaces: Counter[str], lex: Lexicon) -> Entity:
    listed = lex.entities.get(one)
    if listed is not None:
        if listed.family is None and kind == PERSON and "en" in listed.names:
            return Entity(one, listed.name, kind, listed.names, family(listed.names["en"]))
        return listed
    names = _names_by_language(one, surfaces)
    english = names.get("en")
    name = english or names.get("zh-Hans") or names.get("zh-Hant") or one
    return Entity(one, name, kind, names, family(english) if english and kind == PERSON else None)


def _names_by_language(one: str, surfaces: Counter[str]) -> dict[str, str]:
    """The best surface in each language: most words or parts, then most frequent."""
    names: dict[str, str] = {}
    ranked = sorted(surfaces, key=lambda s: (-_weight(s), -surfaces[s], s))
    for surface in ranked:
        script = script_of(surface)
        names.setdefault("en" if script is None else f"zh-{script}", surface)
    if "en" not in names and not one.split(":", 1)[-1].startswith("zh:"):
        names["en"] = one.split(":", 1)[-1].replace("-", " ").title()
    if "zh-Hant" in names:
        names.setdefault("zh-Hans", shown(names["zh-Hant"], HANS, (names["zh-Hant"],)))
    return names


def _weight(surface: str) -> int:
    plain = with_interpuncts(surface) if script_of(surface) else surface
    return plain.count(" ") + plain.count("·")
