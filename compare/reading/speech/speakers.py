"""Who is meant: pronouns, roles and surnames of sources resolved, chains and kinds filled in.

In: findings of one article and its names. Out: attributions. A pronoun takes the last speaker of
the outlet's own level, not a person named inside what that speaker said: after “the spokesman said
the secretary stressed …”, “he added” is the spokesman. Inside an official text given in full it is
the other way round: there the persons of the text are the ones who stress and add.

What kind of origin a source is: an official text, a person on record, another outlet. In: a
source's words, its cue and the words between. Out: readout, remarks, media or outlet. A
spokesperson speaks for an office, so that is a readout; a named minister speaks for himself.

Roles that stand for somebody: “the minister”, 国务卿, 声明. In: a source's words, who has spoken so
far, and the text. Out: the person that the role means in this article, or None. A role binds to
whoever carries it beside a name, never to an outsider.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.model import BODY, Article, Attribution, Mention
from compare.reading.base.spoken import Span, Spoken, holds
from compare.reading.speech.directory import Directory, Named, is_title, simple
from compare.reading.speech.shape import frame, pieces
from compare.reading.speech.source_words import ANY, HE, SHE, SourceWords
from compare.reading.zh.speech_cues import NAME_FIRST
from compare.text.scripts import han_count

_NAME_BEHIND = re.compile(
    r"(?P<dotted>[\u3400-\u9fff]{1,6}[·‧•・-][\u3400-\u9fff]{1,5})|[\u3400-\u9fff]{2,4}"
)


def is_bare_statement(words: str, tell: SourceWords) -> bool:
    """“His statement”, 声明: a text of the last speaker, since it names no other."""
    folded = simple(words)
    found = tell.statement.search(folded)
    if found is None or len(words) > 20:
        return False
    owner = folded[: found.start()].lower()
    return not tell.owner.sub("", owner)


def role(
    words: str,
    spoken: Iterable[tuple[str, Named]],
    text: str,
    directory: Directory,
    tell: SourceWords,
) -> Named | None:
    """The person whom a role without a name means. `spoken` yields (words, who), latest first."""
    chinese = han_count(words) > 0
    folded = simple(words)
    if chinese and is_title(folded):
        head = re.sub(r"^(?:该|这位|这名)", "", folded)
    elif words.lower().startswith(tell.definite) and (found := tell.role.match(words)):
        head = found["head"].lower()
    else:
        return None
    for earlier, who in spoken:
        if head in simple(earlier).lower():
            return who
    return _beside(head, text, directory) if chinese else _behind(head, text, directory)


def is_personal(words: str, tell: SourceWords) -> bool:
    """True for a role that one person fills, named or not: the governor, 市长."""
    if not han_count(words):
        return bool(tell.role.match(words))
    return is_title(words) and not re.search(r"们$|等$|多名|[两几数]名", simple(words))


def _beside(head: str, text: str, directory: Directory) -> Named | None:
    """The Chinese name right behind a role, anywhere in the text."""
    folded = simple(text)
    at = folded.find(head)
    while at >= 0:
        found = _NAME_BEHIND.match(folded, at + len(head))
        if found is not None:
            ends = range(found.end(), found.start() + 1, -1)
            named = (directory.named((at, end)) for end in ends)
            return next((n for n in named if n.entity or (found["dotted"] and n.person)), None)
        at = folded.find(head, at + 1)
    return None


_WORD = r"[A-ZÀ-Þ][\w’'-]{1,40}+"  # of a name; longer runs of letters name nobody


def _behind(head: str, text: str, directory: Directory) -> Named | None:
    """The name right behind a role: Foreign Minister Solheim; le maire, Pascal Verdon."""
    noun, name = rf"\b(?i:{re.escape(head)})", rf"({_WORD}(?: {_WORD}){{0,6}})"
    for pattern in (
        rf"{noun},? {name}",
        rf"{noun}\b[^,.;:\n]{{0,40}}, {name},",
        rf"{name}, {noun}\b",
    ):
        for found in re.finditer(pattern, text):
            named = directory.named(found.span(1))
            if named.person:
                return named
    return None


READOUT, REMARKS, MEDIA, OUTLET = "readout", "remarks", "media", "outlet"
_OUTLET = re.compile(r"(?:社|电视台|電視台|电台|電台|日报|日報|时报|時報|晚报|晚報|网|網)$")
_NEAR = 40
_NO_OFFICE = re.compile(r"[部厅署]长|官员|政府(?=军)")


def kind_of_source(words: str, who: Named, between: str, finding: Spoken, tell: SourceWords) -> str:
    """The kind of the source `words`; `between` is what stands between it and its cue."""
    folded = simple(re.split(r"[,，]\s?", words, maxsplit=1)[0])
    is_text = 0 < len(between) < _NEAR and tell.statement.search(simple(between))
    if finding.block or tell.spokespeople.search(folded) or is_text:
        return READOUT  # 米勒发布的会晤纪要说
    if who.person:
        return REMARKS
    if _OUTLET.search(who.name) or tell.media.search(folded):
        return MEDIA
    return READOUT if tell.official.search(_NO_OFFICE.sub("", folded)) else REMARKS


def kind_of_finding(
    kinds: Sequence[str], words: str, around: str, finding: Spoken, tell: SourceWords
) -> str:
    """The kind of one attribution whose chain of speakers has `kinds`, outermost first; `around`
    is its cue with the words beside it.

    What comes through an official text or another outlet stays theirs; nobody's named attitude is
    the outlet's own reporting; what a person said in a statement is the statement's.
    """
    if kinds and kinds[0] in {READOUT, MEDIA}:
        return kinds[0]
    source_kind = kinds[-1] if kinds else REMARKS
    generic = tell.generic.search(simple(words))
    if finding.said is not None and finding.said.kind == "attitude" and generic:
        return OUTLET
    if source_kind == REMARKS and tell.in_a_statement.search(simple(around)):
        return READOUT
    return source_kind


_PERSONAL = {HE, SHE}
_CARRIED = re.compile(
    r"(.{2,12}?(?:社|报|報|台|网|網|央视|央視))"
    r"(?:刊登|发布|發布|发表|發表|播发|播發|报道|報道|報導|的).*"
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who has spoken, with what is known for later pronouns."""

    who: Named
    kind: str
    gender: str
    words: str
    end: int = 0


