"""Servers of models that answer as a test wants it, each in a thread of its own."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A request: its path, headers, body, and the claim and numbered paragraphs in it."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def claim(self) -> str:
        """The claim that is asked about."""
        return self._between("claim")

    @property
    def article(self) -> str:
        """What of the article is shown."""
        return self._between("article")

    @property
    def paragraphs(self) -> list[str]:
        """The numbered paragraphs."""
        return re.findall(r"^\[\d+\] (.*)$", self.article, re.MULTILINE)

    def _between(self, name: str) -> str:
        text = self.body["messages"][1]["content"]
        lines = rf"<<<{name} (\w+)>>>\n\n\[pub[^\n]*\]\n\n(.*)\n\n<<<end of {name} \1>>>"
        found = re.search(lines, text, re.DOTALL)
        assert found
        return found[2]


@dataclass(frozen=True)
class Reply:
    """What a server sends back."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Fake:
    """A running server: where it is, and what it was asked."""

    address: str
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


Answering = Callable[[Asked], str | Reply]
Raw = Callable[[BaseHTTPRequestHandler, Fake], None]


def verdict(word: str, quotation: str = "") -> str:
    """An answer in the form that is asked for."""
    return json.dumps({"verdict": word, "quotation": quotation}, ensure_ascii=False)


def chat(text: str) -> bytes:
    """The completion of a chat."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked has gone; that is what some tests want."""


@contextmanager
def serving(answer: Answering | None = None, raw: Raw | None = None) -> Iterator[Fake]:
    """A server that answers every question by `answer`, or lets `raw` write what it likes."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            one = Asked(self.path, dict(self.headers), json.loads(self.rfile.read(length)))
            fake.asked.append(one)
            if raw is not None:
                raw(self, fake)
                return
            assert answer is not None
            told = answer(one)
            reply = Reply(chat(told)) if isinstance(told, str) else told
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: Any) -> None:
            """Nothing on stderr."""

    server = _Quiet(("127.0.0.1", 0), Handler)
    fake = Fake(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
