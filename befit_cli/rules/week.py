"""What the days of one week must obey: the sessions, what they cover together, and where load and
jumps stand round runs and race. R10 and R21 are asked from one week to the next as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import combinations, pairwise
from math import inf

from befit_cli.evidence.ability import lacking
from befit_cli.evidence.block import (
    HIGH_LOAD_DAYS,
    JUMP_DAYS,
    MEDIUM_LOAD_DAYS,
    STRENGTH_DAYS,
)
from befit_cli.evidence.coverage import (
    COVERAGE,
    COVERAGE_MINUTES,
    LEG_MUSCLES,
    MUSCLE_SETS_MAX,
    MUSCLE_SETS_MIN,
    SECONDARY_SHARE,
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
    HOURS_BETTER,
    REST_AFTER_LONG_RUN,
    SESSIONS,
    next_key_run,
)
from befit_cli.rules.case import (
    WHOLE,
    Case,
    days,
    days_left,
    in_week,
    measured,
    on,
    with_jumps,
    with_load,
)
from befit_cli.rules.rule import ACSM_2009, CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Catalogue,
    Day,
    Level,
    Load,
    Phrase,
    Plan,
    Race,
    Range,
    ReasonKey,
    Region,
    Run,
    Session,
    Week,
    phrase,
    verbatim,
)


@Rule(
    "R01",
    Kind.MUST,
    text=phrase(
        "{least} or {most} sessions in a build week, {least} by default; taper weeks may have "
        "fewer",
        least=SESSIONS.low,
        most=SESSIONS.high,
    ),
    basis=f"Blagrove 2018 (Sports Med 48:1117); {ACSM_2009}",
    advice=phrase(
        "Two or three sessions a week are what works beside running: add one or leave one out."
    ),
).of_week
def number_of_sessions(case: Case) -> Breaches:
    sessions = len(case.week.sessions)
    # Before the race R38 may leave fewer days than sessions are asked for: then those are enough.
    too_few = sessions < SESSIONS.low and sessions < _days_before_race(case)
    if sessions > SESSIONS.high or (case.week.build and too_few):
        yield Breach(
            WHOLE,
            phrase("{sessions} sessions", sessions=sessions),
            phrase("{range}", range=SESSIONS),
        )


def _days_before_race(case: Case) -> float:
    """The athlete's days that R38 leaves them; without end where it takes none."""
    athlete = case.athlete
    least = STRENGTH_DAYS[athlete.race]
    left = [day for day in athlete.days if days_left(athlete, case.week, day) >= least]
    return len(left) if len(left) < len(athlete.days) else inf


def _has_time_and_nothing_in_the_way(case: Case) -> bool:
    athlete = case.athlete
    if athlete.niggles or athlete.without:
        return False
    if athlete.sessions * athlete.minutes < COVERAGE_MINUTES or _near_the_race(case):
        return False
    return not lacking(case.catalogue, athlete.level, athlete.kit)


def _near_the_race(case: Case) -> bool:
    """Whether R36 to R38 take load and days of the week away, and with them what coverage rests
    on.
    """
    last = max(case.athlete.days, default=Day.MON)
    return days_left(case.athlete, case.week, last) < HIGH_LOAD_DAYS[case.athlete.race]


@Rule(
    "R03",
    Kind.MUST,
    text=phrase(
        "every week has a knee-dominant, a hip-dominant, a calf, a one-leg, a lateral hip, a "
        "core and a pulling exercise, and so legs, hips, core and arms; a should under {minutes} "
        "minutes a week, with a niggle, with something excluded or near the race; not asked in a "
        "taper",
        minutes=COVERAGE_MINUTES,
    ),
    basis="Iversen 2021 (Sports Med 51:2079) for press, pull and push; the rest consensus",
    advice=phrase("Not everything that a week should train found a place."),
    must_for=_has_time_and_nothing_in_the_way,
).of_week
def covers_everything(case: Case) -> Breaches:
    # The only build week of a short block may be near the race. There nobody is blamed for what it
    # lacks, and it is said all the same: what a week does not train is for the runner to know.
    if case.week.taper:
        return
    met: set[str] = set()
    trained: set[Region] = set()
    for _, exercise in case.exercises:
        met |= coverage(exercise.pattern, per_side=exercise.per_side)
        trained.update(exercise.regions)
    missing = [
        phrase("no {need} exercise", need=need.name) for need in COVERAGE if need.name not in met
    ]
    # A missing exercise already tells of its region, so regions are asked only when none is.
    if not missing:
        missing = [
            phrase("nothing for the {region}", region=region)
            for region in Region
            if region not in trained
        ]
    for gap in missing:
        yield Breach(WHOLE, gap, phrase("one a week"))


