"""Sheet and key as PDF, from the same HTML.

In: a sheet or a key. Out: bytes. WeasyPrint lays out the page with the print style, tagged for
screen readers. It takes no file and no address: the page holds all it needs. The identifier is
made from the page, and no time is written, so that one seed gives one file.
"""

from __future__ import annotations

import hashlib
from typing import Any

from compare.errors import UsageError
from compare.exercises.formats import html
from compare.exercises.parts import Key, Sheet
from compare.reports.words import say

SIZES = {"a4": "A4", "letter": "letter"}


def sheet(made: Sheet) -> bytes:
    """The sheet; it holds no answer."""
    return _pdf(html.sheet(made), made.paper)


def key(made: Key, exercise: Sheet) -> bytes:
    """The key as a document of its own."""
    return _pdf(html.key(made, exercise), exercise.paper)


def _pdf(page: str, paper: str) -> bytes:
    weasyprint = _weasyprint()
    size = weasyprint.CSS(string=f"@page {{ size: {SIZES[paper]} }}")
    document = weasyprint.HTML(string=page, url_fetcher=_refuse)
    mark = hashlib.sha256(page.encode("utf-8", "replace")).digest()[:16]
    made: bytes = document.write_pdf(
        stylesheets=[size], finisher=_steady, pdf_identifier=mark, pdf_tags=True
    )
    return made


def _weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError as error:
        raise UsageError(say("error.package", format="pdf", package="weasyprint")) from error
    except OSError as error:  # the package is there, the library that it loads is not
        raise UsageError(say("error.pango", reason=str(error).splitlines()[0])) from error
    return weasyprint


def _steady(_: object, pdf: Any) -> None:
    """Names table headers by their order: WeasyPrint names them by an address in memory."""
    names: dict[object, str] = {}

    def rename(header: Any) -> None:
        header.string = names.setdefault(header.string, f"header{len(names)}")

    for made in pdf.objects:
        if isinstance(made, dict):
            if made.get("Type") == "/StructElem" and "ID" in made:
                rename(made["ID"])
            for header in (made.get("A") or {}).get("Headers", ()):
                rename(header)


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(url)
