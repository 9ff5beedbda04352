"""How often the intervals of outlets hold the true share, and how often chance is called typical.

    python -m bench.outlets             both tables
    python -m bench.outlets --corpus    what the open stories of the corpus give

In: nothing; stories are drawn, with a fixed seed. Out: two tables. A story's claims hang together:
each story has its own chance that a claim is carried (a beta distribution whose share of the whole
variance is `within`, the correlation of two claims of a story), and its own number of claims; in
the uneven parts long stories are carried less. The true share is that of all stories of the kind.
Held against are Wilson's interval over claims, as if each were drawn apart, and the plain
`share ± t · error` of the jackknife. The second table has outlets that are all alike: whatever is
called typical of one of them is chance; held against is a comparison of two shares over claims for
each kind, one in twenty. In its last column one outlet leaves out PLANTED more of one kind than of
the others, and how often that is found. Takes a minute and a half.

Of the corpus: what became of the claims that others share, article by article, beside what the
labels say; and how much the claims of one article hang together (the analysis of variance
estimator). Takes a minute.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from compare import pipeline
from compare.model import ABSENT, CARRIED, UNCLEAR, MadeBy, Story
from compare.model.outlets import EXCUSED, StoryTally, TallyCell, TallyClaim, TallySource, Trait
from compare.options import Options
from compare.outlets import profiles, tally
from compare.outlets.intervals import Counts, bounds, student, wilson
from compare.outlets.standing import Standing, counted
from corpus.gold import Gold, read
from corpus.halves import folders

STORIES = (5, 8, 12, 20, 40)
SHARES = (0.05, 0.2, 0.5, 0.8)
WITHIN = (0.0, 0.1, 0.3)
DRAWS, DOUBT, SEED = 2000, 0.05, 20261128
KINDS, OUTLETS, SETS, PLANTED = 8, 6, 60, 0.4
Bounds = Callable[[Sequence[Counts]], tuple[float, float]]


def main() -> None:
    """Prints both tables, or the figures of the corpus."""
    if "--corpus" in sys.argv:
        corpus()
        return
    coverage()
    chance()


def corpus() -> None:
    """What became of the claims that others share, in the open stories, and what the labels say."""
    found, gold = [], []
    for folder in folders():
        articles = pipeline.load([folder]).articles
        day = min(a.day for a in articles if a.day)
        made = pipeline.analyse(Story(folder.name, "", day, day, articles))
        names = {s.id: Path(s.article.file).stem for s in made.sources}
        found.append(_standings(tally(made), names))
        gold.append(_standings(_labelled(read(folder).gold), {}))
    keys = [
        (n, name) for n, one in enumerate(gold) for name in one if one[name] and found[n].get(name)
    ]
    _print("what the program says", [found[n][name] for n, name in keys])
    _print("what the labels say", [gold[n][name] for n, name in keys])
    told = np.array([_shares(found[n][name]) for n, name in keys])
    true = np.array([_shares(gold[n][name])[0] for n, name in keys])
    least, most = told[:, 0], told[:, 0] + told[:, 1]
    held = np.mean((least <= true) & (true <= most))
    print(f"labelled share between carried and carried + unclear: {held:.2f}")
    print(f"correlation of the shares carried: {np.corrcoef(least, true)[0, 1]:.2f}")
    print(f"correlation of the shares left out: {np.corrcoef(told[:, 3], 1 - true)[0, 1]:.2f}")


FATES = {"carried": CARRIED, "unclear": (UNCLEAR,), "excused": (EXCUSED,), "absent": (ABSENT,)}


def _standings(story: StoryTally, names: Mapping[str, str]) -> dict[str, tuple[Standing, ...]]:
    """What became of the shared claims in each source, by the name of its file; each source as an
    outlet of its own.
    """
    sources = tuple(replace(s, outlet=names.get(s.id, s.id)) for s in story.sources)
    return dict(counted(replace(story, sources=sources)).standings)


def _labelled(gold: Gold) -> StoryTally:
    """The labels of a story as a tally."""
    sources = tuple(TallySource(s.id, s.id, s.outlet, s.copy_of or s.id) for s in gold.sources)
    claims = tuple(
        TallyClaim(c.id, c.text, (), {key: TallyCell(cell.status) for key, cell in c.cells.items()})
        for c in gold.claims
    )
    return StoryTally(gold.slug, gold.title, sources, claims, (), (), MadeBy())


def _shares(group: Sequence[Standing]) -> list[float]:
    return [sum(s.status in fate for s in group) / len(group) for fate in FATES.values()]


def _print(title: str, groups: Sequence[Sequence[Standing]]) -> None:
    print(f"{title}: {len(groups)} articles")
    for name, fate in FATES.items():
        counts = [(sum(s.status in fate for s in group), len(group)) for group in groups]
        count, of = (sum(one[n] for one in counts) for n in (0, 1))
        if count:
            print(f"  {name:<9}{count:6} of {of}  {count / of:.3f}   within {_within(counts):.2f}")


def _within(counts: Sequence[Counts]) -> float:
    """The correlation of two claims of one group."""
    sizes = np.array([n for _, n in counts], float)
    shares = np.array([x / n for x, n in counts])
    total, groups = sizes.sum(), len(counts)
    whole = (sizes * shares).sum() / total
    between = (sizes * (shares - whole) ** 2).sum() / (groups - 1)
    inside = (sizes * shares * (1 - shares)).sum() / (total - groups)
    size = (total - (sizes**2).sum() / total) / (groups - 1)
    return float((between - inside) / (between + (size - 1) * inside))


def ours(counts: Sequence[Counts]) -> tuple[float, float]:
    """The interval of the profiles."""
    return bounds(counts, DOUBT)


def naive(counts: Sequence[Counts]) -> tuple[float, float]:
    """Wilson's interval over claims."""
    count, of = (sum(one[n] for one in counts) for n in (0, 1))
    return wilson(count / of, of, 1.959964)


