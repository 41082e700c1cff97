"""The text of a plan in Markdown -> its weeks: what `views.markdown` writes, and what a person
makes of it by hand.

Headings say the week and the day, the tables what to do. What stands beside them, such as a
paragraph of the runner's own, is left alone; but a session's heading or a table of exercises that
is not where one is read from is a fault, for what is left out is not checked.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from befit_cli.catalogue.names import named_anywhere, spelled
from befit_cli.evidence.load import dosed_load
from befit_cli.evidence.warm_up import contacts
from befit_cli.language import Language, _, message, speaking
from befit_cli.saved import cells, spellings
from befit_cli.saved.entries import WeekHead
from befit_cli.saved.numbers import slots
from befit_cli.saved.pieces import Piece, pieces_of, sections
from befit_cli.saved.plan import around, week_of
from befit_cli.saved.reading import (
    read_adapted,
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import (
    OWN_WORDS,
    Athlete,
    Catalogue,
    Exercise,
    Form,
    Load,
    Note,
    Phase,
    Prescription,
    Reason,
    ReasonKey,
    Runs,
    SafetyLine,
    Session,
    WarmUp,
    Week,
)
from befit_cli.yaml.nodes import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_CHARACTERS = 10_000
"""The most characters of any text that befit reads."""
MOST_ENTRIES = 100
"""The most sessions of a week, exercises of a session, or entries of any other list that befit
reads.
"""
_MOST_LINES = 20_000
"""A block of 30 weeks has six thousand."""

# blanks are passed over from the first of them alone
_NOTE = re.compile(r"(?P<text>.*?)(?<!\s)\s*<!-- (?P<rule>R[0-9]+[a-z]?) -->")
_OLDER_NOTE = re.compile(r"(?P<rule>R[0-9]+[a-z]?)\b:?\s*(?P<text>.*)")
_LONE_ROW = message(
    "this row belongs to no table: a table is a row of titles, a row of dashes, and no empty line "
    "in between"
)
_LACKING_ROW = message(
    "befit reads no exercise of this row: its table needs at least the columns Exercise, Dose and "
    "Rest"
)
_NO_EFFORT = message(
    "this row says no effort: put it behind the dose, such as 3 × 8, 3 left, or for all rows above "
    "the table, such as Effort: stop with 3 left"
)
_BAR = re.compile(r"(?<!\\)\|")
_UNKNOWN = WeekHead(
    number=1, of=1, starts=date(2001, 1, 1), phase=Phase.GENERAL, deload=False, taper=False
)
"""Stands in where the head of the file is faulty, so that the faults below it are told too."""
_Written = TypeVar("_Written")
_Meaning = TypeVar("_Meaning")


def too_long(number: int) -> str:
    """The sentence for a text of so many characters, more than befit reads."""
    return _(
        "{number:,} characters; befit reads {most:,} at most", number=number, most=MOST_CHARACTERS
    )


def too_many(number: int) -> str:
    """The sentence for a list of so many entries, more than befit reads."""
    return _("{number:,} entries; befit reads {most} at most", number=number, most=MOST_ENTRIES)


class Body(NamedTuple):
    """What stands in the text beside its head; weeks and safety lines are not to be used where
    there are faults.
    """

    weeks: tuple[Week, ...]
    """In the order of the head."""
    safety: tuple[SafetyLine, ...]
    faults: list[Fault]
    """Each with its line in the file."""


def read_body(
    text: str, athlete: Athlete, heads: dict[int, WeekHead], catalogue: Catalogue
) -> Body:
    """The weeks and safety lines of the text; `heads` has the weeks of the file's head by their
    numbers, none where it is faulty.

    The day of a session is the weekday of its heading, whatever date stands beside it: who moves a
    session changes the weekday. The date, and the run of that day, follow from it. What the
    catalogue knows of a form is the catalogue's, and what the niggles change follows from the
    exercises.
    """
    reader = _Reader(text.split("\n"), athlete, catalogue)
    if len(reader.lines) > _MOST_LINES:
        wrong = _(
            "{number:,} lines; befit reads {most:,} at most",
            number=len(reader.lines),
            most=_MOST_LINES,
        )
        reader.fault(_MOST_LINES + 1, wrong)
        return Body((), (), reader.faults)
    weeks: dict[int, Week] = {}
    safety: list[Piece] = []
    pieces = pieces_of(text)
    reader.refuse_long(pieces)
    for heading, below in sections(pieces, "h2"):
        title = spellings.WEEK.match(heading.text)
        if title:
            number = int(title[1])
            if number in weeks:
                reader.fault(heading.line, _("week {number} stands here twice", number=number))
            elif heads and number not in heads:
                reader.fault(
                    heading.line,
                    _("week {number} is not among the file's 'weeks'", number=number),
                )
            weeks[number] = reader.week(heads.get(number, _UNKNOWN), below)
        elif heading.text.casefold() in spellings.SAFETY:
            safety += below
    reader.refuse_unread(pieces)
    for missing in heads.keys() - weeks.keys():
        reader.fault(
            len(reader.lines),
            _(
                "there is no heading '## Week {number}', and the file's 'weeks' have that week",
                number=missing,
            ),
        )
    in_order = tuple(weeks[number] for number in heads if number in weeks)
    return Body(in_order, read_safety(reader.entries(safety)), reader.faults)


class _Reader:
    """Pieces into weeks, sessions and prescriptions; what cannot be understood becomes a fault and
    is left out.
    """

    lines: list[str]
    """The text's, with empty ones for the head."""
    faults: list[Fault]
    """What could not be understood."""
    _read: set[int]
    """The lines of sessions' headings, of reasons, of titles of tables of exercises, and of their
    rows, that were read.
    """

    def __init__(self, lines: list[str], athlete: Athlete, catalogue: Catalogue) -> None:
        self.lines = lines
        self.faults = []
        self._read = set()
        self._athlete = athlete
        self._runner = athlete
        self._here = athlete
        self._catalogue = catalogue

    def fault(self, line: int, sentence: str) -> None:
        """Keep what is wrong on that line."""
        self.faults.append(((line,), sentence))

    def refuse_long(self, pieces: list[Piece]) -> None:
        """Keep a fault for each text that is longer than any plan's."""
        for piece in pieces:
            number = len(piece.text)
            if number > MOST_CHARACTERS and piece.kind != "code":
                self.fault(piece.line, too_long(number))

    def entries(self, pieces: Iterable[Piece]) -> list[str]:
        """The texts of the items of lists; a fault is kept where they are too many."""
        listed = [piece for piece in pieces if piece.kind == "li"]
        if len(listed) > MOST_ENTRIES:
            self.fault(listed[0].line, too_many(len(listed)))
        return [piece.text for piece in listed]

    def refuse_unread(self, pieces: list[Piece]) -> None:
        """Keep a fault for each heading of a session, table of exercises and row of one of which
        no session was made: it lost its marks, or stands where none is read.
        """
        titles_are_told = False  # and with them the rows below
        # The cells of a row are one.
        for (kind, line), row in groupby(pieces, lambda piece: (piece.kind, piece.line)):
            texts = [piece.text for piece in row]
            if kind not in ("th", "td"):
                titles_are_told = False
                if "|" in texts[0]:
                    texts = [text.strip() for text in texts[0].split("|")]
            if line in self._read:
                continue
            if cells.names_columns(texts):
                titles_are_told = kind == "th"
                self.fault(
                    line,
                    _(
                        "this table of exercises belongs to no session: put it below a session's "
                        "heading, such as '### Monday · low load · 25 min'"
                    ),
                )
            elif cells.is_row(texts, self._catalogue) and not titles_are_told:
                fault = _LACKING_ROW if kind == "td" else _LONE_ROW
                self.fault(line, _(fault))
            elif kind not in ("th", "td") and cells.heads_session(texts[0]):
                self.fault(
                    line,
                    _(
                        "this looks like a session's heading and is none: begin it with ### and a "
                        "blank, in a week"
                    ),
                )

    def week(self, head: WeekHead, pieces: list[Piece]) -> Week:
        """The week of which the file's head says `head`, from what stands below its heading."""
        sessions: list[Session] = []
        its = around(head, self._athlete)
        self._runner = its.runner or self._athlete
        notes: list[Note] = []
        for heading, below in sections(pieces, "h3"):
            if heading.text.casefold() in spellings.NOTES:
                notes = _notes(self.entries(below))
                continue
            session = self._session(head.starts, its.runs, heading, below)
            if session:
                sessions.append(session)
        if len(sessions) > MOST_ENTRIES:
            self.fault(
                pieces[0].line,
                _(
                    "{number:,} sessions; befit reads {most} at most",
                    number=len(sessions),
                    most=MOST_ENTRIES,
                ),
            )
        # By their weekdays: who moves a session to another day leaves it where it stood.
        in_order = sorted(sessions, key=lambda session: session.day)
        numbers = _slots(head, in_order)
        numbered = [
            replace(session, slot=slot) for slot, session in zip(numbers, in_order, strict=True)
        ]
        return week_of(head, its, self._athlete, numbered, notes, self._catalogue)

    def _session(
        self, monday: date, runs: Runs, heading: Piece, below: list[Piece]
    ) -> Session | None:
        self._read.add(heading.line)
        title = self._understood(heading.line, cells.heading, heading.text)
        if title is not None:
            self._here = self._runner.on(title.day)
        exercises = tuple(self._exercises(heading, below))
        warm_up, before = self._warm_up(below)
        if title is None:
            return None
        return Session(
            slot=0,
            day=title.day,
            # The weekday beats the date beside it: a person who moves a session changes the word
            # that says when they train, and few go on to count the days.
            date=monday + timedelta(days=title.day.rank),
            load=title.load,
            minutes=title.minutes,
            reasons=self._why(before, runs),
            with_run=runs.on(title.day),
            warm_up=warm_up,
            exercises=exercises,
        )

    def _why(self, pieces: list[Piece], runs: Runs) -> tuple[Reason, ...]:
        """The session's reasons, of the pieces before its warm-up.

        Runners write there how it went, above and below. So it is the first paragraph that says
        something in befit's words, else the last.
        """
        titles = runs.names.values()
        reasons: tuple[Reason, ...] = ()
        for piece in pieces:
            if piece.kind == "p" and not (
                spellings.DONE.fullmatch(piece.text) or spellings.EFFORT_LINE.fullmatch(piece.text)
            ):
                reasons = read_reasons(piece.text, titles)
                if reasons and not any(OWN_WORDS in reason.facts for reason in reasons):
                    # Nothing is left unread, though a run's title may look like a heading or a row.
                    self._read.add(piece.line)
                if any(reason.key != ReasonKey.OWN for reason in reasons):
                    return reasons
        return reasons

    def _warm_up(self, below: list[Piece]) -> tuple[WarmUp, list[Piece]]:
        """The warm-up, and the pieces before it; without one it takes no minutes, and check has its
        word to say.
        """
        for place, piece in enumerate(below):
            if piece.kind == "p" and spellings.WARM_UP.match(piece.text):
                after = takewhile(lambda step: step.kind == "li", below[place + 1 :])
                steps = tuple(read_warm_up_step(step) for step in self.entries(after))
                minutes = self._understood(piece.line, cells.minutes, piece.text)
                warm_up = WarmUp(minutes=minutes or 0, steps=steps, contacts=contacts(steps))
                return warm_up, below[:place]
        return WarmUp(minutes=0, steps=()), below

    def _exercises(self, heading: Piece, below: list[Piece]) -> Iterator[Prescription]:
        """The rows of the session's tables; those without the columns are the runner's own."""
        titles: list[str] = []
        rows = 0
        unread: list[int] = []
        below_table = _below_table(below)
        effort: cells.Effort | None = None
        # Pieces know of no rows: cells of one kind on one line are one.
        for (kind, line), pieces in groupby(below, lambda piece: (piece.kind, piece.line)):
            texts = [piece.text for piece in pieces]
            if kind == "th":
                titles = [spellings.column(text) for text in texts]
                if cells.names_columns(texts):
                    self._read.add(line)
            elif kind == "td" and cells.names_columns(titles) and any(texts):
                rows += 1
                self._read.add(line)
                row = self._row(line, titles, texts)
                exercise = self._exercise(line, row, effort, below_table) if row else None
                if exercise:
                    yield exercise
            elif kind == "td":
                unread.append(line)
            elif kind == "p" and texts[0].startswith("|"):
                self._read.add(line)
                self.fault(line, _(_LONE_ROW))
            elif kind == "p" and (said := spellings.EFFORT_LINE.fullmatch(texts[0])):
                effort = self._understood(line, cells.effort, said["effort"])
        if rows > MOST_ENTRIES:
            self.fault(
                heading.line,
                _(
                    "{number:,} exercises; befit reads {most} at most",
                    number=rows,
                    most=MOST_ENTRIES,
                ),
            )
        if not rows:
            # One fault for the session is enough.
            self._read.update(unread)
            self.fault(
                heading.line,
                _(
                    "there are no exercises here: a table needs at least the columns Exercise, "
                    "Dose and Rest"
                ),
            )

    def _row(self, line: int, titles: list[str], texts: list[str]) -> dict[str, str] | None:
        """The texts of a row by their titles."""
        # The parser fills up a row that is too short, and cuts one that is too long; which cell is
        # missing, nobody knows then. So the bars of the line itself are counted.
        row_line = self.lines[line - 1].lstrip("> \t").rstrip()
        row_line = row_line.removeprefix("|").removesuffix("|")
        number = len(_BAR.findall(row_line)) + 1
        if number != len(titles):
            self.fault(
                line,
                _(
                    "this row has {cells} cells, and the table {columns} columns",
                    cells=number,
                    columns=len(titles),
                ),
            )
            return None
        return dict(zip(titles, texts, strict=True))

    def _exercise(
        self,
        line: int,
        row: dict[str, str],
        usual: cells.Effort | None,
        below_table: dict[str, list[str]],
    ) -> Prescription | None:
        """What the row says, with the effort that is `usual` in its session, and with what stands
        of it below its table.
        """
        # All cells are read before any is found wrong, so that each fault of the row is told.
        match = self._understood(line, self._form, row)
        dose = self._understood(line, cells.dose_and_effort, row["dose"])
        effort = dose[1] if dose else None
        if effort is None and "effort" in row:
            effort = self._understood(line, cells.effort, row["effort"])
        elif effort is None and dose and usual is None:
            self.fault(line, _(_NO_EFFORT))
        effort = effort or usual
        rest_s = self._understood(line, cells.rest, row["rest"])
        if match is None or dose is None or effort is None or rest_s is None:
            return None
        work = dose[0]
        exercise, form = match
        told = {}
        for key in cells.BELOW:
            told[key] = row.get(key) or _taken(below_table[key], exercise, form)
        known = cells.known(exercise, form, self._here)
        # What is a hold may be done as repetitions, where the cell says how long they take.
        tempo = work.seconds_per_rep or known["seconds_per_rep"]
        known["seconds_per_rep"] = tempo if work.reps else None
        if work.reps and not tempo:
            needs_seconds = _(
                "{form} is a hold: give it seconds, such as 2 × 20-s hold", form=form.name
            )
            self.fault(line, needs_seconds)
            return None
        # No form is less than low, and so none of low load is light.
        light = effort.light and form.load is not Load.LOW
        known["load"] = dosed_load(form.load, light=light)
        return Prescription(
            **known,
            light=light,
            sets=work.sets,
            reps=work.reps,
            hold_s=work.hold_s,
            rest_s=rest_s,
            rir=effort.rir,
            niggle_note=told["mind"] or None,
            cue=row.get("cue", ""),
            next=read_next(told["next"], work.hold_s, known["kit"]),
            kg=work.kg,
            adapted=read_adapted(told["why"]),
        )

    def _form(self, row: dict[str, str]) -> tuple[Exercise, Form]:
        id_, name = row.get("id", ""), row["exercise"]
        try:
            return cells.find_form(self._catalogue, id_ or None, name)
        except ValueError:
            # Only now: what looks like a tick or a link may be part of the form's own name.
            said_id = cells.said(id_)
            return cells.find_form(self._catalogue, said_id or None, cells.said(name))

    def _understood(
        self, line: int, read: Callable[[_Written], _Meaning], written: _Written
    ) -> _Meaning | None:
        """What `read` makes of it, or None and a fault."""
        try:
            return read(written)
        except ValueError as error:
            self.fault(line, str(error))
            return None


