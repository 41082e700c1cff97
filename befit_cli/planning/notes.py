"""What a week says beside its sessions: keys with numbers, each with the rule it comes from."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.block import LITTLE_TO_EXPECT, SAME_WEEKS_MAX
from befit_cli.evidence.coverage import LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.load import HEAVY, heavy, heavy_lift, needs_lighter_sets, with_weight
from befit_cli.evidence.niggles import TENDON_REPS
from befit_cli.evidence.progress import eased_by_log, is_less_for_pain, left_out_forms
from befit_cli.evidence.session import EXERCISES, MINUTES, MINUTES_USED, most_sets
from befit_cli.evidence.sets import HARD, counts, total_counts
from befit_cli.evidence.week import HARD_RUNS_MANY, SESSIONS, most_hard_sets
from befit_cli.planning.dosing import dose_at
from befit_cli.planning.draft import Draft, Drafts, Line, hard_sets, week_lines
from befit_cli.saved.phrases import MINUTES_MORE
from befit_cli.values import (
    Athlete,
    Day,
    Facts,
    Finding,
    Kit,
    Niggle,
    Note,
    NoteKey,
    Pattern,
    Phase,
    Plan,
    Scope,
    Season,
    SeasonWeek,
    Stretch,
    Value,
    Week,
    phrase,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from befit_cli.planning.placement import Layout

_WAYS = {
    "weight": HEAVY,
    "backpack": frozenset({Kit.BACKPACK}),
    "band": frozenset({Kit.BAND}),
}
"""The kit behind each way to add load (R30)."""
_OF_SETS = frozenset({"R04", "R23"})
"""The rules that say how many sets a week should have of what."""
_CAN_BE_CHOSEN = HEAVY | {Kit.BACKPACK}
"""Kit whose weight somebody has to choose at first (R28)."""


def stretch_notes(before: Drafts, now: Drafts, *, since: int) -> tuple[Note, ...]:
    """What the first week of a stretch says of its growth from the fullest week `before` of the
    last one, which the week of the number `since` had, to its own, `now`.
    """
    notes = []
    sets_before = hard_sets(before)
    sets_now = hard_sets(now)
    # Fitting keeps to R33, but for what coverage must have.
    if sets_now > most_hard_sets(sets_before):
        notes.append(_growth_note(sets_before, sets_now))
    forms = _kept_weights(before, now)
    if forms:
        facts: Facts = {"week": since, "forms": forms}
        notes.append(Note(rule="R30", key=NoteKey.HEAVIER, scope=Scope.WEEK, facts=facts))
    return tuple(notes)


def growth_notes(week: Drafts, stretch: Stretch, ramp: int) -> dict[int, Note]:
    """Under the steps of a stretch what R33 finds in their weeks, where the fullest is `week`:
    after the ramp a sore tendon's sets come at once, in every session.
    """
    # Without a ramp the sets of a stretch are the same in all its weeks.
    if not ramp:
        return {}
    notes = {}
    before: int | None = None
    hard = [line for line in week_lines(week) if HARD in dict(line.counts)]
    for step in range(stretch.build):
        work = [(line.counts, dose_at(line, step, ramp=ramp)[0]) for line in hard]
        now = int(total_counts(work).get(HARD, 0))
        after_ramp = step == ramp
        if before is not None and now > most_hard_sets(before, after_ramp=after_ramp):
            notes[step] = _growth_note(before, now, after_ramp=after_ramp)
        before = now
    return notes


def _growth_note(sets_before: int, sets_now: int, *, after_ramp: bool = False) -> Note:
    """In the words of the rule itself, which a week alone cannot be asked."""
    growth = phrase("{now} hard leg sets after {before}", now=sets_now, before=sets_before)
    allowed = phrase("at most {most}", most=most_hard_sets(sets_before, after_ramp=after_ramp))
    facts: Facts = {"breaches": [{"where": phrase(""), "found": growth}], "allowed": allowed}
    return Note(rule="R33", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)


def _kept_weights(before: Drafts, now: Drafts) -> list[str]:
    """The forms with weight that the last stretch had too: they go on from what they gained there
    (R30), unless a niggle is to be minded.
    """
    known = {line.pick.form.name for line in week_lines(before)}
    # As keys, for a form may stand on two days and is told once, in the order of the week.
    forms: dict[str, None] = {}
    for draft in now:
        for line in draft.in_order():
            name = line.pick.form.name
            if name in known and line.pick.heavy and not line.pick.niggle_note:
                forms[name] = None
    return list(forms)


def back_note(days: int) -> Note:
    """That the first sessions after so many days without are light."""
    return Note(rule="R19", key=NoteKey.BACK, scope=Scope.WEEK, facts={"days": days})


def otherwise_notes(
    athlete: Athlete, usual: Layout, laid: Layout, real: Layout, when: SeasonWeek
) -> tuple[Note, ...]:
    """What is otherwise about a week than usual: what its runner has otherwise, and what became of
    its sessions for that, for its own runs, for the weeks beside it, or for days off before it.
    `laid` is how the runs and the weeks beside it have them.
    """
    now = {slot.number: slot for slot in real}
    moved, lighter = _given_way(usual, real)
    gone = [slot.day for slot in usual if slot.number not in now]
    then = {slot.number for slot in usual}
    more = [slot.day for slot in real if slot.number not in then]
    asked = [
        name
        for name in _ASKED
        if when.runner is not None and getattr(when.runner, name) != getattr(athlete, name)
    ]
    if not (moved or lighter or gone or more or asked):
        return ()
    facts: Facts = {"moved": moved, "lighter": lighter, "gone": gone, "more": more, "asked": asked}
    facts["beside"] = _beside(when, *_given_way(usual, laid))
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


class Standing(Value, frozen=True):
    """How an exercise is done, and for how many build weeks it has been the same."""

    form: str
    dose: tuple[int, int]
    """Its sets, and its repetitions or seconds."""
    weeks: int


Stands = dict[tuple[int, str], Standing]
"""Under a session's slot and an exercise's id."""


def standing_still(
    week: Drafts, stretch: Stretch, ramp: int, before: Stands
) -> tuple[Stands, dict[int, Note]]:
    """What stands still by the end of a stretch whose fullest week that is, and under its steps
    what R29 finds in their weeks: what has been the same for too long.
    """
    stands: Stands = {}
    breaches: dict[int, list[Facts]] = {}
    for draft in week:
        for line in draft.lines:
            # A plan does not say how much weight is lifted, nor how strong a band is.
            if with_weight(line.pick.kit):
                continue
            key = (draft.slot.number, line.pick.exercise.id)
            form = line.pick.form.name
            then = before.get(key)
            dose, weeks = (then.dose, then.weeks) if then and then.form == form else (None, 0)
            for step in range(stretch.build):
                now = dose_at(line, step, ramp=ramp)
                weeks = weeks + 1 if now == dose else 1
                dose = now
                if weeks == SAME_WEEKS_MAX + 1:
                    breaches.setdefault(step, []).append(_stands_still(draft, line))
            if dose is not None:
                stands[key] = Standing(form, dose, weeks)
    allowed = phrase("at most {most}", most=SAME_WEEKS_MAX)
    notes = {}
    for step, found in breaches.items():
        facts: Facts = {"breaches": found, "allowed": allowed}
        notes[step] = Note(rule="R29", key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)
    return stands, notes


def _stands_still(draft: Draft, line: Line) -> Facts:
    where = phrase("{day}, {exercise}", day=draft.slot.day, exercise=line.pick.exercise.name)
    found = phrase("the same in {weeks} build weeks", weeks=SAME_WEEKS_MAX + 1)
    return {"where": where, "found": found}


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
    if week.build and when.runner is None and _has_no_heavy_legs(week):
        notes.append(no_heavy_legs_note(athlete.every_kit))
    if when.number <= when.stretch.opens:
        notes += _prerequisite_notes(week)
    notes += _lighter_set_notes(week)
    if week.build and athlete.sessions == SESSIONS.low:
        notes += _third_day_notes(week)
    # What a runner has less by their log is not all that a week should have.
    full = when.runner is None and not eased_by_log(week)
    if week.build and not when.ramp and full:
        notes += enough_minutes_notes(athlete, week)
    return tuple(notes)


def enough_minutes_notes(athlete: Athlete, week: Week) -> list[Note]:
    """R45b: that fewer minutes are enough, where all sessions of a week are shorter than was asked
    and it is full.
    """
    longest = max([session.minutes for session in week.sessions], default=0)
    if longest >= MINUTES_USED * athlete.minutes or not _is_full(athlete, week):
        return []
    # As people ask for minutes.
    return [enough_minutes_note(ceil(longest / MINUTES_MORE) * MINUTES_MORE)]


def _is_full(athlete: Athlete, week: Week) -> bool:
    """Whether a leg muscle of the week (R04), or each of its sessions (R05), has no room for a set
    more.
    """
    work = []
    for session in week.sessions:
        work += [(counts(exercise), exercise.sets) for exercise in session.exercises]
    total = total_counts(work)
    if any(total.get(muscle, 0) + 1 > MUSCLE_SETS_MAX[athlete.level] for muscle in LEG_MUSCLES):
        return True
    most = most_sets(athlete.minutes)
    for session in week.sessions:
        if session.sets < most and len(session.exercises) < EXERCISES.high:
            return False
    return bool(week.sessions)


def _has_no_heavy_legs(week: Week) -> bool:
    """R27: whether a strength or power week has no heavy work for the legs."""
    if week.phase is Phase.GENERAL or not week.sessions:
        return False
    for session in week.sessions:
        if any(heavy_lift(exercise.kit, exercise.pattern) for exercise in session.exercises):
            return False
    return True


def _prerequisite_notes(week: Week) -> list[Note]:
    """R25: what should be in place before a form, each once."""
    needs = {}
    for session in week.sessions:
        for exercise in session.exercises:
            if exercise.prerequisite is not None:
                needs[exercise.form] = exercise.prerequisite
    return [prerequisite_note(form, text) for form, text in needs.items()]


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


def load_note(kit: Collection[Kit], *, taper: bool) -> Note:
    """How to add load, in the ways that an athlete with that kit has (R30); in a taper, where
    nothing is new (R35), to keep it as it is.
    """
    ways = [way for way, things in _WAYS.items() if not things.isdisjoint(kit)]
    key = NoteKey.KEEP_LOAD if taper else NoteKey.ADD_LOAD
    return Note(rule="R30", key=key, scope=Scope.PLAN, facts={"ways": [*ways, "form"]})


def effort_note(kit: Collection[Kit]) -> Note:
    """What the effort column means, and how to choose a first weight, for who has any (R28)."""
    facts = {"weights": not _CAN_BE_CHOSEN.isdisjoint(kit)}
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


def prerequisite_note(form: str, needs: str) -> Note:
    """What should be in place before the form of that name, in the catalogue's words, and what to
    do until then (R24, R25).
    """
    facts = {"form": form, "needs": needs, "instead": True}
    return Note(rule="R25", key=NoteKey.PREREQUISITE, scope=Scope.WEEK, facts=facts)


def third_day_note(niggle: Niggle, form: str) -> Note:
    """That the tendon wants that form on a third day, too, where there are two sessions (R59)."""
    facts = {"niggle": niggle, "form": form}
    return Note(rule="R59", key=NoteKey.THIRD_DAY, scope=Scope.WEEK, facts=facts)


def much_running_note(runs: int) -> Note:
    """That so many hard runs a week are many (R17)."""
    return Note(rule="R17", key=NoteKey.MUCH_RUNNING, scope=Scope.WEEK, facts={"runs": runs})


def enough_minutes_note(minutes: int) -> Note:
    """That the week is full with sessions of so many minutes (R45b)."""
    facts = {"minutes": minutes}
    return Note(rule="R45b", key=NoteKey.ENOUGH_MINUTES, scope=Scope.WEEK, facts=facts)


def few_sets_note(athlete: Athlete, few: Iterable[str], *, minutes_left: bool = False) -> Note:
    """Which muscles have fewer sets than a week should have, each with its number, and what the
    athlete could ask for to change that (R04): no more minutes where some are left.
    """
    more_minutes = not minutes_left and athlete.minutes + MINUTES_MORE <= MINUTES.high
    third_session = athlete.sessions < SESSIONS.high
    room = "none"
    if more_minutes and third_session:
        room = "minutes or session"
    elif more_minutes:
        room = "minutes"
    elif third_session:
        room = "session"
    facts = {"few": list(few), "room": room}
    return Note(rule="R04", key=NoteKey.FEW_SETS, scope=Scope.WEEK, facts=facts)


def with_unmet(findings: Sequence[Finding], athlete: Athlete, said: Sequence[Note]) -> list[Note]:
    """What the week says, and one note more for everything found of one rule. A week that lacks
    sets does not say that it has all that it should.
    """
    rules = {finding.rule for finding in findings}
    enough = any(note.key is NoteKey.ENOUGH_MINUTES for note in said)
    minutes_left = enough or "R45b" in rules
    lacks_sets = not rules.isdisjoint(_OF_SETS)
    notes = [note for note in said if not (lacks_sets and note.key is NoteKey.ENOUGH_MINUTES)]
    # Check goes rule by rule, so the findings of one stand together.
    for rule, group in groupby(findings, key=lambda finding: finding.rule):
        of_rule = list(group)
        few = [f"{found.where} {found.found}" for found in of_rule if found.too_few]
        if few:
            notes.append(few_sets_note(athlete, few, minutes_left=minutes_left))
        others = [found for found in of_rule if not found.too_few]
        if others:
            notes.append(_unmet_note(rule, others))
    return notes


def _unmet_note(rule: str, findings: list[Finding]) -> Note:
    breaches = [{"where": finding.where, "found": finding.found} for finding in findings]
    facts: Facts = {"breaches": breaches, "allowed": findings[0].allowed}
    return Note(rule=rule, key=NoteKey.UNMET, scope=Scope.WEEK, facts=facts)
