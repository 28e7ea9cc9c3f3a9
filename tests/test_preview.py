"""A preview of one edition leaves no link dead, and says in the browser what is wrong."""

import pytest

from macros import preview

FOUND = [
    "us/print/never-stop/",  # a sheet
    "us/dose/",  # a short address
    "us/changes.atom",
    "us/baclofen-us.zip",
    "us/baclofen-us.html",
    "us/offline.html",
    "c/",
    "infobutton/",
    "",
]


class Server:
    """As MkDocs' own, which knows the framed pages alone; here it knows one."""

    _visible_epoch = 1

    def serve_request(self, environ, start):
        known = environ["PATH_INFO"] == "/us/taking/"
        start("200 OK" if known else "404 Not Found", [("Content-Type", "text/html")])
        return [b"a framed page" if known else b"no such page"]

    def set_app(self, app):
        self.app = app

    def _guess_type(self, path):
        return "text/html" if path.endswith(".html") else "application/octet-stream"

    def ask(self, path: str) -> tuple[str, str]:
        said = []
        body = self.app({"PATH_INFO": f"/{path}"}, lambda status, headers: said.append(status))
        return said[0], b"".join(body).decode("utf-8", "replace")


@pytest.fixture
def server(workshop):
    made = Server()
    config = {"site_dir": workshop / "build" / "framed" / "us", "extra": {"edition": "us"}}
    preview.on_serve(made, config)
    return made


@pytest.mark.slow
def test_what_the_finished_site_has_beside_the_pages_is_made_when_it_is_asked_for(server):
    assert server.ask("us/taking/") == ("200 OK", "a framed page")
    assert {path: server.ask(path)[0] for path in FOUND} == dict.fromkeys(FOUND, "200 OK")
    assert server.ask("us/nowhere/") == ("404 Not Found", "no such page")


def test_no_worker_keeps_what_a_preview_shows(server):
    assert server.ask("us/worker.js")[0] == "404 Not Found"


def test_another_edition_is_answered_with_the_command_that_shows_it(server):
    status, said = server.ask("uk/taking/")
    assert status == "200 OK" and "python3 scripts/serve.py --edition uk" in said


def test_while_the_data_are_wrong_every_page_says_how(server, damaged, monkeypatch):
    monkeypatch.setattr(preview, "ROOT", damaged.folder.parent)
    damaged.replace("dosing.yml", "each-time: 7 mg", "each-time: 7 <mg>")
    said = server.ask("us/taking/")[1]
    assert "data/dosing.yml:13: &#34;each-time&#34; is &#34;7 &lt;mg&gt;&#34;" in said and "refresh" in said
