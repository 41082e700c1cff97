"""Drawn athletes for the property tests, and builders of small values that several tests need."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from befit_cli.catalogue.load import load_catalogue
from befit_cli.evidence.sets import counts
from befit_cli.planning.draft import Line
from befit_cli.planning.season import plan_season
from befit_cli.runner.kinds import KIT_PRESETS
from befit_cli.values import (
    Athlete,
    Day,
    Dose,
    Exercise,
    Form,
    Group,
    Kit,
    Level,
    Load,
    Muscles,
    Niggle,
    Pattern,
    Phase,
    Pick,
    Race,
    Range,
    Role,
    Runs,
    Season,
    SeasonWeek,
    Slot,
    Stretch,
)

EXAMPLES = int(os.environ.get("BEFIT_EXAMPLES", "25"))
"""How many examples a property is asked for: few, for every run draws others, or what BEFIT_EXAMPLES
says.
"""


def times(share: float) -> settings:
    """So many times as many examples: more where one is quick and the odds are long, fewer where one
    is slow.
    """
    return settings(max_examples=max(5, round(share * EXAMPLES)), deadline=None)


drawn = times(1)


MONDAY = date(2027, 1, 4)
"""The Monday that the tests' blocks begin on."""
KITS = {
    **{name: tuple(sorted(kit)) for name, kit in KIT_PRESETS.items()},
    **{kit.value: (kit,) for kit in (Kit.BAND, Kit.DUMBBELL, Kit.BARBELL)},
}
"""The presets, and each thing that many own alone."""

CATALOGUE = load_catalogue()
"""For properties: Hypothesis would print a fixture of that size with every example that fails."""

days = st.sampled_from(Day)
levels = st.sampled_from(Level)
races = st.sampled_from(Race)
kits = st.sampled_from(list(KITS.values())) | st.sets(st.sampled_from(Kit)).map(
    lambda owned: tuple(sorted(owned))
)
niggles = st.sampled_from([niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS])
_names = st.sampled_from([exercise.id for exercise in CATALOGUE.exercises])


def day_sets(least: int = 0) -> st.SearchStrategy[tuple[Day, ...]]:
    """Days in the order of the week."""
    return st.sets(days, min_size=least).map(
        lambda chosen: tuple(sorted(chosen, key=lambda day: day.rank))
    )


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    """Anybody who has as many free days as they want sessions, and no bone pain."""
    sessions = draw(st.sampled_from((2, 3)))
    return Athlete(
        race=draw(races),
        sessions=sessions,
        level=draw(levels),
        kit=draw(kits),
        minutes=draw(st.integers(15, 60)),
        long_run=draw(st.none() | days),
        hard_runs=draw(day_sets()),
        days=draw(st.just(tuple(Day)) | day_sets(sessions)),
        focus=draw(st.none() | st.sampled_from(Group)),
        niggles=tuple(draw(st.lists(niggles, unique=True, max_size=3))),
        without=tuple(draw(st.lists(_names, unique=True, max_size=5))),
        race_date=draw(
            st.none() | st.integers(0, 200).map(lambda ahead: MONDAY + timedelta(days=ahead))
        ),
    )


@st.composite
def athletes_and_weeks(draw: st.DrawFn) -> tuple[Athlete, SeasonWeek]:
    """Anybody, and a week of their block, be it dated, of a wanted length or the usual one."""
    athlete = draw(athletes())
    length = draw(st.none() | st.integers(1, 30)) if athlete.race_date is None else None
    return athlete, draw(st.sampled_from(plan_season(athlete, MONDAY, length)[:]))


def phase_weeks(athlete: Athlete, length: int | None = None) -> tuple[SeasonWeek, ...]:
    """The first week of each kind that the athlete's block has: every phase, the deload, the taper."""
    kinds: dict[tuple[Phase, bool], SeasonWeek] = {}
    for week in plan_season(athlete, MONDAY, length):
        kinds.setdefault((week.phase, week.deload), week)
    return tuple(kinds.values())


def a_stretch(**changes: Any) -> Stretch:
    """Three general weeks and a taper week, a block by themselves, with some fields changed."""
    fields: dict[str, Any] = {
        "number": 0,
        "phase": Phase.GENERAL,
        "first": 1,
        "build": 3,
        "eased": 1,
        "tapers": True,
    }
    return Stretch(**(fields | changes))


def a_season(stretch: Stretch, race_in: int) -> Season:
    """The block of that one stretch, without runs; the race is so many days after its first Monday."""
    return Season(
        stretches=(stretch,),
        starts=MONDAY,
        race_day=MONDAY + timedelta(days=race_in),
        runs=(Runs(),) * (stretch.build + stretch.eased),
    )


def a_layout(loads: Mapping[Day, Load]) -> tuple[Slot, ...]:
    """A session on each of those days, in their order."""
    return tuple(
        Slot(number=number, day=day, load=load)
        for number, (day, load) in enumerate(loads.items(), 1)
    )


HEAVY_TUESDAY = a_layout({Day.TUE: Load.HIGH})
"""A week of one session, which may have any load."""


_FORM = {field for field in Form.__struct_fields__ if field not in {"name", "dose"}}


def a_form(name: str = "Squat", *, dose: Dose | None = None, **changes: Any) -> Form:
    """A beginner's squat without kit, of medium load, with some fields changed."""
    fields: dict[str, Any] = {
        "level": Level.BEGINNER,
        "kit": (),
        "load": Load.MEDIUM,
        "base": False,
        "contacts": 0,
        "pattern": Pattern.SQUAT,
        "family": name,
        "per_side": False,
        "seconds_per_rep": 3.0,
        "muscles": Muscles(),
        "cues": ("Stand tall",),
        "garmin": None,
    }
    usual = Dose(sets=Range(2, 3), reps=Range(10, 12), rest=60, rir=3)
    return Form(name=name, dose=dict.fromkeys(Level, dose or usual), **(fields | changes))


def an_exercise(*ladder: Form, role: Role = Role.MAIN, **changes: Any) -> Exercise:
    """An exercise named after its first form."""
    fields: dict[str, Any] = {
        "id": ladder[0].name.lower().replace(" ", "-"),
        "name": ladder[0].name,
        "aliases": (),
        "group": Group.KNEE,
        "why": "It carries you.",
        "prerequisite": None,
        "niggles": {},
    }
    return Exercise(role=role, ladder=ladder, **(fields | changes))


def a_pick(
    name: str = "Squat",
    *,
    role: Role = Role.MAIN,
    needed: bool = False,
    first_line: tuple[Niggle, ...] = (),
    **changes: Any,
) -> Pick:
    """The only form of an exercise of that name."""
    form = a_form(name, **changes)
    return Pick(
        exercise=an_exercise(form, role=role),
        form=form,
        kit=(),
        first_line=first_line,
        needed=needed,
    )


def a_line(
    name: str = "Squat",
    *,
    role: Role = Role.MAIN,
    needed: bool = False,
    first_line: tuple[Niggle, ...] = (),
    **changes: Any,
) -> Line:
    """Two sets of ten with a minute's rest, with some fields of the line or its form changed."""
    of_form = {field: changes.pop(field) for field in list(changes) if field in _FORM}
    fields: dict[str, Any] = {
        "sets": 2,
        "sets_range": Range(1, 3),
        "rest_s": 60,
        "rest_range": Range(60, 60),
        "rest_most": 60,
        "work": Range(10, 12),
        "step": 1,
        "at": 10,
        "rir": 3,
    }
    pick = a_pick(name, role=role, needed=needed, first_line=first_line, **of_form)
    return Line(pick=pick, counts=counts(pick.form), **(fields | changes))
