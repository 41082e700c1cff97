"""(athlete, catalogue, season) -> a week or a block: the pipeline, read top to bottom.

Pure: dates come in as values, nothing is read. The last step asks check; a `should` that did not
hold becomes a note of the week, a broken `must` is a bug of befit and raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from befit_cli import __version__
from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.coverage import COVERAGE_MINUTES, LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.jumps import HOP_SESSIONS, may_hop, most_hops
from befit_cli.evidence.niggle_changes import niggle_changes
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.sets import CALF, HARD
from befit_cli.evidence.warm_up import SHORT_SESSION
from befit_cli.evidence.week import SESSIONS, most_hard_sets
from befit_cli.planning.dosing import options, reached_work, take_step
from befit_cli.planning.draft import Drafts, Line, hard_sets, week_counts, week_lines
from befit_cli.planning.easing import before_race, deload, taper
from befit_cli.planning.fitting import Option, Reading, limits
from befit_cli.planning.notes import (
    Stands,
    growth_notes,
    load_note,
    standing_still,
    stretch_notes,
    unmet_notes,
    week_notes,
    with_effort,
)
from befit_cli.planning.placement import Layout, place, placement_notes
from befit_cli.planning.prescription import prescribed
from befit_cli.planning.repertoire import Repertoire, attainable_load, jump_load, refuse, repertoire
from befit_cli.planning.selection import Choice, Pool, Selection, most_loaded_first
from befit_cli.planning.training import UNTRAINED, Training
from befit_cli.planning.wishes import Serve, Wish, relief_wishes, week_wishes
from befit_cli.rules.check import check_week
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Finding,
    Load,
    Note,
    Plan,
    SafetyLine,
    Season,
    SeasonWeek,
    Stretch,
    Week,
    Weeks,
)

_CALF_SETS_MORE = 2
"""Calf sets by which a week may grow from stretch to stretch: tendons take their time."""


class BrokenRule(RuntimeError):
    """A plan that befit made breaks a `must`: a bug of befit, never of the athlete."""


def make_plan(athlete: Athlete, catalogue: Catalogue, weeks: Weeks) -> Plan:
    """Some weeks of a season, in their order, with all that a plan says beside them.

    Raises as `plan_week` does.
    """
    plan = Plan(
        befit=__version__,
        athlete=athlete,
        weeks=plan_block(athlete, catalogue, weeks),
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
    )
    return with_effort(plan)


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
    layout = _layout(athlete, skills, season)
    numbers = {when.number for when in weeks}
    planned: list[Week] = []
    before: Drafts | None = None
    known: list[Line] = []
    stands: Stands = {}
    for stretch, fullest in _stretches(athlete, catalogue, skills, layout, season):
        # 2. A stretch: its exercises, dosed at its fullest week. Each of its weeks is a step
        #    towards it, or an easier version of it.
        _refuse_empty(fullest)
        ramp = 0 if stretch.number else season.ramp
        stands, still = standing_still(fullest, stretch, ramp, stands)
        growing = growth_notes(fullest, stretch, ramp)
        for when in season.of_stretch(stretch):
            if when.number not in numbers:
                continue
            notes: tuple[Note, ...] = ()
            # The ramp is light for its own reasons, which it says.
            if not (when.taper or when.ramp):
                lifting = _at_most(layout, [attainable] * len(layout))
                notes += placement_notes(athlete, when.runs, lifting, attainable)
            if before is not None and when.number == stretch.first:
                earlier = season.stretches[stretch.number - 1]
                notes += stretch_notes(before, fullest, since=earlier)
            week = _week(athlete, fullest, when, known)
            for found in (growing, still):
                if when.number in found:
                    notes += (found[when.number],)
            changes = niggle_changes(athlete, catalogue, week.sessions)
            week = replace(week, niggles=changes)
            week = replace(week, notes=notes + week_notes(athlete, week, when))
            planned.append(_checked(athlete, week, catalogue))
        if len(planned) == len(numbers):
            break
        before = fullest
        known = [*week_lines(fullest), *known]
    return tuple(planned)


def usual_days(athlete: Athlete, catalogue: Catalogue, season: Season) -> tuple[Day, ...]:
    """The days that the sessions of the season's first week stand on, its race apart.

    Raises BefitError where fewer days are free than sessions are asked for.
    """
    layout = _layout(athlete, repertoire(athlete, catalogue), season)
    return tuple([slot.day for slot in layout])


class _Stage(Struct):
    """How far a block has come."""

    training: Training = UNTRAINED
    hard_sets: int | None = None
    """Hard leg sets of its last fullest week; None before the first."""
    calf_sets: int = 0
    """Its calf sets."""


def _layout(athlete: Athlete, skills: Repertoire, season: Season) -> Layout:
    """The days of the block's sessions, and the load that each may have."""
    # Days that only jumps would load are chosen with them in mind, for days stay within a block.
    attainable = max(attainable_load(skills), jump_load(skills))
    return place(athlete, season.runs[0], attainable)


