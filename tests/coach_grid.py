"""Blocks read as a strength coach would: what was once seen in befit's plans and is in none of them
any more.

`python tests/coach_grid.py` plans them all and prints how often each fault is seen. What a fault is
stands here in a coach's words, and does not ask befit's own rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise, product
from typing import TypeAlias

from msgspec.structs import replace

from befit_cli.catalogue.load import load_catalogue
from befit_cli.evidence.block import most_load
from befit_cli.evidence.coverage import COVERAGE_MINUTES
from befit_cli.planning.planner import plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Athlete,
    Form,
    Kit,
    Knee,
    Level,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Phase,
    Prescription,
    Race,
    Range,
    Role,
    Session,
    WarmUpKey,
    Week,
    lighter,
)

_MONDAY = date(2027, 1, 4)
_CATALOGUE = load_catalogue()
_SORE_DAYS = 4
_SLOW_S = 5
"""The days for which slow lowering makes legs sore, and the seconds of a slow repetition."""
_LIGHT_DAYS = {Race.FIVE_K: 4, Race.TEN_K: 4, Race.HALF: 5, Race.MARATHON: 7, Race.NONE: 0}
"""The days before a race in which nothing is hard on the legs."""
_LAST_DAYS = 4
_LAST_MINUTES = 15
"""The days before a race in which a session is a short one, and how short."""

_HOME = (Kit.BACKPACK, Kit.BENCH, Kit.STEP, Kit.TOWEL)
_KITS: dict[str, tuple[Kit, ...]] = {
    "none": (),
    "home": _HOME,
    "home and band": (*_HOME, Kit.BAND),
    "home and dumbbell": (*_HOME, Kit.DUMBBELL),
    "home, band and dumbbell": (*_HOME, Kit.BAND, Kit.DUMBBELL),
    "kettlebell": (Kit.KETTLEBELL,),
    "gym": tuple(Kit),
}
_MINUTES = (20, 30, 45, 60)
_SESSIONS = (2, 3)
_NIGGLES = tuple([niggle for niggle in Niggle if niggle is not Niggle.BONE_STRESS])


def athletes() -> list[Athlete]:
    """Everybody of the grid: by race, level, kit, minutes and sessions, and then by niggle instead
    of race and level.
    """
    everybody = []
    for race, level, kit, minutes, sessions in product(
        Race, Level, _KITS.values(), _MINUTES, _SESSIONS
    ):
        well = Athlete(race=race, level=level, kit=_owned(kit), minutes=minutes, sessions=sessions)
        everybody.append(well)
    for niggle, kit, minutes, sessions in product(_NIGGLES, _KITS.values(), _MINUTES, _SESSIONS):
        sore = Athlete(
            race=Race.HALF,
            level=Level.INTERMEDIATE,
            kit=_owned(kit),
            minutes=minutes,
            sessions=sessions,
            niggles=(niggle,),
        )
        everybody.append(sore)
    return everybody


def _owned(kit: tuple[Kit, ...]) -> tuple[Kit, ...]:
    return tuple(sorted(kit))


@cache
def block(athlete: Athlete) -> tuple[Week, ...]:
    """The athlete's whole block, of the usual length for their race."""
    return plan_block(athlete, _CATALOGUE, plan_season(athlete, _MONDAY))


# What a coach looks at.


def _exercises(week: Week) -> Iterator[tuple[Session, Prescription]]:
    for session in week.sessions:
        for exercise in session.exercises:
            yield session, exercise


def _build(weeks: tuple[Week, ...]) -> list[Week]:
    return [week for week in weeks if week.build]


def ladder(exercise: Prescription) -> tuple[Form, ...]:
    """All forms of the exercise, easiest first."""
    return _CATALOGUE.by_id[exercise.id].ladder


def _form(exercise: Prescription) -> Form:
    return next(form for form in ladder(exercise) if form.name == exercise.form)


_HEAVY = {Kit.DUMBBELL, Kit.KETTLEBELL, Kit.BARBELL, Kit.MACHINE}


def _is_heavy(exercise: Prescription) -> bool:
    return not _HEAVY.isdisjoint(exercise.kit)


def _is_main_lift(exercise: Prescription) -> bool:
    lift = exercise.pattern in {Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE}
    return lift and exercise.role is Role.MAIN


