"""`compare.toml`: what the user, or a folder of articles, sets other than the defaults.

In: the file that `--config` names, the paths of the articles, and what the command line says. Out:
the options in force, and where each comes from. The layers, the strongest first: the command line,
`--config`, `compare.toml` beside the articles (or a `names.tsv` there), the user's own
`compare.toml`, the defaults; each sets what it names and leaves the rest.

A section is a stage, a key the name of an option, and `[outlets]` has the form of `outlets.toml`:

    [sources]
    max_bytes = 20_000_000

    [speech]
    cues_file = "cues.toml"           # beside this file

    [outlets.harbour-post]
    name = "Harbour Post"

The keys are whole option names, although the section says the stage already: one word to look for
in the file, in Python, in `compare config` and in the documentation. A file beside articles may
come from a stranger with them. So it lowers limits and cannot raise them, names no file outside
its folder, and says nothing about what goes to a server. A key that is not known is an error and no
warning: a setting that nobody obeys is worse than none.

The sample articles that ship with the package. In: the working folder. Out: the folder to read when
the user named none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compare.errors import InputError
from compare.options import SECTIONS, SETTINGS, Options
from compare.options.fields import COMMAND_LINE, DEFAULT, Setting
from compare.resources import outlets
from compare.resources.words import read_toml

FILE_NAME = "compare.toml"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The options in force; `origins` has a file, `command line` or `default` for each."""

    options: Options
    origins: dict[str, str]


def configuration(
    chosen: str | None, paths: Iterable[str], given: Mapping[str, object]
) -> Configuration:
    """The options that hold for articles at `paths`; `chosen` is the file of --config, `given` what
    the command line says by the names of options.

    Raises UnreadableFile or InputError with file, line and key for what cannot be obeyed.
    """
    values: dict[str, Any] = {name: setting.default for name, setting in SETTINGS.items()}
    origins = dict.fromkeys(values, DEFAULT)
    paths = tuple(paths)
    if user_file().is_file():
        _lay(_File(user_file(), trusted=True), values, origins)
    if names := beside("names.tsv", paths):
        values["names_file"] = origins["names_file"] = str(names)
    near = beside(FILE_NAME, paths)
    if near is not None and not (chosen and Path(chosen).exists() and near.samefile(chosen)):
        _lay(_File(near, trusted=False), values, origins)
    if chosen is not None:
        _lay(_File(Path(chosen), trusted=True), values, origins)
    values |= given
    origins |= dict.fromkeys(given, COMMAND_LINE)
    return Configuration(Options(**values), origins)


def digest(options: Options) -> str:
    """The digest of options with what their files hold in place of where they stand: the same on
    every machine, and another one once a file says something else.
    """
    held = {name: _contents(getattr(options, name)) for name, one in SETTINGS.items() if one.file}
    return replace(options, **held).cache_key()


def _contents(files: str | tuple[str, ...] | None) -> Any:
    """Digests of files in their places; a name that leads nowhere stands for itself."""
    if isinstance(files, tuple):
        return tuple(map(_contents, files))
    if files is None or not Path(files).is_file():
        return files
    return hashlib.sha256(Path(files).read_bytes()).hexdigest()


def user_file() -> Path:
    """Where the user's own `compare.toml` is looked for."""
    from platformdirs import user_config_path

    return user_config_path("compare-stories", appauthor=False) / FILE_NAME


def beside(name: str, paths: Iterable[str]) -> Path | None:
    """The first file of this name that stands in a folder of articles, or beside an article."""
    for path in map(Path, paths):
        file = (path if path.is_dir() else path.parent) / name
        if file.is_file():
            return file
    return None


def _lay(file: _File, values: dict[str, Any], origins: dict[str, str]) -> None:
    """Puts what `file` sets over `values`; lists of files grow, everything else is replaced."""
    for setting, value in file.settings():
        if setting.private and not file.trusted:
            raise file.error(
                setting.name,
                "is not for articles to decide; set it in your own compare.toml or with --config",
            )
        if setting.limit and not file.trusted and value > values[setting.name]:
            raise file.error(
                setting.name,
                f"articles may lower the limit {values[setting.name]}, not raise it; "
                "set it in your own compare.toml or with --config",
            )
        values[setting.name] = values[setting.name] + value if setting.type is tuple else value
        origins[setting.name] = str(file.path)


class _File:
    """One `compare.toml`, checked as it is read."""

    def __init__(self, path: Path, *, trusted: bool) -> None:
        """Reads the file at once; raises UnreadableFile as `read_toml` does."""
        self.path, self.trusted = path, trusted
        self._text, self._tables = read_toml(path)

    def settings(self) -> Iterator[tuple[Setting, Any]]:
        """The options that the file sets, with their values; `[outlets]` is the file itself."""
        for section, table in self._tables.items():
            if section == "outlets":
                outlets.load(self.path)
                yield SETTINGS["outlet_files"], (str(self.path),)
                continue
            if section not in SECTIONS:
                raise self.error(section, _unknown_section(section))
            if not isinstance(table, dict):
                raise self.error(section, f"a section, not a key: write [{section}]")
            for name, value in table.items():
                setting = self._setting(section, name)
                yield setting, self._checked(setting, value)

    def error(self, key: str, message: str) -> InputError:
        """An error about `key`, with the first line that begins with it."""
        place = re.search(rf"(?m)^[ \t]*\[*[ \t]*(?:\w+\.)?[\"']?{re.escape(key)}\b", self._text)
        line = self._text.count("\n", 0, place.end()) + 1 if place else None
        return InputError(f"{key}: {message}", file=str(self.path), line=line)

    def _setting(self, section: str, name: str) -> Setting:
        setting = SETTINGS.get(name)
        if setting is None:
            raise self.error(name, f"no such option; the nearest is {_nearest(name, SETTINGS)}")
        if setting.section != section:
            raise self.error(name, f"stands in [{section}] and belongs into [{setting.section}]")
        return setting

    def _checked(self, setting: Setting, value: object) -> object:
        value = tuple(value) if isinstance(value, list) else value
        if complaint := setting.complaint(value):
            raise self.error(setting.name, f"{complaint} ({setting.meaning})")
        if not setting.file:
            return float(value) if setting.type is float else value  # type: ignore[arg-type]
        if isinstance(value, tuple):
            return tuple(self._file(setting, one) for one in value)
        return self._file(setting, str(value))

    def _file(self, setting: Setting, name: str) -> str:
        """The path that `name` means beside this file."""
        path = self.path.parent / name
        if not self.trusted and not path.resolve().is_relative_to(self.path.parent.resolve()):
            raise self.error(
                setting.name,
                f"{name!r} is outside of the articles' folder; "
                "name it in your own compare.toml or with --config",
            )
        if not path.is_file():
            raise self.error(setting.name, f"no such file: {name!r}")
        return str(path)


def _unknown_section(name: str) -> str:
    if name in SETTINGS:
        return f"stands outside of the sections and belongs into [{SETTINGS[name].section}]"
    return f"no such section; the nearest is [{_nearest(name, (*SECTIONS, 'outlets'))}]"


def _nearest(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    return get_close_matches(name, list(names), n=1, cutoff=0)[0]


def default_folder() -> tuple[Path, str]:
    """`./seeds` when it is there, else the packaged samples; and the notice that says so."""
    here = Path("seeds")
    if here.is_dir():
        return here, "no path given: reading ./seeds"
    packaged = Path(__file__).parent / "seeds"
    if not packaged.is_dir():  # an editable install reads them from the checkout
        packaged = Path(__file__).parents[2] / "seeds"
    return packaged, "no path given: reading the sample articles that come with compare"
