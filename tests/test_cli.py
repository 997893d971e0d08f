"""The command line on every kind of input that a person may give it."""

from __future__ import annotations

import json
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from formalmath.cli import app
from formalmath.journal import Journal
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.verify.verdict import Layer, Verified, verdict_from_json
from tests.command_line import COMMAND, EASY, Cli, Ran, environment, minif2f_copy, row, run_command

COMMANDS = ("prove", "check", "verify", "show", "doctor")


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line in an empty folder, within this process, as that takes less time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*args: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            app(list(args), prog_name="formalmath")
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, *capsys.readouterr())

    return run


def records(folder: str) -> dict[str, dict[str, object]]:
    lines = Path(folder, "results.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["name"]: record for record in map(json.loads, lines)}


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_no_argument_shows_the_help(cli: Cli) -> None:
    ran = cli()
    for name in COMMANDS:
        assert name in ran.out + ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_80_columns(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "…" not in ran.out  # nothing is cut off


def test_version(cli: Cli) -> None:
    assert cli("--version").out.startswith("formalmath 0.")


BAD_INPUT = {
    "nothing": ([], "Say what to prove"),
    "both": (["a.lean", "--statement", "1 = 1"], "Say what to prove"),
    "missing file": (
        ["nosuch.lean"],
        "nosuch.lean does not exist, and is no benchmark (minif2f, heldout)",
    ),
    "folder": (["."], "is a folder. Give one Lean file"),
    "not UTF-8": (["latin.lean"], "latin.lean is not UTF-8 (byte 11). Save it as UTF-8"),
    "nothing to prove": (["done.lean"], "has no theorem whose proof is `sorry`"),
    "open comment": (["open.lean"], "Close it"),
    "empty match": (["a.lean", "--match", "zzz"], "finds none of the 2 theorems of a.lean"),
    "bad regex": (["a.lean", "--match", "("], "is not a regular expression"),
    "wrong split": (["minif2f", "--path", "copy", "--split", "tset"], "Give valid, test or all."),
    "split of a file": (["a.lean", "--split", "test"], "for benchmarks. Leave them out."),
    "wrong copy": (["minif2f", "--path", "."], "Give the root of a copy of miniF2F-lean4"),
    "wrong Lean": (["a.lean", "--lean", "nosuch"], "--lean nosuch: no such folder. Give `auto`"),
    "no project": (["a.lean", "--lean", "."], "is no Lake project"),
    "results in a file": (["a.lean", "--out", "a.lean"], "a.lean is a file. Name a folder"),
    "results nowhere": (["a.lean", "--out", "/proc/x"], "Name another folder with --out"),
    "other results": (["a.lean", "--out", "other"], "holds a record of another kind"),
    "no JSON": (["a.lean", "--out", "garbage"], "not one whole record"),
    "empty statement": (["--statement", ""], "The statement is empty. Give binders"),
    "command": (["--statement", "#eval 1"], "holds the command"),
    "unbalanced": (["--statement", "(1 = 1"], "`(` is not closed"),
    "has a proof": (["--statement", "1 = 1 := rfl"], "has a proof already"),
    "two commands": (["--statement", "1 = 1\nend X"], "holds the command `end`"),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_told_in_a_line(cli: Cli, case: str) -> None:
    write("a.lean", EASY)
    write("done.lean", "theorem x : 1 = 1 := rfl\n")
    write("open.lean", "/- theorem x : 1 = 1 := by sorry\n")
    Path("latin.lean").write_bytes("theorem caf\xe9 : 1 = 1 := by sorry".encode("latin-1"))
    minif2f_copy(Path("copy"))
    with Journal(Path("other/results.jsonl")) as journal:
        journal.append({"x": 1})
    Path("garbage").mkdir()
    write("garbage/results.jsonl", "hello\n")
    args, expected = BAD_INPUT[case]

    ran = cli("prove", *args)

    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("Error: ")
    assert expected in ran.line
    assert len(ran.err.splitlines()) <= 2
    assert not Path("results").exists()


def test_no_network_names_the_mend(tmp_path: Path) -> None:
    ran = run_command(
        "prove",
        "minif2f",
        cwd=tmp_path,
        env={
            "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
            "PIP_CONFIG_FILE": "/dev/null",
            "FORMALMATH_CACHE_DIR": str(tmp_path / "cache"),
        },
    )
    assert ran.code == 2
    assert "could not be fetched (127.0.0.1:9: " in ran.err
    assert "--path" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


@pytest.fixture
def proved(cli: Cli, toolchain: EmbeddedToolchain) -> Ran:
    """A file of four theorems, run once into `out`: two proved, one wrong, one not read."""
    write(
        "my.lean",
        f"{EASY}\ntheorem wrong : (1 : ℕ) = 2 := by sorry\n\n"
        "theorem unread (x : NoSuchType) : x = x := by sorry\n",
    )
    return cli("prove", "my.lean", "--out", "out")


def test_prove_a_file(cli: Cli, proved: Ran) -> None:
    assert proved.code == 1  # not all of it is proved
    assert row(proved.out, "proved") == [2]
    assert row(proved.out, "asked for") == [4]
    assert "Proved 2 of the 4 asked for (50.0 %)" in proved.out
    assert "unread  the statement does not elaborate: Unknown identifier `NoSuchType`" in proved.err

    kept = records("out")
    assert {name: record["outcome"] for name, record in kept.items()} == {
        "easy_add": "proved",
        "easy_mul": "proved",
        "wrong": "queue empty",
        "unread": "unsupported",
    }
    assert "NoSuchType" in str(kept["unread"]["detail"])

    # Each proof stands alone, and the file with all of them in place is what it was but for them.
    assert cli("check", "out/proofs/easy_add.lean").code == 0
    completed = Path("out/completed/my.lean").read_text(encoding="utf-8")
    assert completed.count("sorry") == 2
    assert completed.startswith(EASY.partition(" by sorry")[0])

    # What was done is neither lost nor done again.
    before = Path("out/results.jsonl").read_bytes()
    refused = cli("prove", "my.lean", "--out", "out")
    assert refused.code == 2
    assert "out holds 4 results already. Go on with them by --resume" in refused.line
    resumed = cli("prove", "my.lean", "--out", "out", "--resume")
    assert resumed.code == 1
    assert "Resumed: 4 of the results are here already." in resumed.err
    assert Path("out/results.jsonl").read_bytes() == before
    other = cli("prove", "my.lean", "--out", "out", "--resume", "--match", "mul", "--seed", "7")
    assert other.code == 0
    assert "1 earlier result does not count, because of other conditions: seed was 0, is 7." in (
        other.line
    )


def test_show(cli: Cli, proved: Ran) -> None:
    every = cli("show", "out")
    assert every.code == 0
    assert row(every.out, "on record") == [4]
    for name in ("easy_add", "easy_mul", "wrong", "unread"):
        assert f"  {name}  " in every.out

    one = cli("show", "out", "easy_add")
    assert one.code == 0
    assert "⊢ n + 0 = n" in one.out
    assert "  ✓" in one.out
    assert "out/proofs/easy_add.lean" in one.out
    assert "rejected tactics (--failed shows them)" in one.out
    failed = cli("show", "out", "easy_add", "--failed")
    assert "(--failed shows them)" not in failed.out
    assert len(failed.out.splitlines()) > len(one.out.splitlines())
    assert "⊢ n + 0 = n" in cli("show", "out/trees/easy_add.json").out

    unread = cli("show", "out", "unread")
    assert "Unknown identifier `NoSuchType`" in unread.out

    missing = cli("show", "out", "easy_ad")
    assert missing.code == 2
    assert "out holds no result on easy_ad. Did you mean easy_add?" in missing.line
    assert "is no results folder" in cli("show", ".").line
    assert "is not a search tree" in cli("show", "my.lean").line
    assert "No such file" in cli("show", "nosuch").line


def test_prove_a_statement(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    good = cli("prove", "--statement", "theorem foo (n : ℕ) : n + 0 = n := by sorry")
    assert good.code == 0
    assert good.out.strip()  # tactics, and nothing else
    check = write("foo.lean", f"theorem foo (n : Nat) : n + 0 = n := by\n  {good.out}")
    assert cli("check", check).code == 0

    bad = cli("prove", "--statement", "(1 : ℕ) = 2", "--out", "kept")
    assert bad.code == 1
    assert bad.out.startswith("Not proved: queue empty. Every tactic")
    assert records("kept")["statement"]["outcome"] == "queue empty"

    unread = cli("prove", "--statement", "x = x")
    assert unread.code == 1
    assert unread.out.startswith("Not proved: unsupported. the statement does not elaborate: Unkn")
    assert "sorryAx" not in unread.out
    assert not Path("results").exists()


def test_prove_a_benchmark(cli: Cli, toolchain: EmbeddedToolchain, tmp_path: Path) -> None:
    copy = str(minif2f_copy(tmp_path / "copy"))
    ran = cli("prove", "miniF2F", "--path", copy, "--out", "out")
    assert ran.code == 0  # the run has come to its end
    assert ran.out.splitlines()[0].split() == ["outcome", "valid", "test", "all"]
    assert row(ran.out, "proved") == [1, 1, 2]
    assert row(ran.out, "queue empty") == [0, 1, 1]
    assert row(ran.out, "unsupported") == [1, 0, 1]
    assert row(ran.out, "asked for") == [2, 2, 4]
    assert "v_odd" not in ran.err  # hundreds of them in the real one
    for name in ("v_add", "t_mul"):
        assert cli("check", f"out/proofs/{name}.lean").code == 0

    one = cli("prove", "minif2f", "--path", copy, "--split", "test", "--limit", "1", "--out", "two")
    assert row(one.out, "asked for") == [1]


CHECKS = {
    "good": ("theorem x : 1 = 1 := rfl\n", 0, "Accepted by a fresh Lean: 1 theorem"),
    "lemma": ("import Mathlib\n/-- doc -/\nlemma x (n : ℕ) : n = n := rfl\n", 0, "x: no axioms"),
    "none": ("def x : Nat := 1\n", 0, "it holds no theorem"),
    "error": ("theorem x : 1 = 1 := by\n  foo\n", 1, "file.lean:2:3: error: unknown tactic"),
    "type": ("theorem x : 1 = 2 := rfl\n", 1, "Not accepted: "),
    "sorry": ("theorem x : 1 = 2 := by sorry\n", 1, "x: sorryAx"),
    "sorry example": ("example : 1 = 2 := by sorry\n", 1, "example (line 1): sorryAx"),
    "axiom": ("axiom bad : 1 = 2\ntheorem x : 1 = 2 := bad\n", 1, "1 theorem rests on bad."),
    "example": ("axiom bad : 1 = 2\nexample : 1 = 2 := bad\n", 1, "example (line 2): bad"),
    "like a standard one": (
        "namespace A\naxiom propext : 1 = 2\nend A\nopen A in\ntheorem x : 1 = 2 := A.propext\n",
        1,
        "1 theorem rests on A.propext.",
    ),
    "mutual": (
        "axiom bad : 1 = 2\nmutual\ntheorem x : 1 = 1 := rfl\ntheorem y : 1 = 2 := bad\nend\n",
        1,
        "y: bad",
    ),
}


@pytest.mark.parametrize("case", CHECKS)
def test_check(cli: Cli, toolchain: EmbeddedToolchain, case: str) -> None:
    text, code, expected = CHECKS[case]
    ran = cli("check", write("file.lean", text))
    assert (ran.code, ran.err) == (code, "")
    assert expected in ran.out


def test_check_without_an_answer(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    ran = cli("check", write("a.lean", EASY), "--seconds", "0.01")
    assert ran.code == 1
    assert ran.out == (
        "Undecided: Lean gave no answer (no end after 0.01 s). Give it more with --seconds.\n"
    )
    assert cli("check", "nosuch.lean").code == 2


QUESTION = "import Mathlib\ntheorem x (n : ℕ) : n < n + 1 := sorry\ntheorem y : 1 = 2 := sorry\n"
ANSWER = "import Mathlib\ntheorem x (n : ℕ) : n < n + 1 := by omega\n"
VERIFIES = {
    "good": (ANSWER, None, 0, ["x: VERIFIED (Quot.sound, propext)"]),
    "sorry": (ANSWER + "theorem z : 1 = 2 := sorry\n", None, 1, ["z: REJECTED (sorry)", "x: VERI"]),
    "command": (ANSWER + "#eval 1\n", None, 1, ["x: REJECTED (source): the command `#eval`"]),
    "against": (ANSWER, QUESTION, 1, ["x: VERIFIED", "y: REJECTED (missing)"]),
    "other": (ANSWER.replace("n + 1", "n + 2"), QUESTION, 1, ["x: REJECTED (statement)"]),
    "no theorem": ("def x : Nat := 1\n", None, 2, ["no theorem to be verified"]),
    "no statement": ("theorem x : nope := sorry\n", None, 2, ["does not compile"]),
}


@pytest.mark.parametrize("case", VERIFIES)
def test_verify(cli: Cli, toolchain: EmbeddedToolchain, case: str) -> None:
    text, challenge, code, expected = VERIFIES[case]
    against = ("--against", write("question.lean", challenge)) if challenge else ()
    ran = cli("verify", write("answer.lean", text), *against)
    assert ran.code == code, ran
    assert all(each in ran.out + ran.line for each in expected), ran


def test_verify_prints_json_with_the_evidence(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    ran = cli("verify", write("answer.lean", ANSWER), "--json", "--no-sandbox", "--theorem", "x")
    assert ran.code == 0, ran
    shown = json.loads(ran.out)
    assert shown["file"] == "answer.lean"
    (theorem,) = shown["theorems"]
    assert theorem.pop("name") == "x"
    verdict = verdict_from_json(theorem)
    assert isinstance(verdict, Verified)
    assert verdict.evidence.environment_hash == toolchain.environment_hash
    assert list(verdict.evidence.off) == [Layer.SANDBOX]


def test_verify_takes_one_file_or_the_self_test(cli: Cli) -> None:
    assert cli("verify").code == 2
    assert cli("verify", write("a.lean", ANSWER), "--self-test").code == 2
    assert cli("verify", write("a.lean", ANSWER), "--theorem", "nope").code == 2


def test_doctor(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    good = cli("doctor")
    assert good.code == 0
    assert "--lean auto: embedded, Lean 4." in good.out
    bad = cli("doctor", "--lean", "nosuch")
    assert bad.code == 1
    assert "✗ --lean nosuch: not usable\n    --lean nosuch: no such folder." in bad.out


@contextmanager
def file_size_limit(limit: int) -> Iterator[None]:
    """No file may grow beyond `limit` bytes: what a full disk looks like to a program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_keeps_what_was_finished(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    write("a.lean", EASY)
    assert cli("prove", "a.lean", "--match", "add", "--out", "out").code == 0
    before = Path("out/results.jsonl").read_bytes()

    with file_size_limit(len(before) + 100):
        full = cli("prove", "a.lean", "--out", "out", "--resume")

    assert full.code == 2
    assert "could not be written" in full.line
    assert "make room and go on with --resume" in full.line
    assert Path("out/results.jsonl").read_bytes() == before
    assert not list(Path("out").rglob("*.part"))
    assert cli("prove", "a.lean", "--out", "out", "--resume").code == 0
    assert Path("out/results.jsonl").read_bytes().startswith(before)


def test_full_output(cli: Cli, proved: Ran) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [*COMMAND, "show", "out"], env=environment(), stdout=full, stderr=subprocess.PIPE
        )
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        "Error: No space left on device. Make room on that disk, and try again.\n"
    )


def test_reader_goes_away(cli: Cli, proved: Ran) -> None:
    shell = f"{' '.join(COMMAND)} show out wrong --failed | head -1"
    ran = subprocess.run(
        ["bash", "-c", shell], env=environment(), capture_output=True, text=True, check=False
    )
    assert ran.stdout.startswith("queue empty  wrong  ")
    assert ran.stderr == ""


def test_terminal_without_mathematical_signs(cli: Cli, proved: Ran) -> None:
    ran = run_command("show", "out", "easy_add", env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert "\\u22a2 n + 0 = n" in ran.out
