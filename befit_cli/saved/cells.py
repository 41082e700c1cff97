"""What the words of a plan mean: a form's name, a session's heading, the cells of a row.

Each reader takes what befit writes and what people write for it, and raises ValueError with the
sentence for the person who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from befit_cli.catalogue.names import (
    forms_by_names,
    named_anywhere,
    named_here,
    names_in_plans,
    spelled,
)
from befit_cli.errors import did_you_mean
from befit_cli.evidence.coverage import REGIONS, served
from befit_cli.language import Language, _, every, message, speaking
from befit_cli.saved import spellings
from befit_cli.saved.former_forms import FORMER_FORMS
from befit_cli.saved.numbers import RANGES, not_within
from befit_cli.values import Athlete, Catalogue, Day, Exercise, Form, Load, Need, Units, in_kg
from befit_cli.yaml.nodes import shown

_Number = TypeVar("_Number", int, float)

_NEEDED = frozenset({"exercise", "dose", "rest"})
"""The columns that a table of exercises has at least, in any order and in any case."""
BELOW = {
    "mind": message("Mind"),
    "why": message("Changed by your log"),
    "next": message("When it gets easy"),
}
"""What stands of a session's exercises below their table, each under its title as a list with an
item for each; in older files they are columns, which are called by the keys.
"""
NEXT_IN_TAPER = message("When it gets easy, after the race")
"""The title of what is next where nothing is to grow before the race (R35)."""
_LETTERS_OF_A_DAY = 3
_ACCENTS = str.maketrans("áé", "ae")
_FIRST_WORD_ENDS = re.compile(r"[\W\d_]")


class Title(NamedTuple):
    """What a session's heading says."""

    day: Day
    load: Load
    minutes: int


class Work(NamedTuple):
    """What a dose says."""

    sets: int
    reps: int | None
    """Repetitions of a set; None for a hold."""
    hold_s: int | None
    """Seconds of a hold; None for repetitions."""
    seconds_per_rep: float | None = None
    """How slow a repetition is; None where that is not said."""
    kg: float | None = None
    """What one implement is to weigh; None where that is not said."""


class Effort(NamedTuple):
    """What an effort says."""

    rir: int | None
    """Repetitions in reserve; None where none are counted."""
    light: bool = False
    """Whether it says that more may be left."""


def find_form(catalogue: Catalogue, id_: str | None, name: str) -> tuple[Exercise, Form]:
    """The exercise and its form of that name; without an id, the one exercise that has the form.

    Raises ValueError with the sentence for the person who wrote it.
    """
    if id_ is not None and id_ not in catalogue.by_id:
        raise ValueError(no_exercise(id_, catalogue))
    # Looked for everywhere, so that a form of another exercise is told with that one's id.
    everywhere = _forms_named(catalogue, name)
    matches = [(exercise, form) for exercise, form in everywhere if id_ in (None, exercise.id)]
    if not matches and (id_ is not None or not everywhere):
        matches = _renamed(catalogue, id_, name)
    if len(matches) == 1:
        return matches[0]
    if everywhere:
        raise ValueError(_of_others(name, [exercise.id for exercise, _form in everywhere]))
    ladders = (catalogue.by_id[id_],) if id_ else catalogue.exercises
    near = did_you_mean(name, (form.name for exercise in ladders for form in exercise.ladder))
    form = shown(name)
    if id_:
        raise ValueError(_("there is no form {form} of {id}{near}", form=form, id=id_, near=near))
    raise ValueError(_("there is no form {form}{near}", form=form, near=near))


def no_exercise(id_: str, catalogue: Catalogue) -> str:
    """The sentence for an id that no exercise of the catalogue has."""
    near = did_you_mean(id_, catalogue.by_id)
    return _("there is no exercise {id}{near}", id=shown(id_), near=near)


