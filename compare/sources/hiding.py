"""Elements whose text a reader of the page does not see.

In: a tag with its attributes, and the style sheets inside the page. Out: whether the element is
hidden. Only what the page itself says for certain counts: the attribute `hidden`, a style, a class
that frameworks give to what only screen readers speak, a plain rule (`.x`, `#x`, `p.x`) of a sheet
in the page. `aria-hidden` hides from screen readers and from nobody else. A class that begins with
`hidden` hides nothing, nor does one that another class shows again from some width on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_INVISIBLE = re.compile(
    r"(?:^|[;\s])\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|content-visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01])",
    re.IGNORECASE,
)
_UNTIL_SHOWN = re.compile(r"visibility\s*:|opacity\s*:", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(?:(?:visually|a11y|u|is|assistive)-?_?(?:hidden|hide)(?:-text)?|sr-?_?only|hidden-visually"
    r"|screen-?_?reader(?:s?-(?:text|only|response))?|off-?screen|hide-?text|d-none|hidden|hide)"
)
_SHOWN = re.compile(
    r"(?:sm|md|lg|xl|xxl|2xl|d)(?:-\w+)?[:-](?:not-sr-only|block|flex|inline\S*|grid|table)"
)
_SHEET = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)", re.IGNORECASE)
_SHOWING = re.compile(
    r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.\d)", re.IGNORECASE
)


def is_hidden(
    tag: str,
    attributes: Mapping[str, str | None],
    rules: frozenset[str],
    *,
    content: bool = False,
) -> bool:
    """Whether the element shows nothing, itself or below it.

    The text of a whole article is often invisible until a script has run; `content` says that the
    element is that of an article, which only `display: none` hides.
    """
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    if style and _INVISIBLE.search(style) and not (content and _UNTIL_SHOWN.search(style)):
        return True
    classes = (attributes.get("class") or "").lower().split()
    if any(map(_SPOKEN.fullmatch, classes)) and not any(map(_SHOWN.match, classes)):
        return True
    return bool(rules) and any(name in rules for name in _selectors(tag, attributes))


def _selectors(tag: str, attributes: Mapping[str, str | None]) -> Iterable[str]:
    for name in (attributes.get("class") or "").split():
        yield f".{name}"
        yield f"{tag}.{name}"
    if identity := attributes.get("id"):
        yield f"#{identity}"
        yield f"{tag}#{identity}"


def hiding_rules(page: str) -> frozenset[str]:
    """The plain selectors that the sheets of a page hide; of two rules the later counts."""
    hidden: set[str] = set()
    for sheet in _SHEET.findall(page):
        for selectors, body in _RULE.findall(_outside_media(_COMMENT.sub(" ", sheet))):
            hides, shows = bool(_INVISIBLE.search(body)), bool(_SHOWING.search(body))
            for selector in map(str.strip, selectors.split(",") if hides or shows else ()):
                if _SELECTOR.fullmatch(selector):
                    (hidden.add if hides else hidden.discard)(selector)
    return frozenset(hidden)


def _outside_media(sheet: str) -> str:
    """A sheet without the rules of `@media` and its like, which hold for some readers only."""
    kept, depth, since = [], 0, 0
    for match in re.finditer(r"@[\w-]+[^{};]*\{|[{}]", sheet):
        mark = match.group()
        if not depth and mark.startswith("@"):
            kept.append(sheet[since : match.start()])
            depth = 1
        elif depth and mark != "}":
            depth += 1
        elif depth:
            depth -= 1
            since = match.end()
    return "".join([*kept, "" if depth else sheet[since:]])
