"""What drives a guided session: keys and a clock in, a bell, a screen and the journal out."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from guided import PLANK, SIDE, SQUAT, done, session
from rich.console import Console

from befit_cli.cli import guided
from befit_cli.log.guide import start
from befit_cli.log.guide_state import Stage, State
from befit_cli.log.journal import Begun, Head, journal_in
from befit_cli.values import PlanPlace, Prescription

BELL = "\a"


class Keys:
    """A keyboard and a clock: words as in `guided.played`, one for each time that it is asked."""

    def __init__(self, words: str) -> None:
        self.now = 0.0
        self._words = iter(words.split())

    def keys(self, seconds: float) -> list[str]:
        word = next(self._words)
        if word[:-1].isdecimal() and word.endswith("s"):
            self.now += int(word[:-1])
            return []
        return [word]


def guided_by(
    words: str,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *exercises: Prescription,
    bell: bool = True,
) -> tuple[State, Begun, str]:
    """The session at its end, what its journal has, and all that the terminal got."""
    keys = Keys(words)

    @contextmanager
    def keyboard() -> Iterator[Keys]:
        yield keys

    monkeypatch.setattr(guided, "keyboard", keyboard)
    monkeypatch.setattr(guided, "monotonic", lambda: keys.now)
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, height=24, _environ={})
    with journal_in(path) as journal:
        planned = session(*exercises)
        journal.begin(
            Head(
                plan=PlanPlace(began=date(2026, 11, 23), week=1, slot=1),
                date=date(2026, 11, 25),
                at=datetime(2026, 11, 25, tzinfo=UTC),
                session=planned,
            )
        )
        state = guided.guide(start(planned, 0.0), journal, console, bell=bell)
        begun = journal.read()
        assert begun is not None
        return state, begun, out.getvalue()


@pytest.mark.parametrize(
    ("exercise", "words", "rings"),
    [
        pytest.param(SQUAT, "300s enter q enter", 1, id="at the end of the warm-up"),
        pytest.param(SQUAT, "enter enter 59s enter enter enter", 0, id="not before a rest's end"),
        pytest.param(SQUAT, "enter enter 59s 1s 5s enter enter enter", 1, id="once at its end"),
        pytest.param(PLANK, "enter enter 5s 20s 30s q enter", 3, id="about a hold"),
        pytest.param(SIDE, "enter enter 5s 20s 10s 20s q enter", 4, id="for each side"),
    ],
)
def test_a_bell_at_each_end_unless_it_is_to_be_quiet(
    exercise: Prescription,
    words: str,
    rings: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "log.session.jsonl"
    _, _, out = guided_by(words, path, monkeypatch, exercise)
    assert out.count(BELL) == rings
    _, _, out = guided_by(words, path, monkeypatch, exercise, bell=False)
    assert out.count(BELL) == 0


def test_what_is_done_is_in_the_journal_with_its_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "60s enter 30s enter 60s enter 30s enter 3 enter"
    path = tmp_path / "log.session.jsonl"
    state, begun, _ = guided_by(words, path, monkeypatch, SQUAT)
    assert state.stage is Stage.OVER
    assert [(line.seconds, len(line.done.sets), line.done.left) for line in begun.lines] == [
        (90, 1, None),
        (180, 2, None),
        (180, 2, 3),
    ]
    assert done(begun.state(0.0)) == done(state) == "Squat 8 8"


def test_what_has_not_changed_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.session.jsonl"
    _, _, once = guided_by("enter enter q enter", path, monkeypatch, SQUAT)
    _, _, often = guided_by("enter enter x x x x x q enter", path, monkeypatch, SQUAT)
    assert once == often


def test_a_second_signal_does_not_cut_short_what_the_first_one_ends() -> None:
    with guided._signals() as signals:
        with pytest.raises(SystemExit) as ended:
            signals.end(signal.SIGTERM, None)
        assert ended.value.code == 143
        assert {signal.getsignal(each) for each in guided._ENDING} == {signal.SIG_IGN}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
