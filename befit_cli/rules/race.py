"""How near the race a week may still have load, jumps and strength."""

from __future__ import annotations

from collections.abc import Iterable

from befit_cli.evidence.block import (
    HIGH_LOAD_DAYS,
    JUMP_DAYS,
    MEDIUM_LOAD_DAYS,
    SLOW_LIFT_S,
    SORE_WORK_DAYS,
    STRENGTH_DAYS,
    may_make_sore,
    stays_out,
)
from befit_cli.rules.case import Case, at, days, leaves_sore, on, with_jumps, with_load
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Load, Phrase, Race, Session, phrase


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
        "{half}; medium load before a marathon {marathon}; lunges, split squats and step-ups of "
        "medium or high load, and such squats and hinges that take {seconds} seconds a repetition "
        "or more, {sore}; and a form stays out of as many last weeks as the catalogue says",
        ten_k=STRENGTH_DAYS[Race.TEN_K],
        half=STRENGTH_DAYS[Race.HALF],
        marathon=MEDIUM_LOAD_DAYS[Race.MARATHON],
        seconds=SLOW_LIFT_S,
        sore=SORE_WORK_DAYS,
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
        # What is nearer than any strength may be is told as such.
        too_near_if_sore = left >= STRENGTH_DAYS[race] and not may_make_sore(race, left)
        for exercise in session.exercises:
            if too_near_if_sore and leaves_sore(exercise):
                yield Breach(
                    at(session, exercise),
                    phrase("what makes legs sore, {days} before the race", days=days(left)),
                    phrase("{days} days or more", days=SORE_WORK_DAYS),
                    new=True,
                )
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
