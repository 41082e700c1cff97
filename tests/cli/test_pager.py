"""What is longer than the screen goes through a pager, as with git, in a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

BEFIT = [sys.executable, "-m", "befit_cli"]
MARKED = "sed s/^/=/"
"""A pager that marks every line."""
_OWN = ("PAGER", "LESS", "LESSCHARSET", "LINES", "COLUMNS")
LONG = [
    pytest.param(["block", "--race", "half"], id="block"),
    pytest.param(["exercises"], id="exercises"),
    pytest.param(["rules"], id="rules"),
]


def on_a_terminal(
    *arguments: str, rows: int = 24, pager: str | None = MARKED, **environment: str
) -> tuple[str, int]:
    """What a terminal of that many rows shows, and the exit code."""
    # pytest's workers have a size of their own in their environment
    known = {name: value for name, value in os.environ.items() if name not in _OWN}
    named = {} if pager is None else {"PAGER": pager}
    child = pexpect.spawn(
        BEFIT[0],
        [*BEFIT[1:], *arguments],
        env=known | {"TERM": "xterm-256color"} | named | environment,
        dimensions=(rows, 80),
        encoding="utf-8",
        timeout=30,
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before), int(child.exitstatus)


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize("arguments", LONG)
def test_what_is_longer_than_the_screen_is_shown_in_the_pager(arguments: list[str]) -> None:
    shown, code = on_a_terminal(*arguments)
    assert (shown[0], code) == ("=", 0)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["rules", "--no-pager"], {}, id="who wants none"),
        pytest.param(["rules"], {"TERM": "dumb"}, id="a terminal that cannot move"),
        pytest.param(["rules"], {"PAGER": ""}, id="an empty name"),
        pytest.param(["rules"], {"PAGER": "no-such-pager"}, id="one that is not installed"),
        pytest.param(["rules"], {"PAGER": "less 'x"}, id="a quotation without its end"),
        pytest.param(["rules", "R11"], {}, id="one rule, which is short"),
        pytest.param(["plan"], {}, id="a week"),
    ],
)
def test_else_all_is_shown_at_once(arguments: list[str], environment: dict[str, str]) -> None:
    shown, code = on_a_terminal(*arguments, **environment)
    assert "=" not in (shown[0], shown.splitlines()[-1][:1])
    assert (len(shown.splitlines()) > 3, code) == (True, 0)


def test_what_the_screen_has_room_for_needs_no_pager() -> None:
    assert not on_a_terminal("exercises", rows=400)[0].startswith("=")


@pytest.mark.of_a_kind(2)
@pytest.mark.parametrize("arguments", LONG)
def test_a_pipe_gets_all_without_a_pager(arguments: list[str]) -> None:
    environment = os.environ | {"PAGER": MARKED, "TERM": "xterm", "LINES": "5"}
    done = subprocess.run([*BEFIT, *arguments], env=environment, capture_output=True, check=True)
    assert not done.stdout.startswith(b"=")


def test_who_leaves_the_pager_early_made_no_mistake() -> None:
    shown, code = on_a_terminal("block", "--weeks", "30", pager="head -n 1")
    assert code == 0
    assert "Strength for the 10 km" in shown.splitlines()[0]
    assert "Week" not in shown
    # what was assumed is told below it
    assert "Assumed:" in shown


def test_colours_go_through_the_pager() -> None:
    assert "=\x1b[1mStrength for the" in on_a_terminal("block")[0]


def test_less_is_told_to_keep_them_and_to_leave_the_text_on_the_screen() -> None:
    asks = "sh -c 'echo [$LESS]; cat > /dev/null'"
    assert on_a_terminal("rules", pager=asks)[0].startswith("[FRX]")
    assert on_a_terminal("rules", pager=asks, LESS="-M")[0].startswith("[-M]")


@pytest.mark.parametrize(
    ("environment", "charset"),
    [
        pytest.param({"PYTHONIOENCODING": "utf-8"}, "utf-8", id="what befit writes"),
        pytest.param({"PYTHONIOENCODING": "latin-1"}, "", id="which the locale may say"),
        pytest.param({"LESSCHARSET": "koi8-r"}, "koi8-r", id="what somebody wants"),
    ],
)
def test_less_is_told_which_letters_it_gets(environment: dict[str, str], charset: str) -> None:
    asks = "sh -c 'echo [$LESSCHARSET]; cat > /dev/null'"
    assert on_a_terminal("rules", pager=asks, **environment)[0].startswith(f"[{charset}]")


def test_without_a_name_it_is_less(tmp_path: Path) -> None:
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\necho "less $*"\ncat > /dev/null\n')
    less.chmod(0o700)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    assert on_a_terminal("rules", pager=None, PATH=path)[0].startswith("less -FRX")
