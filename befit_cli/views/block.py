"""A whole block on a terminal: a row for each week with a bar of its sets, the race, and how the
dose of the main lifts moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from befit_cli.evidence.session import MAIN_ROLES
from befit_cli.values import Day, Note, NoteKey, Plan, Prescription, Week
from befit_cli.views import sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, hanging, indented

_INDENT = 2
_NAME_WIDTH = 22  # names in a narrower column are no longer easy to read
_NOT_THERE = "–"


_Stretch = tuple[Week, ...]


class _Look(NamedTuple):
    """How much of a week its row tells: the cells of the bar, and the sessions by `loads`, by
    `days` or not at all.
    """

    bar: int
    sessions: str


_LOOKS = (
    _Look(10, "loads"),
    _Look(8, "loads"),
    _Look(10, "days"),
    _Look(10, ""),
    _Look(5, ""),
    _Look(0, ""),
)


def show(plan: Plan, console: Console) -> None:
    """Print the weeks, the race, the main lifts and the notes, each in as many columns as the
    console has room for.
    """
    pen = Pen.of(console)
    for paragraph in _paragraphs(pen, plan):
        console.print(paragraph, width=pen.width)
        console.print()
    console.print(
        pen("befit block --week 1, with the same options, opens a week.", "dim"), width=pen.width
    )


def _paragraphs(pen: Pen, plan: Plan) -> Iterator[RenderableType]:
    yield _header(pen, plan)
    yield _weeks(pen, plan)
    if plan.athlete.race_date is not None:
        yield _race(pen, plan)
    lifted = [stretch for stretch in plan.stretches if any(map(_doses, stretch))]
    if lifted:
        yield pen("Main lifts, sets × repetitions", "bold")
        yield from _lifts(pen, lifted)
    if notes := _notes(plan):
        rows = [(pen(note.rule, "dim"), pen(sentences.note_text(note))) for note in notes]
        yield Group(pen("Notes", "bold"), indented(hanging(rows)))


def _header(pen: Pen, plan: Plan) -> RenderableType:
    first = plan.weeks[0].starts
    minutes = sum(week.minutes for week in plan.weeks)
    work = wording.count(round(minutes / 60), "hour") if minutes >= 90 else f"{minutes} min"
    facts = pen.line(
        f"From {_weekday(first)[:3]} {_long_date(first)}",
        wording.count(len(plan.weeks), "week"),
        f"{work} of strength",
    )
    return Group(pen(wording.plan_title(plan), "bold"), facts)


def _race(pen: Pen, plan: Plan) -> Text:
    day = plan.athlete.race_date
    assert day is not None
    return pen(
        f"Race: {wording.RACES[plan.athlete.race]}, {_weekday(day)} {_long_date(day)}", "bold"
    )


def _weeks(pen: Pen, plan: Plan) -> RenderableType:
    """The fullest table that fits, else a list."""
    tables = (_table(pen, plan, look) for look in _LOOKS)
    return next(
        (table for table in tables if pen.natural_width(table) <= pen.width), None
    ) or _list(pen, plan)


def _table(pen: Pen, plan: Plan, look: _Look) -> Table:
    most = max(week.sets for week in plan.weeks)
    table = grid(pen)
    table.add_column("Week", justify="right", no_wrap=True)
    table.add_column("Starts", no_wrap=True)
    table.add_column("Phase", no_wrap=True)
    table.add_column("Sets", no_wrap=True)
    table.add_column("Min", justify="right", no_wrap=True)
    if look.sessions:
        table.add_column("Sessions", no_wrap=True)
    for week in plan.weeks:
        table.add_row(*_row(pen, week, most, look))
    return table


def _row(pen: Pen, week: Week, most: int, look: _Look) -> Iterator[Text]:
    yield pen(str(week.number))
    yield pen(wording.short_date(week.starts))
    yield pen(wording.phase_word(week))
    yield _sets(pen, week, most, look.bar)
    yield pen(str(week.minutes))
    if look.sessions:
        yield pen(_sessions(week, with_load=look.sessions == "loads"))


def _list(pen: Pen, plan: Plan) -> RenderableType:
    return Group(*(part for week in plan.weeks for part in _item(pen, week)))


def _item(pen: Pen, week: Week) -> Iterator[RenderableType]:
    yield pen.line(f"Week {week.number}", wording.short_date(week.starts))
    yield indented(
        pen(wording.phase_word(week)), pen(f"{wording.count(week.sets, 'set')}, {week.minutes} min")
    )


def _sessions(week: Week, *, with_load: bool) -> str:
    days = [
        f"{session.day.title[:3]} {session.load}" if with_load else session.day.title[:3]
        for session in week.sessions
    ]
    return ", ".join(days) or "none"


def _sets(pen: Pen, week: Week, most: int, width: int) -> Text:
    """The number of sets, and a bar of that share of the fullest week: solid where the week builds,
    light where it eases.
    """
    solid, light = ("█", "▒") if pen.utf else ("#", "-")
    cells = max(1, round(width * week.sets / most)) if width and week.sets else 0
    return Text.assemble(f"{week.sets:>2} ", ((solid if week.build else light) * cells, "cyan"))


def _doses(week: Week) -> dict[str, str]:
    """Each main lift of the week and its dose: all of them, where its sessions have several."""
    doses: dict[str, list[str]] = {}
    for session in week.sessions:
        for exercise in session.exercises:
            if exercise.role in MAIN_ROLES:
                doses.setdefault(exercise.form, []).append(_dose(exercise))
    return {form: ", ".join(dict.fromkeys(found)) for form, found in doses.items()}


def _dose(exercise: Prescription) -> str:
    return (
        f"{exercise.sets}×{exercise.reps}"
        if exercise.hold_s is None
        else f"{exercise.sets}×{exercise.hold_s} s"
    )


def _lifts(pen: Pen, stretches: list[_Stretch]) -> list[RenderableType]:
    """Lifts down and weeks across, the names in one width for all stretches; or a list, where they
    would have too little of it.
    """
    named = [text.cell_len for stretch in stretches for text in _names(pen, stretch)]
    room = (
        pen.width
        - _INDENT
        - max(pen.natural_width(_matrix(pen, stretch, 1)) - 1 for stretch in stretches)
    )
    if room < min(_NAME_WIDTH, max(named)):
        return [Group(_down(pen, stretch), *_heavier(pen, stretch)) for stretch in stretches]
    return [
        indented(_matrix(pen, stretch, min(room, max(named))), *_heavier(pen, stretch))
        for stretch in stretches
    ]


def _heavier(pen: Pen, stretch: _Stretch) -> list[Text]:
    """What the stretch's first week starts heavier with."""
    notes = [note for note in stretch[0].notes if note.key is NoteKey.HEAVIER]
    return [pen(sentences.note_text(note), "dim") for note in notes]


