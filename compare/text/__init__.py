"""str -> spans: scripts, languages, sentences, clauses, quotations, dates, quantities.

Everything here takes a string and gives offsets into that same string (code points, end
exclusive), so that whatever was folded on the way, a span always slices back to the original.
"""
