"""What is printed: whole or told, and quiet where a person stops it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from functools import cache
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit
from typing import Any

import pytest
from quick_formats import QUICK
from typer.testing import CliRunner

from befit_cli.cli import app

BEFIT = (sys.executable, "-m", "befit_cli")
PLAN = ("plan", "--start", "2026-11-23")
FULL = Path("/dev/full")
NO_ROOM = b"Make room there, or write it elsewhere.\n"
BUFFERS = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
OUTPUTS = [
    pytest.param(PLAN, id="the terminal"),
    pytest.param((*PLAN, "-o", "-"), id="the terminal, said aloud"),
    pytest.param(("block", "-f", "json"), id="a file"),
    pytest.param(("block", "-f", "json", "-o", "-"), id="a file, said aloud"),
    pytest.param(("rules",), id="the rules"),
    pytest.param(("schema",), id="the schema"),
    pytest.param(("check", "PLAN"), id="what check finds"),
    pytest.param(("--help",), id="the help"),
    pytest.param(("--version",), id="the version"),
]


def process(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": "100", **more.pop("environment", {})}
    kinds = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **more}
    return subprocess.run([*BEFIT, *arguments], env=environment, check=False, **kinds)


@cache
def whole(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What the command says where nothing is in its way."""
    return process(*arguments)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("saved") / "plan.md"
    assert CliRunner().invoke(app, [*PLAN, "-o", str(path)]).exit_code == 0
    return str(path)


@pytest.mark.of_a_kind(5)
@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@BUFFERS
@pytest.mark.parametrize("arguments", OUTPUTS)
def test_a_disk_that_is_full_is_told(
    arguments: tuple[str, ...], unbuffered: str, saved: str
) -> None:
    words = [saved if word == "PLAN" else word for word in arguments]
    with FULL.open("wb") as full:
        done = process(*words, stdout=full, environment={"PYTHONUNBUFFERED": unbuffered})
    sentence = b"The output cannot be written: No space left on device. " + NO_ROOM
    assert (done.returncode, done.stderr) == (1, sentence)


