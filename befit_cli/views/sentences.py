"""What a plan says in whole sentences, made from its keys and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.evidence.dose import HOLD_STEP_S
from befit_cli.evidence.safety import SAFETY
from befit_cli.rules import RULE_BY_ID
from befit_cli.saved.phrases import NOTES, PROGRESS, REASONS, WARM_UP, build_weeks, said
from befit_cli.values import (
    OWN_WORDS,
    Day,
    Facts,
    Kit,
    Note,
    NoteKey,
    Plan,
    Prescription,
    Session,
    Step,
)

if TYPE_CHECKING:
    from befit_cli.planning.reasons import Purpose


def why(session: Session) -> str:
    """Why the session stands on its day, as sentences."""
    return " ".join(_own_or(reason.facts, REASONS.get(reason.key)) for reason in session.reasons)


def warm_up_steps(session: Session) -> list[str]:
    """The parts of the session's warm-up."""
    return [_own_or(step.facts, WARM_UP.get(step.key)) for step in session.warm_up.steps]


def progress(exercise: Prescription) -> str:
    """How the exercise goes on when it has become easy; empty where nothing says it."""
    step = exercise.next
    if step is None:
        return ""
    if step.step is None:
        return step.text or ""
    if step.step is Step.HOLD:
        return said(PROGRESS["hold"], {"more": HOLD_STEP_S})
    facts = {"to": step.to, "form": step.form}
    if step.step is Step.FORM:
        return said(PROGRESS["form after a hold" if exercise.hold_s else "form"], facts)
    if step.step is Step.WEIGHT and Kit.BAND in exercise.kit:
        return said(PROGRESS["band"], facts)
    return said(PROGRESS[step.step], facts)


def note_text(note: Note) -> str:
    """What the note says."""
    facts = note.facts
    if OWN_WORDS in facts:
        return str(facts[OWN_WORDS])
    if note.key is NoteKey.UNMET:
        return _unmet(note)
    if note.key is NoteKey.LESS_LOAD:
        facts = _less_load(facts)
    elif note.key is NoteKey.FEW_WEEKS:
        facts = {"build_weeks": build_weeks(facts["weeks"])}
    return said(NOTES[note.key], facts)


def _unmet(note: Note) -> str:
    """What an unmet rule means for the runner, what was found and what the rule asks."""
    breaches = []
    for breach in note.facts["breaches"]:
        breaches.append(f"{breach['where']} {breach['found']}".strip())
    advice, allowed = RULE_BY_ID[note.rule].advice, note.facts["allowed"]
    return f"{advice} ({', '.join(breaches)}; the rule asks {allowed}.)"


def _less_load(facts: Facts) -> Facts:
    """The places of the note of a week that cannot carry its load."""
    loads = [f"{Day(day).title} {load}" for day, load in facts["loads"]]
    held = [Day(day).title for day in facts["held"]]
    room = []
    if "move" in facts:
        run, day = facts["move"]
        room.append(f"move the hard run from {Day(run).title} to {Day(day).title}")
    if "free" in facts:
        room.append(f"free {Day(facts['free']).title}")
    stopped = f"{', '.join(held)} cannot carry more"
    return {
        "loads": loads,
        "held": stopped if held else "the free days are too close together",
        "more_room": f" For more, {' or '.join(room)}." if room else "",
    }


def safety_lines(plan: Plan) -> list[str]:
    """The plan's safety text, the most urgent first."""
    lines = []
    for line in plan.safety:
        lines.append(SAFETY[line.rule] if line.rule else line.text or "")
    return lines


def purpose(purpose: Purpose) -> str:
    """Why an exercise is in the plan."""
    text = f"{' and '.join(purpose.meets)}. {purpose.why}"
    if purpose.first_line:
        text += f" First-line work for {' and '.join(purpose.first_line)}."
    return text


def _own_or(facts: Facts, sentence: str | None) -> str:
    """A person's own words among the facts, else befit's sentence."""
    if OWN_WORDS in facts:
        return str(facts[OWN_WORDS])
    assert sentence is not None, "what has no sentence of befit's has words of its own"
    return said(sentence, facts)
