"""(athlete, catalogue, season) -> a week or a block: the pipeline, read top to bottom.

Pure: dates come in as values, nothing is read. The last step asks check; a `should` that did not
hold becomes a note of the week, a broken `must` is a bug of befit and raises.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from msgspec.structs import replace

from befit_cli import __version__
from befit_cli.errors import BefitError
from befit_cli.evidence.block import LITTLE_TO_EXPECT, STUDIED_WEEKS
from befit_cli.evidence.coverage import LEG_MUSCLES, MUSCLE_SETS_MAX, REGIONS, coverage
from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.load import ADD_LOAD, HEAVIER, KEEP_LOAD, LOAD_STEP, REPS_OVER, loadable
from befit_cli.evidence.sets import HARD
from befit_cli.evidence.warm_up import warm_up_steps
from befit_cli.evidence.week import most_hard_sets
from befit_cli.planning.dosing import draft_week, take_step
from befit_cli.planning.draft import Draft, Drafts, Line, served, week_counts
from befit_cli.planning.easing import before_race, days_left, deload, taper
from befit_cli.planning.fitting import fit
from befit_cli.planning.needs import FOCUS_PULLS
from befit_cli.planning.placement import Layout, place, placement_notes, reason
from befit_cli.planning.repertoire import Repertoire, refuse, repertoire
from befit_cli.planning.selection import attainable_load, select
from befit_cli.rules import RULE_BY_ID, SAFETY
from befit_cli.rules.check import check_week
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Exercise,
    Finding,
    Kit,
    Note,
    Plan,
    Prescription,
    SeasonWeek,
    Session,
    WarmUp,
    Week,
)


class BrokenRule(RuntimeError):
    """A plan that befit made breaks a `must`: a bug of befit, never of the athlete."""


def make_plan(athlete: Athlete, catalogue: Catalogue, season: tuple[SeasonWeek, ...]) -> Plan:
    """The season's weeks with all that a plan says beside them. Raises as `plan_week` does."""
    return Plan(
        befit=__version__,
        athlete=athlete,
        weeks=plan_block(athlete, catalogue, season),
        safety=tuple(SAFETY.values()),
    )


def plan_week(athlete: Athlete, catalogue: Catalogue, when: SeasonWeek) -> Week:
    """The week of the block that `when` tells.

    Raises BefitError where no plan should be made (R60), fewer days are free than sessions are
    asked for, or nothing is left to do.
    """
    return plan_block(athlete, catalogue, (when,))[0]


def plan_block(
    athlete: Athlete, catalogue: Catalogue, season: tuple[SeasonWeek, ...]
) -> tuple[Week, ...]:
    """Every week of the season; a stretch is dosed once for all of its weeks. Raises as `plan_week`
    does.
    """
    refuse(athlete)
    able = repertoire(athlete, catalogue)
    attainable = attainable_load(able)
    placed = place(athlete, attainable)
    made: dict[int, Drafts] = {}

    def stretch(when: SeasonWeek) -> Drafts:
        if when.stretch not in made:
            before = stretch(when.previous) if when.previous else None
            made[when.stretch] = _full_week(
                athlete, able, before_race(placed, athlete.race, when), when, before
            )
        return made[when.stretch]

    weeks = []
    for when in season:
        notes = () if when.taper else placement_notes(athlete, placed, attainable)
        if when.previous and when.step == 0 and not (when.deload or when.taper):
            notes += _growth_notes(_hard_sets(stretch(when.previous)), _hard_sets(stretch(when)))
            notes += _heavier_notes(stretch(when.previous), stretch(when), when.previous.number)
        weeks.append(_checked(athlete, _week(athlete, stretch(when), when, notes), catalogue))
    return tuple(weeks)


