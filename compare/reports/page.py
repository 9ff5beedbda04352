"""Templates -> one HTML file that needs no server and no network.

In: a template's name and the values for it. Out: the page. Style and script stand inside it and a
Content-Security-Policy allows exactly these two by their hashes, so that nothing an article holds
could ever run, even if escaping failed. Jinja2 escapes every text; nothing is marked safe except
our own style and script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from compare.model import MadeBy
from compare.reports import words
from compare.reports.blocks import HANS, ORIGINAL, Block, Heading, converter, escaped
from compare.reports.contrasts import contrast_words
from compare.reports.marking import evidence_id, fit, span_id
from compare.reports.matrix import where_words
from compare.reports.words import MARKS, language

if TYPE_CHECKING:
    from jinja2 import Environment

PICTURES = "picture.js"  # draws, so that it has to load what it drew
_CANNOT_STAND = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the path above the title: where to, and the words."""

    href: str
    text: str


def page(
    template: str,
    *,
    script: str = ORIGINAL,
    style: str = "page.css",
    code: Sequence[str] = (),
    made_by: MadeBy = MadeBy(),
    persons: frozenset[str] = frozenset(),
    notice: str = "",
    **values: Any,
) -> str:
    """The page made from `template`, Chinese shown in `script`, in the language spoken now; with
    no `code` (files of `templates/script`), a page without any script; what `made_by` knows stands
    at its foot, a `notice` at its head. The names of `persons` keep their characters in either
    script.
    """
    look, acts = _asset(style), "".join(_asset(f"script/{name}") for name in code)
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(look)}'; script-src '{_hash(acts) if acts else 'none'}'"
        f"{'; img-src data:' if PICTURES in code else ''}"
    )
    common = {"policy": policy, "style": look, "code": acts, "script": script, "made_by": made_by}
    common |= {"notice": notice}
    spoken: dict[str, Any] = {"tag": partial(_tag, script)}
    spoken |= {"interface": language(), "show": converter(script, persons)}
    made = _environment().get_template(template).render(**common, **spoken, **values)
    return can_stand(made)


def blocks_page(
    blocks: Sequence[Block], script: str = ORIGINAL, template: str = "blocks.html.j2", **values: Any
) -> str:
    """Any blocks as a page, with the same words in the same order as in the terminal; its title is
    the first heading. `values` are those of `page` and of the template.
    """
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    shown = {"title": title, "blocks": blocks, "path": (), "hashes": None}
    return page(template, script=script, **(shown | values))


def can_stand(text: str) -> str:
    r"""The text with characters that HTML cannot hold, or that turn the
    direction of the words behind them, written as `\x1b` or `\ud800`.
    """
    return _CANNOT_STAND.sub(escaped, text)


def _tag(script: str, language: str) -> str:
    """The language tag of a text as shown; `und` is written as the empty tag of HTML."""
    if script != ORIGINAL and language.startswith("zh"):
        return "zh-Hans" if script == HANS else "zh-Hant"
    return "" if language == "und" else language


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


@cache
def _asset(name: str) -> str:
    return files("compare.reports").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("compare.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = ("say", "said", "day", "when", "percent", "decimal", "count", "language_name")
    made.globals.update({name: getattr(words, name) for name in shown})
    made.globals.update(marks=MARKS, where=where_words, kind_of=lambda block: type(block).__name__)
    made.globals.update(contrast_words=contrast_words)
    made.globals.update(fit=fit, evidence_id=evidence_id, span_id=span_id)
    return made
