"""The kinds of exercise, in the order in which a sheet shows them.

In: facts about a story. Out: drafts of rows. A kind is a module with a value `KIND`; add one by
writing its module, with its words, and naming it here.
"""

from importlib import import_module

from compare.exercises.facts import Kind

ORDER = (
    "grid",
    "sharing",
    "official",
    "discrepancies",
    "voices",
    "paragraphs",
    "headlines",
    "wording",
    "independence",
    "placement",
    "brief",
    "lateral",
)
KINDS: dict[str, Kind] = {name: import_module(f"{__name__}.{name}").KIND for name in ORDER}
