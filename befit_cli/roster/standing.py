"""A runner's block and log -> where they stand on a day, and how much they need their coach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from befit_cli.log.standing import status_of
from befit_cli.planning.pain import Pain, Pains, eased_for
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Catalogue,
    Date,
    Day,
    History,
    Load,
    Note,
    NoteKey,
    Off,
    Phase,
    Race,
    Scale,
    Season,
    SeasonWeek,
    Session,
    SessionLog,
    Status,
    TimeAway,
    Value,
    Week,
    monday_of,
)

WEEK = timedelta(days=7)
MONTH = timedelta(days=28)
"""How far back a coach looks: a week, and four."""
NOTHING_ADJUSTED: Mapping[str, str] = MappingProxyType({})
_OWN_WISH = "R45b"
"""The rule that offers more where minutes are left: nobody needs a coach for it."""
_FEW = 0.5
"""The share of the planned sessions below which somebody is behind; consensus."""
_LEAST_PLANNED = 2
"""One session that was missed makes nobody late."""
_UNMET = frozenset(
    {
        NoteKey.UNMET,
        NoteKey.FEW_SETS,
        NoteKey.LESS_LOAD,
        NoteKey.MUCH_RUNNING,
        NoteKey.LEFT_OUT,
        NoteKey.SORE,
        NoteKey.BACK,
        NoteKey.NOTHING_LOGGED,
        NoteKey.TOO_LATE,
    }
)
"""The notes that a coach can do something about; all others tell what is as it should be."""


class Attention(Scale):
    """What a runner needs their coach for, from least to most."""

    NONE = "none"
    CHANGED = "changed"
    """Their week is otherwise than always."""
    NOTES = "notes"
    """Their plan does not keep all that it should."""
    OVER = "over"
    """Their block has ended: another race, or a new beginning."""
    BEHIND = "behind"
    """They did less than half of what was planned."""
    OFF = "off"
    """They are ill or hurt."""
    PAIN = "pain"
    """It hurts more than it may, and has not gone on without."""
    FAULT = "fault"
    """There is no plan for them."""


class Hurt(Value, frozen=True, kw_only=True):
    """What hurt, or was worse the next morning, so that less of it is planned (R70, R71)."""

    date: Date
    pain: int
    """0 to 10; 0 where nobody said more than that it was worse the next morning."""
    where: str
    """A joint, or the form of an exercise; empty where nobody said it."""
    worse: bool = False
    """Whether it was worse the next morning."""
    eased: bool
    """Whether it was little each time that R71 asks for, in sessions in which it was tried."""


class Due(Value, frozen=True, kw_only=True):
    """A session of the week that is on."""

    day: Day
    date: Date
    load: Load
    minutes: int
    status: Status


class Done(Value, frozen=True, kw_only=True):
    """How many sessions were done of those that were planned up to today; today's counts once it is
    done.
    """

    done: int
    planned: int


class Standing(Value, frozen=True, kw_only=True):
    """Where a runner stands on a day."""

    race: Race
    race_date: date | None
    weeks_to_race: int | None
    """Whole weeks from the day to the race; None without a date."""
    begins: date | None
    """The Monday on which their block begins; None once it has."""
    week: int
    of: int
    phase: Phase
    deload: bool
    taper: bool
    sessions: tuple[Due, ...]
    in_7_days: Done | None
    """In the last 7 days; None for who has no log."""
    in_28_days: Done | None
    """In the last 28 days; likewise."""
    hurt: Hurt | None
    """In the last 28 days."""
    away: TimeAway | None
    """The days off that the day is one of."""
    notes: tuple[Note, ...]
    """Those of the week that a coach can do something about."""
    changed: Note | None
    """What the week has otherwise than always; None where nothing."""
    adjusted: tuple[str, ...]
    """What was said of the week alone, such as `hard wed`."""

    @property
    def attention(self) -> Attention:
        """What they need their coach for most."""
        if self.hurt is not None and not self.hurt.eased:
            return Attention.PAIN
        if self.away is not None and self.away.why is not Off.AWAY:
            return Attention.OFF
        # who is away does as much as they can
        if self.away is None and (_is_few(self.in_7_days) or _is_few(self.in_28_days)):
            return Attention.BEHIND
        if self.notes:
            return Attention.NOTES
        if self.changed is not None or self.adjusted or self.away is not None:
            return Attention.CHANGED
        return Attention.NONE


def looked_at(season: Season, history: History, today: date) -> tuple[SeasonWeek, ...]:
    """The weeks of the block that `standing` looks at: the one that is on, or its first where it
    has not begun; and of who has a log those before it that a coach looks back on.
    """
    on = season.week_of(today) or season[0]
    if history == NOTHING_LOGGED:
        return (on,)
    first = monday_of(today - MONTH + timedelta(days=1))
    return tuple([week for week in season if first <= week.starts <= on.starts])


def standing(
    athlete: Athlete,
    weeks: Iterable[Week],
    history: History,
    catalogue: Catalogue,
    today: date,
    adjusted: Mapping[str, str] = NOTHING_ADJUSTED,
) -> Standing:
    """Where the runner stands; `weeks` are those that are `looked_at`, planned from the catalogue,
    each session with what was done of it, and `adjusted` is what the last of them has otherwise,
    by the option's name.
    """
    *before, on = weeks
    since = _first_known(history)
    sessions = [
        session
        for week in (*before, on)
        for session in week.sessions
        if since is not None and session.date >= since
    ]
    logged = since is not None
    race_date = athlete.race_date
    off = [time for time in history.away if time.first <= today <= (time.last or today)]
    changed = [note for note in on.notes if note.key is NoteKey.OTHERWISE]
    return Standing(
        race=athlete.race,
        race_date=race_date,
        weeks_to_race=None if race_date is None else (race_date - today).days // len(Day),
        begins=on.starts if on.starts > today else None,
        week=on.number,
        of=on.of,
        phase=on.phase,
        deload=on.deload,
        taper=on.taper,
        sessions=tuple([_due(session, today) for session in on.sessions]),
        in_7_days=_done(sessions, today - WEEK, today) if logged else None,
        in_28_days=_done(sessions, today - MONTH, today) if logged else None,
        hurt=_hurt(history, catalogue, today),
        away=off[-1] if off else None,
        notes=tuple([note for note in on.notes if note.key in _UNMET and note.rule != _OWN_WISH]),
        changed=changed[0] if changed else None,
        adjusted=tuple([f"{name} {said}" for name, said in adjusted.items()]),
    )


def _first_known(history: History) -> date | None:
    """The first day that the log knows of: nobody missed what was planned before it."""
    days = [logged.date for logged in history.sessions]
    days += [time.first for time in history.away]
    return min(days, default=None)


def _due(session: Session, today: date) -> Due:
    return Due(
        day=session.day,
        date=session.date,
        load=session.load,
        minutes=session.minutes,
        status=status_of(session, today),
    )


def _done(sessions: Iterable[Session], after: date, today: date) -> Done:
    """Of the sessions after that day."""
    done = planned = 0
    for session in sessions:
        is_done = status_of(session, today) is Status.DONE
        if after < session.date < today or (session.date == today and is_done):
            planned += 1
            done += is_done
    return Done(done=done, planned=planned)


def _is_few(counted: Done | None) -> bool:
    if counted is None or counted.planned < _LEAST_PLANNED:
        return False
    return counted.done < _FEW * counted.planned


def _hurt(history: History, catalogue: Catalogue, today: date) -> Hurt | None:
    """What hurts most of what has not eased, else what hurt last."""
    by_date = sorted(history.sessions, key=lambda logged: logged.date)
    sessions = [logged for logged in by_date if today - MONTH < logged.date <= today]
    hurts = []
    for where, pains in _places(sessions, catalogue):
        bad = [pain for pain in pains if pain.bad]
        if bad:
            last = bad[-1]
            eased = eased_for(pains) is None
            hurt = Hurt(date=last.day, pain=last.pain, where=where, worse=last.worse, eased=eased)
            hurts.append(hurt)
    return max(hurts, key=_matters, default=None)


def _matters(hurt: Hurt) -> tuple[bool, int, bool, date, str]:
    """What a coach is told first: what goes on, and of that what hurts most; else what was last."""
    if hurt.eased:
        return False, 0, False, hurt.date, hurt.where
    return True, hurt.pain, hurt.worse, hurt.date, hurt.where


def _places(
    sessions: Sequence[SessionLog], catalogue: Catalogue
) -> Iterator[tuple[str, Sequence[Pain]]]:
    """Where something hurt in the sessions, in words of the log, and all that was felt there."""
    pains = Pains(sessions, catalogue)
    joints = {joint for logged in sessions for joint in logged.pain}
    for joint in sorted(joints):
        yield joint, pains.of_joint(joint)
    sore: dict[str, str] = {}
    for logged in sessions:
        for id_, works in logged.did.items():
            for work in works:
                if work.pain is not None:
                    sore[id_] = work.form or id_
    for id_, form in sore.items():
        yield form, pains.of_exercise(id_)
    yield "", pains.of_nothing_named()
