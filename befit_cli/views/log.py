"""The log on a terminal: each week against its plan, and one exercise over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType

from befit_cli.log.weeks import LoggedWeek
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, indented, layout_for

_TABLE_FROM = 60


def show_weeks(weeks: Sequence[LoggedWeek], console: Console) -> None:
    """Print a row for each week."""
    pen = Pen.of(console)
    done = sum(week.done for week in weeks)
    minutes = sum(week.minutes for week in weeks)
    facts = (wording.count(done, "session"), f"{minutes} min")
    console.print(pen.line(pen("Your log", "bold"), wording.count(len(weeks), "week"), *facts))
    console.print()
    console.print(layout_for(pen.width, _LAYOUTS)(pen, weeks), width=pen.width)
    console.print()
    footer = "befit log squat shows one exercise over time."
    console.print(pen(footer, "dim"), width=pen.width)


def _table(pen: Pen, weeks: Sequence[LoggedWeek]) -> RenderableType:
    table = grid(pen)
    table.add_column("Week", justify="right", no_wrap=True)
    table.add_column("Starts", no_wrap=True)
    table.add_column("Sessions", no_wrap=True)
    table.add_column("Sets", no_wrap=True)
    table.add_column("Minutes", no_wrap=True)
    table.add_column("Noted", ratio=1, overflow="fold")
    for week in weeks:
        table.add_row(
            pen("" if week.number is None else str(week.number)),
            pen(wording.short_date(week.starts)),
            pen(_of(week.done, len(week.planned))),
            pen(_of(week.sets, sum(session.sets for session in week.planned))),
            pen(_of(week.minutes, sum(session.minutes for session in week.planned))),
            pen(_noted(week)),
        )
    return table


def _list(pen: Pen, weeks: Sequence[LoggedWeek]) -> RenderableType:
    return Group(*[part for week in weeks for part in _lines(pen, week)])


def _lines(pen: Pen, week: LoggedWeek) -> Iterator[RenderableType]:
    number = () if week.number is None else (f"Week {week.number}",)
    yield pen.line(*number, wording.short_date(week.starts))
    minutes = _of(week.minutes, sum(session.minutes for session in week.planned))
    done = f"{_of(week.done, len(week.planned))} sessions, {minutes} min"
    noted = _noted(week)
    yield indented(pen(done), *([pen(noted)] if noted else []))


# The widths from which on each breaks few words.
_LAYOUTS = ((_TABLE_FROM, _table), (0, _list))


def _of(done: int, planned: int) -> str:
    """`2 of 3`, or `2` where nothing was planned."""
    return f"{done} of {planned}" if planned else str(done)


def _noted(week: LoggedWeek) -> str:
    """`away, calf pain 4, worse the next morning`"""
    parts = [why.value for why in week.away]
    parts += [f"{joint} pain {pain}" for joint, pain in week.pains.items()]
    if any(logged.worse_next_morning for logged in week.logged):
        parts.append("worse the next morning")
    return ", ".join(parts)
