"""Attribution on the hand-made gold: twelve texts in Chinese and in English, thirty in others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare.model import Article, Attribution
from compare.reading.speech import attributions

GOLD = Path(__file__).parent.parent / "cases" / "attribution"
CASES = sorted(GOLD.glob("*/*.json"))


def read(path: Path) -> tuple[dict[str, Any], list[Attribution]]:
    case = json.loads(path.read_text(encoding="utf-8"))
    text = "\n\n".join(case["paragraphs"])
    article = Article(case["id"], "own", "Own", case["title"], text, (), None, case["language"])
    return case, attributions(article)


def hits(case: dict[str, Any], said: list[Attribution]) -> list[tuple[dict[str, Any], Attribution]]:
    """Gold attributions with the prediction that shares half of each content, one to one."""
    pairs, free = [], list(said)
    for one in case["attributions"]:
        start, end = one["start"], one["start"] + len(one["content"])
        best, width = None, 0
        for other in free:
            shared = min(end, other.content[1]) - max(start, other.content[0])
            wide = max(end - start, other.content[1] - other.content[0])
            if 2 * shared >= wide and shared > width:
                best, width = other, shared
        if best is not None:
            free.remove(best)
            pairs.append((one, best))
    return pairs


def f1(language: str, split: str) -> float:
    found = gold = said = 0
    for path in CASES:
        case, made = read(path)
        if path.parent.name == language and case["split"] == split:
            found += len(hits(case, made))
            gold += len(case["attributions"])
            said += len(made)
    return 2 * found / (gold + said)


# on texts that nobody looked at while rules were written; measured .869 fr, .944 de, .896 es
FLOORS = {"campaign": 0.78, "zh": 0.85, "en": 0.85, "fr": 0.86, "de": 0.92, "es": 0.88}
LEARNED_ON = {"fr": 0.95, "de": 0.93, "es": 0.93}


@pytest.mark.parametrize("language", FLOORS)
def test_contents_reach_the_promised_f1(language: str) -> None:
    """The texts that were looked at and the others stay at or above their floors."""
    assert f1(language, "test") >= FLOORS[language]
    assert f1(language, "dev") >= LEARNED_ON.get(language, FLOORS[language])


@pytest.mark.parametrize("language", FLOORS)
def test_the_gold_is_large_enough(language: str) -> None:
    """There are at least eighty attributions in each language."""
    cases = [json.loads(p.read_text(encoding="utf-8")) for p in CASES if p.parent.name == language]
    assert sum(len(c["attributions"]) for c in cases) >= 80


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_span_slices_back(path: Path) -> None:
    """Source, cue and content are exactly the characters of their spans."""
    case, said = read(path)
    text = "\n\n".join(case["paragraphs"])
    for one in said:
        assert text[slice(*one.content)] == one.content_text
        assert one.source is None or text[slice(*one.source)] == one.source_text
        assert one.cue is None or text[slice(*one.cue)] == one.cue_text


@pytest.mark.parametrize(("languages", "share"), [("zh en", 0.9), ("fr de es", 0.54)])
def test_speakers_are_named_through_pronouns(languages: str, share: float) -> None:
    """Of the gold speakers, resolved through pronouns and roles, nine in ten are right, in the
    newer languages rather more than half.
    """
    right = asked = 0
    for path in CASES:
        if path.parent.name not in languages.split():
            continue
        case, said = read(path)
        for one, other in hits(case, said):
            if "speaker" in one:
                asked += 1
                right += one["speaker"].split(" ")[-1] in (other.speaker or "")
    assert asked >= 60
    assert right / asked >= share
