"""Who is meant: pronouns, roles and surnames of sources resolved, chains and kinds filled in.

In: findings of one article and its names. Out: attributions. A pronoun takes the last speaker of the
outlet's own level, not a person named inside what that speaker said: after “the spokesman said the
secretary stressed …”, “he added” is the spokesman. Inside an official text given in full it is the
other way round: there the persons of the text are the ones who stress and add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.claims.attribution.finding import Finding, Span
from compare.claims.attribution.names import Directory, Named, is_title
from compare.model import BODY, Article, Attribution, Mention
from compare.resources.cues import Cues
from compare.text.quotations import quotations
from compare.text.scripts import to_simplified

_HE, _SHE, _THEY = "he", "she", "they"
_PRONOUNS = {
    "he": _HE, "she": _SHE, "they": _THEY, "it": "it", "who": "who", "他": _HE, "她": _SHE,
    "他们": _THEY, "她们": _THEY, "它": "it", "其": "", "本人": "", "也": "", "i": "", "we": _THEY,
}  # fmt: skip
_FEMALE = re.compile(
    r"\b(?:Ms|Mrs|Miss|spokeswoman|congresswoman|chairwoman|woman|mother|daughter|wife|Lady|"
    r"Queen)\b|女|夫人|太太|母亲|母親"
)
_MALE = re.compile(
    r"\b(?:Mr|spokesman|congressman|chairman|father|son|husband|Lord|King|man)\b|男|先生|父亲|父親"
)
_SPOKEN_FOR = re.compile(r"发言人|發言人|spokes(?:man|woman|person)|press secretary", re.IGNORECASE)
_GENERIC = re.compile(
    r"外界|舆论|輿論|分析|观察|觀察|市场|市場|人们|人們|民众|各界|普遍|有人|许多人|"
    r"\b(?:analysts?|observers|markets?|many|some|people|experts|critics|aides|investors)\b",
    re.IGNORECASE,
)


_CARRIED = re.compile(
    r"(.{2,12}?(?:社|报|報|台|网|網|央视|央視))(?:刊登|发布|發布|发表|發表|播发|播發|报道|"
    r"報道|報導|的).*"
)
_ROLE_EN = re.compile(
    r"the (?:president|minister|secretary|senator|governor|mayor|spokes\w+|chair\w+|chief|"
    r"director|leader|ambassador|envoy|"
    r"general|commander|professor|judge|lawyer|officer|official|candidate|nominee|congress\w+|"
    r"premier|chancellor|king|"
    r"queen|pope|prosecutor|diplomat|executive|author|scientist|doctor|teacher|adviser|"
    r"analyst|expert|witness)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who has spoken, with what is known for later pronouns."""

    who: Named
    kind: str
    gender: str
    words: str


def resolved(
    article: Article, findings: Sequence[Finding], mentions: Sequence[Mention], cues: Cues
) -> list[Attribution]:
    """Attributions for `findings`, ordered by content, the wider one first."""
    return _Resolver(article, findings, mentions, cues).attributions()


