"""The taper before the race: how long it is, what it keeps, and what goes first."""

from __future__ import annotations

from befit_cli.evidence.block import (
    LAST_DAYS,
    LAST_DAYS_SETS,
    RACE_WEEK_SETS,
    SHORT_RACE_WEEK,
    STRENGTH_DAYS,
    TAPER_SHARE,
    most_load,
    taper_weeks,
)
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.load import LIGHT_LIFTS_MAX, LIGHT_RIR, dosed_load, is_light
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.evidence.week import next_key_run, trains_otherwise
from befit_cli.rules.case import (
    Case,
    Lines,
    at,
    by_log,
    days,
    days_left,
    exercises,
    has_less_than_usual,
    in_full,
    in_week,
    lines,
    may_be_kept_light,
    measured,
    number_of_sets,
    on,
    race_on,
    sessions,
    stands_apart,
)
from befit_cli.rules.easier_week import build_before, eased, last_in_full, something_new
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Load,
    Phrase,
    Plan,
    Prescription,
    Race,
    Role,
    Session,
    Week,
    phrase,
    verbatim,
)

_ACCESSORY_SETS = 2
"""R35: sets of which an accessory has one to lose."""


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
    last_build = last_in_full(plan.athlete, _build_weeks(plan))
    if last_build is None:
        return
    build = build_before([week for week in plan.weeks if not week.taper])
    low, high = TAPER_SHARE
    for week in plan.weeks:
        if week.taper:
            # Only the first of several has a floor: the week of the race may have next to nothing.
            floored = length > 1 and week.number == first
            yield from eased(plan, last_build, week, low if floored else 0, high)
            yield from something_new(plan.athlete, week, plan.weeks, build)
            yield from _lost_main_sets(plan.athlete, last_build, week)
            yield from _no_main_lift(plan, last_build, week)


def _build_weeks(plan: Plan) -> list[Week]:
    """The build weeks that the taper is measured by: those before it, or all where a deload is."""
    every = [week for week in plan.weeks if week.build]
    return build_before([week for week in plan.weeks if not week.taper]) or every


@Rule(
    "R35b",
    Kind.MUST,
    text=phrase(
        "in the week of the race no exercise but jumps has more than {sets} sets; in its last days "
        "{last_sets} set at most, and all of medium or high load is light, with {left} or more "
        "left: 5k and 10k from {ten_k} days before the race on, half {half}, marathon {marathon}",
        sets=RACE_WEEK_SETS,
        last_sets=LAST_DAYS_SETS,
        left=LIGHT_RIR,
        ten_k=LAST_DAYS[Race.TEN_K],
        half=LAST_DAYS[Race.HALF],
        marathon=LAST_DAYS[Race.MARATHON],
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Nothing that you lift in the week of the race makes you faster: do a little of what you "
        "know, and finish easy."
    ),
    new=True,
).of_week
def race_week(case: Case) -> Breaches:
    week = case.week
    if not week.taper or week.number < week.of:
        return
    race = case.athlete.race
    last = days(LAST_DAYS[race])
    for session, exercise in case.exercises:
        if exercise.contacts:
            continue
        if exercise.sets > RACE_WEEK_SETS:
            yield Breach(
                at(session, exercise),
                number_of_sets(exercise.sets),
                phrase("at most {sets} in the week of the race", sets=RACE_WEEK_SETS),
            )
        left = case.days_left(session.day)
        # What is nearer than any strength may be is R38's.
        if not STRENGTH_DAYS[race] <= left <= LAST_DAYS[race]:
            continue
        if LAST_DAYS_SETS < exercise.sets <= RACE_WEEK_SETS:
            yield Breach(
                at(session, exercise),
                phrase(
                    "{sets}, {days} before the race",
                    sets=number_of_sets(exercise.sets),
                    days=days(left),
                ),
                phrase(
                    "{sets} from {days} before the race on",
                    sets=number_of_sets(LAST_DAYS_SETS),
                    days=last,
                ),
            )
        if exercise.full_load is not Load.LOW and not is_light(exercise):
            yield Breach(
                at(session, exercise),
                phrase("in full, {days} before the race", days=days(left)),
                phrase("light from {days} before the race on", days=last),
            )


@Rule(
    "R35c",
    Kind.MUST,
    text=phrase(
        "no exercise has more sets in a taper week than in the last build week, nor another session"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "A taper only takes away: nothing comes more often, or with more sets, than in your last "
        "full week."
    ),
    new=True,
).of_block
def nothing_grows(plan: Plan, _: Catalogue) -> Breaches:
    weeks = _build_weeks(plan)
    # What stands apart has less than the stretch that the taper eases.
    if not weeks or stands_apart(plan.athlete, weeks[-1]):
        return
    last_build = weeks[-1]
    before = _by_exercise(last_build)
    for week in plan.weeks:
        if not week.taper or trains_otherwise(week.runner, plan.athlete):
            continue
        for id_, now in _by_exercise(week).items():
            then = before.get(id_, [])
            if by_log(*now, *then):
                continue
            sets, most = _sets(now), _sets(then)
            if sets > most:
                yield Breach(
                    in_week(week.number, verbatim(now[0].name)),
                    number_of_sets(sets),
                    phrase("{number}, as in week {week}", number=most, week=last_build.number),
                )
            elif len(now) > len(then):
                yield Breach(
                    in_week(week.number, verbatim(now[0].name)),
                    sessions(len(now)),
                    phrase("{number}, as in week {week}", number=len(then), week=last_build.number),
                )


def _by_exercise(week: Week) -> dict[str, list[Prescription]]:
    """What the week has of each exercise, under its id."""
    found: dict[str, list[Prescription]] = {}
    for _, exercise in exercises(week):
        found.setdefault(exercise.id, []).append(exercise)
    return found


def _sets(work: list[Prescription]) -> int:
    return sum(exercise.sets for exercise in work)


def _tapering(weeks: int) -> Phrase:
    if not weeks:
        return phrase("no taper without a race")
    if weeks == 1:
        return phrase("the last week tapers")
    return phrase("the last {weeks} weeks taper", weeks=weeks)


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
        if here is None or has_less_than_usual(here):
            continue
        if not may_be_kept_light(athlete, week, here.day, exercise):
            continue
        if key not in now and _is_full_of_light(here):
            continue
        sets = now[key].exercise.sets if key in now else 0
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
    or in an easier form that the block has had, with what is there on its day, and in no more
    sessions than before (R35c).
    """
    if stands_apart(plan.athlete, week):
        return
    then, now = _by_exercise(full), _by_exercise(week)
    lifts = {
        exercise.id
        for _, exercise in exercises(full)
        if _is_main_lift(exercise) and len(now.get(exercise.id, [])) < len(then[exercise.id])
    }
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
        there = [
            lift
            for lift in known
            if set(lift.kit).issubset(kit)
            and may_be_kept_light(plan.athlete, week, session.day, lift)
        ]
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
    return {key: line for key, line in lines(week).items() if _is_main_lift(line.exercise)}


def _is_main_lift(exercise: Prescription) -> bool:
    """Whether it is main work that squats, lunges or hinges."""
    return exercise.role is Role.MAIN and exercise.pattern in LIFT_PATTERNS
