"""Entities: which persons, places and bodies an article names, and when two names are one.

The steps, in order:

    learn       articles -> Learned      glosses, full names, Latin names with their days
    mentions    article -> [Mention]     names, offices, dates, quantities of one article
    entities    mentions -> {id: Entity} what they name, with English and family names

Inside `mentions`: `blocks` folds and cuts the article; `chinese` and `english` propose spans
(`lexicon` and `terms` list names, `foreign`, `letters`, `titles`, `organisations` follow rules) and
`spans` chooses; `identity` binds them to entities; `roles` lets offices stand for persons.
"""

from compare.reading.names.learning import Learned, learn
from compare.reading.names.mentions import entities

__all__ = ["Learned", "entities", "learn"]
