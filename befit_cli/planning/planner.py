"""(athlete, catalogue, season) -> a week or a block: the pipeline, read top to bottom.

Pure: dates come in as values, nothing is read. The last step asks check; a `should` that did not
hold becomes a note of the week, a broken `must` is a bug of befit and raises.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli import __version__
from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.niggle_changes import changes_of
from befit_cli.evidence.progress import eased_by_log
from befit_cli.evidence.safety import SAFETY
from befit_cli.evidence.sets import CALF
from befit_cli.evidence.warm_up import SHORT_SESSION
from befit_cli.evidence.week import trains_otherwise
from befit_cli.language import _
from befit_cli.planning.dosing import reached_work
from befit_cli.planning.draft import Drafts, Line, hard_sets, week_counts, week_lines, week_sets
from befit_cli.planning.fullest_week import fullest_week, week_of
from befit_cli.planning.growth_notes import notes_of_stretch
from befit_cli.planning.hops import low_hops
from befit_cli.planning.notes import (
    load_note,
    prerequisite_notes,
    since_by_log,
    week_notes,
    with_effort,
    with_kin,
)
from befit_cli.planning.placement import Layout, at_most, place, placement_notes
from befit_cli.planning.prescription import prescribed
from befit_cli.planning.real_week import RealWeeks
from befit_cli.planning.repertoire import Repertoires, refuse
from befit_cli.planning.standing import stands_after
from befit_cli.planning.taper import before_race
from befit_cli.planning.task import Stage, Task
from befit_cli.planning.unmet import with_unmet
from befit_cli.rules.check import check_week
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Catalogue,
    Day,
    Finding,
    History,
    Load,
    Need,
    Note,
    NoteKey,
    Plan,
    SafetyLine,
    Season,
    SeasonWeek,
    Week,
    Weeks,
    Weights,
)

if TYPE_CHECKING:
    from befit_cli.planning.progress import Progress

_OF_ONE_WEEK = frozenset({NoteKey.OTHERWISE, NoteKey.BACK, NoteKey.PREREQUISITE})
"""What a week says that its runner has otherwise."""
USUAL_WEIGHTS = Weights()
"""What is owned where nobody says it."""


class BrokenRule(RuntimeError):
    """A plan that befit made breaks a `must`: a bug of befit, never of the athlete."""


def make_plan(
    athlete: Athlete,
    catalogue: Catalogue,
    weeks: Weeks,
    *,
    history: History = NOTHING_LOGGED,
    weights: Weights = USUAL_WEIGHTS,
    today: date | None = None,
) -> Plan:
    """Some weeks of a season, in their order, with all that a plan says beside them.

    With a history each session is as the log changes it, by what was known on its morning; for one
    that is still to come, by what is known `today`, without which it is the first week's Monday.
    Raises as `plan_week` does.
    """
    plan = Plan(
        befit=__version__,
        athlete=athlete,
        weeks=plan_block(athlete, catalogue, weeks, history=history, weights=weights, today=today),
        safety=tuple([SafetyLine(rule=rule) for rule in SAFETY]),
    )
    plan = with_effort(with_kin(plan))
    if any(len(owned.kg) == 1 for owned in weights.owned.values()):
        from befit_cli.planning.one_weight import with_one_weight  # late: most own several

        plan = with_one_weight(plan, weights)
    return plan


def plan_week(athlete: Athlete, catalogue: Catalogue, when: SeasonWeek) -> Week:
    """The week of the block that `when` tells.

    Raises BefitError where no plan should be made (R60), fewer days are free than sessions are
    asked for, or nothing is left to do.
    """
    return plan_block(athlete, catalogue, (when,))[0]


def plan_block(
    athlete: Athlete,
    catalogue: Catalogue,
    weeks: Weeks,
    *,
    history: History = NOTHING_LOGGED,
    weights: Weights = USUAL_WEIGHTS,
    today: date | None = None,
) -> tuple[Week, ...]:
    """Every week of a season, or some weeks of one, in their order; with a history as `make_plan`
    has it. Raises as `plan_week` does.

    A stretch is dosed once, at its fullest week, and goes on where the one before it ended: so each
    stretch up to the last that is asked for is planned, whatever weeks are wanted of it.
    """
    # 1. What the athlete may do, and on which days: the same in all weeks.
    refuse(athlete)
    repertoires = Repertoires(athlete, catalogue)
    asked = {when.number: when for when in weeks}
    first = next(iter(asked.values()))
    season = first.season
    layout = _layout(athlete, repertoires, season)
    # 2. What makes some of its weeks otherwise: the log, and weeks that are not as usual.
    progress = _progress(history, weights, today or first.starts, season, catalogue)
    real = None if season.regular else _real_weeks(layout, progress)
    planned: list[Week] = []
    before: Drafts | None = None
    known: list[Line] = []
    gentle: set[int] = set()
    for task, fullest in _stretches(athlete, repertoires, layout, season):
        # 3. A stretch: its exercises, dosed at its fullest week. Each of its weeks is a step
        #    towards that, or an easier version of it.
        _refuse_empty(fullest)
        drafted = []
        for when in season.of_stretch(task.stretch):
            # A week that is like all others needs nothing of those before it.
            if real or when.number in asked or (progress and progress.looks_at(when)):
                drafted.append(_drafted(task, fullest, when, known, real))
        # 4. What each week says, and what the log changes about it.
        gentle |= {when.number for when, _drafts, notes in drafted if _is_first_back(notes)}
        said = _said(task, layout, before, fullest, asked, gentle)
        for when, drafts, otherwise in drafted:
            its_task = _task_of_week(task, when)
            if when.number in asked:
                notes = _without_growth(athlete, when, otherwise + said[when.number])
                planned.append(_as_logged(progress, its_task, catalogue, drafts, when, notes))
            elif progress is not None:
                progress.pass_by(its_task, drafts, when)
        if len(planned) == len(asked):
            break
        before = fullest
        known = [*week_lines(fullest), *known]
    return tuple(planned)


def _progress(
    history: History, weights: Weights, today: date, season: Season, catalogue: Catalogue
) -> Progress | None:
    """What of the log changes the block; None where there is none."""
    if history == NOTHING_LOGGED:
        return None
    from befit_cli.planning.progress import Progress
    from befit_cli.planning.record import Log  # late: most plans have no log

    return Progress(Log(history, weights, today, season, catalogue))


def _real_weeks(layout: Layout, progress: Progress | None) -> RealWeeks:
    if progress is None:
        return RealWeeks(layout)
    return RealWeeks(layout, progress.was_done, progress.tells_days_without)


def _drafted(
    task: Task, fullest: Drafts, usual: SeasonWeek, known: list[Line], real: RealWeeks | None
) -> tuple[SeasonWeek, Drafts, tuple[Note, ...]]:
    """A week of the stretch whose fullest week that is, as its runner has it, with what it says of
    what is otherwise.
    """
    if real is None:
        return usual, week_of(task.athlete, fullest, usual, known), ()
    drafts = week_of(task.athlete, fullest, usual, known, _sets_in_full(task, fullest, usual))
    return real.week(task, fullest, drafts, usual, known)


def _sets_in_full(task: Task, fullest: Drafts, when: SeasonWeek) -> float:
    """R35: the sets that a taper week eases, those of the last build week whose runner trained as
    always; it may have had fewer than the stretch's last.
    """
    if not when.taper:
        return inf
    for week in reversed(task.season.of_stretch(task.stretch)):
        if week.build and not trains_otherwise(week.runner, task.athlete):
            return week_sets(week_of(task.athlete, fullest, week, []))
    return inf


def _is_first_back(notes: Iterable[Note]) -> bool:
    """Whether these are the notes of a first week back from days off."""
    return any(note.key is NoteKey.BACK for note in notes)


def _said(
    task: Task,
    layout: Layout,
    before: Drafts | None,
    fullest: Drafts,
    asked: Collection[int],
    gentle: Collection[int],
) -> dict[int, tuple[Note, ...]]:
    """Under their numbers what the weeks of a stretch say of their load, where they are `asked`
    for, and of how it grows; the rest is as `notes_of_stretch` has it.
    """
    weeks = task.season.of_stretch(task.stretch)
    room = _room_notes(task, layout, [when for when in weeks if when.number in asked])
    growth = notes_of_stretch(task, before, fullest, weeks, gentle)
    return {number: room.get(number, ()) + notes for number, notes in growth.items()}


def _without_growth(
    athlete: Athlete, when: SeasonWeek, notes: tuple[Note, ...]
) -> tuple[Note, ...]:
    """The notes, without how the stretch grows where the week's runner trains otherwise."""
    if not trains_otherwise(when.runner, athlete):
        return notes
    return tuple([note for note in notes if note.key in _OF_ONE_WEEK])


