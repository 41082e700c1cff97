"""Where strength stands round the hard runs and the long run of a week."""

from __future__ import annotations

from befit_cli.evidence.week import (
    CAUTIOUS_DAYS,
    HOURS_AFTER_RUN,
    HOURS_BETTER,
    REST_AFTER_LONG_RUN,
    after_long_run,
    days_to_tune_ups,
    next_key_run,
)
from befit_cli.rules.case import Case, days, on, runs_around, with_load
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Level, Load, ReasonKey, Run, Session, phrase


@Rule(
    "R11",
    Kind.MUST,
    text=phrase("no high-load session on the day before a hard run or the long run"),
    basis=phrase(
        "Doma & Deakin 2013 (14 men, run and lift 6 h apart): next-day time to exhaustion fell "
        "18 % when the run came first and 29 % when strength did"
    ),
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
        "no high-load session within {days} days before a hard or long run, for a beginner; "
        "before a tune-up race, for anybody",
        days=CAUTIOUS_DAYS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "High load stands close to a hard or long run: go by feel, and run easy if the legs are "
        "tired."
    ),
).of_week
def careful_before_key_run(case: Case) -> Breaches:
    # Who has lifted before recovers in the day that R11 gives, but for a race.
    if case.athlete.level is Level.BEGINNER:
        yield from _high_load_before(case, CAUTIOUS_DAYS)
    else:
        yield from _high_load_before_tune_up(case)


def _high_load_before_tune_up(case: Case) -> Breaches:
    for session in with_load(case.sessions, Load.HIGH):
        for left in days_to_tune_ups(session.day, *runs_around(case.week)):
            if 0 < left <= CAUTIOUS_DAYS:
                yield Breach(
                    on(session.day),
                    phrase("high load {days} before a tune-up race", days=days(left)),
                    phrase("{days} days or more", days=CAUTIOUS_DAYS + 1),
                )


def _high_load_before(case: Case, within: int) -> Breaches:
    for session in with_load(case.sessions, Load.HIGH):
        ahead = next_key_run(case.week.runs, session.day, case.week.runs_after)
        if ahead is not None and ahead[0] <= within:
            left, day, run = ahead
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
    basis=phrase(
        "the order protects the run: Doma & Deakin 2013; the hours: Schumann 2022 (Sports Med "
        "52:601), Robineau 2016 (JSCR 30:672)"
    ),
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
    text=phrase(
        "no high load on the day after the long run; a should for 5k, 10k and without a race"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "High load stands on the day after the long run: keep it lighter if the legs are still "
        "heavy."
    ),
    must_for=_runs_a_long_race,
).of_week
def high_load_after_long_run(case: Case) -> Breaches:
    for session in with_load(case.sessions, Load.HIGH):
        if after_long_run(case.week.runs, session.day, case.week.runs_before):
            yield Breach(
                on(session.day),
                phrase("high load on the day after the long run"),
                phrase("medium or low load"),
            )
