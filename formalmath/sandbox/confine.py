"""Confines itself and becomes another program: `python -I -S confine.py POLICY ARGV...`.

POLICY is what `formalmath.sandbox.mechanisms` writes, marshalled and in hexadecimal; every step in
it is done, or the program ends with `FAILED` and a line on stderr. It runs before every confined
program, so it imports little: `json`, `typing`, `signal` would double the time it takes.

With namespaces, three processes come of it: the outer one, which waits and ends as the program
ends; the first of the new process namespace, which reaps; and the program. When any of the
first two is killed, the kernel ends all that is in the namespace.
"""

from __future__ import annotations

import ctypes
import marshal
import os
import resource
import stat
import struct
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any, NoReturn

FAILED = 125
_INSIDE_ID = 1000
_SIGKILL = 9
_PDEATHSIG, _DUMPABLE, _SECCOMP, _CAPBSET_DROP, _NO_NEW_PRIVS = 1, 4, 22, 24, 38
_NEW_SPACES = (
    0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | (0x40000000)
)  # mount, cgroup, uts, ipc, user, pid, net
_OPEN_TREE, _MOVE_MOUNT, _MOUNT_SETATTR = 428, 429, 442
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_AT_FDCWD, _AT_EMPTY_PATH, _AT_RECURSIVE = -100, 0x1000, 0x8000
_CLONE_TREE = 1 | _AT_RECURSIVE | os.O_CLOEXEC
_READ_ONLY, _NO_SUID, _NO_DEVICES = 1, 2, 4
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_READ_ONLY, _MS_REMOUNT = 2, 4, 8, 1, 32
_MS_PRIVATE_TREE = 0x4000 | 0x40000
_DETACH = 2
_FROM_DESCRIPTOR = 4
_ZERO = ctypes.c_ulong(0)
_BASE = "/tmp"  # where the new root is put together; any folder that exists would do

_libc = ctypes.CDLL(None, use_errno=True)


def main(policy: dict[str, Any], argv: list[str]) -> NoReturn:
    """Do what the policy says, then run `argv`."""
    try:
        _prctl(_PDEATHSIG, _SIGKILL)
        if policy["namespaces"]:
            _enter_namespaces(policy["namespaces"])
        _drop_privileges()
        if policy["landlock"]:
            _landlock(policy["landlock"])
        if policy["namespaces"]:
            _become_program()
        for name, value in policy["rlimits"].items():
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]  # who started us may have set less
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (value, value))
        os.chdir(policy["cwd"])
        if policy["seccomp"]:
            _seal(bytes.fromhex(policy["seccomp"]), policy["placeholder"])
        script = _script(argv)
        if script is None:
            os.execv(argv[0], argv)
    except OSError as error:
        print(f"sandbox: {error}", file=sys.stderr, flush=True)
        os._exit(FAILED)
    # Running it in this interpreter saves the start of another.
    sys.argv = argv[3:]
    exec(script, {"__name__": "__main__", "__file__": argv[3]})
    sys.exit(0)


def _enter_namespaces(spaces: dict[str, Any]) -> None:
    """Return as the first process of new namespaces, whose root holds only what may be seen."""
    user, group = os.geteuid(), os.getegid()
    _check(_libc.unshare(_NEW_SPACES), "unshare")
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{_INSIDE_ID} {user} 1")
    _write("/proc/self/gid_map", f"{_INSIDE_ID} {group} 1")
    alive, held = os.pipe()
    status, report = os.pipe()
    first = os.fork()
    if first:
        os.close(alive)
        os.close(report)
        _end_as_program(first, status)
    os.close(held)
    os.close(status)
    _prctl(_PDEATHSIG, _SIGKILL)
    os.set_blocking(alive, False)
    try:
        os.read(alive, 1)
        os._exit(FAILED)  # it ended before we were tied to it
    except BlockingIOError:
        pass
    global _report
    _report = report
    os.setsid()
    if spaces["pid_max"]:
        _write("/proc/sys/kernel/pid_max", str(spaces["pid_max"]))
    _new_root(spaces)


_report = -1


def _end_as_program(first: int, status: int) -> NoReturn:
    """The outer process: wait until all is over, and end as the program did."""
    _close_standard()
    word = os.read(status, 4)
    os.waitpid(first, 0)  # returns when everything in the namespace is dead
    code = os.waitstatus_to_exitcode(_SIGKILL if len(word) < 4 else struct.unpack("i", word)[0])
    if code >= 0:
        os._exit(code)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _libc.signal(-code, None)  # Python has given some signals a meaning
    os.kill(os.getpid(), -code)
    os._exit(128 - code)


def _become_program() -> None:
    """Return in a second process; the first stays behind, reaps and reports."""
    program = os.fork()
    if program == 0:
        os.close(_report)
        return
    _prctl(_DUMPABLE, 0)
    _close_standard()
    while True:
        pid, status = os.wait()
        if pid == program:
            os.write(_report, struct.pack("i", status))
            os._exit(0)


