"""`formalmath solution` on every kind of input."""

from __future__ import annotations

import json
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from formalmath.cli import app
from formalmath.informal.page import page
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from tests.command_line import Cli, Ran
from tests.informal_world import check

GOOD = "She sold 48/2 = <<48/2=24>>24 clips.\nIn all 48+24 = <<48+24=72>>72 clips.\n#### 72\n"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            app(["solution", *args], prog_name="formalmath")
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.mark.parametrize("command", ["check", "rank", "label"])
def test_help_fits_80_columns(cli: Cli, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = cli(command, "--help")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "…" not in ran.out


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.txt", "The solution is empty."),
        (b" \n\n", "a.txt", "The solution is empty."),
        (b"1 + 1 = 2\n" * 100_000, "a.txt", "at most 100,000 are read"),
        (b"\x7fELF\x02\x01\xff\xfe", "a.txt", "is no UTF-8 text"),
        (b"1 + 1 = 2 \x00\x01", "a.txt", "is no text"),
        (b"1 = 1\n" * 3_000, "a.txt", "at most 2,000 are read"),
        (b"", "a.jsonl", "holds no record"),
        (b"{broken", "a.jsonl", "line 1 is no JSON"),
        (b"[1]", "a.jsonl", "is no JSON object"),
        (b"[" * 100_000, "a.jsonl", "is no JSON"),
        (b'{"solution": "1 = 1"}\n{"text": "?"}', "a.jsonl", "line 2: a record needs `solution`"),
        (b'{"solution": ""}', "a.jsonl", "line 1: The solution is empty."),
    ],
)
def test_what_is_no_solution_is_refused_in_clear_words(
    cli: Cli, content: bytes, name: str, why: str
) -> None:
    Path(name).write_bytes(content)
    begun = time.monotonic()
    ran = cli("check", name)
    assert ran.code == 2
    assert why in ran.line
    assert "Traceback" not in ran.err
    assert time.monotonic() - begun < 5


def test_a_missing_file_is_named(cli: Cli) -> None:
    ran = cli("check", "nowhere.txt")
    assert ran.code == 2
    assert "There is no file nowhere.txt" in ran.line


def test_a_solution_is_checked_with_marks_in_place(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    ran = cli("check", "a.txt", "--lean", "embedded", "--no-sandbox", "--show-lean")
    assert ran.code == 0, ran.err
    assert "1 ✓ She sold 48/2 = <<48/2=24>>24✓ clips." in ran.out
    assert "theorem c0 : (48 : ℚ) / 2 = 24 := by" in ran.out
    assert "✓ answer: 72 is what step 2 computes" in ran.out
    assert "VERIFIED (2 claims: 2 verified, 0 refuted, 0 unknown)" in ran.out


def test_records_are_checked_ranked_and_written(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    record = {"problem": "Clips?", "solutions": [GOOD, GOOD.replace("72", "73")]}
    Path("a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    quick = ("--lean", "embedded", "--no-sandbox")
    ran = cli("check", "a.jsonl", "--json", "--html", "a.html", *quick)
    assert ran.code == 1
    good, bad = map(json.loads, ran.out.splitlines())
    assert (good["status"], good["first_refuted"]) == ("verified", None)
    assert (bad["status"], bad["first_refuted"]) == ("refuted", 1)
    lean = bad["steps"][1]["claims"][0]["lean"][0]
    assert lean["negated"]
    assert "¬ ((48 : ℚ) + 24 = 73)" in lean["text"]
    written = Path("a.html").read_text(encoding="utf-8")
    assert "¬ ((48 : ℚ) + 24 = 73)" in written
    ran = cli("rank", "a.jsonl", "--json", *quick)
    assert ran.code == 0
    ranking = json.loads(ran.out)
    assert ranking["statuses"] == ["verified", "refuted"]
    assert ranking["verified"][0] == {"answer": "72", "members": [0], "votes": 1}
    assert "→ 72: 1 of all, 1 of the verified (solutions 1)" in cli("rank", "a.jsonl", *quick).out


def test_labels_are_written_as_chat_messages(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    record = {"problem": "Clips?", "solutions": [GOOD, GOOD.replace("72", "73")]}
    Path("a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    quick = ("--lean", "embedded", "--no-sandbox")
    ran = cli("label", "a.jsonl", "--out", "b.jsonl", *quick)
    assert ran.code == 0, ran.err
    assert "5 records (2 orm, 2 prm, 1 sft)" in ran.err
    records = [json.loads(line) for line in Path("b.jsonl").read_text("utf-8").splitlines()]
    assert [each["kind"] for each in records] == ["orm", "prm", "sft", "orm", "prm"]
    assert records[3]["messages"][1] == {"role": "assistant", "content": "Incorrect"}
    wrong = cli("label", "a.jsonl", "--out", "b.jsonl", "--kind", "all")
    assert (wrong.code, "give orm, prm, sft" in wrong.line) == (2, True)


def test_a_model_that_is_not_there_is_named(cli: Cli, toolchain: EmbeddedToolchain) -> None:
    Path("a.txt").write_text("gcd of 12 and 18 gives 6.", encoding="utf-8")
    quick = ("--lean", "embedded", "--no-sandbox")
    ran = cli("check", "a.txt", "--model", "http://127.0.0.1:9/v1#none", *quick)
    assert ran.code == 2
    assert "The model server http://127.0.0.1:9/v1 cannot be asked" in ran.line


class _Wellformed(HTMLParser):
    """Counts what is open, and notes what would load anything."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.loads += [tag for name, _ in attrs if name in ("src", "href")]
        self.loads += [tag] if tag in ("script", "link", "iframe") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_is_whole_and_lets_nothing_in() -> None:
    text = "<script>alert('1 < 2')</script> 2 + 2 = 5 & 3 < 1\nA: \"5\""
    made = page([check(text, "<b>How many?</b>")], "Title & <more>")
    reader = _Wellformed()
    reader.feed(made)
    reader.close()
    assert reader.open == []
    assert reader.loads == []
    assert "&lt;script&gt;alert(&#x27;" in made
    assert "&lt;b&gt;How many?&lt;/b&gt;" in made
    assert 'class="refuted"' in made
