"""The bar that shows while many files are written: on a terminal alone, only where it takes long,
and gone at the end.
"""

from __future__ import annotations

import io

import pyte
import pytest
from rich.console import Console

from befit_cli.cli import consoles

WEEKS = 4


def screens(console: Console, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What a terminal shows after each of four files, and at the end."""
    monkeypatch.setattr(consoles, "errors_console", lambda: console)
    shown = [on_screen(console) for _ in consoles.watched(iter(range(WEEKS)), WEEKS)]
    return [*shown, on_screen(console)]


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def on_screen(console: Console) -> list[str]:
    screen = pyte.Screen(60, 5)
    pyte.Stream(screen).feed(written(console).replace("\n", "\r\n"))
    return [line.strip() for line in screen.display if line.strip()]


def terminal() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, force_interactive=True, width=60)


def test_a_bar_shows_how_far_it_is_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(consoles, "_LONG_S", -1.0)
    first, [second], *_, end = screens(terminal(), monkeypatch)
    assert second.startswith("Writing ")
    assert "25" in second
    assert (first, end) == ([], [])


def test_what_takes_no_time_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consoles, "_LONG_S", 60.0)
    console = terminal()
    assert screens(console, monkeypatch) == [[]] * (WEEKS + 1)
    assert "Writing" not in written(console)


def test_no_file_or_pipe_ever_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consoles, "_LONG_S", -1.0)
    console = Console(file=io.StringIO(), force_terminal=False)
    screens(console, monkeypatch)
    assert written(console) == ""
