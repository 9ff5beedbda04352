"""HTML, however broken -> HTML whose tags are whole, for parsers that look for an end again and
again.

In: text with HTML in it. Out: the same text, in which every `<` that opens a tag, comment or
declaration has its end; one without is written as `&lt;`, so that it stays the character that a
reader sees. Sound HTML comes out as it went in. The parser of the standard library and those built
on it search from every such `<` to the end of the file, which takes the square of its length; here
one pass goes from left to right and remembers that an end is not to be found any more. Where a
quoted value swallows the rest of the file, the tags behind it lose their attributes.

Numbers of characters that no character has (`&#` and thousands of digits, which Python refuses to
read) become U+FFFD, as in browsers.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"<(?:(!--)|(!\[CDATA\[)|([!?/])|([a-zA-Z][^\s/<>]*+))", re.IGNORECASE)
# a quotation mark counts behind an equal sign only, as browsers have it
_TAG_END = re.compile(r"(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^>])*+>")
_COMMENT_END = re.compile(r"--\s*+>")
_NUMBER = re.compile(r"&#(?:0*+\d{8,}|[xX]0*+[0-9a-fA-F]{7,});?")
_RAW = ("script", "style")


def whole(text: str) -> str:
    """`text` with whole tags only."""
    pieces: list[str] = []
    at = 0
    ends = _Ends(_NUMBER.sub("\ufffd", text))
    text = ends.text
    while match := _OPENS.search(text, at):
        start = match.start()
        pieces.append(text[at:start])
        at, piece = ends.of(match)
        pieces.append(piece)
    return "".join([*pieces, text[at:]]) if pieces else text


class _Ends:
    """Where what is opened ends, in one text; holds which ends are not to be found any more."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = text.rfind(">")
        self._comments = self._quoted = True
        self._sections = text.rfind("]]>")
        self._raw = dict.fromkeys(_RAW, True)

    def of(self, match: re.Match[str]) -> tuple[int, str]:
        """Where the text goes on, and what stands before that, whole."""
        start, (comment, section, _, name) = match.start(), match.groups()
        if start > self._last:
            return start + 1, "&lt;"
        end = -1
        if comment and self._comments:
            found = _COMMENT_END.search(self.text, match.end() - 2)
            self._comments = found is not None
            end = found.end() if found else -1
        elif section and self._sections > start:
            end = self.text.find("]]>", start) + 3
        if comment and end < 0:
            return start + 1, "&lt;"
        if name:
            return self._tag(match, name)
        end = end if end >= 0 else self.text.find(">", start) + 1
        return end, self.text[start:end]

    def _tag(self, match: re.Match[str], name: str) -> tuple[int, str]:
        found = _TAG_END.match(self.text, match.end()) if self._quoted else None
        if found is None:
            self._quoted = False
            return self.text.find(">", match.end()) + 1, f"<{name}>"
        start, end = match.start(), found.end()
        if self._raw.get(name.lower()):
            closing = re.compile(rf"</\s*+{name}", re.IGNORECASE).search(self.text, end)
            self._raw[name.lower()] = closing is not None
            end = closing.start() if closing else end
        return end, self.text[start:end]