def _stretches(
    athlete: Athlete,
    catalogue: Catalogue,
    skills: Repertoire,
    layout: Layout,
    season: Season,
) -> Iterator[tuple[Stretch, Drafts]]:
    """Each stretch with its fullest week."""
    # A niggle never makes a session's load higher than without it: so whoever has one is planned
    # without it first, and what each session has then is the most that it may have.
    well: Iterator[tuple[Stretch, Drafts]] | None = None
    if athlete.niggles:
        without = replace(athlete, niggles=())
        can = repertoire(without, catalogue)
        well = _stretches(without, catalogue, can, _layout(without, can, season), season)
    stage = _Stage()
    for stretch in season.stretches:
        slots = before_race(layout, athlete.race, season, stretch)
        if athlete.minutes < SHORT_SESSION:
            slots = _at_most(slots, [Load.MEDIUM] * len(slots))
        ramp_most = [slot.load for slot in slots]
        if well is not None:
            _, drafts = next(well)
            slots = _at_most(slots, [draft.load for draft in drafts])
            ramp_most = [draft.ramp_load for draft in drafts]
        fullest = _fullest_week(athlete, skills, slots, season, stretch, stage, ramp_most)
        yield stretch, fullest
        hops = bool(_hops(athlete, fullest, season.fullest_week(stretch)))
        stage = _Stage(
            training=reached_work(fullest, stage.training, hops=hops or stage.training.hops),
            hard_sets=hard_sets(fullest),
            calf_sets=int(week_counts(fullest).get(CALF, 0)),
        )


def _at_most(layout: Layout, loads: list[Load]) -> Layout:
    """The layout with no more load in each session."""
    return tuple(
        [replace(slot, load=min(slot.load, load)) for slot, load in zip(layout, loads, strict=True)]
    )


def _fullest_week(
    athlete: Athlete,
    skills: Repertoire,
    layout: Layout,
    season: Season,
    stretch: Stretch,
    stage: _Stage,
    ramp_most: list[Load],
) -> Drafts:
    """The last and fullest week of the stretch."""
    ceilings: dict[str, float] = dict.fromkeys(LEG_MUSCLES, MUSCLE_SETS_MAX[athlete.level])
    if stage.hard_sets is not None:
        ceilings[HARD] = most_hard_sets(stage.hard_sets)
        ceilings[CALF] = stage.calf_sets + _CALF_SETS_MORE
    ramp = 0 if stretch.number else season.ramp
    pool = Pool(athlete, skills, stretch, stage.training)
    parts = week_wishes(athlete, stretch, jumps=pool.jumps)
    selection = Selection(pool, layout, stage.training.exercises)
    most = ramp_most if ramp else [None] * len(layout)
    reading = Reading(layout, ramp_most=most, race=athlete.race, ceilings=ceilings)

    def option(choice: Choice) -> Option:
        pick = choice.candidate.pick
        slot = layout[choice.slot].number
        lines = options(athlete, pick, stretch, ramp=ramp, slot=slot, training=stage.training)
        return Option(choice, lines)

    def read(wishes: tuple[Wish, ...], slots: list[int], *, whole: bool) -> None:
        choices = selection.choose(wishes, slots)
        reading.read(wishes, [option(choice) for choice in choices], whole=whole)
        selection.settle(reading.taken)

    in_order = most_loaded_first(layout)
    core, third = in_order[: SESSIONS.low], in_order[SESSIONS.low :]
    # 1. What a sore spot needs.
    relief = relief_wishes(athlete)
    reading.limit(athlete.minutes)
    read(relief, in_order, whole=True)
    # 2. Shorter sessions first: what those hold stays. Later stretches go on from that. Of each
    #    part of the list the two most loaded sessions take first, and a third one adds to what two
    #    would have held.
    first = stretch.number == 0
    for minutes in limits(athlete.minutes) if first else [athlete.minutes]:
        reading.limit(minutes)
        for part in parts:
            for slots in filter(None, (core, third)):
                read(part, slots, whole=minutes == athlete.minutes)
    # 3. What the week must have and had no room so far.
    must_cover = _must_cover(athlete)
    musts = [wish for wish in (*relief, *parts[0]) if isinstance(wish, Serve) and wish.must]

    def insist(wishes: list[Serve]) -> None:
        for wish in wishes:
            _insist(selection, reading, wish, in_order, option, leg_work=must_cover)

    insist(musts)
    if must_cover:
        _exchange(selection, reading, musts, insist)
    reading.grow_on()
    return reading.week


