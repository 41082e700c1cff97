"""A roster on a terminal: first whoever needs their coach, and why; then all, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.language import _, message
from befit_cli.roster.rows import Row
from befit_cli.roster.standing import Attention, Standing
from befit_cli.values import Status
from befit_cli.views import roster_words
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

_TABLE_FROM = 76
_FILE_FROM = 100
"""Columns from which there is room for the profile's name, too."""
_NO_PLAN = message("no plan; why stands below")
_OF_ONE = message(
    "befit plan --profile {profile} shows a plan with its notes, befit rules R08 a rule."
)
_OF_ALL = message("befit roster {roster} -o out/ writes each plan, befit rules R08 tells a rule.")
_STYLES = {
    Attention.FAULT: "red",
    Attention.PAIN: "red",
    Attention.OFF: "yellow",
    Attention.BEHIND: "yellow",
}


def show(
    rows: list[Row], console: Console, today: date, *, roster: str, profile: str | None
) -> None:
    """Print the rows in their order, and what shows more: the plan of one, by what `--profile`
    takes of them, or where there are no profiles those of all, by the roster's name.
    """
    pen = Pen.of(console)
    runners, needy = roster_words.head(rows)
    pen.show(pen.line(pen(runners, "bold"), wording.day_of_year(today), needy), "")
    told = [row for row in rows if row.attention is not Attention.NONE]
    if told:
        pen.show(_reasons(pen, told), "")
    planned = list(_with_standing(rows))
    if planned:
        pen.show(layout_for(pen.width, _LAYOUTS)(pen, planned), "")
        more = _(_OF_ALL, roster=roster) if profile is None else _(_OF_ONE, profile=profile)
        pen.show(pen(more, "dim"))


def _reasons(pen: Pen, rows: list[Row]) -> RenderableType:
    lines = []
    for row in rows:
        name = pen(row.name, _STYLES.get(row.attention, ""))
        why = [_(_NO_PLAN)] if row.faults else roster_words.reasons(row)
        lines.append((name, pen("; ".join(why))))
    if pen.width >= _TABLE_FROM:
        return hanging(lines)
    return Group(*[Group(name, indented(why)) for name, why in lines])


def _table(pen: Pen, rows: list[tuple[Row, Standing]]) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Name"), overflow="fold", max_width=24)
    for title in (_("Race"), _("Week"), _("This week"), _("7 d"), _("28 d")):
        table.add_column(title)
    with_file = pen.width >= _FILE_FROM
    if with_file:
        table.add_column(_("Profile"), overflow="fold")
    for row, standing in rows:
        cells = [
            pen(row.name),
            pen(roster_words.race(standing)),
            pen(roster_words.week(standing)),
            _sessions(pen, standing),
            pen(roster_words.done(standing.in_7_days)),
            pen(roster_words.done(standing.in_28_days)),
        ]
        if with_file:
            cells.append(pen(row.place, "dim"))
        table.add_row(*cells)
    return table


def _list(pen: Pen, rows: list[tuple[Row, Standing]]) -> RenderableType:
    parts = []
    for row, standing in rows:
        race, week = roster_words.race(standing), roster_words.week(standing)
        facts = pen(_("{race}; week {week}", race=race, week=week))
        done = pen(_("{done} done in 28 days", done=roster_words.done(standing.in_28_days)))
        lines = [facts, _sessions(pen, standing)]
        if standing.in_28_days is not None:
            lines.append(done)
        parts.append(Group(pen(row.name, "bold"), indented(*lines)))
    return Group(*parts)


def _with_standing(rows: list[Row]) -> Iterator[tuple[Row, Standing]]:
    for row in rows:
        if row.standing is not None:
            yield row, row.standing


def _sessions(pen: Pen, standing: Standing) -> Text:
    """`Mon high, Thu low`, with a tick behind what is done; what was missed is struck out."""
    parts = []
    for due in standing.sessions:
        missed = roster_words.is_behind(due)
        part = pen(roster_words.session(due), "strike dim" if missed else "")
        if due.status is Status.DONE:
            part.append(" ✓" if pen.utf else " +", "green")
        parts.append(part)
    return Text(", ").join(parts) if parts else pen(_("none", sense="sessions"))


_LAYOUTS = ((_TABLE_FROM, _table), (0, _list))
