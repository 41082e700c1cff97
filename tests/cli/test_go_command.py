"""`befit go`: a session guided in a real terminal, however it ends."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit
from typing import Any

import pexpect
import pyte
import pytest
from typer.testing import CliRunner

from befit_cli.cli import app
from befit_cli.log.log_file import load_log
from befit_cli.values import PlanPlace, SessionLog

PROFILE = """\
race: half
race-date: 2027-02-14
start: 2026-11-23
hard: wed
long-run: sun
"""
"""Whose sessions stand on Wednesday and Friday."""
BEFIT = """
import sys
from datetime import date, datetime
from befit_cli.cli import environment, main
day = date.fromisoformat(sys.argv.pop(1))
class Day(date):
    @classmethod
    def today(cls):
        return day
class Moment(datetime):
    @classmethod
    def now(cls, zone):
        return datetime(day.year, day.month, day.day, 18, tzinfo=zone)
environment.date, environment.datetime = Day, Moment
main()
"""
"""befit on a day that is said first."""
WED, THU, FRI = "2026-11-25", "2026-11-26", "2026-11-27"
SHOWN, HIDDEN = "\x1b[?1049h", "\x1b[?1049l"
"""What shows a screen of its own, and what brings back the one before."""
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


class Terminal:
    """A terminal in which befit runs."""

    def __init__(self, home: Path, columns: int, environment: dict[str, str]) -> None:
        self._home = home
        self._columns = columns
        self._environment = {**os.environ, "TERM": "xterm-256color", **environment}
        self._environment["BEFIT_PROFILE"] = str(home / "profile.yaml")
        self.raw = ""

    def run(self, day: str, *arguments: str, **options: Any) -> Terminal:
        """Begins `befit go` on that day."""
        self.raw = ""
        self.screen = pyte.Screen(self._columns, 24)
        self._stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-Bc", BEFIT, day, "go", *arguments],
            env=self._environment,
            encoding="utf-8",
            dimensions=(24, self._columns),
            timeout=20,
            **options,
        )
        self.child.delaybeforesend = None
        return self

    def shows(self, text: str) -> Terminal:
        """Waits until the screen has that text."""
        deadline = time.monotonic() + 20
        while text not in self.text:
            assert time.monotonic() < deadline, f"{text!r} is not on\n{self.text}"
            self.take()
        return self

    def waits(self) -> Terminal:
        """Waits until the last line, which is drawn last, has the keys."""
        deadline = time.monotonic() + 20
        while not self.screen.display[-1].startswith("Enter "):
            assert time.monotonic() < deadline, self.text
            self.take()
        return self

    def take(self) -> None:
        """What befit writes next."""
        text = self.child.read_nonblocking(10_000, 20)
        self.raw += text
        self._stream.feed(text)

    def press(self, *keys: str) -> Terminal:
        for key in keys:
            self.child.send({"enter": "\r"}.get(key, key))
        return self

    def ends(self) -> int:
        """Waits for befit's end; returns its exit code."""
        while True:
            try:
                self.take()
            except pexpect.EOF:
                break
        self.attributes = termios.tcgetattr(self.child.child_fd)
        self.child.wait()
        code = self.child.exitstatus
        return -self.child.signalstatus if code is None else code

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    @property
    def said(self) -> str:
        """What was printed after the screen, on one line."""
        words = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.raw.rpartition(HIDDEN)[2])
        return " ".join(words.split())

    @property
    def in_order(self) -> bool:
        """Whether the terminal is as befit found it."""
        shows_keys = self.attributes[3] & (termios.ECHO | termios.ICANON)
        last = self.raw.rpartition(SHOWN)[2]
        return (
            shows_keys == termios.ECHO | termios.ICANON and HIDDEN in last and "\x1b[?25h" in last
        )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    return tmp_path


