"""What the entries of a log may say, as structs: msgspec reads with them, and faults are told by
them.
"""

# Annotations are values here, not text: msgspec would read them anew for every run.
import re
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import Meta, Struct

from befit_cli.language import _, message
from befit_cli.values import Date, Off
from befit_cli.values.history import Asked, PlanPlace, SessionLog, TimeAway, Work
from befit_cli.yaml.data import line_of
from befit_cli.yaml.nodes import converted, shown

Entry: TypeAlias = SessionLog | TimeAway

SKIPPED = "skipped"
NEXT_MORNING = "next-morning"
WORSE = "worse"
TO = "to"

_ASKED = re.compile(
    r"(?P<sets>[0-9]{1,4}) ?[x×] ?(?P<number>[0-9]{1,4})(?P<seconds> ?s)?"
    r"(?: (?P<kg>[0-9]{1,4}(?:[.,][0-9]{1,20})?) ?kg)?(?: r(?P<left>[0-9]{1,4}))?"
)

_YEARS = range(1970, 2200)
_Count: TypeAlias = Annotated[int, Meta(ge=0, description=message("a whole number from 0"))]
_Each: TypeAlias = Annotated[
    int, Meta(ge=0, le=10_000, description=message("a whole number from 0 to 10000"))
]
_Rating: TypeAlias = Annotated[
    int, Meta(ge=0, le=10, description=message("a whole number from 0, no pain, to 10"))
]
_Weight: TypeAlias = Annotated[
    float, Meta(ge=0, le=1_000, description=message("a number of kg, from 0 to 1000"))
]
_Counts: TypeAlias = Annotated[
    _Each | tuple[_Each, ...],
    Meta(
        description=message(
            "a whole number from 0 to 10000, or a list with one for each set, such as [8, 8, 7]"
        )
    ),
]
_Weights: TypeAlias = Annotated[
    _Weight | tuple[_Weight, ...],
    Meta(description=message("a number of kg from 0 to 1000, or a list with one for each set")),
]


class AskedWords:
    """`3x8 r3`, `2x20s`, `3x8 16kg r3`: sets, repetitions or seconds, what one implement was to
    weigh, and the repetitions in reserve.
    """

    def __init__(self, written: object) -> None:
        match = _ASKED.fullmatch(str(written))
        if match is None:
            raise ValueError(
                _("{word} asks for nothing: write it as 3x8 r3, or as 2x20s", word=shown(written))
            )
        number = int(match["number"])
        kg = match["kg"]
        left = match["left"]
        self.asked = Asked(
            sets=int(match["sets"]),
            reps=None if match["seconds"] else number,
            hold_s=number if match["seconds"] else None,
            left=None if left is None else int(left),
            kg=None if kg is None else float(kg.replace(",", ".")),
        )


class _Written(Struct, rename="kebab", forbid_unknown_fields=True):
    """A mapping of the file; a key without a value is as one that is left out."""


class WorkEntry(_Written):
    form: str | None = None
    asked: AskedWords | None = None
    reps: _Counts | None = None
    other_side: _Counts | None = None
    hold: _Counts | None = None
    kg: _Weights | None = None
    left: _Each | None = None
    pain: _Rating | None = None

    def __post_init__(self) -> None:
        if self.reps is not None and self.hold is not None:
            raise ValueError(_("reps and hold of one exercise: write the one that it has"))
        sets = len(_each(self.reps)) + len(_each(self.hold))
        if self.other_side is not None and len(_each(self.other_side)) != sets:
            raise ValueError(_("other-side has another number of sets: write one number for each"))
        if len(_each(self.kg)) not in (0, 1, sets):
            raise ValueError(_("kg has another number of sets: write one number, or one for each"))

    def value(self) -> Work:
        """What was done of one form."""
        return Work(
            form=self.form or "",
            asked=None if self.asked is None else self.asked.asked,
            reps=_each(self.reps),
            other_side=_each(self.other_side),
            hold_s=_each(self.hold),
            kg=_each(self.kg),
            left=self.left,
            pain=self.pain,
        )


_Done: TypeAlias = Annotated[
    Literal["skipped"] | WorkEntry | tuple[WorkEntry, ...],
    Meta(description=message("what was done, such as {reps: [8, 8, 7]}, or the word skipped")),
]


class PlaceEntry(_Written):
    began: date
    week: _Count
    slot: _Count

    def value(self) -> PlanPlace:
        """The place as befit knows it."""
        return PlanPlace(began=self.began, week=self.week, slot=self.slot)


_Worse: TypeAlias = Annotated[
    Literal["worse"], Meta(description=message("worse; if it was not, take the line out"))
]


class SessionEntry(_Written):
    date: Date
    plan: PlaceEntry | None = None
    minutes: _Count | None = None
    did: dict[str, _Done] | None = None
    pain: dict[str, _Rating] | None = None
    next_morning: _Worse | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        _check_year(self.date)

    def value(self) -> SessionLog:
        """The session as befit knows it."""
        return SessionLog(
            date=self.date,
            plan=None if self.plan is None else self.plan.value(),
            minutes=self.minutes,
            did={id_: _works(done) for id_, done in (self.did or {}).items()},
            pain=self.pain or {},
            worse_next_morning=self.next_morning is not None,
            note=self.note or "",
        )


