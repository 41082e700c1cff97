"""What the weeks of a block must obey together: growth from week to week, easier weeks, and the
taper before the race.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from math import ceil, floor

from befit_cli.evidence.block import (
    BUILD_WEEKS,
    BUILD_WEEKS_USUAL,
    DELOAD_RIR,
    DELOAD_SHARE,
    LITTLE_TO_EXPECT,
    SHORT_RACE_WEEK,
    STUDIED_WEEKS,
    TAPER_SHARE,
    taper_weeks,
)
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.evidence.week import HARD_SETS_GROWTH, HARD_SETS_MORE, most_hard_sets
from befit_cli.rules.case import WHOLE, at, exercises, in_week, may_be_kept, on, race_on
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    NoteKey,
    Phrase,
    Plan,
    Prescription,
    Session,
    Week,
    phrase,
    verbatim,
)

_ROUNDING = 1e-9
"""Keeps 70 % of 10 sets from being 7.000000000000001."""

_Lines = dict[tuple[Day, str], tuple[Session, Prescription]]


class _Grows(StrEnum):
    """What may grow from one week to the next."""

    SETS = "sets"
    REPETITIONS = "repetitions"
    SECONDS = "seconds"
    FORMS = "forms"


@Rule(
    "R32",
    Kind.MUST,
    text=phrase(
        "between deloads, in one phase: sessions keep their days, main exercises their day and "
        "form; at most one of sets, repetitions (or hold) and form changes from week to week, "
        "never backwards; each main exercise progresses"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Change one thing at a time and only upwards, on the same days with the same main "
        "exercises, until the next easier week."
    ),
).of_block
def progression(plan: Plan, catalogue: Catalogue) -> Breaches:
    for stretch in plan.stretches:
        build = [week for week in stretch if week.build]
        if len(build) > 1:
            for before, after in pairwise(build):
                yield from _same_days(plan.athlete, before, after)
                yield from _same_main(plan.athlete, before, after)
                yield from _one_step(catalogue, before, after)
            yield from _progress(catalogue, build[0], build[-1])


def _same_days(athlete: Athlete, before: Week, after: Week) -> Breaches:
    then = {session.day: session for session in before.sessions}
    now = {session.day: session for session in after.sessions}
    wanted = phrase("the days of the week before")
    for day in Day:
        where = in_week(after.number, on(day))
        if day in then and day not in now:
            # A day goes only with all its exercises, so one that may stay is enough.
            if any(may_be_kept(athlete, after, day, one) for one in then[day].exercises):
                yield Breach(where, phrase("no session"), wanted)
        elif day in now and day not in then:
            yield Breach(where, phrase("a new session"), wanted)


def _same_main(athlete: Athlete, before: Week, after: Week) -> Breaches:
    days_before = {session.day for session in before.sessions}
    # A session that came or went is told by its day, and not again by its exercises.
    kept_days = days_before.intersection(session.day for session in after.sessions)
    wanted = phrase("the main exercises of the week before")
    then, now = _lines(before), _lines(after)
    for key, (session, exercise) in _main_lines(before, kept_days).items():
        where = in_week(after.number, at(session, exercise))
        if not may_be_kept(athlete, after, session.day, exercise):
            continue
        if key not in now:
            yield Breach(where, phrase("no longer there"), wanted)
        elif now[key][1].form != exercise.form:
            yield Breach(
                where,
                verbatim(now[key][1].form),
                phrase("{form}, as the week before", form=exercise.form),
            )
    for key, (session, exercise) in _main_lines(after, kept_days).items():
        if key not in then:
            yield Breach(in_week(after.number, at(session, exercise)), phrase("new"), wanted)


def _one_step(catalogue: Catalogue, before: Week, after: Week) -> Breaches:
    then = _lines(before)
    for key, (session, exercise) in _lines(after).items():
        if key not in then:
            continue
        steps = _steps(catalogue, then[key][1], exercise)
        changed = [name for name, step in steps.items() if step]
        where = in_week(after.number, at(session, exercise))
        if len(changed) > 1:
            yield Breach(
                where,
                phrase("{things} change", things=_and(changed)),
                phrase("one of them a week"),
            )
        elif changed and steps[changed[0]] < 0:
            yield Breach(
                where,
                phrase("fewer or easier {things} than the week before", things=changed[0]),
                phrase("the same or more"),
            )


def _progress(catalogue: Catalogue, first: Week, last: Week) -> Breaches:
    # Only main work must progress: the range of an accessory may leave it no room to.
    then = _lines(first)
    for key, (session, exercise) in _lines(last).items():
        if exercise.role not in MAIN_ROLES or key not in then:
            continue
        if not any(_steps(catalogue, then[key][1], exercise).values()):
            yield Breach(
                in_week(last.number, at(session, exercise)),
                phrase("the same as in week {week}", week=first.number),
                phrase("some progress"),
            )


def _lines(week: Week) -> _Lines:
    """Each exercise of the week under its day and id."""
    return {
        (session.day, exercise.id): (session, exercise) for session, exercise in exercises(week)
    }


def _main_lines(week: Week, days: set[Day]) -> _Lines:
    """The main exercises of these days."""
    return {
        key: (session, exercise)
        for key, (session, exercise) in _lines(week).items()
        if exercise.role in MAIN_ROLES and session.day in days
    }


def _steps(catalogue: Catalogue, then: Prescription, now: Prescription) -> dict[_Grows, int]:
    """What grew from one week to another (above 0), shrank (under 0) or stayed (0); a form moves
    along its ladder.
    """
    work = _Grows.REPETITIONS if now.hold_s is None else _Grows.SECONDS
    same_kind = (then.hold_s is None) == (now.hold_s is None)
    # Between repetitions and seconds there is no more or less: it is a change, and none backwards.
    grown = _amount(now) - _amount(then) if same_kind else 1
    return {
        _Grows.SETS: now.sets - then.sets,
        work: grown,
        _Grows.FORMS: _climbed(catalogue, then, now),
    }


def _amount(exercise: Prescription) -> int:
    return exercise.reps or exercise.hold_s or 0


def _climbed(catalogue: Catalogue, then: Prescription, now: Prescription) -> int:
    """Rungs between the two forms; one that the catalogue does not know counts as the next."""
    if then.form == now.form:
        return 0
    known = catalogue.by_id.get(now.id)
    ladder = [form.name for form in known.ladder] if known else []
    if then.form in ladder and now.form in ladder:
        return ladder.index(now.form) - ladder.index(then.form)
    return 1


def _and(things: list[_Grows]) -> Phrase:
    """`sets and repetitions`."""
    first, *others = things
    if not others:
        return phrase("{thing}", thing=first)
    return phrase("{first} and {others}", first=first, others=_and(others))


@Rule(
    "R33",
    Kind.SHOULD,
    text=phrase(
        "hard leg sets grow by at most {percent:.0f} % or {sets} sets a week",
        percent=100 * HARD_SETS_GROWTH,
        sets=HARD_SETS_MORE,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "The hard leg work grows faster than usual from one week to the next: leave out a set "
        "where you feel it."
    ),
).of_block
def growth(plan: Plan, _: Catalogue) -> Breaches:
    # Easier weeks are left out, or the first week after each would always grow too fast.
    build_weeks = [week for week in plan.weeks if week.build]
    for before, after in pairwise(build_weeks):
        then, now = _hard_leg_sets(before), _hard_leg_sets(after)
        most = most_hard_sets(then)
        if now > most:
            yield Breach(
                in_week(after.number),
                phrase(
                    "{sets} hard leg sets after {before} in week {week}",
                    sets=now,
                    before=then,
                    week=before.number,
                ),
                phrase("at most {most}", most=most),
            )


def _hard_leg_sets(week: Week) -> int:
    total = total_counts([(counts(exercise), exercise.sets) for _, exercise in exercises(week)])
    return int(total.get(HARD, 0))


@Rule(
    "R34",
    Kind.MUST,
    text=phrase(
        "after {usual} build weeks (at least {least}, at most {most}) comes a deload or the "
        "taper; a deload has {low:.0f}-{high:.0f} % of the sets of the week before",
        usual=BUILD_WEEKS_USUAL,
        least=BUILD_WEEKS.low,
        most=BUILD_WEEKS.high,
        low=100 * DELOAD_SHARE[0],
        high=100 * DELOAD_SHARE[1],
    ),
    basis="Rogerson 2024 (Sports Med Open 10:26): every 5.6 weeks on average; depth consensus",
    advice=phrase(
        "Strength comes in the easier weeks: after two to five building weeks, one with about "
        "half to two thirds of the sets."
    ),
).of_block
def deloads(plan: Plan, _: Catalogue) -> Breaches:
    built = 0
    for index, week in enumerate(plan.weeks):
        where = in_week(week.number)
        if week.build:
            built += 1
            if built == BUILD_WEEKS.high + 1:
                yield Breach(
                    where,
                    phrase("build week {number} in a row", number=built),
                    phrase("an easier week after {range} of them", range=BUILD_WEEKS),
                )
            continue
        # The only build week before a taper has no other week to stand beside.
        cut_short = built and built < index
        if built < BUILD_WEEKS.low and (week.deload or cut_short):
            yield Breach(
                where,
                phrase("an easier week after {weeks}", weeks=_build_weeks(built)),
                phrase("after {range}", range=BUILD_WEEKS),
            )
        # A plan may begin with a deload, and then nothing is known of what it eases; how deep a
        # taper goes is R35's.
        if week.deload and index:
            yield from _eased(plan.athlete, plan.weeks[index - 1], week, *DELOAD_SHARE)
            yield from _more_in_reserve(plan.weeks[index - 1], week)
        built = 0


def _build_weeks(number: int) -> Phrase:
    if number == 1:
        return phrase("{number} build week", number=number)
    return phrase("{number} build weeks", number=number)


def _more_in_reserve(before: Week, after: Week) -> Breaches:
    then = _lines(before)
    for key, (session, exercise) in _lines(after).items():
        usual = then[key][1].rir if key in then else None
        if usual is None:
            continue
        # An easier week that says no reserve keeps none, as far as anybody can tell.
        kept = exercise.rir or 0
        wanted = usual + DELOAD_RIR
        if kept < wanted:
            yield Breach(
                in_week(after.number, at(session, exercise)),
                phrase("{reserve} in reserve", reserve=kept),
                phrase("{reserve} in an easier week", reserve=wanted),
            )


@Rule(
    "R35",
    Kind.MUST,
    text=phrase(
        "a block of 2 weeks or more ends in a taper: 5k and 10k one week, half and marathon two, "
        "one more when the race is from Monday to {last_day}; at most {high:.0f} % of the last "
        "build week's sets, the first of two at least {low:.0f} %",
        last_day=SHORT_RACE_WEEK,
        low=100 * TAPER_SHARE[0],
        high=100 * TAPER_SHARE[1],
    ),
    basis="Bosquet 2007 (MSSE 39:1358); Wang 2023 (PLoS ONE 18:e0282838), by analogy",
    advice=phrase(
        "Arrive rested: the last weeks before the race keep the exercises and drop sets."
    ),
).of_block
def taper(plan: Plan, _: Catalogue) -> Breaches:
    last = plan.weeks[-1]
    length = taper_weeks(plan.athlete.race, last.of, race_on(plan.athlete, last))
    first = last.of - length + 1
    for week in plan.weeks:
        if week.taper is not (week.number >= first):
            yield Breach(
                in_week(week.number),
                phrase("a taper week") if week.taper else phrase("no taper week"),
                phrase("the last week tapers")
                if length == 1
                else phrase("the last {weeks} weeks taper", weeks=length),
            )
    last_build = next((week for week in reversed(plan.weeks) if week.build), None)
    if last_build is None:
        return
    low, high = TAPER_SHARE
    for week in plan.weeks:
        if week.taper:
            # Only the first of several has a floor: the week of the race may have next to nothing.
            floored = length > 1 and week.number == first
            yield from _eased(plan.athlete, last_build, week, low if floored else 0, high)


def _eased(athlete: Athlete, full: Week, week: Week, low: float, high: float) -> Breaches:
    """The sets of an easier week, and nothing new in it."""
    # Where R36 to R38 leave fewer sets than the share, those are enough.
    standing = sum(
        exercise.sets
        for session, exercise in exercises(full)
        if may_be_kept(athlete, week, session.day, exercise)
    )
    least = min(ceil(low * full.sets - _ROUNDING), standing)
    most = floor(high * full.sets + _ROUNDING)
    if not least <= week.sets <= most:
        share = (
            phrase("{low:.0%} to {high:.0%}", low=low, high=high)
            if low
            else phrase("at most {high:.0%}", high=high)
        )
        yield Breach(
            in_week(week.number),
            phrase("{sets} sets", sets=week.sets),
            phrase(
                "{least}-{most}, {share} of the {sets} in week {week}",
                least=least,
                most=most,
                share=share,
                sets=full.sets,
                week=full.number,
            ),
        )
    known = {(exercise.id, exercise.form) for _, exercise in exercises(full)}
    for session, exercise in exercises(week):
        if (exercise.id, exercise.form) not in known:
            yield Breach(
                in_week(week.number, at(session, exercise)),
                phrase("{form} is new", form=exercise.form),
                phrase("the exercises of week {week}", week=full.number),
            )


@Rule(
    "R40",
    Kind.NOTE,
    text=phrase(
        "under {least} build weeks little can be expected; {studied} or more is what the studies "
        "used",
        least=LITTLE_TO_EXPECT,
        studied=STUDIED_WEEKS,
    ),
    basis="Eihara 2022 (Sports Med Open 8:138); Blagrove 2018 (Sports Med 48:1117)",
    advice=phrase(
        "There are few weeks before the race: expect to feel steadier rather than faster, and say "
        "so in the plan."
    ),
).of_block
def little_to_expect(plan: Plan, _: Catalogue) -> Breaches:
    build = sum(week.build for week in plan.weeks)
    notes = [note.key for week in plan.weeks for note in week.notes]
    if build < LITTLE_TO_EXPECT and NoteKey.FEW_WEEKS not in notes:
        yield Breach(
            WHOLE,
            phrase("{weeks} build weeks and no note", weeks=build),
            phrase("a note under {least} of them", least=LITTLE_TO_EXPECT),
        )