def _is_loaded(exercise: Prescription) -> bool:
    """Whether its form is of medium or high class and no jump."""
    return exercise.full_load is not Load.LOW and not exercise.contacts


def _work(exercise: Prescription) -> int:
    return exercise.sets * (exercise.reps or exercise.hold_s or 0)


# What a coach would not sign.


def _restarts(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    reached: dict[str, dict[int, int]] = {}
    of_stretch: dict[str, dict[int, int]] = {}
    for week in weeks:
        if not week.build:
            reached |= of_stretch
            of_stretch = {}
            continue
        for session, exercise in _exercises(week):
            if _is_heavy(exercise) or exercise.light or exercise.contacts:
                continue
            before = reached.get(exercise.form, {})
            # In another session it goes on from where it had least.
            least = before.get(session.slot, min(before.values(), default=0))
            if _work(exercise) < least:
                return True
            of_stretch.setdefault(exercise.form, {})[session.slot] = _work(exercise)
    return False


_WITH_WEIGHT = {WarmUpKey.LIGHTER_SET, WarmUpKey.LIGHTER_SETS}
_WITH_BAND = {WarmUpKey.SLACK_BAND_SET, WarmUpKey.SLACK_BAND_SETS}
_JOLTS = {WarmUpKey.WALK_OR_JOG, WarmUpKey.JOG_OR_SKIP, WarmUpKey.HOPS}
_SORE_FROM_LUNGES = {Niggle.ITB, Niggle.PLANTAR, Niggle.RUNNERS_KNEE, Niggle.HAMSTRING}
_SORE_FROM_JOLTS = {
    Niggle.ACHILLES,
    Niggle.PLANTAR,
    Niggle.SHIN,
    Niggle.RUNNERS_KNEE,
    Niggle.ITB,
}


def _warms_up_for_another(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    for week in weeks:
        for session in week.sessions:
            steps = {step.key for step in session.warm_up.steps}
            kit = set(session.exercises[0].kit)
            if steps & _WITH_WEIGHT and not kit & (_HEAVY | {Kit.BACKPACK}):
                return True
            if steps & _WITH_BAND and Kit.BAND not in kit:
                return True
            if steps & _JOLTS and _SORE_FROM_JOLTS.intersection(athlete.niggles):
                return True
            lunges = WarmUpKey.ROCKS_SWINGS_AND_LUNGES in steps
            if lunges and _SORE_FROM_LUNGES.intersection(athlete.niggles):
                return True
    return False


def _has_time_for_all(athlete: Athlete) -> bool:
    """Whether nothing keeps a week from having all that it should: an hour, and no sore spot."""
    return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES and not athlete.niggles


def _lacks(need: Need, athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    if not _has_time_for_all(athlete):
        return False
    for week in weeks:
        if week.taper:
            continue
        if not any(need in exercise.serves for _, exercise in _exercises(week)):
            return True
    return False


def _lacks_pushing(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    return _lacks(Need.PUSH, athlete, weeks)


def _lacks_hamstrings(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    return _lacks(Need.HAMSTRING, athlete, weeks)


def _tapers_without_lifts(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    race_day = plan_season(athlete, _MONDAY).race_day
    before = _build(weeks)[-1]
    for week in weeks:
        if not (week.taper and week.sessions):
            continue
        # What stands in as many sessions as ever comes into no other one.
        had = _sessions_with(before) - _sessions_with(week)
        lifts = {one.id for _, one in _exercises(before) if _is_main_lift(one) and had[one.id]}
        first = week.sessions[0]
        most = most_load(athlete.race, (race_day - first.date).days)
        families = {one.family for one in first.exercises}
        known = [one for other in weeks for _, one in _exercises(other) if one.id in lifts]
        could_keep = any(
            lighter(one.full_load) <= most and one.family not in families for one in known
        )
        if could_keep and not any(map(_is_main_lift, first.exercises)):
            return True
        if _spares_accessories(week):
            return True
    return False


def _sessions_with(week: Week) -> Counter[str]:
    """How many sessions have an exercise, under its id."""
    return Counter([one.id for _, one in _exercises(week)])


def _tapers_with_more(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    *_, before = _build(weeks)
    most = _sets_of(before)
    for week in weeks:
        if week.taper and (_sessions_with(week) - _sessions_with(before) or _sets_of(week) - most):
            return True
    return False


def _is_sore_late(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    race_day = plan_season(athlete, _MONDAY).race_day
    for week in weeks:
        for session, one in _exercises(week):
            if week.taper and _makes_sore(one) and (race_day - session.date).days < _SORE_DAYS:
                return True
    return False


def _makes_sore(one: Prescription) -> bool:
    lift = one.pattern in {Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE} and _is_loaded(one)
    slow = (one.seconds_per_rep or 0) >= _SLOW_S
    return lift and (slow or one.pattern is Pattern.LUNGE)


def _is_hard_late(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    """Whether work for the legs is in full, or has a second set, in the days before the race."""
    race_day = plan_season(athlete, _MONDAY).race_day
    for session, one in _exercises(weeks[-1]):
        loaded = one.full_load is not Load.LOW and not one.contacts
        near = (race_day - session.date).days <= _LIGHT_DAYS[athlete.race]
        if weeks[-1].taper and loaded and near and (not one.light or one.sets > 1):
            return True
    return False


def _ends_long(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    """Whether the last session, days before the race, is more than a set of five things, or longer
    than a quarter of an hour for more than three.
    """
    race_day = plan_season(athlete, _MONDAY).race_day
    last = weeks[-1].sessions[-1:]
    if not (weeks[-1].taper and last) or (race_day - last[0].date).days > _LAST_DAYS:
        return False
    long = last[0].minutes > _LAST_MINUTES and len(last[0].exercises) > 3
    return last[0].sets > 5 or long


def _sets_of(week: Week) -> Counter[str]:
    """The sets of each exercise, under its id."""
    sets: Counter[str] = Counter()
    for _, one in _exercises(week):
        sets[one.id] += one.sets
    return sets


def _spares_accessories(week: Week) -> bool:
    """Whether a main lift has lost a set that an accessory still has."""
    lifts = [one.sets for _, one in _exercises(week) if _is_main_lift(one)]
    others = [one.sets for _, one in _exercises(week) if one.role is Role.ACCESSORY]
    return min(lifts, default=2) < 2 <= max(others, default=0)


def _eases_accessories_alone(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    """Whether a deload keeps more than 70 % of the sets of what loads the legs, though something of
    that has a set to give.
    """
    for before, week in pairwise(weeks):
        if not week.deload:
            continue
        full = sum(one.sets for _, one in _exercises(before) if _is_loaded(one))
        left = [one.sets for _, one in _exercises(week) if _is_loaded(one)]
        if sum(left) > 0.7 * full and max(left) > 1:
            return True
    return False


def _neglects_calves(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    if not _has_time_for_all(athlete):
        return False
    for week in _build(weeks):
        calves = [(s, one) for s, one in _exercises(week) if one.pattern is Pattern.CALF]
        if len({session.slot for session, _ in calves}) < 2:
            return True
        if not any(one.per_side and one.knee is Knee.STRAIGHT for _, one in calves):
            return True
    return False


def _lacks_weighted_calves(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    weights = _HEAVY | {Kit.BACKPACK}
    should = athlete.level > Level.BEGINNER and not weights.isdisjoint(athlete.kit)
    if not (should and _has_time_for_all(athlete)):
        return False
    for week in _build(weeks):
        calves = [one for _, one in _exercises(week) if one.pattern is Pattern.CALF]
        weighted = any(not weights.isdisjoint(one.kit) for one in calves)
        if week.phase is not Phase.GENERAL and not weighted:
            return True
    return False


def _does_few_without_weight(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    for week in weeks:
        for _, one in _exercises(week):
            if one.role is not Role.MAIN or one.reps is None or _is_heavy(one):
                continue
            one_leg_squat = one.pattern is Pattern.SQUAT and one.per_side
            if one.reps < (6 if one_leg_squat else 8):
                return True
    return False


def _jumps_hardest_first(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    hopped = False
    for week in weeks:
        for _, one in _exercises(week):
            if one.contacts:
                return _is_too_hard_first(athlete, one, hopped=hopped)
        hopped = hopped or any(session.warm_up.contacts for session in week.sessions)
    return False


def _is_too_hard_first(athlete: Athlete, jump: Prescription, *, hopped: bool) -> bool:
    """Whether there is an easier jump that is more than the hops, or nothing, that came before."""
    owned = set(athlete.kit)
    easier = []
    for form in ladder(jump):
        if form.name == jump.form:
            break
        can = form.level <= athlete.level and all(owned.intersection(one) for one in form.kit)
        drill = form.level is Level.BEGINNER
        if form.contacts and can and not (drill and hopped):
            easier.append(form)
    return bool(easier)


def _starts_full(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    if len(_build(weeks)) < 2 or not weeks[0].build:
        return False
    return any(_is_loaded(one) and not one.light for _, one in _exercises(weeks[0]))


def _minds_in_words_alone(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    for week in weeks:
        for _, one in _exercises(week):
            rules = _form(one).niggles
            for niggle in athlete.niggles:
                if niggle in rules and not _obeys(one, rules[niggle]):
                    return True
    return False


def _obeys(one: Prescription, rule: NiggleRule) -> bool:
    """Whether the dose is the niggle's: fewer sets are easier yet, and so are fewer seconds."""
    towel_on_machine = "towel" in (rule.note or "") and Kit.MACHINE in one.kit
    if towel_on_machine or (rule.note and rule.note not in (one.niggle_note or "")):
        return False
    if rule.seconds_per_rep is not None and one.seconds_per_rep != rule.seconds_per_rep:
        return False
    return all(
        [
            _within(one.reps, rule.reps),
            _within(one.hold_s, rule.hold),
            _within(one.sets, rule.sets),
        ]
    )


def _within(number: int | None, most: Range | None) -> bool:
    return most is None or (number is not None and number <= most.high)


def _is_harder_when_sore(athlete: Athlete, weeks: tuple[Week, ...]) -> bool:
    if not athlete.niggles:
        return False
    well = block(replace(athlete, niggles=()))
    for sore_week, well_week in zip(weeks, well, strict=True):
        # An easier week may have dropped what was hard, here and not there.
        if not sore_week.build:
            continue
        loads = {session.slot: session.load for session in well_week.sessions}
        for session in sore_week.sessions:
            if session.load > loads[session.slot]:
                return True
    return False


Fault: TypeAlias = Callable[[Athlete, tuple[Week, ...]], bool]

FAULTS: dict[str, tuple[str, Fault]] = {
    "work without weight that begins again lower": ("R31", _restarts),
    "a warm-up that is not for this session or this person": ("R47", _warms_up_for_another),
    "a week without pushing": ("R03", _lacks_pushing),
    "a taper without its main lift": ("R35", _tapers_without_lifts),
    "a deload that spares the lifts": ("R34", _eases_accessories_alone),
    "a taper with more of an exercise": ("R35c", _tapers_with_more),
    "sore legs just before the race": ("R38", _is_sore_late),
    "full work for the legs days before the race": ("R35b", _is_hard_late),
    "a long session just before the race": ("R35b", _ends_long),
    "calves in one session, or none on one straight leg": ("R08", _neglects_calves),
    "no weighted calf work for who owns weights": ("R08", _lacks_weighted_calves),
    "main work without weight in few repetitions": ("R26", _does_few_without_weight),
    "a week without the hamstrings": ("R03", _lacks_hamstrings),
    "a first jump that is not the easiest": ("R25", _jumps_hardest_first),
    "full work in the first week": ("R19", _starts_full),
    "a niggle minded in words alone": ("R59", _minds_in_words_alone),
    "a sore spot that raises the load": ("R59", _is_harder_when_sore),
}
"""What a coach would not sign, with the rule that it breaks."""


def faults(athlete: Athlete, weeks: tuple[Week, ...]) -> list[str]:
    """What a coach sees in that block of the athlete's."""
    return [fault for fault, (_, is_seen) in FAULTS.items() if is_seen(athlete, weeks)]


def table(everybody: list[Athlete]) -> str:
    """How many of their blocks have each fault, in Markdown."""
    seen: Counter[str] = Counter()
    for athlete in everybody:
        seen.update(faults(athlete, block(athlete)))
    rows = [f"| seen | in {len(everybody)} blocks | rule |", "|---|---|---|"]
    for fault, (rule, _) in FAULTS.items():
        rows.append(f"| {fault} | {seen[fault]} | {rule} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table(athletes()))
