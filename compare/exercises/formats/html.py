"""Sheet and key as one HTML file each, for screen and paper.

In: a sheet or a key. Out: a page that needs no server and no network. Style stands inside it and
the Content-Security-Policy allows exactly that by its hash; a plain sheet has no script at all. A
self-marking page holds no readable answer, only salted hashes of the accepted letters: enough
against a glance at the source, not against somebody who tries all letters.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from compare.exercises.formats import lines
from compare.exercises.parts import Exercise, Key, Sheet
from compare.reports.page import can_stand
from compare.reports.words import language, say

if TYPE_CHECKING:
    from jinja2 import Environment


def sheet(made: Sheet) -> str:
    """The sheet for paper; it holds no answer."""
    return _page("sheet.html.j2", sheet=made, marks=None, code="")


def self_marking(made: Exercise) -> str:
    """The sheet as a page that checks the answers by itself, without a network."""
    marks = {
        answer.id: sorted(proof(made.sheet.code, answer.id, letter) for letter in answer.accepted)
        for answer in made.key.answers
        if answer.scored
    }
    return _page(
        "sheet.html.j2", sheet=made.sheet, marks=json.dumps(marks), code=_asset("sheet.js")
    )


def key(made: Key, exercise: Sheet) -> str:
    """The key as a page of its own."""
    return _page("key.html.j2", key=made, sheet=exercise, code="")


def proof(code: str, question: str, letter: str) -> str:
    """The salted hash that stands for an accepted letter."""
    return hashlib.sha256(f"{code}|{question}|{letter}".encode()).hexdigest()


def _page(template: str, *, code: str, **values: Any) -> str:
    style = _asset("sheet.css")
    script = f"script-src '{_hash(code)}'" if code else "script-src 'none'"
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; {script}"
    )
    made = (
        _environment()
        .get_template(template)
        .render(policy=policy, style=style, code=code, interface=language(), **values)
    )
    return can_stand(made)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("compare.exercises").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("compare.exercises", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(say=say, cover_lines=lines.cover_lines, cell_words=lines.cell_words)
    made.globals.update(citation_words=lines.citation_words, cell_of=lines.cell_of)
    return made
