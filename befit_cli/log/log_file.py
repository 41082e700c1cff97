"""The log of a runner: a YAML file of what was done, read with the place of every fault, and
changed without a change of what else is there.

A change writes the whole file anew, beside it, and then in its place, under a lock: whoever reads
it meanwhile, and whatever ends befit, finds the log of before or that of after. So an entry that is
cut off is none of befit's doing, and a fault like any other: half of it could read as a session
that nobody did.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import ValidationError
from msgspec.structs import replace

from befit_cli import files
from befit_cli.errors import BefitError, FileFaults
from befit_cli.language import _, message
from befit_cli.log.entries import (
    NEXT_MORNING,
    TO,
    WORSE,
    entry_of,
    item_of,
    kind_of,
    pair_of,
)
from befit_cli.values.history import NOTHING_LOGGED, History, SessionLog, TimeAway
from befit_cli.yaml.data import Odd, data_of
from befit_cli.yaml.nodes import Fault, compose, faults, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from befit_cli.log.entries import Entry
    from befit_cli.yaml.outline import Outline

_DASH = re.compile(r"^( *)-(?=[ \t\r\n]|\Z)", re.MULTILINE)
"""The dash of an item; the first in the file has the indent of them all."""
_OF_ENTRY = frozenset({"date", "from"})
"""The keys one of which every entry has."""
_WANTED = message("as - date: 2026-11-24 and what was done, or as - {from: 2026-12-01, away: ill}")
_ELSEWHERE = message("Name another file for it with BEFIT_LOG=FILE.")
_LEAD = re.compile(r"\s*-\s*")
"""What stands before what an item has."""


def is_log(outline: Outline) -> bool:
    """Whether a YAML file is a log, by the keys of its first entry."""
    return outline.listed and not outline.keys.isdisjoint(_OF_ENTRY)


def load_log(path: Path) -> History:
    """What the log at the path says; nothing where there is none.

    Raises BefitError for a file that cannot be read, and FileFaults for one that has faults.
    """
    if not files.is_there(path):
        return NOTHING_LOGGED
    return read_log(files.read(path), str(path))


def read_log(content: str | bytes, file: str) -> History:
    """What was done, by date; `file` stands for the log in the faults. Of two entries for one
    session of a plan, the later in the file counts; and so it does where the earlier is for no
    plan's session, and the later has its day and all of its exercises.

    What was done stays done: an exercise has its id, also where no catalogue has it any more.

    Raises FileFaults with every fault.
    """
    sessions: dict[Any, SessionLog] = {}
    of_no_plan: dict[date, list[int]] = {}
    away = []
    for number, entry in enumerate(_entries(content, file)):
        if isinstance(entry, TimeAway):
            away.append(entry)
        elif entry.plan is None:
            sessions[number] = entry
            of_no_plan.setdefault(entry.date, []).append(number)
        else:
            sessions[entry.plan] = entry
            for before in of_no_plan.get(entry.date, ()):
                did = sessions[before].did if before in sessions else {}
                if did and did.keys() <= entry.did.keys():
                    del sessions[before]
    return History(
        sessions=tuple(sorted(sessions.values(), key=lambda session: session.date)),
        away=tuple(sorted(away, key=lambda time: time.first)),
    )


def append(path: Path, *entries: Entry) -> None:
    """Add the entries at the end of the log, all or none; a new one is for its owner alone, in a
    folder that is made where it is missing.

    Raises BefitError where it cannot be written, or its list cannot go on below its end, and
    FileFaults where it has faults.
    """
    with _opened(path) as log:
        added = "".join([item_of(entry, log.indent) for entry in entries])
        log.write(f"{_whole_lines(log.text)}{added}", [*log.entries, *entries])


def undo(path: Path) -> Entry | None:
    """Take out the last entry, that is the last in the file, whatever its date; returns it, None
    where there is none. A comment below it stays.

    Raises BefitError where it cannot be written, or the entry does not stand on lines of its own,
    and FileFaults where the log has faults.
    """
    if not files.is_there(path):
        return None
    with _opened(path) as log:
        if not log.entries:
            return None
        log.change({len(log.entries) - 1: None}, {})
        return log.entries[-1]


def add_worse_next_morning(path: Path) -> SessionLog | None:
    """Say of the last session, by its date, that it was worse the next morning; returns it as it is
    now, None where there is none. All else in the log stays as it is.

    Raises BefitError where it cannot be written or cannot stay, and FileFaults where it has faults.
    """
    if not files.is_there(path):
        return None
    with _opened(path) as log:
        sessions = {
            number: entry
            for number, entry in enumerate(log.entries)
            if isinstance(entry, SessionLog)
        }
        if not sessions:
            return None
        number = max(sessions, key=lambda each: (sessions[each].date, each))
        session = replace(sessions[number], worse_next_morning=True)
        if session != sessions[number]:
            log.change({number: session}, {number: pair_of(NEXT_MORNING, WORSE)})
        return session


def end_time_away(path: Path, last: date) -> tuple[TimeAway, ...]:
    """Let each time away that is open, or goes on after that day, end on it; returns them as they
    are now, none where nothing did. One that begins later never was: it is taken out, and not
    returned.

    Raises BefitError where the log cannot be written or cannot stay as it is in all else, and
    FileFaults where it has faults.
    """
    if not files.is_there(path):
        return ()
    with _opened(path) as log:
        ended: dict[int, TimeAway | None] = {}
        pairs: dict[int, str] = {}
        for number, entry in enumerate(log.entries):
            if not isinstance(entry, TimeAway):
                continue
            if entry.last is None:
                pairs[number] = pair_of(TO, last)
            if entry.last is None or entry.last > last:
                ended[number] = replace(entry, last=last) if entry.first <= last else None
        if ended:
            log.change(ended, pairs)
        return tuple([time for time in ended.values() if time is not None])


class _Log:
    """The log as it is while nobody else may change it."""

    def __init__(self, path: Path) -> None:
        content = files.read(path) if files.is_there(path) else b""
        self._path = path
        self.entries: Sequence[Entry] = _entries(content, str(path))
        """In the order of the file."""
        # what some editors put before the first dash says nothing, and hides it
        self.text = content.decode("utf-8-sig")
        first = _DASH.search(self.text)
        self.indent = first[1] if first else ""

    def change(self, new: Mapping[int, Entry | None], pairs: Mapping[int, str]) -> None:
        """Write new entries in place of those that have their numbers in the file, None for one to
        take out; one that has but a pair more stays as it was written, and all else does.
        """
        begins = [dash.start() for dash in _DASH.finditer(self.text) if dash[1] == self.indent]
        text = self.text[: begins[0]] if begins else self.text
        for number, (begin, end) in enumerate(pairwise([*begins, len(self.text)])):
            item, rest = _parted(self.text[begin:end])
            if number in new:
                item = self._item(item, new[number], pairs.get(number))
            text += f"{item}{rest}"
        entries = [new.get(number, entry) for number, entry in enumerate(self.entries)]
        self.write(text, [entry for entry in entries if entry is not None])

    def _item(self, item: str, entry: Entry | None, pair: str | None) -> str:
        if entry is None:
            return ""
        return item_of(entry, self.indent) if pair is None else _with_pair(item, pair)

    def write(self, text: str, entries: Sequence[Entry]) -> None:
        """Write the text, which is to say these entries; raises BefitError where it does not."""
        try:
            as_meant = _entries(text, "") == entries
        except FileFaults:
            as_meant = False
        if not as_meant:
            raise BefitError(
                _(
                    "{path} was left as it is, for befit cannot change it and keep all that you "
                    "wrote there.",
                    path=self._path,
                ),
                _(
                    "Write each entry on lines of its own, with a - before the first, and try "
                    "again."
                ),
            )
        new = not files.is_there(self._path)
        with files.or_elsewhere(_(_ELSEWHERE)):
            files.write({self._path: text}, force=True, private=new, durable=True)


@contextmanager
def _opened(path: Path) -> Iterator[_Log]:
    """The log, and nobody else changes it meanwhile."""
    with ExitStack() as held:
        with files.or_elsewhere(_(_ELSEWHERE)):
            files.make_folder(str(path.parent), private=True)
            held.enter_context(files.locked(path))
        yield _Log(path)


def _entries(content: str | bytes, file: str) -> list[Entry]:
    """The entries in the order of the file; raises FileFaults."""
    # Read again with places only where there is a fault, for they take four times as long.
    try:
        data = data_of(content)
        if not isinstance(data, list | None):
            raise Odd
        return [entry_of(item) for item in data or ()]
    except (Odd, ValidationError):
        raise located(file, _faults(content)) from None


def _faults(content: str | bytes) -> list[Fault]:
    root, found = compose(content)
    if root is None:
        return found
    if not isinstance(root.data, list | None):
        wrong = _(
            "{word} is no log: write a list, each entry {wanted}",
            word=shown(root.data),
            wanted=_(_WANTED),
        )
        return [*found, (root.place, wrong)]
    # One slip, one sentence: what YAML itself refuses at a place is the one thing to mend there.
    told = {place for place, _ in found}
    for node in root.parts.values():
        if isinstance(node.data, dict):
            found += [fault for fault in faults(node, kind_of(node.data)) if fault[0] not in told]
        elif node.place not in told:
            wrong = _(
                "{word} is no entry: write it {wanted}", word=shown(node.data), wanted=_(_WANTED)
            )
            found.append((node.place, wrong))
    return found


def _parted(lines: str) -> tuple[str, str]:
    """The item that the lines begin with, and the blank lines and comments that come after it."""
    item = lines.splitlines(keepends=True)
    dash = _column(item[0])
    rest: list[str] = []
    # What is deeper than the dash is the item's: in a note it need not be a comment.
    while not item[-1].strip() or (item[-1].lstrip()[0] == "#" and _column(item[-1]) <= dash):
        rest.insert(0, item.pop())
    return "".join(item), "".join(rest)


def _column(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _with_pair(item: str, pair: str) -> str:
    """The item with one pair more."""
    lead = _LEAD.match(item)
    assert lead
    if item[lead.end() :].startswith("{"):
        before, brace, after = item.rpartition("}")
        return f"{before}, {pair}{brace}{after}"
    column = len(lead[0].rpartition("\n")[2])
    return f"{_whole_lines(item)}{' ' * column}{pair}\n"


def _whole_lines(text: str) -> str:
    """The text, and the end of its last line where that is missing."""
    return text if not text or text.endswith("\n") else f"{text}\n"
