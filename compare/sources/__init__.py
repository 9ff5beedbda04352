"""Files -> Articles: opens what the user names and reads it in the format it is in.

In: paths of files and folders. Out: Articles, and what was set aside with the reason. Readers are
asked in order of how sure their signs are (`READERS`); the last one takes any text. A reader turns
text into Drafts; `articles.finish` turns a Draft into an Article, so that dates, parts, languages
and outlets are treated alike whatever the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from compare.errors import CompareError, InternalFault, NoText, UnreadableFile
from compare.model import Article, SetAside
from compare.options import Options
from compare.resources.outlets import FILE_NAME, Outlets, outlets
from compare.sources import aggregator, digest, frontmatter, pages, plain, records
from compare.sources.articles import finish
from compare.sources.captures import settled
from compare.sources.decoding import decode
from compare.sources.drafts import Origin
from compare.sources.lines import visible
from compare.sources.paths import contents, files, shown, walk

READERS = (frontmatter, aggregator, records, pages, digest, plain)
# possessive, since comments that may be cut in two ways take twice as long with each one more
_FEED = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?><!--.*?-->\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)

__all__ = ["READERS", "files", "read", "read_all", "shown"]


def read(path: Path, options: Options | None = None) -> list[Article]:
    """The articles of one file, in its order.

    Raises UnreadableFile or NoText when it holds none that can be used, InternalFault where a
    reader fails. A line of a JSON Lines file that is no article is passed over here; `read_all`
    names it.
    """
    path, chosen = Path(path), options or Options()
    known = outlets(_lists(path.parent, chosen))
    articles, aside = _read(path, chosen, known, strict=True)
    if not articles:
        first = aside[0] if aside else SetAside(shown(path), "holds no article text")
        raise NoText(first.reason, file=first.file, line=first.line)
    return settled(articles, chosen)


def read_all(
    paths: Sequence[Path], options: Options | None = None
) -> tuple[list[Article], list[SetAside]]:
    """The articles of files and folders, in the order of the paths, each folder sorted.

    One bad file is set aside and the rest goes on, also where the fault is a reader's (unless
    `options.debug`). An equal text is kept with `copy_of`, an earlier capture of an address as a
    version of the later. Raises NotFound for a path that does not exist.
    """
    chosen = options or Options()
    articles: list[Article] = []
    aside: list[SetAside] = []
    lists: dict[Path, Outlets] = {}
    for path in walk(paths):
        if isinstance(path, SetAside):
            aside.append(path)
            continue
        try:
            if path.parent not in lists:
                lists[path.parent] = outlets(_lists(path.parent, chosen))
            found, bad = _read(path, chosen, lists[path.parent], strict=chosen.debug)
        except CompareError as error:
            if chosen.debug and isinstance(error, InternalFault):
                raise
            aside.append(SetAside(error.file or shown(path), error.message, error.line))
            continue
        aside += bad
        articles += found
    return settled(articles, chosen), aside


def _lists(folder: Path, options: Options) -> tuple[Path, ...]:
    """Files of outlets beside the shipped; one that stands beside an article has the last word."""
    return (*map(Path, options.outlet_files), folder / FILE_NAME)


def _read(
    path: Path, options: Options, known: Outlets, *, strict: bool
) -> tuple[list[Article], list[SetAside]]:
    """One file; a fault in one of its articles sets that aside, or is raised when `strict`."""
    file = shown(path)
    with _faults(file):
        return _articles(path, file, options, known, strict=strict)


@contextmanager
def _faults(file: str, line: int | None = None) -> Iterator[None]:
    """Makes whatever the body raises, and did not mean to, an InternalFault with the place."""
    try:
        yield
    except (CompareError, MemoryError):
        raise
    except Exception as error:
        what = visible(f"{type(error).__name__}: {error}").splitlines()[0][:160]
        raise InternalFault(
            f"a fault of this program: {what}; please report it with the file "
            "(COMPARE_DEBUG=1 shows where)",
            file=file,
            line=line,
        ) from error


def _articles(
    path: Path, file: str, options: Options, known: Outlets, *, strict: bool
) -> tuple[list[Article], list[SetAside]]:
    decoded = decode(contents(path, file, options.max_bytes), options, file)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NoText("the file is empty", file=file)
    if _FEED.match(text):
        raise UnreadableFile("an XML feed, not an article; save the pages it links to", file=file)
    origin = Origin(file, path.suffix.lower(), options)
    head = text[: options.format_head]
    reader = next(r for r in READERS if r.matches(head, origin))
    articles: list[Article] = []
    aside: list[SetAside] = []
    for number, draft in enumerate(reader.read(text, origin)):
        if isinstance(draft, SetAside):
            aside.append(draft)
            continue
        try:
            with _faults(file, draft.line):
                articles.append(finish(draft, file, known, options, decoded.notes, number))
        except (NoText, InternalFault) as error:
            if strict and isinstance(error, InternalFault):
                raise
            aside.append(SetAside(file, error.message, error.line))
    return articles, aside
