"""The journal of a session that is being done: whatever ends befit, no set is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from guided import EXERCISES, done, played, session, stands
from strategies import CATALOGUE

from befit_cli.errors import BefitError
from befit_cli.log.guide import start, step
from befit_cli.log.guide_state import Stage
from befit_cli.log.journal import (
    Head,
    Journal,
    changes,
    journal_in,
)
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.runner.beside import journal_beside
from befit_cli.values import Athlete, PlanPlace, Session

MONDAY = date(2026, 11, 23)
PLACE = PlanPlace(began=MONDAY, week=1, slot=1)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
KEYS = "k 1 6 enter enter enter + enter 3 enter enter enter p 2 enter s enter 25s enter q enter"
"""Of the table of sessions that are cut off, one with something of everything."""


def head(of: Session) -> Head:
    return Head(plan=PLACE, date=date(2026, 11, 25), at=NOON, session=of)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.session.jsonl"


@contextmanager
def begun(path: Path) -> Iterator[Journal]:
    with journal_in(path) as journal:
        journal.begin(head(session(*EXERCISES)))
        yield journal


def write(journal: Journal, keys: str) -> list[str]:
    """Does the session in the journal; returns what was done after each line."""
    state, now, told = start(session(*EXERCISES), 0.0), 0.0, [""]
    for number in range(len(keys.split()) + 1):
        after, now = played(" ".join(keys.split()[:number]), *EXERCISES)
        for line in changes(state, after, now):
            journal.append(line)
            told.append(done(after))
        state = after
    return told


def test_a_session_of_every_exercise_comes_back_as_it_was_begun(path: Path) -> None:
    week = make_plan(Athlete(), CATALOGUE, plan_season(Athlete(), MONDAY)[:1]).weeks[0]
    for each in week.sessions:
        with journal_in(path) as journal:
            journal.begin(head(each))
            read = journal.read()
            assert read is not None
            assert read.head == head(each)


def test_what_was_done_comes_back_and_goes_on_there(path: Path) -> None:
    with begun(path) as journal:
        *_, told = write(journal, "enter 60s enter 9s enter 3 enter 30s enter")
        read = journal.read()
        assert read is not None
        state = read.state(1000.0)
        assert done(state) == told == "Squat 8 8"
        assert stands(state, 1000.0) == "set Lunge 1, 8"
        assert (state.began, read.sets) == (1000.0 - 69, 2)


@pytest.mark.parametrize(
    ("keys", "anything"),
    [
        pytest.param("", False, id="begun"),
        pytest.param("enter", True, id="a set of it"),
        pytest.param("enter b", False, id="a set, taken back"),
        pytest.param("s", True, id="skipped"),
    ],
)
def test_it_knows_whether_there_is_anything_to_keep(path: Path, keys: str, anything: bool) -> None:
    with begun(path) as journal:
        write(journal, keys)
        read = journal.read()
        assert read is not None
        assert read.anything is anything


def test_cut_off_at_any_byte_it_has_every_line_that_was_whole(path: Path) -> None:
    with begun(path) as journal:
        told = write(journal, KEYS)
        whole = path.read_bytes()
    first = whole.index(b"\n")
    for size in range(first, len(whole) + 1):
        path.write_bytes(whole[:size])
        with journal_in(path) as journal:
            read = journal.read()
            assert read is not None
            lines = whole[:size].count(b"\n") - (size < len(whole) and whole[size] != ord("\n"))
            assert done(read.state(0.0)) == told[max(lines, 0)]


def test_a_line_after_a_torn_one_counts(path: Path) -> None:
    with begun(path) as journal:
        told = write(journal, "enter")
    with path.open("ab") as file:
        file.write(b'\n{"place":1,"seco')
    with journal_in(path) as journal:
        told = write(journal, "enter enter enter")
        read = journal.read()
        assert read is not None
        assert done(read.state(0.0)) == told[-1] == "Squat 8 8"


@pytest.mark.parametrize("content", [b"", b'{"plan":{"began":"2026-', b"\xff"], ids=repr)
def test_a_head_that_is_torn_is_no_session(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with journal_in(path) as journal:
        assert journal.read() is None


@pytest.mark.parametrize("content", ["squats\nlunges\n", '{"plan": 1}\n{}'])
def test_a_file_of_somebody_else_is_refused_and_kept(content: str, path: Path) -> None:
    path.write_text(content)
    with journal_in(path) as journal, pytest.raises(BefitError, match="no session that befit"):
        journal.read()
    assert path.read_text() == content


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param('"at":"2026-11-25T12:00:00Z"', '"at":"2026-11-25T12:00:00"', id="no zone"),
        pytest.param('"exercises":[', '"exercises":[],"others":[', id="no exercises"),
    ],
)
def test_a_head_that_befit_cannot_have_written_is_refused(was: str, now: str, path: Path) -> None:
    with begun(path) as journal:
        text = path.read_text()
        assert was in text
        path.write_text(f"{text.replace(was, now)}\n")
        with pytest.raises(BefitError, match="no session that befit"):
            journal.read()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('"seconds":1,"done":{"sets":[[-8]],"kg":[null]}', id="less than nothing"),
        pytest.param('"seconds":1,"done":{"sets":[[9999]],"kg":[null]}', id="more than anybody"),
        pytest.param('"seconds":1,"done":{"sets":[[]],"kg":[null]}', id="no side"),
        pytest.param('"seconds":1,"done":{"sets":[[8,8,8]],"kg":[null]}', id="three sides"),
        pytest.param('"seconds":1,"done":{"sets":[[8]],"kg":[]}', id="a weight too few"),
        pytest.param('"seconds":1,"done":{"sets":[[8]],"kg":[1e300]}', id="too heavy"),
        pytest.param('"seconds":1,"done":{"pain":11}', id="more than the worst pain"),
        pytest.param('"seconds":-9,"done":{"sets":[[8]],"kg":[null]}', id="before it began"),
    ],
)
def test_a_line_that_befit_cannot_have_written_counts_for_nothing(line: str, path: Path) -> None:
    with begun(path) as journal:
        with path.open("ab") as file:
            file.write(f'\n{{"place":0,{line}}}'.encode())
        read = journal.read()
        assert read is not None
        assert read.lines == ()


@pytest.mark.parametrize("place", [len(EXERCISES), -1])
def test_a_line_for_an_exercise_that_there_is_not_counts_for_nothing(
    place: int, path: Path
) -> None:
    with begun(path) as journal:
        with path.open("ab") as file:
            file.write(b'\n{"place":%d,"seconds":1,"done":{"sets":[[8]],"kg":[null]}}' % place)
        read = journal.read()
        assert read is not None
        assert read.state(0.0).stage is Stage.WARM_UP


def test_each_line_is_on_disk_before_the_call_returns(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda file: synced.append(os.fstat(file).st_size))
    with begun(path) as journal:
        write(journal, "enter enter enter")
        assert len(synced) == 3
        assert synced[-1] == path.stat().st_size


def test_it_is_for_its_owner_alone_and_gone_at_the_end(path: Path) -> None:
    with begun(path) as journal:
        assert path.stat().st_mode & 0o777 == 0o600
        journal.remove()
    assert list(path.parent.iterdir()) == []
    with journal_in(path):
        pass
    assert list(path.parent.iterdir()) == []


def test_one_that_is_on_is_refused_to_another(path: Path) -> None:
    with begun(path) as journal:
        write(journal, "enter")
        before = path.read_bytes()
        with pytest.raises(BefitError, match="on in another terminal"), journal_in(path):
            pass
        assert path.read_bytes() == before


def test_where_the_disk_has_no_locks_it_does_without(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(file: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", unsupported)
    with begun(path) as journal:
        assert journal.read() is not None


def test_who_is_killed_holds_it_no_more(path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path;"
        "from befit_cli.log.journal import journal_in\n"
        "with journal_in(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    with journal_in(path) as journal:
        assert journal.read() is None


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="there is no /sys here")
def test_where_nobody_may_write_is_told_before_the_first_set() -> None:
    with pytest.raises(BefitError, match="cannot be"), journal_in(Path("/sys/log.session.jsonl")):
        pass


def test_a_disk_that_is_full_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    with begun(path) as journal:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(BefitError, match="cannot be written: No space left on device"):
            write(journal, "enter")


@pytest.mark.parametrize(
    ("log", "journal"),
    [("log.yaml", "log.session.jsonl"), ("ana.log.yaml", "ana.log.session.jsonl")],
)
def test_it_stands_beside_the_log(log: str, journal: str, tmp_path: Path) -> None:
    assert journal_beside(tmp_path / log) == tmp_path / journal


def test_after_twelve_hours_it_is_stale() -> None:
    known = head(session(*EXERCISES))
    assert not known.stale(NOON + timedelta(hours=12))
    assert known.stale(NOON + timedelta(hours=12, seconds=1))


def test_time_alone_writes_no_line() -> None:
    state, now = played("enter enter", *EXERCISES)
    assert changes(state, step(state, None, now + 5), now + 5) == []
