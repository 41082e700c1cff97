"""How a roster's rows are said in words, the same in every view."""

from __future__ import annotations

from collections.abc import Iterator

from befit_cli.roster.rows import Row
from befit_cli.roster.standing import Attention, Done, Due, Standing
from befit_cli.values import NoteKey, Off, Race, Status
from befit_cli.views import sentences
from befit_cli.views import words as wording

_OFF = {Off.AWAY: "away", Off.ILL: "ill", Off.HURT: "hurt"}
_NOTES = {
    NoteKey.TOO_LATE: "the race is too near to begin",
    NoteKey.LEFT_OUT: "exercises left out after pain",
    NoteKey.NOTHING_LOGGED: "nothing logged for long",
    NoteKey.BACK: "back after a break",
    NoteKey.LESS_LOAD: "less load than usual",
    NoteKey.FEW_SETS: "few sets",
    NoteKey.MUCH_RUNNING: "many hard runs",
}
"""The notes in a few words: the plan has the whole of them."""
_NO_LOG = "–"


def reasons(row: Row) -> list[str]:
    """Why the runner needs their coach, what matters most first; empty where they don't."""
    if row.standing is None:
        return [row.fault]
    return list(_reasons(row.standing))


def race(standing: Standing) -> str:
    """`half, 12 wk`, or the race alone where it has no date."""
    name = "no race" if standing.race is Race.NONE else standing.race.value
    weeks = standing.weeks_to_race
    if weeks is None:
        return name
    return f"{name}, {weeks} wk" if weeks else f"{name}, this week"


def week(standing: Standing) -> str:
    """`4 of 16, strength`, or `1 of 16, from 30 Nov` of a block that has not begun."""
    if standing.begins is not None:
        return f"{standing.week} of {standing.of}, from {wording.short_date(standing.begins)}"
    return f"{standing.week} of {standing.of}, {wording.phase_word(standing)}"


def done(counted: Done | None) -> str:
    """`1/2`; of who has no log, a dash."""
    return _NO_LOG if counted is None else f"{counted.done}/{counted.planned}"


def session(due: Due) -> str:
    """`Mon high`."""
    return f"{due.day.title[:3]} {due.load}"


def is_behind(due: Due) -> bool:
    """Whether the session is over and was not done."""
    return due.status in (Status.PAST, Status.SKIPPED)


def head(rows: list[Row]) -> tuple[str, str]:
    """`8 runners` and `3 need you`."""
    needy = len([row for row in rows if row.attention > Attention.CHANGED])
    count = {0: "nobody needs you", 1: "1 needs you"}.get(needy, f"{needy} need you")
    return wording.count(len(rows), "runner"), count


def _reasons(standing: Standing) -> Iterator[str]:
    hurt = standing.hurt
    if hurt is not None:
        eased = ", eased since" if hurt.eased else ""
        yield f"pain {hurt.pain} of 10, {hurt.where}, on {wording.short_date(hurt.date)}{eased}"
    away = standing.away
    if away is not None:
        until = "" if away.last is None else f" until {wording.short_date(away.last)}"
        yield f"{_OFF[away.why]} since {wording.short_date(away.first)}{until}"
    if standing.attention is Attention.BEHIND:
        in_28_days = _done_of(standing.in_28_days)
        yield f"{_done_of(standing.in_7_days)} done in 7 days, {in_28_days} in 28"
    keys = dict.fromkeys(note.key for note in standing.notes)
    yield from [_NOTES[key] for key in keys if key in _NOTES]
    if unmet := [note.rule for note in standing.notes if note.key is NoteKey.UNMET]:
        yield f"{', '.join(unmet)} not kept"
    if standing.changed is not None:
        yield sentences.note_text(standing.changed).rstrip(".")


def _done_of(counted: Done | None) -> str:
    return "nothing" if counted is None else f"{counted.done} of {counted.planned}"
