"""The words that befit knows: each a fixed set, some with an order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from befit_cli.language import _, message

if TYPE_CHECKING:
    from datetime import date


class Scale(StrEnum):
    """Words in a rising order: `Load.LOW < Load.HIGH`, `max(loads)`, `sorted(days)`."""

    rank: int
    """The place in the order, from 0."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    # Without these a member would compare as the text that it is, and `high` be less than `low`.
    # With any other text, a word of another scale included, it still does.

    def __lt__(self, other: str) -> bool:
        return self.rank < other.rank if type(other) is type(self) else str.__lt__(self, other)

    def __le__(self, other: str) -> bool:
        return self.rank <= other.rank if type(other) is type(self) else str.__le__(self, other)

    def __gt__(self, other: str) -> bool:
        return self.rank > other.rank if type(other) is type(self) else str.__gt__(self, other)

    def __ge__(self, other: str) -> bool:
        return self.rank >= other.rank if type(other) is type(self) else str.__ge__(self, other)


class Race(Scale):
    FIVE_K = "5k"
    TEN_K = "10k"
    HALF = "half"
    MARATHON = "marathon"
    NONE = "none"
    """Strength without a race ahead."""


class Level(Scale):
    """Lifting history: beginner under 6 months, advanced over 2 years."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Load(Scale):
    """How hard a form, or the hardest form of a session, is on the legs."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Day(Scale):
    """A day of the week; rank 0 is Monday."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @staticmethod
    def of(day: date) -> Day:
        """The day of the week that the date is."""
        return tuple(Day)[day.weekday()]

    @property
    def title(self) -> str:  # type: ignore[override]  # a day's title is its name
        """`Monday`, in Spanish `lunes`."""
        return _(_DAY_NAMES[self.rank])

    @property
    def english(self) -> str:
        """`monday`, whatever is spoken: what people write, and readers know in every language."""
        return _DAY_NAMES[self.rank].lower()

    def apart(self, other: Day) -> int:
        """Calendar days between two days of a week that repeats, 0 to 3: Sunday and Monday are 1
        apart.
        """
        days = abs(self.rank - other.rank)
        return min(days, 7 - days)

    def until(self, other: Day) -> int:
        """Days forward from this day to the next `other`, 0 to 6."""
        return (other.rank - self.rank) % 7


_DAY_NAMES = (
    message("Monday"),
    message("Tuesday"),
    message("Wednesday"),
    message("Thursday"),
    message("Friday"),
    message("Saturday"),
    message("Sunday"),
)


class Kit(StrEnum):
    BAND = "band"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BACKPACK = "backpack"
    BARBELL = "barbell"
    MACHINE = "machine"
    BENCH = "bench"
    BOX = "box"
    STEP = "step"
    PULL_UP_BAR = "pull-up-bar"
    TOWEL = "towel"


class Group(StrEnum):
    """The six groups of the BeFit list."""

    KNEE = "knee"
    FOOT = "foot"
    HIP = "hip"
    LEG = "leg"
    CORE = "core"
    MARATHON = "marathon"


class Pattern(StrEnum):
    """How a form moves."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    CALF = "calf"
    FOOT = "foot"
    BALANCE = "balance"
    ABDUCTION = "abduction"
    ANTI_EXTENSION = "core-anti-extension"
    EXTENSION = "core-extension"
    ROTATION = "rotation"
    PULL = "pull"
    PUSH = "push"
    PLYOMETRIC = "plyometric"


class Need(StrEnum):
    """What every week should train (R03)."""

    KNEE = "knee-dominant"
    HIP = "hip-dominant"
    HAMSTRING = "hamstring"
    ONE_LEG = "one-leg"
    CALF = "calf"
    LATERAL_HIP = "lateral hip"
    CORE = "core"
    PULL = "pulling"
    PUSH = "pushing"


class Knee(StrEnum):
    """How the knee stands in calf work: straight for the gastrocnemius, bent for the soleus."""

    STRAIGHT = "straight"
    BENT = "bent"


