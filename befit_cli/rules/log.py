"""How what was done changes what comes: pain, time without training, illness, and what was more or
less than asked.

A plan says what the log changed, and not the log: so it is judged by what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from befit_cli.evidence.block import BLOCK_WEEKS
from befit_cli.evidence.load import is_light
from befit_cli.evidence.progress import (
    AGAIN_DAYS,
    DOWN,
    EASED_DAYS,
    EASED_SHARE,
    EASED_WEEK_FROM,
    EASED_WEEK_SHARE,
    ITS_OWN_DAYS,
    LEFT_OUT_DAYS,
    LOGGED_WITHIN_DAYS,
    OVER,
    PAIN_GOES_ON_TO,
    PAIN_STOPS_ABOVE,
    REPS_AT_ONE_WEIGHT,
    RESTART_SHARE,
    RESTART_WEEKS,
    UP,
    WEIGHT_RISE_MAX,
    WEIGHT_RISE_MIN,
    Sign,
    left_out_forms,
)
from befit_cli.rules.case import Case, Changed, adapted, at, exercises, in_week, on
from befit_cli.rules.rule import ACSM_2009, CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    SAME_KG,
    STEPS,
    AdaptedKey,
    Catalogue,
    Load,
    NoteKey,
    Plan,
    Prescription,
    Range,
    Units,
    phrase,
)


@Rule(
    "R70",
    Kind.MUST,
    text=phrase(
        "pain over {most}, or worse the next morning: the exercise is left out for {days} days; "
        "the plan says when to stop and when to see a clinician (R61, R63)",
        most=PAIN_STOPS_ABOVE,
        days=LEFT_OUT_DAYS,
    ),
    basis=phrase("the pain model of Silbernagel 2007; days consensus"),
    advice=phrase("Leave out what hurts so much, and see a clinician where it goes on."),
    new=True,
).of_week
def left_out(case: Case) -> Breaches:
    forms = left_out_forms(case.week.notes)
    # What hurt in one session of a week is left out of those after it.
    for session in case.week.sessions[-1:]:
        for exercise in session.exercises:
            if exercise.form in forms and exercise.adapted is None:
                yield Breach(
                    at(session, exercise),
                    phrase("{form}, said to be left out", form=exercise.form),
                    phrase("without it, or less of it"),
                )


@Rule(
    "R71",
    Kind.MUST,
    text=phrase(
        "pain {low}-{high}, and what comes back after more: one set less and 10 % less, or a form "
        "down, and one more where that hurts, too; no more than hurt, until it was {goes_on} or "
        "less in two sessions that had it or loaded what hurt; then a step or a form more each "
        "time, up to what is planned",
        low=PAIN_GOES_ON_TO + 1,
        high=PAIN_STOPS_ABOVE,
        goes_on=PAIN_GOES_ON_TO,
    ),
    basis=phrase("the pain model of Silbernagel 2007; size consensus"),
    advice=phrase("Do less of what hurts a little, until it has settled twice."),
    new=True,
).of_week
def less_for_pain(case: Case) -> Breaches:
    for session, exercise, why in case.adapted:
        if why.key is AdaptedKey.LESS_FOR_PAIN and why.facts["pain"] <= PAIN_GOES_ON_TO:
            yield Breach(
                at(session, exercise),
                phrase("less for pain {pain}", pain=why.facts["pain"]),
                phrase("pain over {most}", most=PAIN_GOES_ON_TO),
            )


_DAYS = {
    AdaptedKey.AGAIN: AGAIN_DAYS,
    AdaptedKey.EASED_IN: EASED_DAYS,
    AdaptedKey.FROM_THE_BEGINNING: Range(EASED_DAYS.high + 1, 10_000),
}
"""The days without training that each change is for."""


def _wrong_days(case: Case, key: AdaptedKey) -> Breaches:
    """What is said to be so for other days without training than it should be."""
    for session, exercise, why in case.adapted:
        if why.key is not key:
            continue
        allowed = _DAYS[key]
        days = why.facts["days"]
        if not allowed.low <= days <= allowed.high:
            yield Breach(
                at(session, exercise),
                phrase("for {days} days without strength", days=days),
                phrase("{low} days or more", low=allowed.low)
                if days < allowed.low
                else phrase("at most {high} days", high=allowed.high),
            )


@Rule(
    "R72",
    Kind.MUST,
    text=phrase(
        "nothing done for {low}-{high} days: the last dose and weight again, without jumps the "
        "first time; an exercise that was not done for {own} days or more, whatever else was: the "
        "last of it again, then a set or a step more each time, up to what is planned",
        low=AGAIN_DAYS.low,
        high=AGAIN_DAYS.high,
        own=ITS_OWN_DAYS,
    ),
    basis=phrase("strength keeps for two or three weeks (McMaster 2013)"),
    advice=phrase("After a week or two without, do once more what you did last."),
    new=True,
).of_week
def again(case: Case) -> Breaches:
    yield from _wrong_days(case, AdaptedKey.AGAIN)


@Rule(
    "R73",
    Kind.MUST,
    text=phrase(
        "{low}-{high} days: {share:.0%} of the weight ({less:.0%} from {week} days on) and half "
        "the sets, at least four repetitions left and nothing that jumps, for a session (from "
        "{week} days on for a week, in which lifts are light; an easier week that comes next is as "
        "light)",
        low=EASED_DAYS.low,
        high=EASED_DAYS.high,
        share=EASED_SHARE,
        less=EASED_WEEK_SHARE,
        week=EASED_WEEK_FROM,
    ),
    basis=CONSENSUS,
    advice=phrase("After two to four weeks without, ease in with half the sets."),
    new=True,
).of_week
def eased_in(case: Case) -> Breaches:
    yield from _wrong_days(case, AdaptedKey.EASED_IN)


@Rule(
    "R74",
    Kind.MUST,
    text=phrase(
        "over {high} days: the dose of the general phase, with about {share:.0%} of the weight, "
        "for a week, in which lifts are light and nothing jumps; an easier week that comes next is "
        "as light; until {weeks} weeks have had sessions nothing jumps, hops begin anew, and a "
        "lift that was never done comes in one session of its first week, with that dose, and goes "
        "on from there a set or two repetitions a week",
        high=EASED_DAYS.high,
        share=RESTART_SHARE,
        weeks=RESTART_WEEKS,
    ),
    basis=phrase("consensus; strength comes back sooner than it came (Halonen 2024)"),
    advice=phrase("After more than four weeks without, begin again lightly: it comes back soon."),
    new=True,
).of_week
def from_the_beginning(case: Case) -> Breaches:
    yield from _wrong_days(case, AdaptedKey.FROM_THE_BEGINNING)


@Rule(
    "R75",
    Kind.MUST,
    text=phrase(
        "after an illness, a day or more without fever or chest signs: low load, then medium, "
        "then as planned, a step a session; with fever or chest signs a clinician first"
    ),
    basis=phrase("steps consensus; IOC 2022 (BJSM 56:1066)"),
    advice=phrase("After an illness begin with an easy session, and go up a step each time."),
    new=True,
).of_week
def after_illness(case: Case) -> Breaches:
    for measured in case.sessions:
        session = measured.session
        for exercise in session.exercises:
            why = exercise.adapted
            if why is None or why.key is not AdaptedKey.AFTER_ILLNESS:
                continue
            most = Load(why.facts["load"])
            if measured.load > most:
                yield Breach(
                    on(session.day),
                    phrase("{load} load after an illness", load=measured.load),
                    phrase("at most {load}", load=most),
                )
            break


@Rule(
    "R76",
    Kind.MUST,
    text=phrase(
        "the last set {over} or more over what was asked, or {over} or more left over it, in two "
        "sessions running: the smallest step of weight owned of {low:.0%} to {high:.0%}; where it "
        "is bigger, a repetition more each time until the estimate (Epley) gives the fewest "
        "repetitions at it, and at {reps} repetitions the next form; without weight the next form; "
        "not in easier weeks",
        over=OVER,
        low=WEIGHT_RISE_MIN,
        high=WEIGHT_RISE_MAX,
        reps=REPS_AT_ONE_WEIGHT,
    ),
    basis=phrase(
        "{study}; Helms 2017; people leave about one more than they think (Halperin 2022)",
        study=ACSM_2009,
    ),
    advice=phrase("Add no more than the smallest step that you own, or a tenth, at a time."),
    new=True,
).of_block
def grows(plan: Plan, _: Catalogue) -> Breaches:
    for week in plan.weeks:
        for breach in _wrong_sign(adapted(exercises(week)), "R76", UP):
            yield replace(breach, where=in_week(week.number, breach.where))
    yield from _rises(plan)


def _wrong_sign(changed: Iterable[Changed], rule: str, signs: Sequence[Sign]) -> Breaches:
    """What the log is said to have changed for the opposite of what asks for it."""
    for session, exercise, why in changed:
        if why.rule != rule or why.facts.get("sign", "") in (*signs, ""):
            continue
        yield Breach(
            at(session, exercise),
            phrase("changed for what was {sign}", sign=Sign(why.facts["sign"])),
            phrase("{first} or {second}", first=signs[0], second=signs[1]),
        )


def _rises(plan: Plan) -> Breaches:
    last: dict[tuple[str, str], Prescription] = {}
    for before, after in pairwise(plan.weeks):
        for _session, exercise in exercises(before):
            # Light work and a week that the log made less say nothing of the full weight.
            if exercise.kg is not None and not (is_light(exercise) or _is_less(exercise)):
                last[exercise.id, exercise.form] = exercise
        for session, exercise in exercises(after):
            then = last.get((exercise.id, exercise.form))
            if then is None or exercise.kg is None or then.kg is None or is_light(exercise):
                continue
            most = max(then.kg * (1 + WEIGHT_RISE_MAX), then.kg + _usual_step(exercise))
            # Whose smallest step is bigger a plan does not say; and two sessions may have a step.
            if exercise.kg > 2 * most - then.kg + SAME_KG:
                yield Breach(
                    in_week(after.number, at(session, exercise)),
                    phrase("{now:g} kg after {then:g} kg", now=exercise.kg, then=then.kg),
                    phrase("at most {most:g} kg", most=round(most, 1)),
                    should=True,
                )


def _is_less(exercise: Prescription) -> bool:
    why = exercise.adapted
    return why is not None and why.rule != "R76"


def _usual_step(exercise: Prescription) -> float:
    steps = STEPS[Units.KG]
    return next((step for kit, step in steps.items() if kit in exercise.kit), 0.0)


@Rule(
    "R77",
    Kind.MUST,
    text=phrase(
        "{under} or more under what was asked, or {under} or more fewer left, in two sessions "
        "running: 10 % less, else a form down that does the same job, else fewer repetitions",
        under=OVER,
    ),
    basis=CONSENSUS,
    advice=phrase("What is too much twice becomes a little less."),
    new=True,
).of_week
def less(case: Case) -> Breaches:
    yield from _wrong_sign(case.adapted, "R77", DOWN)


R78 = Rule(
    "R78",
    Kind.MUST,
    text=phrase(
        "a session that was missed, or that an illness takes, is not made up, and the week goes "
        "on; for a whole week that was missed a block without a race date waits, up to {weeks} "
        "weeks in all: the next week has what it would have had, and the block ends a week later; "
        "an easier week was rest all the same, and to a race date the phases stay; where nothing "
        "was logged for {days} days the plan asks once, and takes it that nothing is known",
        weeks=BLOCK_WEEKS.high,
        days=LOGGED_WITHIN_DAYS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Let a missed session be missed, and go on with the next; after a missed week go on where "
        "you were."
    ),
    new=True,
)


@R78.of_week
def unknown(case: Case) -> Breaches:
    if all(note.key is not NoteKey.NOTHING_LOGGED for note in case.week.notes):
        return
    for session, exercise, why in case.adapted:
        if why.rule in _KNOWN_BY_ENTRIES:
            yield Breach(
                at(session, exercise),
                phrase("changed by {rule}", rule=why.rule),
                phrase("as planned, where nothing was logged"),
            )


_KNOWN_BY_ENTRIES = frozenset({"R72", "R73", "R74", "R75", "R76", "R77"})
"""The rules that nothing but what was logged lately can ask for."""


@R78.of_plan
def waits(plan: Plan, _: Catalogue) -> Breaches:
    for week in plan.weeks:
        if not week.waits:
            continue
        if plan.athlete.race_date is not None:
            yield Breach(
                in_week(week.number),
                phrase("waited, and the race has a date"),
                phrase("no week that waits"),
            )
        elif not week.build:
            yield Breach(
                in_week(week.number),
                phrase("an easier week that waited"),
                phrase("weeks that build wait"),
            )
    for before, after in pairwise(plan.weeks):
        follows = after.number == before.number + 1
        if before.waits and follows and (after.phase, after.build) != (before.phase, True):
            yield Breach(
                in_week(after.number),
                phrase("goes on after week {week}, which waited", week=before.number),
                phrase("what week {week} would have had", week=before.number),
            )
