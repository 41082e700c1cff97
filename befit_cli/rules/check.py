"""A plan -> findings: every rule, asked of any plan, whoever made it.

Each rule is a small generator that yields (where, found, allowed); the tables say which one asks
which rule, and the texts what a finding means for the runner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.ability import lacking
from befit_cli.evidence.coverage import COVERAGE_MINUTES
from befit_cli.evidence.week import REST_AFTER_LONG_RUN
from befit_cli.rules import block as block_rules
from befit_cli.rules import session as session_rules
from befit_cli.rules import week as week_rules
from befit_cli.rules.rule import RULE_BY_ID, SAFETY
from befit_cli.rules.terms import Asked, asked
from befit_cli.values import Athlete, Catalogue, Finding, Plan, Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from befit_cli.rules.terms import Found


def check_plan(plan: Plan, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of a plan: week by week, then of its weeks together, then of what every plan
    says.

    The place names the week where there are several. One week of a longer block is judged as a week
    only.
    """
    findings = [
        _in_week(plan, week, finding)
        for week in plan.weeks
        for finding in check_week(plan.athlete, week, catalogue)
    ]
    if len(plan.weeks) > 1 or any(week.of == 1 for week in plan.weeks):
        for rule, ask in BLOCK_CHECKS.items():
            findings += [_finding(rule, found) for found in ask(plan, catalogue)]
    for rule, text in SAFETY.items():
        if text not in plan.safety:
            findings.append(_finding(rule, ("", "left out", text)))
    return tuple(findings)