@Rule(
    "R04",
    Kind.SHOULD,
    text=phrase(
        "weekly sets per leg muscle in build weeks: at least {least}, at most {most} (beginner "
        "{beginner}); a primary muscle counts 1, a secondary one {share}",
        least=MUSCLE_SETS_MIN,
        most=MUSCLE_SETS_MAX[Level.ADVANCED],
        beginner=MUSCLE_SETS_MAX[Level.BEGINNER],
        share=SECONDARY_SHARE,
    ),
    basis="Iversen 2021; counting after Pelland 2025; ceilings consensus",
    advice=phrase("The weekly sets of a leg muscle are outside what is known to work."),
).of_week
def leg_muscle_sets(case: Case) -> Breaches:
    # An eased week is meant to have less.
    if not case.week.build:
        return
    total = total_counts([(counts(exercise), exercise.sets) for _, exercise in case.exercises])
    may_have = Range(MUSCLE_SETS_MIN, MUSCLE_SETS_MAX[case.athlete.level])
    for muscle in LEG_MUSCLES:
        sets = total.get(muscle, 0.0)
        if not may_have.low <= sets <= may_have.high:
            yield Breach(
                verbatim(muscle),
                phrase("{sets:g} sets", sets=sets),
                phrase("{range}", range=may_have),
            )


R10 = Rule(
    "R10",
    Kind.MUST,
    text=phrase(
        "two sessions of medium or high load are at least {days} days apart",
        days=APART,
    ),
    basis=f"{ACSM_2009} (non-consecutive days)",
    advice=phrase(
        "Legs need a day to recover between harder sessions: move one of them, or make it lighter."
    ),
)


@R10.of_week
def loaded_days_apart(case: Case) -> Breaches:
    yield from _too_close(with_load(case.sessions, Load.MEDIUM, Load.HIGH))
    # Whoever reads the plan goes by its words, so they must be those of the forms and the days.
    for session, load, _, _ in case.sessions:
        if session.load is not load:
            yield Breach(
                on(session.day),
                phrase("says {load} load", load=session.load),
                phrase("{load}, as its exercises have", load=load),
            )
        date = case.week.starts + timedelta(days=session.day.rank)
        if session.date != date:
            yield Breach(
                on(session.day),
                phrase("dated {date}", date=session.date),
                phrase("{date}", date=date),
            )


@R10.of_block
def loaded_days_apart_over_weeks(plan: Plan, _: Catalogue) -> Breaches:
    yield from _too_close_over_weeks(
        plan, lambda week: with_load(measured(week), Load.MEDIUM, Load.HIGH)
    )


@Rule(
    "R11",
    Kind.MUST,
    text=phrase("no high-load session on the day before a hard run or the long run"),
    basis="Doma & Deakin 2013: next-day time to exhaustion fell 18 % when the run came first and "
    "29 % when strength came first",
    advice=phrase(
        "Heavy legs spoil tomorrow's run: move the session a day earlier, or make it lighter."
    ),
).of_week
def high_load_before_key_run(case: Case) -> Breaches:
    yield from _high_load_before(case, 1)


@Rule(
    "R12",
    Kind.SHOULD,
    text=phrase(
        "no high-load session within {days} days before a hard or long run, for a beginner or in "
        "the first {weeks} weeks of a block",
        days=CAUTIOUS_DAYS,
        weeks=CAUTIOUS_WEEKS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "High load stands close to a hard or long run: go by feel, and run easy if the legs are "
        "tired."
    ),
).of_week
def careful_before_key_run(case: Case) -> Breaches:
    # Some weeks into a block, who has lifted before recovers in the day that R11 gives.
    if case.athlete.level is Level.BEGINNER or case.week.number <= CAUTIOUS_WEEKS:
        yield from _high_load_before(case, CAUTIOUS_DAYS)


