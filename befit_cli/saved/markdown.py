"""The text of a plan in Markdown -> its weeks: what `views.markdown` writes, and what a person
makes of it by hand.

Headings say the week and the day, the tables what to do. What stands beside them, such as a
paragraph of the runner's own, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import asdict, replace

from befit_cli.saved import cells as plan_words
from befit_cli.saved.entries import WeekHead
from befit_cli.saved.reading import (
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Note,
    Phase,
    Prescription,
    Runs,
    SafetyLine,
    Session,
    WarmUp,
    Week,
    usual_runs,
)
from befit_cli.yaml.nodes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


_WEEK = re.compile(r"week ([0-9]{1,3})\b", re.IGNORECASE)
_NOTE = re.compile(r"(R[0-9]+[a-z]?)\b:?\s*(.*)")
_DONE = re.compile(r"(\[.\] ?)?done\W*", re.IGNORECASE)
_WARM_UP = re.compile(r"warm.?up\b", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
MOST_CHARACTERS = 10_000
"""The most characters of any text that befit reads."""
MOST_ENTRIES = 100
"""The most sessions of a week, exercises of a session, or entries of any other list that befit
reads.
"""
_CELLS: dict[str, Callable[[str], dict[str, Any]]] = {
    "dose": plan_words.dose,
    "effort": plan_words.effort,
    "rest": plan_words.rest,
}


_UNKNOWN = WeekHead(
    number=1, of=1, starts=date(2001, 1, 1), phase=Phase.GENERAL, deload=False, taper=False
)
"""Stands in where the front matter is faulty, so that the faults below it are told too."""


class Body(NamedTuple):
    """The weeks in the order of the front matter, and the safety lines; neither is to be used where
    there are faults.
    """

    weeks: tuple[Week, ...]
    safety: tuple[SafetyLine, ...]
    faults: list[Fault]


def read_body(
    text: str, athlete: Athlete, heads: dict[int, WeekHead], catalogue: Catalogue
) -> Body:
    """The weeks and safety lines of the text; `heads` has the weeks of the front matter by their
    numbers, none where it is faulty.

    The day of a session is the weekday of its heading, whatever date stands beside it: who moves a
    session changes the weekday. The date, and the run of that day, follow from it. What the
    catalogue knows of a form is the catalogue's.
    """
    reader = _Reader(text.split("\n"), athlete, catalogue)
    weeks: dict[int, Week] = {}
    safety: tuple[SafetyLine, ...] = ()
    pieces = _pieces(text)
    for piece in pieces:
        if len(piece.text) > MOST_CHARACTERS:
            reader.fault(
                piece.line,
                f"{len(piece.text):,} characters; befit reads {MOST_CHARACTERS:,} at most",
            )
    for heading, below in _sections(pieces, "h2"):
        if found := _WEEK.match(heading.text):
            number = int(found[1])
            if number in weeks:
                reader.fault(heading.line, f"week {number} stands here twice")
            elif heads and number not in heads:
                reader.fault(heading.line, f"week {number} is not in the front matter")
            weeks[number] = reader.week(heads.get(number, _UNKNOWN), below)
        elif heading.text.casefold() == "safety":
            safety = tuple(read_safety(piece.text) for piece in below if piece.kind == "li")
    for number in heads.keys() - weeks.keys():
        reader.fault(
            len(reader.lines),
            f"there is no heading '## Week {number}', and the front matter has that week",
        )
    return Body(tuple(weeks[number] for number in heads if number in weeks), safety, reader.faults)


class _Piece(NamedTuple):
    """One run of text: its kind is h1 to h6, p, li, th or td."""

    kind: str
    line: int
    text: str


def _pieces(text: str) -> list[_Piece]:
    from markdown_it import MarkdownIt  # late, for the start-up time of everything else

    pieces: list[_Piece] = []
    tags: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.nesting == 1:
            tags.append(token.tag)
        elif token.nesting == -1:
            tags.pop()
        elif token.type == "inline" and token.map:
            words = (
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
            )
            kind = {"ul": "li", "ol": "li", "table": tags[-1]}.get(tags[0], tags[0])
            pieces.append(_Piece(kind, token.map[0] + 1, " ".join("".join(words).split())))
    return pieces


def _sections(pieces: list[_Piece], kind: str) -> Iterator[tuple[_Piece, list[_Piece]]]:
    """Each heading of that kind with the pieces up to the next."""
    starts = [at for at, piece in enumerate(pieces) if piece.kind == kind]
    for start, end in pairwise([*starts, len(pieces)]):
        yield pieces[start], pieces[start + 1 : end]


def _why(pieces: list[_Piece]) -> str:
    """The session's paragraph, which stands before its warm-up."""
    for piece in pieces:
        if piece.kind == "p" and not _DONE.fullmatch(piece.text):
            return piece.text
    return ""