def _task_of_week(task: Task, when: SeasonWeek) -> Task:
    """The task for who the runner is in that week."""
    if when.runner is None:
        return task
    return replace(task, athlete=when.runner, repertoires=task.repertoires.of(when.runner))


def _as_logged(
    progress: Progress | None,
    task: Task,
    catalogue: Catalogue,
    drafts: Drafts,
    when: SeasonWeek,
    notes: tuple[Note, ...],
) -> Week:
    """The week as the log changes it, as far as that breaks no rule."""
    if progress is None:
        return _finished(task, catalogue, drafts, when, notes)
    for adapted, more in progress.versions(task, drafts, when):
        grows = progress.what_grows(notes, adapted, more, when)
        told = (*grows, *more, *_asked_later(task, progress, notes, drafts, adapted, when))
        try:
            return _finished(task, catalogue, adapted, when, told)
        except BrokenRule:
            continue
    return _finished(task, catalogue, drafts, when, notes)


def _asked_later(
    task: Task,
    progress: Progress,
    notes: tuple[Note, ...],
    drafts: Drafts,
    adapted: Drafts,
    when: SeasonWeek,
) -> list[Note]:
    """R25: what should be in place before a form where the log changes which week has it first: the
    first week of a stretch says it of all that it has, and a later one of what it has by the log
    alone, or of what those before it had not. The `notes` say it already of theirs.
    """
    if when.number <= when.stretch.opens:
        return []
    planned = week_lines(drafts)
    told = progress.had_before([*planned, *week_lines(adapted)], when)
    if told is None:
        told = {line.pick.form.name for line in planned}
    told |= {note.facts["form"] for note in notes if note.key is NoteKey.PREREQUISITE}
    return prerequisite_notes(task.athlete, adapted, known=task.stage.training.forms, told=told)


