"""The table of results on our own corpus: peers, today's program, and a second reader.

    python -m bench.corpus                          the open half: fit, check, all
    python -m bench.corpus --blind REASON           the shut half, once, with a line in its log
    python -m bench.corpus --story FOLDER           a folder as one story: its table as JSON

Out: three tables. The first takes the claims as given and asks for each source whether it carries
them: TF-IDF over character 2- to 4-grams (folded to Simplified), the encoder's cosine,
`compare.find` (each the best sentence or passage; the bound is chosen on the fit stories), and the
second reader where there is one. The second judges what the program makes of the articles alone,
the third how it groups them: all of them at once, and the articles of one event by themselves. For
the blind half a fourth says how chances and bounds hold between the languages.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np

from bench.figures import b_cubed
from bench.reading import articles
from compare import pipeline
from compare.matching.encoder import encoder
from compare.model import Found
from compare.model import Story as Articles
from compare.options import Options
from compare.reports.assemble import story_document
from compare.reports.contract import to_json
from compare.resources.matching import heads
from compare.text.scripts import to_simplified
from corpus import halves
from corpus.gold import Story, read
from corpus.predictions import Chances, table
from corpus.ranking import best_bound, judged, ranking
from corpus.scoring import Counts, figures, judge, places_of
from tools.corpus_examples import answers, ready
from tools.regression import area

OPTIONS = Options()
_SENTENCE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?]+[”」』\"]?|\.(?=\s|$)|\n|$)")
Peer = Callable[[Story], Chances]
Vector = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="bench.corpus")
    parser.add_argument("--blind", metavar="REASON")
    parser.add_argument("--story", type=Path)
    options = parser.parse_args(arguments)
    if options.story:
        print(json_of(options.story))
        return
    groups = {half: [read(f) for f in halves.folders(half)] for half in halves.split()}
    bounds = _given(groups, {})
    _table(groups)
    _grouping([story for stories in groups.values() for story in stories])
    if options.blind:
        today = datetime.now().astimezone().date()
        with halves.opened(today, options.blind) as place:
            blind = {"blind": [read(f) for f in sorted((place / "stories").iterdir())]}
            _given(blind, bounds)
            _table(blind)
            _by_languages(blind["blind"])


def json_of(folder: Path) -> str:
    """What the program says of a folder whose files are one story, as `compare.story`."""
    read_ = tuple(articles(folder).values())
    days = [a.day for a in read_ if a.day]
    story = Articles(folder.name, folder.name, min(days), max(days), read_)
    return to_json(story_document(pipeline.analyse(story, OPTIONS)))


def by_words(story: Story) -> Chances:
    """TF-IDF cosine of the claim and the best sentence, counted over the story's sentences."""
    cut = {name: _sentences(text.body) for name, text in story.texts.items()}
    grams = {s: _grams(s) for s in chain.from_iterable(cut.values())}
    seen = Counter(g for counted in grams.values() for g in counted)
    rare = {g: math.log((1 + len(grams)) / (1 + n)) + 1 for g, n in seen.items()}
    rows = {s: _unit({g: n * rare[g] for g, n in counted.items()}) for s, counted in grams.items()}
    most = math.log(1 + len(grams)) + 1
    return {
        (story.gold.slug, c.id, name): max((_dot(told, rows[s]) for s in some), default=0.0)
        for c in story.gold.claims
        for told in [_unit({g: n * rare.get(g, most) for g, n in _grams(c.text).items()})]
        for name, some in cut.items()
    }


def by_encoder(story: Story) -> Chances:
    """Cosine of the encoder between the claim and the best sentence."""
    model = encoder(OPTIONS.use_cache)
    cut = {name: _sentences(text.body) for name, text in story.texts.items()}
    rows = {name: model.encode(some) for name, some in cut.items()}
    told = model.encode([c.text for c in story.gold.claims])
    return {
        (story.gold.slug, c.id, name): float((held @ vector).max())
        for c, vector in zip(story.gold.claims, told, strict=True)
        for name, held in rows.items()
    }


def by_find(story: Story) -> Chances:
    """`compare.find`: the chance of its best passage; where it finds none, that of the nearest one,
    below all that it finds.
    """
    held = articles(story.folder)
    return {
        (story.gold.slug, c.id, name): _chance(one)
        for c in story.gold.claims
        for name, one in zip(held, pipeline.find(c.text, [*held.values()], OPTIONS), strict=True)
    }


def _chance(found: Found) -> float:
    best = found.evidence[0] if found.evidence else found.nearest
    if best is None:
        return -1.0
    chance = best.score if best.confidence is None else best.confidence
    return chance if found.evidence else chance - 1


PEERS: dict[str, Peer] = {
    "TF-IDF": by_words,
    "encoder's cosine": by_encoder,
    "`compare.find`": by_find,
}


def second(folder: Path) -> Chances:
    """The second reader's cells of the stories in `folder` (`second.json` of each)."""
    weight = {"included": 1.0, "conflicts": 0.6, "partial": 0.5, "absent": 0.0}
    chances: Chances = {}
    for path in sorted(folder.glob("*/second.json")):
        told: dict[str, dict[str, str]] = msgspec.json.decode(path.read_bytes())["cells"]
        for claim, cells in told.items():
            for source, status in cells.items():
                chances[path.parent.name, claim, source] = weight[status]
    return chances


