"""A plan in Markdown, in which a runner ticked what was done -> entries of the log.

The box of a session says that it was done, as planned where nothing else is said. What was
otherwise stands in the words of `befit done` in the column `Did`, or behind `Done:`; a tick at the
end of a row's cell counts for that row alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _
from befit_cli.log.done_words import read_done
from befit_cli.log.standing import place_of
from befit_cli.log.told import MOST_OF_NOTE
from befit_cli.saved import cells, spellings
from befit_cli.saved.pieces import Piece, pieces_of, sections
from befit_cli.saved.plan_file import read_plan, text_of_plan
from befit_cli.saved.reading import read_reasons
from befit_cli.values import OWN_WORDS, Catalogue, Plan, Session, Units, Week
from befit_cli.values.history import PlanPlace, SessionLog, Work
from befit_cli.values.running_plan import Unread
from befit_cli.yaml.nodes import Fault, located

_DID = ("did", "done")
"""What the column is called."""
_TICKS = "✓✔✅☑"
_BOX = re.compile(
    rf"(?:\[(?P<box>.)\]|(?P<tick>[{_TICKS}])\ufe0f?)(?:\s*(?:done|hech[oa]):\s*(?P<told>.*))?",
    re.IGNORECASE,
)
_ENDS_WITH_BOX = re.compile(
    rf"(?:\A|(?<=\s))(?:\[(?P<box>[ xX])\]|(?P<tick>[{_TICKS}])\ufe0f?)\s*\Z"
)
_TICK_ALONE = ("x", "yes", "sí", "si")
_DASH_ALONE = ("-", "–", "—")


class Ticked(NamedTuple):
    """What a plan says was done."""

    sessions: tuple[SessionLog, ...]
    """By date."""
    unread: tuple[Unread, ...]


class _Row(NamedTuple):
    """What a row says of its exercise."""

    line: int
    ticked: bool | None
    """None without a box."""
    did: str


class _Box(NamedTuple):
    """The box of a session."""

    ticked: bool = False
    told: str = ""
    """What stands behind `Done:`."""


class _Marks(NamedTuple):
    """What a session of the file says beside its plan."""

    line: int
    box: _Box
    rows: list[_Row]
    note: str

    @property
    def by_row(self) -> bool:
        """Whether its rows say what was done, each by itself."""
        return any(row.did or row.ticked is not None for row in self.rows)


def read_ticked_plan(
    content: bytes, file: str, catalogue: Catalogue, *, today: date, units: Units
) -> Ticked:
    """The sessions of the plan that were done up to today, whole or in part; `units` is what a
    weight is in where the column `Did` doesn't say it.

    Raises FileFaults for a plan with faults, and for words of `Did` that mean nothing; BefitError
    for a plan in JSON, which has no boxes.
    """
    plan = read_plan(content, file, catalogue)
    text = text_of_plan(content)
    if text is None:
        raise BefitError(
            _("{file} is a plan without boxes to tick.", file=file),
            _("Tick the boxes of a plan that befit wrote with -o plan.md, or say befit done."),
        )
    sessions: list[SessionLog] = []
    unread: list[Unread] = []
    faults: list[Fault] = []
    for session, marks, place in _marked(plan, text):
        faults_before = len(faults)
        try:
            did = _did(session, marks, catalogue, units, faults)
        except UsageError as error:
            # befit may have written it, in words that are for people
            unread.append(Unread(where=_("line {line}", line=marks.line), why=str(error)))
            continue
        if len(faults) > faults_before:
            continue
        if not did:
            if marks.box.ticked:
                why = _("its box is ticked, and none of its rows is")
                unread.append(Unread(where=_("line {line}", line=marks.line), why=why))
            continue
        if session.date > today:
            why = _("{day}, {date}, hasn't come yet", day=session.day.title, date=session.date)
            unread.append(Unread(where=_("line {line}", line=marks.line), why=why))
        else:
            sessions.append(_log(session, marks, place, did))
    if faults:
        raise located(file, faults)
    return Ticked(tuple(sorted(sessions, key=lambda logged: logged.date)), tuple(unread))


def _did(
    session: Session, marks: _Marks, catalogue: Catalogue, units: Units, faults: list[Fault]
) -> dict[str, tuple[Work, ...]]:
    """What was done of each exercise of the session; those that were not tried are missing. Raises
    UsageError where what stands behind `Done:` means nothing; of the rows that are faults.
    """
    told = marks.box.told
    if told and not marks.by_row:
        return read_done([told], session, catalogue, units)
    row_ticked = any(row.ticked for row in marks.rows)
    did: dict[str, tuple[Work, ...]] = {}
    for exercise, row in zip(session.exercises, marks.rows, strict=True):
        ticked = row.ticked if row.ticked is not None else marks.box.ticked and not row_ticked
        if not (ticked or row.did):
            continue
        try:
            # Of that exercise alone, so that its words need not name it.
            works = read_done([row.did], replace(session, exercises=(exercise,)), catalogue, units)
        except UsageError as error:
            faults.append(((row.line,), str(error)))
            continue
        for id_, done in works.items():
            did[id_] = did.get(id_, ()) + done
    if told:
        did |= _beside_plan(told, session, catalogue, units)
    return did


def _beside_plan(
    told: str, session: Session, catalogue: Catalogue, units: Units
) -> dict[str, tuple[Work, ...]]:
    """What was done that is not planned, where the rows say the rest; nothing where what is told is
    for people.
    """
    try:
        works = read_done([told], replace(session, exercises=()), catalogue, units)
    except UsageError:
        return {}
    planned = {exercise.id for exercise in session.exercises}
    return {id_: done for id_, done in works.items() if id_ not in planned}


def _log(
    session: Session, marks: _Marks, place: PlanPlace, did: dict[str, tuple[Work, ...]]
) -> SessionLog:
    as_planned = marks.box.ticked and not marks.box.told and not marks.by_row
    return SessionLog(
        date=session.date,
        plan=place,
        minutes=session.minutes if as_planned else None,
        did=did,
        note=marks.note,
    )


def _marked(plan: Plan, text: str) -> Iterator[tuple[Session, _Marks, PlanPlace]]:
    """Each session of the plan with what the file says beside it."""
    by_week: dict[int, list[Piece]] = {}
    for heading, below in sections(pieces_of(text), "h2"):
        if title := spellings.WEEK.match(heading.text):
            by_week[int(title[1])] = below
    for week in plan.weeks:
        marks = _marks_of(week, by_week[week.number])
        for session, its in zip(week.sessions, marks, strict=True):
            yield session, its, place_of(week, session.slot)


def _marks_of(week: Week, pieces: list[Piece]) -> list[_Marks]:
    """In the order of the week's sessions: by their days."""
    found = []
    for heading, below in sections(pieces, "h3"):
        if heading.text.casefold() not in spellings.NOTES:
            titles = tuple(week.runs.names.values())
            marks = _Marks(heading.line, _box(below), list(_rows(below)), _note(below, titles))
            found.append((cells.heading(heading.text).day, marks))
    return [marks for _day, marks in sorted(found, key=lambda pair: pair[0])]