def _full_week(
    athlete: Athlete, able: Repertoire, layout: Layout, when: SeasonWeek, before: Drafts | None
) -> Drafts:
    """The last and fullest week of the stretch, after that of the stretch before.

    A focus is asked for as strongly as it takes to give its group more of the week than it would
    have had, and nothing else less than it must have.
    """
    ceilings: dict[str, float] = dict.fromkeys(LEG_MUSCLES, MUSCLE_SETS_MAX[athlete.level])
    if before is not None:
        ceilings[HARD] = most_hard_sets(_hard_sets(before))
    full: Drafts = []
    for focus in range(len(FOCUS_PULLS)) if athlete.focus else (0,):
        drafts = draft_week(
            athlete, layout, select(athlete, able, layout, when, focus=focus), when, before
        )
        fit(drafts, athlete.race, ceilings)
        if not full:
            full = drafts
        elif served(drafts) >= served(full) and _focused(drafts, athlete) > _focused(full, athlete):
            full = drafts
            break
    _refuse_empty(full)
    return full


def _focused(week: Drafts, athlete: Athlete) -> int:
    return sum(line.pick.exercise.group is athlete.focus for draft in week for line in draft.lines)


def _hard_sets(week: Drafts) -> int:
    return int(week_counts(week).get(HARD, 0))


def _growth_notes(before: int, now: int) -> tuple[Note, ...]:
    """R33, where coverage asked for more growth than the rule."""
    if now <= most_hard_sets(before):
        return ()
    found = f"{now} hard leg sets after {before}; the rule asks at most {most_hard_sets(before)}"
    return (Note("R33", f"{RULE_BY_ID['R33'].advice} ({found}.)"),)


def _heavier_notes(before: Drafts, now: Drafts, week: int) -> tuple[Note, ...]:
    """R30, for the forms with weight that the last stretch had too: they keep what they gained
    there, unless a niggle is to be minded.
    """
    known = {line.pick.form.name for draft in before for line in draft.lines}
    lines = [line for draft in now for line in draft.in_order() if line.pick.form.name in known]
    weighted = [
        line for line in lines if loadable(line.pick.form) and Kit.BAND not in line.pick.kit
    ]
    forms = dict.fromkeys(line.pick.form.name for line in weighted if line.pick.niggle_note is None)
    return (Note("R30", HEAVIER.format(week=week, forms=", ".join(forms))),) if forms else ()


def _week(athlete: Athlete, stretch: Drafts, when: SeasonWeek, notes: tuple[Note, ...]) -> Week:
    """This week of a stretch: its step, or the deload or taper of it."""
    drafts = [replace(draft, lines=list(draft.lines)) for draft in stretch]
    take_step(drafts, when)
    if when.deload:
        deload(drafts)
    if when.taper:
        taper(drafts, athlete.race, when)
    return Week(
        number=when.number,
        of=when.of,
        starts=when.starts,
        phase=when.phase,
        deload=when.deload,
        taper=when.taper,
        sessions=tuple(_session(athlete, draft, when) for draft in drafts if draft.lines),
        notes=notes + _block_notes(when) + (Note("R30", KEEP_LOAD if when.taper else ADD_LOAD),),
    )


def reasons(athlete: Athlete, catalogue: Catalogue, weeks: tuple[Week, ...]) -> dict[str, str]:
    """Why each form of the plan is there, by its name: the needs it meets, what it gives a runner,
    the niggle it is first-line work for.
    """
    planned = (
        exercise for week in weeks for session in week.sessions for exercise in session.exercises
    )
    return {each.form: _reason(athlete, catalogue.by_id[each.id], each) for each in planned}


def _reason(athlete: Athlete, exercise: Exercise, planned: Prescription) -> str:
    meets = sorted(coverage(planned.pattern, per_side=planned.per_side)) or [planned.pattern.value]
    helped = [
        niggle
        for niggle in athlete.niggles
        if niggle in exercise.niggles and exercise.niggles[niggle].act is Act.FIRST_LINE
    ]
    serves = f" First-line work for {' and '.join(helped)}." if helped else ""
    return f"{' and '.join(meets)}. {exercise.why}{serves}"


