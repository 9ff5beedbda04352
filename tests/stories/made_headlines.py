"""Headlines made for tests."""

from __future__ import annotations

from collections.abc import Mapping

from compare.stories.headlines import Headline


def said(
    *subjects: str,
    also: tuple[str, ...] = (),
    days: tuple[int, ...] = (),
    preview: bool = False,
    title: str = "",
    persons: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    figures: Mapping[str, str] | None = None,
    outlet: str = "",
    published: int | None = None,
    told: str = "",
    named_so: tuple[str, ...] = (),
    figured: tuple[str, ...] = (),
) -> Headline:
    """A headline in English that names `subjects`; the article names `also` besides."""
    values = {unit: frozenset({value}) for unit, value in (figures or {}).items()}
    return Headline(
        frozenset(subjects),
        frozenset({*subjects, *also, *persons, *countries}),
        3,
        frozenset(days),
        preview,
        title=title,
        told=told,
        language="en",
        outlet=outlet,
        published=published,
        actors=(frozenset(persons), frozenset(), frozenset(), frozenset(countries)),
        named_so=frozenset(named_so),
        figures=values,
        every_figure={"": frozenset(figured)} if figured else values,
    )
