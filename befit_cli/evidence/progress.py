"""How what was done changes what comes: pain, time without training, illness, and what was more or
less than asked (R70 to R78).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from befit_cli.values import (
    SAME_KG,
    Act,
    Adapted,
    AdaptedKey,
    Load,
    Note,
    NoteKey,
    Pattern,
    Range,
    Week,
    Work,
)


class Sign(StrEnum):
    """How an exercise went beside what was asked, as the words of a change name it."""

    OVER = "over"
    MORE_LEFT = "more left"
    UNDER = "under"
    LESS_LEFT = "less left"


PAIN_STOPS_ABOVE = 5
PAIN_GOES_ON_TO = 3
PAIN_EASED = 2
LESS = 0.9
"""R70 and R71: pain, 0 to 10, above which an exercise is left out, and up to which it goes on; how
often it has to be as little before an exercise that hurt is as it was; what is left of the weight
till then. The pain model of Silbernagel 2007; sizes consensus.
"""
LEFT_OUT_DAYS = 7
LEFT_OUT_TIMES = 3
"""R70: days for which what hurt is left out; then it comes back as after pain of 4 or 5; and how
often that may be in four weeks before a clinician should look at it (R63). Consensus.
"""
SORE_DAYS = 21
"""R63: days for which an exercise hurts over 3 each time, first to last, before a clinician should
look at it: no better in 2-3 weeks. Consensus.
"""

AGAIN_DAYS = Range(8, 14)
ITS_OWN_DAYS = 14
EASED_DAYS = Range(15, 28)
EASED_WEEK_FROM = 22
EASED_WEEK_DAYS = 7
EASED_SHARE = 0.9
EASED_WEEK_SHARE = 0.8
EASED_SETS = 0.5
"""R72 and R73: days without training after which the last dose comes again (strength keeps for 2 or
3 weeks: McMaster 2013), days without one exercise after which its own does, whatever else was done,
and days after which all is eased, from so many on for a week; the shares of weight and sets.
Consensus.
"""
GENTLE_AFTER = 9
"""R72 to R74: days without a session after which the first week back is light, where no log tells
what was done; consensus. A week without any makes them so many.
"""
RESTART_SHARE = 0.65
RESTART_WEEK_DAYS = 7
RESTART_SETS = 2
RESTART_REPS = 8
RESTART_WEEKS = 4
"""R74: after more days the dose of the general phase (at most so many sets, the least repetitions
of heavy work) and so much of the weight; consensus, and it comes back sooner than it came (Halonen
2024). It is for a week, and what is logged then tells the next; but for so many weeks with sessions
nothing jumps, as at a beginner's beginning (R20), and a lift that was never done has that dose in
its first week, and goes on from there.
"""

AFTER_ILLNESS = (Load.LOW, Load.MEDIUM)
"""R75: the most load of the sessions after an illness, a step a session; consensus, after IOC 2022
(BJSM 56:1066).
"""

OVER = 2
OVER_SESSIONS = 2
"""R76 and R77: repetitions, done or in reserve, above or under what was asked, and in how many
sessions running: ACSM 2009, Helms 2017; people leave about one more than they think (Halperin
2022).
"""
UP = (Sign.OVER, Sign.MORE_LEFT)
DOWN = (Sign.UNDER, Sign.LESS_LEFT)
"""What asks for more, and for less."""
MOST_LEFT = 5
"""Repetitions in reserve up to which people know how many they are: Hackett 2017."""
WEIGHT_RISE_MIN = 0.02
WEIGHT_RISE_MAX = 0.1
LIGHT_WEIGHT = 0.75
REPS_AT_ONE_WEIGHT = 15
"""R76: by which share a weight grows at most, where the smallest step is no more; a light lift's
share of the usual weight; the repetitions at which the next form comes instead of the next weight.
"""
EPLEY = 30
"""Epley: one repetition more is a thirtieth of the weight."""
LOGGED_WITHIN_DAYS = 28
REMEMBERED_DAYS = 182
"""R72 to R78 count where an entry came within so many days; what was lifted, or hurt, more than
half a year ago says nothing any more. Consensus.
"""

ADAPTED_BY = {
    AdaptedKey.LESS_FOR_PAIN: "R71",
    AdaptedKey.LESS_AFTER_WORSE: "R71",
    AdaptedKey.ON_AFTER_PAIN: "R71",
    AdaptedKey.AGAIN: "R72",
    AdaptedKey.ON_AFTER_GAP: "R72",
    AdaptedKey.EASED_IN: "R73",
    AdaptedKey.FROM_THE_BEGINNING: "R74",
    AdaptedKey.AFTER_ILLNESS: "R75",
    AdaptedKey.HEAVIER: "R76",
    AdaptedKey.MORE_REPS: "R76",
    AdaptedKey.REPS_STAY: "R76",
    AdaptedKey.HARDER_FORM: "R76",
    AdaptedKey.FORM_STAYS: "R76",
    AdaptedKey.WEIGHT_STAYS: "R76",
    AdaptedKey.LIGHTER: "R77",
    AdaptedKey.FEWER_REPS: "R77",
    AdaptedKey.EASIER_FORM: "R77",
}
"""The rule that asks for each change."""
_FOR_PAIN = frozenset({AdaptedKey.LESS_FOR_PAIN, AdaptedKey.LESS_AFTER_WORSE})
"""What is less because it hurts, and has not eased yet."""
_COMES_BACK = frozenset({"R72", "R73", "R74", "R75"})
_TAKES_AWAY = _COMES_BACK | {"R70", "R71"}
"""The rules that make a session less than it was planned: those after days without training or an
illness, and those for pain, too.
"""
_LEAVES_OUT = frozenset({NoteKey.LEFT_OUT, NoteKey.JUMPS_NEXT, NoteKey.JUMPS_WAIT})
"""The notes on what the log leaves out."""


def eased_by_log(week: Week) -> bool:
    """Whether the log took work out of the week (R70 to R75)."""
    if any(note.key in _LEAVES_OUT for note in week.notes):
        return True
    for session in week.sessions:
        for exercise in session.exercises:
            if takes_away(exercise.adapted):
                return True
    return False


def takes_away(adapted: Adapted | None) -> bool:
    """Whether that makes an exercise less than it was planned (R70 to R75)."""
    return adapted is not None and adapted.rule in _TAKES_AWAY


def comes_back(adapted: Adapted | None) -> bool:
    """Whether that makes an exercise less after days without training, or an illness (R72-R75)."""
    return adapted is not None and adapted.rule in _COMES_BACK


def is_less_for_pain(adapted: Adapted | None) -> bool:
    """Whether that makes an exercise less for pain that has not eased yet (R71)."""
    return adapted is not None and adapted.key in _FOR_PAIN


def left_out_forms(notes: Iterable[Note]) -> frozenset[str]:
    """The names of the forms that a week's notes say to be left out for pain (R70)."""
    forms: set[str] = set()
    for note in notes:
        if note.key is NoteKey.LEFT_OUT:
            forms.update(note.facts.get("forms", ()))
    return frozenset(forms)


