"""The addresses of sources are asked whether they are there; a server on this machine plays the network."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from monograph.model.problem import Place
from monograph.review.source_links import Address, addresses, report
from tests.conftest import ROOT, command

STATUS = {"/gone": 404, "/no-more": 410, "/broken": 500, "/members": 403, "/busy": 429}


class Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path))
        if self.path == "/no-head" and self.command == "HEAD":
            return self.answer(405)
        if self.path == "/slow":
            time.sleep(1)
        if self.path in ("/moved", "/front"):
            self.send_response(301)
            self.send_header("Location", "/new" if self.path == "/moved" else "/")
            return self.end_headers()
        self.answer(STATUS.get(self.path, 200))

    do_GET = do_HEAD

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch):
    """The address of a server on this machine."""
    monkeypatch.setenv("no_proxy", "*")
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def asked(server: str, *paths: str, patience: float = 5) -> tuple[list[str], bool]:
    listed = [Address(Place("data/sources.yml", 3), "A-CARD", f"{server}{path}") for path in paths]
    said, is_well = report(listed, patience)
    return said.replace(server, "").splitlines(), is_well


def test_what_answers_is_counted_and_not_listed(server):
    assert asked(server, "/there", "/moved", "/with space", "/there") == (
        ["3 addresses: 3 answer, 0 to be opened by hand, 0 no longer answer."],
        True,
    )
    assert Handler.asked.count(("HEAD", "/there")) == 1, "an address of two cards is asked once"


@pytest.mark.parametrize(
    "path, said",
    [("/gone", "404 Not Found"), ("/no-more", "410 Gone"), ("/broken", "500 Internal Server Error")],
)
def test_what_is_gone_is_told_at_its_line(server, path, said):
    assert asked(server, path, "/there") == (
        [
            f"data/sources.yml:3: A-CARD: {path} no longer answers: {said}",
            "2 addresses: 1 answer, 0 to be opened by hand, 1 no longer answer.",
        ],
        False,
    )


@pytest.mark.parametrize("path", ["/members", "/busy", "/front"])
def test_what_a_program_cannot_judge_is_left_to_a_reader(server, path):
    (line, summary), is_well = asked(server, path)
    assert is_well and "browser" in line
    assert summary == "1 address: 0 answer, 1 to be opened by hand, 0 no longer answer."


def test_a_server_that_knows_no_head_is_asked_for_the_page(server):
    assert asked(server, "/no-head")[1] and Handler.asked == [("HEAD", "/no-head"), ("GET", "/no-head")]


def test_nobody_waits_for_ever(server):
    lines, is_well = asked(server, "/slow", "/there", patience=0.2)
    assert not is_well and "/slow no longer answers: timed out" in lines[0]


def test_without_a_network_it_says_so(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    listed = [Address(Place("data/sources.yml"), "A-CARD", f"http://127.0.0.1:9/{name}") for name in "ab"]
    said, is_well = report(listed, 1)
    assert not is_well and said.startswith("None of the first 2 addresses answered (")
    assert said.endswith("). Is there a network?")


def test_every_card_and_contact_with_an_address_is_asked(contents):
    found = addresses(contents)
    assert {item.name for item in found} == {
        item.id for item in (*contents.sources, *contents.help.contacts) if item.url
    }
    assert all(item.place.line > 1 for item in found)


@pytest.mark.parametrize("is_well", [True, False])
def test_the_command_ends_as_the_report_does(monkeypatch, is_well):
    monkeypatch.setattr("monograph.commands.overdue.report", lambda found: ("A summary.", is_well))
    assert command("overdue", "--links", root=ROOT) == (int(not is_well), "A summary.\n")
