"""Changes of the log: what is there stays, whoever wrote it and whatever ends befit."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawn_log import AWAY, SESSION, entries
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import drawn, times

from befit_cli.errors import BefitError, FileFaults
from befit_cli.log.entries import Entry, item_of
from befit_cli.log.log_file import (
    add_worse_next_morning,
    append,
    end_time_away,
    load_log,
    undo,
)
from befit_cli.values import Off
from befit_cli.values.history import History, SessionLog, TimeAway

REST = SessionLog(date=date(2026, 11, 26), note="rested")
OPEN = TimeAway(first=date(2026, 12, 1), last=None, why=Off.ILL)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the session, so that properties may write there, too."""
    return tmp_path_factory.mktemp("log") / "log.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.yaml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", item_of(REST), id="nothing"),
        pytest.param("# my log\n", f"# my log\n{item_of(REST)}", id="a comment"),
        pytest.param("# my log", f"# my log\n{item_of(REST)}", id="a comment without a line's end"),
        pytest.param("---\n", f"---\n{item_of(REST)}", id="the start of a document"),
        pytest.param(
            "- date: 2026-11-24",
            f"- date: 2026-11-24\n{item_of(REST)}",
            id="an entry without a line's end",
        ),
        pytest.param(
            "- date: 2026-11-24\n\n# and then\n",
            f"- date: 2026-11-24\n\n# and then\n{item_of(REST)}",
            id="a comment below an entry",
        ),
        pytest.param(
            "  - date: 2026-11-24\n",
            f"  - date: 2026-11-24\n{item_of(REST, '  ')}",
            id="entries that are indented",
        ),
        pytest.param(
            "- date: 2026-11-24\n  note: |\n    slept\n    - badly\n",
            f"- date: 2026-11-24\n  note: |\n    slept\n    - badly\n{item_of(REST)}",
            id="a note of several lines",
        ),
        pytest.param(
            "- date: 2026-11-24\r\n", f"- date: 2026-11-24\r\n{item_of(REST)}", id="Windows' lines"
        ),
        pytest.param(
            "\ufeff  - date: 2026-11-24\n",
            f"  - date: 2026-11-24\n{item_of(REST, '  ')}",
            id="an editor's mark before all",
        ),
    ],
)
def test_an_entry_is_added_below_all_that_is_there(before: str, after: str, path: Path) -> None:
    path.write_bytes(before.encode())
    append(path, REST)
    assert path.read_bytes().decode() == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[]\n", id="an empty list in brackets"),
        pytest.param("[{date: 2026-11-24}]\n", id="a list in brackets"),
        pytest.param("---\n- date: 2026-11-24\n...\n", id="the end of a document"),
        pytest.param("null\n", id="a word for nothing"),
    ],
)
def test_a_list_that_cannot_go_on_is_left_as_it_is(text: str, path: Path) -> None:
    path.write_text(text)
    with pytest.raises(BefitError) as raised:
        append(path, REST)
    assert path.read_text() == text
    assert str(raised.value) == (
        f"{path} was left as it is, for befit cannot change it and keep all that you wrote there. "
        "Write each entry on lines of its own, with a - before the first, and try again."
    )


CHANGES: list[Any] = [
    pytest.param(lambda path: append(path, REST), id="an entry more"),
    pytest.param(undo, id="an entry less"),
    pytest.param(add_worse_next_morning, id="the next morning"),
    pytest.param(lambda path: end_time_away(path, date(2026, 12, 9)), id="the end of time away"),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- date: 2026-11-24\n  minuts: 31\n", id="a fault"),
        pytest.param("date: 2026-11-24\n", id="no list"),
        pytest.param("- date: 2026-11-24\n  did: {rows: {rep", id="cut off"),
    ],
)
def test_a_log_with_a_fault_is_told_and_left_as_it_is(
    change: Callable[[Path], object], text: str, path: Path
) -> None:
    path.write_text(text)
    with pytest.raises(FileFaults) as raised:
        change(path)
    assert raised.value.faults[0].startswith(f"{path}:")
    assert path.read_text() == text


@drawn
@given(added=st.lists(entries(), max_size=4), last=entries())
def test_undo_takes_back_what_append_did(shared: Path, added: list[Entry], last: Entry) -> None:
    shared.write_text("# my log\n")
    append(shared, *added)
    before = shared.read_bytes()
    append(shared, last)
    assert undo(shared) == last
    assert shared.read_bytes() == before


