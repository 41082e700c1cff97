"""What the sessions of a week train together: every need, each leg muscle, the calves."""

from __future__ import annotations

from collections.abc import Iterator

from befit_cli.evidence.ability import can_do_form, lacking
from befit_cli.evidence.block import HIGH_LOAD_DAYS
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
    straight_on_one_leg,
)
from befit_cli.evidence.dose import CALF_REPS, HEAVY_CALF_REPS, least_calf_reps
from befit_cli.evidence.load import CALF_WEIGHTS, HEAVY_PHASES, with_weight
from befit_cli.evidence.niggles import of_tendon
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.sets import CALF
from befit_cli.evidence.week import SESSIONS
from befit_cli.rules.case import (
    WHOLE,
    Case,
    at,
    equipped,
    number_of_sets,
    ramp_weeks_of,
    sessions,
    tunes_up,
)
from befit_cli.rules.rule import Breach, Breaches, Kind, Rule
from befit_cli.values import Day, Form, Level, Need, Pattern, Phrase, Range, phrase


def _is_off(case: Case) -> bool:
    """Whether the runner has no day for strength in that week."""
    return case.week.runner is not None and not case.week.sessions


def _tunes_up(case: Case) -> bool:
    """Whether a session of the week stands soon before a tune-up race, and so has few sets."""
    return any(tunes_up(case.week, session.day) for session in case.week.sessions)


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


_MANY_SETS = phrase(
    "A leg muscle has more sets than befit usually plans: leave one out where it feels tired."
)


@Rule(
    "R04",
    Kind.SHOULD,
    text=phrase(
        "weekly sets per leg muscle in build weeks after the ramp: at most {most} (beginner "
        "{beginner}), and at least {least} where no session is soon before a tune-up race; a "
        "primary muscle counts 1, a secondary one {share}; squats, leg presses and thrusts do not "
        "count for the hamstrings",
        least=MUSCLE_SETS_MIN,
        most=MUSCLE_SETS_MAX[Level.ADVANCED],
        beginner=MUSCLE_SETS_MAX[Level.BEGINNER],
        share=SECONDARY_SHARE,
    ),
    basis=phrase("befit's usual range; Iversen 2021; counting after Pelland; ceilings consensus"),
    advice=phrase(
        "A leg muscle has fewer sets than befit usually plans: few sets work, too, only slower."
    ),
).of_week
def leg_muscle_sets(case: Case) -> Breaches:
    # An eased week is meant to have less, and so is the ramp.
    if not case.week.build or case.ramp or _is_off(case):
        return
    may_have = Range(MUSCLE_SETS_MIN, MUSCLE_SETS_MAX[case.athlete.level])
    for muscle in LEG_MUSCLES:
        number = case.counts.get(muscle, 0.0)
        if number < may_have.low and _tunes_up(case):
            continue
        if not may_have.low <= number <= may_have.high:
            yield Breach(
                _MUSCLES[muscle],
                number_of_sets(number),
                phrase("{range}", range=may_have),
                too_few=number < may_have.low,
                advice=_MANY_SETS if number > may_have.high else None,
            )


@Rule(
    "R08",
    Kind.MUST,
    text=phrase(
        "calf work in at least {sessions} sessions of a build week, some of it straight-kneed on "
        "one leg, and with weight in strength and power weeks for who owns some, is no beginner "
        "and has no sore tendon (R59); {reps} repetitions or more, {heavy} with heavy weight and "
        "no beginner; a must where R03 is one; {sets} sets a week from week {week} on, but not "
        "right after the ramp or with a session soon before a tune-up race, are a should",
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
    advice=phrase("The calves carry every stride: raise them on two days a week."),
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
            phrase("calf work in {sessions}", sessions=sessions(len(days_of))),
            phrase("in {least} or more", least=CALF_SESSIONS_MIN),
        )
    on_one_leg = any(straight_on_one_leg(one) for _, one in calves)
    if not on_one_leg and _can_raise_on_one_leg(case):
        yield Breach(
            WHOLE,
            phrase("no straight-kneed calf work on one leg"),
            phrase("one a week"),
            advice=phrase(
                "A stride is on one leg: do some calf raises on one leg, with a straight knee."
            ),
        )
    if not any(with_weight(one.kit) for _, one in calves) and _can_weigh_calves(case):
        yield Breach(
            WHOLE,
            phrase("no calf work with weight"),
            phrase("one a week"),
            advice=phrase("The calves carry every stride: do some calf raises with weight."),
        )
    for session, one in calves:
        least = least_calf_reps(case.athlete.level, one.kit)
        if one.reps is not None and one.reps < least:
            yield Breach(
                at(session, one),
                phrase("{reps} repetitions", reps=one.reps),
                phrase("{least} or more", least=least),
                advice=phrase("Calves want many repetitions: take less weight or an easier form."),
            )
    yield from _too_few_calf_sets(case)


def _too_few_calf_sets(case: Case) -> Breaches:
    if _tunes_up(case):
        return
    sets = int(case.counts.get(CALF, 0))
    # Right after the ramp a lift gets its full weight and no set more (R19).
    begins = max(CALF_SETS_FROM_WEEK, ramp_weeks_of(case.athlete, case.week) + 2)
    # Fewer than any leg muscle has is what R04 finds.
    enough_for_any = case.counts.get("calves", 0.0) >= MUSCLE_SETS_MIN
    if case.week.place >= begins and sets < CALF_SETS_MIN and enough_for_any:
        yield Breach(
            WHOLE,
            phrase("{sets} calf sets", sets=sets),
            phrase("{least} or more", least=CALF_SETS_MIN),
            should=True,
            advice=_more_calf_sets(case, number_of_sets(CALF_SETS_MIN - sets)),
        )


def _more_calf_sets(case: Case, more: Phrase) -> Phrase:
    """What to do for the calves: where another leg muscle has too many sets (R04), in exchange."""
    most = MUSCLE_SETS_MAX[case.athlete.level]
    if any(case.counts.get(muscle, 0.0) > most for muscle in LEG_MUSCLES):
        return phrase(
            "The calves carry every stride: do {sets} more of calf raises, and as much less for "
            "the leg muscle that has many sets.",
            sets=more,
        )
    return phrase(
        "The calves carry every stride: {sets} more of calf raises would do them good.", sets=more
    )


def _can_weigh_calves(case: Case) -> bool:
    """Whether the week asks the athlete for calf work with weight, and the catalogue has some."""
    athlete = equipped(case)
    if case.week.phase not in HEAVY_PHASES or athlete.level is Level.BEGINNER:
        return False
    if of_tendon(athlete.niggles) or CALF_WEIGHTS.isdisjoint(athlete.kit):
        return False
    return any(with_weight(form.kit_used(athlete.kit) or ()) for form in _calf_forms(case))


def _can_raise_on_one_leg(case: Case) -> bool:
    """Whether the week asks the athlete for straight-kneed calf work on one leg, and the catalogue
    has some: how many legs a sore tendon's work is done on, its own ladder says (R59).
    """
    if of_tendon(case.athlete.niggles):
        return False
    return any(straight_on_one_leg(form) for form in _calf_forms(case))


def _calf_forms(case: Case) -> Iterator[Form]:
    """The calf work of the catalogue that the athlete can do."""
    athlete = equipped(case)
    for exercise in case.catalogue.exercises:
        for form in exercise.ladder:
            if form.pattern is Pattern.CALF and can_do_form(athlete, exercise, form):
                yield form
