"""The stock theme with the guide's own content, to be measured beside the guide."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import environment

SETTINGS = """site_name: Stock
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: en, font: false}}
plugins: [search]
markdown_extensions: [attr_list, {{toc: {{permalink: false}}}}]
{nav}"""


def articles(site: Path) -> dict[str, str]:
    """The content of every page of an edition, by its slug."""
    found = {}
    for path in sorted(site.glob("**/index.html")):
        article = re.search(r'<article class="prose">(.*?)</article>', path.read_text("utf-8"), re.DOTALL)
        if article and len(path.relative_to(site).parts) <= 2:
            found[path.parent.name if path.parent != site else "index"] = article[1]
    return found


def write_docs(pages: dict[str, str], docs: Path) -> None:
    """The pages as Markdown whose blocks stand there as HTML:
    the same content, and nothing left to a macro.
    """
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    for slug, html in pages.items():
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        body = re.sub(r"<h1.*?</h1>", "", html, count=1, flags=re.DOTALL)
        body = "\n".join(line for line in body.splitlines() if line.strip())
        (docs / f"{slug}.md").write_text(
            f"# {heading[1].strip() if heading else slug}\n\n<div>\n{body}\n</div>\n", "utf-8"
        )


def build(pages: dict[str, str], folder: Path, nav: str = "") -> subprocess.CompletedProcess[str]:
    """Builds `pages` with MkDocs and Material alone, into `folder`/site."""
    write_docs(pages, folder / "docs")
    settings = folder / "mkdocs.yml"
    settings.write_text(SETTINGS.format(docs=folder / "docs", site=folder / "site", nav=nav), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    return subprocess.run(
        command,
        cwd=environment.ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
