"""Which segment of one article says what a segment of another says.

In: articles, their mentions, vectors and the glossary (values; nothing is fetched here).
Out: links between sentences (`pairing`), rows of paragraphs (`paragraphs`), columns of clauses
over many articles (`columns`). `units` cuts, `scoring` compares, the others decide.
"""
