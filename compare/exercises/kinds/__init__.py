"""The kinds of exercise, in the order in which a sheet shows them.

In: facts about a story. Out: drafts of rows. Add a kind by writing its module, with its words, and
naming it here.
"""

from compare.exercises.facts import Kind
from compare.exercises.kinds import (
    brief,
    discrepancies,
    grid,
    headlines,
    independence,
    lateral,
    official,
    paragraphs,
    placement,
    sharing,
    voices,
    wording,
)

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        grid,
        sharing,
        official,
        discrepancies,
        voices,
        paragraphs,
        headlines,
        wording,
        independence,
        placement,
        brief,
        lateral,
    )
}