def plain(counts: Sequence[Counts]) -> tuple[float, float]:
    """The share and t standard errors of the jackknife on either side."""
    count, of = (sum(one[n] for one in counts) for n in (0, 1))
    left = [(count - x) / (of - n) for x, n in counts]
    mean, k = sum(left) / len(left), len(left)
    error = math.sqrt((k - 1) / k * sum((one - mean) ** 2 for one in left))
    reach = student(1 - DOUBT / 2, k - 1) * error
    return count / of - reach, count / of + reach


METHODS: dict[str, Bounds] = {"ours": ours, "plain": plain, "claims": naive}


def coverage() -> None:
    """How often each interval holds the true share; the least over the shares stands in brackets.
    Widths are means.
    """
    print("Share of intervals that hold the true share (95 % promised): mean and least over shares")
    print("within  sizes    stories   ours            plain           claims          width: ours")
    generator = np.random.default_rng(SEED)
    for within in WITHIN:
        for uneven in (False, True) if within else (False,):
            for stories in STORIES:
                _line(within, stories, generator, uneven=uneven)


def _line(within: float, stories: int, generator: np.random.Generator, *, uneven: bool) -> None:
    held: dict[str, list[float]] = {name: [] for name in METHODS}
    widths = []
    for share in SHARES:
        true = _true(share, generator, within, uneven=uneven)
        hits = dict.fromkeys(METHODS, 0)
        for _ in range(DRAWS):
            counts = _draw(share, stories, generator, within, uneven=uneven)
            for name, method in METHODS.items():
                low, high = method(counts)
                hits[name] += low <= true <= high
                if name == "ours":
                    widths.append(high - low)
        for name, n in hits.items():
            held[name].append(n / DRAWS)
    texts = (f"{np.mean(v):.3f} ({min(v):.3f})  " for v in held.values())
    sizes = "uneven" if uneven else "even"
    print(f"{within:<8}{sizes:<9}{stories:<10}{' '.join(texts)} {np.mean(widths):.2f}")


