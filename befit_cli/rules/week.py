"""How many sessions a week has, and how far apart they stand: all of them, those with load, and
those with jumps. R10 and R21 are asked from one week to the next, too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import combinations, pairwise
from math import inf

from befit_cli.evidence.block import STRENGTH_DAYS
from befit_cli.evidence.jumps import JUMP_SESSIONS_MAX
from befit_cli.evidence.week import APART, HIGH_SESSIONS_MAX, SESSIONS
from befit_cli.rules.case import (
    WHOLE,
    Case,
    days,
    in_week,
    measured,
    on,
    sessions,
    with_jumps,
    with_load,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Catalogue, Day, Load, Plan, RunSource, Session, Week, phrase


@Rule(
    "R01",
    Kind.MUST,
    text=phrase(
        "{least} or {most} sessions in a build week, as many as were asked for; taper weeks may "
        "have fewer, and so may a week that the runner has otherwise",
        least=SESSIONS.low,
        most=SESSIONS.high,
    ),
    basis=phrase("Blagrove 2018 (Sports Med 48:1117); ACSM 2026 (two or more a week)"),
    advice=phrase(
        "Two or three sessions a week are what works beside running: add one or leave one out."
    ),
).of_week
def number_of_sessions(case: Case) -> Breaches:
    number = len(case.week.sessions)
    # Before the race R38 may leave fewer days than sessions are asked for: then those are enough.
    has_days = case.week.build and number < _days_before_race(case)
    # A week of which the runner says what days it has may have fewer.
    too_few = has_days and number < SESSIONS.low and case.week.runner is None
    if number > SESSIONS.high or too_few:
        yield Breach(WHOLE, sessions(number), phrase("{range}", range=SESSIONS))
    elif has_days and number < case.athlete.sessions:
        asked = phrase("{sessions} as asked for", sessions=case.athlete.sessions)
        yield Breach(WHOLE, sessions(number), asked, should=True, new=True)


def _days_before_race(case: Case) -> float:
    """The athlete's days that R38 leaves them; without end where it takes none."""
    athlete = case.athlete
    least = STRENGTH_DAYS[athlete.race]
    left = [day for day in athlete.days if case.days_left(day) >= least]
    return len(left) if len(left) < len(athlete.days) else inf


R10 = Rule(
    "R10",
    Kind.MUST,
    text=phrase(
        "two sessions of medium or high load are at least {days} days apart, those of two weeks, "
        "too",
        days=APART,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Legs need a day to recover between harder sessions: move one of them, or make it lighter."
    ),
)


@R10.of_week
def loaded_days_apart(case: Case) -> Breaches:
    loaded = with_load(case.sessions, Load.MEDIUM, Load.HIGH)
    yield from _too_close(loaded, repeats=_repeats(case.week))
    # Its words must be those of the forms and the days, too.
    for session, load, _, _ in case.sessions:
        if session.load is not load:
            yield Breach(
                on(session.day),
                phrase("says {load} load", load=session.load),
                phrase("{load}, as its exercises have", load=load),
                advice=phrase(
                    "Whoever reads the plan goes by its words: write the load that the exercises "
                    "have, or make them lighter."
                ),
                new=True,  # forms may have been of another class when the plan was made
            )
        date = case.week.starts + timedelta(days=session.day.rank)
        if session.date != date:
            yield Breach(
                on(session.day),
                phrase("dated {date}", date=session.date),
                phrase("{date}", date=date),
                advice=phrase(
                    "Whoever reads the plan goes by its dates: write the one of the session's day."
                ),
            )


@R10.of_block
def loaded_days_apart_over_weeks(plan: Plan, _: Catalogue) -> Breaches:
    yield from _too_close_over_weeks(
        plan, lambda week: with_load(measured(week), Load.MEDIUM, Load.HIGH)
    )