@pytest.fixture
def terminal(home: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    columns, environment = getattr(request, "param", (80, {}))
    terminal = Terminal(home, columns, environment)
    yield terminal
    terminal.child.close(force=True)


def logged(home: Path) -> tuple[SessionLog, ...]:
    return load_log(home / "log.yaml").sessions


def names(home: Path) -> set[str]:
    return {path.name for path in home.iterdir()}


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize(
    "terminal",
    [
        pytest.param((80, {}), id="80 columns"),
        pytest.param((40, {"NO_COLOR": "1"}), id="40 columns without colour"),
        pytest.param((40, {"COLUMNS": "120", "LINES": "50"}), id="whatever the environment says"),
        pytest.param((40, ASCII), id="40 columns in ASCII"),
    ],
    indirect=True,
)
def test_a_whole_session_key_by_key(terminal: Terminal, home: Path) -> None:
    terminal.run(WED).shows("Warm-up").press("enter").shows("Exercise 1 of")
    while "That was the last set" not in terminal.text:
        terminal.press("enter", "?").shows("Any key goes back").press("x").waits()
    assert terminal.press("enter").ends() == 0
    assert terminal.in_order
    (session,) = logged(home)
    assert session.plan == PlanPlace(began=date(2026, 11, 23), week=1, slot=1)
    assert session.date == date(2026, 11, 25)
    assert all(session.did.values())
    assert names(home) == {"profile.yaml", "log.yaml"}
    assert terminal.said.startswith("Done: ")
    assert terminal.said.endswith(" befit done --undo takes it back.")


def test_without_colour_there_is_none(home: Path) -> None:
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        terminal = Terminal(home, 80, environment).run(WED).shows("Warm-up").waits()
        assert ("\x1b[36m" in terminal.raw) is coloured
        terminal.press("q").shows("Stop?").press("enter")
        terminal.ends()


@pytest.mark.parametrize("terminal", [(40, ASCII)], indirect=True)
def test_where_there_is_no_unicode_there_is_ascii_alone(terminal: Terminal) -> None:
    terminal.run(WED).shows("Warm-up").press("enter").shows("##")
    assert terminal.raw.isascii()


def begun(terminal: Terminal, day: str = WED, *arguments: str) -> Terminal:
    """A session of which two sets are done, in the rest after them."""
    terminal.run(day, *arguments).shows("Warm-up").press("enter").shows("set 1 of 2")
    terminal.press("+", "enter").shows("You did 9").press("enter").shows("repetitions")
    return terminal.press("enter").shows("You did 8")


def test_killed_after_the_second_set_it_goes_on_there(terminal: Terminal, home: Path) -> None:
    begun(terminal).child.kill(signal.SIGKILL)
    terminal.ends()
    assert logged(home) == ()
    terminal.run(WED).shows("Exercise 2 of").shows("set 1 of")
    terminal.press("q").shows("Stop here?").press("enter")
    assert terminal.ends() == 0
    (session,) = logged(home)
    assert [work.reps for (work,) in session.did.values()] == [(9, 8)]
    assert names(home) == {"profile.yaml", "log.yaml"}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(signal.SIGTERM, 143, id="SIGTERM"),
        pytest.param(signal.SIGHUP, 129, id="SIGHUP"),
        pytest.param(signal.SIGINT, 130, id="Ctrl-C"),
    ],
)
def test_a_signal_leaves_the_terminal_as_it_was_and_every_set(
    number: signal.Signals, code: int, terminal: Terminal, home: Path
) -> None:
    begun(terminal).child.kill(number)
    assert terminal.ends() == code
    assert terminal.in_order
    terminal.run(WED).shows("Exercise 2 of")


def test_a_terminal_that_goes_leaves_every_set(terminal: Terminal) -> None:
    begun(terminal).child.close(force=False)
    assert not terminal.child.isalive()
    terminal.run(WED).shows("Exercise 2 of")


def test_ctrl_c_says_where_it_goes_on(terminal: Terminal) -> None:
    begun(terminal).press("\x03").ends()
    form = "set 1 of Backpack Romanian deadlift"
    assert terminal.said == f"Kept for later: befit go goes on with {form}. Stopped."


def test_a_disk_that_fills_up_leaves_the_terminal_as_it_was(terminal: Terminal) -> None:
    terminal.run(WED, preexec_fn=lambda: setrlimit(RLIMIT_FSIZE, (6000, 6000)))
    terminal.shows("Warm-up").press("enter").shows("Exercise 1")
    for _ in range(20):
        terminal.press("enter")
    assert terminal.ends() == 1
    assert terminal.in_order
    assert "cannot be written: File too large. Your sets are kept there" in terminal.said


def test_put_into_the_background_it_comes_back_paused(terminal: Terminal) -> None:
    begun(terminal).press("\x1a")
    state = Path(f"/proc/{terminal.child.pid}/stat")
    deadline = time.monotonic() + 20
    while state.read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < deadline, "it is not stopped"
        time.sleep(0.01)
    terminal.attributes = termios.tcgetattr(terminal.child.child_fd)
    terminal.take()
    assert terminal.in_order
    terminal.child.kill(signal.SIGCONT)
    terminal.shows("paused: space goes on")


def test_a_window_that_changes_its_size_has_all_of_it(terminal: Terminal) -> None:
    begun(terminal)
    terminal.child.setwinsize(20, 40)
    terminal.screen.resize(20, 40)
    terminal.screen.reset()
    terminal.shows("Exercise 2 of").waits()
    assert "Enter go on 0-5" in terminal.screen.display[-1]


def test_later_is_later(terminal: Terminal, home: Path) -> None:
    begun(terminal).press("q").shows("Stop here?").press("l")
    assert terminal.ends() == 0
    assert terminal.said.startswith("Kept for later: befit go goes on with set 1 of")
    assert (logged(home), names(home)) == ((), {"profile.yaml", "log.session.jsonl"})


