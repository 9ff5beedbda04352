"""Sheet and key as a page, for screen and paper, and as the PDF of that page.

In: blocks of a sheet or key. Out: HTML that needs no server and no network; a plain sheet has no
script at all. A self-marking page holds no readable answer, only salted hashes of the accepted
letters: enough against a glance at the source, not against somebody who tries all letters. For
PDF, WeasyPrint lays out the page with the print style, tagged for screen readers. It takes no file
and no address; the identifier is made from the page, and no time is written, so that one seed
gives one file.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from compare.errors import UsageError
from compare.exercises.blocks import sheet_blocks
from compare.exercises.parts import Exercise, Sheet
from compare.reports.blocks import Block
from compare.reports.page import blocks_page
from compare.reports.words import say

SIZES = {"a4": "A4", "letter": "letter"}


def page(blocks: list[Block], made: Sheet, hashes: str = "") -> str:
    """The sheet or its key for paper; with `hashes`, a sheet that checks the answers by itself."""
    return blocks_page(
        blocks,
        template="sheet.html.j2",
        style="sheet.css",
        code=("sheet.js",) if hashes else (),
        sheet=made,
        hashes=hashes,
    )


def self_marking(made: Exercise) -> str:
    """The sheet as a page that checks the answers by itself, without a network."""
    hashes = {
        answer.id: sorted(proof(made.sheet.code, answer.id, letter) for letter in answer.accepted)
        for answer in made.key.answers
        if answer.scored
    }
    return page(sheet_blocks(made.sheet), made.sheet, json.dumps(hashes))


def proof(code: str, question: str, letter: str) -> str:
    """The salted hash that stands for an accepted letter."""
    return hashlib.sha256(f"{code}|{question}|{letter}".encode()).hexdigest()


def pdf(blocks: list[Block], made: Sheet) -> bytes:
    """The page as PDF; UsageError when what makes it is not installed."""
    try:
        import weasyprint
    except ImportError as error:
        raise UsageError(say("error.package", format="pdf", package="weasyprint")) from error
    except OSError as error:  # the package is there, the library that it loads is not
        raise UsageError(say("error.pango", reason=str(error).splitlines()[0])) from error
    text = page(blocks, made)
    size = weasyprint.CSS(string=f"@page {{ size: {SIZES[made.paper]} }}")
    mark = hashlib.sha256(text.encode("utf-8", "replace")).digest()[:16]
    data: bytes = weasyprint.HTML(string=text, url_fetcher=_refuse).write_pdf(
        stylesheets=[size], finisher=_steady, pdf_identifier=mark, pdf_tags=True
    )
    return data


def _steady(_: object, pdf: Any) -> None:
    """Names table headers by their order: WeasyPrint names them by an address in memory."""
    names: dict[object, str] = {}
    made = [one for one in pdf.objects if isinstance(one, dict)]
    for one in made:
        named = [one["ID"]] if one.get("Type") == "/StructElem" and "ID" in one else []
        for header in (*named, *(one.get("A") or {}).get("Headers", ())):
            header.string = names.setdefault(header.string, f"header{len(names)}")


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(url)
