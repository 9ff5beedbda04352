"""Values -> text: terminal tables, Markdown, pages, JSON and CSV.

In: a finished `Comparison` (or stories, an inspected article, sources side by side, answers of a
search). Out: one string; nothing here opens a file, prints, or looks at the terminal.

Each view (`story`, `matrix`, `explain`, `sides`, `reading`) turns values into plain blocks of
headings, grids and quotes; `terminal`, `markdown` and `page` turn blocks into text. So each thing
is worded once, and a view cannot differ between formats. `documents`, `assemble` and `contract`
hold the JSON, `rows` the CSV, `words` every word of ours in three languages; `report` brings one
result into whichever shape is asked for. Submodules are imported where they are used, because
`compare --help` must not pay for them.
"""