@drawn
@given(added=st.lists(entries(), min_size=1, max_size=4))
def test_entries_one_by_one_are_those_together(shared: Path, added: list[Entry]) -> None:
    shared.write_text("")
    append(shared, *added)
    together = shared.read_bytes()
    shared.write_text("")
    for entry in added:
        append(shared, entry)
    assert shared.read_bytes() == together


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- date: 2026-11-24\n", "", id="the only one"),
        pytest.param("- date: 2026-11-24", "", id="one without a line's end"),
        pytest.param(
            "- date: 2026-11-26\n- date: 2026-11-24\n",
            "- date: 2026-11-26\n",
            id="the last in the file and not the latest",
        ),
        pytest.param(
            "# my log\n- date: 2026-11-24\n\n# to be tried: rows\n",
            "# my log\n\n# to be tried: rows\n",
            id="between comments",
        ),
        pytest.param(
            "- date: 2026-11-24 # - a\n  note: |\n    slept\n    - badly\n    # no comment\n# one\n",
            "# one\n",
            id="with a note that looks like entries",
        ),
        pytest.param("- {from: 2026-12-01, away: ill} # flu\n", "", id="with a comment behind it"),
        pytest.param(
            "  - date: 2026-11-24\n  -\n    date: 2026-11-26\n",
            "  - date: 2026-11-24\n",
            id="indented",
        ),
        pytest.param(
            "\ufeff- date: 2026-11-24\n- date: 2026-11-26\n",
            "- date: 2026-11-24\n",
            id="below an editor's mark before all",
        ),
    ],
)
def test_undo_takes_the_last_entry_and_nothing_else(before: str, after: str, path: Path) -> None:
    path.write_text(before)
    assert undo(path) is not None
    assert path.read_text() == after


def test_undo_of_an_entry_within_brackets_is_left_to_the_runner(path: Path) -> None:
    path.write_text("[{date: 2026-11-24}, {date: 2026-11-26}]\n")
    with pytest.raises(BefitError, match="left as it is"):
        undo(path)
    assert path.read_text() == "[{date: 2026-11-24}, {date: 2026-11-26}]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "- date: 2026-11-24\n",
            "- date: 2026-11-24\n  next-morning: worse\n",
            id="lines",
        ),
        pytest.param(
            "-   date: 2026-11-24\n    did: {rows: {reps:   [8]}} # felt it\n# more\n",
            "-   date: 2026-11-24\n    did: {rows: {reps:   [8]}} # felt it\n"
            "    next-morning: worse\n# more\n",
            id="lines as a person writes them",
        ),
        pytest.param(
            "- {date: 2026-11-24, note: '}'} # so so\n",
            "- {date: 2026-11-24, note: '}', next-morning: worse} # so so\n",
            id="braces",
        ),
        pytest.param(
            "- date: 2026-11-26\n- date: 2026-11-24\n- {from: 2026-12-01, away: ill}\n",
            "- date: 2026-11-26\n  next-morning: worse\n"
            "- date: 2026-11-24\n- {from: 2026-12-01, away: ill}\n",
            id="the latest session, wherever it stands",
        ),
        pytest.param(
            "- date: 2026-11-24\n- date: 2026-11-24\n",
            "- date: 2026-11-24\n- date: 2026-11-24\n  next-morning: worse\n",
            id="the later of a day's",
        ),
        pytest.param(
            "- date: 2026-11-24\n  next-morning: worse\n",
            "- date: 2026-11-24\n  next-morning: worse\n",
            id="said already",
        ),
    ],
)
def test_the_next_morning_is_added_to_the_last_session(before: str, after: str, path: Path) -> None:
    path.write_text(before)
    session = add_worse_next_morning(path)
    assert session is not None
    assert session.worse_next_morning
    assert path.read_text() == after


@pytest.mark.parametrize(
    ("before", "after", "ended"),
    [
        pytest.param(
            "- {from: 2026-12-01, away: ill}\n",
            "- {from: 2026-12-01, away: ill, to: 2026-12-09}\n",
            (AWAY,),
            id="an open one",
        ),
        pytest.param(
            "- from: 2026-12-01 # flu\n  away: ill\n- date: 2026-11-30\n",
            "- from: 2026-12-01 # flu\n  away: ill\n  to: 2026-12-09\n- date: 2026-11-30\n",
            (AWAY,),
            id="one in lines",
        ),
        pytest.param(
            "- {from: 2026-12-10, away: ill}\n- date: 2026-11-30\n",
            "- date: 2026-11-30\n",
            (),
            id="one that begins later",
        ),
        pytest.param(
            "- {from: 2026-12-01, away: ill}\n- {from: 2026-12-24, away: away}\n",
            "- {from: 2026-12-01, away: ill, to: 2026-12-09}\n",
            (AWAY,),
            id="two",
        ),
        pytest.param(
            "- {from: 2026-12-01, to: 2026-12-20, away: ill}\n# of the flu\n",
            "- {from: 2026-12-01, to: 2026-12-09, away: ill}\n# of the flu\n",
            (AWAY,),
            id="one that goes on",
        ),
        pytest.param(item_of(AWAY), item_of(AWAY), (), id="none"),
    ],
)
def test_time_away_that_is_open_ends(
    before: str, after: str, ended: tuple[TimeAway, ...], path: Path
) -> None:
    path.write_text(before)
    assert end_time_away(path, date(2026, 12, 9)) == ended
    assert path.read_text() == after