def check_week(athlete: Athlete, week: Week, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of one week, in the order of the rules; `must` before `should` is for the
    reader of the findings to sort.
    """
    what = asked(athlete, week, catalogue)
    return tuple(
        _finding(rule, found, softened=_softened(rule, what))
        for rule, ask in WEEK_CHECKS.items()
        for found in ask(what)
    )


def _in_week(plan: Plan, week: Week, finding: Finding) -> Finding:
    return (
        replace(finding, where=f"week {week.number} {finding.where}".rstrip())
        if len(plan.weeks) > 1
        else finding
    )


def _finding(rule: str, found: tuple[str, str, str], *, softened: bool = False) -> Finding:
    where, what, allowed = found
    must = RULE_BY_ID[rule].kind == "must" and not softened
    return Finding(rule=rule, must=must, where=where, found=what, allowed=allowed, text=TEXTS[rule])


def _softened(rule: str, asked: Asked) -> bool:
    """Two rules are a must for some athletes only: R03 for who has the time and nothing in the way
    of all of it, R15 by the race.
    """
    athlete = asked.athlete
    if rule == "R03":
        in_a_hurry = athlete.sessions * athlete.minutes < COVERAGE_MINUTES
        return in_a_hurry or bool(
            athlete.niggles
            or athlete.without
            or lacking(asked.catalogue, athlete.level, athlete.kit)
        )
    return rule == "R15" and athlete.race not in REST_AFTER_LONG_RUN


WEEK_CHECKS: dict[str, Callable[[Asked], Found]] = {
    "R01": week_rules.number_of_sessions,
    "R03": week_rules.covers_everything,
    "R04": week_rules.leg_muscle_sets,
    "R05": session_rules.size,
    "R06": session_rules.order,
    "R07": session_rules.families,
    "R10": week_rules.loaded_days_apart,
    "R11": week_rules.high_load_before_key_run,
    "R12": week_rules.careful_before_key_run,
    "R13": week_rules.run_first,
    "R14": week_rules.light_on_long_run_day,
    "R15": week_rules.after_long_run,
    "R16": week_rules.day_off,
    "R18": week_rules.high_load_sessions,
    "R20": session_rules.too_many_landings,
    "R21": week_rules.jump_sessions,
    "R22": session_rules.barred_jumps,
    "R23": week_rules.share_of_jumps,
    "R30": session_rules.adding_load,
    "R36": week_rules.last_high_load,
    "R37": week_rules.last_jumps,
    "R38": week_rules.last_strength,
    "R45": session_rules.minutes,
    "R45b": session_rules.minutes_used,
    "R46": session_rules.time_estimate,
    "R47": session_rules.warm_up,
    "R56": session_rules.level,
    "R57": session_rules.reserve,
    "R58": session_rules.kit_and_wishes,
    "R59": session_rules.niggles,
    "R60": session_rules.refused,
    "R65": session_rules.promises,
}
"""What asks each rule of a week."""

BLOCK_CHECKS: dict[str, Callable[[Plan, Catalogue], Found]] = {
    "R10": block_rules.loaded_days_apart,
    "R21": block_rules.jumps_apart,
    "R32": block_rules.progression,
    "R33": block_rules.growth,
    "R34": block_rules.deloads,
    "R35": block_rules.taper,
    "R40": block_rules.little_to_expect,
}
"""What asks each rule of the weeks together. R61 to R65 are also asked of what the plan says as a
whole.
"""

TEXTS = {
    "R01": "Two or three sessions a week are what works beside running: add one or leave one out.",
    "R03": "Not everything that a week should train found a place.",
    "R04": "The weekly sets of a leg muscle are outside what is known to work.",
    "R05": "A session is smaller or larger than usual.",
    "R06": "Do the quick and heavy work first, while you are fresh: move it up.",
    "R07": "Two exercises of a session do the same job: swap one for something else.",
    "R10": "Legs need a day to recover between harder sessions: move one of them, or make it "
    "lighter.",
    "R11": "Heavy legs spoil tomorrow's run: move the session a day earlier, or make it lighter.",
    "R12": "High load stands close to a hard or long run: go by feel, and run easy if the legs "
    "are tired.",
    "R13": "Strength shares the day with a hard run: run first, then rest at least 3 hours.",
    "R14": "The long run is work enough for one day: keep to core, foot and hip work, or move "
    "the session.",
    "R15": "High load stands on the day after the long run: keep it lighter if the legs are "
    "still heavy.",
    "R16": "There is no day without strength or a hard or long run: take one whenever you need it.",
    "R18": "Two heavy sessions a week are enough beside running: make the third a lighter one.",
    "R20": "These are more landings than your legs are ready for: take out sets or repetitions, "
    "or leave jumps for later.",
    "R21": "Jumps need rest between them: at most two sessions a week, with a day in between.",
    "R22": "Jumps would bother the sore spot that you named: do something without landings until "
    "it has settled.",
    "R23": "Jumps have another share of the leg work than usual for this race.",
    "R30": "Without a way to add load you stop improving: say when to add, and how much.",
    "R32": "Change one thing at a time and only upwards, on the same days with the same main "
    "exercises, until the next easier week.",
    "R33": "The hard leg work grows faster than usual from one week to the next: leave out a set "
    "where you feel it.",
    "R34": "Strength comes in the easier weeks: after two to five building weeks, one with about "
    "half to two thirds of the sets.",
    "R35": "Arrive rested: the last weeks before the race keep the exercises and drop sets.",
    "R36": "Heavy work this close would still be in your legs at the race: make the session "
    "lighter, or leave it out.",
    "R37": "Jumps this close would still be in your legs at the race: leave them out.",
    "R38": "The race is too near for this session to help: leave it out and rest.",
    "R40": "There are few weeks before the race: expect to feel steadier rather than faster, and "
    "say so in the plan.",
    "R45": "The session takes longer than the time you have: take out a set or an exercise.",
    "R45b": "A session is shorter than you asked for: the week already holds the sets that a "
    "runner's week should.",
    "R46": "The minutes do not match the work in the session: correct them, or the work.",
    "R47": "Start warm: a few minutes that raise the pulse, wake the hips, loosen the joints and "
    "rehearse the first exercise.",
    "R56": "This form asks for more lifting experience than you have: take an easier one of the "
    "same exercise for now.",
    "R57": "Stop earlier: keep a few good repetitions in hand, and never train to failure.",
    "R58": "You cannot or do not want to do this one: take another exercise or form.",
    "R59": "With the sore spot that you named, some exercises are better left out or changed, "
    "and some help first.",
    "R60": "Pain on a bone comes before any plan: see a doctor or physiotherapist first.",
    "R61": "A plan says which pain is fine and which is not: put the sentence back.",
    "R62": "A plan says when to stop and get help: put the sentence back.",
    "R63": "A plan says when to see a clinician: put the sentence back.",
    "R64": "A plan says who should ask a doctor first: put the sentence back.",
    "R65": "No study shows that strength work keeps injuries away: say only what was shown.",
}
"""What a finding means for the runner and what to do: a plan that befit makes carries those of an
unmet `should` as notes.
"""