def known(exercise: Exercise, form: Form, athlete: Athlete) -> dict[str, Any]:
    """What the catalogue knows of a prescription; the tempo is that of the athlete's niggles where
    they have one, the kit is theirs where they own it, else the first that would do.
    """
    seconds_per_rep = form.seconds_per_rep
    # Of several niggles the last has the say, as where a plan is made.
    for niggle in athlete.niggles:
        rule = form.niggles.get(niggle)
        if rule is not None and rule.seconds_per_rep is not None:
            seconds_per_rep = rule.seconds_per_rep
    kit = []
    for choice in form.kit:
        # The first of the form's own order, as in `Form.kit_used`.
        kit.append(next((thing for thing in choice if thing in athlete.kit), choice[0]))
    return {
        "id": exercise.id,
        "name": exercise.name,
        "form": form.name,
        "group": exercise.group,
        "pattern": form.pattern,
        "family": form.family,
        "role": exercise.role,
        "regions": REGIONS[form.pattern],
        "load": form.load,
        "kit": tuple(kit),
        "level": form.level,
        "per_side": form.per_side,
        "seconds_per_rep": seconds_per_rep,
        "contacts": form.contacts,
        "muscles": form.muscles,
        "alternates": form.alternates,
        "setup": form.setup,
        **of_catalogue(form),
    }


def of_catalogue(form: Form) -> dict[str, Any]:
    """What only the catalogue says of a prescription: no file has it."""
    return {
        "serves": in_order(served(form)),
        "knee": form.knee,
        "prerequisite": form.prerequisite,
    }


def in_order(needs: Collection[Need]) -> tuple[Need, ...]:
    """The needs in the order in which they are told."""
    return tuple(need for need in Need if need in needs)


def heading(text: str) -> Title:
    """Day, load and minutes of `Monday 23 November · low load · 25 min`; dots, dashes and the date
    may be others or missing.
    """
    word = _FIRST_WORD_ENDS.split(text.casefold(), maxsplit=1)[0]
    day = _day_begun(word)
    if day is None:
        near = did_you_mean(word, (day.title for day in Day))
        # A heading of the third rank is one or the other: nothing else is left of a week's parts.
        raise ValueError(
            _(
                "{text} is neither a session, which begins with its weekday, nor the notes{near}",
                text=shown(text),
                near=near,
            )
        )
    # Anywhere in the text, for what stands between them is the person's to write.
    needs_load = message("{text} needs one load: low load, medium load or high load")
    load = _only(spellings.LOAD, text, needs_load)
    return Title(day, spellings.LOADS[load], minutes(text))


def heads_session(text: str) -> bool:
    """Whether a person who wrote that meant the heading of a session, whatever its marks are."""
    # Of low energy on a Monday after 25 min a runner may write anywhere.
    if not spellings.NAMED_LOAD.search(text):
        return False
    try:
        heading(text.strip(" #*_>-"))
    except ValueError:
        return False
    return True


def minutes(text: str) -> int:
    """`25 min`, anywhere in the text."""
    needs_minutes = message("{text} needs its minutes, once, such as 25 min")
    number = int(_only(spellings.MINUTES, text, needs_minutes))
    return _within("minutes", number, text)


def names_columns(titles: list[str]) -> bool:
    """Whether a table with such titles is one of exercises."""
    return set(map(spellings.column, titles)) >= _NEEDED


def is_row(texts: list[str], catalogue: Catalogue) -> bool:
    """Whether the texts are cells of an exercise's row."""
    if not any(map(spellings.DOSE_CELL.fullmatch, texts)):
        return False
    if any(map(spellings.EFFORT_CELL.fullmatch, texts)):
        return True
    # A runner's own table may have a dose and a rest too, but hardly a form by befit's name.
    rests = any(map(spellings.REST_CELL.fullmatch, texts))
    return rests and any(_forms_named(catalogue, said(text)) for text in texts)


def said(text: str) -> str:
    """The words of a cell, a space apart, without a tick at their end and without the brackets of
    `[[a link]]`.
    """
    # many spaces in a row would each be tried as the place where a tick or an effort begins
    words = " ".join(spellings.LINK.sub(r"\1", text).split())
    return spellings.TICK.sub("", words)


def dose(text: str) -> Work:
    """`3 × 8`, `3x8 each side`, `3 × 6 at 18 kg`, `2 × 20-s hold`, `2 × 5, 10 s each`; the form
    says whether it is for each side.
    """
    sets, amount, held, weight, unit, seconds = _whole(
        spellings.DOSE,
        text,
        message("{text} is not a dose such as 3 × 8, 3 × 6 at 18 kg or 2 × 20-s hold"),
    )
    number = _within("sets", int(sets), text)
    kg = None
    if weight:
        units = Units.LB if unit.startswith("l") else Units.KG
        kg = in_kg(_within("kg", _decimal(weight), text), units)
    if held:
        return Work(number, None, _within("hold_s", int(amount), text), None, kg)
    slow = _within("seconds_per_rep", _decimal(seconds), text) if seconds else None
    return Work(number, _within("reps", int(amount), text), None, slow, kg)


