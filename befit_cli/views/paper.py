"""How much of a week there is room for on a sheet of paper, told from how long its texts are.

All lengths are millimetres, those of `paper.css`. What letters take was measured in Chromium, on A4
and Letter, on 2,000 weeks in both languages, of any kit, level, niggle and length, with titles and
notes: 5 in 100 exercises are printed a line longer than told here, and the 9 longest of 1,000 weeks
were each a sheet of Letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from befit_cli.language import _
from befit_cli.values import Units, Week
from befit_cli.views import prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.cards import Card, Row


class Room(StrEnum):
    """What a week's sheet has room for, the most first; its style knows them by these names."""

    ROOMY = "roomy"
    """How each exercise is done beside a large figure, and what comes next."""
    SNUG = "snug"
    """What comes next."""
    FULL = "full"
    """Neither."""
    TIGHT = "tight"
    """Neither, in smaller type."""
    TINY = "tiny"
    """Neither, in the smallest type."""
    BARE = "bare"
    """Nor why a session stands on its day, and its lines are closer."""


class Around(NamedTuple):
    """What stands on a week's sheet beside the week."""

    title: str
    """In large letters."""
    facts: str
    """Behind the title."""
    lines: tuple[str, ...] = ()
    """Paragraphs as wide as the sheet."""
    box: tuple[str, ...] = ()
    """What stands in columns below the week."""


class _Paper(NamedTuple):
    """What a sheet has within its margins."""

    width: float
    height: float


class _Layout(NamedTuple):
    """What a room makes of a week."""

    figure: float
    """How wide the place of an exercise's figure is."""
    least: float
    """How high an exercise is at least."""
    line: float
    """How high a line is."""
    size: float = 1
    """How large letters are, of the usual."""
    has_next: bool = False
    has_setup: bool = False
    has_why: bool = True


class _Work(NamedTuple):
    """How wide the texts of an exercise are."""

    name: float
    dose: float
    sets: float
    """The boxes to tick, the weight and the rest, at the end of two lines."""
    cue: float
    next: float
    setup: float


class _Session(NamedTuple):
    """How wide the texts of a session are."""

    title: float
    why: float
    introduction: float
    works: tuple[_Work, ...]


class _Texts(NamedTuple):
    """How wide the texts of a sheet are."""

    title: float
    lines: tuple[float, ...]
    are_runs_titled: bool
    sessions: tuple[_Session, ...]
    boxes: tuple[float, ...]
    """The notes and the safety text."""


_PAPERS = (_Paper(287, 200), _Paper(269.4, 205.9))
"""A4 and Letter, on their sides."""
_LAYOUTS = {
    Room.ROOMY: _Layout(figure=15, least=13, line=3.65, has_next=True, has_setup=True),
    Room.SNUG: _Layout(figure=11, least=8.5, line=3.65, has_next=True),
    Room.FULL: _Layout(figure=11, least=8.5, line=3.65),
    Room.TIGHT: _Layout(figure=11, least=8.5, line=3.3, size=0.945),
    Room.TINY: _Layout(figure=11, least=8.5, line=3.11, size=0.89),
    Room.BARE: _Layout(figure=11, least=8.5, line=2.97, size=0.89, has_why=False),
}
_LETTER = 1.42
"""Of the usual size, 9 points."""
_BOLD = 1.55
_DATE = 1.75
"""Of a day and a load in bold type, whose letters are wide."""
_TITLE = 1.78
_TITLE_LINE = 4.77
_RAGGED = 2
"""What a line lacks at its end, where the next word is too long for it."""
_BETWEEN = 6
"""What the kinds of type in a paragraph and the words that cannot part take besides."""
_NARROWEST = 10
"""A column, where somebody's own plan has more of them than fit beside each other."""
_BARS = 3
"""The picture of a load."""
_SET = 5.1
"""A box to tick, with the blank behind it."""
_SETS_HEIGHT = 4.7
_WEIGHT = 9
"""The line for a weight, without its unit."""
_GAP = 1.59
"""Between two columns of sessions, or a text and what stands beside it."""
_SESSION_SIDES = 3.7
_BOX_COLUMNS = 3
_BOX_GAP = 3.81
_BOX_SIDES = 16.7
"""With the box's title, which stands beside its text."""
_WEEK_EDGES = 3.4
_SESSION_EDGES = 1.8
_WORK_MARGIN = 0.64
_WORK_EDGES = 0.9
_BOX_EDGES = 2.75
"""Edges are borders and what is free within and between them, from top to bottom."""
_SPARE = 3
"""What is left free of a sheet, for weeks that are longer than told."""


def room(
    week: Week, cards: Sequence[Card], warm_up: Sequence[str], around: Around, units: Units
) -> Room:
    """The most that both A4 and Letter have room for. The warm-up is what all sessions share."""
    texts = _texts(week, cards, warm_up, around, units)
    for room, layout in _LAYOUTS.items():
        if all(_height(texts, paper, layout) + _SPARE <= paper.height for paper in _PAPERS):
            return room
    return Room.BARE


