"""The log on a terminal: each week against its plan, and one exercise over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, Group, RenderableType

from befit_cli.language import _, plural
from befit_cli.log.lifts import Lift
from befit_cli.log.weeks import LoggedWeek
from befit_cli.values import Prescription, Session, Units, in_units
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Pen, grid, indented, layout_for
from befit_cli.views.terms import term
from befit_cli.views.work import felt, work_words

_TABLE_FROM = 60
_WEEKS = 26
"""How many weeks have a row where nobody says it: half a year."""
_SHOWN = 12
"""How many times of an exercise have a row."""
_POINTS = 40
"""How many of them its line has."""
_LINE = "▁▂▃▄▅▆▇█"
_DIGITS = "12345678"
"""The heights of a line, and what stands for them where there is no Unicode."""


class LiftLog(NamedTuple):
    """One exercise in the log, and when it comes next."""

    name: str
    lifts: tuple[Lift, ...]
    """By date; at least one."""
    coming: tuple[Session, Prescription] | None
    """The next session that has it; None where the block has none."""
    units: Units
    has_block: bool = True
    """Whether the runner has a block; without one nothing comes."""


def show_weeks(weeks: Sequence[LoggedWeek], console: Console, most: int | None = None) -> None:
    """Print what all weeks come to, and a row for each of so many, the last ones."""
    pen = Pen.of(console)
    most = most or _WEEKS
    done = sum(week.done for week in weeks)
    minutes = sum(week.minutes for week in weeks)
    facts = (
        plural(len(weeks), "{n} week", "{n} weeks"),
        plural(done, "{n} session", "{n} sessions"),
        f"{minutes} min",
    )
    pen.show(pen.line(pen(_("Your log"), "bold"), *facts), "")
    pen.show(layout_for(pen.width, _LAYOUTS)(pen, weeks[-most:]), "")
    footer = _("befit log squat shows one exercise over time.")
    if len(weeks) > most:
        more = _("befit log --weeks {number} shows them all.", number=len(weeks))
        footer = f"{more} {footer}"
    pen.show(pen(footer, "dim"))


def show_lift(log: LiftLog, console: Console) -> None:
    """Print the best, a line over time, the last times and what comes next."""
    pen = Pen.of(console)
    for part in _lift_parts(pen, log):
        pen.show(part, "")


def _lift_parts(pen: Pen, log: LiftLog) -> Iterator[RenderableType]:
    since = wording.day_of_year(log.lifts[0].date)
    number = len(log.lifts)
    times = plural(number, "{n} time since {day}", "{n} times since {day}", day=since)
    yield pen.line(pen(log.name, "bold"), times)
    yield Group(*[pen(line) for line in _best(log)], *_curve(pen, log))
    shown = log.lifts[: -_SHOWN - 1 : -1]
    yield layout_for(pen.width, _LIFTS)(pen, log, shown)
    if log.has_block:
        yield pen(_coming(log))


def _best(log: LiftLog) -> Iterator[str]:
    strong = [lift for lift in log.lifts if lift.strength]
    best = max(strong or log.lifts, key=lambda lift: lift.strength or lift.most)
    day = wording.day_of_year(best.date)
    yield _(
        "Best: {form}, {work}, on {day}",
        form=_form(log, best),
        work=work_words(best.work, log.units),
        day=day,
    )
    if best.strength:
        once = prescription.weight(best.strength, log.units)
        yield _("Estimated strength: {weight} once", weight=once)


def _curve(pen: Pen, log: LiftLog) -> Iterator[RenderableType]:
    """The estimates over time, or the most repetitions or seconds, from the least to the most."""
    strengths = [lift.strength for lift in log.lifts if lift.strength]
    if strengths:
        values = [in_units(strength, log.units) for strength in strengths]
    else:
        values = [float(lift.most) for lift in log.lifts]
    values = values[-_POINTS:]
    low, high = min(values), max(values)
    if low == high:
        return
    heights = _LINE if pen.utf else _DIGITS
    steps = len(heights) - 1
    line = "".join(heights[round((value - low) / (high - low) * steps)] for value in values)
    if strengths:
        told = _("Over time, {low:.3g} to {high:.3g} {unit}:", low=low, high=high, unit=log.units)
    else:
        told = _("Over time, {low:.3g} to {high:.3g}:", low=low, high=high)
    yield pen(told).append(" ").append(line, "cyan")


def _form(log: LiftLog, lift: Lift) -> str:
    """The form's name, else the exercise's."""
    return lift.work.form or log.name


def _lift_table(pen: Pen, log: LiftLog, lifts: Sequence[Lift]) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Date"), no_wrap=True)
    table.add_column(_("Form"), overflow="fold")
    table.add_column(_("Done", sense="work"), overflow="fold")
    strong = any(lift.strength for lift in lifts)
    if strong:
        table.add_column(_("Once"), no_wrap=True, justify="right")
    for lift in lifts:
        once = prescription.weight(lift.strength, log.units) if lift.strength else ""
        done = work_words(lift.work, log.units)
        cells = [wording.short_date(lift.date), _form(log, lift), done]
        table.add_row(*[pen(cell) for cell in ([*cells, once] if strong else cells)])
    return table


def _lift_list(pen: Pen, log: LiftLog, lifts: Sequence[Lift]) -> RenderableType:
    parts: list[RenderableType] = []
    for lift in lifts:
        parts.append(pen.line(wording.short_date(lift.date), pen(_form(log, lift), "bold")))
        parts.append(indented(pen(work_words(lift.work, log.units))))
    return Group(*parts)


_LIFTS = ((_TABLE_FROM, _lift_table), (0, _lift_list))


def _coming(log: LiftLog) -> str:
    """What comes next, and why."""
    if log.coming is None:
        return _("Next: it is in no session that is left of your block.")
    session, exercise = log.coming
    day = wording.session_day(session)
    told = _(
        "Next: {day}, {form}, {dose}.",
        day=day,
        form=exercise.form,
        dose=prescription.dose(exercise, log.units),
    )
    why = sentences.adapted(exercise) or sentences.progress(exercise)
    return f"{told} {why}".rstrip()


def _table(pen: Pen, weeks: Sequence[LoggedWeek]) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Week"), justify="right", no_wrap=True)
    table.add_column(_("Starts"), no_wrap=True)
    table.add_column(_("Sessions"), no_wrap=True)
    table.add_column(_("Sets"), no_wrap=True)
    table.add_column(_("Minutes"), no_wrap=True)
    noted = [_noted(week) for week in weeks]
    if any(noted):
        table.add_column(_("Noted"), ratio=1, overflow="fold")
    for week, note in zip(weeks, noted, strict=True):
        table.add_row(
            pen("" if week.number is None else str(week.number)),
            pen(wording.short_date(week.starts)),
            pen(_sessions(week)),
            pen(_of(week.sets, week.planned_sets)),
            pen(_of(week.minutes, week.planned_minutes)),
            *([pen(note)] if any(noted) else []),
        )
    return table


def _list(pen: Pen, weeks: Sequence[LoggedWeek]) -> RenderableType:
    return Group(*[part for week in weeks for part in _lines(pen, week)])


def _lines(pen: Pen, week: LoggedWeek) -> Iterator[RenderableType]:
    number = () if week.number is None else (_("Week {number}", number=week.number),)
    yield pen.line(*number, wording.short_date(week.starts))
    minutes = _of(week.minutes, week.planned_minutes)
    done = _("{sessions} sessions, {minutes} min", sessions=_sessions(week), minutes=minutes)
    noted = _noted(week)
    yield indented(pen(done), *([pen(noted)] if noted else []))


# The widths from which on each breaks few words.
_LAYOUTS = ((_TABLE_FROM, _table), (0, _list))


def _of(done: int, planned: int) -> str:
    """`2 of 3`, or `2` where nothing was planned."""
    return _("{done} of {all}", done=done, all=planned) if planned else str(done)


def _sessions(week: LoggedWeek) -> str:
    """`2 of 3`, or `2 of 3 + 1` where one was done beside those that were planned."""
    if not (week.planned and week.beside):
        return _of(week.done, len(week.planned))
    return f"{_of(week.done - week.beside, len(week.planned))} + {week.beside}"


def _noted(week: LoggedWeek) -> str:
    """`away, calf pain 4, worse the next morning`"""
    worse = any(logged.worse_next_morning for logged in week.logged)
    return ", ".join([*map(term, week.away), *felt(week.pains, worse=worse)])