class Region(StrEnum):
    LEGS = "legs"
    HIPS = "hips"
    CORE = "core"
    ARMS = "arms"


class Role(StrEnum):
    """What an exercise is for in a session."""

    POWER = "power"
    MAIN = "main"
    ACCESSORY = "accessory"
    PREHAB = "prehab"
    CORE = "core"
    MOBILITY = "mobility"


class Off(StrEnum):
    """Why somebody does not train for some days."""

    AWAY = "away"
    ILL = "ill"
    HURT = "hurt"


class Status(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    PAST = "past"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    """Past, on a day off."""


class Niggle(StrEnum):
    RUNNERS_KNEE = "runners-knee"
    ITB = "itb"
    PLANTAR = "plantar"
    SHIN = "shin"
    ACHILLES = "achilles"
    LOW_BACK = "low-back"
    HAMSTRING = "hamstring"
    BONE_STRESS = "bone-stress"


class Units(StrEnum):
    """What weights are said in."""

    KG = "kg"
    LB = "lb"


class Separator(StrEnum):
    """What stands between the cells of a table for a spreadsheet."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    """In countries whose numbers have a decimal comma, and here their numbers have one, too."""
    TAB = "tab"

    @property
    def sign(self) -> str:
        """`,`, `;` or a tab."""
        return _SEPARATING[self]


_SEPARATING = {Separator.COMMA: ",", Separator.SEMICOLON: ";", Separator.TAB: "\t"}


class Act(StrEnum):
    """What a niggle does to an exercise."""

    FIRST_LINE = "first-line"
    MODIFY = "modify"
    AVOID = "avoid"


class Phase(StrEnum):
    GENERAL = "general"
    STRENGTH = "strength"
    POWER = "power"
    TAPER = "taper"


def spoken_word(word: StrEnum) -> str:
    """The word as a sentence says it: that of files and options in English, and its own in any
    other language.
    """
    return _(word.value, sense=type(word).__name__.casefold())


_SPOKEN_WORDS = (
    message("low", sense="load"),
    message("medium", sense="load"),
    message("high", sense="load"),
    message("beginner", sense="level"),
    message("intermediate", sense="level"),
    message("advanced", sense="level"),
    message("hard", sense="run"),
    message("long", sense="run"),
    message("race", sense="run"),
    message("general", sense="phase"),
    message("strength", sense="phase"),
    message("power", sense="phase"),
    message("taper", sense="phase"),
    message("band", sense="kit"),
    message("dumbbell", sense="kit"),
    message("kettlebell", sense="kit"),
    message("backpack", sense="kit"),
    message("barbell", sense="kit"),
    message("machine", sense="kit"),
    message("bench", sense="kit"),
    message("box", sense="kit"),
    message("step", sense="kit"),
    message("pull-up-bar", sense="kit"),
    message("towel", sense="kit"),
    message("knee-dominant", sense="need"),
    message("hip-dominant", sense="need"),
    message("hamstring", sense="need"),
    message("one-leg", sense="need"),
    message("calf", sense="need"),
    message("lateral hip", sense="need"),
    message("core", sense="need"),
    message("pulling", sense="need"),
    message("pushing", sense="need"),
    message("runners-knee", sense="niggle"),
    message("itb", sense="niggle"),
    message("plantar", sense="niggle"),
    message("shin", sense="niggle"),
    message("achilles", sense="niggle"),
    message("low-back", sense="niggle"),
    message("hamstring", sense="niggle"),
    message("bone-stress", sense="niggle"),
    message("jog", sense="movement"),
    message("skip", sense="movement"),
    message("hop", sense="movement"),
    message("lunge", sense="movement"),
    message("swing", sense="movement"),
    message("bridge", sense="movement"),
    message("over", sense="sign"),
    message("more left", sense="sign"),
    message("under", sense="sign"),
    message("less left", sense="sign"),
)
"""The words that sentences say, each in the sense of its set, for translators."""