def _high_load_before(case: Case, within: int) -> Breaches:
    for session in with_load(case.sessions, Load.HIGH):
        ahead = next_key_run(case.week.runs, session.day)
        if ahead is not None and ahead[0] <= within:
            left, day = ahead
            run = case.week.runs.on(day)
            assert run is not None, "the next key run is on a day with a key run"
            yield Breach(
                on(session.day),
                phrase(
                    "high load {days} before {day}'s {run} run", days=days(left), day=day, run=run
                ),
                phrase("{days} days or more", days=within + 1),
            )


@Rule(
    "R13",
    Kind.MUST,
    text=phrase(
        "strength on a hard-run day says: run first, strength at least {hours} hours later, "
        "better {better}",
        hours=HOURS_AFTER_RUN,
        better=HOURS_BETTER,
    ),
    basis="Schumann 2022 (Sports Med 52:601); Robineau 2016 (JSCR 30:672)",
    advice=phrase(
        "Strength shares the day with a hard run: run first, then rest at least {hours} hours.",
        hours=HOURS_AFTER_RUN,
    ),
).of_week
def run_first(case: Case) -> Breaches:
    # A session that forgets its hard run, or makes one up, misleads about when to lift.
    yield from _wrong_run(case, Run.HARD)
    for session in case.week.sessions:
        if case.week.runs.on(session.day) is Run.HARD and not _says_run_first(session):
            yield Breach(
                on(session.day),
                phrase("does not say to run first and wait"),
                phrase(
                    "Run first, then wait at least {hours} hours, better {better}.",
                    hours=HOURS_AFTER_RUN,
                    better=HOURS_BETTER,
                ),
            )


def _says_run_first(session: Session) -> bool:
    """Whether it says so, with a wait that is long enough."""
    for reason in session.reasons:
        if reason.key is ReasonKey.RUN_FIRST and reason.facts["hours"] >= HOURS_AFTER_RUN:
            return True
    return False


@Rule(
    "R14",
    Kind.MUST,
    text=phrase("no medium or high load on the day of the long run"),
    basis=CONSENSUS,
    advice=phrase(
        "The long run is work enough for one day: keep to core, foot and hip work, or move the "
        "session."
    ),
).of_week
def light_on_long_run_day(case: Case) -> Breaches:
    # Likewise: it would be planned as light, or not, for the wrong day.
    yield from _wrong_run(case, Run.LONG)
    for session, load, _, _ in case.sessions:
        if load is not Load.LOW and session.day in case.week.runs.long:
            yield Breach(
                on(session.day),
                phrase("{load} load on the day of the long run", load=load),
                phrase("low load"),
            )


def _wrong_run(case: Case, kind: Run) -> Breaches:
    """Sessions that are wrong about this kind of run on their day."""
    for session in case.week.sessions:
        run = case.week.runs.on(session.day)
        # A day with a run is asked by the rule of that run; one without, by the rule of the run
        # that the session makes up.
        if session.with_run != run and (run or session.with_run) == kind:
            yield Breach(
                on(session.day),
                phrase("says {run} run", run=session.with_run)
                if session.with_run
                else phrase("says no run"),
                phrase("{run} run on that day", run=run) if run else phrase("no run on that day"),
            )


def _runs_a_long_race(case: Case) -> bool:
    return case.athlete.race in REST_AFTER_LONG_RUN


