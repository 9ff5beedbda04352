"""Values -> text: terminal tables, Markdown, JSON and CSV.

In: a finished `Comparison` (or stories, one article, side-by-side rows, evidence of a search).
Out: one string; nothing here opens a file, prints, or looks at the terminal.

Each view (`matrix`, `findings`, `explain`, `sides`, `listing`, `reading`, `search`) turns values
into plain blocks of headings, grids and quotes; `terminal` and `markdown` turn blocks into text.
So each thing is worded once, and a view cannot differ between formats. `documents` and `assemble`
hold the JSON contracts, `rows` the CSV. Submodules are imported where they are used, because
`compare --help` must not pay for them.
"""
