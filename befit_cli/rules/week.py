"""What the days of one week must obey: the sessions, what they cover together, and where load,
jumps and hops stand round runs and race. R10, R21 and R24 are asked from one week to the next, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import combinations, pairwise
from math import inf

from befit_cli.evidence.ability import can_do_form, lacking
from befit_cli.evidence.block import (
    HIGH_LOAD_DAYS,
    JUMP_DAYS,
    MEDIUM_LOAD_DAYS,
    STRENGTH_DAYS,
    stays_out,
)
from befit_cli.evidence.coverage import (
    CALF_SESSIONS_MIN,
    CALF_SETS_FROM_WEEK,
    CALF_SETS_MIN,
    COVERAGE,
    COVERAGE_MINUTES,
    LEG_MUSCLES,
    MUSCLE_SETS_MAX,
    MUSCLE_SETS_MIN,
    SECONDARY_SHARE,
)
from befit_cli.evidence.dose import CALF_REPS, HEAVY_CALF_REPS, least_calf_reps
from befit_cli.evidence.jumps import (
    HOP_SESSIONS,
    HOPS,
    HOPS_FROM,
    HOPS_MINUTES,
    HOPS_STEP,
    JUMP_SESSIONS_MAX,
    JUMP_SETS_MIN,
    JUMP_SHARE,
    bars_jumps,
    jump_sets,
    leg_sets,
    may_hop,
    most_hops,
    most_landings,
)
from befit_cli.evidence.load import CALF_WEIGHTS, HEAVY_PHASES, with_weight
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.sets import CALF
from befit_cli.evidence.week import (
    APART,
    CAUTIOUS_DAYS,
    HIGH_SESSIONS_MAX,
    HOURS_AFTER_RUN,
    HOURS_BETTER,
    REST_AFTER_LONG_RUN,
    SESSIONS,
    after_long_run,
    next_key_run,
)
from befit_cli.rules.case import (
    WHOLE,
    Case,
    at,
    days,
    equipped,
    has_less_room,
    in_week,
    measured,
    on,
    ramp_weeks_of,
    with_jumps,
    with_load,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Catalogue,
    Day,
    Knee,
    Level,
    Load,
    Need,
    Pattern,
    Phase,
    Phrase,
    Plan,
    Race,
    Range,
    ReasonKey,
    Run,
    RunSource,
    Session,
    Week,
    phrase,
)


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
    sessions = len(case.week.sessions)
    # Before the race R38 may leave fewer days than sessions are asked for: then those are enough.
    has_days = case.week.build and sessions < _days_before_race(case)
    # A week of which the runner says what days it has may have fewer.
    too_few = has_days and sessions < SESSIONS.low and case.week.runner is None
    if sessions > SESSIONS.high or too_few:
        yield Breach(WHOLE, _sessions(sessions), phrase("{range}", range=SESSIONS))
    elif has_days and sessions < case.athlete.sessions:
        asked = phrase("{sessions} as asked for", sessions=case.athlete.sessions)
        yield Breach(WHOLE, _sessions(sessions), asked, should=True, new=True)


def _sessions(number: int) -> Phrase:
    if number == 1:
        return phrase("{number} session", number=number)
    return phrase("{number} sessions", number=number)


def _is_off(case: Case) -> bool:
    """Whether the runner has no day for strength in that week."""
    return case.week.runner is not None and not case.week.sessions


def _days_before_race(case: Case) -> float:
    """The athlete's days that R38 leaves them; without end where it takes none."""
    athlete = case.athlete
    least = STRENGTH_DAYS[athlete.race]
    left = [day for day in athlete.days if case.days_left(day) >= least]
    return len(left) if len(left) < len(athlete.days) else inf


def _has_time_and_nothing_in_the_way(case: Case) -> bool:
    athlete = case.athlete
    if case.week.runner is not None or eased_by_log(case.week):
        # One week otherwise need not have everything.
        return False
    if athlete.niggles or athlete.without or athlete.swap or athlete.sessions < SESSIONS.low:
        return False
    if athlete.sessions * athlete.minutes < COVERAGE_MINUTES or _near_the_race(case):
        return False
    return not lacking(case.catalogue, athlete.level, equipped(case).kit)


def _near_the_race(case: Case) -> bool:
    """Whether R36 to R38 take load and days of the week away, and with them what coverage rests
    on.
    """
    last = max(case.athlete.days, default=Day.MON)
    return case.days_left(last) < HIGH_LOAD_DAYS[case.athlete.race]


_NEW_NEEDS = frozenset({Need.HAMSTRING, Need.PUSH})
"""What plans of the first edition were not asked for."""


