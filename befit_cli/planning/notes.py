"""What a week says beside its sessions: keys with numbers, each with the rule it comes from."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.ability import can_do_form
from befit_cli.evidence.block import LITTLE_TO_EXPECT
from befit_cli.evidence.load import HEAVY, HEAVY_PHASES, has_heavy_legs, heavy, needs_lighter_sets
from befit_cli.evidence.niggles import TENDON_REPS
from befit_cli.evidence.progress import eased_by_log, is_less_for_pain, left_out_forms
from befit_cli.evidence.week import HARD_RUNS_MANY, SESSIONS
from befit_cli.language import small
from befit_cli.planning.draft import Drafts, week_lines
from befit_cli.planning.unmet import enough_minutes_notes
from befit_cli.values import (
    Athlete,
    Day,
    Facts,
    Kit,
    Niggle,
    Note,
    NoteKey,
    Pattern,
    Pick,
    Plan,
    Scope,
    Season,
    SeasonWeek,
    Week,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from befit_cli.planning.placement import Layout

_WAYS = {
    "weight": HEAVY,
    "backpack": frozenset({Kit.BACKPACK}),
    "band": frozenset({Kit.BAND}),
}
"""The kit behind each way to add load (R30)."""
_SAID_ONCE = frozenset({NoteKey.LESS_LOAD, NoteKey.NO_HEAVY_LEGS, NoteKey.PREREQUISITE})
"""Notes that a block says in one week alone, for they are as true in the later ones."""
CAN_BE_CHOSEN = HEAVY | {Kit.BACKPACK}
"""Kit whose weight somebody has to choose at first (R28)."""


def back_note(days: int) -> Note:
    """That the first sessions after so many days without are light."""
    return Note(rule="R19", key=NoteKey.BACK, scope=Scope.WEEK, facts={"days": days})


def since_by_log(notes: tuple[Note, ...], week: Drafts) -> tuple[Note, ...]:
    """The notes: who comes back is told the days that the log knows of, as their exercises say
    them, for a session that was planned need not have been done.
    """
    changes = [line.adapted for line in week_lines(week) if line.adapted is not None]
    days = [change.facts["days"] for change in changes if "days" in change.facts]
    if not days:
        return notes
    # Of several sessions the last one says what is known by now.
    back = back_note(days[-1])
    return tuple([back if note.key is NoteKey.BACK else note for note in notes])


def otherwise_notes(
    athlete: Athlete,
    usual: Layout,
    laid: Layout,
    real: Layout,
    when: SeasonWeek,
    ill: Collection[int] = (),
) -> tuple[Note, ...]:
    """What is otherwise about a week than usual: what its runner has otherwise, and what became of
    its sessions for that, for its own runs, for the weeks beside it, or for days off before it.
    `laid` is how the runs and the weeks beside it have them, and `ill` the numbers of those that an
    illness takes.
    """
    now = {slot.number: slot for slot in real}
    moved, lighter = _given_way(usual, real)
    gone = [slot.day for slot in usual if slot.number not in now and slot.number not in ill]
    missed = [slot.day for slot in usual if slot.number in ill]
    then = {slot.number for slot in usual}
    more = [slot.day for slot in real if slot.number not in then]
    asked = [
        name
        for name in _ASKED
        if when.runner is not None and getattr(when.runner, name) != getattr(athlete, name)
    ]
    if not (moved or lighter or gone or missed or more or asked):
        return ()
    facts: Facts = {"moved": moved, "lighter": lighter, "gone": gone, "more": more, "asked": asked}
    facts["beside"] = _beside(when, *_given_way(usual, laid))
    if missed:
        facts["ill"] = missed
    return (Note(rule="R32", key=NoteKey.OTHERWISE, scope=Scope.WEEK, facts=facts),)


_ASKED = ("kit", "kit_by_day", "minutes", "niggles", "without", "swap")
"""What a runner may have otherwise in one week, beside runs, days and sessions."""


def _given_way(usual: Layout, real: Layout) -> tuple[list[list[Day]], list[Day]]:
    """The days that sessions moved from and to, and those of the sessions that are lighter."""
    now = {slot.number: slot for slot in real}
    moved = []
    lighter = []
    for slot in usual:
        here = now.get(slot.number)
        if here is None:
            continue
        if here.day is not slot.day:
            moved.append([slot.day, here.day])
        if here.load < slot.load:
            lighter.append(here.day)
    return moved, lighter


def _beside(when: SeasonWeek, moved: list[list[Day]], lighter: list[Day]) -> str:
    """Which of the weeks beside it makes a usual week give way; empty where none does."""
    if not (when.usual and (moved or lighter)):
        return ""
    first = min([day.rank for days in moved for day in days[:1]] + [day.rank for day in lighter])
    return "before" if first < len(Day) // 2 else "after"


def weeks_notes(season: Season) -> tuple[Note, ...]:
    """What every week of a short block says (R40)."""
    if season.build_weeks >= LITTLE_TO_EXPECT:
        return ()
    facts = {"weeks": season.build_weeks}
    return (Note(rule="R40", key=NoteKey.FEW_WEEKS, scope=Scope.PLAN, facts=facts),)


def waiting_notes(when: SeasonWeek) -> tuple[Note, ...]:
    """That the block waited in this week; or in those right before it, and until when it goes now
    (R78).
    """
    if when.waits:
        return (Note(rule="R78", key=NoteKey.WAITED, scope=Scope.WEEK),)
    waited = when.season.waited
    first = when.number
    while first - 1 in waited:
        first -= 1
    if first == when.number:
        return ()
    # As it was known in this week: what waits later says so then.
    later = len([number for number in waited if number > when.number])
    facts: Facts = {
        "missed": list(range(first, when.number)),
        "ends": (when.season.race_day - timedelta(weeks=later)).isoformat(),
    }
    return (Note(rule="R78", key=NoteKey.GOES_ON, scope=Scope.WEEK, facts=facts),)


def week_notes(athlete: Athlete, week: Week, when: SeasonWeek) -> tuple[Note, ...]:
    """What a week says of its place in the block, of its forms and of what it asks for."""
    season = when.season
    if season.late or (when.of == 1 and not week.sessions):
        return (Note(rule="R39", key=NoteKey.TOO_LATE, scope=Scope.PLAN),)
    if when.runner is not None and not week.sessions:
        # A week off.
        return ()
    notes = [*waiting_notes(when), *weeks_notes(season)]
    if when.ramp:
        notes.append(ramp_note(season.ramp))
    if len(week.runs.hard) > HARD_RUNS_MANY:
        notes.append(much_running_note(len(week.runs.hard)))
    if week.build and when.runner is None and _lacks_heavy_legs(week):
        notes.append(no_heavy_legs_note(athlete.every_kit))
    notes += _lighter_set_notes(week)
    if week.build and athlete.sessions == SESSIONS.low:
        notes += _third_day_notes(week)
    # What a runner has less by their log is not all that a week should have.
    full = when.runner is None and not eased_by_log(week)
    if week.build and not when.ramp and full:
        notes += enough_minutes_notes(athlete, week)
    return tuple(notes)


def _lacks_heavy_legs(week: Week) -> bool:
    """R27: whether a strength or power week has no heavy work for the legs."""
    return week.phase in HEAVY_PHASES and bool(week.sessions) and not has_heavy_legs(week)


def prerequisite_notes(
    athlete: Athlete, week: Drafts, *, known: Collection[str], told: Collection[str] = ()
) -> list[Note]:
    """R25: what should be in place before each form of the week but those whose names are told, and
    those that earlier stretches had; before a jump each stretch says it.
    """
    notes: dict[str, Note] = {}
    for draft in week:
        runner = athlete.on(draft.slot.day)
        for line in draft.in_order():
            form = line.pick.form
            had = form.name in known and not form.contacts
            if form.prerequisite is not None and form.name not in told and not had:
                notes.setdefault(form.name, prerequisite_note(runner, line.pick))
    return list(notes.values())


def _lighter_set_notes(week: Week) -> list[Note]:
    """R46: the lifts that have a lighter set of their own, beside those that the warm-up has of a
    session's first.
    """
    forms: dict[str, None] = {}
    for session in week.sessions:
        for exercise in session.exercises[1:]:
            if needs_lighter_sets(exercise.kit, exercise.pattern, exercise.reps):
                forms[exercise.form] = None
    if not forms:
        return []
    facts: Facts = {"forms": list(forms)}
    return [Note(rule="R46", key=NoteKey.LIGHTER_SETS, scope=Scope.WEEK, facts=facts)]


def _third_day_notes(week: Week) -> list[Note]:
    """R59: the calf work that a sore tendon wants on a third day as well, but none that hurts."""
    notes = []
    left_out = left_out_forms(week.notes)
    for change in week.niggles:
        if change.name not in TENDON_REPS:
            continue
        calves = [
            exercise.form
            for session in week.sessions
            for exercise in session.exercises
            if exercise.pattern is Pattern.CALF
            and exercise.name in change.first
            and not (is_less_for_pain(exercise.adapted) or exercise.form in left_out)
        ]
        if calves:
            notes.append(third_day_note(change.name, calves[0]))
    return notes


def with_effort(plan: Plan) -> Plan:
    """The plan with the word on effort in its first week, whichever of a block that is: every plan
    that has something to do says it once (R28).
    """
    first, *others = plan.weeks
    told = any(note.key is NoteKey.EFFORT for note in first.notes)
    if told or not any(week.sessions for week in plan.weeks):
        return plan
    first = replace(first, notes=(effort_note(plan.athlete.every_kit), *first.notes))
    return replace(plan, weeks=(first, *others))


def with_kin(plan: Plan) -> Plan:
    """The plan, whose first week names what is in it and much like what its runner leaves out, such
    as jump squats without squats, and how to leave that out as well (R58).
    """
    without = plan.athlete.without
    kin: dict[str, str] = {}
    for week in plan.weeks:
        for session in week.sessions:
            for one in session.exercises:
                if any(one.id.endswith(f"-{left_out}") for left_out in without):
                    kin[one.id] = one.name
    if not kin:
        return plan
    facts: Facts = {"exercises": list(kin.values()), "without": ",".join([*without, *kin])}
    note = Note(rule="R58", key=NoteKey.KIN, scope=Scope.PLAN, facts=facts)
    first, *others = plan.weeks
    return replace(plan, weeks=(replace(first, notes=(note, *first.notes)), *others))


def said_once(block: Plan) -> Plan:
    """The block, whose weeks say in the first where it is so that they have less load than usual,
    for its running week is the same in the others; and so that no work for the legs is heavy, what
    a form asks for, and what would open something harder than has been the same for too long.
    """
    said: list[Note] = []
    still: list[object] = []
    weeks = []
    for week in block.weeks:
        untold = [note for note in week.notes if note not in said]
        said += [note for note in untold if note.key in _SAID_ONCE]
        notes = [_first_still(note, still) if note.rule == "R29" else note for note in untold]
        weeks.append(replace(week, notes=tuple([note for note in notes if note is not None])))
    return replace(block, weeks=tuple(weeks))


def _first_still(note: Note, told: list[object]) -> Note | None:
    """The note on what stays the same, of what is not `told` yet and is from here on; None where
    all of it is, or what it asks for.
    """
    breaches = [one for one in note.facts["breaches"] if one["where"] not in told]
    advice = note.facts["advice"]
    if not breaches or advice in told:
        return None
    told += [advice, *[one["where"] for one in breaches]]
    return replace(note, facts={**note.facts, "breaches": breaches})


def load_note(kit: Collection[Kit], *, taper: bool, deload: bool) -> Note:
    """How to add load, in the ways that an athlete with that kit has (R30); in a taper and in a
    deload, where nothing is new (R34, R35), to keep it as it is.
    """
    ways = [way for way, things in _WAYS.items() if not things.isdisjoint(kit)]
    key = NoteKey.ADD_LOAD
    if taper:
        key = NoteKey.KEEP_LOAD
    elif deload:
        key = NoteKey.KEEP_THIS_WEEK
    return Note(rule="R30", key=key, scope=Scope.PLAN, facts={"ways": [*ways, "form"]})


def effort_note(kit: Collection[Kit]) -> Note:
    """What the effort column means, and how to choose a first weight, for who has any (R28)."""
    facts = {"weights": not CAN_BE_CHOSEN.isdisjoint(kit)}
    return Note(rule="R28", key=NoteKey.EFFORT, scope=Scope.PLAN, facts=facts)


def ramp_note(weeks: int) -> Note:
    """That a block begins with so many easy weeks, 1 or 2 (R19)."""
    return Note(rule="R19", key=NoteKey.RAMP, scope=Scope.PLAN, facts={"ramp": weeks})


def no_heavy_legs_note(kit: Collection[Kit]) -> Note:
    """That a strength or power phase has no heavy leg work, and what would make it harder or heavy
    for an athlete with that kit (R27).
    """
    lacks = "backpack and weight"
    if heavy(kit):
        lacks = "nothing"
    elif Kit.BACKPACK in kit:
        lacks = "weight"
    return Note(rule="R27", key=NoteKey.NO_HEAVY_LEGS, scope=Scope.WEEK, facts={"lacks": lacks})


def prerequisite_note(athlete: Athlete, pick: Pick) -> Note:
    """What should be in place before the form, in the catalogue's words, and the one to do until
    then: the hardest below it that moves alike and that the athlete can do (R24, R25).
    """
    form, exercise = pick.form, pick.exercise
    below = takewhile(lambda one: one.name != form.name, exercise.ladder)
    instead: str | bool = False
    for one in below:
        if one.pattern is form.pattern and can_do_form(athlete, exercise, one):
            instead = one.name
    facts: Facts = {"form": form.name, "needs": small(form.prerequisite or ""), "instead": instead}
    return Note(rule="R25", key=NoteKey.PREREQUISITE, scope=Scope.WEEK, facts=facts)


def third_day_note(niggle: Niggle, form: str) -> Note:
    """That the tendon wants that form on a third day, too, where there are two sessions (R59)."""
    facts = {"niggle": niggle, "form": form}
    return Note(rule="R59", key=NoteKey.THIRD_DAY, scope=Scope.WEEK, facts=facts)


def much_running_note(runs: int) -> Note:
    """That so many hard runs a week are many (R17)."""
    return Note(rule="R17", key=NoteKey.MUCH_RUNNING, scope=Scope.WEEK, facts={"runs": runs})
