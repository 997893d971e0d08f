"""Writes the filter of system calls that a confined program may not make, and nothing else.

The filter backs up the other layers: it cuts what Landlock does not know (sockets, file modes,
other processes' limits and memory) and what widens the kernel's attack surface.
"""

from __future__ import annotations

import errno
import platform
import struct
from dataclasses import dataclass

from formalmath.sandbox.policy import PID_PLACEHOLDER

_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_ERRNO = 0x00050000
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENT_0 = 0, 4, 16  # offsets into struct seccomp_data
_X32 = 0x40000000
_CLONE_THREAD = 0x00010000
_CLONE_NEW = 0x7E020000  # every CLONE_NEW* flag that clone(2) takes

_SAME = {  # the same number on every architecture
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "clone3": 435,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "mount_setattr": 442,
    "process_mrelease": 448,
    "fchmodat2": 452,
    "setxattrat": 463,
    "removexattrat": 466,
}
_X86_64 = {
    "socket": 41,
    "clone": 56,
    "fork": 57,
    "vfork": 58,
    "kill": 62,
    "semget": 64,
    "msgget": 68,
    "shmget": 29,
    "chmod": 90,
    "chown": 92,
    "fchown": 93,
    "lchown": 94,
    "ptrace": 101,
    "rt_sigqueueinfo": 129,
    "utime": 132,
    "setpriority": 141,
    "sched_setparam": 142,
    "sched_setscheduler": 144,
    "pivot_root": 155,
    "chroot": 161,
    "mount": 165,
    "umount2": 166,
    "init_module": 175,
    "setxattr": 188,
    "lsetxattr": 189,
    "fsetxattr": 190,
    "removexattr": 197,
    "lremovexattr": 198,
    "fremovexattr": 199,
    "tkill": 200,
    "sched_setaffinity": 203,
    "tgkill": 234,
    "utimes": 235,
    "mq_open": 240,
    "kexec_load": 246,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "ioprio_set": 251,
    "migrate_pages": 256,
    "fchownat": 260,
    "futimesat": 261,
    "fchmodat": 268,
    "unshare": 272,
    "move_pages": 279,
    "utimensat": 280,
    "rt_tgsigqueueinfo": 297,
    "perf_event_open": 298,
    "prlimit64": 302,
    "open_by_handle_at": 304,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "kcmp": 312,
    "finit_module": 313,
    "sched_setattr": 314,
    "memfd_create": 319,
    "bpf": 321,
    "userfaultfd": 323,
}
_AARCH64 = {
    "setxattr": 5,
    "lsetxattr": 6,
    "fsetxattr": 7,
    "removexattr": 14,
    "lremovexattr": 15,
    "fremovexattr": 16,
    "ioprio_set": 30,
    "umount2": 39,
    "mount": 40,
    "pivot_root": 41,
    "chroot": 51,
    "fchmodat": 53,
    "fchownat": 54,
    "fchown": 55,
    "utimensat": 88,
    "unshare": 97,
    "kexec_load": 104,
    "init_module": 105,
    "ptrace": 117,
    "sched_setparam": 118,
    "sched_setscheduler": 119,
    "sched_setaffinity": 122,
    "kill": 129,
    "tkill": 130,
    "tgkill": 131,
    "rt_sigqueueinfo": 138,
    "setpriority": 140,
    "mq_open": 180,
    "msgget": 186,
    "semget": 190,
    "shmget": 194,
    "socket": 198,
    "add_key": 217,
    "request_key": 218,
    "keyctl": 219,
    "clone": 220,
    "migrate_pages": 238,
    "move_pages": 239,
    "rt_tgsigqueueinfo": 240,
    "perf_event_open": 241,
    "prlimit64": 261,
    "open_by_handle_at": 265,
    "setns": 268,
    "process_vm_readv": 270,
    "process_vm_writev": 271,
    "kcmp": 272,
    "finit_module": 273,
    "sched_setattr": 274,
    "memfd_create": 279,
    "bpf": 280,
    "userfaultfd": 282,
}
_ARCHITECTURES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}

