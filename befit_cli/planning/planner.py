"""(athlete, catalogue, season) -> a week or a block: the pipeline, read top to bottom.

Pure: dates come in as values, nothing is read. The last step asks check; a `should` that did not
hold becomes a note of the week, a broken `must` is a bug of befit and raises.
"""

from __future__ import annotations

from msgspec.structs import replace

from befit_cli import __version__
from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.coverage import LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.sets import HARD
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.dosing import draft_week, take_step
from befit_cli.planning.draft import Drafts, hard_sets, served, week_lines
from befit_cli.planning.easing import before_race, deload, taper
from befit_cli.planning.fitting import fit
from befit_cli.planning.needs import FOCUS_PULLS
from befit_cli.planning.notes import load_note, stretch_notes, unmet_notes, weeks_notes
from befit_cli.planning.placement import Layout, place, placement_notes
from befit_cli.planning.prescription import prescribed
from befit_cli.planning.repertoire import Repertoire, refuse, repertoire
from befit_cli.planning.selection import attainable_load, select
from befit_cli.rules.check import check_week
from befit_cli.values import (
    Athlete,
    Catalogue,
    Finding,
    Note,
    Plan,
    SafetyLine,
    SeasonWeek,
    Stretch,
    Week,
    Weeks,
)


class BrokenRule(RuntimeError):
    """A plan that befit made breaks a `must`: a bug of befit, never of the athlete."""


def make_plan(athlete: Athlete, catalogue: Catalogue, weeks: Weeks) -> Plan:
    """Some weeks of a season, in their order, with all that a plan says beside them.

    Raises as `plan_week` does.
    """
    return Plan(
        befit=__version__,
        athlete=athlete,
        weeks=plan_block(athlete, catalogue, weeks),
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
    )


def plan_week(athlete: Athlete, catalogue: Catalogue, when: SeasonWeek) -> Week:
    """The week of the block that `when` tells.

    Raises BefitError where no plan should be made (R60), fewer days are free than sessions are
    asked for, or nothing is left to do.
    """
    return plan_block(athlete, catalogue, (when,))[0]


def plan_block(athlete: Athlete, catalogue: Catalogue, weeks: Weeks) -> tuple[Week, ...]:
    """Every week of a season, or some weeks of one, in their order. Raises as `plan_week` does.

    A stretch is dosed once, at its fullest week, and goes on where the one before it ended: so each
    stretch up to the last that is asked for is planned, whatever weeks are wanted of it.
    """
    # 1. What the athlete may do, and on which days: the same in all weeks.
    refuse(athlete)
    skills = repertoire(athlete, catalogue)
    attainable = attainable_load(skills)
    season = weeks[0].season
    layout = place(athlete, season.runs[0], attainable)
    numbers = {when.number for when in weeks}
    planned: list[Week] = []
    before: Drafts | None = None
    for stretch in season.stretches:
        # 2. A stretch: its exercises, dosed at its fullest week.
        slots = before_race(layout, athlete.race, season, stretch)
        fullest = _fullest_week(athlete, skills, slots, stretch, before)
        for when in season.of_stretch(stretch):
            if when.number not in numbers:
                continue
            # 3. Each of its weeks: a step towards the fullest, or an easier version of it.
            notes: tuple[Note, ...] = ()
            if not when.taper:
                notes += placement_notes(athlete, when.runs, layout, attainable)
            if before is not None and when.number == stretch.first:
                earlier = season.stretches[stretch.number - 1]
                notes += stretch_notes(before, fullest, since=earlier)
            week = _week(athlete, fullest, when, notes)
            planned.append(_checked(athlete, week, catalogue))
        if len(planned) == len(numbers):
            break
        before = fullest
    return tuple(planned)


def _fullest_week(
    athlete: Athlete, skills: Repertoire, layout: Layout, stretch: Stretch, before: Drafts | None
) -> Drafts:
    """The last and fullest week of the stretch, after that of the stretch before.

    A focus is asked for as strongly as it takes to give its group more of the week than it would
    have had, and nothing else less than it must have.
    """
    ceilings: dict[str, float] = dict.fromkeys(LEG_MUSCLES, MUSCLE_SETS_MAX[athlete.level])
    if before is not None:
        ceilings[HARD] = most_hard_sets(hard_sets(before))
    fullest: Drafts = []
    # Without a focus there is nothing to ask for more strongly.
    strengths = range(len(FOCUS_PULLS)) if athlete.focus else range(1)
    for focus in strengths:
        picks = select(athlete, skills, layout, stretch, focus=focus)
        drafts = draft_week(athlete, layout, picks, stretch, before)
        fit(drafts, athlete.race, ceilings)
        if not fullest:
            fullest = drafts
            continue
        keeps_all = served(drafts) >= served(fullest)
        if keeps_all and _focused(drafts, athlete) > _focused(fullest, athlete):
            # The gentlest that works: a stronger pull costs other work more.
            fullest = drafts
            break
    _refuse_empty(fullest)
    return fullest


def _focused(week: Drafts, athlete: Athlete) -> int:
    """How many exercises of the week are of the group that the athlete wants more of."""
    return sum(line.pick.exercise.group is athlete.focus for line in week_lines(week))


def _refuse_empty(drafts: Drafts) -> None:
    for draft in drafts:
        if not draft.lines:
            raise BefitError(
                f"Nothing is left to do on {draft.slot.day.title}: kit, level and what is left "
                f"out rule out every exercise.",
                cause=Cause.NOTHING_LEFT,
            )


def _week(athlete: Athlete, fullest: Drafts, when: SeasonWeek, notes: tuple[Note, ...]) -> Week:
    """This week of a stretch: its step, or the deload or taper of it."""
    # The fullest week stays as it is: the other weeks, and the next stretch, are made from it.
    drafts = [replace(draft, lines=list(draft.lines)) for draft in fullest]
    take_step(drafts, when.step)
    if when.deload:
        deload(drafts)
    if when.taper:
        taper(drafts, athlete.race, when)
    return prescribed(drafts, when, notes + weeks_notes(when.season))


def _checked(athlete: Athlete, week: Week, catalogue: Catalogue) -> Week:
    """The week with a note for every `should` that did not hold, and for how to add load; raises
    BrokenRule for a broken `must`.
    """
    # A rule asks for the note on load, so it is there before check; the notes on what did not hold
    # go before it, since it is the last thing that a week says.
    last = load_note(taper=week.taper)
    whole = replace(week, notes=(*week.notes, last))
    findings = check_week(athlete, whole, catalogue)
    broken = [finding for finding in findings if finding.must]
    if broken:
        raise BrokenRule(_breaches(broken))
    # What the week tells of already, it tells once.
    told = {note.rule for note in week.notes}
    untold = [finding for finding in findings if finding.rule not in told]
    return replace(whole, notes=(*week.notes, *unmet_notes(untold), last))


def _breaches(findings: list[Finding]) -> str:
    breaches = []
    for finding in findings:
        breach = f"{finding.rule} {finding.where}: {finding.found}"
        breaches.append(f"{breach}, allowed {finding.allowed}")
    return "; ".join(breaches)
