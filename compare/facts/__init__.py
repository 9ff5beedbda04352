"""Key facts: facts of several articles joined by what they are facts of, and how they differ.

In: the facts of every article, how alike their contexts are, the sources. Out: `FactRow`s, the most
shared and most contradicted first. Values never join two facts: the figure that differs is what is
looked for.

    contexts    facts -> texts without values     what a fact is a fact of, as text
    likeness    contexts, facts -> chances        are two facts of one thing?
    joining     chances -> groups
    relations   two facts -> a relation           the table of comparability
    rows        groups -> rows
    passages    row, proof -> what is borne    does a proof have the figures of a row?
"""

from compare.facts.contexts import Context, Contexts, contexts
from compare.facts.likeness import by_kind, chances
from compare.facts.passages import Joined, Passages, by_predicate
from compare.facts.relations import Rules
from compare.facts.rows import rows, with_copies

__all__ = [
    "Context",
    "Contexts",
    "Joined",
    "Passages",
    "Rules",
    "by_kind",
    "by_predicate",
    "chances",
    "contexts",
    "rows",
    "with_copies",
]