@Rule(
    "R03",
    Kind.MUST,
    text=phrase(
        "every week has a knee-dominant, a hip-dominant, a hamstring, a one-leg, a calf, a "
        "lateral hip, a core, a pulling and a pushing exercise, and one exercise may be several "
        "of these; a should under {minutes} minutes a week, with a niggle, with something left "
        "out or swapped, near the race, or in a week that the runner has otherwise; not asked in a "
        "taper",
        minutes=COVERAGE_MINUTES,
    ),
    basis=phrase(
        "Iversen 2021 (Sports Med 51:2079) for press, pull and push; squat and thrust leave the "
        "hamstrings: Kubo 2019, Plotkin 2023; the rest consensus"
    ),
    advice=phrase("Not everything that a week should train found a place."),
    must_for=_has_time_and_nothing_in_the_way,
).of_week
def covers_everything(case: Case) -> Breaches:
    # The only build week of a short block may be near the race. There nobody is blamed for what it
    # lacks, and it is said all the same: what a week does not train is for the runner to know.
    if case.week.taper or _is_off(case):
        return
    met: set[Need] = set()
    for _, exercise in case.exercises:
        met.update(exercise.serves)
    for need in COVERAGE:
        if need not in met:
            missing = phrase("no {need} exercise", need=need)
            yield Breach(WHOLE, missing, phrase("one a week"), new=need in _NEW_NEEDS)


_MUSCLES = {
    "quadriceps": phrase("quadriceps"),
    "hamstrings": phrase("hamstrings"),
    "glutes": phrase("glutes"),
    "calves": phrase("calves"),
}


@Rule(
    "R04",
    Kind.SHOULD,
    text=phrase(
        "weekly sets per leg muscle in build weeks after the ramp: at least {least}, at most "
        "{most} (beginner {beginner}); a primary muscle counts 1, a secondary one {share}; squats, "
        "leg presses and thrusts do not count for the hamstrings",
        least=MUSCLE_SETS_MIN,
        most=MUSCLE_SETS_MAX[Level.ADVANCED],
        beginner=MUSCLE_SETS_MAX[Level.BEGINNER],
        share=SECONDARY_SHARE,
    ),
    basis=phrase("befit's usual range; Iversen 2021; counting after Pelland; ceilings consensus"),
    advice=phrase(
        "A leg muscle has fewer or more sets than befit usually plans: few sets work, too, only "
        "slower."
    ),
).of_week
def leg_muscle_sets(case: Case) -> Breaches:
    # An eased week is meant to have less, and so is the ramp.
    if not case.week.build or case.ramp or _is_off(case):
        return
    may_have = Range(MUSCLE_SETS_MIN, MUSCLE_SETS_MAX[case.athlete.level])
    for muscle in LEG_MUSCLES:
        sets = case.counts.get(muscle, 0.0)
        if not may_have.low <= sets <= may_have.high:
            yield Breach(
                _MUSCLES[muscle],
                phrase("{sets:g} sets", sets=sets),
                phrase("{range}", range=may_have),
            )


@Rule(
    "R08",
    Kind.MUST,
    text=phrase(
        "calf work in at least {sessions} sessions of a build week, some of it straight-kneed on "
        "one leg, and with weight in strength and power weeks for who owns some and is no "
        "beginner; {reps} repetitions or more, {heavy} with heavy weight and no beginner; a must "
        "where R03 is one; {sets} sets a week from week {week} on, but not right after the "
        "ramp, are a should",
        sessions=CALF_SESSIONS_MIN,
        reps=CALF_REPS.low,
        heavy=HEAVY_CALF_REPS,
        sets=CALF_SETS_MIN,
        week=CALF_SETS_FROM_WEEK,
    ),
    basis=phrase(
        "healthy adults do 24 (men) and 21 (women) raises on one leg in the median "
        "(Hebert-Losier 2017); the dose consensus"
    ),
    advice=phrase(
        "The calves carry every stride: raise them on two days a week, on one leg with a straight "
        "knee, too."
    ),
    must_for=_has_time_and_nothing_in_the_way,
    new=True,
).of_week
def calf_work(case: Case) -> Breaches:
    # An eased week has what its sets leave, and one without a session nothing.
    if not case.week.build or _is_off(case):
        return
    calves = [(session, one) for session, one in case.exercises if one.pattern is Pattern.CALF]
    days_of = {session.day for session, _ in calves}
    if len(days_of) < CALF_SESSIONS_MIN:
        yield Breach(
            WHOLE,
            phrase("calf work in {sessions}", sessions=_sessions(len(days_of))),
            phrase("in {least} or more", least=CALF_SESSIONS_MIN),
        )
    if not any(one.knee is Knee.STRAIGHT and one.per_side for _, one in calves):
        yield Breach(WHOLE, phrase("no straight-kneed calf work on one leg"), phrase("one a week"))
    if not any(with_weight(one.kit) for _, one in calves) and _can_weigh_calves(case):
        yield Breach(WHOLE, phrase("no calf work with weight"), phrase("one a week"))
    for session, one in calves:
        least = least_calf_reps(case.athlete.level, one.kit)
        if one.reps is not None and one.reps < least:
            yield Breach(
                at(session, one),
                phrase("{reps} repetitions", reps=one.reps),
                phrase("{least} or more", least=least),
            )
    sets = int(case.counts.get(CALF, 0))
    # Right after the ramp a lift gets its full weight and no set more (R19).
    begins = max(CALF_SETS_FROM_WEEK, ramp_weeks_of(case.athlete, case.week) + 2)
    if case.week.place >= begins and sets < CALF_SETS_MIN:
        yield Breach(
            WHOLE,
            phrase("{sets} calf sets", sets=sets),
            phrase("{least} or more", least=CALF_SETS_MIN),
            should=True,
        )


