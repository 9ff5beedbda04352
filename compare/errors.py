"""What can go wrong, as a tree.

    CompareError                 anything below; carries file, line and article id when known
    ├── InputError               an input cannot be used as given
    │   ├── UnreadableFile       the file cannot be opened, decoded or understood
    │   └── NoText               the file was understood and holds no article text
    ├── LookupFailed             a name that the user gave matches nothing, or several things
    │   ├── NotFound             nothing; `suggestions` holds the nearest names
    │   └── Ambiguous            several; `candidates` holds them
    ├── UsageError               options that cannot be honoured together
    ├── OutputError              a result cannot be written
    ├── NoAnswer                 a server that the user named gives none; `reason` says why
    └── InternalFault            this program failed on an input; `__cause__` says how

The library raises these; only `cli` (and later `web`) turns them into words and exit codes.
"""

from __future__ import annotations


class CompareError(Exception):
    """Base of every error that `compare` raises on purpose.

    `message` says what is wrong and what to do, in one line without the place;
    `str(error)` puts the place (`file`, `line`, `article`) in front of it.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        article: str | None = None,
    ) -> None:
        """Keeps the message and the place apart; each part of the place is optional."""
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.article = article

    def __str__(self) -> str:
        """The place in front of the message."""
        place = self.file or self.article or ""
        if place and self.line is not None:
            place = f"{place}:{self.line}"
        return f"{place}: {self.message}" if place else self.message


class InputError(CompareError):
    """An input cannot be used as it was given."""


class UnreadableFile(InputError):
    """A file cannot be opened, decoded or understood."""


class NoText(InputError):
    """A file was understood and holds no article text."""


class LookupFailed(CompareError):
    """A name given by the user does not lead to exactly one thing."""


class NotFound(LookupFailed):
    """Nothing has this name; `suggestions` holds the nearest ones, best first, `known` all."""

    def __init__(
        self, message: str, suggestions: tuple[str, ...] = (), known: tuple[str, ...] = ()
    ) -> None:
        """Keeps the message and the nearest names."""
        super().__init__(message)
        self.suggestions = suggestions
        self.known = known


class Ambiguous(LookupFailed):
    """Several things answer to this name; `candidates` lists them."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        """Keeps the message and the names that it could mean."""
        super().__init__(message)
        self.candidates = candidates


class UsageError(CompareError):
    """Options that cannot be honoured as given."""


class OutputError(CompareError):
    """A result cannot be written to where it was asked for."""


class NoAnswer(CompareError):
    """A server that was asked gives no answer that could be read.

    `reason` is one of `unreachable`, `slow`, `moved`, `key`, `missing`, `status`, `long`, `form`;
    `detail` says more where there is more to say: a status, what the system calls it, seconds.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keeps why, and the detail."""
        super().__init__(f"no answer: {reason} {detail}".rstrip())
        self.reason = reason
        self.detail = detail


class InternalFault(CompareError):
    """We failed where the input is not to blame; `__cause__` is what was raised."""
