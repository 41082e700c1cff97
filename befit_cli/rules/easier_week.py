"""The easier weeks of a block: what they have of the weeks that they ease, and its deloads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from math import ceil, floor

from befit_cli.evidence.block import (
    BUILD_WEEKS,
    BUILD_WEEKS_USUAL,
    DELOAD_RIR,
    DELOAD_SHARE,
    closing_deloads,
)
from befit_cli.evidence.load import LIGHT_SETS, is_light
from befit_cli.evidence.progress import comes_back, eased_by_log, left_out_forms
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import (
    at,
    by_log,
    exercises,
    has_less_than_usual,
    in_full,
    in_ramp,
    in_week,
    lines,
    may_be_kept,
    may_be_kept_light,
    number_of_sets,
    stands_apart,
)
from befit_cli.rules.rule import Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Phrase,
    Plan,
    RunSource,
    Week,
    phrase,
)

_ROUNDING = 1e-9
"""Keeps 70 % of 10 sets from being 7.000000000000001."""


@Rule(
    "R34",
    Kind.MUST,
    text=phrase(
        "after {usual} build weeks (at least {least}, at most {most}) comes a deload or the "
        "taper, and no deload after a block's only one; a deload has {low:.0f}-{high:.0f} % of the "
        "sets of the week before, one repetition more in reserve and nothing new; a block without "
        "a race ends in one",
        usual=BUILD_WEEKS_USUAL,
        least=BUILD_WEEKS.low,
        most=BUILD_WEEKS.high,
        low=100 * DELOAD_SHARE[0],
        high=100 * DELOAD_SHARE[1],
    ),
    basis=phrase(
        "Rogerson 2024 (Sports Med Open 10:26): every 5.6 weeks on average, in strength "
        "athletes; depth and rhythm consensus"
    ),
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
            build = build_before(plan.weeks[:index])
            before = build or plan.weeks[index - 1 : index]
            full = last_in_full(plan.athlete, before)
            if full is not None:
                yield from eased(plan, full, week, *DELOAD_SHARE)
            yield from something_new(plan.athlete, week, before, build)
            yield from _more_in_reserve(plan.athlete, plan.weeks[index - 1], week)
        built = 0
    last = plan.weeks[-1]
    ends = last.number == last.of
    if ends and closing_deloads(plan.athlete.race, last.training_weeks) and not last.deload:
        yield Breach(
            in_week(last.number),
            phrase("the last week is no deload"),
            phrase("a deload at the end of a block without a race"),
            new=True,
        )


def build_before(weeks: Sequence[Week]) -> list[Week]:
    """The build weeks that the weeks end with: what comes after them eases those."""
    ending = takewhile(lambda week: week.build, reversed(weeks))
    return list(ending)[::-1]


def last_in_full(athlete: Athlete, weeks: Sequence[Week]) -> Week | None:
    """The one of these weeks that an easier one after them is measured by: the last that does not
    stand apart. None where that is of the ramp and later ones are not, for then nobody knows how
    many sets its stretch comes to.
    """
    full = in_full(athlete, weeks)
    if not full or (in_ramp(athlete, full[-1]) and not in_ramp(athlete, weeks[-1])):
        return None
    return full[-1]


def _build_weeks(number: int) -> Phrase:
    if number == 1:
        return phrase("{number} build week", number=number)
    return phrase("{number} build weeks", number=number)


def _more_in_reserve(athlete: Athlete, before: Week, after: Week) -> Breaches:
    if stands_apart(athlete, before) or stands_apart(athlete, after):
        return
    then = lines(before)
    for key, (session, exercise) in lines(after).items():
        usual = then[key].exercise.rir if key in then else None
        # What was light before keeps enough already.
        if usual is None or is_light(then[key].exercise):
            continue
        if exercise.form != then[key].exercise.form and by_log(exercise, then[key].exercise):
            # Another form has its own reserve, and a hold has none.
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


def eased(plan: Plan, full: Week, week: Week, low: float, high: float) -> Breaches:
    """The sets of an easier week where they are no share from `low` to `high` of the full one's."""
    athlete = plan.athlete
    # Where R36 to R38 leave fewer sets than the share, or the log before it, those are enough.
    least = min(ceil(low * full.sets - _ROUNDING), _sets_left(athlete, full, week))
    for before in plan.weeks:
        if before.number == week.number - 1 and eased_by_log(before):
            least = min(least, before.sets)
    if stands_apart(athlete, week):
        least = 0
    most = floor(high * full.sets + _ROUNDING)
    if not least <= week.sets <= most:
        share = (
            phrase("{low:.0%} to {high:.0%}", low=low, high=high)
            if low
            else phrase("at most {high:.0%}", high=high)
        )
        yield Breach(
            in_week(week.number),
            number_of_sets(week.sets),
            phrase(
                "{least}-{most}, {share} of the {sets} in week {week}",
                least=least,
                most=most,
                share=share,
                sets=full.sets,
                week=full.number,
            ),
        )


def _sets_left(athlete: Athlete, full: Week, week: Week) -> int:
    """The sets of a full week that a week near to the race may have as they are on its own days:
    one of each accessory, where something has to be light, and loses a set by it.
    """
    days = {session.slot: session.day for session in week.sessions}
    left = []
    light = False
    for session, exercise in exercises(full):
        day = days.get(session.slot)
        if day is None:
            # The race took it, from a day that is another where the runs of the full week moved it.
            if not _has_usual_days(full):
                continue
            day = session.day
        if may_be_kept(athlete, week, day, exercise):
            left.append(exercise)
        elif may_be_kept_light(athlete, week, day, exercise):
            light = light or exercise.sets > LIGHT_SETS
    return sum(1 if light and one.role not in MAIN_ROLES else one.sets for one in left)


def _has_usual_days(week: Week) -> bool:
    """Whether nothing has moved its sessions: neither its runs, those beside it, nor its runner."""
    runs = [each or week.runs for each in (week.runs, week.runs_before, week.runs_after)]
    return week.runner is None and all(each.source is RunSource.PROFILE for each in runs)


def something_new(
    athlete: Athlete, week: Week, weeks: Sequence[Week], build: Sequence[Week]
) -> Breaches:
    """What is in an easier week and in none of these weeks before it; `build` are those that it
    eases. Of a session that had less room in all of them, or came back from an illness, nobody
    knows what it would have had; and what was left out for pain may come back.
    """
    if stands_apart(athlete, week):
        return
    in_room = {
        session.slot
        for before in build
        for session in before.sessions
        if not (has_less_than_usual(session) or trains_otherwise(before.runner, athlete))
        and not any(comes_back(exercise.adapted) for exercise in session.exercises)
    }
    known = {
        (exercise.id, exercise.form)
        for before in weeks
        if before.number < week.number
        for _, exercise in exercises(before)
    }
    by_the_log = {
        exercise.id
        for before in (*weeks, week)
        for _, exercise in exercises(before)
        if by_log(exercise)
    }
    hurt = left_out_forms([note for before in weeks for note in before.notes])
    for session, exercise in exercises(week):
        if build and session.slot not in in_room:
            continue
        if exercise.id in by_the_log or exercise.form in hurt:
            continue
        if (exercise.id, exercise.form) not in known:
            yield Breach(
                in_week(week.number, at(session, exercise)),
                phrase("{form} is new", form=exercise.form),
                phrase("what the weeks before have"),
            )