def _can_weigh_calves(case: Case) -> bool:
    """Whether the week asks the athlete for calf work with weight, and the catalogue has some."""
    athlete = equipped(case)
    if case.week.phase not in HEAVY_PHASES or athlete.level is Level.BEGINNER:
        return False
    if CALF_WEIGHTS.isdisjoint(athlete.kit):
        return False
    for exercise in case.catalogue.exercises:
        for form in exercise.ladder:
            if form.pattern is not Pattern.CALF or not can_do_form(athlete, exercise, form):
                continue
            if with_weight(form.kit_used(athlete.kit) or ()):
                return True
    return False


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
        "no high-load session within {days} days before a hard or long run, for a beginner",
        days=CAUTIOUS_DAYS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "High load stands close to a hard or long run: go by feel, and run easy if the legs are "
        "tired."
    ),
).of_week
def careful_before_key_run(case: Case) -> Breaches:
    # Who has lifted before recovers in the day that R11 gives.
    if case.athlete.level is Level.BEGINNER:
        yield from _high_load_before(case, CAUTIOUS_DAYS)


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


def _percent(race: Race) -> Range:
    low, high = JUMP_SHARE[race]
    return Range(round(100 * low), round(100 * high))


@Rule(
    "R23",
    Kind.SHOULD,
    text=phrase(
        "jumps' share of leg sets in a power week, to the nearest set and at least {least} sets: "
        "5k {five_k} %, 10k {ten_k} %, half and without a race {half} %, marathon {marathon} %; "
        "a beginner's landing drills count",
        least=JUMP_SETS_MIN,
        five_k=_percent(Race.FIVE_K),
        ten_k=_percent(Race.TEN_K),
        half=_percent(Race.HALF),
        marathon=_percent(Race.MARATHON),
    ),
    basis=phrase("consensus: no trial compares race distances"),
    advice=phrase("Jumps have another share of the leg work than usual for this race."),
).of_week
def share_of_jumps(case: Case) -> Breaches:
    # An eased week has too few sets for shares to mean anything.
    if not case.week.build or case.week.phase is not Phase.POWER:
        return
    legs, jumps = leg_sets([(exercise, exercise.sets) for _, exercise in case.exercises])
    wanted = jump_sets(case.athlete.race, legs)
    if not wanted.low <= jumps <= wanted.high and _may_jump(case):
        yield Breach(
            phrase("jumps"),
            phrase("{jumps} of {legs} leg sets", jumps=jumps, legs=legs),
            phrase("{range}", range=wanted),
        )


def _may_jump(case: Case) -> bool:
    """Whether nothing keeps the athlete from jumps in this week: level, kit, wishes, niggles and
    the race.
    """
    athlete = equipped(case)
    if not most_landings(athlete.level, case.week.place) or _bars_jumps(case):
        return False
    if not any(_far_enough_to_jump(case, session) for session in case.week.sessions):
        return False
    for exercise in case.catalogue.exercises:
        for form in exercise.ladder:
            if form.contacts and can_do_form(athlete, exercise, form):
                return True
    return False


def _bars_jumps(case: Case) -> bool:
    return any(bars_jumps(case.catalogue, niggle) for niggle in case.athlete.niggles)


def _far_enough_to_jump(case: Case, session: Session) -> bool:
    return case.days_left(session.day) >= JUMP_DAYS[case.athlete.race]


