"""Names: which persons, places and bodies an article names, and when two names are one.

The steps, in order:

    learn       Documents -> Learned      glosses, full names, Latin names with their days
    mentions    Document -> [Mention]     names, offices, dates, quantities of one article
    entities    mentions -> {id: Entity}  what they name, with English and family names

The spans were found with the Document: `reading.blocks` folds and cuts the article, the grammars of
its languages propose spans beside the `lexicon`, and `spans` chooses. `identity` binds them to
entities, and lets offices stand for persons.
"""

from compare.reading.names.learning import Learned, learn
from compare.reading.names.mentions import entities

__all__ = ["Learned", "entities", "learn"]
