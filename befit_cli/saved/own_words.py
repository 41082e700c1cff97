"""What rules ask of a person's own words in a plan, looked for by patterns, in any of befit's
languages whatever it speaks.

A pattern may be wrong, so where a text leaves a choice it reads what keeps the runner safer: the
shortest wait, and a static stretch as a long one.
"""

from __future__ import annotations

import re

from befit_cli.values import Facts, Movement

_MOST = 10_000
"""What any more hours or seconds count as."""
_RUN_FIRST = re.compile(
    r"\brun first\b"
    r"|\b(?:corre|correr|la carrera|el entrenamiento) (?:primero|antes)\b"
    r"|\bprimero,? (?:corre|correr|la carrera|el entrenamiento)\b",
    re.IGNORECASE,
)
_DECIMAL = r"(?<!\.)\b([0-9]+(?:[.,][0-9]+)?)"
"""Whole, so that `0.5 hours` is not read as five."""
# The first number of `2 to 6 hours` is the wait that may be too short.
_HOURS = re.compile(
    rf"{_DECIMAL}(?:\s?(?:-|–|to|or|and|a|o|y)\s?[0-9.,]+)?[ -]?h(?:(?:ou)?rs?|oras?)?\b",
    re.IGNORECASE,
)
_LOAD_STEP = re.compile(
    r"\b2\s?[-–]\s?10\s?%|\b(?:next|harder) form\b|\brepetition more\b"
    r"|\bvariante (?:siguiente|más difícil)\b|\bsiguiente variante\b|\brepetición más\b",
    re.IGNORECASE,
)
_STATIC = re.compile(
    r"\bstatic\b(?! bik| cycl)|(?<!bici )(?<!bicicleta )\best[aá]tic[oa]s?\b", re.IGNORECASE
)
"""A static bike is no stretch."""
_STRETCH = re.compile(r"\b(?:stretch|estir)", re.IGNORECASE)
_TIME = re.compile(
    rf"{_DECIMAL}[ -]?(s|secs?|seconds?|seg|segundos?|mins?|minutes?|minutos?)\b", re.IGNORECASE
)
"""Of `20-30 s` the longer time counts."""
_NOT = r"(?<!\bno )(?<!\bsin )"
_MOVEMENTS = {
    # Jogging to the gym is running, which is nothing that a warm-up bars.
    Movement.JOG: re.compile(
        r"\bjog\w* (?:on the spot|in place)\b"
        r"|\b(?:trot\w*|corr(?:e|er|iendo)) (?:en el (?:sitio|lugar)|en tu sitio)\b",
        re.IGNORECASE,
    ),
    Movement.SKIP: re.compile(
        rf"{_NOT}\b(?:skip(?:ping\b| rope)|salt\w* (?:a )?(?:la )?(?:comba|cuerda)\b)"
        rf"|{_NOT}(?<!saltar )(?<!saltar la )(?<!saltar a la )\b(?:comba|cuerda)\b",
        re.IGNORECASE,
    ),
    Movement.HOP: re.compile(
        rf"{_NOT}\b(?:hop(?:s|ping)?|salt(?:os?|itos?|a|ar|ando)|brinc(?:os?|a|ar|ando))\b"
        r"(?! (?:a )?(?:la )?(?:comba|cuerda)\b)",
        re.IGNORECASE,
    ),
    Movement.LUNGE: re.compile(
        rf"{_NOT}\b(?:(?:walking )?lung(?:es?|ing)|zancadas?|estocadas?|desplantes?)\b",
        re.IGNORECASE,
    ),
    Movement.SWING: re.compile(
        rf"{_NOT}\b(?:leg[ -]swings?|balanceos? de (?:la )?piernas?)\b", re.IGNORECASE
    ),
    Movement.BRIDGE: re.compile(rf"{_NOT}\b(?:bridg(?:es?|ing)|puentes?)\b", re.IGNORECASE),
}
_HOPS = re.compile(
    r"(?<![0-9])(?:([0-9]++)\s?[x×]\s?)?([0-9]++)"
    r"(?:\s+[\w-]+){0,3}?\s+(?:hops?|salt(?:os?|itos?)|brincos?)\b",
    re.IGNORECASE,
)
"""`2 x 10 low hops`. A number is read whole or not at all: else the time that ten thousand digits
take would grow with their square.
"""


def run_comes_first(text: str) -> bool:
    """Whether the words say that the run comes before strength."""
    return _RUN_FIRST.search(text) is not None


def wait_after_run(text: str) -> int | None:
    """The whole hours of the shortest wait that the words name; None where they name none."""
    hours = [_counted(number) for number in _HOURS.findall(text)]
    return min(hours, default=None)


def names_load_step(text: str) -> bool:
    """Whether the words name a way to add load."""
    return _LOAD_STEP.search(text) is not None


def stretch(text: str) -> Facts:
    """`seconds`, how long a stretch in the words is held: None for a static one, whatever time it
    names; empty without a stretch.
    """
    if _STATIC.search(text):
        return {"seconds": None}  # for as long as it takes
    named = _STRETCH.search(text)
    held = _TIME.search(text, named.end()) if named else None
    if held is None:
        return {}
    number, unit = held.groups()
    seconds = 60 if unit.casefold().startswith("m") else 1
    return {"seconds": _counted(number, seconds)}


def movements(text: str) -> Facts:
    """`movements`, those in the words that a niggle may bar, and `contacts`, the landings of hops
    that they count; no key where there are none.
    """
    facts: Facts = {}
    named = [movement for movement, words in _MOVEMENTS.items() if words.search(text)]
    if named:
        facts["movements"] = named
    hops = _HOPS.search(text)
    if hops:
        sets, reps = hops.groups()
        facts["contacts"] = min(_counted(sets or "1") * _counted(reps), _MOST)
    return facts


def _counted(number: str, unit: int = 1) -> int:
    """So many units, in whole ones; at most `_MOST`, for a person may write more digits than Python
    makes a number of.
    """
    return int(min(float(number.replace(",", ".")) * unit, _MOST))
