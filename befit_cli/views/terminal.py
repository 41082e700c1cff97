"""A plan on a terminal of any width, light or dark, with or without colour and Unicode.

Every word goes through `_Pen`: nothing from a plan is ever read as markup or sent as an escape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from befit_cli import wording
from befit_cli.model import Load, Note, Plan, Prescription, Session, Week

_ASCII = str.maketrans({"×": "x", "·": "-", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})
_BOXES = {True: box.SIMPLE_HEAD, False: box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True)}
_LOAD_STYLES = {Load.LOW: "green", Load.MEDIUM: "cyan", Load.HIGH: "magenta"}
_SAFETY_LINES = 3
_STRIP_WIDTH = 66  # seven days side by side
_WIDEST = 110  # lines longer than this are hard to read


class _Pen(NamedTuple):
    """Turns words into what the console can show."""

    width: int
    utf: bool

    def __call__(self, words: str, style: str = "") -> Text:
        words = wording.plain(words)
        return Text(words if self.utf else _ascii(words), style)

    def line(self, *parts: Text | str) -> Text:
        """The parts with a dot between them."""
        return Text(" · " if self.utf else " - ").join(part if isinstance(part, Text) else self(part) for part in parts)


def show(plan: Plan, console: Console) -> None:
    """Print the weeks one after the other, then the safety lines."""
    pen = _Pen(min(console.width, _WIDEST), console.encoding.startswith("utf"))
    for week in plan.weeks:
        for paragraph in _week(pen, plan, week):
            console.print(paragraph, width=pen.width)
            console.print()
    console.print(_safety(pen, plan.safety), width=pen.width)


def _week(pen: _Pen, plan: Plan, week: Week) -> Iterator[RenderableType]:
    yield _header(pen, plan, week)
    yield _strip(pen, wording.week_days(plan, week))
    if not week.sessions:
        yield pen(wording.no_sessions(plan, week))
    for session in week.sessions:
        yield _session(pen, session)
    if week.notes:
        yield _notes(pen, week.notes)


def _header(pen: _Pen, plan: Plan, week: Week) -> RenderableType:
    return Group(
        pen(wording.plan_title(plan), "bold"),
        pen(wording.week_title(week)),
        pen(wording.week_facts(week)),
    )


def _strip(pen: _Pen, days: list[wording.DayWords]) -> RenderableType:
    return _indented(_strip_across(pen, days) if pen.width >= _STRIP_WIDTH else _strip_down(pen, days))


def _strip_across(pen: _Pen, days: list[wording.DayWords]) -> Table:
    table = _grid(pen)
    table.add_column("", no_wrap=True)
    for day in days:
        table.add_column(pen(day.name), no_wrap=True)
    table.add_row(pen("Run"), *(pen(day.run) for day in days))
    table.add_row(pen("Strength"), *(_loads(pen, day) for day in days))
    return table


def _strip_down(pen: _Pen, days: list[wording.DayWords]) -> Table:
    rows = []
    for day in days:
        run = [pen(wording.RUNS[day.run])] if day.run else []
        strength = [_loads(pen, day).append(" strength")] if day.loads else []
        rows.append((pen(day.name), Text(", ").join(strength + run)))
    return _hanging(rows)


def _loads(pen: _Pen, day: wording.DayWords) -> Text:
    return Text(", ").join(pen(load, _LOAD_STYLES[load]) for load in day.loads)


def _session(pen: _Pen, session: Session) -> RenderableType:
    load = pen(wording.LOADS[session.load], f"bold {_LOAD_STYLES[session.load]}")
    warm_up = f"Warm-up, {session.warm_up.minutes} min: {'; '.join(session.warm_up.steps)}"
    layout = next(layout for least, layout in _LAYOUTS if pen.width >= least)
    return Group(
        pen.line(pen(f"{session.day.title} {wording.short_date(session.date)}", "bold"), load, f"{session.minutes} min"),
        _indented(pen(session.why), pen(warm_up), "", layout(pen, session.exercises)),
    )


def _columns(pen: _Pen, exercises: tuple[Prescription, ...]) -> RenderableType:
    """Everything side by side."""
    table = _grid(pen)
    table.add_column("Exercise", ratio=1)
    table.add_column("Dose", max_width=16)  # a hold's "each side" goes below it
    table.add_column("Effort", no_wrap=True)
    table.add_column("Rest", no_wrap=True)
    table.add_column("Cue", ratio=1)
    for exercise in exercises:
        name = Group(_name(pen, exercise), _indented(*_niggle(pen, exercise)))
        table.add_row(name, pen(wording.dose(exercise)), pen(wording.effort(exercise)), pen(wording.rest(exercise)), pen(exercise.cue))
    return table


def _pairs(pen: _Pen, exercises: tuple[Prescription, ...]) -> RenderableType:
    """The cue under the name, the effort under the dose."""
    table = _grid(pen)
    table.add_column("Exercise", ratio=1)
    table.add_column("Dose and effort")
    table.add_column("Rest", no_wrap=True)
    for exercise in exercises:
        name = Group(_name(pen, exercise), _indented(pen(exercise.cue), *_niggle(pen, exercise)))
        table.add_row(name, Group(pen(wording.dose(exercise)), pen(wording.effort(exercise))), pen(wording.rest(exercise)))
    return table


def _list(pen: _Pen, exercises: tuple[Prescription, ...]) -> RenderableType:
    """One under the other, with a hanging indent."""
    return Group(*(part for exercise in exercises for part in _item(pen, exercise)))


def _item(pen: _Pen, exercise: Prescription) -> Iterator[RenderableType]:
    doing = pen(", ".join([wording.dose(exercise), wording.effort(exercise), wording.pause(exercise)]))
    yield _name(pen, exercise)
    yield _indented(doing, pen(exercise.cue), *_niggle(pen, exercise))


_LAYOUTS = ((90, _columns), (60, _pairs), (0, _list))


def _name(pen: _Pen, exercise: Prescription) -> Text:
    form, name = wording.names(exercise)
    return Text(" ").join(part for part in (pen(form, "bold"), pen(f"({name})" if name else "", "dim")) if part)


def _niggle(pen: _Pen, exercise: Prescription) -> list[Text]:
    return [pen(f"Mind: {exercise.niggle_note}", "italic")] if exercise.niggle_note else []


def _notes(pen: _Pen, notes: tuple[Note, ...]) -> RenderableType:
    return Group(pen("Notes", "bold"), _indented(_hanging([(pen(note.rule, "dim"), pen(note.text)) for note in notes])))


def _safety(pen: _Pen, safety: tuple[str, ...]) -> RenderableType:
    lines = [(pen("-"), pen(line)) for line in safety[:_SAFETY_LINES]]
    return Group(pen("Safety", "bold"), _indented(_hanging(lines), pen("befit rules safety has the rest.", "dim")))


def _indented(*parts: RenderableType) -> RenderableType:
    return Padding(Group(*parts), (0, 0, 0, 2))


def _hanging(rows: list[tuple[Text, Text]]) -> Table:
    """Each row a short word and its text, which wraps beside it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _grid(pen: _Pen) -> Table:
    """A table with a line under its header and nothing else."""
    return Table(box=_BOXES[pen.utf], show_edge=False, pad_edge=False, header_style="", padding=(0, 1, 0, 0))


def _ascii(text: str) -> str:
    """The nearest ASCII: letters lose their accents, what has no likeness becomes a question mark."""
    letters = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(char for char in letters if not unicodedata.combining(char)).encode("ascii", "replace").decode()
