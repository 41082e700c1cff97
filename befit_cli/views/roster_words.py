"""How a roster's rows are said in words, the same in every view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from befit_cli.language import _, message, plural
from befit_cli.roster.rows import Row
from befit_cli.roster.standing import Attention, Done, Due, Hurt, Standing
from befit_cli.values import NoteKey, Status, TimeAway
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.terms import joint, term

_NOTES = {
    NoteKey.TOO_LATE: message("the race is too near to begin"),
    NoteKey.LEFT_OUT: message("exercises left out after pain"),
    NoteKey.SORE: message("sore for weeks"),
    NoteKey.NOTHING_LOGGED: message("nothing logged for long"),
    NoteKey.BACK: message("back after a break"),
    NoteKey.LESS_LOAD: message("less load than usual"),
    NoteKey.FEW_SETS: message("few sets"),
    NoteKey.MUCH_RUNNING: message("many hard runs"),
}
"""The notes in a few words: the plan has the whole of them."""
_NO_LOG = "–"


def reasons(row: Row) -> list[str]:
    """Why the runner needs their coach, what matters most first; empty where they don't."""
    if row.over is not None:
        return [_("the block ended on {day}: another race-date", day=wording.short_date(row.over))]
    if row.standing is None:
        return list(row.faults)
    return list(_reasons(row.standing))


def race(standing: Standing) -> str:
    """`half, 12 wk`, or the race alone where it has no date."""
    name = term(standing.race)
    weeks = standing.weeks_to_race
    if weeks is None:
        return name
    if weeks:
        return _("{race}, {weeks} wk", race=name, weeks=weeks)
    return _("{race}, this week", race=name)


def week(standing: Standing) -> str:
    """`4 of 16, strength`, or `1 of 16, from 30 Nov` of a block that has not begun."""
    if standing.begins is not None:
        return _(
            "{number} of {of}, from {day}",
            number=standing.week,
            of=standing.of,
            day=wording.short_date(standing.begins),
        )
    return place(standing.week, standing.of, standing)


def place(number: int, of: int, week: wording.InBlock) -> str:
    """`4 of 16, strength`."""
    return _("{number} of {of}, {phase}", number=number, of=of, phase=wording.phase_word(week))


def done(counted: Done | None) -> str:
    """`1/2`; of who has no log, a dash."""
    return _NO_LOG if counted is None else f"{counted.done}/{counted.planned}"


def session(due: Due) -> str:
    """`Mon high`."""
    return f"{due.day.title[:3]} {term(due.load)}"


def is_behind(due: Due) -> bool:
    """Whether the session is over and was not done."""
    return due.status in (Status.PAST, Status.SKIPPED, Status.MISSED)


def head(rows: Sequence[Row]) -> tuple[str, str]:
    """`8 runners` and `3 need you`."""
    needy = len([row for row in rows if row.attention > Attention.CHANGED])
    count = (
        plural(needy, "{n} needs you", "{n} need you") if needy else _("nobody needs you just now")
    )
    return runners(len(rows)), count


def runners(number: int) -> str:
    """`8 runners`."""
    return plural(number, "{n} runner", "{n} runners")


def _reasons(standing: Standing) -> Iterator[str]:
    hurt = standing.hurt
    if hurt is not None:
        yield _hurt(hurt)
    away = standing.away
    if away is not None:
        yield _away(away)
    if standing.attention is Attention.BEHIND:
        yield _(
            "{done} done in 7 days, {more} in 28",
            done=_done_of(standing.in_7_days),
            more=_done_of(standing.in_28_days),
        )
    keys = dict.fromkeys(note.key for note in standing.notes)
    yield from [_(_NOTES[key]) for key in keys if key in _NOTES]
    if unmet := [note.rule for note in standing.notes if note.key is NoteKey.UNMET]:
        yield _("{rules} not kept", rules=", ".join(unmet))
    if standing.changed is not None:
        yield sentences.note_text(standing.changed).rstrip(".")
    if standing.adjusted:
        yield _("this week {changes}", changes=", ".join(standing.adjusted))


def _done_of(counted: Done | None) -> str:
    if counted is None:
        return _("nothing")
    return _("{done} of {all}", done=counted.done, all=counted.planned)


def _hurt(hurt: Hurt) -> str:
    """`pain 5 of 10, knee, on 18 Nov, worse the next morning, eased since`."""
    day = wording.short_date(hurt.date)
    if hurt.where:
        pain = _("pain {pain} of 10", pain=hurt.pain)
        parts = [pain, joint(hurt.where), _("on {day}", day=day)]
        if hurt.worse:
            parts.append(_("worse the next morning"))
    else:
        parts = [_("worse the morning after {day}", day=day)]
    if hurt.eased:
        parts.append(_("eased since"))
    return ", ".join(parts)


def _away(away: TimeAway) -> str:
    first = wording.short_date(away.first)
    if away.last is None:
        return _("{why} since {first}", why=term(away.why), first=first)
    last = wording.short_date(away.last)
    return _("{why} since {first} until {last}", why=term(away.why), first=first, last=last)
