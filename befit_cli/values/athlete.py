"""Who the plan is for."""

from __future__ import annotations

from datetime import date

from msgspec import field
from msgspec.structs import astuple, replace

from befit_cli.language import _
from befit_cli.values.base import Value
from befit_cli.values.enums import Day, Group, Kit, Level, Niggle, Race, Units

MOST_OF_NAME = 60
"""The most characters of an athlete's name."""
MOST_OF_NOTES = 500
"""The most characters of the line that stands on their plans."""

# Persian names and many emoji are not written without them.
_JOINERS = str.maketrans("", "", "\u200c\u200d")


class Athlete(Value, frozen=True, kw_only=True):
    """Who the plan is for: the race, the running week, and what strength work they can and want to
    do.

    `minutes` is the most a session may take. `kit` and `days` are sorted, without repeats.
    `without` names exercises of the catalogue; each pair of `swap` one to leave out and the one
    to do for it.
    """

    race: Race = Race.TEN_K
    sessions: int = 2
    level: Level = Level.BEGINNER
    kit: tuple[Kit, ...] = (Kit.BACKPACK, Kit.BENCH, Kit.STEP, Kit.TOWEL)
    minutes: int = 30
    long_run: Day | None = Day.SUN
    hard_runs: tuple[Day, ...] = (Day.WED,)
    days: tuple[Day, ...] = tuple(Day)
    focus: Group | None = None
    niggles: tuple[Niggle, ...] = ()
    without: tuple[str, ...] = ()
    race_date: date | None = None
    swap: tuple[tuple[str, str], ...] = ()
    name: str = ""
    """What they are called, in titles and for their calendar; empty where nobody says it."""
    units: Units = Units.KG
    """What weights are said in."""
    notes: str = ""
    """A line that stands on each of their plans, such as their coach's; empty for none."""
    kit_by_day: dict[Day, tuple[Kit, ...]] = field(default_factory=dict)
    """The kit of days that have another than the others."""

    def __hash__(self) -> int:
        """That of all but the kit by day, for a dictionary has none."""
        return hash(astuple(self)[:-1])

    def kit_on(self, day: Day) -> tuple[Kit, ...]:
        """The kit that they have on that day."""
        return self.kit_by_day.get(day, self.kit)

    def on(self, day: Day) -> Athlete:
        """The athlete with the kit that they have on that day."""
        if not self.kit_by_day:
            return self
        return replace(self, kit=self.kit_on(day), kit_by_day={})

    @property
    def every_kit(self) -> tuple[Kit, ...]:
        """All that they have on one of their days or another."""
        if not self.kit_by_day:
            return self.kit
        return tuple(sorted({thing for day in self.days for thing in self.kit_on(day)}))


def name_fault(name: str) -> str:
    """What keeps the text from being an athlete's name; empty where nothing does."""
    if len(name) > MOST_OF_NAME:
        return _(
            "has {number:,} characters, and a name {most} at most",
            number=len(name),
            most=MOST_OF_NAME,
        )
    return hidden_sign(name)


def notes_fault(notes: str) -> str:
    """What keeps the text from being the line on an athlete's plans; likewise."""
    if len(notes) > MOST_OF_NOTES:
        return _(
            "has {number:,} characters, and notes {most} at most",
            number=len(notes),
            most=MOST_OF_NOTES,
        )
    return hidden_sign(notes)


def hidden_sign(text: str) -> str:
    """That a sign of the text cannot be seen; empty where all can."""
    if fault := no_text(text):
        return fault
    for sign in text.translate(_JOINERS):
        if not sign.isprintable():
            return _("has U+{code:04X} in it, which nobody can see", code=ord(sign))
    return ""


def no_text(text: str) -> str:
    """That bytes of what was said are no UTF-8, so that no file can keep it; empty where all are.

    Python has half a character for each such byte.
    """
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return _("has bytes in it that are no UTF-8")
    return ""
