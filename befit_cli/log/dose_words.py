"""The signs that people write for what they did of an exercise: `3x8`, `16kg`, `3 left`.

`SIGNS` is read from the top, and the first that fits decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from befit_cli.evidence.joints import JOINTS
from befit_cli.language import _
from befit_cli.log.joint_words import JOINT_WORDS
from befit_cli.log.told import Amount, Counted, Tells, Told, Unclear, left_after, plausible, whole
from befit_cli.values import Units, in_kg

_Read: TypeAlias = Callable[[re.Match[str], Units], Told]

END = "(?![a-z0-9])"
"""Behind the last letter of a sign, where no word may go on."""
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_NUMBERS = re.compile(_NUMBER)
_X = r"(?:\s*(?:x|\*|times)\s*)"
UNIT = "(?:kgs?|kilos?|kilogram(?:o?s)?|lbs?|pounds?|libras?)"
_POUNDS = re.compile("lb|pound|libra")
_SECONDS = '(?:s|secs?|seconds?|segs?|segundos?|")'
_MINUTES = "min(?:ute|uto)?s?"
_REPS = "(?:reps?|repetitions?|repeticion(?:es)?)"
_SETS = "(?:sets?|series?|rounds?|vueltas?)"
_OF = "(?:of|de)"
_LIMB = r"(?:\s+(?:side|leg|arm|lado|pierna|brazo))?"
_WITH_LIMB = "(?:(?:con|en|por) )?(?:(?:la|el) )?(?:(?:pierna|lado|brazo) )?"
_LEFT = f"{_WITH_LIMB}(?:left|izq|izda|izquierd[ao]|l|one(?!-)|una?){_LIMB}"
_RIGHT = f"{_WITH_LIMB}(?:right|der|dcha|derech[ao]|r|the other|otr[ao]){_LIMB}"
_PLUS = r"(?:\+|(?:mas|plus)\s)"
_MINUS = r"(?:-|(?:menos|minus)\s)"
_MORE = "(?:more|extra|mas)"
_LESS = "(?:less|fewer|menos)"
_IN_RESERVE = (
    f"(?:(?:{_REPS} )?(?:left in the tank|left|in reserve|in the tank|to spare"
    "|(?:en|de) reserva|en (?:la )?recamara|de sobra)"
    r"|(?:rir|quedan)(?!\s*[0-9]))"
)
_BEFORE_RESERVE = (
    "(?:rir|r|left|reserva|(?:me )?(?:quedan?|quedaban|quedaron|sobran|sobraron)|dej(?:o|e|a|ando))"
)
_PAIN = "(?:pain|dolor|(?:me )?dolio|molestias?)"
_JOINT = f"(?:{'|'.join([*JOINTS, *JOINT_WORDS])})"
_OF_TEN = rf"(?:\s*(?:/|{_OF})\s*10)?"
_IMPLEMENTS = (
    r"(?:\s*(?:dumbbells?|dbs?|kettlebells?|kbs?|barbells?|bar|backpack|mancuernas?|barra|mochila)"
    f"{END})?"
)
_UNIT_OF_MORE = (
    rf"\s*(?:(?P<unit>{UNIT})|(?P<seconds>{_SECONDS})|(?P<reps>{_REPS})|(?P<sets>{_SETS}))?"
)
_COUNTED = rf"\s*(?:(?P<seconds>{_SECONDS})|(?P<reps>{_REPS}))?"
_TO_OTHER_SIGN = (
    rf"x|{_X}[0-9]|\s*(?:{UNIT}|{_SETS}|{_MORE}|{_LESS}|{_IN_RESERVE}|{_MINUTES}|{_PAIN}){END}"
)
_COUNT = rf"[0-9]+(?![0-9.:]|{_TO_OTHER_SIGN})"
"""A number that is not the beginning of what another sign reads: no `16` of `16 kg`."""
_LIST = "[0-9]+(?:[,/][0-9]+)+"
_SIDE = rf"(?:[0-9]+{_X}[0-9]+|{_LIST}|[0-9]+)"
_SIDE_LEFT = rf"(?P<left>{_SIDE})\s*(?P<seconds>{_SECONDS})?\s*"
_SIDE_RIGHT = rf"(?P<right>{_SIDE})\s*{_SECONDS}?\s*"
_BETWEEN = r"[\s,/]*(?:(?:and|y)\s)?\s*"
_SIDES = {
    "left first": f"{_SIDE_LEFT}{_LEFT}{END}{_BETWEEN}{_SIDE_RIGHT}{_RIGHT}",
    "right first": f"{_SIDE_RIGHT}{_RIGHT}{END}{_BETWEEN}{_SIDE_LEFT}{_LEFT}",
    "after the word": rf"{_LEFT}\s*{_SIDE_LEFT}{_BETWEEN}{_RIGHT}\s*{_SIDE_RIGHT}",
    "after the word, right first": rf"{_RIGHT}\s*{_SIDE_RIGHT}{_BETWEEN}{_LEFT}\s*{_SIDE_LEFT}",
}
_SKIPPED = (
    "skip(?:ped|s)?|omit(?:ted|ir|id[oa]s?|o|i)?|saltad[oa]s?|missed|left out|none|not done"
    "|(?:(?:everything|all|todo) )?(?:but|except|excepto|salvo)(?: for| not)?|(?:todo )?menos"
    "|(?:me )?salt(?:[ea]|ar)|nada|ningun[oa]|no hech[oa]s?|no (?:l[oa]s? )?hice"
    "|did ?nt(?: do)?(?: it)?|did not(?: do)?(?: it)?|sin(?: hacer)?|no"
)
_DONE = (
    "x|done|did it|ok|okay|yes|same|as (?:planned|asked)|all good|fine|completed?"
    "|(?:lo )?(?:hech[oa]s?|hice)|completad[oa]s?|igual|list[oa]s?|bien|si"
    "|(?:como|segun) (?:(?:estaba |lo )?(?:planeado|previsto)|el plan)|como estaba"
)
_NO_WEIGHT = "bw|body ?weight|(?:no|without) weights?|sin pesas?|sin peso|peso corporal"
_ONLY = "only|just|solo|solamente|unicamente"
_NOTHING = (
    "with|at|of|for|a|an|the|my|i|did|was|were|then"
    f"|con|de|en|el|la|los|las|un|una|hice|luego|{_REPS}"
    "|(?:per|each|every|a|both) ?(?:sides?|legs?|arms?|hands?)|each|both"
    "|(?:por|cada) ?(?:lado|pierna|brazo|mano)|cada(?: un[ao])?"
)


def _plain(tells: Tells) -> _Read:
    """What reads a sign that has a number at most."""

    def read(said: re.Match[str], units: Units) -> Told:
        numbers = tuple([float(number) for number in said.groups() if number])
        return Told(tells, said[0], numbers)

    return read


def _none(tells: Tells) -> _Read:
    """What reads a sign that means 0."""

    def read(said: re.Match[str], units: Units) -> Told:
        return Told(tells, said[0], (0.0,))

    return read


def _each_set(said: re.Match[str], units: Units) -> Told:
    return Told(Tells.EACH_SET, said[0], _numbers(said["counts"]), counted=_counted(said))


def _seconds(said: re.Match[str], units: Units) -> Told:
    seconds = float(said["minutes"]) * 60 + float(said["more"] or said["seconds"] or 0)
    return Told(Tells.EACH_SET, said[0], (seconds,), counted=Counted.SECONDS)


def _sets_of(said: re.Match[str], units: Units) -> Told:
    numbers = (float(said["sets"]), float(said["each"]))
    weight = (_kg(said, units),) if said["weight"] else ()
    return Told(Tells.SETS_OF, said[0], numbers, weight, _counted(said))


def _weight_first(said: re.Match[str], units: Units) -> Told:
    """As lifters write it: weight, repetitions, sets."""
    weight = (_kg(said, units),)
    if said["sets"]:
        return Told(Tells.SETS_OF, said[0], (float(said["sets"]), float(said["each"])), weight)
    return Told(Tells.EACH_SET, said[0], (float(said["each"]),), weight)


def _times_weight(said: re.Match[str], units: Units) -> Told:
    return Told(Tells.TIMES_WEIGHT, said[0], (float(said["number"]),), (_kg(said, units),))


def _weight(said: re.Match[str], units: Units) -> Told:
    return Told(Tells.WEIGHT, said[0], (_kg(said, units),))


def _more(said: re.Match[str], units: Units) -> Told:
    sign = -1 if said["less"] else 1
    if said["unit"]:
        return Told(Tells.HEAVIER, said[0], (sign * _kg(said, units),))
    tells = Tells.MORE_SETS if said["sets"] else Tells.MORE
    return Told(tells, said[0], (sign * float(said["weight"]),), counted=_counted(said))


def _sides(said: re.Match[str], units: Units) -> Told:
    counted = Counted.SECONDS if said["seconds"] else None
    tells = Tells.SIDES_OF if re.search(_X, said["left"] + said["right"]) else Tells.SIDES
    return Told(tells, said[0], _side(said["left"]), _side(said["right"]), counted)


def _effort(said: re.Match[str], units: Units) -> Told:
    effort = plausible(Amount.EFFORT, float(said["effort"].replace(",", ".")))
    return Told(Tells.LEFT, said[0], (float(left_after(effort)),))


def _refuse_range(said: re.Match[str], units: Units) -> Told:
    raise Unclear(
        _("'{words}' could be two sets or one that you didn't count.", words=said[0]),
        _("Write what each set had: {counts}.", counts=said["counts"].replace("-", ",")),
    )


def _refuse_weight(said: re.Match[str], units: Units) -> Told:
    *sets, weight = said["counts"].split(",")
    raise Unclear(
        _("'{words}' could be one weight, or sets and a weight.", words=said[0]),
        _(
            "Put a blank before the weight, {sets} {weight}{unit}, or its unit behind each.",
            sets=",".join(sets),
            weight=weight,
            unit=said["unit"],
        ),
    )


def _refuse_joint(said: re.Match[str], units: Units) -> Told:
    pain = said["pain"] or "4"
    raise Unclear(
        _("'{words}' could be of the joint or of an exercise.", words=said[0]),
        _(
            "Write --pain {joint}={pain} for the joint, or pain{pain} behind the exercise.",
            joint=said["joint"],
            pain=pain,
        ),
    )


def _refuse_at(said: re.Match[str], units: Units) -> Told:
    number = said["counts"]
    raise Unclear(
        _("'{words}' could be a weight, an effort or repetitions.", words=said[0]),
        _("Write {number}kg, rpe8 or 3x{number}.", number=number),
    )


def _refuse_side(said: re.Match[str], units: Units) -> Told:
    raise Unclear(
        _("'{words}' lacks its numbers.", words=said[0]),
        _("Write both sides, 8 left 7 right; 3left alone is what you had in reserve."),
    )


def _refuse_left(said: re.Match[str], units: Units) -> Told:
    number, left = said["number"], said["left"]
    raise Unclear(
        _("'{words}' could be a side, or repetitions left.", words=said[0]),
        _("Write {number} left {left} right, or {number} r{left}.", number=number, left=left),
    )


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, _NUMBERS.findall(text)))


def _side(text: str) -> tuple[float, ...]:
    numbers = _numbers(text)
    if re.search(_X, text):
        return (numbers[1],) * whole(Amount.SETS, numbers[0])
    return numbers


def _counted(said: re.Match[str]) -> Counted | None:
    if said["seconds"]:
        return Counted.SECONDS
    return Counted.REPS if said["reps"] else None


def _kg(said: re.Match[str], units: Units) -> float:
    """The weight in kilograms; without its unit it is in the runner's."""
    if said["unit"]:
        units = Units.LB if _POUNDS.match(said["unit"]) else Units.KG
    return in_kg(float(said["weight"]), units)


