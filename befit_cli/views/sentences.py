"""What a plan says in whole sentences, made from its keys and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.load import heavy_lift
from befit_cli.evidence.safety import NOT_ALL_TESTED, NOT_TESTED, SAFETY
from befit_cli.language import _, either, every, message, plural
from befit_cli.rules import RULE_BY_ID
from befit_cli.saved.phrases import (
    NIGGLES,
    NOTES,
    PROGRESS,
    WARM_UP,
    adapted_template,
    niggle_line,
    progress_name,
    reason_template,
    sentence,
)
from befit_cli.values import (
    OWN_WORDS,
    Day,
    Facts,
    Load,
    Note,
    NoteKey,
    Plan,
    Prescription,
    Reason,
    ReasonKey,
    Session,
    Week,
)
from befit_cli.views.prescription import short_name
from befit_cli.views.terms import joint, term
from befit_cli.views.words import day_of_year, short_date, weeks_in_words

if TYPE_CHECKING:
    from befit_cli.planning.reasons import Purpose


def why(session: Session) -> str:
    """Why the session stands on its day, as sentences."""
    return " ".join(map(_reason, session.reasons))


def why_then(session: Session) -> str:
    """The same without what `run_first` says."""
    others = [reason for reason in session.reasons if reason.key is not ReasonKey.RUN_FIRST]
    return " ".join(map(_reason, others))


def run_first(session: Session) -> str:
    """That the session waits for its day's run, and how long; empty where it does not."""
    firsts = [reason for reason in session.reasons if reason.key is ReasonKey.RUN_FIRST]
    return " ".join(map(_reason, firsts))


def warm_up_steps(session: Session) -> list[str]:
    """The parts of the session's warm-up."""
    return [_own_or(WARM_UP.get(step.key), step.facts) for step in session.warm_up.steps]


def progress(exercise: Prescription) -> str:
    """How the exercise goes on when it has become easy; empty where nothing says it."""
    following = exercise.next
    if following is None:
        return ""
    step = following.step
    if step is None:
        return following.text or ""
    name = progress_name(step, hold=bool(exercise.hold_s), kit=exercise.kit)
    # All facts that any of the sentences has a place for.
    facts = {"more": HOLD_STEP_S, "to": following.to, "form": following.form}
    return sentence(PROGRESS[name], facts)


def adapted(exercise: Prescription) -> str:
    """What the log changed about the exercise, and why; empty where nothing."""
    change = exercise.adapted
    if change is None:
        return ""
    return _own_or(adapted_template(change.key, change.facts), change.facts)


def note_text(note: Note) -> str:
    """What the note says."""
    facts = note.facts
    if OWN_WORDS in facts:
        return str(facts[OWN_WORDS])
    if note.key is NoteKey.UNMET:
        return _unmet(note)
    if note.key is NoteKey.LESS_LOAD:
        facts = _less_load(facts)
    elif note.key is NoteKey.OTHERWISE:
        facts = _otherwise(facts)
    elif note.key is NoteKey.NOTHING_LOGGED:
        since = date.fromisoformat(facts["since"])
        facts = {"since": short_date(since), "day": since + timedelta(days=1)}
    elif note.key is NoteKey.LEFT_OUT:
        # earlier plans offer it to all, and count no times
        facts = {"offers": True, "often": False, **facts}
    elif note.key is NoteKey.SORE:
        facts = {**facts, "exercises": [*map(joint, facts.get("joints", ())), *facts["exercises"]]}
    elif note.key is NoteKey.HEAVIER:
        facts = {"bigger": False, **facts}  # earlier plans do not say it
    elif note.key is NoteKey.PREREQUISITE:
        facts = {"instead": False, **facts}  # earlier plans do not say it
    elif note.key is NoteKey.COMES_BACK:
        facts = {**facts, "since": short_date(date.fromisoformat(facts["since"]))}
    elif note.key is NoteKey.GOES_ON:
        facts = _goes_on(facts)
    return sentence(NOTES[note.key], facts)


def niggle_lines(week: Week) -> list[str]:
    """What each niggle changes about the week, and when to plan without it.

    An exercise goes by its forms' names where those in the week are none of it by theirs, such as a
    toe raise for foot pulls.
    """
    forms: dict[str, list[str]] = {}
    for session in week.sessions:
        for exercise in session.exercises:
            form, *_more = short_name(exercise).split(",")
            forms.setdefault(exercise.name, []).append(form)
    lines = []
    for changes in week.niggles:
        first, changed = _as_shown(changes.first, forms), _as_shown(changes.changed, forms)
        lines.append(niggle_line(replace(changes, first=first, changed=changed)))
    return lines


