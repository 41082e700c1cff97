"""The easier weeks of a block: deloads, the taper before the race, and how fast what stands between
them may grow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
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
    closing_deloads,
    most_load,
    taper_weeks,
)
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, LIGHT_SETS, dosed_load, is_light
from befit_cli.evidence.progress import comes_back, eased_by_log
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.evidence.week import (
    HARD_SETS_GROWTH,
    HARD_SETS_MORE,
    HARD_SETS_MORE_AFTER_RAMP,
    most_hard_sets,
    next_key_run,
    trains_otherwise,
)
from befit_cli.rules.case import (
    WHOLE,
    Lines,
    at,
    by_log,
    days_left,
    exercises,
    has_less_room,
    in_full,
    in_ramp,
    in_week,
    lines,
    may_be_kept,
    may_be_kept_light,
    measured,
    number_of_sets,
    on,
    race_on,
    said,
    stands_apart,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Load,
    NoteKey,
    Phrase,
    Plan,
    Prescription,
    Role,
    Session,
    Week,
    phrase,
)

_ROUNDING = 1e-9
"""Keeps 70 % of 10 sets from being 7.000000000000001."""
_ACCESSORY_SETS = 2
"""R35: sets of which an accessory has one to lose."""


@Rule(
    "R33",
    Kind.SHOULD,
    text=phrase(
        "hard leg sets grow by at most {percent:.0f} % or {sets} sets a week, out of the ramp by "
        "{more}",
        percent=100 * HARD_SETS_GROWTH,
        sets=HARD_SETS_MORE,
        more=HARD_SETS_MORE_AFTER_RAMP,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "The hard leg work grows faster than usual from one week to the next: leave out a set "
        "where you feel it."
    ),
).of_block
def growth(plan: Plan, _: Catalogue) -> Breaches:
    build = [week for week in plan.weeks if week.build]
    last: list[Week] = []
    for stretch in plan.stretches:
        # Easier weeks are left out, or the first week after each would always grow too fast; and a
        # stretch all of whose weeks stand apart leaves nothing that the next one could be asked by.
        full = in_full(plan.athlete, [week for week in stretch if week.build])
        for before, after in pairwise([*last, *full]):
            # Those between them stand apart, and the plan grew in them even so.
            grown = [week for week in build if before.number < week.number <= after.number]
            yield from _grows_fast(plan.athlete, before, grown)
        last = full[-1:]


def _grows_fast(athlete: Athlete, before: Week, grown: list[Week]) -> Breaches:
    """Where the last of these build weeks has more than they may grow to, one after the other, from
    the one before them.
    """
    after = grown[-1]
    then, now = _hard_leg_sets(before), _hard_leg_sets(after)
    most = then
    for one, next_one in pairwise([before, *grown]):
        left_ramp = in_ramp(athlete, one) and not in_ramp(athlete, next_one)
        most = most_hard_sets(most, after_ramp=left_ramp)
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
            build = _build_before(plan.weeks[:index])
            before = build or plan.weeks[index - 1 : index]
            for full in in_full(plan.athlete, before)[-1:]:
                yield from _eased(plan.athlete, full, week, *DELOAD_SHARE)
            yield from _something_new(plan.athlete, week, before, build)
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


def _build_before(weeks: Sequence[Week]) -> list[Week]:
    """The build weeks that the weeks end with: what comes after them eases those."""
    ending = takewhile(lambda week: week.build, reversed(weeks))
    return list(ending)[::-1]


def _build_weeks(number: int) -> Phrase:
    if number == 1:
        return phrase("{number} build week", number=number)
    return phrase("{number} build weeks", number=number)


def _more_in_reserve(athlete: Athlete, before: Week, after: Week) -> Breaches:
    if stands_apart(athlete, before) or stands_apart(athlete, after):
        return
    then = lines(before)
    for key, (session, exercise) in lines(after).items():
        usual = then[key][1].rir if key in then else None
        # What was light before keeps enough already.
        if usual is None or is_light(then[key][1]):
            continue
        if exercise.form != then[key][1].form and by_log(exercise, then[key][1]):
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


@Rule(
    "R35",
    Kind.MUST,
    text=phrase(
        "a block of 2 weeks or more ends in a taper: 5k and 10k one week, half and marathon two, "
        "one more when the race is from Monday to {last_day}, none without a race; at most "
        "{high:.0f} % of the last build week's sets, the first of several at least {low:.0f} %; no "
        "main lift loses a set while an accessory has {accessory_sets}, and the earliest session "
        "whose load allows it keeps a main lift, light if need be",
        accessory_sets=_ACCESSORY_SETS,
        last_day=SHORT_RACE_WEEK,
        low=100 * TAPER_SHARE[0],
        high=100 * TAPER_SHARE[1],
    ),
    basis=phrase("Bosquet 2007 (MSSE 39:1358); Wang 2023 (PLoS ONE 18:e0282838), by analogy"),
    advice=phrase(
        "Arrive rested: the last weeks before the race keep the lifts and drop sets, accessories "
        "first."
    ),
).of_block
def taper(plan: Plan, _: Catalogue) -> Breaches:
    last = plan.weeks[-1]
    length = taper_weeks(plan.athlete.race, last.training_weeks, race_on(plan.athlete, last))
    first = last.of - length + 1
    for week in plan.weeks:
        if week.taper is not (week.number >= first):
            yield Breach(
                in_week(week.number),
                phrase("a taper week") if week.taper else phrase("no taper week"),
                _tapering(length),
            )
    every = [week for week in plan.weeks if week.build]
    build = _build_before([week for week in plan.weeks if not week.taper])
    full = in_full(plan.athlete, build or every)
    if not full:
        return
    last_build = full[-1]
    low, high = TAPER_SHARE
    for week in plan.weeks:
        if week.taper:
            # Only the first of several has a floor: the week of the race may have next to nothing.
            floored = length > 1 and week.number == first
            yield from _eased(plan.athlete, last_build, week, low if floored else 0, high)
            yield from _something_new(plan.athlete, week, plan.weeks, build)
            yield from _lost_main_sets(plan.athlete, last_build, week)
            yield from _no_main_lift(plan, last_build, week)


def _tapering(weeks: int) -> Phrase:
    if not weeks:
        return phrase("no taper without a race")
    if weeks == 1:
        return phrase("the last week tapers")
    return phrase("the last {weeks} weeks taper", weeks=weeks)


def _eased(athlete: Athlete, full: Week, week: Week, low: float, high: float) -> Breaches:
    """The sets of an easier week."""
    # Where R36 to R38 leave fewer sets than the share, those are enough.
    least = min(ceil(low * full.sets - _ROUNDING), _sets_left(athlete, full, week))
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
    """The sets of a full week that a week near to the race may have as they are: one of each
    accessory, where something has to be light, and loses a set by it.
    """
    left = []
    light = False
    for session, exercise in exercises(full):
        if may_be_kept(athlete, week, session.day, exercise):
            left.append(exercise)
        elif may_be_kept_light(athlete, week, session.day, exercise):
            light = light or exercise.sets > LIGHT_SETS
    return sum(1 if light and one.role not in MAIN_ROLES else one.sets for one in left)


def _something_new(
    athlete: Athlete, week: Week, weeks: Sequence[Week], build: Sequence[Week]
) -> Breaches:
    """What is in an easier week and in none of these weeks before it; `build` are those that it
    eases. Of a session that had less room in all of them, or came back from an illness, nobody
    knows what it would have had.
    """
    if stands_apart(athlete, week):
        return
    in_room = {
        session.slot
        for before in build
        for session in before.sessions
        if not (has_less_room(session) or trains_otherwise(before.runner, athlete))
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
    for session, exercise in exercises(week):
        if build and session.slot not in in_room:
            continue
        if exercise.id in by_the_log:
            continue
        if (exercise.id, exercise.form) not in known:
            yield Breach(
                in_week(week.number, at(session, exercise)),
                phrase("{form} is new", form=exercise.form),
                phrase("what the weeks before have"),
            )


def _lost_main_sets(athlete: Athlete, full: Week, week: Week) -> Breaches:
    """Main lifts that lose a set in a week that has an accessory with sets to lose."""
    accessory = _fullest_accessory(week)
    if accessory is None or trains_otherwise(week.runner, athlete) or eased_by_log(week):
        return
    now = lines(week)
    slots = {session.slot: session for session in week.sessions}
    for key, (session, exercise) in _main_lifts(full).items():
        here = slots.get(session.slot)
        # A session that the race takes away takes its lifts with it, as one that has less room.
        if here is None or has_less_room(here):
            continue
        if not may_be_kept_light(athlete, week, here.day, exercise):
            continue
        if key not in now and _is_full_of_light(here):
            continue
        sets = now[key][1].sets if key in now else 0
        if sets < exercise.sets:
            yield Breach(
                in_week(week.number, at(here, exercise)),
                phrase("{sets} sets after {before}", sets=sets, before=exercise.sets),
                phrase(
                    "all of them while {accessory} has {sets}",
                    accessory=accessory.name,
                    sets=accessory.sets,
                ),
                new=True,
            )


def _fullest_accessory(week: Week) -> Prescription | None:
    """The first that is neither main work nor mobility and has sets to lose."""
    for _, exercise in exercises(week):
        spared = exercise.role in MAIN_ROLES or exercise.role is Role.MOBILITY
        if not spared and exercise.sets >= _ACCESSORY_SETS:
            return exercise
    return None


def _no_main_lift(plan: Plan, full: Week, week: Week) -> Breaches:
    """The earliest session of an easier week that could keep a main lift, where it has none: light,
    or in an easier form that the block has had, with what is there on its day.
    """
    if stands_apart(plan.athlete, week):
        return
    lifts = {exercise.id for _, exercise in exercises(full) if _is_main_lift(exercise)}
    known = [
        exercise
        for before in in_full(plan.athlete, plan.weeks)
        if before.number < week.number
        for _, exercise in exercises(before)
        if exercise.id in lifts
    ]
    slots = {session.slot for session, one in exercises(full) if _is_main_lift(one)}
    loads = {one.session.slot: one.load for one in measured(full)}
    for session in sorted(week.sessions, key=lambda session: session.day):
        if any(_is_main_lift(exercise) for exercise in session.exercises):
            return
        if session.slot not in slots:
            continue
        # A session that was light all along has no place for a heavier one.
        most = min(loads[session.slot], _most_load_on(plan.athlete, week, session))
        kit = plan.athlete.kit_on(session.day)
        there = [lift for lift in known if set(lift.kit).issubset(kit)]
        if any(_may_join(session, lift, most) for lift in there):
            yield Breach(
                in_week(week.number, on(session.day)),
                phrase("no main lift"),
                phrase("one, light if need be"),
                new=True,
            )
            return


def _is_full_of_light(session: Session) -> bool:
    """Whether it has as many light lifts as count as light: one more, and all count in full."""
    return sum(map(is_light, session.exercises)) >= LIGHT_LIFTS_MAX


def _may_join(session: Session, lift: Prescription, most: Load) -> bool:
    """Whether the session, which may have that much load, has room for the lift, be it light: it
    has nothing that is like it (R07).
    """
    light = lift.full_load > most
    if dosed_load(lift.full_load, light=light) > most or (light and _is_full_of_light(session)):
        return False
    return all(other.family != lift.family for other in session.exercises)


def _most_load_on(athlete: Athlete, week: Week, session: Session) -> Load:
    """The most load that the race and the runs of the week allow on the day of that session."""
    if session.day in week.runs.long:
        return Load.LOW
    ahead = next_key_run(week.runs, session.day, week.runs_after)
    by_race = most_load(athlete.race, days_left(athlete, week, session.day))
    return min(by_race, Load.MEDIUM) if ahead and ahead[0] == 1 else by_race


def _main_lifts(week: Week) -> Lines:
    """The main lifts of the week."""
    return {key: line for key, line in lines(week).items() if _is_main_lift(line[1])}


def _is_main_lift(exercise: Prescription) -> bool:
    """Whether it is main work that squats, lunges or hinges."""
    return exercise.role is Role.MAIN and exercise.pattern in LIFT_PATTERNS


@Rule(
    "R40",
    Kind.NOTE,
    text=phrase(
        "under {least} build weeks little can be expected; the effect was clearer from {studied} "
        "on",
        least=LITTLE_TO_EXPECT,
        studied=STUDIED_WEEKS,
    ),
    basis=phrase(
        "Eihara 2022 (Sports Med Open 8:138): 6-8 weeks g -0.21, not significant; 10-14 weeks -0.45"
    ),
    advice=phrase(
        "There are few weeks before the race: expect to feel steadier rather than faster, and say "
        "so in the plan."
    ),
).of_block
def little_to_expect(plan: Plan, _: Catalogue) -> Breaches:
    # Of some weeks of a longer block nobody knows how many build.
    if len(plan.weeks) < plan.weeks[0].training_weeks:
        return
    if not any(week.sessions for week in plan.weeks):
        # R39 has said all that there is to say.
        return
    build = sum(week.build for week in plan.weeks)
    if build < LITTLE_TO_EXPECT and NoteKey.FEW_WEEKS not in said(plan.weeks):
        yield Breach(
            WHOLE,
            phrase("{weeks} build weeks and no note", weeks=build),
            phrase("a note under {least} of them", least=LITTLE_TO_EXPECT),
        )