_ROWS: tuple[tuple[str, _Read], ...] = (
    (rf"(?P<joint>{_JOINT}) {_PAIN}(?: {_OF})?\s*(?P<pain>[0-9]+)?{_OF_TEN}", _refuse_joint),
    (
        rf"{_PAIN} (?:de|en) (?:el |la )?(?P<joint>{_JOINT})(?: {_OF})?\s*(?P<pain>[0-9]+)?"
        f"{_OF_TEN}",
        _refuse_joint,
    ),
    (r"no pain|sin (?:dolor|molestias?)|pain ?free", _none(Tells.PAIN)),
    (rf"{_PAIN}\s*{_OF}?\s*([0-9]+){_OF_TEN}", _plain(Tells.PAIN)),
    (rf"([0-9]+){_OF_TEN}\s*{_OF}?\s*{_PAIN}(?!\s*[0-9])", _plain(Tells.PAIN)),
    *[(sides, _sides) for sides in _SIDES.values()],
    (rf"(?P<counts>[0-9]+(?:,[0-9]+)+)\s*(?P<unit>{UNIT})", _refuse_weight),
    (
        rf"([0-9]+)\s*(?:{_OF}\s*[0-9]+(?:\s*{_SETS})?|/[0-9]+\s*{_SETS})",
        _plain(Tells.HOW_MANY_SETS),
    ),
    (rf"(?P<counts>{_LIST}){_COUNTED}", _each_set),
    (
        rf"(?P<weight>{_NUMBER})\s*(?P<unit>{UNIT}){_X}(?P<each>[0-9]+)"
        f"(?:{_X}(?P<sets>[0-9]+))?",
        _weight_first,
    ),
    (
        rf"(?P<number>[0-9]+){_X}(?P<weight>{_NUMBER})\s*(?P<unit>{UNIT}){END}{_IMPLEMENTS}",
        _times_weight,
    ),
    (
        rf"(?P<sets>[0-9]+)(?:{_X}|\s*{_SETS}\s*(?:{_OF}|x)\s*)(?P<each>[0-9]+){_COUNTED}"
        rf"(?:{_X}(?P<weight>{_NUMBER})\s*(?P<unit>{UNIT})?)?",
        _sets_of,
    ),
    (rf"(?:{_PLUS}\s*|(?P<less>{_MINUS}))(?P<weight>{_NUMBER}){_UNIT_OF_MORE}", _more),
    (rf"(?P<weight>{_NUMBER}){_UNIT_OF_MORE}\s*(?:{_MORE}|(?P<less>{_LESS}))", _more),
    (rf"(?P<number>[0-9]+)\s+left\s+(?P<left>{_COUNT})(?!\s*[,/;])", _refuse_left),
    (rf"{_BEFORE_RESERVE}\s*([0-9]+)", _plain(Tells.LEFT)),
    (rf"([0-9]+)\s*{_IN_RESERVE}", _plain(Tells.LEFT)),
    (r"(?:rpe|effort|esfuerzo)\s*(?P<effort>[0-9]+(?:[.,][0-9]+)?)", _effort),
    (r"to failure|(?:al|hasta el) fallo", _none(Tells.LEFT)),
    (rf"([0-9]+)\s*{_SETS}", _plain(Tells.HOW_MANY_SETS)),
    (rf"(?P<weight>{_NUMBER})\s*(?P<unit>{UNIT}){END}{_IMPLEMENTS}", _weight),
    (rf"(?P<unit>{UNIT})\s*(?P<weight>{_NUMBER})", _weight),
    (_NO_WEIGHT, _plain(Tells.NO_WEIGHT)),
    (
        r"(?P<minutes>[0-9]+)(?::(?P<more>[0-5][0-9])"
        rf"|\s*{_MINUTES}(?:\s*(?P<seconds>[0-9]+)\s*{_SECONDS})?)",
        _seconds,
    ),
    (r"(?P<counts>[0-9]+(?:[-+][0-9]+){2,})(?P<seconds>)(?P<reps>)", _each_set),
    (r"(?P<counts>[0-9]+-[0-9]+)", _refuse_range),
    (rf"@\s*(?P<counts>{_COUNT})(?!,[0-9]|\s*(?:{_SECONDS}|{_REPS}){END})", _refuse_at),
    (rf"(?P<counts>{_COUNT}){_COUNTED}", _each_set),
    (_SKIPPED, _plain(Tells.SKIPPED)),
    (_DONE, _plain(Tells.DONE)),
    (f"{_LEFT}|{_RIGHT}", _refuse_side),
    (_ONLY, _plain(Tells.ONLY)),
    (_NOTHING, _plain(Tells.NOTHING)),
)
_AT = (re.compile("@"), _plain(Tells.NOTHING))
SIGNS = (*[(re.compile(f"(?:{sign}){END}"), read) for sign, read in _ROWS], _AT)