def resolved(
    article: Article,
    findings: Sequence[Spoken],
    quotes: list[Span],
    mentions: Sequence[Mention],
    tell: SourceWords,
    direct: float,
) -> list[Attribution]:
    """Attributions for `findings`, ordered by content, the wider one first.

    `quotes` are the spans of the body's outer quotations, `mentions` those of the body; from the
    share `direct` of them in quotation marks on, words are direct.
    """
    directory = Directory(article.text, mentions, quotes, tell)
    return _Resolver(article, findings, quotes, directory, tell, direct).attributions()


class _Resolver:
    """One pass through an article: who spoke last, at which level."""

    def __init__(
        self,
        article: Article,
        findings: Sequence[Spoken],
        quotes: list[Span],
        directory: Directory,
        tell: SourceWords,
        direct: float,
    ) -> None:
        """Order the findings as they are read."""
        self._article, self._text, self._tell = article, article.text, tell
        self._findings = sorted(findings, key=lambda f: ((f.cue or f.content)[0], -f.content[1]))
        self._directory = directory
        self._outer: list[_Voice] = []
        self._inner: list[_Voice] = []
        self._by_source: dict[Span, _Voice] = {}
        self._genders: dict[str, str] = {}
        self._quoted, self._direct = quotes, direct

    def attributions(self) -> list[Attribution]:
        """Voices first, in reading order, since a chain may name a speaker who stands behind."""
        parents = self._parents()
        voices = [
            self._heard(one, bool(above))
            for one, above in zip(self._findings, parents, strict=True)
        ]
        made = [
            self._made(one, voices[at], [voices[p] for p in parents[at]])
            for at, one in enumerate(self._findings)
        ]
        return sorted(made, key=lambda a: (a.content[0], -a.content[1], a.cue or (0, 0)))

    def _parents(self) -> list[list[int]]:
        """For each finding those whose content holds its cue, outermost first. One sweep through
        the text with the contents that are open.
        """
        said = self._findings
        held: list[list[int]] = [[] for _ in said]
        waiting = sorted(range(len(said)), key=lambda i: -said[i].content[0])
        opened: list[int] = []
        for i in sorted(range(len(said)), key=lambda i: _place(said[i])[0]):
            at = _place(said[i])
            while waiting and said[waiting[-1]].content[0] <= at[0]:
                opened.append(waiting.pop())
            opened = [j for j in opened if said[j].content[1] > at[0]]
            around = [j for j in sorted(opened) if said[j].cue and holds(said[j], said[i])]
            held[i] = sorted(around, key=lambda j: -_width(said[j].content))
        return held

    # ------------------------------------------------------------ who
    def _heard(self, one: Spoken, nested: bool) -> _Voice | None:
        voice = self._voice(one, nested)
        if voice is not None and one.source is not None:
            self._by_source[one.source] = voice
            (self._inner if nested else self._outer).append(voice)
        return voice

    def _voice(self, one: Spoken, nested: bool) -> _Voice | None:
        if one.source is None:
            if one.cue is not None and not self._tell.english:
                return self._nearer(self._in_force(nested, ANY), ANY, one.cue[0])
            return self._in_force(nested, ANY)
        if one.source in self._by_source:
            return self._by_source[one.source]
        words = self._text[slice(*one.source)]
        gender = self._tell.pronouns.get(words.lower())
        if gender is not None:
            return self._pronoun(nested, gender, one.source[0])
        who = self._named(one.source, words)
        sex = self._gender(words, who)
        if sex:
            self._genders[who.name] = sex
        between = self._text[one.source[1] : one.cue[0]] if one.cue is not None else ""
        kind = kind_of_source(words, who, between, one, self._tell)
        return _Voice(who, kind, sex, words, one.source[1])

    def _gender(self, words: str, who: Named) -> str:
        if self._tell.female.search(words):
            return SHE
        if self._tell.male.search(words):
            return HE
        article = words.partition(" ")[0].lower()
        return self._tell.genders.get(article, ANY) if who.person else ANY

    def _pronoun(self, nested: bool, gender: str, start: int) -> _Voice | None:
        voice = self._in_force(nested, gender)
        if gender in _PERSONAL and (voice is None or not voice.who.person):
            named = self._directory.last_person(start)
            voice = voice if named is None else _Voice(named, REMARKS, gender, named.name)
        if not self._tell.english:
            voice = self._nearer(voice, gender, start)
        elif gender in _PERSONAL and not nested:
            voice = self._alone_here(voice, gender, start)
        if voice is not None and gender in _PERSONAL:
            self._genders.setdefault(voice.who.name, gender)
        return voice

    def _alone_here(self, voice: _Voice | None, gender: str, start: int) -> _Voice | None:
        """The one person of a paragraph in which nobody has spoken yet: 周敏到场。“……？”她问。"""
        paragraph = self._text.rfind("\n\n", 0, start) + 1
        if voice is not None and voice.end > paragraph:
            return voice
        named = self._directory.only_person(paragraph, start)
        if named is None and self._somebody_else(voice, paragraph, start):
            return None
        if named is None or self._genders.get(named.name, gender) not in {gender, ANY}:
            return voice
        return _Voice(named, REMARKS, gender, named.name, start)

    def _somebody_else(self, voice: _Voice | None, paragraph: int, start: int) -> bool:
        """True when a Chinese paragraph opens with what looks like another's name: then nobody is
        better than the last speaker.
        """
        before = self._text[paragraph:start].strip()
        name = NAME_FIRST.match(simple(before))
        return bool(name) and (voice is None or before[:2] not in voice.who.name)

    def _nearer(self, voice: _Voice | None, gender: str, start: int) -> _Voice | None:
        """Somebody named in the same paragraph since `voice` spoke: Le maire, X, est venu. Il …"""
        paragraph = self._text.rfind("\n\n", 0, start) + 1
        after = None if voice is None else max(paragraph, voice.end)
        named = self._directory.last_person(start, after)
        if named is None or self._genders.get(named.name, gender) not in {gender, ANY}:
            return voice
        return _Voice(named, REMARKS, gender, named.name, start)

    def _in_force(self, nested: bool, gender: str) -> _Voice | None:
        """The last speaker of this level whom `gender` does not exclude, else of the other."""
        fitting = [v for v in self._latest(nested) if self._fits(v, gender)]
        persons = [v for v in fitting if v.who.person]
        return next(iter(persons if persons and gender in _PERSONAL else fitting), None)

    def _latest(self, nested: bool) -> Iterator[_Voice]:
        first, then = (self._inner, self._outer) if nested else (self._outer, self._inner)
        yield from reversed(first[-40:])
        yield from reversed(then[-40:])

    def _fits(self, voice: _Voice, gender: str) -> bool:
        known = self._genders.get(voice.who.name, voice.gender)
        return gender not in _PERSONAL or known in {ANY, gender}

    def _named(self, span: Span, words: str) -> Named:
        who = self._directory.named(span)
        if who.person:
            return who
        if carried := _CARRIED.match(words):
            return Named(carried[1])
        if self._outer and is_bare_statement(words, self._tell):
            return self._outer[-1].who
        spoken = ((v.words, v.who) for v in self._latest(nested=False))
        meant = role(words, spoken, self._text, self._directory, self._tell)
        return meant or (replace(who, person=True) if is_personal(words, self._tell) else who)

    # ------------------------------------------------------------ making
    def _made(
        self, one: Spoken, voice: _Voice | None, above: Sequence[_Voice | None]
    ) -> Attribution:
        words, cue = self._slice(one.source), self._slice(one.cue)
        kinds = [v.kind for v in (*above, voice) if v is not None]
        return Attribution(
            article=self._article.id,
            part=BODY,
            content_text=self._text[slice(*one.content)],
            content=one.content,
            mode=self._mode(one.content),
            source_text=words,
            source=one.source,
            cue_text=cue,
            cue=one.cue,
            speaker=voice.who.name if voice is not None else None,
            entity=voice.who.entity if voice is not None else None,
            chain=tuple(v.who.name for v in (*above, voice) if v is not None),
            kind=kind_of_finding(kinds, words or "", self._around(one), one, self._tell),
            block=one.block,
            pieces=pieces(self._text, one, self._quoted),
            frame=frame(self._text, one, self._tell.opens),
        )

    def _around(self, one: Spoken) -> str:
        """The cue with what stands between it and its source, and behind an English one."""
        if one.cue is None:
            return ""
        start, end = one.cue
        if one.source is not None and 0 <= start - one.source[1] < 40:
            start = one.source[1]
        if han_count(self._text[start:end]):
            return self._text[start:end]
        if one.source is not None and not self._tell.english:
            end = max(end, one.source[1])
        return self._text[start : end + 25]

    def _slice(self, span: Span | None) -> str | None:
        return None if span is None else self._text[slice(*span)]

    def _mode(self, content: Span) -> str:
        """`direct` when enough of the content stands in quotation marks, or when it begins and ends
        with one, so that only the speaker stands between.
        """
        first = max(0, bisect_right(self._quoted, (content[0], 0)) - 1)
        inside = [
            q for q in self._quoted[first : first + 60] if q[0] < content[1] and q[1] > content[0]
        ]
        if inside and inside[0][0] == content[0] and inside[-1][1] == content[1]:
            return "direct"
        shared = sum(min(content[1], end) - max(content[0], start) for start, end in inside)
        return "direct" if shared >= self._direct * _width(content) else "indirect"


def _place(one: Spoken) -> Span:
    return one.cue or one.content


def _width(span: Span) -> int:
    return span[1] - span[0]
