"""Caddy and nginx, started for tests and benches with the settings that the build wrote, on this machine
alone.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tools

CADDY = shutil.which("caddy") or "caddy"
NGINX = shutil.which("nginx", path=tools.PATH) or "nginx"
FRAME = (
    "daemon off; pid {folder}/pid; error_log stderr; worker_processes auto; {modules}\nevents {{}}\nhttp "
    "{{ access_log off; {temporary}\n{server} }}"
)
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
Started = Iterator[tuple[int, int]]  # a port, and the process that listens there


def free_port() -> int:
    with socket.socket() as knock:
        knock.bind(("127.0.0.1", 0))
        port: int = knock.getsockname()[1]
        return port


@contextmanager
def started(command: list[str | Path], port: int, env: dict[str, str] | None = None) -> Started:
    """A server that was started with `command`, once it answers on its port."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=env)
    try:
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                raise RuntimeError("".join(server.stderr or ()))
            time.sleep(0.05)
        yield port, server.pid
    finally:
        server.terminate()
        server.communicate()


@contextmanager
def caddy(site: Path, settings: Path, scratch: Path) -> Started:
    """As the container starts it: told an address and a folder, with none to write into."""
    port = free_port()
    told = {"GUIDE_ADDRESS": f"http://127.0.0.1:{port}", "GUIDE_ROOT": str(site), "HOME": "/nonexistent"}
    command: list[str | Path] = [CADDY, "run", "--config", settings / "Caddyfile", "--adapter", "caddyfile"]
    with started(command, port, env=told) as server:
        yield server


@contextmanager
def nginx(site: Path, settings: Path, scratch: Path) -> Started:
    port = free_port()
    said = (
        (settings / "nginx.conf")
        .read_text("utf-8")
        .replace("listen 8080;", f"listen 127.0.0.1:{port};")
        .replace("root /srv/guide;", f"root {site};")
    )
    modules = "".join(f"load_module {path};" for path in sorted(tools.MODULES.glob("*brotli_static*")))
    if not modules:
        said = said.replace("brotli_static on;", "")
    temporary = "".join(f"{name}_temp_path {scratch}/{name};" for name in TEMPORARY)
    (scratch / "nginx.conf").write_text(
        FRAME.format(folder=scratch, modules=modules, temporary=temporary, server=said), "utf-8"
    )
    user = (
        ["-g", "user root;"] if os.name == "posix" and os.geteuid() == 0 else []
    )  # a test's folder is its owner's alone
    with started([NGINX, "-p", scratch, "-c", scratch / "nginx.conf", *user], port) as server:
        yield server


STARTS = {"caddy": caddy, "nginx": nginx}