def dose_and_effort(text: str) -> tuple[Work, Effort | None]:
    """A dose and what may stand behind it: `3 × 8 each side, 3 left`; None where nothing does."""
    behind = spellings.EFFORT_BEHIND.fullmatch(said(text))
    if behind is None:
        return dose(text), None
    return dose(behind["dose"]), effort(behind["effort"])


def effort(text: str) -> Effort:
    """`stop with 3 left`, `3 in reserve`, `stop if form slips`; light, `4 or more left` or `stop
    with time to spare`.
    """
    easily, left, more = _whole(
        spellings.EFFORT,
        text,
        message("{text} is not an effort such as 'stop with 3 left' or 'stop if form slips'"),
    )
    return Effort(_within("rir", int(left), text) if left else None, light=bool(easily or more))


def rest(text: str) -> int:
    """Seconds of `75 s`, `2 min`, `1.5 min`, `1:15`, `none`."""
    is_none = message("{text} is not a rest such as 75 s, 2 min or none")
    seconds, minutes, clock = _whole(spellings.REST, text, is_none)
    number = int(seconds or 0)
    if minutes:
        number = int(float(minutes.replace(",", ".")) * 60)
    elif clock:
        whole_minutes, and_seconds = clock.split(":")
        number = int(whole_minutes) * 60 + int(and_seconds)
    return _within("rest_s", number, text)


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _forms_named(catalogue: Catalogue, name: str) -> Sequence[tuple[Exercise, Form]]:
    """The forms that a plan calls so, else those that one in another language does."""
    letters = spelled(name)
    for names in (named_here, named_anywhere):
        called = forms_by_names(catalogue, names).get(letters)
        if called:
            return called
    return ()


def _renamed(catalogue: Catalogue, id_: str | None, name: str) -> list[tuple[Exercise, Form]]:
    """The form that an older catalogue called so, where this one has it."""
    for (former_id, former_name), (now_id, now_name) in FORMER_FORMS.items():
        if id_ not in (None, former_id) or former_id not in catalogue.by_id:
            continue
        former = [names_in_plans(former_name, each) for each in catalogue.by_id[former_id].names]
        form = catalogue.form(now_id, now_name)
        if form is not None and any(spelled(name) in names for names in former):
            return [(catalogue.by_id[now_id], form)]
    return []


def _day_begun(word: str) -> Day | None:
    """The day whose name begins with the word in one of befit's languages, by three letters at
    least: `mon`, `Thurs`, `miercoles`.
    """
    if len(word) < _LETTERS_OF_A_DAY:
        return None
    for language in Language:
        for day, name in _day_names(language).items():
            if name.startswith(_plain(word)):
                return day
    return None


@cache
def _day_names(language: Language) -> Mapping[Day, str]:
    with speaking(language):
        return {day: _plain(day.title) for day in Day}


def _plain(word: str) -> str:
    return word.casefold().translate(_ACCENTS)


def _within(key: str, number: _Number, text: str) -> _Number:
    """The number that was read in the text, which a plan may have for that key."""
    sentence = not_within(number, RANGES[key])
    if sentence:
        raise ValueError(f"{shown(text)}: {sentence}")
    return number


def _whole(pattern: re.Pattern[str], text: str, refusal: str) -> tuple[Any, ...]:
    """The groups of the pattern, which has to take the whole text."""
    match = pattern.fullmatch(said(text).casefold())
    if match is None:
        raise ValueError(_(refusal, text=shown(text)))
    return match.groups()


def _only(pattern: re.Pattern[str], text: str, refusal: str) -> str:
    """What the pattern finds in the text; two are refused, for nobody knows which is meant."""
    matches = pattern.findall(text.casefold())
    if len(matches) != 1:
        raise ValueError(_(refusal, text=shown(text)))
    return str(matches[0])


def _of_others(name: str, ids: list[str]) -> str:
    """The sentence for a form that only other exercises have, or several."""
    if len(ids) == 1:
        return _("{form} is a form of {id}: give it that for its id", form=shown(name), id=ids[0])
    return _("{form} is a form of {ids}: give it one for its id", form=shown(name), ids=every(ids))