def rises(kg: float, lifted: float) -> bool:
    """R76: whether a step from one weight to the next is as small as a step should be."""
    return kg <= lifted * (1 + WEIGHT_RISE_MAX) + SAME_KG / 2


def loads(act: Act, pattern: Pattern) -> bool:
    """R70 and R71: whether what the catalogue marks so for a sore spot loads that spot: what helps
    it does not, but for calf work, which is the tendon's own work.
    """
    return act is not Act.FIRST_LINE or pattern is Pattern.CALF


def estimated_max(kg: float, reps: int, left: int) -> float:
    """The weight that could be lifted once, by what was lifted for so many repetitions with so many
    left.
    """
    return kg * (1 + (reps + min(left, MOST_LEFT)) / EPLEY)


def best_estimate(work: Work, left: int) -> float | None:
    """The weight that could be lifted once, by the set that says most, with so many repetitions
    left after the last set; None where nothing was lifted.
    """
    if not (work.kg and work.reps):
        return None
    after = (*[0] * (work.sets - 1), left)
    sets = zip(work.kg_of_sets, work.reps, after, strict=True)
    # a set that failed lifts nothing
    return max([estimated_max(*each) for each in sets if each[0] and each[1]], default=None)


def reps_at(max_kg: float, kg: float) -> float:
    """The repetitions to failure at a weight, by that of one."""
    return EPLEY * (max_kg / kg - 1)


def weight_for(max_kg: float, reps: int, left: int) -> float:
    """The weight for so many repetitions with so many left, by that of one."""
    return max_kg / (1 + (reps + left) / EPLEY)