def _room_notes(
    task: Task, layout: Layout, weeks: Iterable[SeasonWeek]
) -> dict[int, tuple[Note, ...]]:
    """Under the numbers of the usual ones of these weeks what they say of the load that they have
    no room for; the ramp is light for its own reasons, which it says.
    """
    usual = [when for when in weeks if when.usual and not (when.taper or when.ramp)]
    if not usual:
        return {}
    attainable = tuple([task.repertoires.most_load(day, jumps=False) for day in Day])
    lifting = at_most(layout, [attainable[slot.day.rank] for slot in layout])
    notes = placement_notes(task.athlete, usual[0].runs, lifting, attainable)
    return {when.number: notes for when in usual}


def usual_days(athlete: Athlete, catalogue: Catalogue, season: Season) -> tuple[Day, ...]:
    """The days that the season's sessions stand on in a usual week.

    Raises BefitError where fewer days are free than sessions are asked for.
    """
    layout = _layout(athlete, Repertoires(athlete, catalogue), season)
    return tuple([slot.day for slot in layout])


def _layout(athlete: Athlete, repertoires: Repertoires, season: Season) -> Layout:
    """The days of the block's sessions, and the load that each may have."""
    # Days that only jumps would load are chosen with them in mind, for days stay within a block.
    attainable = tuple([repertoires.most_load(day, jumps=True) for day in Day])
    return place(athlete, season.usual, attainable)


