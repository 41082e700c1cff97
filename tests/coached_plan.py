"""A block that a coach could have written by hand, from a catalogue as small: for the tests of the
rules, which need a sound plan and no planner.

Twelve weeks to a half marathon for a runner of some lifting experience with dumbbells, a band and a
backpack at home: Tuesdays after the hard run, and Fridays.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from msgspec.structs import replace
from sample_forms import a_form, an_exercise

from befit_cli.evidence.coverage import REGIONS, served
from befit_cli.evidence.load import dosed_load
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.session import exercise_seconds, session_minutes
from befit_cli.rules.case import measured
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Facts,
    Form,
    Kit,
    Knee,
    Level,
    Load,
    Muscles,
    Next,
    Niggle,
    NiggleChanges,
    NiggleRule,
    Note,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Prescription,
    Race,
    Range,
    Reason,
    ReasonKey,
    Role,
    Run,
    SafetyLine,
    Scope,
    Session,
    Step,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
    Week,
    usual_runs,
)

MONDAY = date(2027, 1, 4)
QUADS = Muscles(("quadriceps", "gluteus-maximus"))
CALVES = Muscles(("calves",))
SORE_HEEL = {
    Niggle.ACHILLES: NiggleRule(act=Act.FIRST_LINE),
    Niggle.PLANTAR: NiggleRule(act=Act.FIRST_LINE),
}
NO_JUMPS = {Niggle.ACHILLES: NiggleRule(act=Act.AVOID, swap=("squats",))}
LOW_BACK = {
    Niggle.LOW_BACK: NiggleRule(
        act=Act.MODIFY,
        note="Short holds, many of them.",
        sets=Range(2, 2),
        hold=Range(10, 15),
    )
}


def _exercise(id_: str, role: Role, *ladder: Form) -> Exercise:
    return an_exercise(*ladder, id=id_, name=id_.replace("-", " ").capitalize(), role=role)


def _form(name: str, pattern: Pattern, load: Load = Load.LOW, **changes: Any) -> Form:
    changes.setdefault("family", pattern.value)
    return a_form(name, pattern=pattern, load=load, **changes)


def _calf(name: str, load: Load, **changes: Any) -> Form:
    fields: dict[str, Any] = {"muscles": CALVES, "knee": Knee.STRAIGHT, "niggles": SORE_HEEL}
    return _form(name, Pattern.CALF, load, **(fields | changes))


def _jump(name: str, level: Level, **changes: Any) -> Form:
    fields: dict[str, Any] = {"contacts": 1, "seconds_per_rep": 2.0, "niggles": NO_JUMPS}
    return _form(name, Pattern.PLYOMETRIC, Load.HIGH, level=level, **(fields | changes))


CATALOGUE = Catalogue(
    exercises=(
        _exercise(
            "jump-squats",
            Role.POWER,
            _jump("Snap-down", Level.BEGINNER),
            _jump("Jump squat", Level.INTERMEDIATE, prerequisite="Ten quiet landings."),
            _jump("Low rebound jumps", Level.INTERMEDIATE),
            _jump("Rebound jumps", Level.ADVANCED),
        ),
        _exercise(
            "squats",
            Role.MAIN,
            _form("Half squat", Pattern.SQUAT, muscles=QUADS),
            _form(
                "Goblet squat",
                Pattern.SQUAT,
                Load.HIGH,
                muscles=QUADS,
                kit=((Kit.DUMBBELL,),),
                family="squat",
            ),
            _form(
                "Barbell squat",
                Pattern.SQUAT,
                Load.HIGH,
                muscles=QUADS,
                kit=((Kit.BARBELL,),),
            ),
        ),
        _exercise(
            "single-leg-deadlifts",
            Role.MAIN,
            _form(
                "Dumbbell single-leg deadlift",
                Pattern.HINGE,
                Load.HIGH,
                muscles=Muscles(("hamstrings", "gluteus-maximus")),
                kit=((Kit.DUMBBELL,),),
                per_side=True,
            ),
        ),
        _exercise(
            "split-squats",
            Role.ACCESSORY,
            _form("Split squat", Pattern.LUNGE, muscles=QUADS, per_side=True),
            _form("Deep split squat", Pattern.LUNGE, muscles=QUADS, per_side=True),
        ),
        _exercise(
            "calf-raises",
            Role.ACCESSORY,
            _calf("Two-leg calf raise", Load.LOW),
            _calf(
                "Backpack calf raise on one leg",
                Load.MEDIUM,
                kit=((Kit.BACKPACK,),),
                per_side=True,
            ),
            _calf(
                "Dumbbell calf raise on one leg",
                Load.MEDIUM,
                kit=((Kit.DUMBBELL,),),
                per_side=True,
            ),
        ),
        _exercise(
            "heel-raises",
            Role.ACCESSORY,
            _calf("One-leg raise, bent knee", Load.MEDIUM, knee=Knee.BENT, family="heel"),
            _calf(
                "Slow heel raise on a rolled sock",
                Load.LOW,
                family="heel",
                only_for=(Niggle.PLANTAR,),
            ),
        ),
        _exercise(
            "glute-bridges",
            Role.ACCESSORY,
            _form(
                "Bridge walk-out",
                Pattern.HINGE,
                muscles=Muscles(("hamstrings",)),
                family="bridge",
            ),
            _form("Nordic lowering", Pattern.HINGE, Load.HIGH, family="bridge", race_weeks=3),
        ),
        _exercise("band-rows", Role.ACCESSORY, _form("Band row", Pattern.PULL, kit=((Kit.BAND,),))),
        _exercise("push-ups", Role.ACCESSORY, _form("Push-up", Pattern.PUSH)),
        _exercise(
            "side-raises",
            Role.PREHAB,
            _form("Side leg raise", Pattern.ABDUCTION, per_side=True, seconds_per_rep=6.0),
        ),
        _exercise(
            "planks",
            Role.CORE,
            _form("Plank", Pattern.ANTI_EXTENSION, niggles=LOW_BACK, seconds_per_rep=None),
            _form("Side plank", Pattern.ANTI_EXTENSION, per_side=True, seconds_per_rep=None),
        ),
    )
)


class Line(NamedTuple):
    """An exercise of the block, with its dose in the first week that builds; from then on it grows
    a little each.
    """

    slot: int
    id: str
    form: str
    sets: int
    start: int
    """Repetitions, or seconds of a hold."""


LINES = (
    Line(1, "squats", "Goblet squat", 2, 10),
    Line(1, "glute-bridges", "Bridge walk-out", 2, 8),
    Line(1, "calf-raises", "Backpack calf raise on one leg", 2, 10),
    Line(1, "heel-raises", "One-leg raise, bent knee", 2, 10),
    Line(1, "side-raises", "Side leg raise", 2, 8),
    Line(1, "planks", "Plank", 3, 20),
    Line(2, "single-leg-deadlifts", "Dumbbell single-leg deadlift", 2, 10),
    Line(2, "split-squats", "Split squat", 2, 8),
    Line(2, "calf-raises", "Backpack calf raise on one leg", 2, 10),
    Line(2, "heel-raises", "One-leg raise, bent knee", 2, 10),
    Line(2, "band-rows", "Band row", 2, 8),
    Line(2, "push-ups", "Push-up", 2, 8),
    Line(2, "planks", "Side plank", 2, 15),
)
JUMPS = Line(1, "jump-squats", "Jump squat", 2, 3)
HEAVY_REPS = {Phase.GENERAL: 10, Phase.STRENGTH: 6, Phase.POWER: 4}
HEAVY_SETS = {Phase.GENERAL: 2, Phase.STRENGTH: 3, Phase.POWER: 2}


class When(NamedTuple):
    """Where a week stands in the block."""

    number: int
    phase: Phase
    step: int
    """Its place among the build weeks, from 0; an easier week keeps the last."""
    since: int
    """Its place among the build weeks of its phase, from 0."""
    deload: bool = False
    taper: bool = False

    @property
    def build(self) -> bool:
        return not (self.deload or self.taper)


CALENDAR = (
    When(1, Phase.GENERAL, 0, 0),
    When(2, Phase.GENERAL, 1, 1),
    When(3, Phase.GENERAL, 2, 2),
    When(4, Phase.GENERAL, 2, 2, deload=True),
    When(5, Phase.STRENGTH, 3, 0),
    When(6, Phase.STRENGTH, 4, 1),
    When(7, Phase.STRENGTH, 5, 2),
    When(8, Phase.STRENGTH, 5, 2, deload=True),
    When(9, Phase.POWER, 6, 0),
    When(10, Phase.POWER, 7, 1),
    When(11, Phase.TAPER, 7, 1, taper=True),
    When(12, Phase.TAPER, 7, 1, taper=True),
)
RAMP = (1, 2)
RUNNER = Athlete(
    race=Race.HALF,
    sessions=2,
    level=Level.INTERMEDIATE,
    kit=tuple(sorted((Kit.DUMBBELL, Kit.BAND, Kit.BACKPACK))),
    minutes=42,
    hard_runs=(Day.TUE,),
    long_run=Day.SUN,
)
DAYS = {1: Day.TUE, 2: Day.FRI}


def form(id_: str, name: str) -> Form:
    """A form of the small catalogue."""
    return next(each for each in CATALOGUE.by_id[id_].ladder if each.name == name)


def prescription(id_: str, name: str, *, sets: int, amount: int, **changes: Any) -> Prescription:
    """So many repetitions of a form, or seconds where it is a hold, with some fields changed."""
    exercise = CATALOGUE.by_id[id_]
    this = form(id_, name)
    holds = this.seconds_per_rep is None
    heavy = this.kit == ((Kit.DUMBBELL,),)
    light = changes.get("light", False)
    fields: dict[str, Any] = {
        "id": id_,
        "name": exercise.name,
        "form": name,
        "group": exercise.group,
        "pattern": this.pattern,
        "family": this.family,
        "role": exercise.role,
        "regions": REGIONS[this.pattern],
        "load": dosed_load(this.load, light=light),
        "kit": this.kit_used(tuple(Kit)),
        "level": this.level,
        "sets": sets,
        "reps": None if holds else amount,
        "hold_s": amount if holds else None,
        "per_side": this.per_side,
        "seconds_per_rep": this.seconds_per_rep,
        "rest_s": 120 if heavy else 60,
        "rir": None if holds or this.contacts else 3,
        "contacts": this.contacts,
        "muscles": this.muscles,
        "niggle_note": None,
        "cue": "Stand tall.",
        "next": Next(step=Step.WEIGHT if heavy else Step.REPS, to=None if heavy else amount + 2),
        "serves": tuple(sorted(served(this))),
        "knee": this.knee,
        "prerequisite": this.prerequisite,
    }
    return Prescription(**(fields | changes))


def planned(line: Line, when: When, *, near: bool = False) -> Prescription:
    """The exercise as that week has it: near the race a set, light."""
    heavy = form(line.id, line.form).kit == ((Kit.DUMBBELL,),)
    main = CATALOGUE.by_id[line.id].role is Role.MAIN
    jumps = form(line.id, line.form).contacts > 0
    medium = form(line.id, line.form).load is not Load.LOW
    phase = Phase.POWER if when.taper else when.phase
    grows = 5 if form(line.id, line.form).seconds_per_rep is None else 1
    amount = line.start + grows * when.step
    sets = line.sets
    if main and heavy:
        amount = HEAVY_REPS[phase] + when.since
        sets = HEAVY_SETS[phase]
    if jumps:
        amount = line.start + when.since
    changes: dict[str, Any] = {}
    if when.deload:
        sets = max(1, sets - 1)
    if near or (when.taper and not main):
        sets = 1
    if medium and (near or when.number in RAMP):
        changes = {"light": True, "rir": 4}
        sets = min(sets, 2)
    made = prescription(line.id, line.form, sets=sets, amount=amount, **changes)
    return replace(made, rir=made.rir + 1) if when.deload and made.rir else made


STEPS = (
    WarmUpStep(WarmUpKey.WALK_ON_THE_SPOT, {"minutes": 3}),
    WarmUpStep(WarmUpKey.ROCKS_AND_SWINGS, {"reps": 8}),
    WarmUpStep(WarmUpKey.EASY_SET),
    WarmUpStep(WarmUpKey.LIGHTER_SETS),
)
"""A warm-up for all sessions: nothing in it jars, and any lift may come first."""


def timed(one: Session) -> Session:
    """The session with the minutes that its work takes."""
    seconds = [exercise_seconds(each, first=not place) for place, each in enumerate(one.exercises)]
    return replace(one, minutes=session_minutes(one.warm_up.minutes, seconds))


RUN_FIRST = Reason(ReasonKey.RUN_FIRST, {"hours": 3, "better": 6})


def session(
    number: int, slot: int, day: Day, *work: Prescription, hard: bool = False, hops: int = 0
) -> Session:
    """A session of that week, on a day with or without a hard run."""
    return timed(
        Session(
            slot=slot,
            day=day,
            date=MONDAY + timedelta(weeks=number - 1, days=day.rank),
            load=Load.LOW,
            minutes=0,
            reasons=(RUN_FIRST,) if hard else (),
            with_run=Run.HARD if hard else None,
            warm_up=WarmUp(minutes=8, steps=STEPS, contacts=hops),
            exercises=work,
        )
    )


def note(rule: str, key: NoteKey, **facts: Any) -> Note:
    """A note of the plan."""
    said: Facts = facts
    return Note(rule=rule, key=key, scope=Scope.WEEK, facts=said)


_HEAVIER = ["Goblet squat", "Dumbbell single-leg deadlift"]
NOTES = {
    1: (note("R28", NoteKey.EFFORT), note("R19", NoteKey.RAMP)),
    5: (note("R30", NoteKey.HEAVIER, week=3, forms=_HEAVIER),),
    9: (
        note("R30", NoteKey.HEAVIER, week=7, forms=_HEAVIER),
        note("R25", NoteKey.PREREQUISITE, form="Jump squat", needs="Ten quiet landings."),
    ),
}
"""What the weeks say beside how to add load."""


def with_loads(one: Week) -> Week:
    """The week with the loads that its sessions have."""
    sessions = []
    for measured_session in measured(one):
        sessions.append(replace(measured_session.session, load=measured_session.load))
    return replace(one, sessions=tuple(sessions))


def week(when: When, athlete: Athlete, of: int, *, springs: bool) -> Week:
    """A week of a block of so many; without hops and jumps where it does not spring."""
    near = when.number == of and when.taper
    sessions = []
    for slot, day in DAYS.items():
        if near and slot > 1:
            # Two days before the race.
            continue
        # A taper has room for fewer sets than there are exercises.
        stay = [line for line in LINES if not (when.taper and line.id == "side-raises")]
        work = [planned(line, when, near=near) for line in stay if line.slot == slot]
        if springs and slot == JUMPS.slot and when.phase is Phase.POWER:
            work.insert(0, planned(JUMPS, when))
        hops = 0
        if springs and slot == 1 and when.build and when.number > RAMP[-1]:
            hops = 20 if when.number == RAMP[-1] + 1 else 30
        hard = day in athlete.hard_runs
        sessions.append(session(when.number, slot, day, *work, hard=hard, hops=hops))
    starts = MONDAY + timedelta(weeks=when.number - 1)
    add_load = NoteKey.ADD_LOAD
    if when.taper:
        add_load = NoteKey.KEEP_LOAD
    elif when.deload:
        add_load = NoteKey.KEEP_THIS_WEEK
    third_day = (note("R59", NoteKey.THIRD_DAY),) if athlete.niggles and when.number == 1 else ()
    changes = [
        NiggleChanges(name=niggle, left_out=(), first=(), changed=()) for niggle in athlete.niggles
    ]
    return with_loads(
        Week(
            number=when.number,
            of=of,
            starts=starts,
            phase=when.phase,
            deload=when.deload,
            taper=when.taper,
            runs=usual_runs(athlete, starts),
            sessions=tuple(sessions),
            notes=(note("R30", add_load), *NOTES.get(when.number, ()), *third_day),
            niggles=tuple(changes),
        )
    )


def block(
    athlete: Athlete = RUNNER, calendar: tuple[When, ...] = CALENDAR, *, springs: bool = True
) -> Plan:
    """The twelve weeks, or those of another calendar."""
    of = len(calendar)
    return Plan(
        befit="0.2.0",
        athlete=athlete,
        weeks=tuple([week(when, athlete, of, springs=springs) for when in calendar]),
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
    )
