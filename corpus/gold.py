"""Labels of a story (`compare.gold/1`): reading, and the checks that make them gold.

In: a folder with one Markdown file an article and `labels.json`. Out: `Story`. Offsets are code
points into an article's body (what follows the front matter, without the last line break) or title,
end exclusive, and `quote` repeats the characters, so that a damaged file is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

SCHEMA = "compare.gold/1"
Status = Literal["included", "partial", "conflicts", "absent"]
StoryKind = Literal[
    "accident", "court", "crime", "culture", "disaster", "election", "health", "labour", "markets",
    "protest", "results", "science", "sport", "talks", "tech", "weather",
]  # fmt: skip
FactKind = Literal[
    "date", "time", "duration", "number", "money", "share", "score", "place", "person", "role",
    "outcome", "order", "attribution", "modality", "polarity",
]  # fmt: skip
_FRONT = re.compile(r"---\n(.*?)\n---\n\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+): \"?(.*?)\"?$", re.MULTILINE)


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one article."""

    part: Literal["body", "title"]
    start: Annotated[int, msgspec.Meta(ge=0)]
    end: Annotated[int, msgspec.Meta(ge=1)]
    quote: str


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one source does with a claim, and the shortest stretches that show it."""

    status: Status
    spans: tuple[Span, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Whose words a claim is, as all articles together show; `unknown` are unnamed sources."""

    kind: Literal["readout", "remarks", "media", "outlet", "unknown"]
    speaker: str | None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that stands alone, with a cell for every source of its story."""

    id: str
    text: str
    language: str
    origin: Origin
    cells: dict[str, Cell]


class Side(Span, frozen=True, kw_only=True):
    """A stretch of a source that states a value."""

    source: str
    value: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Two stretches that differ. `compatible`: only a hasty reader would say so; `conflict`: both
    cannot be right; `shift`: hardened, softened, or said by somebody else.
    """

    id: str
    kind: FactKind
    severity: Literal["conflict", "shift", "compatible"]
    claims: tuple[str, ...]
    sides: tuple[Side, Side]
    note: str


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A typed value in every source that states it; equal values agree."""

    id: str
    kind: FactKind
    of: str
    claims: tuple[str, ...]
    values: tuple[Side, ...]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An article; its file is `<id>.md`. `copy_of` is the source that it repeats, and how."""

    id: str
    outlet: str
    language: str
    copy_of: str | None = None
    copied_as: Literal["wire", "shortened", "translation"] | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """All labels of a story."""

    schema: Literal["compare.gold/1"]
    slug: str
    title: str
    kind: StoryKind
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The title and the body of an article."""

    title: str
    body: str

    def part(self, name: str) -> str:
        """The text of `body` or `title`."""
        return self.title if name == "title" else self.body


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its labels: `texts` by source id."""

    folder: Path
    gold: Gold
    texts: dict[str, Text]


def read(folder: Path) -> Story:
    """The story in `folder`; ValueError names the file that is not as it should be."""
    path = folder / "labels.json"
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except msgspec.DecodeError as error:
        raise ValueError(f"{path}: {error}") from None
    return Story(folder, gold, {s.id: text(folder / f"{s.id}.md") for s in gold.sources})


def text(path: Path) -> Text:
    """The title and the body of a Markdown file with front matter."""
    whole = path.read_text(encoding="utf-8")
    front = _FRONT.match(whole)
    if front is None:
        raise ValueError(f"{path}: no front matter between two lines of ---")
    fields = dict(_FIELD.findall(front[1]))
    return Text(fields.get("title", ""), whole[front.end() :].rstrip("\n"))


def faults(story: Story) -> Iterator[str]:
    """What is wrong with a story's labels, a line each; none when they hold together."""
    ids = [s.id for s in story.gold.sources]
    known = {c.id for c in story.gold.claims}
    if story.gold.slug != story.folder.name:
        yield f"slug {story.gold.slug} is not the folder's name"
    if len(known) != len(story.gold.claims):
        yield "a claim's id stands twice"
    for claim in story.gold.claims:
        yield from _cell_faults(story, claim, ids)
    for difference in story.gold.differences:
        yield from _side_faults(story, difference.id, difference.claims, difference.sides)
    for fact in story.gold.facts:
        yield from _side_faults(story, fact.id, fact.claims, fact.values)


def _cell_faults(story: Story, claim: Claim, ids: list[str]) -> Iterator[str]:
    if sorted(claim.cells) != sorted(ids):
        yield f"{claim.id}: not a cell for every source"
        return
    if not any(cell.status == "included" for cell in claim.cells.values()):
        yield f"{claim.id}: no source carries it"
    for source, cell in claim.cells.items():
        if (cell.status == "absent") != (not cell.spans):
            yield f"{claim.id}, {source}: {cell.status} with {len(cell.spans)} spans"
        for span in cell.spans:
            if not _stands(story, source, span):
                yield f"{claim.id}, {source}: not in the {span.part}: {span.quote[:40]}"


def _side_faults(
    story: Story, name: str, claims: tuple[str, ...], sides: tuple[Side, ...]
) -> Iterator[str]:
    known = {c.id for c in story.gold.claims}
    yield from (f"{name}: no claim {c}" for c in claims if c not in known)
    for side in sides:
        if side.source not in story.texts:
            yield f"{name}: no source {side.source}"
        elif not _stands(story, side.source, side):
            yield f"{name}: not in {side.source}: {side.quote[:40]}"


def _stands(story: Story, source: str, span: Span) -> bool:
    return story.texts[source].part(span.part)[span.start : span.end] == span.quote != ""