class TimeAwayEntry(Struct, rename={"first": "from"}, forbid_unknown_fields=True):
    first: date
    away: Annotated[Literal["ill", "away", "hurt"], Meta(description=message("ill, away or hurt"))]
    to: date | None = None

    def __post_init__(self) -> None:
        for day in (self.first, self.to):
            if day is not None:
                _check_year(day)
        if self.to is not None and self.to < self.first:
            raise ValueError(
                _(
                    "to {to} is before from {first}: put the earlier one first",
                    to=self.to,
                    first=self.first,
                )
            )

    def value(self) -> TimeAway:
        """The days as befit knows them."""
        return TimeAway(first=self.first, last=self.to, why=Off(self.away))


def kind_of(data: object) -> type[SessionEntry | TimeAwayEntry]:
    """The struct that an item of the log is read with."""
    away = isinstance(data, dict) and ("away" in data or "from" in data)
    return TimeAwayEntry if away else SessionEntry


def entry_of(data: object) -> Entry:
    """The entry that the data of an item says; raises msgspec's ValidationError."""
    value: Entry = converted(data, kind_of(data)).value()
    return value


def item_of(entry: Entry, indent: str = "") -> str:
    """The entry as an item of the file: whole lines, each behind that indent."""
    lines = [line_of(_time_away(entry))] if isinstance(entry, TimeAway) else _session_lines(entry)
    first, *others = lines
    return "".join([f"{indent}- {first}\n", *(f"{indent}  {line}\n" for line in others)])


def pair_of(key: str, value: object) -> str:
    """`key: value` on one line."""
    # Each by itself: a mapping writes a long key as `? key : value`, which stands in braces alone.
    return f"{_word(key)}: {_word(value)}"


def _check_year(day: date) -> None:
    """Raise ValueError for a slip: every week from then on would be shown."""
    if day.year not in _YEARS:
        raise ValueError(
            _(
                "{day} is out of range; the year is {first} to {last}",
                day=day,
                first=_YEARS.start,
                last=_YEARS.stop - 1,
            )
        )


def _word(value: object) -> str:
    return line_of([value])[1:-1]


def _time_away(time: TimeAway) -> dict[str, Any]:
    return _said({"from": time.first, "to": time.last, "away": time.why.value})


def _session_lines(session: SessionLog) -> list[str]:
    place = session.plan
    plan = place and {"began": place.began, "week": place.week, "slot": place.slot}
    head = _said({"date": session.date, "plan": plan, "minutes": session.minutes})
    worse = WORSE if session.worse_next_morning else None
    tail = _said({"pain": session.pain, NEXT_MORNING: worse, "note": session.note})
    did = ["did:"] if session.did else []
    for id_, works in session.did.items():
        did += [f"  {line}" for line in _exercise_lines(id_, works)]
    return [
        *(pair_of(key, value) for key, value in head.items()),
        *did,
        *(pair_of(key, value) for key, value in tail.items()),
    ]


def _exercise_lines(id_: str, works: tuple[Work, ...]) -> list[str]:
    """One line of an exercise in one form; of one in several, a line for each."""
    if not works:
        return [pair_of(id_, SKIPPED)]
    if len(works) == 1:
        return [pair_of(id_, _work(works[0]))]
    return [f"{_word(id_)}:", *(f"  - {line_of(_work(work))}" for work in works)]


def _work(work: Work) -> dict[str, Any]:
    kg = [_short(number) for number in work.kg]
    return _said(
        {
            "form": work.form,
            "asked": work.asked and _asked(work.asked),
            "reps": list(work.reps),
            "other-side": list(work.other_side),
            "hold": list(work.hold_s),
            "kg": kg[0] if len(kg) == 1 else kg,
            "left": work.left,
            "pain": work.pain,
        }
    )


def _asked(asked: Asked) -> str:
    """The words that `AskedWords` reads."""
    dose = f"{asked.sets}x{asked.reps}" if asked.hold_s is None else f"{asked.sets}x{asked.hold_s}s"
    kg = "" if asked.kg is None else f" {_short(asked.kg)}kg"
    left = "" if asked.left is None else f" r{asked.left}"
    return f"{dose}{kg}{left}"


def _said(pairs: dict[str, Any]) -> dict[str, Any]:
    """Those that say something; 0 does."""
    return {key: value for key, value in pairs.items() if value not in (None, "", [], {})}


def _short(number: float) -> float:
    """16 for 16.0."""
    return int(number) if number == int(number) else number


def _works(done: str | WorkEntry | tuple[WorkEntry, ...]) -> tuple[Work, ...]:
    """What was done of an exercise, a form after the other."""
    if isinstance(done, str):
        return ()
    return tuple([work.value() for work in (done if isinstance(done, tuple) else (done,))])


def _each(written: Any) -> tuple[Any, ...]:
    """What is written once or as a list, as a list."""
    if written is None:
        return ()
    return written if isinstance(written, tuple) else (written,)