def _box(pieces: list[Piece]) -> _Box:
    """The first one."""
    for piece in pieces:
        if box := _box_in(piece):
            return _Box(_is_tick(box), box["told"] or "")
    return _Box()


def _box_in(piece: Piece) -> re.Match[str] | None:
    """The box that the piece begins with; a text without its bullet has one where it is no more
    than that.
    """
    box = _BOX.match(piece.text)
    alone = piece.kind == "p" and spellings.DONE.fullmatch(piece.text)
    return box if piece.kind == "li" or alone or (box and box["told"]) else None


def _is_tick(box: re.Match[str]) -> bool:
    return bool(box["tick"]) or bool(box["box"].strip())


def _rows(pieces: list[Piece]) -> Iterator[_Row]:
    titles: list[str] = []
    for (kind, line), row in groupby(pieces, lambda piece: (piece.kind, piece.line)):
        texts = [piece.text for piece in row]
        if kind == "th":
            titles = [spellings.column(text) for text in texts]
        elif kind == "td" and cells.names_columns(titles) and any(texts):
            yield _row(line, dict(zip(titles, texts, strict=False)))


def _row(line: int, texts: dict[str, str]) -> _Row:
    boxes = [box for text in texts.values() if (box := _ENDS_WITH_BOX.search(text))]
    ticked = any(map(_is_tick, boxes)) if boxes else None
    did = next((texts[title] for title in _DID if title in texts), "")
    did = _ENDS_WITH_BOX.sub("", did).strip()
    if did.casefold() in _TICK_ALONE:
        did, ticked = "", True
    return _Row(line, ticked, "skip" if did in _DASH_ALONE else did)


def _note(pieces: list[Piece], titles: tuple[str, ...]) -> str:
    """The runner's own words above the warm-up."""
    own = []
    for piece in pieces:
        if piece.kind == "p" and spellings.WARM_UP.match(piece.text):
            break
        if piece.kind == "p" and not _box_in(piece):
            reasons = read_reasons(piece.text, titles)
            if all(OWN_WORDS in reason.facts for reason in reasons):
                own.append(piece.text)
    return " ".join(own)[:MOST_OF_NOTE]