@Rule(
    "R15",
    Kind.MUST,
    text=phrase("no high load on the day after the long run; a should for 5k and 10k"),
    basis=CONSENSUS,
    advice=phrase(
        "High load stands on the day after the long run: keep it lighter if the legs are still "
        "heavy."
    ),
    must_for=_runs_a_long_race,
).of_week
def after_long_run(case: Case) -> Breaches:
    for session in with_load(case.sessions, Load.HIGH):
        if any(long.until(session.day) == 1 for long in case.week.runs.long):
            yield Breach(
                on(session.day),
                phrase("high load on the day after the long run"),
                phrase("medium or low load"),
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
    if len(high) > HIGH_SESSIONS_MAX:
        yield Breach(
            WHOLE,
            phrase("{sessions} sessions of high load", sessions=len(high)),
            phrase("at most {most}", most=HIGH_SESSIONS_MAX),
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
    yield from _too_close(jumps)


@R21.of_block
def jumps_apart_over_weeks(plan: Plan, _: Catalogue) -> Breaches:
    yield from _too_close_over_weeks(plan, lambda week: with_jumps(measured(week)))


def _too_close(sessions: list[Session]) -> Breaches:
    """Pairs of a week that repeats: its Sunday is a day before its Monday."""
    for first, second in combinations(sessions, 2):
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


def _percent(race: Race) -> Range:
    low, high = JUMP_SHARE[race]
    return Range(round(100 * low), round(100 * high))


@Rule(
    "R23",
    Kind.SHOULD,
    text=phrase(
        "jumps' share of leg sets in a build week, when they are in: 5k {five_k} %, 10k {ten_k} %, "
        "half {half} %, marathon {marathon} %",
        five_k=_percent(Race.FIVE_K),
        ten_k=_percent(Race.TEN_K),
        half=_percent(Race.HALF),
        marathon=_percent(Race.MARATHON),
    ),
    basis="consensus: no trial compares race distances",
    advice=phrase("Jumps have another share of the leg work than usual for this race."),
).of_week
def share_of_jumps(case: Case) -> Breaches:
    share = jump_share([(exercise, exercise.sets) for _, exercise in case.exercises])
    low, high = JUMP_SHARE[case.athlete.race]
    # An eased week has too few sets for shares to mean anything.
    if case.week.build and share and not low <= share <= high:
        yield Breach(
            phrase("jumps"),
            phrase("{share:.1%} of the leg sets", share=share),
            phrase("{low:.0%} to {high:.0%}", low=low, high=high),
        )


@Rule(
    "R36",
    Kind.MUST,
    text=phrase(
        "last high-load session before the race: 5k {five_k} days or more, 10k {ten_k}, half "
        "{half}, marathon {marathon}",
        five_k=HIGH_LOAD_DAYS[Race.FIVE_K],
        ten_k=HIGH_LOAD_DAYS[Race.TEN_K],
        half=HIGH_LOAD_DAYS[Race.HALF],
        marathon=HIGH_LOAD_DAYS[Race.MARATHON],
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Heavy work this close would still be in your legs at the race: make the session lighter, "
        "or leave it out."
    ),
).of_week
def last_high_load(case: Case) -> Breaches:
    high = with_load(case.sessions, Load.HIGH)
    least = HIGH_LOAD_DAYS[case.athlete.race]
    yield from _too_late(case, high, phrase("high load"), least)


@Rule(
    "R37",
    Kind.MUST,
    text=phrase(
        "last jumps before the race: 5k and 10k {ten_k} days or more, half {half}, marathon "
        "{marathon}",
        ten_k=JUMP_DAYS[Race.TEN_K],
        half=JUMP_DAYS[Race.HALF],
        marathon=JUMP_DAYS[Race.MARATHON],
    ),
    basis=CONSENSUS,
    advice=phrase("Jumps this close would still be in your legs at the race: leave them out."),
).of_week
def last_jumps(case: Case) -> Breaches:
    jumps = with_jumps(case.sessions)
    yield from _too_late(case, jumps, phrase("jumps"), JUMP_DAYS[case.athlete.race])


@Rule(
    "R38",
    Kind.MUST,
    text=phrase(
        "last strength before the race: 5k and 10k {ten_k} days or more, half and marathon "
        "{half}; medium load before a marathon {marathon}",
        ten_k=STRENGTH_DAYS[Race.TEN_K],
        half=STRENGTH_DAYS[Race.HALF],
        marathon=MEDIUM_LOAD_DAYS[Race.MARATHON],
    ),
    basis=CONSENSUS,
    advice=phrase("The race is too near for this session to help: leave it out and rest."),
).of_week
def last_strength(case: Case) -> Breaches:
    race = case.athlete.race
    light = with_load(case.sessions, Load.LOW)
    loaded = with_load(case.sessions, Load.MEDIUM, Load.HIGH)
    # Light work may stand nearer to a marathon than loaded work.
    yield from _too_late(case, light, phrase("strength"), STRENGTH_DAYS[race])
    yield from _too_late(case, loaded, phrase("medium or high load"), MEDIUM_LOAD_DAYS[race])


def _too_late(case: Case, sessions: Iterable[Session], work: Phrase, least: int) -> Breaches:
    for session in sessions:
        left = days_left(case.athlete, case.week, session.day)
        if left < least:
            yield Breach(
                on(session.day),
                phrase("{work} {days} before the race", work=work, days=days(left)),
                phrase("{days} days or more", days=least),
            )
