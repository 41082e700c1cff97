"""A plan on a terminal of any width, light or dark, with or without colour and Unicode.

Every word goes through `Pen`: nothing from a plan is ever read as markup or sent as an escape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.styled import Styled
from rich.text import Text

from befit_cli.language import _, speaking
from befit_cli.rules import RULE_BY_ID
from befit_cli.values import Catalogue, Day, Note, Plan, Session, Units, Value, Week
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.pen import Columns, Pen, hanging, indented, layout_for
from befit_cli.views.session import (
    LOAD_STYLES,
    OVER,
    Mark,
    Purposes,
    effort,
    exercises,
    in_a_line,
    mark_word,
    marked,
    title,
    warm_up,
    why,
)
from befit_cli.views.terms import term

_INDENT = 2
_DAY_WIDTH = 8
"""Cells of `Mon 23` and what stands between it and the rest of its line."""
_LABEL_WIDTH = 8
"""Cells of `Strength`, the name of a row."""
_TITLE_WIDTH = 24
"""Cells that the title of a run has at most beside six other days."""
_SAFETY_LINES = 3
"""When to do less, when to stop and when to see somebody."""


class _Common(Value, frozen=True):
    """What the sessions of a week have in common, which is said once."""

    usual: str
    """The effort of most exercises."""
    warm_up: Sequence[str]
    """The steps with which every warm-up begins."""


def show(
    plan: Plan,
    catalogue: Catalogue,
    console: Console,
    purposes: Purposes | None = None,
    today: date | None = None,
) -> None:
    """Print the weeks one after the other, then the safety lines.

    With `today` the session of today, or else the next, is marked; in its week it comes first, and
    what is over is a line each. With `purposes` that is whole, too: each exercise says why it is in
    the plan, and each note what it rests on.
    """
    pen = Pen.of(console)
    marks = marked(plan.weeks, today)
    with speaking(plan.language):
        for week in plan.weeks:
            for paragraph in _week(pen, plan, week, catalogue, purposes or {}, marks, today):
                pen.show(paragraph, "")
        pen.show(_safety(pen, sentences.safety_lines(plan)))


def _week(
    pen: Pen,
    plan: Plan,
    week: Week,
    catalogue: Catalogue,
    purposes: Purposes,
    marks: Mapping[date, Mark],
    today: date | None,
) -> Iterator[RenderableType]:
    yield _header(pen, plan, week)
    days = wording.week_days(week)
    strip = layout_for(pen.width, _STRIPS[any(day.title for day in days)])
    yield indented(strip(pen, days, today))
    for line in sentences.niggle_lines(week):
        yield pen(line, "italic")
    if not week.sessions:
        yield pen(wording.no_sessions(week))
    over = _over(week, marks)
    ahead = [session for session in week.sessions if session not in over]
    whole = [*ahead, *over] if purposes else ahead
    to_do = [session for session in whole if session.done is None]
    common = _common(to_do)
    if to_do:
        yield _said_once(pen, to_do, common)
    for session in whole:
        shown = _session(pen, session, plan.athlete.units, catalogue, purposes, common, marks)
        yield Styled(shown, "dim") if session in over else shown
    if over and not purposes:
        lines = [in_a_line(pen, session, marks[session.date]) for session in over]
        yield Group(*lines, pen(_("befit plan --why, with the same options, shows all."), "dim"))
    if week.notes:
        yield _notes(pen, week.notes, with_basis=bool(purposes))


def _header(pen: Pen, plan: Plan, week: Week) -> RenderableType:
    lines = [
        pen(wording.plan_title(plan), "bold"),
        pen(wording.week_title(week)),
        pen(wording.week_facts(week)),
    ]
    if plan.athlete.notes:
        lines.append(pen(plan.athlete.notes, "italic"))
    return Group(*lines)


def _strip_across(pen: Pen, days: list[wording.DayWords], today: date | None) -> RenderableType:
    room = pen.width - _INDENT
    bare = _columns(pen, days, today, {})
    if bare.width > room:
        return _strip_down(pen, days, today)
    if any(day.title for day in days):
        return _ruled(pen, _columns(pen, days, today, _titles(pen, days, room - bare.width)))
    name, *widths = bare.widths
    even = replace(bare, widths=(name, *[max(_LABEL_WIDTH, width) for width in widths]))
    return _ruled(pen, even if even.width <= room else bare)


def _ruled(pen: Pen, columns: Columns) -> RenderableType:
    """With a line under the header, which is the first row."""
    rule = Text(("─" if pen.utf else "-") * columns.width)
    header, *rows = columns.rows
    return Group(replace(columns, rows=[header]), rule, replace(columns, rows=rows))


def _titles(pen: Pen, days: list[wording.DayWords], room: int) -> dict[Day, Text]:
    """The titles of the days' runs, with so many cells more than the days need without them."""
    shown = {}
    named = sorted((day for day in days if day.title), key=lambda day: cell_len(day.title))
    # The shortest goes first, and what it leaves of its share is there for the others.
    for left, day in zip(range(len(named), 0, -1), named, strict=True):
        without = max(len(day.name), len(_run(day)), _loads(pen, day).cell_len)
        width = min(without + max(0, room) // left, _TITLE_WIDTH)
        title = _title(pen, day.title, width, lines=2)
        widest = max(cell_len(line) for line in title.plain.split("\n"))
        room -= max(0, widest - without)
        shown[day.day] = title
    return shown


def _columns(
    pen: Pen,
    days: list[wording.DayWords],
    today: date | None,
    titles: Mapping[Day, Text],
) -> Columns:
    """A column for each day, with the titles of the runs below their kinds."""
    rows = [[Text(), *[pen(day.name) for day in days]]]
    if any(day.date == today for day in days):
        marks = [mark_word(Mark.TODAY) if day.date == today else "" for day in days]
        rows.append([Text(), *[pen(mark, "bold") for mark in marks]])
    rows.append([pen(_("Run")), *[pen(_run(day)) for day in days]])
    if titles:
        rows.append([Text(), *[titles.get(day.day, Text()) for day in days]])
    rows.append([pen(_("Strength")), *[_loads(pen, day) for day in days]])
    for _name, *texts in rows:
        for day, text in zip(days, texts, strict=True):
            text.stylize(_past(day, today))
    return Columns.of([[[text] for text in row] for row in rows])


def _strip_down(pen: Pen, days: list[wording.DayWords], today: date | None) -> RenderableType:
    rows = []
    for day in days:
        parts = []
        if day.date == today:
            parts.append(pen(mark_word(Mark.TODAY), "bold"))
        if day.loads:
            parts.append(_strength(pen, day))
        style = _past(day, today)
        rows.append((pen(day.name, style), Styled(_with_run(pen, parts, day), style)))
    return hanging(rows)


def _with_run(pen: Pen, parts: list[Text], day: wording.DayWords) -> Text:
    """What is said of a day, and its run; the title of that has a line of its own where the first
    has no room for it.
    """
    comma = Text(", ")
    if day.run is None:
        return comma.join(parts)
    width = pen.width - _INDENT - _DAY_WIDTH
    whole = comma.join([*parts, pen(wording.run_words(day.run, day.title))])
    if not day.title or whole.cell_len <= width:
        return whole
    kind = comma.join([*parts, pen(wording.run_kind(day.run))])
    return Text("\n").join([kind, _title(pen, day.title, width, lines=1)])


def _title(pen: Pen, title: str, width: int, lines: int) -> Text:
    """As much of the title as has room in so many lines of so many cells."""

    def wrapped(words: str) -> list[Text]:
        return list(pen(words).wrap(pen.console, max(1, width)))

    def fits(words: str) -> bool:
        in_lines = wrapped(words)
        # A word that is broken between two lines does not.
        whole = " ".join(line.plain.rstrip() for line in in_lines) == pen(words).plain
        return whole and len(in_lines) <= lines

    return Text("\n").join(wrapped(wording.shortened(title, fits)))


def _past(day: wording.DayWords, today: date | None) -> str:
    """The style of a day that is past, empty for any other."""
    return "dim" if today is not None and day.date < today else ""


# Seven days side by side need 66.
_STRIPS = {
    False: ((66, _strip_across), (0, _strip_down)),
    True: ((80, _strip_across), (0, _strip_down)),
}
"""By whether any of their runs has a title."""


def _loads(pen: Pen, day: wording.DayWords) -> Text:
    loads = [pen(term(load), LOAD_STYLES[load]) for load in day.loads]
    return Text(", ").join(loads)


def _strength(pen: Pen, day: wording.DayWords) -> Text:
    """`high strength`, in the order of words that the language has."""
    text = pen(_("{loads} strength", loads=", ".join(map(term, day.loads))))
    for load in day.loads:
        text.highlight_words([term(load)], LOAD_STYLES[load])
    return text


def _run(day: wording.DayWords) -> str:
    """`hard`; empty for a day without a run."""
    return term(day.run) if day.run else ""


def _over(week: Week, marks: Mapping[date, Mark]) -> list[Session]:
    """The sessions that are over, while another of the week is to come; none where it is all over:
    who asks for it then wants to see it.
    """
    over = [session for session in week.sessions if marks.get(session.date) in OVER]
    return over if len(over) < len(week.sessions) else []


def _common(sessions: Sequence[Session]) -> _Common:
    exercises = [exercise for session in sessions for exercise in session.exercises]
    warm_ups = [sentences.warm_up_steps(session) for session in sessions]
    begin = []
    if len(sessions) > 1:
        for steps in zip(*warm_ups, strict=False):
            if len(set(steps)) > 1:
                break
            begin.append(steps[0])
    return _Common(prescription.usual_effort(exercises), begin)


def _said_once(pen: Pen, sessions: Sequence[Session], common: _Common) -> RenderableType:
    lines = [effort(pen, [exercise for session in sessions for exercise in session.exercises])]
    if common.warm_up:
        lines.append(pen(_("Warm-up: {steps}", steps="; ".join(common.warm_up)), "dim"))
    return Group(*lines)


def _session(
    pen: Pen,
    session: Session,
    units: Units,
    catalogue: Catalogue,
    purposes: Purposes,
    common: _Common,
    marks: Mapping[date, Mark],
) -> RenderableType:
    before: list[RenderableType] = []
    if session.done is None:
        before = [why(pen, session), warm_up(pen, session, common.warm_up), ""]
    below = exercises(pen, session, units, catalogue, purposes, common.usual, _INDENT)
    return Group(title(pen, session, marks.get(session.date)), indented(*before, below))


def _notes(pen: Pen, notes: tuple[Note, ...], *, with_basis: bool) -> RenderableType:
    """What the week says beside its sessions; its rules only for who asks why."""
    rows = []
    for note in notes:
        mark = pen("-")
        text = sentences.note_text(note)
        if with_basis:
            mark = pen(note.rule, "dim")
            text = _("{text} Basis: {basis}.", text=text, basis=RULE_BY_ID[note.rule].basis)
        rows.append((mark, pen(text)))
    return Group(pen(_("Notes"), "bold"), indented(hanging(rows)))


def _safety(pen: Pen, safety: list[str]) -> RenderableType:
    lines = [(pen("-"), pen(line)) for line in safety[:_SAFETY_LINES]]
    rest = pen(_("befit rules safety has the rest."), "dim")
    return Group(pen(_("Safety"), "bold"), indented(hanging(lines), rest))