def _texts(
    week: Week, cards: Sequence[Card], warm_up: Sequence[str], around: Around, units: Units
) -> _Texts:
    shared = " ".join([_("In each warm-up:"), *warm_up]) if warm_up else ""
    lines = [*around.lines, *sentences.niggle_lines(week), shared]
    notes = [sentences.note_text(note) for note in week.notes]
    return _Texts(
        title=_TITLE * len(around.title) + _LETTER * len(around.facts),
        lines=tuple([_width(line) + _BETWEEN for line in lines if line]),
        are_runs_titled=any(day.title for day in wording.week_days(week)),
        sessions=tuple([_session(card, warm_up, units) for card in cards]),
        boxes=tuple([_width(*box) + _BETWEEN for box in (notes, around.box) if box]),
    )


def _session(card: Card, warm_up: Sequence[str], units: Units) -> _Session:
    session = card.plan
    own = [step for step in card.warm_up if step not in warm_up]
    facts = [f"{session.minutes} min"]
    if session.with_run:
        facts.append(wording.run_too(session.with_run))
    if card.outcome:
        facts.append(card.outcome)
    title = wording.session_title(session) + wording.load_words(session.load)
    introduction = []
    if own:
        introduction += [wording.warm_up_title(session), "; ".join(own)]
    if card.effort:
        introduction += [_("Each set:"), card.effort]
    return _Session(
        title=_DATE * len(title) + _BARS + _width(*facts) + _GAP * (len(facts) + 2),
        why=_width(card.why),
        introduction=_width(*introduction) + _BETWEEN,
        works=tuple([_work(row, units) for row in card.rows]),
    )


def _work(row: Row, units: Units) -> _Work:
    exercise = row.plan
    cue = [row.effort, exercise.cue, row.adapted]
    if exercise.niggle_note:
        cue += [_("Mind:"), exercise.niggle_note]
    weight = _WEIGHT + _width(units) if row.weighed else 0
    return _Work(
        name=_BOLD * len(exercise.form) + _width(row.name),
        dose=_BOLD * len(prescription.bare_dose(exercise, units)) + _GAP,
        sets=_SET * exercise.sets + weight + _width(prescription.pause(exercise)) + 2 * _GAP,
        cue=_width(*cue),
        next=0 if row.goes_on_as_usual or not row.next else _width(row.next_title, row.next),
        setup=_width(row.setup),
    )


def _width(*texts: str) -> float:
    return _LETTER * sum([len(text) + 1 for text in texts if text])


def _height(texts: _Texts, paper: _Paper, layout: _Layout) -> float:
    """How high the sheet is."""
    between = (paper.width - _BOX_SIDES - (_BOX_COLUMNS - 1) * _BOX_GAP) / _BOX_COLUMNS
    lines = 3 if texts.are_runs_titled else 2
    for width in texts.lines:
        lines += _lines(width * layout.size, paper.width)
    for width in texts.boxes:
        lines += ceil(_lines(width * layout.size, between) / _BOX_COLUMNS)
    height = _lines(texts.title, paper.width) * _TITLE_LINE
    height += _WEEK_EDGES + len(texts.boxes) * _BOX_EDGES + lines * layout.line
    number = max(len(texts.sessions), 2)  # one alone is half as wide as the sheet
    column = (paper.width - (number - 1) * _GAP) / number - _SESSION_SIDES
    sessions = [_session_height(session, column, layout) for session in texts.sessions]
    return height + max(sessions, default=layout.line)


def _session_height(session: _Session, column: float, layout: _Layout) -> float:
    lines = _lines(session.title * layout.size, column)
    introduction = session.introduction + (session.why if layout.has_why else 0)
    lines += _lines(introduction * layout.size, column)
    height = _SESSION_EDGES + lines * layout.line
    for work in session.works:
        height += _work_height(work, column - layout.figure, layout)
    return height


def _work_height(work: _Work, column: float, layout: _Layout) -> float:
    cue = work.cue
    setup = work.setup if layout.has_setup else 0
    if layout.has_next and not setup:
        cue += work.next
    sets = min(work.sets, column)
    height = _lines(work.name * layout.size, column - work.dose * layout.size) * layout.line
    if _lines(cue * layout.size + sets, column) == 1:
        # The boxes are higher than a line, and what stands below it gets out of their way.
        height += layout.line if setup else _SETS_HEIGHT
        setup += sets if setup else 0
    else:
        height += max(2, _lines(cue * layout.size + 2 * sets, column)) * layout.line
    if setup:
        below = _lines(setup * layout.size, column) + _lines(work.next * layout.size, column)
        height += below * layout.line
    return _WORK_MARGIN + max(_WORK_EDGES + height, layout.least)


def _lines(width: float, column: float) -> int:
    """How many lines of a column so much text fills."""
    return ceil(width / max(column - _RAGGED, _NARROWEST))