def _must_cover(athlete: Athlete) -> bool:
    """R03: whether the week must have all that it should, whatever it costs."""
    if athlete.niggles or athlete.without or athlete.swap:
        return False
    return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES


def _insist(
    selection: Selection,
    reading: Reading,
    wish: Serve,
    slots: list[int],
    option: Callable[[Choice], Option],
    *,
    leg_work: bool,
) -> None:
    """Let in what the week must have, at the cost of what it need not have."""
    lacking = wish.sessions - sum(selection.has(slot, wish.purpose) for slot in slots)
    for slot in slots:
        if lacking <= 0:
            return
        if selection.has(slot, wish.purpose):
            continue
        for choice in selection.others(wish, slot):
            if reading.insist(option(choice), leg_work=leg_work or wish.relief):
                selection.settle(reading.taken)
                lacking -= 1
                break


def _exchange(
    selection: Selection,
    reading: Reading,
    musts: list[Serve],
    insist: Callable[[list[Serve]], None],
) -> None:
    """Let in what the week still lacks in the place of something that it needs as well, where
    another session, or a shorter exercise, can do that instead: what has grown over a long block
    may leave no other room.
    """
    lacking = selection.lacking(musts)
    for wish in lacking:
        for draft in reading.week:
            for line in list(draft.lines):
                kept = reading.keep()
                reading.drop(draft, line)
                selection.settle(reading.taken)
                insist([wish, *musts])
                if len(selection.lacking(musts)) < len(lacking):
                    _exchange(selection, reading, musts, insist)
                    return
                reading.put_back(kept)
                selection.settle(reading.taken)


def _refuse_empty(drafts: Drafts) -> None:
    for draft in drafts:
        if not draft.lines:
            raise BefitError(
                f"Nothing is left to do on {draft.slot.day.title}: kit, level and what is left "
                f"out rule out every exercise.",
                cause=Cause.NOTHING_LEFT,
            )


def _week(athlete: Athlete, fullest: Drafts, when: SeasonWeek, known: list[Line]) -> Week:
    """This week of a stretch: its step, or the deload or taper of it."""
    # The fullest week stays as it is: the other weeks, and the next stretch, are made from it.
    drafts = [replace(draft, lines=list(draft.lines)) for draft in fullest]
    if when.season.late:
        # R39: so near to the race nothing new is begun.
        drafts = []
    ramp = 0 if when.stretch.number else when.season.ramp
    take_step(drafts, when.step, ramp=ramp)
    if when.deload:
        deload(drafts, covers=_must_cover(athlete))
    if when.taper:
        taper(drafts, athlete.race, when, known)
    return prescribed(athlete, drafts, when, _hops(athlete, drafts, when))


def _hops(athlete: Athlete, drafts: Drafts, when: SeasonWeek) -> dict[int, int]:
    """R24: how many low hops end the warm-up of which slot's session."""
    hops = 0 if when.taper else most_hops(athlete.level, when.number)
    if not hops:
        return {}
    slots = [draft.slot.number for draft in drafts if may_hop(athlete.minutes, draft.load)]
    return dict.fromkeys(slots[: HOP_SESSIONS.high], hops)


def _checked(athlete: Athlete, week: Week, catalogue: Catalogue) -> Week:
    """The week with a note for every `should` that did not hold, and for how to add load; raises
    BrokenRule for a broken `must`.
    """
    # A rule asks for the note on load, so it is there before check; the notes on what did not hold
    # go before it, since it is the last thing that a week says.
    last = (load_note(athlete.kit, taper=week.taper),) if week.sessions else ()
    whole = replace(week, notes=(*week.notes, *last))
    findings = check_week(athlete, whole, catalogue)
    broken = [finding for finding in findings if finding.must]
    if broken:
        raise BrokenRule(_breaches(broken))
    # What the week tells of already, it tells once.
    told = {note.rule for note in week.notes}
    untold = [finding for finding in findings if finding.rule not in told]
    return replace(whole, notes=(*week.notes, *unmet_notes(untold, athlete), *last))


def _breaches(findings: list[Finding]) -> str:
    breaches = []
    for finding in findings:
        breach = f"{finding.rule} {finding.where}: {finding.found}"
        breaches.append(f"{breach}, allowed {finding.allowed}")
    return "; ".join(breaches)