class _Resolver:
    """The state of one pass through an article: who spoke last, at which level."""

    def __init__(
        self, article: Article, findings: Sequence[Finding], mentions: Sequence[Mention], cues: Cues
    ) -> None:
        self._article, self._text, self._cues = article, article.text, cues
        self._findings = sorted(findings, key=_place)
        self._directory = Directory(article.text, mentions)
        self._outer: list[_Voice] = []
        self._inner: list[_Voice] = []
        self._by_source: dict[Span, _Voice] = {}
        self._voices: dict[int, _Voice | None] = {}
        self._genders: dict[str, str] = {}
        self._quoted = _quoted(article.text)

    def attributions(self) -> list[Attribution]:
        parents = [self._parents(index) for index in range(len(self._findings))]
        for index, finding in enumerate(self._findings):
            voice = self._voice(finding, bool(parents[index]))
            self._voices[index] = voice
            if voice is not None and finding.source is not None:
                self._by_source[finding.source] = voice
                (self._inner if parents[index] else self._outer).append(voice)
        made = [self._made(index, parents[index]) for index in range(len(self._findings))]
        return sorted(made, key=lambda a: (a.content[0], -a.content[1], a.cue or (0, 0)))

    def _parents(self, index: int) -> tuple[int, ...]:
        """Indexes of the findings whose content holds this one's cue, outermost first."""
        one = self._findings[index]
        at = one.cue or one.content
        holding = [
            i
            for i, other in enumerate(self._findings)
            if i != index
            and other.content[0] <= at[0]
            and at[1] <= other.content[1]
            and not _within(other, one)
        ]
        return tuple(
            sorted(
                holding, key=lambda i: self._findings[i].content[0] - self._findings[i].content[1]
            )
        )

    # ------------------------------------------------------------ who
    def _voice(self, finding: Finding, nested: bool) -> _Voice | None:
        if finding.source is None:
            return self._in_force(nested, "")
        if finding.source in self._by_source:
            return self._by_source[finding.source]
        words = self._text[slice(*finding.source)]
        gender = _PRONOUNS.get(words.lower())
        if gender is not None:
            return self._pronoun(nested, gender, finding.source[0])
        who = self._named(finding.source, words, nested)
        sex = _SHE if _FEMALE.search(words) else _HE if _MALE.search(words) else ""
        if sex:
            self._genders[who.name] = sex
        return _Voice(who, self._kind(words, who, finding), sex, words)

    def _pronoun(self, nested: bool, gender: str, start: int) -> _Voice | None:
        voice = self._in_force(nested, gender)
        if gender in {_HE, _SHE} and (voice is None or not voice.who.person):
            named = self._directory.last_person(start)
            voice = voice if named is None else _Voice(named, "remarks", gender, named.name)
        if voice is not None and gender in {_HE, _SHE}:
            self._genders.setdefault(voice.who.name, gender)
        return voice

    def _in_force(self, nested: bool, gender: str) -> _Voice | None:
        """The last speaker of this level whom `gender` does not exclude."""
        for voices in (self._inner, self._outer) if nested else (self._outer, self._inner):
            for voice in reversed(voices):
                known = self._genders.get(voice.who.name, voice.gender)
                if gender in {_HE, _SHE} and known not in {"", gender}:
                    continue
                if gender in {_HE, _SHE} and not voice.who.person and self._anyone():
                    continue
                return voice
        return None

    def _anyone(self) -> bool:
        return any(v.who.person for v in (*self._outer, *self._inner))

    def _named(self, span: Span, words: str, nested: bool) -> Named:
        who = self._directory.named(span)
        if who.person:
            return who
        if carried := _CARRIED.match(words):
            return Named(carried[1])
        if self._is_statement(words) and self._outer and len(words) < 20:
            return self._outer[-1].who
        return self._role(words) or who

    def _is_statement(self, words: str) -> bool:
        """“His statement”, 声明: a text of the last speaker, when it does not name its own source."""
        simple = to_simplified(words)
        pattern = (
            self._cues.statement_zh
            if simple != words or not words.isascii()
            else self._cues.statement_en
        )
        found = pattern.search(simple)
        owner = (
            re.sub(
                r"^(?:the|his|her|their|its|full|该|这份|全文)\s?",
                "",
                simple[: found.start()].lower(),
            )
            if found
            else "x"
        )
        return not re.sub(r"\b(?:full|the)\b|\s", "", owner)

    def _role(self, words: str) -> Named | None:
        """A role without a name: the person who was named with it before (该学者 is a new one)."""
        simple = to_simplified(words)
        chinese = not words.isascii()
        if chinese and not is_title(simple):
            return None
        head = (
            re.sub(r"^(?:该|这位|这名)", "", simple)
            if chinese
            else words.rsplit(" ", maxsplit=1)[-1].lower()
        )
        if not chinese and not (len(words.split()) == 2 and _ROLE_EN.match(words)):
            return None
        for voice in reversed([*self._outer, *self._inner]):
            if head in to_simplified(voice.words).lower():
                return voice.who
        return self._beside(head, chinese)

    def _beside(self, head: str, chinese: bool) -> Named | None:
        """The name that stands right behind a role anywhere in the text."""
        if chinese:
            found = re.search(
                re.escape(head)
                + r"[\u3400-\u9fff]{1,6}[·‧•・-][\u3400-\u9fff]{1,5}|"
                + re.escape(head)
                + r"[\u3400-\u9fff]{2,4}",
                to_simplified(self._text),
            )
            if found is None:
                return None
            span = found.start(), found.end()
            named = [
                self._directory.named((span[0], end))
                for end in range(span[1], span[0] + len(head) + 1, -1)
            ]
            return next(
                (
                    n
                    for n in named
                    if n.entity or re.search("[·‧•・-]", self._text[span[0] : span[1]])
                ),
                None,
            )
        found = re.search(
            rf"\b{re.escape(head)} ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)", self._text, re.IGNORECASE
        )
        if found is None or not found[1][0].isupper():
            return None
        named = self._directory.named(found.span(1))
        return named if named.person else None

    # ------------------------------------------------------------ kind
    def _kind(self, words: str, who: Named, finding: Finding) -> str:
        simple = to_simplified(words)
        if finding.block or _SPOKEN_FOR.search(simple) or self._through_text(finding):
            return "readout"
        cues = self._cues
        if who.person:
            return "remarks"
        if cues.media_zh.search(simple) or cues.media_en.search(simple):
            return "media"
        if cues.official_zh.search(
            re.sub(r"[部厅署][长长]|官员|政府(?=军|军队)", "", simple)
        ) or cues.official_en.search(simple):
            return "readout"
        return "remarks"

    def _through_text(self, finding: Finding) -> bool:
        """True when a text stands between source and cue: 米勒发布的会晤纪要说."""
        if finding.source is None or finding.cue is None:
            return False
        between = self._text[finding.source[1] : finding.cue[0]]
        if not 0 < len(between) < 40:
            return False
        pattern = self._cues.statement_en if between.isascii() else self._cues.statement_zh
        return bool(pattern.search(to_simplified(between)))

    # ------------------------------------------------------------ making
    def _made(self, index: int, parents: tuple[int, ...]) -> Attribution:
        finding, voice = self._findings[index], self._voices[index]
        chain = [self._voices[p] for p in parents] + [voice]
        names = [v.who.name for v in chain if v is not None]
        kind = voice.kind if voice is not None else "remarks"
        if (
            finding.said is not None
            and finding.said.kind == "attitude"
            and _GENERIC.search(self._slice(finding.source) or "")
        ):
            kind = "outlet"
        if (
            finding.cue is not None
            and kind == "remarks"
            and re.search(r"in a (?:joint )?statement|声明|聲明", self._text[slice(*finding.cue)])
        ):
            kind = "readout"
        return Attribution(
            article=self._article.id,
            part=BODY,
            content_text=self._text[slice(*finding.content)],
            content=finding.content,
            mode=self._mode(finding.content),
            source_text=self._slice(finding.source),
            source=finding.source,
            cue_text=self._slice(finding.cue),
            cue=finding.cue,
            speaker=voice.who.name if voice is not None else None,
            entity=voice.who.entity if voice is not None else None,
            chain=tuple(names),
            kind=kind,
            block=finding.block,
        )

    def _slice(self, span: Span | None) -> str | None:
        return None if span is None else self._text[slice(*span)]

    def _mode(self, content: Span) -> str:
        """`direct` when at least half of the content stands in quotation marks, or when it
        begins and ends with one and only the speaker stands between.
        """
        if any(s == content[0] for s, _ in self._quoted) and any(
            e == content[1] for _, e in self._quoted
        ):
            return "direct"
        shared = sum(max(0, min(content[1], e) - max(content[0], s)) for s, e in self._quoted)
        return "direct" if 2 * shared >= content[1] - content[0] else "indirect"


def _place(finding: Finding) -> tuple[int, int]:
    first = finding.cue or finding.content
    return (finding.cue[0] if finding.block and finding.cue else first[0], -finding.content[1])


def _within(other: Finding, one: Finding) -> bool:
    """True when `other` is itself inside what `one` says (two quotations around one cue)."""
    if other.cue is None:
        return True
    return one.content[0] <= other.cue[0] and other.cue[1] <= one.content[1]


def _quoted(text: str) -> list[Span]:
    return [(q.start, q.end) for q in quotations(text) if q.depth == 0]
