"""Tries to get out of a sandbox, and prints as JSON what it could do: {item: what it did}.

Run by `formalmath.sandbox.probe` inside the sandbox, with the targets as JSON in argv[1]. An
item that was blocked maps to "". What cannot be seen from inside (whether a byte has arrived)
is judged by the prober from outside.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

_PTRACE_SEIZE = 0x4206
_DAEMON_S = 20


def write_outside(aims: dict[str, Any]) -> str:
    """Make a file next to the secret one, or change the secret one or its mode."""
    done = []
    for name, attempt in {
        "wrote a file": lambda: open(aims["new_file"], "w").close(),
        "changed a file": lambda: open(aims["secret_file"], "a").close(),
        "changed a file's mode": lambda: os.chmod(aims["secret_file"], 0o644),
        "removed a file": lambda: os.unlink(aims["spare_file"]),
    }.items():
        if _succeeds(attempt):
            done.append(name)
    return ", ".join(done)


def read_secret(aims: dict[str, Any]) -> str:
    """Read a file of the user's."""
    with open(aims["secret_file"]) as stream:
        return stream.read()


def connect_tcp(aims: dict[str, Any]) -> str:
    """Connect to a port on which somebody listens."""
    socket.create_connection(("127.0.0.1", aims["tcp_port"]), timeout=1).close()
    return "connected"


def send_udp(aims: dict[str, Any]) -> str:
    """Send a datagram. Sent is not arrived: the prober knows better."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b"hello", ("127.0.0.1", aims["udp_port"]))
    return "sent"


def connect_abstract_socket(aims: dict[str, Any]) -> str:
    """Connect to a unix socket that is no file."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.connect("\0" + aims["abstract_name"])
    return "connected"


def trace_outsider(aims: dict[str, Any]) -> str:
    """Attach to a process outside."""
    libc = ctypes.CDLL(None, use_errno=True)
    for pid in (aims["outsider"], aims["parent"]):
        if libc.ptrace(_PTRACE_SEIZE, pid, None, None) == 0:
            return f"attached to {pid}"
    return ""


def signal_outsider(aims: dict[str, Any]) -> str:
    """Kill a process outside; see whether the parent could be signalled."""
    if _succeeds(lambda: os.kill(aims["parent"], 0)):
        return "could signal the parent"
    if _succeeds(lambda: os.kill(aims["outsider"], signal.SIGKILL)):
        return "killed a process"
    return ""


def read_environment(aims: dict[str, Any]) -> str:
    """Find the parent's variables, or the outsider's secret one in any readable environment."""
    if inherited := sorted(set(aims["foreign_variables"]) & set(os.environ)):
        return f"inherited {inherited[0]}"
    seen = {"self", str(aims["parent"]), str(aims["outsider"]), str(os.getppid()), "1"}
    if _succeeds(lambda: os.listdir("/proc")):
        seen |= {name for name in os.listdir("/proc") if name.isdigit()}
    for pid in seen:
        try:
            with open(f"/proc/{pid}/environ") as stream:
                if aims["secret"] in stream.read():
                    return f"in the environment of {pid}"
        except OSError:
            continue
    return ""


def fork_bomb(aims: dict[str, Any]) -> str:
    """Start processes until it is denied, or there are more than the policy grants."""
    children: list[int] = []
    try:
        while len(children) <= aims["tasks"]:
            if (pid := os.fork()) == 0:
                time.sleep(_DAEMON_S)
                os._exit(0)
            children.append(pid)
        return f"{len(children)} processes"
    finally:
        for pid in children:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def leave_daemon(aims: dict[str, Any]) -> str:
    """Leave a process that holds stdout open: the prober sees how long it lives."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(_DAEMON_S)
        os._exit(0)
    return "left"


ITEMS: tuple[Callable[[dict[str, Any]], str], ...] = (
    write_outside,
    read_secret,
    connect_tcp,
    send_udp,
    connect_abstract_socket,
    trace_outsider,
    signal_outsider,
    read_environment,
    fork_bomb,
    leave_daemon,
)


def _succeeds(attempt: Callable[[], Any]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def main(aims: dict[str, Any]) -> None:
    """Try everything."""
    done = {}
    for item in ITEMS:
        try:
            done[item.__name__] = item(aims)
        except OSError:
            done[item.__name__] = ""
    print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
