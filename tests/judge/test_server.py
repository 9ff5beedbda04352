"""Servers that answer, and all the ways in which they do not."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from compare.errors import NoAnswer, UsageError
from compare.judge import Server
from tests.judge.servers import Asked, Fake, Raw, Reply, chat, serving, verdict

MESSAGES = [
    {"role": "system", "content": "t"},
    {"role": "user", "content": "天"},
]


def server(address: str, key: str = "", seconds: int = 5, most: int = 2000) -> Server:
    """A server to ask."""
    return Server(address, "small", key, seconds, most)


def failure(reply: Reply | None = None, raw: Raw | None = None, **limits: int) -> tuple[str, str]:
    """How a question fails: reason and detail."""
    with serving((lambda _: reply) if reply else None, raw) as fake:
        one = server(fake.address, **limits)
        with pytest.raises(NoAnswer) as caught:
            one.ask(one.payload(MESSAGES))
    return caught.value.reason, caught.value.detail


def test_a_question_is_one_post_and_its_answer_a_text() -> None:
    """Path, headers and body as such servers want them; no key unless there is one."""
    with serving(lambda _: verdict("absent")) as fake:
        for key in ("", "s3cret"):
            one = server(fake.address, key)
            assert one.ask(one.payload(MESSAGES)) == verdict("absent")
    first, second = fake.asked
    assert first.path == "/v1/chat/completions"
    assert first.body == {
        "model": "small",
        "messages": MESSAGES,
        "temperature": 0,
        "seed": 0,
        "stream": False,
    }
    assert first.headers["Content-Type"] == "application/json"
    assert "Authorization" not in first.headers
    assert second.headers["Authorization"] == "Bearer s3cret"


@pytest.mark.parametrize("end", ["", "/", "/chat/completions", "/chat/completions/"])
def test_an_address_may_be_whole_or_end_in_a_stroke(end: str) -> None:
    """All of these lead to one path."""
    with serving(lambda _: "x") as fake:
        one = server(fake.address + end)
        one.ask(one.payload(MESSAGES))
    assert fake.asked[0].path == "/v1/chat/completions"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "key"),
        (403, "key"),
        (404, "missing"),
        (405, "missing"),
        (429, "status"),
        (500, "status"),
        (204, "status"),
    ],
)
def test_a_status_says_what_is_wrong(status: int, reason: str) -> None:
    """Anything but 200 is no answer, whatever stands in it."""
    assert failure(Reply(b"" if status == 204 else chat("x"), status)) == (reason, str(status))


def test_no_redirect_is_followed() -> None:
    """A server that sends elsewhere is not obeyed: articles and key stay where they were sent."""
    with serving(lambda _: "x") as other:
        away = {"Location": f"{other.address}/chat/completions"}
        assert failure(Reply(b"", 307, away)) == ("moved", "307")
    assert other.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>It works!</html>",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["x"]}}]}',
        b'{"choices": "x"}',
        b'{"x": ' + b"[" * 1500,
        b'{"choices": [{"message": {"content": "\\ud800"}}]}',
    ],
)
def test_what_is_no_completion_is_no_answer(body: bytes) -> None:
    """Pages, other JSON, empty choices, nesting without end, halves of characters."""
    assert failure(Reply(body)) == ("form", "")


def test_an_answer_that_is_too_long_is_not_read_to_its_end() -> None:
    """Neither one that says how long it is, nor one that never ends."""

    def endless(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not fake.over.is_set():
            handler.wfile.write(b"x" * 1000)

    assert failure(Reply(b"x" * 5000)) == ("long", "2000")
    assert failure(raw=endless) == ("long", "2000")


def silent(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
    fake.over.wait(10)


def dripping(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not fake.over.wait(0.05):
        handler.wfile.write(b" ")


def stuttering(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not fake.over.wait(0.05):
        handler.wfile.write(b"X-Wait: 1\r\n")


@pytest.mark.parametrize("raw", [silent, dripping, stuttering])
def test_the_time_is_that_of_the_whole_answer(raw: Raw) -> None:
    """Silence, and drops that come often enough for any single wait, end alike."""
    began = time.monotonic()
    assert failure(raw=raw, seconds=1) == ("slow", "1")
    assert time.monotonic() - began < 5


def test_what_is_no_http_is_no_answer() -> None:
    """Another protocol behind the port, or a connection that is closed at once."""

    def another(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")

    def closed(handler: BaseHTTPRequestHandler, fake: Fake) -> None:
        handler.close_connection = True

    assert failure(raw=another) == ("form", "")
    assert failure(raw=closed) == ("unreachable", "the connection was closed")


def test_nobody_there() -> None:
    """A port without a server, and a host without an address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = server(f"http://127.0.0.1:{port}/v1")
    with pytest.raises(NoAnswer, match="no answer: unreachable Connection refused"):
        one.ask(one.payload(MESSAGES))


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("", "is no address that begins with http:// or https://"),
        ("localhost:8080", "is no address that begins with http:// or https://"),
        ("ftp://localhost/v1", "is no address that begins with http:// or https://"),
        ("file:///etc/passwd", "is no address that begins with http:// or https://"),
        ("http:///v1", "is no address that begins with http:// or https://"),
        ("http://localhost:0/v1", "is no address that begins with http:// or https://"),
        ("http://localhost:99999/v1", "is no address"),
        ("http://[::1/v1", "is no address"),
        ("http://local host/v1", "is no address"),
        (f"http://{'a' * 64}.example/v1", "is no address"),
        (
            "http://me:word@localhost/v1",
            "holds a name or a password; a key belongs into COMPARE_JUDGE_KEY",
        ),
        ("http://localhost/v1?x=1", "ends in a query or a fragment, which no such server has"),
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_sent(
    address: str, complaint: str
) -> None:
    """Other schemes, hosts and ports that cannot be, secrets in the address."""
    with pytest.raises(UsageError) as caught:
        server(address)
    assert str(caught.value) == f"--judge {address.rpartition('@')[2]}: {complaint}"
    assert "me:word" not in str(caught.value)


@pytest.mark.parametrize("key", ["s3cret\nX-Other: 1", "s3crét"])
def test_a_key_that_is_none_is_refused_and_not_shown(key: str) -> None:
    """A line break would be a header of its own."""
    with pytest.raises(UsageError) as caught:
        server("http://localhost/v1", key)
    assert "s3cr" not in str(caught.value)


def test_a_server_never_shows_its_key() -> None:
    """Neither in its representation nor in what is kept of a question."""
    one = server("http://localhost/v1", "s3cret")
    assert "s3cret" not in repr(one)
    assert b"s3cret" not in one.payload(MESSAGES)
    assert one.payload(MESSAGES) == server("http://elsewhere/v1").payload(MESSAGES)


def test_words_of_any_script_reach_the_server() -> None:
    """A path or a text beyond ASCII is written so that it arrives."""
    seen: list[Asked] = []
    answer: Callable[[Asked], str] = lambda asked: (seen.append(asked), "好")[1]  # noqa: E731
    with serving(answer) as fake:
        one = server(fake.address.replace("/v1", "/模型"))
        assert one.ask(one.payload(MESSAGES)) == "好"
    assert seen[0].path == "/%E6%A8%A1%E5%9E%8B/chat/completions"
    assert json.loads(one.payload(MESSAGES))["messages"][1]["content"] == "天"
