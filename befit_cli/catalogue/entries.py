"""What a catalogue's file may say, as structs: msgspec reads with them, faults are told by them,
and the JSON Schema is made from them.
"""

# Annotations are values here, not text: msgspec would read them anew for every run, at a
# millisecond and more.
import re
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias

from msgspec import Meta, Struct

from befit_cli import values as model
from befit_cli.language import _, message
from befit_cli.yaml.nodes import no_member, shown

_RISING = message("a whole number, or a rising range such as 2-3, from 1 to {most}")


class Range:
    """`2-3` or `2`, from 1 to `most`."""

    most: ClassVar[int]

    def __init__(self, written: object) -> None:
        # YAML reads `2` as a number and `2-3` as text; as text they are one form.
        match = re.fullmatch(r"([0-9]{1,3})(?:-([0-9]{1,3}))?", str(written))
        self.low = int(match[1]) if match else 0
        self.high = int(match[2] or match[1]) if match else 0
        if not 1 <= self.low <= self.high <= self.most:
            wanted = _(_RISING, most=self.most)
            raise ValueError(_("{word} is not {wanted}", word=shown(written), wanted=wanted))

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """The JSON Schema of what may be written; that a range rises it cannot say."""
        return {
            "type": ["integer", "string"],
            "minimum": 1,
            "maximum": cls.most,
            "pattern": "^[0-9]{1,3}(-[0-9]{1,3})?$",
            "description": _RISING.format(most=cls.most),
        }


class Sets(Range):
    most = 10


class Reps(Range):
    most = 100


class Hold(Range):
    most = 600


class Choice(tuple[model.Kit, ...]):
    """Things of which one is enough: `dumbbell | kettlebell`."""

    __slots__ = ()

    def __new__(cls, written: object) -> Self:
        words: list[object] = [written]
        if isinstance(written, str):
            words = [word.strip() for word in written.split("|")]
        for word in words:
            # A list is looked through by equality: what YAML put there, a mapping say, may have no
            # hash.
            if word not in list(model.Kit):
                raise ValueError(no_member(word, model.Kit))
        return super().__new__(cls, [model.Kit(str(word)) for word in words])

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """The JSON Schema of what may be written; an editor offers the words by themselves."""
        word = rf"\s*({'|'.join(model.Kit)})\s*"
        return {
            "anyOf": [
                {"enum": list(model.Kit)},
                {"type": "string", "pattern": rf"^{word}(\|{word})*$"},
            ]
        }


# Characters that move the cursor or turn the writing direction could make a terminal show another
# text than the file has. The patterns are JSON Schema's too, which knows no \Z: in Python alone `$`
# would also stand before a last line break.
_END = r"$(?!\n)"
_LINE = r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+" + _END
Line: TypeAlias = Annotated[
    str,
    Meta(
        max_length=200,
        pattern=_LINE,
        description=message("text of one line, with 1 to 200 characters"),
    ),
]
Sentence: TypeAlias = Annotated[
    str,
    Meta(
        max_length=300,
        pattern=_LINE,
        description=message("text of one line, with 1 to 300 characters"),
    ),
]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*" + _END
Slug: TypeAlias = Annotated[
    str,
    Meta(
        max_length=200,
        pattern=SLUG,
        description=message("a name in lower-case letters, digits and hyphens"),
    ),
]
Seconds: TypeAlias = Annotated[
    float, Meta(ge=0.5, le=30, description=message("a number from 0.5 to 30"))
]
Rest: TypeAlias = Annotated[
    int, Meta(ge=0, le=600, description=message("a whole number from 0 to 600"))
]
UpToTen: TypeAlias = Annotated[
    int, Meta(ge=0, le=10, description=message("a whole number from 0 to 10"))
]
Weeks: TypeAlias = Annotated[
    int, Meta(ge=0, le=30, description=message("a whole number from 0 to 30"))
]
Lines: TypeAlias = Annotated[
    tuple[Line, ...], Meta(min_length=1, description=message("a list of at least one line"))
]
Befit: TypeAlias = Annotated[
    Literal["befit"], Meta(description=message("befit, the one catalogue that can be extended"))
]