def _stretches(
    athlete: Athlete,
    repertoires: Repertoires,
    layout: Layout,
    season: Season,
) -> Iterator[tuple[Task, Drafts]]:
    """Each stretch with its fullest week."""
    # A niggle never makes a session's load higher than without it: so whoever has one is planned
    # without it first, and what each session has then is the most that it may have.
    well: Iterator[tuple[Task, Drafts]] | None = None
    if athlete.niggles:
        without = replace(athlete, niggles=())
        can = repertoires.of(without)
        well = _stretches(without, can, _layout(without, can, season), season)
    stage = Stage()
    for stretch in season.stretches:
        slots = before_race(layout, athlete.race, season, stretch)
        if athlete.minutes < SHORT_SESSION:
            slots = at_most(slots, [Load.MEDIUM] * len(slots))
        ramp_most = [slot.load for slot in slots]
        if well is not None:
            _task, drafts = next(well)
            slots = at_most(slots, [draft.load for draft in drafts])
            ramp_most = [draft.ramp_load for draft in drafts]
        task = Task(
            athlete=athlete,
            repertoires=repertoires,
            season=season,
            stretch=stretch,
            stage=stage,
            layout=slots,
            ramp_most=ramp_most,
        )
        fullest = fullest_week(task)
        yield task, fullest
        hops = bool(low_hops(athlete, fullest, season.fullest_week(stretch)))
        stage = Stage(
            training=reached_work(fullest, stage.training, hops=hops or stage.training.hops),
            hard_sets=hard_sets(fullest),
            calf_sets=int(week_counts(fullest).get(CALF, 0)),
            had=_sessions_of(fullest),
            stands=stands_after(fullest, stretch, task.ramp, stage.stands),
        )


def _sessions_of(week: Drafts) -> Mapping[Need, int]:
    """In how many sessions of a week each need is served, of those that are."""
    found: Counter[Need] = Counter()
    for draft in week:
        found.update({need for line in draft.lines for need in line.serves})
    return found


def _refuse_empty(drafts: Drafts) -> None:
    for draft in drafts:
        if not draft.lines:
            raise BefitError(
                _(
                    "Nothing is left to do on {day}: kit, level and what is left out rule out "
                    "every exercise.",
                    day=draft.slot.day.title,
                ),
                cause=Cause.NOTHING_LEFT,
            )


def _week(
    task: Task,
    catalogue: Catalogue,
    drafts: Drafts,
    when: SeasonWeek,
    notes: tuple[Note, ...],
) -> Week:
    """The week as it is to be done, with what it says beside its sessions."""
    athlete = task.athlete
    week = prescribed(athlete, drafts, when, low_hops(athlete, drafts, when))
    if athlete.niggles:
        changes = changes_of(task.repertoires.barred, catalogue, week.sessions)
        week = replace(week, niggles=changes)
    notes = since_by_log(notes, drafts)
    if when.number <= when.stretch.opens:
        asks = prerequisite_notes(athlete, drafts, known=task.stage.training.forms)
        notes = (*notes, *asks)
    week = replace(week, notes=notes)
    return replace(week, notes=notes + week_notes(athlete, week, when))


def _finished(
    task: Task,
    catalogue: Catalogue,
    drafts: Drafts,
    when: SeasonWeek,
    notes: tuple[Note, ...],
) -> Week:
    """The week of a plan; raises BrokenRule where it breaks a must."""
    return _checked(task.athlete, _week(task, catalogue, drafts, when, notes), catalogue)


def _checked(athlete: Athlete, week: Week, catalogue: Catalogue) -> Week:
    """The week with a note for every `should` that did not hold, and for how to add load; raises
    BrokenRule for a broken `must`.
    """
    # A rule asks for the note on load, so it is there before check; the notes on what did not hold
    # go before it, since it is the last thing that a week says.
    last: tuple[Note, ...] = ()
    if week.sessions:
        last = (load_note(athlete.every_kit, taper=week.taper, deload=week.deload),)
    whole = replace(week, notes=(*week.notes, *last))
    findings = check_week(athlete, whole, catalogue)
    broken = [finding for finding in findings if finding.must]
    if broken:
        raise BrokenRule(_breaches(broken))
    # What the week tells of already, it tells once.
    told = {note.rule for note in week.notes}
    # And what a runner has otherwise for one week, or less by their log, is no fault to tell them.
    less = week.runner is not None or eased_by_log(week)
    untold = [] if less else [found for found in findings if found.rule not in told]
    return replace(whole, notes=(*with_unmet(untold, athlete, week), *last))


def _breaches(findings: list[Finding]) -> str:
    breaches = []
    for finding in findings:
        breach = f"{finding.rule} {finding.where}: {finding.found}"
        breaches.append(f"{breach}, allowed {finding.allowed}")
    return "; ".join(breaches)
