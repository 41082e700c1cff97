"""What a plan says or leaves out as a whole, be it of one week or of many."""

from __future__ import annotations

from befit_cli.evidence.block import TOO_LATE_DAYS, too_late
from befit_cli.evidence.load import HEAVY_PHASES, has_heavy_legs
from befit_cli.evidence.week import HARD_RUNS_MANY
from befit_cli.rules.case import WHOLE, in_ramp, in_week, on, race_on, said
from befit_cli.rules.ramp import R19
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Catalogue, NoteKey, Plan, Race, Week, phrase


@Rule(
    "R17",
    Kind.NOTE,
    text=phrase(
        "more than {many} hard runs a week: the plan says that this is much, and that strength "
        "gives way",
        many=HARD_RUNS_MANY,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "So many hard runs leave little room to recover: strength gives way, and so may a run."
    ),
    new=True,
).of_plan
def much_running(plan: Plan, _: Catalogue) -> Breaches:
    # Without a session there is nothing that could give way.
    most = max([len(week.runs.hard) for week in plan.weeks if week.sessions], default=0)
    if most > HARD_RUNS_MANY and NoteKey.MUCH_RUNNING not in said(plan.weeks):
        yield Breach(
            WHOLE,
            phrase("{runs} hard runs a week and no note", runs=most),
            phrase("a note over {many} of them", many=HARD_RUNS_MANY),
        )


@R19.of_plan
def says_ramp(plan: Plan, _: Catalogue) -> Breaches:
    # A week without a session has nothing that could be light.
    ramp = [week for week in plan.weeks if week.sessions and in_ramp(plan.athlete, week)]
    if ramp and NoteKey.RAMP not in said(ramp):
        yield Breach(
            WHOLE,
            phrase("does not say that it begins lightly"),
            phrase("that the first weeks are the ramp"),
        )


@Rule(
    "R27",
    Kind.NOTE,
    text=phrase(
        "a strength or power phase without heavy work for the legs says so: it adds repetitions "
        "and harder forms; a backpack makes it harder, a dumbbell heavy"
    ),
    basis=phrase(
        "Blagrove 2018 (Sports Med 48:1117) looked at heavy, explosive and plyometric work"
    ),
    advice=phrase(
        "Without heavy weight this phase adds repetitions and harder forms: say so, so that nobody "
        "expects more."
    ),
    new=True,
).of_plan
def without_heavy_legs(plan: Plan, _: Catalogue) -> Breaches:
    for phase in HEAVY_PHASES:
        weeks = [week for week in plan.weeks if week.phase is phase and _trains(week)]
        # An easier week alone, of a block that is elsewhere, has nothing to expect of it; nor has a
        # phase all of whose weeks the runner has otherwise.
        builds = any(week.build and week.runner is None for week in weeks)
        if not builds or any(map(has_heavy_legs, weeks)):
            continue
        if NoteKey.NO_HEAVY_LEGS not in said(plan.weeks):
            yield Breach(
                phrase("{phase} phase", phase=phase),
                phrase("no heavy work for the legs and no note"),
                phrase("a note"),
            )


def _trains(week: Week) -> bool:
    return bool(week.sessions)


@Rule(
    "R28",
    Kind.MUST,
    text=phrase(
        "the plan says, once, what the effort column means, how to choose a first weight, and that "
        "one or two stiff days after something new are normal and pain is not"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Nobody is born knowing what 3 left means: put the note on effort back into the first week."
    ),
    new=True,
).of_plan
def says_effort(plan: Plan, _: Catalogue) -> Breaches:
    first = plan.weeks[:1]
    if any(map(_trains, plan.weeks)) and NoteKey.EFFORT not in said(first):
        yield Breach(
            WHOLE,
            phrase("does not say what the effort column means"),
            phrase("a note in the first week"),
        )


@Rule(
    "R39",
    Kind.MUST,
    text=phrase(
        "a block that would begin {days} days or fewer before its race has no session, and says so",
        days=TOO_LATE_DAYS,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Strength so near to the race only tires: rest, run easily, and begin after the race."
    ),
    new=True,
).of_plan
def begins_too_late(plan: Plan, _: Catalogue) -> Breaches:
    # A file may hold no week at all, or only later ones.
    if plan.athlete.race is Race.NONE or not plan.weeks or plan.weeks[0].number > 1:
        return
    first = plan.weeks[0]
    race_day = race_on(plan.athlete, first)
    # A plan does not say on which day of its first week it was made.
    if too_late(first.starts, race_day):
        for session in first.sessions:
            yield Breach(
                in_week(first.number, on(session.day)),
                phrase("a session in a block that begins in the week of the race"),
                phrase("none"),
            )
    # Musts have no notes of their own but this one; days off have theirs.
    notes = [note for week in plan.weeks for note in week.notes]
    told = any(note.rule == "R39" or note.key is NoteKey.OTHERWISE for note in notes)
    if not (told or any(map(_trains, plan.weeks))):
        yield Breach(WHOLE, phrase("no session and no word of it"), phrase("a note"))