class _Reader:
    """Pieces into weeks, sessions and prescriptions; what cannot be understood becomes a fault and
    is left out.
    """

    def __init__(self, lines: list[str], athlete: Athlete, catalogue: Catalogue) -> None:
        self.faults: list[Fault] = []
        self.lines = lines
        self._athlete = athlete
        self._catalogue = catalogue

    def fault(self, line: int, sentence: str) -> None:
        self.faults.append(((line,), sentence))

    def _told(self, line: int, read: Callable[..., Any], *said: Any) -> Any:
        """What `read` makes of it, or None and a fault."""
        try:
            return read(*said)
        except ValueError as error:
            self.fault(line, str(error))
            return None

    def week(self, head: WeekHead, pieces: list[_Piece]) -> Week:
        sessions: list[Session] = []
        runs = usual_runs(self._athlete, head.starts)
        notes: tuple[Note, ...] = ()
        for heading, below in _sections(pieces, "h3"):
            if heading.text.casefold() == "notes":
                found = (_NOTE.match(piece.text) for piece in below if piece.kind == "li")
                notes = tuple(read_note(note[1], note[2]) for note in found if note)
            else:
                sessions += self._session(head.starts, runs, heading, below)
        if len(sessions) > MOST_ENTRIES:
            self.fault(
                pieces[0].line, f"{len(sessions):,} sessions; befit reads {MOST_ENTRIES} at most"
            )
        in_order = sorted(sessions, key=lambda session: session.day.rank)
        numbered = [replace(session, slot=place) for place, session in enumerate(in_order, 1)]
        return Week(**asdict(head), runs=runs, sessions=tuple(numbered), notes=notes)

    def _session(
        self, monday: date, runs: Runs, heading: _Piece, below: list[_Piece]
    ) -> Iterator[Session]:
        exercises = tuple(self._exercises(heading, below))
        fields = self._told(heading.line, plan_words.heading, heading.text)
        warm_up, before = self._warm_up(below)
        if fields:
            day: Day = fields["day"]
            yield Session(
                **fields,
                date=monday + timedelta(days=day.rank),
                slot=0,
                reasons=read_reasons(_why(before)),
                with_run=runs.on(day),
                warm_up=warm_up,
                exercises=exercises,
            )

    def _warm_up(self, below: list[_Piece]) -> tuple[WarmUp, list[_Piece]]:
        """The warm-up, and the pieces before it; without one it takes no minutes, and check has its
        word to say.
        """
        for at, piece in enumerate(below):
            if piece.kind == "p" and _WARM_UP.match(piece.text):
                items = takewhile(lambda step: step.kind == "li", below[at + 1 :])
                steps = tuple([read_warm_up_step(item.text) for item in items])
                minutes = self._told(piece.line, plan_words.minutes, piece.text)
                return WarmUp(minutes=minutes, steps=steps), below[:at]
        return WarmUp(minutes=0, steps=()), below

    def _exercises(self, heading: _Piece, below: list[_Piece]) -> Iterator[Prescription]:
        """The rows of the session's table; other tables are the runner's own."""
        titles: list[str] = []
        rows = 0
        for (kind, line), pieces in groupby(below, lambda piece: (piece.kind, piece.line)):
            texts = [piece.text for piece in pieces]
            if kind == "th":
                titles = [text.casefold() for text in texts]
            elif kind == "td" and {"exercise", *_CELLS} <= set(titles) and any(texts):
                rows += 1
                if exercise := self._exercise(line, titles, texts):
                    yield exercise
            elif kind == "p" and texts[0].startswith("|"):
                self.fault(
                    line,
                    "this row belongs to no table: a table is a row of titles, a row of dashes, "
                    "and no empty line in between",
                )
        if rows > MOST_ENTRIES:
            self.fault(heading.line, f"{rows:,} exercises; befit reads {MOST_ENTRIES} at most")
        if not rows:
            self.fault(
                heading.line,
                "there are no exercises here: a table needs at least the columns Exercise, Dose, "
                "Effort and Rest",
            )

    def _exercise(self, line: int, titles: list[str], texts: list[str]) -> Prescription | None:
        cells = (
            len(_BAR.findall(self.lines[line - 1].strip().removeprefix("|").removesuffix("|"))) + 1
        )
        if cells != len(titles):
            self.fault(line, f"this row has {cells} cells, and the table {len(titles)} columns")
            return None
        row = dict(zip(titles, texts, strict=True))
        found = self._told(
            line, plan_words.find_form, self._catalogue, row.get("id") or None, row["exercise"]
        )
        read = [self._told(line, cell, row[title]) for title, cell in _CELLS.items()]
        if found is None or None in read:
            return None
        exercise, form = found
        dose, effort, rest = read
        if dose["reps"] and not form.seconds_per_rep:
            self.fault(line, f"{form.name} is a hold: give it seconds, such as 2 × 20-s hold")
            return None
        known = plan_words.known(exercise, form, self._athlete)
        said = {
            "niggle_note": row.get("mind") or None,
            "cue": row.get("cue", ""),
            "next": read_next(row.get("next", ""), dose["hold_s"]),
        }
        return Prescription(**(known | dose | effort | rest | said))