@Rule(
    "R16",
    Kind.SHOULD,
    text=phrase("at least one day a week with neither strength nor a hard or long run"),
    basis=CONSENSUS,
    advice=phrase(
        "There is no day without strength or a hard or long run: take one whenever you need it."
    ),
).of_week
def day_off(case: Case) -> Breaches:
    # Easy runs are not planned here and may stand on any day, so a day off may have one.
    busy = {session.day for session in case.week.sessions}
    if all(day in busy or case.week.runs.on(day) for day in Day):
        yield Breach(WHOLE, phrase("no day off"), phrase("one day or more"))


@Rule(
    "R18",
    Kind.MUST,
    text=phrase(
        "at most {most} high-load sessions a week; a third is medium or low",
        most=HIGH_SESSIONS_MAX,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Two heavy sessions a week are enough beside running: make the third a lighter one."
    ),
).of_week
def high_load_sessions(case: Case) -> Breaches:
    high = with_load(case.sessions, Load.HIGH)
    said = [session for session in high if session.load is Load.HIGH]
    if len(high) > HIGH_SESSIONS_MAX:
        yield Breach(
            WHOLE,
            phrase("{sessions} sessions of high load", sessions=len(high)),
            phrase("at most {most}", most=HIGH_SESSIONS_MAX),
            new=len(said) <= HIGH_SESSIONS_MAX,
        )


R21 = Rule(
    "R21",
    Kind.MUST,
    text=phrase(
        "at most {most} sessions with jumps a week, at least {days} days apart",
        most=JUMP_SESSIONS_MAX,
        days=APART,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Jumps need rest between them: at most two sessions a week, with a day in between."
    ),
)


@R21.of_week
def jump_sessions(case: Case) -> Breaches:
    jumps = with_jumps(case.sessions)
    if len(jumps) > JUMP_SESSIONS_MAX:
        yield Breach(
            WHOLE,
            phrase("{sessions} sessions with jumps", sessions=len(jumps)),
            phrase("at most {most}", most=JUMP_SESSIONS_MAX),
        )
    yield from _too_close(jumps, repeats=_repeats(case.week))


@R21.of_block
def jumps_apart_over_weeks(plan: Plan, _: Catalogue) -> Breaches:
    yield from _too_close_over_weeks(plan, lambda week: with_jumps(measured(week)))


def _too_close(sessions: list[Session], *, repeats: bool) -> Breaches:
    """Pairs of a week; of one that repeats the Sunday is a day before the Monday."""
    for first, second in combinations(sessions, 2):
        gap = abs(first.day.rank - second.day.rank)
        if repeats:
            gap = first.day.apart(second.day)
        if gap < APART:
            yield Breach(
                phrase("{first} and {second}", first=first.day, second=second.day),
                phrase("{days} apart", days=days(gap)),
                phrase("{days} days or more", days=APART),
            )


def _too_close_over_weeks(plan: Plan, choose: Callable[[Week], list[Session]]) -> Breaches:
    """Pairs of a week and the next, of the sessions that `choose` takes from each."""
    for before, after in pairwise(plan.weeks):
        earlier, later = choose(before), choose(after)
        # A pair of days that one of the two weeks has by itself is told of that week already.
        told = [{session.day for session in earlier}, {session.day for session in later}]
        for first in earlier:
            for second in later:
                gap = (after.starts - before.starts).days + second.day.rank - first.day.rank
                pair = {first.day, second.day}
                if gap < APART and not any(pair <= known for known in told):
                    yield Breach(
                        phrase(
                            "{first} and {second}",
                            first=in_week(before.number, on(first.day)),
                            second=in_week(after.number, on(second.day)),
                        ),
                        phrase("{days} apart", days=days(gap)),
                        phrase("{days} days or more", days=APART),
                    )


def _repeats(week: Week) -> bool:
    """Whether the weeks beside it are taken to be like it: as long as nothing says otherwise."""
    if week.runs_before or week.runs_after or week.runner:
        return False
    return week.runs.source is RunSource.PROFILE
