"""The morning of a session, with what was done before it, made by hand: no week is planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace
from sample_forms import a_form, an_exercise
from strategies import a_line, a_pick, a_season, a_stretch

from befit_cli.planning.draft import Line
from befit_cli.planning.morning import Morning
from befit_cli.planning.record import Log
from befit_cli.planning.repertoire import Repertoires
from befit_cli.planning.task import Stage, Task
from befit_cli.values import (
    Asked,
    Athlete,
    Catalogue,
    Exercise,
    Form,
    History,
    Kit,
    Level,
    Niggle,
    Owned,
    Pick,
    Range,
    SeasonWeek,
    SessionLog,
    TimeAway,
    Weights,
    Work,
)

LADDER = tuple(map(a_form, ("Easy squat", "Squat", "Hard squat", "Hardest squat")))
"""The forms of an exercise, easiest first."""
STRETCH = a_stretch()
SEASON = a_season(STRETCH, race_in=27)
"""Three weeks that build, and the taper."""
LAST = SEASON[2]
"""The last week that builds."""
RAMP = replace(SEASON, ramp=3)[2]
"""The same as a week of the ramp."""
TAPER = SEASON[3]


def a_morning(
    *sessions: SessionLog,
    ladder: Sequence[Form] = LADDER,
    kg: tuple[float, ...] = (),
    when: SeasonWeek = LAST,
    counts: bool = True,
    away: tuple[TimeAway, ...] = (),
    today: date | None = None,
    niggles: tuple[Niggle, ...] = (),
    **known: Any,
) -> Morning:
    """The morning of the Tuesday of a week, after those sessions; of backpack and dumbbells there
    are the weights `kg`. The log is asked that day, or `today`.
    """
    athlete = Athlete(
        level=Level.INTERMEDIATE,
        minutes=60,
        kit=(Kit.BACKPACK, Kit.DUMBBELL),
        niggles=niggles,
    )
    catalogue = Catalogue((an_exercise(a_form("Other squat")), _squats(ladder)))
    day = tuesday(when)
    history = History(sessions=sessions, away=away)
    owned = {kit: Owned(kg=kg) for kit in (Kit.BACKPACK, Kit.DUMBBELL) if kg}
    fields: dict[str, Any] = {"gap": 0, "came_back": None, "restart": None}
    fields |= {"most": None, "step": 0, "ahead": {}, "lines_ahead": {}}
    return Morning(
        task=Task(
            athlete=athlete,
            repertoires=Repertoires(athlete, catalogue),
            season=when.season,
            stretch=when.stretch,
            stage=Stage(),
            layout=(),
            ramp_most=(),
        ),
        when=when,
        log=Log(history, Weights(owned=owned), today or day, when.season, catalogue),
        day=day,
        counts=counts,
        **(fields | known),
    )


def a_squat(
    name: str = "Squat", ladder: Sequence[Form] = LADDER, *, grows: bool = True, **changes: Any
) -> Line:
    """A line of one of the forms, with those above it where it `grows`, and some fields changed."""
    exercise = _squats(ladder)
    harder: Pick | None = None
    for form in reversed(ladder):
        if form.name == name:
            break
        harder = replace(a_pick(form.name, harder=harder), exercise=exercise, form=form)
    line = a_line(name, harder=harder if grows else None, **changes)
    return replace(line, pick=replace(line.pick, exercise=exercise))


def _squats(ladder: Sequence[Form]) -> Exercise:
    return an_exercise(*ladder, id="squat", name="Squat")


def tuesday(when: SeasonWeek = LAST) -> date:
    return when.starts + timedelta(days=1)


def squats(
    *reps: int, form: str = "Squat", asked: int | None = 10, reserve: int | None = 3, **done: Any
) -> Work:
    """Sets of so many squats, where so many were asked for in each, with so many in reserve."""
    plan = None if asked is None else Asked(sets=len(reps), reps=asked, left=reserve)
    return Work(form=form, asked=plan, reps=reps, **done)


def a_hold(**changes: Any) -> Line:
    """A squat that is held for half a minute."""
    fields: dict[str, Any] = {"at": 30, "work": Range(20, 40), "step": 5, "rir": None}
    return a_squat(seconds_per_rep=None, **(fields | changes))


def held(*seconds: int, asked: int = 30, **done: Any) -> Work:
    """Squats that were held for so long, where so long was asked for in each set."""
    plan = Asked(sets=len(seconds), hold_s=asked)
    return Work(form="Squat", asked=plan, hold_s=seconds, **done)


def did(*works: Work, when: SeasonWeek = LAST, last: int = 3, every: int = 3) -> list[SessionLog]:
    """A session of squats for each, the last so many days before the Tuesday of the week."""
    days = range(last + every * (len(works) - 1), last - 1, -every)
    return [
        SessionLog(date=tuesday(when) - timedelta(days=ago), did={"squat": (work,)})
        for ago, work in zip(days, works, strict=True)
    ]