def _draw(
    share: float, stories: int, generator: np.random.Generator, within: float, *, uneven: bool
) -> list[Counts]:
    """What one outlet carries of so many stories."""
    sizes = 1 + generator.geometric(0.12, stories)
    mean = np.full(stories, share)
    if uneven:  # in the longest stories half as much as in the shortest
        mean = share * (1.3 - 0.6 * np.minimum(sizes, 30) / 30)
    mean = np.clip(mean, 0.001, 0.999)
    if within:
        weight = 1 / within - 1
        mean = generator.beta(mean * weight, (1 - mean) * weight)
    found = generator.binomial(sizes, mean)
    return [(int(x), int(n)) for x, n in zip(found, sizes, strict=True)]


def _true(share: float, generator: np.random.Generator, within: float, *, uneven: bool) -> float:
    """The share over all stories."""
    if not uneven:
        return share
    counts = _draw(share, 400_000, generator, within, uneven=uneven)
    return sum(x for x, _ in counts) / sum(n for _, n in counts)


def chance() -> None:
    """How many outlets that are like all others have something called typical."""
    print("\nOutlets, all alike, of which at least one kind is called typically left out")
    print(
        f"stories   ours    claims, each kind at one in twenty   ours, planted {PLANTED:.0%}: found"
    )
    generator = np.random.default_rng(SEED)
    for stories in STORIES:
        mine, theirs, outlets = 0, 0, 0
        for _ in range(SETS):
            found = profiles([_story(n, generator) for n in range(stories)], Options())
            for one in found.outlets:
                outlets += 1
                mine += any(o.typical for o in one.omissions)
                theirs += any(
                    _differs(o.own.count, o.own.of, o.others.count, o.others.of)
                    for o in one.omissions
                )
        planted = sum(_found(stories, generator) for _ in range(SETS)) / SETS
        print(f"{stories:<10}{mine / outlets:<8.3f}{theirs / outlets:<37.3f}{planted:.2f}")


def _found(stories: int, generator: np.random.Generator) -> bool:
    """Is what the first outlet leaves out on purpose called typical?"""
    tallies = [_story(n, generator, PLANTED) for n in range(stories)]
    first, *_ = profiles(tallies, Options()).outlets
    return any(o.typical for o in first.omissions if o.trait.value == "k0")


def _differs(x: int, n: int, y: int, m: int) -> bool:
    """Is the first share above the second, at one in twenty on either side?"""
    pooled = (x + y) / (n + m)
    error = math.sqrt(max(pooled * (1 - pooled) * (1 / n + 1 / m), 1e-12))
    return x / n - y / m > 1.959964 * error


def _story(number: int, generator: np.random.Generator, more: float = 0.0) -> StoryTally:
    """A story in six outlets, each of which leaves out more or less in this story, and the first
    `more` of the first kind.
    """
    sources = tuple(TallySource(f"o{n}", f"o{n}", "", f"o{n}") for n in range(OUTLETS))
    lacking = generator.beta(2, 4, OUTLETS)
    claims = []
    for place in range(int(10 + generator.geometric(0.05))):
        hard = generator.beta(2, 2)
        kind = generator.integers(KINDS)
        chances = (lacking + hard) / 2
        chances[0] += more * (kind == 0)
        cells = {
            s.id: TallyCell("absent" if draw < chance else "included")
            for s, draw, chance in zip(sources, generator.random(OUTLETS), chances, strict=True)
        }
        traits = (Trait("origin", f"k{kind}"),)
        claims.append(TallyClaim(f"c{place}", "", traits, cells))
    return StoryTally(f"s{number}", "", sources, tuple(claims), (), (), MadeBy())


if __name__ == "__main__":
    main()
