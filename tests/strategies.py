"""Drawn athletes for the property tests, and builders of small values that several tests need."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from math import inf
from typing import Any
from unicodedata import normalize

from asked import EXAMPLES, FEWEST
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_forms import a_form, an_exercise

from befit_cli.catalogue.load import load_catalogue
from befit_cli.evidence.ability import can_do
from befit_cli.evidence.coverage import in_order, served
from befit_cli.evidence.load import can_be_light, heavy, needs_lighter_sets
from befit_cli.evidence.sets import counts
from befit_cli.language import Language
from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.pool import Climb, Pool
from befit_cli.planning.repertoire import Candidate, Repertoires, Rung
from befit_cli.planning.season import plan_season
from befit_cli.planning.selection import Choice
from befit_cli.planning.training import UNTRAINED, Reached, Training
from befit_cli.planning.wishes import Serve
from befit_cli.runner.kinds import is_none
from befit_cli.runner.vocabulary import KIT_PRESETS
from befit_cli.values import (
    Athlete,
    Day,
    Form,
    Group,
    Kit,
    Level,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Phase,
    Pick,
    Race,
    Range,
    Role,
    Runs,
    RunSource,
    Season,
    SeasonWeek,
    Slot,
    Stretch,
    Units,
    name_fault,
    notes_fault,
    title_fault,
)

SAME_EACH_TIME = "CI" in os.environ
"""Whether the examples are the same in every run: what a change is judged by is no draw of lots."""


def times(share: float) -> settings:
    """So many times as many examples: more where one is quick and the odds are long, fewer where
    one is slow.
    """
    return settings(
        max_examples=max(FEWEST, round(share * EXAMPLES)),
        deadline=None,
        derandomize=SAME_EACH_TIME,
    )


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
IN_SPANISH = load_catalogue(language=Language.ES)

days = st.sampled_from(Day)
levels = st.sampled_from(Level)
races = st.sampled_from(Race)
kits = st.sampled_from(list(KITS.values())) | st.sets(st.sampled_from(Kit)).map(
    lambda owned: tuple(sorted(owned))
)
niggles = st.sampled_from([niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS])
own_names = st.just("") | st.text(max_size=60).filter(
    lambda name: normalize("NFC", name).strip() == name and not (is_none(name) or name_fault(name))
)
"""What athletes may be called."""
own_notes = st.just("") | st.text(max_size=80).filter(
    lambda notes: " ".join(notes.split()) == notes and not (is_none(notes) or notes_fault(notes))
)
"""What may stand on each of their plans."""
run_titles = st.text(min_size=1, max_size=60).filter(
    lambda title: " ".join(title.split()) == title and not title_fault(title)
) | st.sampled_from(
    [
        "5 x 1 km",
        "Long run 18 km",
        "Tempo: 3 x 10 min. Easy between",
        "no hard run, a long run",
        "long run, easy,",
        "Low load 25 min | 3 x 8 | stop with 3 left",
        "a: hard days stay hard, easy days easy. b",
        "a, is tomorrow. b",
        "<!-- R30 --> *b* [x](y) <b> \\| `{day}`",
        "ריצה ארוכה 20 ק״מ 🏃‍♀️",
    ]
)
"""What a running plan may call a run."""
_names = st.sampled_from([exercise.id for exercise in CATALOGUE.exercises])


def day_sets(least: int = 0) -> st.SearchStrategy[tuple[Day, ...]]:
    """Days in the order of the week."""
    return st.sets(days, min_size=least).map(
        lambda chosen: tuple(sorted(chosen, key=lambda day: day.rank))
    )


@st.composite
def key_runs(draw: st.DrawFn) -> Runs:
    """The key runs of one week, as its runner says them of it."""
    long_runs = draw(st.none() | days)
    hard = draw(day_sets())
    return Runs(
        hard=hard,
        tune_ups=tuple([day for day in hard if draw(st.integers(0, 3)) == 0]),
        long=() if long_runs is None else (long_runs,),
        source=RunSource.ADJUSTED,
    )


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    """Anybody who has as many free days as they want sessions, and no bone pain."""
    sessions = draw(st.sampled_from((2, 3)))
    race = draw(races)
    ahead = st.integers(0, 200).map(lambda days: MONDAY + timedelta(days=days))
    athlete = Athlete(
        race=race,
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
        race_date=draw(st.none() if race is Race.NONE else st.none() | ahead),
        name=draw(own_names),
        units=draw(st.sampled_from(Units)),
        notes=draw(own_notes),
    )
    # most have the same kit on every day
    if draw(st.integers(0, 4)) == 0:
        athlete = replace(athlete, kit_by_day=draw(st.dictionaries(days, kits, max_size=3)))
    return replace(athlete, swap=draw(_swaps(athlete)))


def _swaps(athlete: Athlete) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """None, or any exercise for another that the athlete can do."""
    possible = [exercise.id for exercise in CATALOGUE.exercises if can_do(athlete, exercise)]
    nothing = st.just(())
    if not possible:
        return nothing
    pair = st.tuples(_names, st.sampled_from(possible))
    swapped = pair.filter(lambda ids: ids[0] != ids[1]).map(lambda ids: (ids,))
    # most runners swap nothing
    return st.one_of(nothing, nothing, nothing, swapped)


@st.composite
def athletes_and_weeks(draw: st.DrawFn) -> tuple[Athlete, SeasonWeek]:
    """Anybody, and a week of their block, be it dated, of a wanted length or the usual one."""
    athlete = draw(athletes())
    length = draw(st.none() | st.integers(1, 30)) if athlete.race_date is None else None
    return athlete, draw(st.sampled_from(plan_season(athlete, MONDAY, length)[:]))


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
    """The block of that one stretch, without runs; the race is so many days after its Monday."""
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


_FORM = frozenset(Form.__struct_fields__) - {"name", "dose", "kit"}


def a_pick(
    name: str = "Squat",
    *,
    role: Role = Role.MAIN,
    kit: tuple[Kit, ...] = (),
    light: bool = False,
    harder: Pick | None = None,
    easier: Form | None = None,
    first_line: tuple[Niggle, ...] = (),
    rules: tuple[NiggleRule, ...] = (),
    group: Group = Group.KNEE,
    **changes: Any,
) -> Pick:
    """The only form of an exercise of that name, which needs all of that kit and uses it."""
    form = a_form(name, kit=tuple([(thing,) for thing in kit]), **changes)
    return Pick(
        exercise=an_exercise(form, role=role, group=group),
        form=form,
        kit=kit,
        heavy=heavy(kit),
        light=light,
        harder=harder,
        easier=easier,
        first_line=first_line,
        rules=rules,
    )


def a_line(
    name: str = "Squat",
    *,
    role: Role = Role.MAIN,
    kit: tuple[Kit, ...] = (),
    light: bool = False,
    harder: Pick | None = None,
    first_line: tuple[Niggle, ...] = (),
    group: Group = Group.KNEE,
    **changes: Any,
) -> Line:
    """Two sets of ten with a minute's rest, with some fields of the line or its form changed."""
    of_form = {field: changes.pop(field) for field in list(changes) if field in _FORM}
    pick = a_pick(
        name,
        role=role,
        kit=kit,
        light=light,
        harder=harder,
        first_line=first_line,
        group=group,
        **of_form,
    )
    fields: dict[str, Any] = {
        "sets": 2,
        "sets_range": Range(1, 3),
        "rest_s": 60,
        "rest_range": Range(60, 60),
        "rest_most": 60,
        "work": Range(10, 12),
        "step": 1,
        "grown": tuple(range(12)),
        "at": 10,
        "top": 12,
        "rir": 3,
        "seconds_per_rep": pick.form.seconds_per_rep,
    }
    return Line(
        pick=pick,
        light=light,
        can_be_light=can_be_light(pick.form),
        counts=counts(pick.form),
        serves=in_order(served(pick.form)),
        rehearsed=needs_lighter_sets(pick.kit, pick.form.pattern, 1),
        **(fields | changes),
    )


