"""How far two articles agree on one event, and what speaks against it.

In: the headlines of two articles, the time between them, the likeness of their words. Out: a factor
in thousandths. Reports made from one template (results of companies, quakes, rates, warnings) share
nearly all their words and nothing that they name, and a daily column shares its headline only:
there likeness speaks against one event, so country, actor and figure must agree. Names that reading
did not find in the other text are looked for in its characters first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from compare.options import Options
from compare.stories.headlines import Headline
from compare.stories.marks import words

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COUNTRIES = -1


def agreement(
    one: Headline, other: Headline, gap: int, options: Options, shared_words: int = 0
) -> int:
    """A factor in thousandths: 1000 when nothing speaks against one event, 0 when it is another for
    sure. `gap` is in seconds, `shared_words` the likeness of the words in thousandths, 0 between
    two languages.
    """
    if is_other_event(one, other, shared_words, options):
        return 0
    shared = len(one.subjects & other.subjects) >= options.story_subjects
    factor = options.story_same_subjects if shared else 1000
    later = gap > options.story_later * 3600
    if not (shared or later) and one.leading & other.leading & one.places & other.places:
        factor = options.story_same_place
    missing = bool(one.subjects - other.everyone), bool(other.subjects - one.everyone)
    if all(missing):
        factor = factor * options.story_both_miss // 1000
    elif any(missing):
        missed = options.story_one_misses_later if later else options.story_one_misses
        factor = factor * missed // 1000
    if one.days and other.days and not one.days & other.days:
        factor = factor * _other_days(one, other, gap, options) // 1000
    if one.preview != other.preview and later:
        factor = factor * options.story_preview // 1000
    return factor * _elsewhere(one, other, options) // 1000


def _other_days(one: Headline, other: Headline, gap: int, options: Options) -> int:
    """The factor of leads that speak of other days. Where both came at one time, the day of
    publication in a lead is when somebody said it, and the event may lie before.
    """
    today = {one.published} == one.days or {other.published} == other.days
    if today and not gap:
        return options.story_said_today
    apart = min(abs(a - b) for a in one.days for b in other.days)
    left = options.story_other_day - options.story_other_day_each * apart
    return max(left, options.story_other_day_least)


def is_other_event(one: Headline, other: Headline, shared_words: int, options: Options) -> bool:
    """Whether the two are made from one template, and tell of different events: of another country,
    actor or figure, or of another day in a column.
    """
    if one.language != other.language:
        return False
    if _is_column(one, other, shared_words, options):
        return True
    if not options.story_template_words <= shared_words < options.story_copied_words:
        return False
    if (
        _other_figures(one, other)
        or _nobody_shared(one, other)
        or _no_figure_shared(one, other, options)
    ):
        return True
    pairs = [(one.places, other.places), *zip(one.actors, other.actors, strict=True)]
    if _other_words(one, other):
        return True
    return any(_unheard(a, b, one, other, all) for a, b in pairs if not a & b)


def _elsewhere(one: Headline, other: Headline, options: Options) -> int:
    """The factor of figures, countries and names of which the other knows nothing."""
    told = (one.places and other.places) or (one.subjects and other.subjects)
    if one.language == other.language and told and _nobody_shared(one, other):
        return options.story_nothing_named
    factor = options.story_other_figures if _other_figures(one, other) else 1000
    titled = one.actors[_COUNTRIES], other.actors[_COUNTRIES]
    if _foreign(*titled, one, other, any) or _foreign(one.lands, other.lands, one, other, all):
        factor = factor * options.story_other_country // 1000
    return factor


def _foreign(
    mine: frozenset[str],
    yours: frozenset[str],
    one: Headline,
    other: Headline,
    how: Callable[[Iterable[bool]], bool],
) -> bool:
    return not mine & yours and _unheard(mine, yours, one, other, how)


def _other_words(one: Headline, other: Headline) -> bool:
    """Whether each headline writes like a name what the other text does not have as a word."""
    mine, yours = (set(_TOKEN.findall(h.told)) for h in (one, other))
    return bool(one.named_so - yours) and bool(other.named_so - mine)


def _unheard(
    mine: frozenset[str],
    yours: frozenset[str],
    one: Headline,
    other: Headline,
    how: Callable[[Iterable[bool]], bool],
) -> bool:
    """Whether each article is about somebody of whom the other says nothing at all (`how` is all),
    or one of them is (any).
    """
    if not (mine and yours):
        return False
    return how(
        (
            not any(other.hears(name, one) for name in mine),
            not any(one.hears(name, other) for name in yours),
        )
    )


def _other_figures(one: Headline, other: Headline) -> bool:
    """Whether both headlines give a figure in one unit which the other article does not have."""
    return any(
        not values & other.every_figure.get(unit, frozenset())
        and not other.figures[unit] & one.every_figure.get(unit, frozenset())
        for unit, values in one.figures.items()
        if unit in other.figures
    )


def _no_figure_shared(one: Headline, other: Headline, options: Options) -> bool:
    """Whether both texts give several figures, and hardly one that the other gives too."""
    mine, yours = (
        {(unit, value) for unit, values in h.every_figure.items() for value in values}
        for h in (one, other)
    )
    least = min(len(mine), len(yours))
    return (
        least >= options.story_figures and len(mine & yours) < options.story_figures_shared * least
    )


def _nobody_shared(one: Headline, other: Headline) -> bool:
    """Whether both name somebody or some place, and have no name in common."""
    if not (one.everyone and other.everyone) or one.everyone & other.everyone:
        return False
    return not (
        any(other.hears(n, one) for n in one.names) or any(one.hears(n, other) for n in other.names)
    )


def _is_column(one: Headline, other: Headline, shared_words: int, options: Options) -> bool:
    """A headline used again by one outlet on another day, over another text or other figures."""
    days = one.published, other.published
    if None in days or days[0] == days[1]:
        return False
    if not one.outlet or one.outlet != other.outlet or not one.title:
        return False
    left, right = (_TOKEN.findall(h.title.lower()) for h in (one, other))
    if left != right:
        alike = SequenceMatcher(None, left, right, autojunk=False).ratio()
        template = shared_words >= options.story_template_words
        return alike >= options.story_same_title and (template or _other_figures(one, other))
    mine, yours = (set(words(h.told.partition("\n")[2], h.language)) for h in (one, other))
    least = min(len(mine), len(yours))
    return _other_figures(one, other) or len(mine & yours) < options.story_same_text * least
