"""What the days of one week must obey: the sessions, what they cover together, and where load and
jumps stand round runs and race.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from befit_cli.evidence.block import (
    HIGH_LOAD_DAYS,
    JUMP_DAYS,
    MEDIUM_LOAD_DAYS,
    STRENGTH_DAYS,
)
from befit_cli.evidence.coverage import (
    COVERAGE,
    LEG_MUSCLES,
    MUSCLE_SETS_MAX,
    MUSCLE_SETS_MIN,
    coverage,
)
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX, JUMP_SHARE, jump_share
from befit_cli.evidence.sets import counts, total_counts
from befit_cli.evidence.week import (
    APART,
    CAUTIOUS_DAYS,
    CAUTIOUS_WEEKS,
    HIGH_SESSIONS_MAX,
    HOURS_AFTER_RUN,
    RUN_FIRST,
    SESSIONS,
    next_key_run,
)
from befit_cli.rules.terms import days, days_left, with_jumps, with_load
from befit_cli.values import Day, Level, Load, Region, Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from befit_cli.rules.terms import Asked, Found

_RUN_FIRST = re.compile(r"\brun first\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(\d+)[ -]?h(?:ours?)?\b", re.IGNORECASE)


def number_of_sessions(asked: Asked) -> Found:
    """R01; fewer are right where R38 leaves fewer days."""
    found = len(asked.week.sessions)
    if found > SESSIONS.high or (
        asked.week.build and found < SESSIONS.low and found < _days_before_race(asked)
    ):
        yield "", f"{found} sessions", f"{SESSIONS}"


def _days_before_race(asked: Asked) -> float:
    """The athlete's days that R38 leaves them; without end where it takes none."""
    least = STRENGTH_DAYS[asked.athlete.race]
    left = [day for day in asked.athlete.days if days_left(asked.athlete, asked.week, day) >= least]
    return len(left) if len(left) < len(asked.athlete.days) else inf


def covers_everything(asked: Asked) -> Found:
    """R03; not asked in a taper, nor where R36 to R38 take load or days from the week."""
    last = max(asked.athlete.days, default=Day.MON)
    if (
        asked.week.taper
        or days_left(asked.athlete, asked.week, last) < HIGH_LOAD_DAYS[asked.athlete.race]
    ):
        return
    done = [exercise for _, exercise in asked.exercises]
    met = {
        name for exercise in done for name in coverage(exercise.pattern, per_side=exercise.per_side)
    }
    missing = [f"no {need.name} exercise" for need in COVERAGE if need.name not in met]
    if not missing:  # a missing exercise already tells of its region
        trained = {region for exercise in done for region in exercise.regions}
        missing = [f"nothing for the {region}" for region in Region if region not in trained]
    for what in missing:
        yield "", what, "one a week"


def leg_muscle_sets(asked: Asked) -> Found:
    """R04."""
    if not asked.week.build:
        return
    total = total_counts((counts(exercise), exercise.sets) for _, exercise in asked.exercises)
    most = MUSCLE_SETS_MAX[asked.athlete.level]
    for muscle in LEG_MUSCLES:
        sets = total.get(muscle, 0.0)
        if not MUSCLE_SETS_MIN <= sets <= most:
            yield muscle, f"{sets:g} sets", f"{MUSCLE_SETS_MIN}-{most}"


def loaded_days_apart(asked: Asked) -> Found:
    """R10, and that the loads and dates which it rests on are those of the forms and the days."""
    yield from _too_close(with_load(asked.sessions, Load.MEDIUM, Load.HIGH))
    for session, load, _, _ in asked.sessions:
        if session.load is not load:
            yield session.day.title, f"says {session.load} load", f"{load}, as its exercises have"
        date = asked.week.starts + timedelta(days=session.day.rank)
        if session.date != date:
            yield session.day.title, f"dated {session.date}", f"{date}"


def high_load_before_key_run(asked: Asked) -> Found:
    """R11."""
    yield from _high_load_before(asked, 1)


def careful_before_key_run(asked: Asked) -> Found:
    """R12."""
    if asked.athlete.level is Level.BEGINNER or asked.week.number <= CAUTIOUS_WEEKS:
        yield from _high_load_before(asked, CAUTIOUS_DAYS)


def _high_load_before(asked: Asked, within: int) -> Found:
    for session in with_load(asked.sessions, Load.HIGH):
        ahead = next_key_run(asked.athlete, session.day)
        if ahead is not None and ahead[0] <= within:
            left, run = ahead
            found = f"high load {days(left)} before {run.title}'s {asked.athlete.run_on(run)} run"
            yield session.day.title, found, f"{within + 1} days or more"


