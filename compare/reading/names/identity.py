"""Which entity a name stands for, inside one article and across a run.

In: the names of one article as read, what the run learned, the lexicon. Out: the same names with
an id and the evidence for it. In order: the article's own full names, glosses, the list, family
names that one person of the run bears, sound. A person known in one language only is named by that
language (`per:zh:…`), so that nothing is merged for want of knowledge.

Offices that stand for the person who holds them in this article. In: the resolved names and the
offices of one article. Out: role mentions. An office binds to the person it stands next to; on its
own it means the last person bound to it. A bare office that is bound to nobody names nobody, and
one that two persons hold here is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from compare.model import ORGANISATION, PERSON, PLACE, ROLE, Article, Name, Office
from compare.options import Options
from compare.reading.base.lexicon import INTERPUNCT, Lexicon, family, organ_entity, slug
from compare.reading.base.spans import BARE_ORGAN, FAMILY, GLOSS, LETTER, STRANGER, SURNAMED
from compare.reading.base.vocabulary import CIVIL, HONORIFICS, LETTERS, LOCAL_HONORIFICS, ORGANS
from compare.reading.names.learning import SOUND, Learned
from compare.reading.zh.foreign import last_part, with_interpuncts
from compare.reading.zh.titles import bears_surname
from compare.text.scripts import to_simplified

_PREFIX = {PERSON: "per", PLACE: "loc", ORGANISATION: "org"}


@dataclass(frozen=True, slots=True)
class _Article:
    """What one article says about its own short forms."""

    last_parts: Mapping[str, str]
    surnames: Mapping[str, tuple[tuple[int, str], ...]]
    families: Mapping[str, tuple[tuple[int, str], ...]]
    bodies: tuple[tuple[str, str], ...]
    traditional: bool
    text: str


def resolved(
    names: Sequence[Name], article: Article, learned: Learned, lexicon: Lexicon, options: Options
) -> list[Name]:
    """`names` with entities; a surname and title that nobody bears is left out."""
    strangers = {name.surface for name in names if name.evidence == STRANGER}
    full = [_full(name, article.id, learned, lexicon, strangers) for name in names]
    own = _own(full, article, learned, lexicon, options.name_body_least)
    return [
        named
        for name in full
        if (named := _short(name, own, article.id, learned, lexicon)) is not None
    ]


def _full(
    name: Name, article: str, learned: Learned, lexicon: Lexicon, strangers: Set[str]
) -> Name:
    """A full personal name with its identity; other names as they are. A name that a calling of
    common life once stands beside is a stranger's in the whole article.
    """
    if name.type != PERSON or name.evidence == SURNAMED:
        return name
    if name.surface in strangers and (name.chinese or name.evidence == STRANGER):
        return name._replace(entity=_unknown(name))
    if not name.chinese:
        return _full_latin(name, learned, lexicon) if " " in name.surface else name
    surface = with_interpuncts(name.surface)
    known = learned.known.get(surface)
    if known is not None and known.evidence in (GLOSS, SOUND):
        foreign = article not in known.articles
        return name._replace(entity=known.entity, evidence=known.evidence, foreign=foreign)
    entry = lexicon.by_surface.get(surface)
    if entry is not None and entry.entity and entry.evidence != FAMILY:
        return name._replace(entity=entry.entity)
    if INTERPUNCT in surface:
        return name._replace(entity=f"per:zh:{surface}")
    return name


def _full_latin(name: Name, learned: Learned, lexicon: Lexicon) -> Name:
    spelling = learned.spellings.get(name.surface, name.surface)
    for surface in (name.surface, spelling):
        entry = lexicon.by_surface.get(surface)
        if entry is not None and entry.entity and entry.type == PERSON:
            return name._replace(entity=entry.entity)
    return name._replace(entity=f"per:{slug(spelling)}")


def _own(
    names: Iterable[Name], article: Article, learned: Learned, lexicon: Lexicon, least: int
) -> _Article:
    last_parts: dict[str, str] = {}
    surnames: dict[str, list[tuple[int, str]]] = {}
    families: dict[str, list[tuple[int, str]]] = {}
    bodies: dict[str, str] = {}
    for name in names:
        if name.type == ORGANISATION and name.entity and len(name.surface) >= least:
            bodies.setdefault(name.surface, name.entity)
        if name.type != PERSON or name.evidence == SURNAMED:
            continue
        surface = with_interpuncts(name.surface) if name.chinese else name.surface
        entity = name.entity or _unknown(name)
        if name.chinese and INTERPUNCT in surface:
            last_parts.setdefault(last_part(surface), entity)
        elif name.chinese and _bears_surname(surface, entity, learned, lexicon):
            surnames.setdefault(surface[0], []).append((name.place, entity))
        elif " " in surface:
            families.setdefault(family(surface), []).append((name.place, entity))
    return _Article(
        last_parts,
        {surname: tuple(sorted(held)) for surname, held in surnames.items()},
        {last: tuple(sorted(held)) for last, held in families.items()},
        tuple(bodies.items()),
        article.script == "Hant",
        article.text if surnames else "",
    )


def _bears_surname(surface: str, entity: str, learned: Learned, lexicon: Lexicon) -> bool:
    listed = lexicon.entities.get(entity)
    if listed is not None and listed.family:
        return bears_surname(surface, listed.name, listed.family)
    latin = learned.glosses.get(surface)
    return bears_surname(surface, latin, family(latin) if latin else None)


def _short(
    name: Name, own: _Article, article: str, learned: Learned, lexicon: Lexicon
) -> Name | None:
    """A short form with the identity of the full one; None when there is no such name at all."""
    if name.evidence == SURNAMED:
        return _surnamed(name, own, lexicon)
    if name.type == PERSON:
        return _person(name, own, article, learned, lexicon)
    if name.type == ORGANISATION:
        entity = _longer_body(name, own) or name.entity or _own_organ(name, own, lexicon)
        return name._replace(entity=entity or _unknown(name))
    return name._replace(entity=name.entity or _listed(name, lexicon) or _unknown(name))


def _person(name: Name, own: _Article, article: str, learned: Learned, lexicon: Lexicon) -> Name:
    short = " " not in name.surface and INTERPUNCT not in with_interpuncts(name.surface)
    held = _bearer(name, own, lexicon) if short and name.evidence != STRANGER else None
    if held is not None:
        return name._replace(entity=held, evidence=FAMILY if name.entity is None else name.evidence)
    known = learned.known.get(name.surface)
    if name.chinese and known is not None:
        foreign = article not in known.articles
        return name._replace(entity=known.entity, evidence=known.evidence, foreign=foreign)
    if name.entity is not None:
        return name
    full = learned.full_names.get(name.surface) if short else None
    if full is not None and not name.chinese:
        whole = _full_latin(name._replace(surface=full), learned, lexicon)
        return name._replace(entity=whole.entity, evidence=FAMILY, foreign=True)
    return name._replace(entity=_listed(name, lexicon) or _unknown(name))


def _bearer(name: Name, own: _Article, lexicon: Lexicon) -> str | None:
    """Who bears this family name in the article: the famous one where he is named in full, else
    the last one named before.
    """
    if name.chinese:
        return own.last_parts.get(name.surface)
    held = own.families.get(name.surface, ())
    entry = lexicon.by_surface.get(name.surface)
    famous = entry.entity if entry is not None else lexicon.families_latin.get(name.surface)
    if famous in [entity for _, entity in held]:
        return famous
    before = [entity for place, entity in held if place <= name.place]
    return before[-1] if before else held[0][1] if held else None


def _listed(name: Name, lexicon: Lexicon) -> str | None:
    entry = lexicon.by_surface.get(with_interpuncts(name.surface) if name.chinese else name.surface)
    if entry is not None and entry.type == name.type:
        return entry.entity
    if name.type == PERSON:
        families = lexicon.families_zh if name.chinese else lexicon.families_latin
        return families.get(name.surface)
    return None


def _unknown(name: Name) -> str:
    prefix = _PREFIX[name.type]
    if name.chinese:
        return f"{prefix}:zh:{with_interpuncts(name.surface)}"
    return f"{prefix}:{slug(name.surface)}"


def _surnamed(name: Name, own: _Article, lexicon: Lexicon) -> Name | None:
    """习主席: the nearest person before it with this surname; 韩总统 is the country's when nobody
    is called so. The list is not asked: that it knows one 连 says nothing of whom this 连 is.
    """
    surname = name.surface[0]
    held = [one for one in own.surnames.get(surname, ()) if _may_be(name, one[1], own, lexicon)]
    before = [entity for place, entity in held if place <= name.place] or [e for _, e in held]
    if before:
        return name._replace(entity=before[-1])
    if name.surface[1:] in CIVIL:
        return name._replace(entity=_unknown(name))
    return _as_country(name, lexicon) if surname in LETTERS else None


def _may_be(name: Name, entity: str, own: _Article, lexicon: Lexicon) -> bool:
    """False for a listed person and an office that the article does not give to that person, when
    it is one of common life: 王校长 is not the foreign minister Wang.
    """
    office = name.surface[1:]
    listed = lexicon.entities.get(entity)
    if listed is None or not (office in LOCAL_HONORIFICS or office in CIVIL - HONORIFICS):
        return True
    text = to_simplified(own.text)
    forms = [form for tag, form in listed.names.items() if tag.startswith("zh")]
    shown = {to_simplified(form) for form in forms}
    return any(f"{form}{office}" in text or f"{office}{form}" in text for form in shown)


def _as_country(name: Name, lexicon: Lexicon) -> Name | None:
    entry = lexicon.by_surface.get(LETTERS[name.surface[0]][0])
    if entry is None:
        return None
    end = name.start + 1
    return name._replace(
        end=end, surface=name.surface[0], type=PLACE, entity=entry.entity, evidence=LETTER
    )


def _own_organ(name: Name, own: _Article, lexicon: Lexicon) -> str | None:
    """An organ without country is that of the country whose script the article is written in."""
    if name.evidence != BARE_ORGAN:
        return None
    return organ_entity(lexicon, "cc:TW" if own.traditional else "cc:CN", ORGANS[name.surface])


def _longer_body(name: Name, own: _Article) -> str | None:
    """The body of this article whose full name ends in this short one (国务院, 美国国务院)."""
    found = {
        entity
        for surface, entity in own.bodies
        if len(surface) > len(name.surface) and surface.endswith(name.surface)
    }
    return found.pop() if len(found) == 1 and name.chinese else None


_GAP = frozenset(" （(「“‘:：　,，")
_WIDEST = 2
BESIDE, ALONE = "title", "role"


def roles(offices: Sequence[Office], names: Iterable[Name]) -> Iterator[Name]:
    """Role mentions with the persons they stand for, in reading order."""
    persons = [name for name in names if name.type == PERSON and name.entity]
    begins = {(name.part, name.start): name for name in persons}
    ends = {(name.part, name.end): name for name in persons}
    bound: defaultdict[str, set[str]] = defaultdict(set)
    beside = {}
    for office in offices:
        person = _behind(office, begins) or ends.get((office.part, office.start))
        if person is not None and person.entity is not None:
            beside[office] = person.entity
            bound[office.key].add(person.entity)
    for office in offices:
        entity, evidence = beside.get(office), BESIDE
        if entity is None and len(bound[office.key]) == 1:
            entity, evidence = next(iter(bound[office.key])), ALONE
        if entity is not None:
            yield Name(
                office.part, office.start, office.end, office.surface, ROLE, entity, evidence,
                chinese=False, place=office.place,
            )  # fmt: skip


def _behind(office: Office, begins: dict[tuple[str, int], Name]) -> Name | None:
    """The person who follows, at most a bracket or space away."""
    for gap in range(_WIDEST + 1):
        if any(character not in _GAP for character in office.behind[:gap]):
            return None
        if person := begins.get((office.part, office.end + gap)):
            return person
    return None