def _matrix(pen: Pen, stretch: _Stretch, name_width: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="", padding=(0, 2, 0, 0))
    table.add_column(_title(pen, stretch), width=name_width, overflow="fold")
    for week in stretch:
        table.add_column(
            pen(f"{week.number} {_ease(week)}"), justify="right", min_width=5, no_wrap=True
        )
    for form in _forms(stretch):
        table.add_row(pen(form), *(pen(_doses(week).get(form, _NOT_THERE)) for week in stretch))
    return table


def _down(pen: Pen, stretch: _Stretch) -> RenderableType:
    parts: list[RenderableType] = [_title(pen, stretch)]
    for form in _forms(stretch):
        doses = ", ".join(f"{_ease(week)} {_doses(week).get(form, _NOT_THERE)}" for week in stretch)
        parts.append(indented(pen(form), indented(pen(doses))))
    return Group(*parts)


def _title(pen: Pen, stretch: _Stretch) -> Text:
    first, last = stretch[0].number, stretch[-1].number
    return pen.line(
        f"Week {first}" if first == last else f"Weeks {first}-{last}",
        wording.phase_word(stretch[0]),
    )


def _ease(week: Week) -> str:
    """`easier` or `taper`; nothing for a week that builds."""
    return "" if week.build else wording.phase_word(week).split()[0]


def _names(pen: Pen, stretch: _Stretch) -> list[Text]:
    """What stands in the column of names."""
    return [_title(pen, stretch), *(pen(form) for form in _forms(stretch))]


def _forms(stretch: _Stretch) -> list[str]:
    return list(dict.fromkeys(form for week in stretch for form in _doses(week)))


def _notes(plan: Plan) -> list[Note]:
    """What concerns the block rather than one of its weeks: what every build week says, once."""
    weeks = [week for week in plan.weeks if week.build] or plan.weeks
    return [note for note in plan.weeks[0].notes if all(note in week.notes for week in weeks)]


def _weekday(day: date) -> str:
    return list(Day)[day.weekday()].title


def _long_date(day: date) -> str:
    return f"{wording.short_date(day)} {day.year}"