def _as_shown(exercises: Iterable[str], forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The exercises of these names by the names of their `forms` in the week, each once, where none
    of those is the exercise's own.
    """
    shown: list[str] = []
    for name in exercises:
        names = forms.get(name, [name])
        shown += [name] if name in names else dict.fromkeys(names)
    return tuple(shown)


def safety_lines(*plans: Plan) -> list[str]:
    """The safety text of the plan, or of several together, the most urgent first."""
    tested = [_as_tested(plan) for plan in plans]
    lines = []
    for line in dict.fromkeys([line for plan in plans for line in plan.safety]):
        text = _(SAFETY[line.rule]) if line.rule else line.text or ""
        if line.rule == "R65" and not all(tested):
            text += _(NOT_ALL_TESTED) if any(tested) else _(NOT_TESTED)
        lines.append(text)
    return lines


def stop(plan: Plan) -> str:
    """The most urgent of the safety text in a line, where it stands in full elsewhere."""
    return " ".join(safety_lines(plan)[:3])


def purpose(purpose: Purpose) -> str:
    """Why an exercise is in the plan."""
    text = f"{every(map(term, purpose.meets))}. {purpose.why}"
    if purpose.first_line:
        niggles = every([_(NIGGLES[niggle]) for niggle in purpose.first_line])
        first = _("The first thing to try for a sore {niggles}.", niggles=niggles)
        text = f"{text} {first}"
    return text


def _as_tested(plan: Plan) -> bool:
    """Whether the plan has work of the kind that improved running economy: heavy, or jumps."""
    for week in plan.weeks:
        for session in week.sessions:
            for exercise in session.exercises:
                if heavy_lift(exercise.kit, exercise.pattern) or exercise.contacts:
                    return True
    return False


def _unmet(note: Note) -> str:
    """What an unmet rule means for the runner, what was found and what the rule asks."""
    breaches = []
    for breach in note.facts["breaches"]:
        # What concerns the whole week stands nowhere in particular.
        breaches.append(f"{breach['where']} {breach['found']}".strip())
    measured = ", ".join(breaches)
    advice = note.facts.get("advice", RULE_BY_ID[note.rule].advice)
    allowed = note.facts["allowed"]
    asks = _("({found}; the rule asks {allowed}.)", found=measured, allowed=allowed)
    return f"{advice} {asks}"


def _less_load(facts: Facts) -> Facts:
    """The places of the note of a week that cannot carry its load."""
    # Facts are as JSON has them, and a day is a word there.
    loads = [f"{Day(day).title} {term(Load(load))}" for day, load in facts["loads"]]
    held = [Day(day).title for day in facts["held"]]
    stopped = _("the free days are too close together")
    if held:
        stopped = _("{days} cannot carry more", days=every(held))
    room = []
    if "move" in facts:
        day, other = [Day(day).title for day in facts["move"]]
        room.append(_("move the hard run from {day} to {other}", day=day, other=other))
    if "free" in facts:
        room.append(_("free {day}", day=Day(facts["free"]).title))
    more_room = ""
    if room:
        more_room = _(" For more, {ways}.", ways=either(room))
    return {"loads": loads, "held": stopped, "more_room": more_room}


def _otherwise(facts: Facts) -> Facts:
    """The places of the note of a week that is otherwise than its stretch's others."""
    changes = []
    if asked := [_(_ASKED[name]) for name in facts["asked"]]:
        what = every(asked)
        changes.append(_("{what} for this week alone, so some exercises are others", what=what))
    for then, now in facts["moved"]:
        day, other = Day(then).title, Day(now).title
        changes.append(_("{day}'s session is on {other}", day=day, other=other))
    if lighter := facts["lighter"]:
        days = _days(lighter)
        changes.append(plural(len(lighter), "{days} is lighter", "{days} are lighter", days=days))
    if gone := facts["gone"]:
        days = _days(gone)
        changes.append(
            plural(len(gone), "{days} has no session", "{days} have no session", days=days)
        )
    if more := facts["more"]:
        changes.append(_("{days} has a session more", days=_days(more)))
    because = ""
    if facts["beside"]:
        because = f" {_(_BESIDE[facts['beside']])}"
    if ill := facts.get("ill"):
        days = _days(ill)
        changes.append(
            plural(
                len(ill),
                "{days} has no session because of the illness",
                "{days} have no session because of the illness",
                days=days,
            )
        )
        because += f" {_(_NOT_MADE_UP)}"
    return {"changes": ", ".join(changes), "because": because}


def _days(days: Iterable[str]) -> str:
    return every(Day(day).title for day in days)


def _goes_on(facts: Facts) -> Facts:
    """The places of the note of a week before which the block waited."""
    missed = facts["missed"]
    weeks = len(missed)
    return {
        "missed": weeks_in_words(missed),
        "that": _("it") if weeks == 1 else _("week {number}", number=missed[0]),
        "later": _("a week") if weeks == 1 else _("{number} weeks", number=weeks),
        "ends": day_of_year(date.fromisoformat(facts["ends"])),
    }


_NOT_MADE_UP = message("What you miss is not made up.")
_BESIDE = {
    "before": message("A run or a session of the week before it would be too near."),
    "after": message("A run or a session of the week after it would be too near."),
}
_ASKED = {
    "kit": message("other kit"),
    "kit_by_day": message("other kit on some days"),
    "minutes": message("other minutes"),
    "niggles": message("a sore spot"),
    "without": message("something left out"),
    "swap": message("an exchange"),
}
"""What a runner has otherwise, in words."""


def _reason(reason: Reason) -> str:
    return _own_or(reason_template(reason.key, reason.facts), reason.facts)


def _own_or(template: str | None, facts: Facts) -> str:
    """A person's own words among the facts, else befit's sentence."""
    if OWN_WORDS in facts:
        return str(facts[OWN_WORDS])
    assert template is not None, "what has no sentence of befit's has words of its own"
    return sentence(template, facts)