R24 = Rule(
    "R24",
    Kind.SHOULD,
    text=phrase(
        "from week {week} (beginner {beginner}) to the taper the warm-up of {sessions} sessions a "
        "week ends with low two-foot hops, {first} at first, {step} more each week to {most}: in "
        "sessions of medium or high load, where {minutes} minutes or more were asked for, and "
        "after ten painless raises on one leg",
        week=HOPS_FROM[Level.INTERMEDIATE],
        beginner=HOPS_FROM[Level.BEGINNER],
        sessions=HOP_SESSIONS,
        first=HOPS.low,
        step=HOPS_STEP,
        most=HOPS.high,
        minutes=HOPS_MINUTES,
    ),
    basis=phrase(
        "Engeroff 2023 (n = 34, 5 minutes a day for 6 weeks: better economy at 12 and 14 km/h, "
        "not at 10); Beattie 2017; so small a dose consensus"
    ),
    advice=phrase(
        "Low hops make calves and tendons springy, a few at a time: end one or two warm-ups a week "
        "with them."
    ),
    new=True,
)


@R24.of_week
def low_hops(case: Case) -> Breaches:
    hopping = [measured for measured in case.sessions if measured.session.warm_up.contacts]
    most = 0 if case.week.taper else most_hops(case.athlete.level, case.week.place)
    for session, load, *_ in hopping:
        hops = session.warm_up.contacts
        may = Range(HOPS.low, most) if may_hop(case.athlete.minutes, load) else Range(0, 0)
        if not may.low <= hops <= may.high:
            yield Breach(
                on(session.day),
                phrase("{hops} low hops", hops=hops),
                phrase("{range}", range=may) if may.low <= may.high else phrase("none"),
            )
    if len(hopping) > HOP_SESSIONS.high:
        yield Breach(
            WHOLE,
            phrase("low hops in {sessions} sessions", sessions=len(hopping)),
            phrase("{range}", range=HOP_SESSIONS),
        )
    # What is missing is told of build weeks: an easier one may go without.
    if case.week.build and most and not hopping and _wants_hops(case):
        yield Breach(
            WHOLE,
            phrase("no low hops in a warm-up"),
            phrase("in {sessions} sessions", sessions=HOP_SESSIONS),
        )


def _wants_hops(case: Case) -> bool:
    """Whether the week has a session that may have hops."""
    # What the log made less may have none for pain.
    if _bars_jumps(case) or eased_by_log(case.week):
        return False
    for session, load, *_ in case.sessions:
        if has_less_room(session):
            continue
        if may_hop(case.athlete.minutes, load) and _far_enough_to_jump(case, session):
            return True
    return False


@R24.of_block
def growing_hops(plan: Plan, _: Catalogue) -> Breaches:
    for before, after in pairwise([week for week in plan.weeks if week.build]):
        then, now = _most_hops(before), _most_hops(after)
        wanted = min(then + HOPS_STEP, HOPS.high)
        if then and now and now != wanted:
            yield Breach(
                in_week(after.number),
                phrase("{now} low hops after {then}", now=now, then=then),
                phrase("{wanted}", wanted=wanted),
            )


def _most_hops(week: Week) -> int:
    """The hops of the session of that week that has most."""
    return max([session.warm_up.contacts for session in week.sessions], default=0)


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
        "last jumps and hops before the race: 5k and 10k {ten_k} days or more, half {half}, "
        "marathon {marathon}",
        ten_k=JUMP_DAYS[Race.TEN_K],
        half=JUMP_DAYS[Race.HALF],
        marathon=JUMP_DAYS[Race.MARATHON],
    ),
    basis=CONSENSUS,
    advice=phrase("Jumps this close would still be in your legs at the race: leave them out."),
).of_week
def last_jumps(case: Case) -> Breaches:
    least = JUMP_DAYS[case.athlete.race]
    jumps = with_jumps(case.sessions)
    hops = [session for session in case.week.sessions if session.warm_up.contacts]
    yield from _too_late(case, jumps, phrase("jumps"), least)
    yield from _too_late(case, hops, phrase("hops"), least)


@Rule(
    "R38",
    Kind.MUST,
    text=phrase(
        "last strength before the race: 5k and 10k {ten_k} days or more, half and marathon "
        "{half}; medium load before a marathon {marathon}; and a form stays out of as many last "
        "weeks as the catalogue says",
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
    for session in case.week.sessions:
        left = case.days_left(session.day)
        for exercise in session.exercises:
            form = case.catalogue.form(exercise.id, exercise.form)
            if form is not None and form.race_weeks and stays_out(form.race_weeks, race, left):
                yield Breach(
                    at(session, exercise),
                    phrase("{form} {days} before the race", form=form.name, days=days(left)),
                    phrase("none in the last {weeks} weeks", weeks=form.race_weeks),
                    new=True,
                )


def _too_late(case: Case, sessions: Iterable[Session], work: Phrase, least: int) -> Breaches:
    for session in sessions:
        left = case.days_left(session.day)
        if left < least:
            yield Breach(
                on(session.day),
                phrase("{work} {days} before the race", work=work, days=days(left)),
                phrase("{days} days or more", days=least),
            )
