"""A whole block on a terminal: one row a week, with a bar of its sets, and the race at the end."""

from __future__ import annotations

from rich.bar import Bar
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from befit_cli import wording
from befit_cli.model import Note, Plan, Role, Week
from befit_cli.pen import Pen, grid, hanging, indented

_BAR_WIDTH = 10
_WITH_LIFTS = 90
_WITH_BAR = 48


def show(plan: Plan, console: Console) -> None:
    """Print the block's weeks as a table, as wide as the console allows, and what a week of it is called for in full."""
    pen = Pen.of(console)
    console.print(_header(pen, plan), width=pen.width)
    console.print()
    console.print(_table(pen, plan), width=pen.width)
    console.print()
    console.print(_end(pen, plan), width=pen.width)


def _header(pen: Pen, plan: Plan) -> RenderableType:
    weeks = plan.weeks
    facts = [f"From {wording.short_date(weeks[0].starts)} {weeks[0].starts.year}", wording.count(len(weeks), "week")]
    return Group(pen(wording.plan_title(plan), "bold"), pen.line(*facts, f"{sum(week.minutes for week in weeks) // 60} hours of strength"))


def _table(pen: Pen, plan: Plan) -> Table:
    table = grid(pen)
    table.add_column("Week", justify="right", no_wrap=True)
    table.add_column("Starts", no_wrap=True)
    table.add_column("Phase", no_wrap=True)
    table.add_column("Sessions", no_wrap=True)
    if pen.width >= _WITH_BAR:
        table.add_column("Sets", no_wrap=True)
    table.add_column("Min", justify="right", no_wrap=True)
    if pen.width >= _WITH_LIFTS:
        table.add_column("Main lifts", ratio=1)
    most = max(week.sets for week in plan.weeks)
    for week in plan.weeks:
        table.add_row(*_row(pen, week, most), style=_style(week))
    return table


def _row(pen: Pen, week: Week, most: int) -> list[RenderableType]:
    cells: list[RenderableType] = [
        pen(str(week.number)),
        pen(wording.short_date(week.starts)),
        pen(wording.phase_word(week)),
        pen(_sessions(week, with_load=pen.width >= _WITH_LIFTS)),
    ]
    if pen.width >= _WITH_BAR:
        cells.append(_bar(pen, week.sets, most))
    cells.append(pen(str(week.minutes)))
    if pen.width >= _WITH_LIFTS:
        cells.append(pen(_lifts(week)))
    return cells


def _style(week: Week) -> str:
    return "" if week.build else "dim"


def _sessions(week: Week, *, with_load: bool) -> str:
    days = [f"{session.day.title[:3]} {session.load}" if with_load else session.day.title[:3] for session in week.sessions]
    return ", ".join(days) or "none"


def _bar(pen: Pen, sets: int, most: int) -> RenderableType:
    """The number of sets and a bar of that share of the fullest week."""
    bar: RenderableType = Bar(size=most or 1, begin=0, end=sets, width=_BAR_WIDTH)
    if not pen.utf:
        bar = Text("#" * round(_BAR_WIDTH * sets / (most or 1)))
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(width=2, justify="right")
    row.add_column(width=_BAR_WIDTH)
    row.add_row(pen(str(sets)), bar)
    return row


def _lifts(week: Week) -> str:
    """The main lifts of the week, each once, with their dose."""
    main = (exercise for session in week.sessions for exercise in session.exercises if exercise.role in (Role.MAIN, Role.POWER))
    return ", ".join(dict.fromkeys(f"{exercise.form} {exercise.sets}×{exercise.reps or exercise.hold_s}" for exercise in main))


def _end(pen: Pen, plan: Plan) -> RenderableType:
    parts: list[RenderableType] = []
    if plan.athlete.race_date is not None:
        race = plan.athlete.race_date
        parts.append(pen(f"Race: {wording.RACES[plan.athlete.race]}, {wording.short_date(race)} {race.year}", "bold"))
    if notes := _notes(plan):
        parts += [pen("Notes", "bold"), indented(hanging([(pen(note.rule, "dim"), pen(note.text)) for note in notes]))]
    parts.append(pen("befit block --week 1, with the same options, opens a week.", "dim"))
    return Group(*parts)


def _notes(plan: Plan) -> list[Note]:
    """What concerns the block rather than one of its weeks: what every build week says, once."""
    build = [set(week.notes) for week in plan.weeks if week.build] or [set(week.notes) for week in plan.weeks]
    everywhere = set.intersection(*build)
    return [note for note in plan.weeks[0].notes if note in everywhere]
