"""What the weeks of a block must obey together: growth from week to week, easier weeks, and the
taper before the race.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from befit_cli.evidence.block import (
    BUILD_WEEKS,
    DELOAD_RIR,
    DELOAD_SHARE,
    LITTLE_TO_EXPECT,
    TAPER_SHARE,
    taper_weeks,
)
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.evidence.week import APART, most_hard_sets
from befit_cli.rules.terms import (
    days,
    exercises,
    may_be_kept,
    measured,
    place,
    race_on,
    with_jumps,
    with_load,
)
from befit_cli.values import Athlete, Catalogue, Day, Load, Plan, Prescription, Session, Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from befit_cli.rules.terms import Found

_ROUNDING = 1e-9
"""Keeps 70 % of 10 sets from being 7.000000000000001."""

_Lines = dict[tuple[Day, str], tuple[Session, Prescription]]


def loaded_days_apart(plan: Plan, _: Catalogue) -> Found:
    """R10 from one week to the next."""
    yield from _too_close(plan, lambda week: with_load(measured(week), Load.MEDIUM, Load.HIGH))


def jumps_apart(plan: Plan, _: Catalogue) -> Found:
    """R21 from one week to the next."""
    yield from _too_close(plan, lambda week: with_jumps(measured(week)))


def _too_close(plan: Plan, which: Callable[[Week], list[Session]]) -> Found:
    """A pair that repeats within one week is told of that week already."""
    for before, after in pairwise(plan.weeks):
        in_one_week = [{session.day for session in which(week)} for week in (before, after)]
        for first in which(before):
            for second in which(after):
                gap = (after.starts - before.starts).days + second.day.rank - first.day.rank
                if gap < APART and not any(
                    {first.day, second.day} <= found for found in in_one_week
                ):
                    where = (
                        f"week {before.number} {first.day.title} and week {after.number} "
                        f"{second.day.title}"
                    )
                    yield where, f"{days(gap)} apart", f"{APART} days or more"


def progression(plan: Plan, catalogue: Catalogue) -> Found:
    """R32; what R36 to R38 take away may go."""
    for phase, weeks in groupby(plan.weeks, key=lambda week: week.phase if week.build else None):
        stretch = tuple(weeks)
        if phase is not None and len(stretch) > 1:
            for before, after in pairwise(stretch):
                yield from _same_days(plan.athlete, before, after)
                yield from _same_main(plan.athlete, before, after)
                yield from _one_step(catalogue, before, after)
            yield from _progress(catalogue, stretch[0], stretch[-1])


def _same_days(athlete: Athlete, before: Week, after: Week) -> Found:
    then, now = ({session.day: session for session in week.sessions} for week in (before, after))
    for day in Day:
        if (
            day in then
            and day not in now
            and any(may_be_kept(athlete, after, day, exercise) for exercise in then[day].exercises)
        ):
            yield f"week {after.number} {day.title}", "no session", "the days of the week before"
        elif day in now and day not in then:
            yield f"week {after.number} {day.title}", "a new session", "the days of the week before"


def _same_main(athlete: Athlete, before: Week, after: Week) -> Found:
    kept_days = {session.day for session in before.sessions} & {
        session.day for session in after.sessions
    }
    then, now = _lines(before), _lines(after)
    for key, (session, exercise) in then.items():
        where = f"week {after.number} {place(session, exercise)}"
        if (
            exercise.role not in MAIN_ROLES
            or session.day not in kept_days
            or not may_be_kept(athlete, after, session.day, exercise)
        ):
            continue
        if key not in now:
            yield where, "no longer there", "the main exercises of the week before"
        elif now[key][1].form != exercise.form:
            yield where, now[key][1].form, f"{exercise.form}, as the week before"
    for key, (session, exercise) in now.items():
        if exercise.role in MAIN_ROLES and session.day in kept_days and key not in then:
            yield (
                f"week {after.number} {place(session, exercise)}",
                "new",
                "the main exercises of the week before",
            )


def _one_step(catalogue: Catalogue, before: Week, after: Week) -> Found:
    then, now = _lines(before), _lines(after)
    for key, (session, exercise) in now.items():
        if key not in then:
            continue
        steps = _steps(catalogue, then[key][1], exercise)
        changed = [name for name, step in steps.items() if step]
        where = f"week {after.number} {place(session, exercise)}"
        if len(changed) > 1:
            yield where, f"{' and '.join(changed)} change", "one of them a week"
        elif any(step < 0 for step in steps.values()):
            yield where, f"fewer or easier {changed[0]} than the week before", "the same or more"


def _progress(catalogue: Catalogue, first: Week, last: Week) -> Found:
    then = _lines(first)
    for key, (session, exercise) in _lines(last).items():
        if (
            exercise.role in MAIN_ROLES
            and key in then
            and not any(_steps(catalogue, then[key][1], exercise).values())
        ):
            yield (
                f"week {last.number} {place(session, exercise)}",
                f"the same as in week {first.number}",
                "some progress",
            )


def _lines(week: Week) -> _Lines:
    """Each exercise of the week under its day and id."""
    return {
        (session.day, exercise.id): (session, exercise) for session, exercise in exercises(week)
    }


def _steps(catalogue: Catalogue, then: Prescription, now: Prescription) -> dict[str, int]:
    """What grew from one week to another (above 0), shrank (under 0) or stayed (0); a form moves
    along its ladder.
    """
    work = "repetitions" if now.hold_s is None else "seconds"
    same_kind = (then.hold_s is None) == (now.hold_s is None)
    grown = _amount(now) - _amount(then) if same_kind else 1
    return {"sets": now.sets - then.sets, work: grown, "forms": _climbed(catalogue, then, now)}


def _amount(exercise: Prescription) -> int:
    return exercise.reps or exercise.hold_s or 0


def _climbed(catalogue: Catalogue, then: Prescription, now: Prescription) -> int:
    """Rungs between the two forms; one that the catalogue does not know counts as the next."""
    if then.form == now.form:
        return 0
    ladder = (
        [form.name for form in catalogue.by_id[now.id].ladder] if now.id in catalogue.by_id else []
    )
    return (
        ladder.index(now.form) - ladder.index(then.form)
        if then.form in ladder and now.form in ladder
        else 1
    )


def growth(plan: Plan, _: Catalogue) -> Found:
    """R33, from build week to build week; a set is hard where its form is of medium or high load on
    the legs.
    """
    for before, after in pairwise(week for week in plan.weeks if week.build):
        then, now = _hard_leg_sets(before), _hard_leg_sets(after)
        most = most_hard_sets(then)
        if now > most:
            yield (
                f"week {after.number}",
                f"{now} hard leg sets after {then} in week {before.number}",
                f"at most {most}",
            )


def _hard_leg_sets(week: Week) -> int:
    total = total_counts((counts(exercise), exercise.sets) for _, exercise in exercises(week))
    return int(total.get(HARD, 0))


def deloads(plan: Plan, _: Catalogue) -> Found:
    """R34; the taper's own depth is R35's."""
    built = 0
    for index, week in enumerate(plan.weeks):
        if week.build:
            built += 1
            if built == BUILD_WEEKS.high + 1:
                yield (
                    f"week {week.number}",
                    f"build week {built} in a row",
                    f"an easier week after {BUILD_WEEKS} of them",
                )
            continue
        # The only build week before a taper has no other week to stand beside.
        if built < BUILD_WEEKS.low and (week.deload or (built and built < index)):
            yield (
                f"week {week.number}",
                f"an easier week after {built} build week{'' if built == 1 else 's'}",
                f"after {BUILD_WEEKS}",
            )
        if week.deload and index:
            yield from _eased(plan.athlete, plan.weeks[index - 1], week, *DELOAD_SHARE)
            yield from _more_in_reserve(plan.weeks[index - 1], week)
        built = 0


def _more_in_reserve(before: Week, after: Week) -> Found:
    then = _lines(before)
    for key, (session, exercise) in _lines(after).items():
        asked = then[key][1].rir if key in then else None
        kept = exercise.rir or 0
        if asked is not None and kept < asked + DELOAD_RIR:
            yield (
                f"week {after.number} {place(session, exercise)}",
                f"{kept} in reserve",
                f"{asked + DELOAD_RIR} in an easier week",
            )


def taper(plan: Plan, _: Catalogue) -> Found:
    """R35."""
    last = plan.weeks[-1]
    length = taper_weeks(plan.athlete.race, last.of, race_on(plan.athlete, last))
    first = last.of - length + 1
    for week in plan.weeks:
        if week.taper is not (week.number >= first):
            found = "a taper week" if week.taper else "no taper week"
            yield (
                f"week {week.number}",
                found,
                "the last week tapers" if length == 1 else f"the last {length} weeks taper",
            )
    last_build = next((week for week in reversed(plan.weeks) if week.build), None)
    if last_build is not None:
        low, high = TAPER_SHARE
        for week in plan.weeks:
            if week.taper:
                yield from _eased(
                    plan.athlete,
                    last_build,
                    week,
                    low if length > 1 and week.number == first else 0,
                    high,
                )


def _eased(athlete: Athlete, full: Week, week: Week, low: float, high: float) -> Found:
    """The sets of an easier week, and nothing new in it; fewer are right where R36 to R38 leave
    fewer.
    """
    standing = sum(
        exercise.sets
        for session, exercise in exercises(full)
        if may_be_kept(athlete, week, session.day, exercise)
    )
    least, most = (
        min(ceil(low * full.sets - _ROUNDING), standing),
        floor(high * full.sets + _ROUNDING),
    )
    if not least <= week.sets <= most:
        share = f"{low:.0%} to {high:.0%}" if low else f"at most {high:.0%}"
        yield (
            f"week {week.number}",
            f"{week.sets} sets",
            f"{least}-{most}, {share} of the {full.sets} in week {full.number}",
        )
    known = {(exercise.id, exercise.form) for _, exercise in exercises(full)}
    for session, exercise in exercises(week):
        if (exercise.id, exercise.form) not in known:
            yield (
                f"week {week.number} {place(session, exercise)}",
                f"{exercise.form} is new",
                f"the exercises of week {full.number}",
            )


def little_to_expect(plan: Plan, _: Catalogue) -> Found:
    """R40."""
    build = sum(week.build for week in plan.weeks)
    if build < LITTLE_TO_EXPECT and not any(
        note.rule == "R40" and note.text.strip() for week in plan.weeks for note in week.notes
    ):
        yield "", f"{build} build weeks and no note", f"a note under {LITTLE_TO_EXPECT} of them"
