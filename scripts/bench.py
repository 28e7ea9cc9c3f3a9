"""Measures what the guide costs and writes it to benchmarks/: pages (weight and speed), builds, load (of
servers). Nothing is tested here.
"""

import argparse
import os
import platform
import subprocess

import environment

if __name__ == "__main__":
    environment.enter()

import bench_builds  # noqa: E402
import bench_load  # noqa: E402
import bench_pages  # noqa: E402

FOLDER = environment.ROOT / "benchmarks"
BENCHES = {"pages": bench_pages.report, "builds": bench_builds.report, "load": bench_load.report}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=BENCHES)
    what = options.parse_args().what
    text = BENCHES[what]()
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{what}.md").write_text(f"{text}\n\n{machine(what)}\n", "utf-8")
    print(text)


def machine(what: str) -> str:
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=environment.ROOT, capture_output=True, text=True
    ).stdout.strip()
    return (
        f"Written by `python3 scripts/bench.py {what}` at {commit}: {platform.system()}, Python "
        f"{platform.python_version()}, {os.cpu_count()} cores."
    )


if __name__ == "__main__":
    main()
