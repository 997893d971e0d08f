"""A pretend elan toolchain with a `lake`, on the embedded Lean, and nothing else."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from formalmath.lean import lean_main
from formalmath.lean.embedded_toolchain import EmbeddedToolchain

_LEAN = """\
#!/bin/sh
FORMALMATH_LEAN_LIBRARY=@ELAN@/lib/lean/libleanshared.so
LEAN_PATH=${LEAN_PATH:+$LEAN_PATH:}@ELAN@/lib/lean
LEAN_WORKER_PATH=@ELAN@/bin/lean
export FORMALMATH_LEAN_LIBRARY LEAN_PATH LEAN_WORKER_PATH
exec @PYTHON@ -I -S @ELAN@/lib/lean_main.py "$@"
"""

_LAKE = """\
#!/bin/sh
# Of lake, what the toolkit uses: `lake env [PROGRAM ARGS..]` and `lake serve -- ARGS..`.
test -f lakefile.toml || { echo "error: no lakefile here" >&2; exit 1; }
LEAN_SYSROOT=@ELAN@ LEAN_PATH="$PWD/.lake/build/lib/lean" LEAN_SRC_PATH="$PWD"
LD_LIBRARY_PATH=@LIBRARY@ PATH="@ELAN@/bin:$PATH"
export LEAN_SYSROOT LEAN_PATH LEAN_SRC_PATH LD_LIBRARY_PATH PATH
word=$1; shift
case $word in
env) test $# = 0 && exec env; exec "$@" ;;
serve) test "$1" = -- && shift; lean --server "$@"; exit $? ;;
esac
echo "error: unknown command $word" >&2; exit 1
"""


def write_program(file: Path, script: str) -> None:
    """Write an executable script."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script)
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def make_elan(folder: Path, toolchain: EmbeddedToolchain) -> Path:
    """A folder as elan has one for each toolchain, with the embedded Lean in it."""
    build = toolchain.build
    library = folder / "lib" / "lean"
    shutil.copytree(build.lean_path, library)
    (library / "libleanshared.so").symlink_to(build.library)
    shutil.copyfile(lean_main.__file__, folder / "lib" / "lean_main.py")
    python = os.path.realpath(sys.executable)
    script = _LEAN.replace("@ELAN@", str(folder)).replace("@PYTHON@", python)
    write_program(folder / "bin" / "lean", script)
    return folder


def write_lake(bin_folder: Path, elan: Path, toolchain: EmbeddedToolchain) -> None:
    """A `lake` that starts this toolchain."""
    library = str(toolchain.build.library.parent)
    script = _LAKE.replace("@ELAN@", str(elan)).replace("@LIBRARY@", library)
    write_program(bin_folder / "lake", script)


def make_project(folder: Path) -> Path:
    """A Lake project that was built; it has no modules."""
    (folder / ".lake" / "build" / "lib" / "lean").mkdir(parents=True)
    (folder / "lakefile.toml").write_text('name = "mine"\n')
    (folder / "lean-toolchain").write_text("leanprover/lean4:v4.35.0\n")
    return folder


def build_module(project: Path, name: str, text: str) -> Path:
    """Compile a module of the project, as `lake build` would: the first part of its file."""
    source = project.joinpath(*name.split(".")).with_suffix(".lean")
    made = (project / ".lake" / "build" / "lib" / "lean").joinpath(*name.split("."))
    for file, content in ((source, text), (made.with_suffix(".olean"), None)):
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            file.write_text(content)
    olean = made.with_suffix(".olean")
    argv = ["lake", "env", "lean", "-R", ".", "-o", str(olean), str(source)]
    subprocess.run(argv, cwd=project, check=True, capture_output=True, env=dict(os.environ))
    return olean


_CHECKER = """\
import json, os, sys
from pathlib import Path

sys.path.insert(0, "@ELAN@/lib/package")
from formalmath.verify.closure import closure_of_all
from formalmath.verify.job import job
from formalmath.verify.kernel import Library
from formalmath.verify.module import Module
from formalmath.verify.names import show
from formalmath.verify.rebuild import replay

folders = [*os.environ["LEAN_PATH"].split(":"), os.environ["LEAN_SYSROOT"] + "/lib/lean"]
(name,) = sys.argv[1:]
file = next(f for folder in folders if (f := Path(folder, name + ".olean")).exists())
module = Module.read(file)
lean = Library("@ELAN@/lib/lean/libleanshared.so")
imports = [show(wanted.module) for wanted in module.imports]
environment = lean.import_modules(folders, imports)
request = json.loads(json.dumps({"heartbeats": 0, **job(module, closure_of_all(module))}))
answer = replay(lean, environment, request)
if "accepted" not in answer:
    print(f"leanchecker found a problem in {name}", file=sys.stderr)
    sys.exit(f"uncaught exception: (kernel) {answer}")
"""


def write_checker(elan: Path, file: Path) -> None:
    """A program in place of `leanchecker`: our own replay, of all that a module declares."""
    package = elan / "lib" / "package" / "formalmath"
    for part in ("lean", "verify"):
        source = Path(lean_main.__file__).parents[1] / part
        shutil.copytree(source, package / part, dirs_exist_ok=True)
    (package / "__init__.py").touch()
    program = elan / "lib" / "leanchecker.py"
    program.write_text(_CHECKER.replace("@ELAN@", str(elan)))
    python = os.path.realpath(sys.executable)
    write_program(file, f'#!/bin/sh\nexec {python} -I -S {program} "$@"\n')
