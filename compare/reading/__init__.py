"""NamesFound: an article becomes a Document, once.

In: articles. Out: Documents (sentences, clauses, quotations, dates, amounts, mentions, with
offsets), identities learned over many, and who says what. `base` is the ground that grammars share,
a folder a language holds its grammar and its words, `names` resolves mentions to identities across
languages, `speech` resolves who says what. No other stage reads text into slots.
"""
