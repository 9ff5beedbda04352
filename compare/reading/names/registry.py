"""The entities that mentions name, with their best display names.

In: mentions of a whole run. Out: id -> Entity. A listed entity keeps its listed names; another is
called by its longest Latin surface, else by its most frequent Chinese one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from compare.model import PERSON, ROLE, Entity, Mention
from compare.options import Options
from compare.reading.base.latin import family
from compare.reading.base.lexicon import Lexicon, lexicon
from compare.reading.zh.foreign import with_interpuncts
from compare.text.scripts import script_of, to_simplified


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
    names = _names(one, surfaces)
    english = names.get("en")
    name = english or names.get("zh-Hans") or names.get("zh-Hant") or one
    return Entity(one, name, kind, names, family(english) if english and kind == PERSON else None)


def _names(one: str, surfaces: Counter[str]) -> dict[str, str]:
    """The best surface in each language: most words or parts, then most frequent."""
    names: dict[str, str] = {}
    ranked = sorted(surfaces, key=lambda s: (-_weight(s), -surfaces[s], s))
    for surface in ranked:
        script = script_of(surface)
        names.setdefault("en" if script is None else f"zh-{script}", surface)
    if "en" not in names and not one.split(":", 1)[-1].startswith("zh:"):
        names["en"] = one.split(":", 1)[-1].replace("-", " ").title()
    if "zh-Hant" in names:
        names.setdefault("zh-Hans", to_simplified(names["zh-Hant"]))
    return names


def _weight(surface: str) -> int:
    plain = with_interpuncts(surface) if script_of(surface) else surface
    return plain.count(" ") + plain.count("·")
