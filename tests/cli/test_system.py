"""The system at its worst: full disks, closed streams, narrow and plain terminals, odd clocks, and
signals in the middle of a write.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit
from typing import Any

import pytest
from asked import EXAMPLES, part
from quick_formats import QUICK
from rich.cells import cell_len
from set_clock import at
from strategies import CATALOGUE
from typer.testing import CliRunner, Result

from befit_cli import files
from befit_cli.cli import app
from befit_cli.runner.profile import load_profile
from befit_cli.runner.words import read_athlete
from befit_cli.views import FORMATS

BEFIT = (sys.executable, "-m", "befit_cli")
START = ("--start", "2026-11-23")
PLAN = ("plan", *START)
ON_STDOUT = [name for name in QUICK if not FORMATS[name].single_sessions]
UNWRITABLE = Path("/sys")
"""A folder in which not even root can write."""


def befit(*arguments: str, charset: str = "utf-8", answers: str = "", **environment: str) -> Result:
    return CliRunner(charset=charset).invoke(
        app, list(arguments), input=answers, env={"COLUMNS": "100", **environment}
    )


def process(
    *arguments: str, streams: str = "", stdout: Any = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A befit of its own; `streams` is what a shell does with them."""
    command = (
        ("sh", "-c", f'exec "$@" {streams}', "sh", *BEFIT, *arguments)
        if streams
        else (*BEFIT, *arguments)
    )
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def test_a_disk_that_fills_up_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-B", "-m", "befit_cli", *PLAN, "-o", str(tmp_path / "plan.md")]
    done = subprocess.run(
        command,
        preexec_fn=lambda: setrlimit(RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(f"{tmp_path}/plan.md cannot be written: File too large.".encode())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", [(), ("-f", "html")], ids=["the terminal", "a file"])
def test_a_reader_that_has_gone_is_no_news(format: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process(*PLAN, *format, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(PLAN, 0, id="a plan"),
        pytest.param(("check", "nowhere.md"), 1, id="a file that is not there"),
    ],
)
def test_closed_streams_change_no_exit_code(arguments: tuple[str, ...], code: int) -> None:
    assert process(*arguments, streams="<&- >&- 2>&-").returncode == code


def test_answers_that_cannot_be_read_are_one_sentence(tmp_path: Path) -> None:
    done = process("init", streams="0>/dev/null", BEFIT_PROFILE=str(tmp_path / "profile.yaml"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert (
        b"\nThe answers cannot be read: Bad file descriptor. Nothing was written. Say befit init "
        b"again" in done.stderr
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.of_a_kind(5)
@pytest.mark.parametrize("charset", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("format", ON_STDOUT)
def test_a_file_on_stdout_is_utf_8_whatever_the_terminal(format: str, charset: str) -> None:
    assert (
        befit(*PLAN, "-f", format, charset=charset).stdout_bytes
        == befit(*PLAN, "-f", format).stdout_bytes
    )


def test_so_it_is_where_the_locale_knows_ascii_alone() -> None:
    done = process(*PLAN, "-f", "md", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.stdout == befit(*PLAN, "-f", "md").stdout_bytes


@pytest.fixture
def plan_file(tmp_path: Path) -> str:
    path = tmp_path / "p.md"
    assert befit(*PLAN, "-o", str(path)).exit_code == 0
    return str(path)


@pytest.mark.of_a_kind(5)
@pytest.mark.parametrize(
    "arguments",
    [
        PLAN,
        (*PLAN, "--why"),
        ("block", *START),
        ("exercises", "--niggle", "itb"),
        ("show", "squats"),
        ("rules",),
        ("rules", "safety"),
        ("--help",),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("columns", [20, 33])
def test_a_narrow_and_dumb_terminal_shows_everything(
    arguments: tuple[str, ...], columns: int
) -> None:
    shown = befit(*arguments, COLUMNS=str(columns), TERM="dumb", NO_COLOR="1")
    assert shown.exit_code == 0
    assert max(map(cell_len, shown.stdout.splitlines())) <= columns
    assert "\x1b" not in shown.stdout


@pytest.mark.of_a_kind(5)
@pytest.mark.parametrize("columns", ["0", "-5", "80.5", "¹", "9" * 11, "9" * 5000, "wide", ""])
@pytest.mark.parametrize("arguments", [PLAN, ("--help",)], ids=["a plan", "help"])
def test_a_width_that_is_none_counts_for_nothing(arguments: tuple[str, ...], columns: str) -> None:
    shown, usual = (befit(*arguments, COLUMNS=each) for each in (columns, "80"))
    assert shown.exit_code == 0
    assert shown.stdout.splitlines()[:3] == usual.stdout.splitlines()[:3] != []


def weeks(result: Result) -> list[dict[str, Any]]:
    """The weeks of a plan in JSON."""
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)["weeks"]
    return found


CLOCKS = [
    pytest.param("1970-01-01", id="a clock that was never set"),
    pytest.param("2024-02-29", id="a leap day"),
    pytest.param("2026-12-31", id="a 53rd week"),
    pytest.param("2027-01-01", id="a new year in the 53rd week of the old"),
    pytest.param("2100-02-28", id="a century without a leap day"),
]


@pytest.mark.parametrize("today", CLOCKS)
def test_every_day_of_a_block_is_the_day_it_says(
    today: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = at(monkeypatch, today)
    planned = weeks(befit("block", "-f", "json"))
    monday = day - timedelta(days=day.weekday())
    if day.weekday() > 4:
        monday += timedelta(weeks=1)  # a weekend is too little of a first week
    assert [week["starts"] for week in planned] == [
        str(monday + timedelta(weeks=number)) for number in range(len(planned))
    ]
    for week in planned:
        for session in week["sessions"]:
            on = date.fromisoformat(session["date"])
            assert (f"{on:%a}".lower(), (on - date.fromisoformat(week["starts"])).days) == (
                session["day"],
                on.weekday(),
            )


@pytest.mark.parametrize("today", CLOCKS)
def test_a_profile_of_any_day_is_read_on_that_day(
    today: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at(monkeypatch, today)
    home = {"BEFIT_PROFILE": str(tmp_path / "profile.yaml")}
    assert befit("init", "--yes", **home).exit_code == 0
    assert weeks(befit("plan", "-f", "json", **home))[0]["number"] == 1


@pytest.mark.parametrize("race", ["2028-02-29", "2026-12-31", "2027-01-01"])
def test_the_last_week_holds_the_race_wherever_the_year_turns(race: str) -> None:
    day = date.fromisoformat(race)
    *_, last = weeks(
        befit("block", "--start", str(day - timedelta(weeks=8)), "--race-date", race, "-f", "json")
    )
    assert 0 <= (day - date.fromisoformat(last["starts"])).days < 7


@pytest.fixture
def written(tmp_path: Path) -> Iterator[tuple[Path, tuple[str, str]]]:
    """A file, and the two texts that it has in turn."""
    texts = ("old" * 50_000, "new" * 50_000)
    path = tmp_path / "plan.md"
    path.write_text(texts[0])
    yield path, texts
    path.unlink()


def interrupted(*_: object) -> None:
    """The first interrupt is one; another may come while the process ends, and ends it at once."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    raise KeyboardInterrupt


def stopped_while_writing(
    path: Path, texts: tuple[str, str], by: signal.Signals, after: float
) -> None:
    """Another process writes one text after the other, without end, until the signal comes, so long
    after it wrote the first.
    """
    first, deadline = path.stat().st_mtime_ns, time.monotonic() + 10
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    child = os.fork()
    if child == 0:
        try:
            signal.signal(signal.SIGINT, interrupted)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            for text in cycle(reversed(texts)):
                files.write({path: text}, force=True)
        finally:
            os._exit(0)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    while path.stat().st_mtime_ns == first and time.monotonic() < deadline:
        time.sleep(0.0005)
    time.sleep(after)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        os.kill(child, by)  # again, should Python have lost the interrupt in a finaliser
        time.sleep(0.001)


@pytest.mark.parametrize(
    "by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda by: by.name
)
def test_a_signal_leaves_the_old_file_or_the_new_one_and_never_a_piece(
    by: signal.Signals, written: tuple[Path, tuple[str, str]]
) -> None:
    path, texts = written
    moments = random.Random(by)  # noqa: S311  # moments, not secrets
    for _ in part(range(max(25, EXAMPLES // 4)), 8):
        stopped_while_writing(path, texts, by, moments.uniform(0, 0.004))
        assert path.read_text() in texts
    # what a killed one could not remove itself goes with the next
    files.write({path: texts[0]}, force=True)
    assert os.listdir(path.parent) == [path.name]


def test_two_inits_at_once_leave_one_whole_profile(tmp_path: Path) -> None:
    path = tmp_path / "befit" / "profile.yaml"
    environment = {**os.environ, "BEFIT_PROFILE": str(path)}
    both = [
        subprocess.Popen([*BEFIT, "init", "--yes"], env=environment, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [each.wait(timeout=60) for each in both] == [0, 0]
    assert [each.name for each in path.parent.iterdir()] == ["profile.yaml"]
    assert read_athlete(load_profile(path, None)[0], CATALOGUE)


@pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="there is no /sys here")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            (*PLAN, "-o", "/sys/plan.md"), "/sys/plan.md cannot be written: ", id="a file"
        ),
        pytest.param(
            (*PLAN, "-o", "/sys/weeks/"), "/sys/weeks/ cannot be made a folder: ", id="a folder"
        ),
        pytest.param(("init", "--yes"), "/sys/befit cannot be made a folder: ", id="a home"),
    ],
)
def test_where_nobody_may_write_is_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    refused = befit(
        *arguments, BEFIT_PROFILE="/sys/befit/profile.yaml" if arguments[0] == "init" else ""
    )
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(sentence)
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("output", "code", "sentence"),
    [
        pytest.param("", 2, "-o names no file. Give one, or say - for stdout.", id="no name"),
        pytest.param(" ", 2, "-o names no file. Give one, or say - for stdout.", id="a blank name"),
        pytest.param(
            "x" * 300 + ".md",
            1,
            "cannot be written: File name too long.",
            id="a name that is too long",
        ),
        pytest.param(
            "x" * 300 + "/",
            1,
            "cannot be made a folder: File name too long.",
            id="a folder's name that is too long",
        ),
        pytest.param("circle.md", 1, "circle.md is there and is no file.", id="a link to itself"),
        pytest.param(
            "no/\x1b[31m\n/a.md",
            1,
            "no/\\x1b[31m\\n/ cannot be made a folder: No such file or directory.",
            id="a name that plays tricks",
        ),
    ],
)
@pytest.mark.parametrize(
    "more", [(), ("-f", "md"), ("--force",)], ids=["", "with a format", "by force"]
)
def test_an_output_that_cannot_be_is_one_sentence(
    output: str,
    code: int,
    sentence: str,
    more: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("circle.md").symlink_to("circle.md")
    refused = befit(*PLAN, "-o", output, *more)
    assert (refused.exit_code, refused.stdout) == (code, "")
    assert sentence in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["circle.md"]


def test_a_name_is_told_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    told = befit(*PLAN, "-o", str(tmp_path / "a\x1b[31m\u202eb.md"))
    assert told.exit_code == 0
    assert "a\\x1b[31m\\u202eb.md" in told.stderr.replace("\n", "")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        pytest.param(
            "y\n" * 1000,
            "Stopped: 10 answers to one question could not be taken, and nothing was written.",
            id="yes without end",
        ),
        pytest.param(
            "\0" * 5000,
            "That answer has 1,000 characters or more, and nothing was written.",
            id="a line without end",
        ),
    ],
)
def test_init_ends_where_the_answers_never_do(answers: str, sentence: str, tmp_path: Path) -> None:
    stopped = befit("init", answers=answers, BEFIT_PROFILE=str(tmp_path / "profile.yaml"))
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert stopped.stderr.endswith(
        f"{sentence} Say befit init again, or befit init --yes to be asked nothing.\n"
    )
    assert list(tmp_path.iterdir()) == []