def _close_standard() -> None:
    """Let go of the program's pipes, whose ends others wait for."""
    for descriptor in (0, 1, 2):
        os.close(descriptor)


def _new_root(spaces: dict[str, Any]) -> None:
    """Put together a root of the paths that may be seen, and move into it."""
    _mount("none", "/", "", _MS_PRIVATE_TREE)
    trees = [(bind[0], _clone_tree(*bind)) for bind in spaces["binds"]]
    _mount("tmpfs", _BASE, "tmpfs", _MS_NOSUID | _MS_NODEV, "size=1m,mode=755")
    scratch = f"{_BASE}/tmp"
    os.mkdir(scratch)
    _mount("tmpfs", scratch, "tmpfs", _MS_NOSUID | _MS_NODEV, f"size={spaces['scratch_mb']}m")
    for path, tree in trees:
        target = f"{_BASE}{path}"
        if stat.S_ISDIR(os.fstat(tree).st_mode):
            os.makedirs(target, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not os.path.exists(target):
                os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
        _call(_MOVE_MOUNT, tree, b"", _AT_FDCWD, os.fsencode(target), _FROM_DESCRIPTOR)
        os.close(tree)
    os.makedirs(f"{_BASE}/proc")
    try:
        flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC | _MS_READ_ONLY
        _mount("proc", f"{_BASE}/proc", "proc", flags, "subset=pid")
    except PermissionError:
        pass  # where /proc is masked (containers) the kernel refuses a new one: do without
    _mount("none", _BASE, "", _MS_REMOUNT | _MS_READ_ONLY | _MS_NOSUID | _MS_NODEV)
    os.chdir(_BASE)
    _check(_libc.pivot_root(b".", b"."), "pivot_root")
    _check(_libc.umount2(b".", _DETACH), "umount2")
    os.chdir("/")


def _clone_tree(path: str, writable: bool, device: bool) -> int:
    """A detached copy of the mount at `path`."""
    tree = _call(_OPEN_TREE, _AT_FDCWD, os.fsencode(path), _CLONE_TREE)
    attributes = (0 if writable else _READ_ONLY) | _NO_SUID | (0 if device else _NO_DEVICES)
    attribute = struct.pack("QQQQ", attributes, 0, 0, 0)
    flags = _AT_EMPTY_PATH | _AT_RECURSIVE
    _call(_MOUNT_SETATTR, tree, b"", flags, attribute, len(attribute))
    return tree


def _drop_privileges() -> None:
    """No capability, now or after any exec."""
    for capability in range(64):
        if _libc.prctl(_CAPBSET_DROP, ctypes.c_ulong(capability), _ZERO, _ZERO, _ZERO):
            break  # the kernel knows no more, or there is nothing to drop
    header, none = struct.pack("Ii", 0x20080522, 0), bytes(24)
    _check(_libc.capset(header, none), "capset")
    _prctl(_NO_NEW_PRIVS, 1)


def _landlock(rules: dict[str, Any]) -> None:
    """Deny every file but those of the rules."""
    handled = struct.pack("QQQ", *rules["handled"])
    ruleset = _call(_CREATE_RULESET, handled, len(handled), 0)
    for path, rights in rules["rules"]:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= rules["file_rights"]
        rule = struct.pack("=Qi", rights, place)
        _call(_ADD_RULE, ruleset, 1, rule, 0)
        os.close(place)
    _call(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _seal(program: bytes, placeholder: int) -> None:
    """Filter the system calls of this process from now on."""
    program = program.replace(struct.pack("=I", placeholder), struct.pack("=I", os.getpid()))
    code = ctypes.create_string_buffer(program, len(program))
    wanted = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    _check(_libc.prctl(_SECCOMP, ctypes.c_ulong(2), wanted, _ZERO, _ZERO), "seccomp")


def _script(argv: list[str]) -> CodeType | None:
    """The compiled script, if the program is one of this interpreter's."""
    if argv[:3] != [sys.executable, "-I", "-S"] or not argv[3].endswith(".py"):
        return None
    with open(argv[3], "rb") as stream:
        return compile(stream.read(), argv[3], "exec")


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    words = [word.encode() for word in (source, target, kind)]
    _check(_libc.mount(*words, ctypes.c_ulong(flags), options.encode()), f"mount {target}")


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _prctl(option: int, value: int) -> None:
    _check(_libc.prctl(option, ctypes.c_ulong(value), _ZERO, _ZERO, _ZERO), f"prctl {option}")


def _call(number: int, *arguments: int | bytes) -> int:
    """A system call that the C library has no function for."""
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result: int = _libc.syscall(ctypes.c_long(number), *wide)
    _check(result, f"system call {number} on {arguments[:3]}")
    return result


def _check(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)


if __name__ == "__main__":
    main(marshal.loads(bytes.fromhex(sys.argv[1])), sys.argv[2:])