def a_draft(
    *lines: Line,
    day: Day = Day.TUE,
    load: Load = Load.HIGH,
    limit: int = 60,
    ramp_most: Load | None = None,
) -> Draft:
    """A session of these lines, on a day that may have that load."""
    [slot] = a_layout({day: load})
    return Draft(slot=slot, limit=limit, lines=lines, ramp_most=ramp_most)


def a_choice(pick: Pick, purpose: str = Need.KNEE, *, slot: int = 0, **wish: Any) -> Choice:
    """The pick as what a wish chose for a session: one, unless `wish` says otherwise."""
    rung = Rung(
        place=0,
        form=pick.form,
        needs=served(pick.form),
        kit=pick.kit,
        heavy=pick.heavy,
        always=True,
        purposes=frozenset({purpose}),
        rules=pick.rules,
        first_line=pick.first_line,
    )
    return Choice(
        wish=Serve(**({"purpose": purpose, "sessions": 1} | wish)),
        slot=slot,
        candidate=Candidate(score=0, rung=rung, pick=pick),
    )


def a_pool(
    athlete: Athlete,
    able: Repertoires,
    stretch: Stretch,
    training: Training = UNTRAINED,
    *,
    days_to_race: float = inf,
) -> Pool:
    """What an athlete may do in a stretch who is able to do that, and has trained that before."""
    climb = Climb(athlete, stretch, training, repertoires=able, days_to_race=days_to_race)
    return Pool(athlete, able.on(Day.MON), climb)


def reached(sets: int, amount: int, *, at_top: bool = False) -> Reached:
    """What a form has grown to: repetitions, or seconds of a hold."""
    return Reached(sets=sets, amount=amount, at_top=at_top)


def a_training(forms: Mapping[str, Reached], *, hops: bool = False) -> Training:
    """What a block has had: what the first session had reached of each form, by the form's name."""
    return Training(forms={name: {1: work} for name, work in forms.items()}, hops=hops)