def _given(groups: dict[str, list[Story]], bounds: dict[str, float]) -> dict[str, float]:
    """Prints the first table; gives the bounds that were chosen on the fit stories."""
    print(
        "\n| claims given | half | AUC | inclusion F1 | omission P | cells |\n" + "| --- " * 6 + "|"
    )
    for name, peer in PEERS.items():
        told: Chances = {}
        for story in chain.from_iterable(groups.values()):
            told |= peer(story)
        if name not in bounds:
            bounds[name] = best_bound(list(judged(groups[halves.FIT], told)))
        _rank(name, groups, told, bounds[name])
    where = next(iter(groups.values()))[0].folder.parent
    read_twice = second(where)
    twice = {slug for slug, _, _ in read_twice}
    some = {h: [s for s in stories if s.gold.slug in twice] for h, stories in groups.items()}
    _rank("second reader", {h: s for h, s in some.items() if s}, read_twice, 0.5)
    return bounds


def _rank(name: str, groups: dict[str, list[Story]], told: Chances, bound: float) -> None:
    for half, stories in groups.items():
        r = ranking(list(judged(stories, told)), bound)
        print(
            f"| {name} | {half} | {r.auc:.3f} | {r.inclusion:.3f} | {r.omission_precision:.3f} "
            f"| {r.cells} |"
        )


def _table(groups: dict[str, list[Story]]) -> None:
    heads = (
        "the program's table | inclusion F1 | located F1 | omission P / R | false omissions "
        "of cells | coverage | differences found | conflicts right | origin | speaker"
    )
    print(f"\n| {heads} |\n" + "| --- " * 10 + "|")
    whole = Counts()
    for half, stories in groups.items():
        counts = sum((_judged(s) for s in stories), Counts())
        whole += counts
        _line(half, counts)
    if len(groups) > 1:
        _line("all", whole)


def _by_languages(stories: list[Story]) -> None:
    """Every golden claim asked in the row of a source that carries it, by pair of languages."""
    cells = [(q.example, c) for s in stories for q, c in answers(ready(s), heads())]
    pairs = sorted({e.pair for e, _ in cells})
    print("\n| languages | cells | AUC | included: wrong of shown | absent: wrong of shown |")
    print("| --- " * 5 + "|")
    for name, kinds in [
        ("all", pairs),
        ("one language", [p for p in pairs if len(set(p.split("-"))) == 1]),
        ("two languages", [p for p in pairs if len(set(p.split("-"))) == 2]),
        *((p, [p]) for p in pairs),
    ]:
        some = [(e.y > 0, chance) for e, chance in cells if e.pair in kinds]
        print(f"| {name} | {len(some)} | {_promise(some)} |")


def _promise(cells: list[tuple[bool, float]]) -> str:
    yes, no = ([c for told, c in cells if told == kind] for kind in (True, False))
    truth = np.array([1.0] * len(yes) + [0.0] * len(no))
    auc = f"{area(np.array([*yes, *no]), truth):.3f}" if yes and no else "–"
    shown = [told for told, chance in cells if chance >= OPTIONS.claim_included]
    missing = [told for told, chance in cells if chance < OPTIONS.claim_absent]
    return f"{auc} | {shown.count(False)} of {len(shown)} | {sum(missing)} of {len(missing)}"


def _grouping(stories: list[Story]) -> None:
    held = {s.gold.slug: [*articles(s.folder).values()] for s in stories}
    true = {article.id: slug for slug, some in held.items() for article in some}
    found = pipeline.group([a for some in held.values() for a in some], OPTIONS)
    ids = [(a.id, n) for n, story in enumerate(found) for a in story.articles]
    p, r, f1 = b_cubed([n for _, n in ids], [true[i] for i, _ in ids])
    alone = [len(pipeline.group(some, OPTIONS)) for some in held.values()]
    print("\n| stories | B-cubed P / R / F1 | groups that one event falls into by itself |")
    print("| --- " * 3 + "|")
    print(f"| {len(stories)} | {p:.3f} / {r:.3f} / {f1:.3f} | {sum(alone) / len(alone):.1f} |")


def _judged(story: Story) -> Counts:
    places = places_of(story)
    return judge(story, table(msgspec.json.decode(json_of(story.folder)), story, places), places)


def _line(name: str, counts: Counts) -> None:
    f = figures(counts)
    print(
        f"| {name} | {f.inclusion:.3f} | {f.located:.3f} | {f.omission_precision:.3f} / "
        f"{f.omission_recall:.3f} | {f.false_omissions} of {f.cells} | {f.coverage:.3f} | "
        f"{f.differences:.3f} | {f.conflict_precision:.3f} | {f.origin:.3f} | {f.speaker:.3f} |"
    )


def _sentences(text: str) -> list[str]:
    return [s.strip() for s in _SENTENCE.findall(text) if s.strip()]


def _grams(text: str) -> Counter[str]:
    plain = re.sub(r"\s+", " ", to_simplified(text).casefold())
    return Counter(plain[i : i + n] for n in (2, 3, 4) for i in range(len(plain) - n + 1))


def _unit(row: Vector) -> Vector:
    size = math.sqrt(sum(v * v for v in row.values()))
    return {k: v / size for k, v in row.items()} if size else row


def _dot(one: Vector, other: Vector) -> float:
    return sum(v * other[k] for k, v in one.items() if k in other)


if __name__ == "__main__":
    main()