def _below_table(pieces: list[Piece]) -> dict[str, list[str]]:
    """The items of the lists of `BELOW`, under its keys."""
    keys: dict[str, str] = {}
    for language in Language:
        with speaking(language):
            keys |= {_(title).casefold(): key for key, title in cells.BELOW.items()}
            keys[_(cells.NEXT_IN_TAPER).casefold()] = "next"
    found: dict[str, list[str]] = {key: [] for key in cells.BELOW}
    key: str | None = None
    for piece in pieces:
        if piece.kind != "li":
            key = keys.get(piece.text.rstrip(":").casefold()) if piece.kind == "p" else None
        elif key:
            found[key].append(piece.text)
    return found


def _taken(items: list[str], exercise: Exercise, form: Form) -> str:
    """What stands behind the form's name in the first item that begins with it, which is taken out;
    empty where none does.
    """
    names = named_anywhere(form, exercise)
    for place, item in enumerate(items):
        # A name may have a colon in it, and what is said of it too.
        for colon in re.finditer(":", item):
            head = item[: colon.start()]
            if spelled(head) in names or spelled(cells.said(head)) in names:
                del items[place]
                return item[colon.end() :].strip()
    return ""


def _slots(head: WeekHead, sessions: list[Session]) -> list[int]:
    """The slot of each session: the one that has its day in the head; one on another day
    was moved there, and has the slot of a day that was left.
    """
    left = dict(head.slots)
    said = [left.pop(session.day, None) for session in sessions]
    return slots(said, vacant=list(left.values()))


def _notes(entries: list[str]) -> list[Note]:
    """The items that name their rule, at their end or, as befit 0.1 wrote them, at their beginning;
    others are the runner's own.
    """
    notes = []
    for item in entries:
        note = _NOTE.fullmatch(item) or _OLDER_NOTE.fullmatch(item)
        if note:
            notes.append(read_note(note["rule"], note["text"]))
    return notes
