"""Outlets: who publishes under which names and domains, and in which time zone.

In: `data/outlets.toml` in the package, then the user's own `outlets.toml` files, or the table
`[outlets]` of a `compare.toml`. Out: `Outlets`, which finds an `Outlet` by URL or by any of its
names, and makes one for a publisher it has never heard of. A file of the user's adds outlets and
replaces those whose id it repeats, so that a wrong time zone can be put right without touching the
package.

The shape of the file:

    [rfi]
    name = "RFI"                      # what output prints
    zh = "法国国际广播电台"             # optional
    domains = ["rfi.fr"]
    timezone = "Europe/Paris"         # IANA name; naive times are read in it
    aliases = ["法广"]                 # optional, any language
    kind = "news"                     # or official (its texts are readouts), digest, agency
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from compare.errors import UnreadableFile
from compare.model import Outlet
from compare.resources.words import read_toml

FILE_NAME = "outlets.toml"
_KINDS = ("news", "agency", "official", "digest")
_COMMON_SECOND = ("ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org")
_EDITION = (
    "amp",
    "chinese",
    "cn",
    "edition",
    "en",
    "english",
    "global",
    "hk",
    "international",
    "m",
    "mobile",
    "news",
    "tw",
    "wap",
    "www",
    "zh",
)


@dataclass(frozen=True, slots=True)
class Outlets:
    """Every known outlet, by domain and by folded name."""

    domains: dict[str, Outlet]
    names: dict[str, Outlet]

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet whose domain (and path, when its entry has one) the URL belongs to."""
        host, path = _host_and_path(url)
        labels = host.split(".")
        for start in range(len(labels) - 1):
            domain = ".".join(labels[start:])
            first = path.strip("/").split("/")[0]
            found = self.domains.get(f"{domain}/{first}") or self.domains.get(domain)
            if found:
                return found
        return None

    def by_name(self, name: str | None) -> Outlet | None:
        """The outlet with this id, name, alias or domain, in either Chinese script.

        Case, spaces, punctuation and a remark in brackets at the end do not matter.
        """
        bare = re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", name or "")
        found = self.names.get(_fold(name or "")) or self.names.get(_fold(bare))
        if not found and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", bare):
            return self.by_url(f"https://{bare}/")
        return found

    def named_at_start(self, text: str, marks: str = "-–—:：|") -> tuple[Outlet, str] | None:
        """The known outlet that `text` begins with before one of `marks`, and the rest."""
        for match in reversed(list(re.finditer(rf"\s*[{re.escape(marks)}]\s*", text[:60]))):
            found = self.by_name(text[: match.start()])
            if found:
                return found, text[match.end() :]
        return None


def outlets(extra: Sequence[Path] = ()) -> Outlets:
    """The package's outlets, the user's (config folder), then those of the files `extra`.

    Later entries replace earlier ones with the same id. Raises UnreadableFile for a file that is
    not TOML or an entry that lacks a name.
    """
    known = dict(_shipped())
    for path in (_user_file(), *extra):
        if path.is_file():
            known.update(load(path))
    return _index(known.values())


def make_outlet(name: str | None, url: str | None) -> Outlet:
    """An outlet for a publisher in no list: its id is a slug of the domain, else of the name."""
    host, _ = _host_and_path(url)
    slug = _domain_slug(host) or _name_slug(name or "") or "unknown"
    domain = host.removeprefix("www.")
    return Outlet(id=slug, name=name or domain or slug, domains=(domain,) if domain else ())


def names_of(name: str, url: str | None, known: Outlets) -> tuple[str, ...]:
    """Every name and domain under which a publisher is known, for a text that must not tell it."""
    outlet = known.by_name(name) or known.by_url(url) or make_outlet(name, url)
    return tuple(filter(None, (outlet.name, outlet.name_zh, *outlet.aliases, *outlet.domains)))


def _user_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("compare-stories", appauthor=False) / FILE_NAME


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Outlet]:
    text = files("compare.resources").joinpath("data", FILE_NAME).read_text(encoding="utf-8")
    return _parsed(tomllib.loads(text), FILE_NAME)


def load(path: Path) -> dict[str, Outlet]:
    """The outlets of one file by id; raises UnreadableFile as `outlets` does."""
    found = _parsed(read_toml(path)[1], str(path))
    for key, outlet in found.items():
        if outlet.timezone is not None and not _is_zone(outlet.timezone):
            wrong = f"outlet [{key}]: {outlet.timezone!r} is no IANA time zone"
            raise UnreadableFile(wrong, file=str(path))
    return found


def _parsed(tables: dict[str, Any], file: str) -> dict[str, Outlet]:
    inner = tables.get("outlets")  # a compare.toml; an outlet of this name holds no tables
    if isinstance(inner, dict) and all(isinstance(table, dict) for table in inner.values()):
        tables = inner
    return {key: _outlet(key, table, file) for key, table in tables.items()}


def _outlet(key: str, table: object, file: str) -> Outlet:
    if not isinstance(table, dict) or not isinstance(table.get("name"), str):
        raise UnreadableFile(f'outlet [{key}] needs a name, as in name = "RFI"', file=file)
    kind = table.get("kind", "news")
    if kind not in _KINDS:
        raise UnreadableFile(f"outlet [{key}]: kind is one of {', '.join(_KINDS)}", file=file)
    return Outlet(
        id=key,
        name=table["name"],
        name_zh=_text(table.get("zh")),
        domains=_texts(table.get("domains")),
        timezone=_text(table.get("timezone")),
        aliases=_texts(table.get("aliases")),
        kind=kind,
    )


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _index(known: Iterable[Outlet]) -> Outlets:
    domains: dict[str, Outlet] = {}
    names: dict[str, Outlet] = {}
    for outlet in known:
        domains.update((domain.lower(), outlet) for domain in outlet.domains)
        for name in (outlet.id, outlet.name, outlet.name_zh, *outlet.aliases):
            if name:
                names.setdefault(_fold(name), outlet)
    return Outlets(domains, names)


def _host_and_path(url: str | None) -> tuple[str, str]:
    try:
        parts = urlsplit((url or "").strip())
        return (parts.hostname or "").lower(), parts.path.lower()
    except ValueError:
        return "", ""


def _fold(name: str) -> str:
    from compare.text.scripts import to_simplified

    plain = re.sub(r"[\W_]+", "", name.casefold())
    return to_simplified(plain) if not plain.isascii() else plain


def _domain_slug(host: str) -> str:
    labels = [label for label in host.split(".") if label]
    if len(labels) < 2 or host.replace(".", "").isdigit():
        return ""
    labels.pop()
    if len(labels) > 1 and labels[-1] in _COMMON_SECOND:
        labels.pop()
    kept = [label for label in labels if label not in _EDITION] or labels
    return _slug(kept[-1])


def _name_slug(name: str) -> str:
    if name.isascii():
        return _slug(name)
    from anyascii import anyascii

    return _slug(anyascii(name))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-")
