"""A whole block on a terminal: a row for each week with a bar of its sets, the race, and how the
dose of the main lifts moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.styled import Styled
from rich.table import Table
from rich.text import Text

from befit_cli.language import _, message, plural, speaking
from befit_cli.values import WEIGHT_GOES_ON, Day, Note, Phase, Plan, Scope, Week
from befit_cli.views import lifts, sentences
from befit_cli.views import words as wording
from befit_cli.views.lifts import Stretch
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for
from befit_cli.views.terms import term

_INDENT = 2
_NAME_WIDTH = 22  # names in a narrower column are no longer easy to read
_WEEK_WIDTH = 5  # of any shorter dose, so that the weeks of most stretches are equally wide
_MISSED = message("nothing was done")

_PHASE_STYLES = {
    Phase.GENERAL: "green",
    Phase.STRENGTH: "cyan",
    Phase.POWER: "magenta",
    Phase.TAPER: "",
}


class _Look(NamedTuple):
    """How much of a week its row tells."""

    bar: int
    """The cells of the bar of its sets; 0 for none."""
    days: bool = False
    """Whether it has the days of its sessions."""
    loads: bool = False
    """Whether it has a load behind each day."""


# From the fullest to the narrowest, for the first that fits is taken and each tells less than the
# one before. The bar goes last of all: it alone shows at a glance where the block eases.
_LOOKS = (
    _Look(24, days=True, loads=True),
    _Look(16, days=True, loads=True),
    _Look(10, days=True, loads=True),
    _Look(8, days=True, loads=True),
    _Look(10, days=True),
    _Look(10),
    _Look(5),
    _Look(0),
)


def show(plan: Plan, console: Console, today: date | None = None) -> None:
    """Print the weeks, the race, the main lifts and the notes, each in as many columns as the
    console has room for; with `today` the week that is on is told, and those before it are dim.
    """
    pen = Pen.of(console)
    with speaking(plan.language):
        for paragraph in _paragraphs(pen, plan, today):
            pen.show(paragraph, "")
        footer = _("befit block --week 1, with the same options, opens a week.")
        pen.show(pen(footer, "dim"))


def _paragraphs(pen: Pen, plan: Plan, today: date | None) -> Iterator[RenderableType]:
    on = _on(plan, today)
    yield _header(pen, plan, on)
    yield layout_for(pen.width, _layouts(pen, plan, on or 0))
    if plan.athlete.race_date is not None:
        yield _race(pen, plan, plan.athlete.race_date)
    lifted = lifts.lifted(plan)
    if lifted:
        yield pen(_("Main lifts, sets × repetitions"), "bold")
        yield from _lifts(pen, lifted)
    notes = _notes(plan.trained)
    if notes:
        rows = [(pen("-"), pen(sentences.note_text(note))) for note in notes]
        yield Group(pen(_("Notes"), "bold"), indented(hanging(rows)))


def _header(pen: Pen, plan: Plan, on: int | None) -> RenderableType:
    first = plan.weeks[0].starts
    minutes = sum(week.minutes for week in plan.trained.weeks)
    work = _("{minutes} min of strength", minutes=minutes)
    if minutes >= 90:
        half_hours = round(minutes / 30)
        work = _("about {hours:g} hours of strength", hours=half_hours / 2)
    facts = pen.line(
        _("From {day}", day=wording.day_of_year(first)),
        plural(len(plan.weeks), "{n} week", "{n} weeks"),
        work,
    )
    parts = [pen(wording.plan_title(plan), "bold"), facts]
    if plan.athlete.notes:
        parts.append(pen(plan.athlete.notes, "italic"))
    if on is not None:
        here = _("You are here: week {number}", number=on)
        parts.append(pen(f"{_here(pen)} {here}", "bold"))
    return Group(*parts)


def _race(pen: Pen, plan: Plan, day: date) -> Text:
    on = f"{Day.of(day).title} {wording.short_date(day)} {day.year}"
    return pen(_("Race: {race}, {day}", race=_(wording.RACES[plan.athlete.race]), day=on), "bold")


def _on(plan: Plan, today: date | None) -> int | None:
    """The number of the week that has the day."""
    if today is not None:
        for week in plan.weeks:
            if 0 <= (today - week.starts).days < 7:
                return week.number
    return None


def _layouts(pen: Pen, plan: Plan, on: int) -> Iterator[tuple[int, RenderableType]]:
    """The weeks in each layout behind the width that it needs: tables, the fullest first, at last a
    list. Those before the week with the number `on` are past.
    """
    # What a table needs is known once it is made: it depends on the words of this plan. So each is
    # made only where the fuller ones have not fitted.
    for look in _LOOKS:
        table = _table(pen, plan, look, on)
        whole: RenderableType = table if look.days else Group(table, "", _days(pen, plan))
        yield pen.natural_width(table), whole
    yield 0, _list(pen, plan, on)


def _table(pen: Pen, plan: Plan, look: _Look, on: int) -> Table:
    most = max(week.sets for week in plan.weeks)
    table = grid(pen)
    table.add_column(_("Week"), justify="right", no_wrap=True)
    table.add_column(_("Starts"), no_wrap=True)
    table.add_column(_("Phase"), no_wrap=True)
    table.add_column(_("Sets"), no_wrap=True)
    table.add_column(_("Min"), justify="right", no_wrap=True)
    logged = _logged(plan)
    if logged:
        table.add_column(_("Done", sense="sessions"), no_wrap=True)
    if look.days:
        table.add_column(_("Sessions"), no_wrap=True)
    for week in plan.weeks:
        row = _row(pen, week, most, look, logged=logged, here=week.number == on)
        table.add_row(*row, style=_standing(week, on))
    return table


def _standing(week: Week, on: int) -> str:
    """The style of a week by where it stands to the one with the number `on`."""
    if week.number == on:
        return "bold"
    return "dim" if week.waits or week.number < on else ""


def _here(pen: Pen) -> str:
    """What marks the week that is on."""
    return "→" if pen.utf else ">"


def _row(
    pen: Pen, week: Week, most: int, look: _Look, *, logged: bool, here: bool
) -> Iterator[Text]:
    yield pen(f"{_here(pen)} {week.number}" if here else str(week.number))
    yield pen(wording.short_date(week.starts))
    yield pen(
        _("waited", sense="week") if week.waits else wording.phase_word(week),
        _PHASE_STYLES[week.phase],
    )
    yield pen("") if week.waits else _sets(pen, week, most, look.bar)
    yield pen("" if week.waits else str(week.minutes))
    if logged:
        yield pen(_done(week))
    if look.days:
        yield pen(_sessions(week, with_load=look.loads))


def _logged(plan: Plan) -> bool:
    """Whether anything of it was logged."""
    return any(session.done for week in plan.weeks for session in week.sessions)


def _done(week: Week) -> str:
    """`2 of 3`; empty where nothing of the week was logged."""
    logged = [session.done for session in week.sessions if session.done]
    done = len([each for each in logged if each.works])
    return _("{done} of {all}", done=done, all=len(week.sessions)) if logged else ""


def _list(pen: Pen, plan: Plan, on: int) -> RenderableType:
    parts: list[RenderableType] = []
    for week in plan.weeks:
        here = f"{_here(pen)} " if week.number == on else ""
        name = _("Week {number}", number=week.number)
        title = pen.line(f"{here}{name}", wording.short_date(week.starts))
        if week.waits:
            waited = Group(title, indented(pen(_("nothing was done; the block waited"))))
            parts.append(Styled(waited, "dim"))
            continue
        days = _sessions(week, with_load=False)
        sets = plural(week.sets, "{n} set", "{n} sets")
        work = f"{sets}, {week.minutes} min: {days}"
        if done := _done(week):
            work = _("{work}; {done} done", work=work, done=done)
        phase = pen(wording.phase_word(week), _PHASE_STYLES[week.phase])
        parts.append(Styled(Group(title, indented(phase, pen(work))), _standing(week, on)))
    return Group(*parts)


def _days(pen: Pen, plan: Plan) -> Text:
    """The days of the sessions where the weeks have no room for them: those of most weeks, and the
    weeks that have others.
    """
    weeks: dict[str, list[int]] = {}
    for week in plan.weeks:
        weeks.setdefault(_sessions(week, with_load=False), []).append(week.number)
    usual = max(weeks, key=lambda days: (days != _(_MISSED), len(weeks[days])))
    parts = [_("Sessions: {days}", days=usual)]
    for days, numbers in weeks.items():
        if days != usual:
            which = ", ".join(map(str, numbers))
            parts.append(
                plural(
                    len(numbers),
                    "week {numbers}: {days}",
                    "weeks {numbers}: {days}",
                    numbers=which,
                    days=days,
                )
            )
    return pen("; ".join(parts))


def _sessions(week: Week, *, with_load: bool) -> str:
    """`Mon high, Thu low`, or the days alone."""
    if week.waits:
        return _(_MISSED)
    days = []
    for session in week.sessions:
        day = session.day.title[:3]
        days.append(f"{day} {term(session.load)}" if with_load else day)
    return ", ".join(days) or _("none", sense="sessions")


def _sets(pen: Pen, week: Week, most: int, width: int) -> Text:
    """The number of sets, and a bar of that share of the fullest week."""
    bar = ""
    if width and week.sets:
        bar = _bar(pen, width * week.sets / most)
    return Text.assemble(f"{week.sets:>2} ", (bar, _PHASE_STYLES[week.phase]))


def _bar(pen: Pen, cells: float) -> str:
    """A bar from 0 on, to an eighth of a cell, or to a third where there is no Unicode: one set
    more is to be seen.
    """
    whole, ends = ("█", " ▏▎▍▌▋▊▉") if pen.utf else ("#", " .:")
    parts = max(1, round(cells * len(ends)))
    number, rest = divmod(parts, len(ends))
    return f"{whole * number}{ends[rest]}".rstrip()


def _lifts(pen: Pen, stretches: list[Stretch]) -> Iterator[RenderableType]:
    """Lifts down and weeks across; or a list, where the names would have too little room."""
    # The names are in one width for all stretches, so that the weeks stand below each other.
    widest_name = 0
    beside = 0
    for stretch in stretches:
        # Measured with names of one cell, which is not the names' to have.
        beside = max(beside, pen.natural_width(_matrix(pen, stretch, 1)) - 1)
        for name in _names(pen, stretch):
            widest_name = max(widest_name, name.cell_len)
    room = max(0, pen.width - _INDENT - beside)
    across = layout_for(room, ((min(_NAME_WIDTH, widest_name), True), (0, False)))
    for stretch in stretches:
        if across:
            matrix = _matrix(pen, stretch, min(room, widest_name))
            yield indented(matrix, *_goes_on(pen, stretch))
        else:
            yield Group(_down(pen, stretch), *_goes_on(pen, stretch))


def _matrix(pen: Pen, stretch: Stretch, name_width: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="", padding=(0, 2, 0, 0))
    table.add_column(_title(pen, stretch), width=name_width, overflow="fold")
    for week in stretch:
        title = pen(f"{week.number} {lifts.ease(week)}")
        table.add_column(title, justify="right", min_width=_WEEK_WIDTH, no_wrap=True)
    for form in lifts.forms(stretch):
        table.add_row(pen(form), *(pen(dose) for dose in lifts.row(stretch, form)))
    return table


def _down(pen: Pen, stretch: Stretch) -> RenderableType:
    parts: list[RenderableType] = [_title(pen, stretch)]
    for form in lifts.forms(stretch):
        doses = []
        for week, dose in zip(stretch, lifts.row(stretch, form), strict=True):
            doses.append(f"{lifts.ease(week)} {dose}")
        parts.append(indented(pen(form), indented(pen(", ".join(doses)))))
    return Group(*parts)


def _goes_on(pen: Pen, stretch: Stretch) -> Iterator[Text]:
    """What the stretch's first week starts heavier with, what with more repetitions, and what with
    a weight that is new.
    """
    for note in stretch[0].notes:
        if note.key in WEIGHT_GOES_ON:
            yield pen(sentences.note_text(note), "dim")


def _title(pen: Pen, stretch: Stretch) -> Text:
    return pen.line(*lifts.stretch_facts(stretch))


def _names(pen: Pen, stretch: Stretch) -> list[Text]:
    """What stands in the column of names."""
    forms = [pen(form) for form in lifts.forms(stretch)]
    return [_title(pen, stretch), *forms]


def _notes(plan: Plan) -> list[Note]:
    """What concerns the block rather than one of its weeks: what a build week says of the plan, and
    what all of them say, once.
    """
    # An easier week says less: it has nothing to add load to.
    weeks = [week for week in plan.weeks if week.build] or plan.weeks
    notes: list[Note] = []
    for week in weeks:
        for note in week.notes:
            of_block = note.scope is Scope.PLAN or all(note in other.notes for other in weeks)
            if of_block and note not in notes:
                notes.append(note)
    return notes