_CHECKED = {"clone", "clone3", "fork", "vfork", "kill", "tgkill", "prlimit64"}
_SEALED_ONLY = {"tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"} | {
    "memfd_create"  # its memory is in no process's resident size
}
_METADATA = {
    *("chmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat"),
    *("utime", "utimes", "futimesat", "utimensat"),
    *("setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
    *("removexattr", "lremovexattr", "fremovexattr", "removexattrat"),
}


@dataclass(frozen=True)
class Filter:
    """What to cut beyond what is always cut.

    Attributes:
        sealed: no process may be started, and none but itself be signalled.
        metadata: owners, modes, times and attributes of files may not be changed; for where
            no mount namespace keeps other people's files out of reach.
    """

    sealed: bool
    metadata: bool = False

    def compiled(self) -> str:
        """The filter as hexadecimal BPF; empty on an architecture it is not written for."""
        found = _ARCHITECTURES.get(platform.machine())
        if found is None:
            return ""
        architecture, own = found
        numbers = {**_SAME, **own}
        program = [
            _op(_LOAD, _ARCHITECTURE),
            _op(_JUMP_EQUAL, architecture, yes=1),
            _op(_RETURN, _KILL),
            _op(_LOAD, _NUMBER),
            _op(_JUMP_AT_LEAST, _X32, no=1),
            _op(_RETURN, _ERRNO | errno.ENOSYS),
        ]
        for name in sorted(numbers.keys() - _CHECKED - self._spared()):
            program += _block(numbers[name], [_op(_RETURN, _ERRNO | errno.EPERM)])
        # The C library falls back to clone, whose flags can be read.
        program += _block(numbers["clone3"], [_op(_RETURN, _ERRNO | errno.ENOSYS)])
        program += _block(numbers["clone"], self._clone())
        program += _block(numbers["prlimit64"], _argument_is(0, PID_PLACEHOLDER))
        if self.sealed:
            for name in {"fork", "vfork"} & numbers.keys():
                program += _block(numbers[name], [_op(_RETURN, _ERRNO | errno.EPERM)])
            for name in ("kill", "tgkill"):
                program += _block(numbers[name], _argument_is(PID_PLACEHOLDER))
        program.append(_op(_RETURN, _ALLOW))
        return b"".join(program).hex()

    def _spared(self) -> set[str]:
        return (set() if self.sealed else _SEALED_ONLY) | (set() if self.metadata else _METADATA)

    def _clone(self) -> list[bytes]:
        deny, allow = _op(_RETURN, _ERRNO | errno.EPERM), _op(_RETURN, _ALLOW)
        load = _op(_LOAD, _ARGUMENT_0)
        if self.sealed:
            return [
                load,
                _op(_JUMP_ANY_BIT, _CLONE_NEW, yes=1),
                _op(_JUMP_ANY_BIT, _CLONE_THREAD, yes=1),
                deny,
                allow,
            ]
        return [load, _op(_JUMP_ANY_BIT, _CLONE_NEW, no=1), deny, allow]


def _op(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    """One instruction; `yes` and `no` are how many to skip after a test."""
    return struct.pack("=HBBI", code, yes, no, value)


def _block(number: int, body: list[bytes]) -> list[bytes]:
    """Run `body`, which returns, if the system call is this one."""
    return [_op(_JUMP_EQUAL, number, no=len(body)), *body]


def _argument_is(*values: int) -> list[bytes]:
    """Allow the call if its first argument is one of these."""
    tests = [_op(_JUMP_EQUAL, value, yes=len(values) - index) for index, value in enumerate(values)]
    return [
        _op(_LOAD, _ARGUMENT_0),
        *tests,
        _op(_RETURN, _ERRNO | errno.EPERM),
        _op(_RETURN, _ALLOW),
    ]
