"""A running plan on a terminal: what befit understands of each week, what it is not sure of, and
what it left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from shlex import quote
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.language import _, message, plural
from befit_cli.values import Day
from befit_cli.values.running_plan import PlannedRun, RunKind, RunningPlan, RunningWeek
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

_KINDS = {
    RunKind.OTHER: message("no run", sense="day"),
    RunKind.REST: message("rest", sense="day"),
    RunKind.EASY: message("easy", sense="day"),
    RunKind.HARD: message("hard", sense="day"),
    RunKind.LONG: message("long", sense="day"),
    RunKind.LONG_AND_HARD: message("long, hard", sense="day"),
    RunKind.RACE: message("race", sense="day"),
}
_STYLES = {
    RunKind.OTHER: "dim",
    RunKind.HARD: "bold",
    RunKind.LONG: "bold",
    RunKind.LONG_AND_HARD: "bold",
    RunKind.RACE: "bold",
}
_OTHERWISE = {RunKind.HARD: RunKind.EASY, RunKind.LONG: RunKind.EASY, RunKind.EASY: RunKind.HARD}
"""What a run that befit is not sure of would rather be."""


class _Row(NamedTuple):
    """A day of a week."""

    day: str
    kind: str
    style: str
    title: str
    sign: str


def show(plan: RunningPlan, file: str, console: Console, profile: str = "") -> None:
    """Print the running plan of the file; what to say next names the profile, too, where one was
    named.
    """
    pen = Pen.of(console)
    whose = f"{quote(file)} --profile {quote(profile)}" if profile else quote(file)
    for paragraph in _paragraphs(pen, plan, whose):
        pen.show(paragraph, "")
    pen.show(pen(_("befit plan --runs {file} plans round it.", file=whose), "dim"))


def _paragraphs(pen: Pen, plan: RunningPlan, whose: str) -> Iterator[RenderableType]:
    facts = [plural(len(plan.weeks), "{n} week", "{n} weeks")]
    if plan.weeks[0].starts is not None:
        facts.append(_("from {day}", day=wording.day_of_year(plan.weeks[0].starts)))
    if plan.race is not None:
        facts.append(_("race: {day}", day=plan.race))
    yield pen.line(pen(_("Your running plan"), "bold"), *facts)
    for empty, weeks in groupby(plan.weeks, key=lambda week: not week.days):
        first, *others = weeks
        if empty and others:
            yield _empty(pen, first, others[-1])
        else:
            yield from [_week(pen, week) for week in (first, *others)]
    if unsure := list(_unsure(plan, whose)):
        rows = [(pen(what), pen(line, "bold")) for what, line in unsure]
        yield Group(pen(_("Not sure of these; correct what is wrong"), "bold"), _pairs(rows))
    if plan.unread:
        rows = [(pen(each.where), pen(each.why)) for each in plan.unread]
        yield Group(pen(_("Left out"), "bold"), indented(hanging(rows)))


def _empty(pen: Pen, first: RunningWeek, last: RunningWeek) -> RenderableType:
    """Weeks without anything, one after the other."""
    title = pen(_("Weeks {first}-{last}", first=first.number, last=last.number), "bold")
    return Group(title, indented(pen(_("nothing"), "dim")))


def _week(pen: Pen, week: RunningWeek) -> RenderableType:
    title = pen(_("Week {number}", number=week.number), "bold")
    if week.starts is not None:
        title = pen.line(title, _("from {day}", day=wording.short_date(week.starts)))
    rows = [_row(day, run) for day, run in week.days.items() if run.kind is not RunKind.REST]
    if not rows:
        rest = _("rest", sense="day") if week.days else _("nothing")
        return Group(title, indented(pen(rest, "dim")))
    return Group(title, indented(layout_for(pen.width, _LAYOUTS)(pen, rows)))


def _row(day: Day, run: PlannedRun) -> _Row:
    kind = _kind(run.kind)
    return _Row(
        day=day.title[:3],
        kind=kind if run.sure else f"{kind}?",
        style=_STYLES.get(run.kind, ""),
        title=run.title,
        sign=run.sign,
    )


def _kind(kind: RunKind) -> str:
    return _(_KINDS[kind], sense="day")


def _columns(pen: Pen, rows: Sequence[_Row]) -> RenderableType:
    table = grid(pen)
    table.show_header = False
    table.add_column(width=4)
    # of every kind, and the mark of doubt: so the titles of all weeks stand in line
    table.add_column(width=max(len(_kind(kind)) for kind in RunKind) + 1)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for row in rows:
        sign = _("by: {words}", words=row.sign) if row.sign else ""
        table.add_row(pen(row.day), pen(row.kind, row.style), pen(row.title), pen(sign, "dim"))
    return table


def _lines(pen: Pen, rows: Sequence[_Row]) -> RenderableType:
    """One under the other, each title under its day and kind."""
    parts: list[RenderableType] = []
    for row in rows:
        parts.append(Text(" ").join((pen(row.day), pen(row.kind, row.style))))
        if row.title:
            parts.append(indented(pen(row.title)))
    return Group(*parts)


_LAYOUTS: tuple[tuple[int, Callable[[Pen, Sequence[_Row]], RenderableType]], ...] = (
    (60, _columns),
    (0, _lines),
)


def _pairs(rows: Sequence[tuple[Text, Text]]) -> RenderableType:
    """Each run over the line that corrects it: beside it a line would not be one to copy."""
    parts: list[RenderableType] = []
    for what, line in rows:
        parts.append(what)
        parts.append(indented(line))
    return indented(*parts)


def _unsure(plan: RunningPlan, whose: str) -> Iterator[tuple[str, str]]:
    """Each run that befit is not sure of, and the line that says it is another, of `whose` plan;
    those with one title in one line.
    """
    alike: dict[tuple[RunKind, str], list[tuple[RunningWeek, Day, PlannedRun]]] = {}
    for week in plan.weeks:
        for day, run in week.days.items():
            if not run.sure:
                alike.setdefault((run.kind, run.title), []).append((week, day, run))
    for (kind, title), runs in alike.items():
        week, day, run = runs[0]
        about = title.rstrip("…")
        more = len(runs) - 1
        when = _("Week {number}, {day}", number=week.number, day=day.title)
        if week.starts is not None:
            on = week.starts + timedelta(days=day.rank)
            when = wording.day_of_year(on)
            if not more:
                about = str(on)
        elif not more and kind is not RunKind.LONG:
            # What is only the longest has no sign of its own.
            about = run.sign or about
        if more:
            when = _("{day} and {number} more", day=when, number=more)
        correction = f"{about}={_OTHERWISE.get(kind, RunKind.EASY)}"
        line = f"befit runs {whose} --as {quote(correction)}"
        yield _("{day}: {kind}? {title}", day=when, kind=_kind(kind), title=title), line
