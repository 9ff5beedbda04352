"""A model behind an address that speaks as OpenAI's servers do.

In: messages. Out: the text that the model writes, or NoAnswer with the reason. The standard
library's HTTP does all that is needed and nothing that is not: it follows no redirect and asks no
proxy, so that articles and key go to the address that the user named and nowhere else. The time
counts for the whole answer and not for each piece of it, and no more is read than the limit: a
server that drips, or that never ends, costs no more than one that is silent.
"""

from __future__ import annotations

import http.client
import io
import json
import socket
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote, urlsplit

import msgspec

from compare.errors import NoAnswer, UsageError
from compare.judge.question import Messages

ENDPOINT = "/chat/completions"
LOST = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
BARRED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    """What of an answer is read."""

    choices: list[_Choice]


@dataclass(frozen=True, slots=True, repr=False)
class Server:
    """Where and whom to ask: `key` goes along as a bearer token, where there is one; an answer has
    `seconds` of time and at most `most` bytes.
    """

    address: str
    model: str
    key: str
    seconds: int
    most: int

    def __post_init__(self) -> None:
        """Raises UsageError for an address or a key that cannot be used; never shows the key."""
        if complaint := _complaint(self.address):
            shown = self.address.rpartition("@")[2]  # without a password that stands in it
            raise UsageError(f"--judge {shown}: {complaint}")
        if not (self.key.isascii() and self.key.isprintable()):
            raise UsageError("COMPARE_JUDGE_KEY holds a character that no key has")

    def payload(self, messages: Messages) -> bytes:
        """The body of a request: as sure of itself as a model can be made, and the same each time;
        nothing in it depends on the key or on the address.
        """
        asked = {"model": self.model, "messages": messages, "temperature": 0, "seed": 0}
        return json.dumps({**asked, "stream": False}).encode("ascii")

    def ask(self, payload: bytes) -> str:
        """What the model writes to one request; raises NoAnswer."""
        try:
            status, body = self._posted(payload)
        except TimeoutError:
            raise NoAnswer("slow", str(self.seconds)) from None
        except OSError as error:
            raise NoAnswer("unreachable", error.strerror or "the connection was closed") from None
        except (http.client.HTTPException, ValueError):
            raise NoAnswer("form") from None
        _check(status)
        if len(body) > self.most:
            raise NoAnswer("long", str(self.most))
        return _content(body)

    def _posted(self, payload: bytes) -> tuple[int, bytes]:
        """Status and body, of which one byte over the limit is read at most."""
        until = time.monotonic() + self.seconds
        place = urlsplit(self.address)
        encrypted = place.scheme == "https"
        kind = http.client.HTTPSConnection if encrypted else http.client.HTTPConnection
        connection = kind(place.hostname or "", place.port, timeout=self.seconds)
        try:
            connection.request("POST", _path(place.path), payload, self._headers())
            held = _Held(connection.sock, until)
            response = http.client.HTTPResponse(cast("socket.socket", held), method="POST")
            try:
                response.begin()
                return response.status, response.read(self.most + 1)
            finally:
                response.close()
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        told = {"Content-Type": "application/json", "Accept": "application/json"}
        return told | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


class _Held:
    """A socket whose reading ends at a moment, whatever comes in the meantime."""

    def __init__(self, sock: socket.socket, until: float) -> None:
        self._sock, self._until = sock, until

    def makefile(self, *_: object) -> io.BufferedReader:
        """What an HTTP response reads from."""
        return io.BufferedReader(_Pieces(self._sock, self._until))


class _Pieces(io.RawIOBase):
    def __init__(self, sock: socket.socket, until: float) -> None:
        super().__init__()
        self._sock, self._until = sock, until

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """What has come, within the time that is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        return self._sock.recv_into(buffer)


def _check(status: int) -> None:
    """Raises NoAnswer for every status but that of an answer."""
    if status == HTTPStatus.OK:
        return
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        raise NoAnswer("moved", str(status))
    if status in BARRED:
        raise NoAnswer("key", str(status))
    raise NoAnswer("missing" if status in LOST else "status", str(status))


def _content(body: bytes) -> str:
    """The text of the first choice."""
    try:
        told = msgspec.json.decode(body, type=_Completion)
    except (ValueError, RecursionError):
        raise NoAnswer("form") from None
    if not told.choices:
        raise NoAnswer("form")
    return told.choices[0].message.content


def _path(path: str) -> str:
    """The path of requests below that of an address."""
    whole = path.rstrip("/").removesuffix(ENDPOINT) + ENDPOINT
    return quote(whole, safe="/%:@!$&'()*+,;=~")


def _complaint(address: str) -> str | None:
    """Why an address is none, in a few words."""
    try:
        place = urlsplit(address)
        port, host = place.port, (place.hostname or "").encode("idna")
    except ValueError:
        return "is no address"
    if " " in address or not address.isprintable():
        return "is no address"
    if place.scheme not in ("http", "https") or not host or port == 0:
        return "is no address that begins with http:// or https://"
    if place.username is not None or place.password is not None:
        return "holds a name or a password; a key belongs into COMPARE_JUDGE_KEY"
    if place.query or place.fragment:
        return "ends in a query or a fragment, which no such server has"
    return None