def run_first(asked: Asked) -> Found:
    """R13."""
    yield from _run_said(asked, "hard")
    for session in asked.week.sessions:
        if asked.athlete.run_on(session.day) == "hard" and not _says_run_first(session.why):
            yield session.day.title, "does not say to run first and wait", RUN_FIRST


def _says_run_first(why: str) -> bool:
    """Whether it says so in whatever words, with a wait that is long enough."""
    hours = [float(number) for number in _HOURS.findall(why)]
    return bool(_RUN_FIRST.search(why)) and bool(hours) and min(hours) >= HOURS_AFTER_RUN


def light_on_long_run_day(asked: Asked) -> Found:
    """R14."""
    yield from _run_said(asked, "long")
    for session, load, _, _ in asked.sessions:
        if load is not Load.LOW and session.day is asked.athlete.long_run:
            yield session.day.title, f"{load} load on the day of the long run", "low load"


def _run_said(asked: Asked, kind: str) -> Found:
    """Sessions that are wrong about this kind of run on their day."""
    for session in asked.week.sessions:
        run = asked.athlete.run_on(session.day)
        if session.with_run != run and (run or session.with_run) == kind:
            yield (
                session.day.title,
                f"says {session.with_run or 'no'} run",
                f"{run or 'no'} run on that day",
            )


def after_long_run(asked: Asked) -> Found:
    """R15."""
    for session in with_load(asked.sessions, Load.HIGH):
        if asked.athlete.long_run is not None and asked.athlete.long_run.until(session.day) == 1:
            yield session.day.title, "high load on the day after the long run", "medium or low load"


def day_off(asked: Asked) -> Found:
    """R16."""
    busy = {session.day for session in asked.week.sessions}
    if all(day in busy or asked.athlete.run_on(day) for day in Day):
        yield "", "no day off", "one day or more"


def high_load_sessions(asked: Asked) -> Found:
    """R18."""
    high = with_load(asked.sessions, Load.HIGH)
    if len(high) > HIGH_SESSIONS_MAX:
        yield "", f"{len(high)} sessions of high load", f"at most {HIGH_SESSIONS_MAX}"


def jump_sessions(asked: Asked) -> Found:
    """R21."""
    jumps = with_jumps(asked.sessions)
    if len(jumps) > JUMP_SESSIONS_MAX:
        yield "", f"{len(jumps)} sessions with jumps", f"at most {JUMP_SESSIONS_MAX}"
    yield from _too_close(jumps)


def _too_close(sessions: list[Session]) -> Found:
    for first, second in combinations(sessions, 2):
        gap = first.day.apart(second.day)
        if gap < APART:
            yield (
                f"{first.day.title} and {second.day.title}",
                f"{days(gap)} apart",
                f"{APART} days or more",
            )


def share_of_jumps(asked: Asked) -> Found:
    """R23; an eased week has too few sets for shares to mean anything."""
    share = jump_share((exercise, exercise.sets) for _, exercise in asked.exercises)
    if asked.week.build and share:
        low, high = JUMP_SHARE[asked.athlete.race]
        if not low <= share <= high:
            yield "jumps", f"{share:.1%} of the leg sets", f"{low:.0%} to {high:.0%}"


def last_high_load(asked: Asked) -> Found:
    """R36."""
    yield from _too_late(
        asked, with_load(asked.sessions, Load.HIGH), "high load", HIGH_LOAD_DAYS[asked.athlete.race]
    )


def last_jumps(asked: Asked) -> Found:
    """R37."""
    yield from _too_late(asked, with_jumps(asked.sessions), "jumps", JUMP_DAYS[asked.athlete.race])


def last_strength(asked: Asked) -> Found:
    """R38."""
    least, least_loaded = STRENGTH_DAYS[asked.athlete.race], MEDIUM_LOAD_DAYS[asked.athlete.race]
    yield from _too_late(asked, with_load(asked.sessions, Load.LOW), "strength", least)
    yield from _too_late(
        asked,
        with_load(asked.sessions, Load.MEDIUM, Load.HIGH),
        "medium or high load",
        least_loaded,
    )


def _too_late(asked: Asked, sessions: Iterable[Session], what: str, least: int) -> Found:
    for session in sessions:
        left = days_left(asked.athlete, asked.week, session.day)
        if left < least:
            yield session.day.title, f"{what} {days(left)} before the race", f"{least} days or more"