def test_of_nothing_nothing_is_written(terminal: Terminal, home: Path) -> None:
    terminal.run(WED).shows("Warm-up").press("q").shows("Nothing is done yet").press("enter")
    assert terminal.ends() == 0
    assert terminal.said == "Nothing was done, so nothing is written."
    assert names(home) == {"profile.yaml"}


@pytest.mark.parametrize(
    ("day", "arguments", "answer", "shown", "sets"),
    [
        pytest.param(THU, (), "go on", "Exercise 2 of", [], id="it goes on"),
        pytest.param(THU, (), "k", "next: Friday 27 Nov", [(9, 8)], id="it is kept"),
        pytest.param(THU, (), "drop", "next: Friday 27 Nov", [], id="it is dropped"),
        pytest.param(WED, ("fri",), "keep", "Warm-up", [(9, 8)], id="before another session"),
    ],
)
def test_what_becomes_of_a_session_that_was_left(
    answer: str,
    shown: str,
    sets: list[tuple[int, ...]],
    day: str,
    arguments: tuple[str, ...],
    journal: bytes,
    terminal: Terminal,
    home: Path,
) -> None:
    (home / "log.session.jsonl").write_bytes(journal)
    terminal.run(day, *arguments)
    terminal.shows("The session of Wednesday 25 Nov was not ended: 2 of")
    terminal.shows("]:").press("soon", "enter").shows("'soon' is none of them.")
    terminal.press(answer, "enter")
    # What was printed may have left the screen by now.
    while shown not in f"{terminal.text} {terminal.said}":
        terminal.take()
    assert [work.reps for each in logged(home) for (work,) in each.did.values()] == sets
    assert [each.date for each in logged(home)] == [date(2026, 11, 25)] * len(sets)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The journal of a session of which two sets are done."""
    home = tmp_path_factory.mktemp("begun")
    (home / "profile.yaml").write_text(PROFILE)
    terminal = begun(Terminal(home, 80, {}))
    terminal.child.kill(signal.SIGKILL)
    terminal.ends()
    return (home / "log.session.jsonl").read_bytes()


def test_enter_keeps_what_was_left_long_ago(journal: bytes, terminal: Terminal, home: Path) -> None:
    (home / "log.session.jsonl").write_bytes(journal)
    terminal.run(THU).shows("[keep]:").press("enter")
    assert terminal.ends() == 0
    assert len(logged(home)) == 1
    assert names(home) == {"profile.yaml", "log.yaml"}


def test_another_day_begins_its_session(terminal: Terminal, home: Path) -> None:
    begun(terminal, THU, "fri").press("q").shows("Stop here?").press("enter").ends()
    (session,) = logged(home)
    assert session.plan == PlanPlace(began=date(2026, 11, 23), week=1, slot=2)
    assert session.date == date(2026, 11, 26)


def test_a_day_without_a_session_says_what_today_says_and_the_way_on(
    terminal: Terminal, home: Path
) -> None:
    assert terminal.run(THU).ends() == 0
    assert terminal.said.startswith("Nothing today; next: Friday 27 Nov · ")
    assert terminal.said.endswith(" befit go fri does it now.")
    assert names(home) == {"profile.yaml"}


def test_a_session_that_is_logged_is_not_begun_again(terminal: Terminal, home: Path) -> None:
    begun(terminal).press("q").shows("Stop here?").press("enter").ends()
    assert terminal.run(WED).ends() == 0
    assert terminal.said.startswith("Done today; next: Friday 27 Nov · ")
    assert terminal.run(THU, WED).ends() == 1
    assert terminal.said.startswith("The session of Wednesday 25 Nov is logged already.")
    assert len(logged(home)) == 1


def test_two_at_once_are_one_too_many(terminal: Terminal, home: Path) -> None:
    begun(terminal)
    other = Terminal(home, 80, {}).run(WED)
    assert other.ends() == 1
    assert other.said == (
        "This session is on in another terminal. Go on there, or stop it there with q."
    )
    terminal.press("enter").shows("repetitions")


def test_without_a_terminal_it_is_one_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFIT_PROFILE", str(home / "profile.yaml"))
    refused = CliRunner().invoke(app, ["go"])
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "befit go needs a terminal, for it shows a screen and takes single keys. "
        "befit today shows the session, and befit done logs it.\n"
    )
    assert names(home) == {"profile.yaml"}


@pytest.mark.parametrize("terminal", [(80, {"TERM": "dumb"})], indirect=True)
def test_a_dumb_terminal_is_none(terminal: Terminal) -> None:
    assert terminal.run(WED).ends() == 2
    assert terminal.said.startswith("befit go needs a terminal")
