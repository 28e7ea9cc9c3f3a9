"""The finished site as servers serve it: each is started for real, with the settings that the build wrote."""

import gzip
import re
from http.client import HTTPConnection

import brotli
import pytest

import browser
import servers
from monograph.model.problem import Problems
from monograph.site.critical_css import first_style
from monograph.site.csp import ASK_FIRST, FOR_EVER, hash_of, hashes, lock
from monograph.site.servers import moved_paths
from tests.conftest import ROOT


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.needs(name)) for name in servers.STARTS]
)
def host(request, site, tmp_path_factory):
    """The port of a server."""
    with servers.STARTS[request.param](
        site, site.parent / "build" / "hosting", tmp_path_factory.mktemp(request.param)
    ) as (port, _):
        yield port


def ask(port: int, path: str, **headers: str):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def test_every_answer_carries_the_policy(host, site):
    wanted = browser.policy(site)
    wanted.pop("Strict-Transport-Security")
    assert len(wanted) == 7
    for path in ("/", "/us/taking/", "/us/changes.atom", "/us/stop/", "/us/nothing/", "/robots.txt"):
        answer = ask(host, path)
        assert {name: answer.headers[name] for name in wanted} == wanted, path
        assert "Strict-Transport-Security" not in answer.headers  # no TLS here


def test_pages_come_compressed_and_are_asked_for_anew(host, site):
    page = (site / "us" / "taking" / "index.html").read_bytes()
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        answer = ask(host, "/us/taking/", Accept_Encoding=encoding)
        assert answer.headers["Content-Encoding"] == encoding and unpack(answer.body) == page
        assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
        assert "Accept-Encoding" in answer.headers["Vary"] and answer.headers["Cache-Control"] == ASK_FIRST
    assert ask(host, "/us/taking/").body == page
    again = ask(
        host,
        "/us/taking/",
        Accept_Encoding="br",
        If_None_Match=ask(host, "/us/taking/", Accept_Encoding="br").headers["ETag"],
    )
    assert again.status == 304


def test_what_is_named_by_its_fingerprint_is_kept_for_ever(host, site):
    asked = sorted(
        path.relative_to(site).as_posix()
        for path in site.glob("us/assets/**/*")
        if re.search(r"\.[0-9a-f]{10}\.[a-z0-9]+$", path.name)
    )
    types = {
        "css": "text/css",
        "mjs": "text/javascript",
        "svg": "image/svg+xml",
        "png": "image/png",
        "woff2": "font/woff2",
    }
    assert {path.rpartition(".")[2] for path in asked} == set(types)
    for path in asked:
        answer = ask(host, f"/{path}")
        assert answer.status == 200 and answer.headers["Cache-Control"] == FOR_EVER
        assert answer.headers["Content-Type"].partition(";")[0] == types[path.rpartition(".")[2]], path


def test_types_of_what_is_no_page(host):
    for path, kind in (
        ("/us/changes.atom", "application/atom+xml"),
        ("/us/manifest.webmanifest", "application/manifest+json"),
        ("/favicon.ico", "image/vnd.microsoft.icon"),
    ):
        answer = ask(host, path)
        assert (
            answer.headers["Content-Type"].partition(";")[0] == kind
            and answer.headers["Cache-Control"] == ASK_FIRST
        )
    assert (
        ask(host, "/us/changes.atom").headers["Access-Control-Allow-Origin"] == "*"
        and "Access-Control-Allow-Origin" not in ask(host, "/us/").headers
    )


def test_short_addresses_lead_on(host, contents):
    for was, now in moved_paths(contents).items():
        answer = ask(host, was)
        assert (answer.status, answer.headers["Location"]) == (302, now)
    assert ask(host, "/us/taking").headers["Location"] in ("taking/", "/us/taking/")


def test_each_edition_says_in_its_own_words_that_a_page_is_not_there(host):
    for path, number in (("/us/nothing/", b"tel:911"), ("/uk/nothing/", b"tel:999")):
        answer = ask(host, path)
        assert answer.status == 404 and number in answer.body and b"This page is not here" in answer.body
    nowhere = ask(host, "/nothing")
    assert nowhere.status == 404 and b'href="/uk/"' in nowhere.body
    for path in ("/_headers", "/_redirects"):
        assert ask(host, path).status == 404


def test_hosts_of_static_sites_are_told_the_same(site, contents):
    redirected = dict(
        line.split()[:2]
        for line in (site / "_redirects").read_text("utf-8").splitlines()
        if line.endswith(" 302")
    )
    assert redirected == moved_paths(contents) and len(redirected) > 30
    headers = (site / "_headers").read_text("utf-8")
    assert f"/us/assets/*\n  Cache-Control: {FOR_EVER}" in headers and headers.count("Cache-Control") == 2


PAGE = '<head>\n<meta charset="utf-8">\n{head}</head><body>{body}</body>'
COLOURS = (ROOT / "overrides/assets/javascripts/early.js").read_text("utf-8")


@pytest.mark.parametrize(
    "head, body",
    [
        ("", "<script>alert(1)</script>"),
        ("<script>alert(1)</script>", ""),
        ("", "<style>p { display: none }</style>"),
        ("<style>p { display: none }</style>", ""),
        ("<style>p { display: none }</style>", "<style>p { color: red }</style>"),
        ("", "<SCRIPT >alert(1)</SCRIPT >"),
        ("", "<script/x>alert(1)</script>"),
        ("", "<script async>alert(1)</script>"),
        ("", '<script type="module">alert(1)</script>'),
        ("", '<script type="module" src="https://elsewhere.example/x.mjs"></script>'),
        ("", '<script type="module" src="//elsewhere.example/x.mjs"></script>'),
        ("", '<script src="data:text/javascript,alert(1)"></script>'),
        ("", "<style media=print>p { color: red }</style>"),
        ("", '<p class="x" onmouseover="alert(1)">x</p>'),
        ("", "<p class='x'onclick='alert(1)'>x</p>"),
        ("", "<script>alert(1)"),
    ],
)
def test_a_script_or_style_of_no_template_is_not_allowed_but_refused(head, body):
    with pytest.raises(Problems, match="index.html:1: .* of no template"):
        lock({"index.html": PAGE.format(head=head, body=body).encode()})


def test_words_that_look_like_a_script_are_words():
    body = '<p data-copied="x&#34; onclick=&#34;alert(1)">Write onclick= and &lt;script&gt;</p>'
    lock({"index.html": PAGE.format(head="", body=body).encode()})


def test_no_hash_is_given_to_what_is_not_ours():
    page = PAGE.format(
        head="<style>p {}</style>", body=f"<script>alert(1)</script><script>{COLOURS}</script>"
    )
    (script,) = hashes([page])["script-src"]
    assert script == hash_of(COLOURS) and hashes([page])["style-src"] == ()


def test_our_own_script_and_style_are_allowed_by_their_hash():
    head = f"<script>{COLOURS}</script><style>{first_style()}</style>"
    _, headers = lock({"index.html": PAGE.format(head=head, body="").encode()})
    policy = headers["Content-Security-Policy"]
    assert policy.count("'sha256-") == 2 and "unsafe" not in policy
