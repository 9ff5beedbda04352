"""Official texts given in full: everything behind “… issued the following readout:”.

In: a body, the table of cues and the findings of its sentences. Out: one finding for every block,
with the whole block as content. A block runs through the paragraphs that follow the colon until its
closing quotation mark, a credit line, a paragraph that quotes somebody else (another outlet, a
person speaking to reporters, an analyst), or the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.base.spoken import Span, Spoken, trimmed
from compare.reading.base.vocabulary import closing
from compare.reading.speech.releases import introduced
from compare.reading.zh.speech_cues import source_in
from compare.resources.cues import Cues
from compare.resources.words import either, word_set
from compare.text.scripts import is_chinese, to_simplified

_LAST_ZH = re.compile(r"(?:.*[。！？!?])?\s*(?P<line>[^。！？!?]+[：:])\s*$", re.DOTALL)
_LAST_EN = re.compile(r"(?:.*[.!?][”\"]?\s+)?(?P<line>[A-Z“\"][^!?]*:)\s*$", re.DOTALL)


def _either(language: str, key: str) -> str:
    return either(word_set(language, "official", key))


_SAID_ZH = either(closing("zh"))
_CUE_ZH = re.compile(rf"(?:{_either('zh', 'issued')}|{_SAID_ZH})[^：:，,]*(?=[：:])")
_CUE_EN = re.compile(rf"\b(?:(?:has|have|had)\s+)?(?:{_either('en', 'issued')})\b[^:]*(?=:)")
_OPENS = '“「『"‘'
_CLOSES = '”」』"’'
_CREDIT = re.compile(rf"^\W*(?:{_either('zh', 'credits')}|{_either('en', 'credits')})")
_OTHERS_ZH = re.compile(
    rf"^(?:另?据|根据)[^，,]{{1,30}}(?:{_either('zh', 'reports')})"
    rf"|^[^，,。：]{{0,30}}(?:{_either('zh', 'voices')})[^。]{{0,20}}(?:{_SAID_ZH})"
    rf"|^[^。]{{0,40}}(?:告诉|对)(?:{_either('zh', 'listeners')}|[^，。]{{1,8}}(?:社|电视台))"
    rf"|^(?:{_either('zh', 'elsewhere')})[，,：:]"
)
_OTHERS_EN = re.compile(
    rf"^(?:{_either('en', 'voices')})\b"
    rf"|^[^.]{{0,200}}\b(?:told|in an interview with|speaking to)\b[^.]{{0,30}}"
    rf"\b(?:{_either('en', 'listeners')})\b"
)


def blocks(text: str, cues: Cues) -> list[Spoken]:
    """The official texts that `text` gives in full, in order."""
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    found: list[Spoken] = []
    for index, (start, end) in enumerate(spans[:-1]):
        if found and start < found[-1].content[1]:
            continue
        head = _head(text, start, end, cues)
        if head is not None:
            content = _block(text, spans[index + 1 :])
            if content is not None:
                found.append(Spoken(content, head[0], head[1], block=True))
    return found


_LABEL = re.compile(
    rf"(?:(?P<asks>[\u3400-\u9fff]{{0,8}}(?:{_either('zh', 'reporters')})"
    rf"|{_either('zh', 'asks')}|{_either('en', 'asks')})"
    rf"|(?P<name>[\u3400-\u9fff]{{2,4}}|{_either('en', 'answers')}|{_either('zh', 'answers')}"
    r"|[A-Z][A-Z.' -]{2,30}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))[：:]\s*"
)


def transcript(text: str) -> list[Spoken]:
    """Answers of a text in question and answer form; questions are nobody's claim.

    Only a text with at least two labelled paragraphs in which a label asks, or one label comes
    back, is such a text.
    """
    lines = [(m, _LABEL.match(text, m.start())) for m in re.finditer(r"[^\n]+", text)]
    labels = [label[0] for _, label in lines if label is not None]
    asked = any(label is not None and label["asks"] for _, label in lines)
    if len(labels) < 2 or not (asked or len(set(labels)) < len(labels)):
        return []
    return [
        Spoken((label.end(), line.end()), label.span("name"))
        for line, label in lines
        if label is not None and label["name"] and line.end() - label.end() > 1
    ]


def _head(text: str, start: int, end: int, cues: Cues) -> tuple[Span | None, Span] | None:
    """The source and the cue of a paragraph that introduces a statement, else None."""
    line = text[start:end].rstrip()
    if line[-1:] not in "：:" or not line:
        return None
    chinese = is_chinese(line)
    simple = to_simplified(line) if chinese else line
    if len(simple) != len(line):
        return None
    last = (_LAST_ZH if chinese else _LAST_EN).match(simple)
    if last is None or not (cues.statement_zh if chinese else cues.statement_en).search(
        last["line"]
    ):
        return None
    base = start + last.start("line")
    return _parts(last["line"], base, chinese)


def _parts(line: str, base: int, chinese: bool) -> tuple[Span | None, Span]:
    """Source and cue of an introducing sentence that begins at `base`."""
    found = (_CUE_ZH if chinese else _CUE_EN).search(line)
    if found is None:
        who = None if chinese else introduced(line, (0, len(line.rstrip(": "))), "en")
        start, end = trimmed(line, 0, len(line), " ：:")
        source = None if who is None else (base + who[0], base + who[1])
        return source, (base + start, base + (end if who is None else max(1, who[0] - 1)))
    cue = base + found.start(), base + found.end()
    before = line[: found.start()]
    if chinese:
        named = source_in(before)
        return (None if named is None else (base + named[0], base + named[1])), cue
    begin, end = trimmed(before, 0, len(before), " ,")
    return ((base + begin, base + end) if end > begin else None), cue


def _block(text: str, paragraphs: Sequence[Span]) -> Span | None:
    """From the first paragraph to the end of what belongs to the statement."""
    start, end = paragraphs[0]
    quoted = text[start] in _OPENS
    for begin, stop in paragraphs:
        line = text[begin:stop].rstrip()
        if quoted:
            if line[0] not in _OPENS and begin > start:
                break
            end = begin + len(line)
            if line[-1] in _CLOSES:
                break
        elif begin > start and _is_outlets(line):
            break
        else:
            end = begin + len(line)
    return start, end


def _is_outlets(line: str) -> bool:
    """True for a credit, or a paragraph in which the outlet brings in somebody else."""
    if _CREDIT.match(to_simplified(line)):
        return True
    if is_chinese(line):
        return bool(_OTHERS_ZH.match(to_simplified(line)))
    return bool(_OTHERS_EN.match(line)) or bool(
        re.match(r"[“\"][^”\"]+[”\"] [A-Z]\w+ (?:said|told)", line)
    )
