"""What an editor program shows: the real YAML language server completes, explains and marks a data file."""

import json
import re
import subprocess
from queue import Queue
from threading import Thread

import pytest

import npm
from monograph.model.dosing import Dose
from monograph.model.quantity import NOT_DOSE
from tests.conftest import ROOT

pytestmark = pytest.mark.needs("language-server")
PROGRAM = npm.folder("language-server") / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60  # seconds; a busy machine answers late, a broken server never
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemas": {},
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},  # no request to anyone
    }
}
DOSING = ROOT / "data" / "dosing.yml"


class Server:
    """The server at the other end of a pipe, as an editor program speaks to it (JSON-RPC)."""

    def __init__(self):
        command = ["node", str(PROGRAM), "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
        )
        self.heard: Queue = Queue()
        Thread(target=self.listen, daemon=True).start()
        self.ask(
            "initialize",
            processId=None,
            rootUri=ROOT.as_uri(),
            capabilities={"workspace": {"configuration": True}},
        )
        self.send(method="initialized", params={})

    def listen(self) -> None:
        while line := self.process.stdout.readline():
            self.process.stdout.readline()
            self.heard.put(json.loads(self.process.stdout.read(int(line.split(b":")[1]))))

    def send(self, **message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def until(self, wanted) -> dict:
        """The next message that is `wanted`; the server's own questions on the way are answered."""
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("method") == "workspace/configuration":
                self.send(
                    id=message["id"],
                    result=[SETTINGS.get(item["section"]) for item in message["params"]["items"]],
                )
            elif "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            if wanted(message):
                return message

    def ask(self, method: str, **params):
        self.send(id=method, method=method, params=params)
        return self.until(lambda message: message.get("id") == method and "method" not in message)["result"]

    def open(self, text: str) -> list[dict]:
        """Opens `text` in the place of data/dosing.yml; what is wrong with it."""
        document = {"uri": DOSING.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        marked = self.until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        return marked["params"]["diagnostics"]

    def at(self, method: str, line: int, column: int):
        """What the server answers at a line and column, which it counts from 0."""
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": DOSING.as_uri()},
            position={"line": line, "character": column},
        )


@pytest.fixture
def server():
    started = Server()
    yield started
    started.process.kill()
    started.process.communicate()


def first(text: str, start: str) -> int:
    """The first line that begins with `start`, counted from 0."""
    return next(number for number, line in enumerate(text.splitlines()) if line.strip().startswith(start))


@pytest.fixture
def text():
    return DOSING.read_text("utf-8")


def test_a_file_without_mistakes_is_not_marked(server, text):
    assert server.open(text) == []


def test_a_mistake_is_marked_on_its_line(server, text):
    (mark,) = server.open(re.sub(r"each-time: .*", "each-time: 5mg", text, count=1, flags=re.MULTILINE))
    assert mark["message"] == NOT_DOSE
    assert mark["range"]["start"]["line"] == first(text, "each-time:")


def test_the_keys_of_a_dose_are_offered(server, text):
    line = first(text, "each-time:")
    lines = text.splitlines()
    column = lines[line].index("each-time")
    lines[line] = " " * column
    server.open("\n".join(lines))
    offered = {item["label"] for item in server.at("completion", line, column)["items"]}
    assert {"each-time", "in-a-day"} <= offered and "part" not in offered  # this dose has its part


def test_a_key_is_explained(server, text):
    server.open(text)
    line = first(text, "times-a-day:")
    told = server.at("hover", line, text.splitlines()[line].index("times-a-day") + 1)["contents"]["value"]
    assert Dose.model_fields["times_a_day"].description in told and "Not: " in told