class _Entry(Struct, forbid_unknown_fields=True):
    """A mapping of the file: its fields are the keys."""


class Dose(_Entry, kw_only=True):
    """What to do at a level: sets of repetitions, or of a hold."""

    sets: Sets
    reps: Reps | None = None
    hold: Hold | None = None
    rest: Rest
    rir: UpToTen | None = None

    def __post_init__(self) -> None:
        if (self.reps is None) == (self.hold is None):
            raise ValueError(_("a dose has either reps or hold, one of the two"))


class Muscles(_Entry):
    """Names of muscles."""

    primary: tuple[Slug, ...] = ()
    secondary: tuple[Slug, ...] = ()


class NiggleRule(_Entry, kw_only=True):
    """What a sore spot changes."""

    act: model.Act
    note: Line | None = None
    swap: tuple[Slug, ...] = ()
    sets: Sets | None = None
    reps: Reps | None = None
    hold: Hold | None = None
    seconds_per_rep: Seconds | None = None

    def __post_init__(self) -> None:
        counted = self.reps is not None or self.seconds_per_rep is not None
        doses = counted or self.hold is not None or self.sets is not None
        if self.act is model.Act.MODIFY and self.note is None and not doses:
            raise ValueError(_("'modify' needs a note that says how, or a dose: sets, reps, hold"))
        if self.act is model.Act.AVOID and doses:
            raise ValueError(_("'avoid' leaves it out, and what is left out has no dose"))
        if self.hold is not None and counted:
            raise ValueError(_("a hold has no reps and no seconds_per_rep beside it"))


class Form(_Entry, kw_only=True):
    """One rung of a ladder; what it says replaces what its exercise says."""

    name: Line
    setup: Sentence | None = None
    level: model.Level
    kit: tuple[Choice, ...]
    load: model.Load
    base: bool = False
    contacts: UpToTen = 0
    prerequisite: Line | None = None
    only_for: tuple[model.Niggle, ...] = ()
    race_weeks: Weeks = 0
    pattern: model.Pattern | None = None
    family: Slug | None = None
    knee: model.Knee | None = None
    serves: tuple[model.Need, ...] | None = None
    per_side: bool | None = None
    alternates: bool | None = None
    seconds_per_rep: Seconds | None = None
    dose: dict[model.Level, Dose] = {}
    muscles: Muscles | None = None
    cues: Lines | None = None
    niggles: dict[model.Niggle, NiggleRule] = {}
    garmin: Line | None = None
    figure: Slug | None = None


class Exercise(_Entry, kw_only=True):
    """One exercise: a ladder of forms, easiest first."""

    id: Slug
    name: Line
    aliases: tuple[Line, ...] = ()
    group: model.Group
    pattern: model.Pattern
    family: Slug
    role: model.Role
    knee: model.Knee | None = None
    serves: tuple[model.Need, ...] | None = None
    per_side: bool = False
    alternates: bool = False
    seconds_per_rep: Seconds | None = None
    muscles: Muscles
    why: Line
    cues: Lines
    prerequisite: Line | None = None
    dose: dict[model.Level, Dose]
    ladder: Annotated[
        tuple[Form, ...], Meta(min_length=1, description=message("a list of at least one form"))
    ]
    niggles: dict[model.Niggle, NiggleRule] = {}
    garmin: Line | None = None


class File(_Entry, kw_only=True):
    """The exercises that befit plans with: a whole catalogue, or changes to befit's own."""

    extends: Befit | None = None
    without: tuple[Slug, ...] = ()
    exercises: Annotated[
        tuple[Exercise, ...],
        Meta(min_length=1, description=message("a list of at least one exercise")),
    ]


def id_of(entry: Any) -> str:
    """The id of what may be an exercise; empty where it has none that could be one."""
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return id_ if isinstance(id_, str) and re.match(SLUG, id_) else ""