def _refuse_empty(drafts: Drafts) -> None:
    for draft in drafts:
        if not draft.lines:
            raise BefitError(
                f"Nothing is left to do on {draft.placed.day.title}: kit, level and what is left "
                f"out rule out every exercise.",
                "Look again at --level, --kit, --without and --days, or at the catalogue.",
            )


def _session(athlete: Athlete, draft: Draft, when: SeasonWeek) -> Session:
    day = draft.placed.day
    return Session(
        day=day,
        date=when.starts + timedelta(days=day.rank),
        load=draft.load,
        minutes=draft.minutes,
        why=reason(athlete, day, draft.load, race_in=days_left(day, when)),
        with_run=athlete.run_on(day),
        warm_up=WarmUp(minutes=draft.warm_up, steps=warm_up_steps(draft.warm_up)),
        exercises=tuple(_prescription(line) for line in draft.in_order()),
    )


def _prescription(line: Line) -> Prescription:
    exercise, form = line.pick.exercise, line.pick.form
    return Prescription(
        id=exercise.id,
        name=exercise.name,
        form=form.name,
        group=exercise.group,
        pattern=form.pattern,
        family=form.family,
        role=exercise.role,
        regions=REGIONS[form.pattern],
        load=form.load,
        kit=line.pick.kit,
        level=form.level,
        sets=line.sets,
        reps=line.reps,
        hold_s=line.hold_s,
        per_side=form.per_side,
        seconds_per_rep=form.seconds_per_rep,
        rest_s=line.rest_s,
        rir=line.rir,
        contacts=form.contacts,
        muscles=form.muscles,
        niggle_note=line.pick.niggle_note,
        cue=form.cues[0],
        progress=_progress(line),
    )


def _progress(line: Line) -> str:
    """How this exercise grows when it has become easy (R30)."""
    following = line.pick.following
    if line.hold_s is not None:
        return (
            f"At {line.work.high} s with ease: {following}."
            if following
            else f"With ease: {HOLD_STEP_S} s longer."
        )
    goal = f"At {line.at + REPS_OVER} in the last set, twice in a row"
    if loadable(line.pick.form):
        return f"{goal}: {'a stronger band' if Kit.BAND in line.pick.kit else f'{LOAD_STEP} more'}."
    return f"{goal}: {following}." if following else f"{goal}: one repetition more."


def _block_notes(when: SeasonWeek) -> tuple[Note, ...]:
    if when.build_weeks >= LITTLE_TO_EXPECT:
        return ()
    weeks = "1 build week" if when.build_weeks == 1 else f"{when.build_weeks} build weeks"
    text = (
        f"{weeks} before the race: expect to feel steadier, not faster; the studies used "
        f"{STUDIED_WEEKS} weeks or more."
    )
    return (Note("R40", text),)


def _checked(athlete: Athlete, week: Week, catalogue: Catalogue) -> Week:
    findings = check_week(athlete, week, catalogue)
    broken = [finding for finding in findings if finding.must]
    if broken:
        raise BrokenRule(
            "; ".join(
                f"{finding.rule} {finding.where}: {finding.found}, allowed {finding.allowed}"
                for finding in broken
            )
        )
    known = {note.rule for note in week.notes}
    unmet = tuple(
        _note(list(same))
        for rule, same in groupby(findings, key=lambda finding: finding.rule)
        if rule not in known
    )
    return replace(week, notes=week.notes[:-1] + unmet + week.notes[-1:])


def _note(findings: list[Finding]) -> Note:
    """One note for everything found of one rule."""
    found = ", ".join(f"{finding.where} {finding.found}".strip() for finding in findings)
    return Note(
        findings[0].rule, f"{findings[0].text} ({found}; the rule asks {findings[0].allowed}.)"
    )