@pytest.mark.of_a_kind(3)
@BUFFERS
@pytest.mark.parametrize("arguments", OUTPUTS[:6])
def test_a_disk_that_fills_up_on_the_way_is_told(
    arguments: tuple[str, ...], unbuffered: str, tmp_path: Path
) -> None:
    """The system takes 500 bytes of a write that is longer, and says so in a number alone."""
    out = tmp_path / "out"
    with out.open("wb") as file:
        done = process(
            *arguments,
            stdout=file,
            preexec_fn=lambda: setrlimit(RLIMIT_FSIZE, (500, 500)),
            environment={"PYTHONUNBUFFERED": unbuffered, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    assert out.stat().st_size == 500
    assert (done.returncode, done.stderr) == (
        1,
        b"The output cannot be written: File too large. " + NO_ROOM,
    )


@pytest.mark.parametrize("arguments", [PLAN, ("block", "-f", "json")], ids=["a view", "a file"])
def test_a_pipe_that_does_not_wait_for_its_reader_gets_all(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    parts: list[bytes] = []

    def read() -> None:
        time.sleep(0.7)  # until the pipe is full
        while part := os.read(reading, 65_536):
            parts.append(part)

    reader = threading.Thread(target=read)
    reader.start()
    done = process(*arguments, stdout=writing, environment={"PYTHONUNBUFFERED": "1"})
    os.close(writing)
    reader.join()
    os.close(reading)
    assert (done.returncode, b"".join(parts) == whole(*arguments).stdout) == (0, True)


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@BUFFERS
def test_what_nobody_can_be_told_is_no_fault_of_the_plan(unbuffered: str) -> None:
    environment = {"PYTHONUNBUFFERED": unbuffered}
    with FULL.open("wb") as full:
        done = process(*PLAN, stderr=full, environment=environment)
        refused = process("check", "nowhere.md", stderr=full, environment=environment)
    assert (done.returncode, done.stdout) == (0, whole(*PLAN).stdout)
    assert refused.returncode == 1


@pytest.mark.of_a_kind(3)
@BUFFERS
@pytest.mark.parametrize(
    "arguments",
    [("block", "-f", "json"), ("block", "--why"), ("rules",), ("schema",)],
    ids=" ".join,
)
def test_a_reader_that_has_enough_ends_it_quietly(
    arguments: tuple[str, ...], unbuffered: str
) -> None:
    done = whole(*arguments)
    head = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -1', "sh", *BEFIT, *arguments],
        env={**os.environ, "COLUMNS": "100", "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        check=False,
    )
    assert head.stdout.splitlines() == done.stdout.splitlines()[:1]
    # what is said besides the plan may come before the reader goes
    assert done.stderr.startswith(head.stderr)


@pytest.mark.parametrize("charset", ["ascii", "latin-1"])
def test_the_streams_keep_their_encoding(charset: str) -> None:
    environment = {"PYTHONIOENCODING": charset}
    buffered, unbuffered = (
        process(*PLAN, environment={**environment, "PYTHONUNBUFFERED": word}).stdout
        for word in ("", "1")
    )
    assert buffered == unbuffered
    assert buffered.decode(charset)


def test_what_fails_elsewhere_is_not_blamed_on_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system that befit has no sentence for is a bug, and raises."""
    bug = OSError(errno.EMFILE, "Too many open files")

    def fail(*_: object, **__: object) -> None:
        raise bug

    monkeypatch.setattr("befit_cli.cli.output.render", fail)
    result = CliRunner().invoke(app, [*PLAN, "-f", "md"])
    assert result.exception is bug
    assert "The output" not in result.stderr


@pytest.mark.parametrize("module", ["typer", "rich", "msgspec", "befit_cli.planning"])
def test_ctrl_c_while_befit_loads_is_one_quiet_line(module: str, tmp_path: Path) -> None:
    (tmp_path / "interrupts.py").write_text(
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}:\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from befit_cli.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, str(tmp_path / "interrupts.py"), *PLAN], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"Stopped.\n")


def test_ctrl_c_while_befit_plans_is_one_quiet_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("befit_cli.cli.request.make_plan", interrupt)
    result = CliRunner().invoke(app, list(PLAN))
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "Stopped.\n")


def test_ctrl_c_at_a_question_is_one_quiet_line(tmp_path: Path) -> None:
    """The signal comes while befit waits for an answer."""
    reading, writing = os.pipe()
    child = subprocess.Popen(
        [*BEFIT, "init"],
        env={**os.environ, "BEFIT_PROFILE": str(tmp_path / "profile.yaml")},
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stderr
    child.stderr.read(1)
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=20)
    os.close(reading)
    os.close(writing)
    assert (child.returncode, told.splitlines()[-1]) == (1, b"Stopped.")
    assert list(tmp_path.iterdir()) == []


ALL_AT_ONCE = """
import sys
from pathlib import Path
from typer.testing import CliRunner
from befit_cli.cli import app

def befit(name, *arguments):
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100"})
    Path(name).write_bytes(result.stdout_bytes)
    assert result.exit_code == 0, result.output

formats, *arguments = sys.argv[1:]
befit("help", "--help")
befit("help of plan", "plan", "--help")
befit("help of check", "check", "-h")
befit("terminal", *arguments)
for format in formats.split(","):
    befit(f"said of {format}", *arguments, "-f", format, "-o", f"{format}/")
"""
"""What befit prints and writes, each in a file of its own; a process for each would load as much
again.
"""


@pytest.fixture(scope="module")
def by_level(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """All that befit prints and writes, with every level of PYTHONOPTIMIZE but the first, which
    drops a part of what the second does.
    """
    texts: dict[str, dict[str, bytes]] = {}
    for level in ("", "2"):
        folder = tmp_path_factory.mktemp("level")
        subprocess.run(
            [sys.executable, "-c", ALL_AT_ONCE, ",".join(QUICK), *PLAN],
            cwd=folder,
            env={**os.environ, "PYTHONOPTIMIZE": level},
            check=True,
        )
        files = (path for path in folder.rglob("*") if path.is_file())
        texts[level] = {str(path.relative_to(folder)): path.read_bytes() for path in files}
    return texts


def test_python_may_be_told_to_drop_docstrings_and_the_help_and_all_plans_stay(
    by_level: dict[str, dict[str, bytes]],
) -> None:
    assert by_level["2"] == by_level[""]
    assert {name.partition("/")[0] for name in by_level[""]} >= {"help", "terminal", *QUICK}
