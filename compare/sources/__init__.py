"""Files -> Articles: opens what the user names and reads it in the format it is in.

In: paths of files and folders. Out: Articles, and what was set aside with the reason. Readers are
asked in order of how sure their signs are (`READERS`); the last one takes any text. A reader turns
text into Drafts; `articles.finish` turns a Draft into an Article, so that dates, parts, languages
and outlets are treated alike whatever the format.

Paths given by a user -> the files to read, in a fixed order. In: files and folders. Out: files; a
folder's are sorted by their path, so that a run is the same on every machine. README*, LICENSE*,
dotfiles and our own files (compare.toml, names.tsv, outlets.toml) inside a folder are passed over,
but a file that is named itself is always read.
"""

from __future__ import annotations

import os
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

READERS = (frontmatter, aggregator, records, pages, digest, plain)
# possessive, since comments that may be cut in two ways take twice as long with each one more
_FEED = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?><!--.*?-->\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)

__all__ = ["READERS", "read", "read_all"]


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
    decoded = decode(_bytes(path, file, options.max_bytes), options, file)
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


def _bytes(path: Path, file: str, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile("a folder, not a file; `compare stories` reads folders", file=file)
        size = path.stat().st_size
        if size > limit:
            raise UnreadableFile(
                f"{size / 1e6:.0f} MB is over the limit of {limit / 1e6:.0f} MB; split the file",
                file=file,
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile("no such file", file=file) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableFile(f"cannot be opened: {why}", file=file) from error
    if not data.strip():
        raise NoText("the file is empty", file=file)
    return data


_OURS = ("compare.toml", "names.tsv", "outlets.toml")
_SKIPPED = ("readme", "license", "licence")


def walk(paths: Sequence[Path]) -> Iterator[Path]:
    """Every file to read, once, however its path is written."""
    seen: set[str] = set()
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else [path]:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def shown(path: Path) -> str:
    """The path as given, with at least its last folder, for people and for `Article.file`."""
    if path.parent.name or path.is_absolute():
        return path.as_posix()
    folder = Path.cwd().name if path.parent == Path() else path.resolve().parent.name
    return f"{folder}/{path.name}" if folder else path.name


def _inside(folder: Path) -> list[Path]:
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file() and not _is_passed_over(path.relative_to(folder))
    ]
    return sorted(found, key=lambda path: path.as_posix())


def _is_passed_over(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return True
    name = path.name.lower()
    return name in _OURS or name.startswith(_SKIPPED)
