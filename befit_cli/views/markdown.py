"""A plan as Markdown: it reads well on GitHub and in Obsidian, and holds enough to be read back.

The front matter says who the plan is for and which weeks it has, the headings and tables say the
rest. Text from the plan always goes through `escape`, so whatever Markdown there is comes from
befit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec
import yaml

from befit_cli.saved.entries import SCHEMA
from befit_cli.values import Note, Plan, Prescription, Session, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording

# Obsidian marks with == and comments with %%; alone both are plain characters.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#$^]|=(?==)|%(?=%)")
_BLOCK_START = re.compile(r"^(?=[-+])|^(\d+)(?=[.)])")
_WEEK_KEYS = ("number", "of", "starts", "phase", "deload", "taper")


def render(plan: Plan) -> str:
    """The whole plan: front matter, every week, notes and the safety text in full."""
    parts = [f"---\n{_front_matter(plan)}---", f"# {wording.plan_title(plan)}"]
    for week in plan.weeks:
        parts += _week(plan, week)
    parts += ["## Safety", _list(escape(line) for line in sentences.safety_lines(plan))]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line, in a paragraph as in a table's
    cell.
    """
    return _BLOCK_START.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", wording.plain(text)))


def _front_matter(plan: Plan) -> str:
    whole = msgspec.to_builtins(plan, builtin_types=(date,))
    head = {"befit": plan.befit, "schema": SCHEMA, "athlete": whole["athlete"]}
    head["weeks"] = [{key: week[key] for key in _WEEK_KEYS} for week in whole["weeks"]]
    return yaml.safe_dump(
        head, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120
    )


def _week(plan: Plan, week: Week) -> Iterator[str]:
    yield f"## {wording.week_title(week)}"
    yield wording.week_facts(week)
    yield _strip(plan, week)
    if not week.sessions:
        yield wording.no_sessions(plan, week)
    for session in week.sessions:
        yield from _session(session)
    if week.notes:
        yield "### Notes"
        yield _list(_note(note) for note in week.notes)


def _note(note: Note) -> str:
    return f"**{escape(note.rule)}** {escape(sentences.note_text(note))}"


def _strip(plan: Plan, week: Week) -> str:
    days = wording.week_days(plan, week)
    runs = ["Run", *(day.run or "" for day in days)]
    strength = ["Strength", *(", ".join(day.loads) for day in days)]
    return _table(["", *(day.name for day in days)], [runs, strength])


def _session(session: Session) -> Iterator[str]:
    run = [f"{wording.RUNS[session.with_run]} too"] if session.with_run else []
    yield "### " + " · ".join(
        [
            wording.session_title(session),
            wording.LOADS[session.load],
            f"{session.minutes} min",
            *run,
        ]
    )
    yield "- [ ] Done"
    yield escape(sentences.why(session))
    yield f"**Warm-up, {session.warm_up.minutes} min**"
    steps = sentences.warm_up_steps(session)
    yield "\n".join(f"{number}. {escape(step)}" for number, step in enumerate(steps, 1))
    yield _exercises(session.exercises)


def _exercises(exercises: tuple[Prescription, ...]) -> str:
    """One row per exercise; a column that has nothing to say in this session is left out."""
    columns = {
        title: [cell(exercise) for exercise in exercises] for title, cell in _COLUMNS.items()
    }
    told = {title: cells for title, cells in columns.items() if any(cells)}
    return _table(list(told), zip(*told.values(), strict=True))


def _names(exercise: Prescription) -> str:
    form, name = map(escape, wording.names(exercise))
    return f"{form} *{name}*" if name else form


_COLUMNS: dict[str, Callable[[Prescription], str]] = {
    "Exercise": _names,
    "Dose": wording.dose,
    "Effort": wording.effort,
    "Rest": wording.rest,
    "Cue": lambda exercise: escape(exercise.cue),
    "Mind": lambda exercise: escape(exercise.niggle_note or ""),
    "Next": lambda exercise: escape(sentences.progress(exercise)),
    "Id": lambda exercise: escape(exercise.id),
}


def _table(titles: list[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