@times(0.5)
@given(there=st.lists(entries(), max_size=4))
def test_a_change_of_one_entry_changes_no_other(shared: Path, there: list[Entry]) -> None:
    shared.write_text("")
    append(shared, *there)
    before = load_log(shared)
    worse = add_worse_next_morning(shared)
    after = load_log(shared)
    assert after.away == before.away
    changed = [each for each in after.sessions if each not in before.sessions]
    assert changed in ([], [worse])


@pytest.mark.parametrize("change", CHANGES[1:])
def test_without_a_log_there_is_nothing_to_change(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    assert not change(tmp_path / "none" / "log.yaml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", CHANGES[1:])
def test_in_an_empty_log_there_is_nothing_to_change(
    change: Callable[[Path], object], path: Path
) -> None:
    path.write_text("# my log\n")
    assert not change(path)
    assert path.read_text() == "# my log\n"


def test_a_new_log_is_for_its_owner_alone_and_its_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "log.yaml"
    append(path, SESSION)
    assert load_log(path) == History(sessions=(SESSION,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_log_that_others_may_read_stays_so(path: Path) -> None:
    path.write_text("")
    path.chmod(0o644)
    append(path, SESSION)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_nothing_but_the_log_is_left_in_its_folder(path: Path) -> None:
    append(path, SESSION)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param(
            "file/log.yaml", "{0}/file cannot be made a folder: File exists.", id="no folder"
        ),
        pytest.param("read-only.yaml", "{0}/read-only.yaml is read-only.", id="read-only"),
        pytest.param(
            f"{'n' * 250}",
            f"{{0}}/{'n' * 250} cannot be written: File name too long.",
            id="no name for its lock",
        ),
    ],
)
def test_where_no_log_can_be_another_place_is_offered(
    name: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "read-only.yaml").touch(0o400)
    with pytest.raises(BefitError) as raised:
        append(tmp_path / name, SESSION)
    assert str(raised.value) == (
        f"{sentence.format(tmp_path)} Name another file for it with BEFIT_LOG=FILE."
    )


def test_a_full_disk_leaves_the_log_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(path, SESSION)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BefitError, match="No space left on device"):
        append(path, REST)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


APPEND = """
import sys
from datetime import date
from pathlib import Path
from befit_cli.log.log_file import append
from befit_cli.values.history import SessionLog

path, who, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(most):
    append(path, SessionLog(date=date(2026, 11, 24), minutes=number, note=who * 3000))
    print(number, flush=True)
"""


def appending(path: Path, who: str, most: int) -> subprocess.Popen[str]:
    """A process that adds that many entries, and says the number of each when it is there."""
    command = (sys.executable, "-c", APPEND, str(path), who, str(most))
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_of_several_who_add_at_once_nothing_is_lost(path: Path) -> None:
    processes = [appending(path, who, 12) for who in "abc"]
    assert [process.communicate()[0].count("\n") for process in processes] == [12, 12, 12]
    added = [(each.note[0], each.minutes) for each in load_log(path).sessions]
    assert sorted(added) == [(who, number) for who in "abc" for number in range(12)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_whenever_befit_is_killed_the_log_has_all_that_was_said_to_be_there(path: Path) -> None:
    append(path, SESSION)
    there = 1
    for attempt in range(5):
        process = appending(path, "a", 1_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.003 * attempt)
        process.send_signal(signal.SIGKILL)
        said = 1 + len(process.communicate()[0].splitlines())
        now = len(load_log(path).sessions)
        # it may be killed when an entry is there and not yet said to be
        assert now - there in (said, said + 1)
        there = now


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_lock_that_a_killed_befit_left_holds_nobody_up(path: Path) -> None:
    (path.parent / ".log.yaml.lock").touch()
    append(path, SESSION)
    assert replace(load_log(path).sessions[0], note="") == replace(SESSION, note="")
