"""A text that is not YAML or not JSON -> what is likely wrong there, and what to do.

The words are befit's own. A parser tells only where it stopped: its words are other ones in each
version.
"""

from __future__ import annotations

import json
import re
from math import isinf
from typing import TYPE_CHECKING

from befit_cli.yaml.data import MOST_DEPTH, TOO_DEEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import MarkedYAMLError


def yaml_slip(text: str, error: MarkedYAMLError) -> str:
    """What is likely wrong where PyYAML stopped; it goes by the error's marks, and by what stands
    there.
    """
    here = _Stopped(text, error)
    return next(sentence for finds in _YAML_SLIPS if (sentence := finds(here)))


def json_slip(text: str) -> tuple[tuple[int, int], str]:
    """Where the text stops being JSON that befit reads, line and column from 1, and what is likely
    wrong.
    """
    if deep := _first_too_deep(text):
        return _place(text, deep.start()), TOO_DEEP
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError as error:
        if (comma := _comma_too_many(text, error.pos)) is not None:
            return _place(text, comma), "a comma before a closing bracket: take it out"
        return (error.lineno, error.colno), _json_sentence(text, error.pos)
    return _refused(text)


class _Stopped:
    """Where PyYAML stopped, and where what it was reading there began.

    `before` and `char` are what its line has up to there, and there.
    `begun` is the character that it was reading from.
    """

    def __init__(self, text: str, error: MarkedYAMLError) -> None:
        at, since = error.problem_mark, error.context_mark
        lines = text.removeprefix("\ufeff").splitlines()
        here = lines[at.line] if at and at.line < len(lines) else ""
        column = at.column if at else 0
        self.before, self.char = here[:column], here[column : column + 1]
        self.first = not self.before.strip()
        self.at_end = not at or (at.line, at.column) >= (
            len(lines) - 1,
            len(lines[-1]) if lines else 0,
        )
        self.begun = (
            lines[since.line][since.column : since.column + 1]
            if since and since.line < len(lines)
            else ""
        )
        self.begun_in = f"line {since.line + 1}, column {since.column + 1}" if since else ""
        self.begun_above = bool(at and since and since.line < at.line)
        self.scanning = type(error).__name__ == "ScannerError"


def _tab(here: _Stopped) -> str:
    tab = here.char == "\t" or "\t" in here.before[: len(here.before) - len(here.before.lstrip())]
    return "a tab in the indentation: write spaces" if tab else ""


def _quote(here: _Stopped) -> str:
    if here.begun not in ("'", '"') or not here.scanning:
        return ""
    if here.at_end or (not here.before and here.char in "-."):
        return (
            f"the quote {here.begun} of {here.begun_in} does not close: write another "
            f"{here.begun} where the text ends"
        )
    if "\\" in (here.char, here.before[-1:]):
        return (
            'a \\ between " and " begins a character that YAML does not have: write \\\\ for '
            "it, or use single quotes"
        )
    return ""


def _bracket(here: _Stopped) -> str:
    if here.begun and here.begun in "[{" and (here.char != here.begun or here.at_end):
        close = "]" if here.begun == "[" else "}"
        return (
            f"the {here.begun} of {here.begun_in} does not close before this: write {close}, "
            f"or the comma that is missing"
        )
    if here.char and here.char in "]},":
        return f"a {here.char} that ends nothing: take it out, or put the text in quotes"
    return ""


def _colon(here: _Stopped) -> str:
    if here.scanning and here.begun and here.begun_above:
        return (
            f"the text of {here.begun_in} is no key: write a colon and a space after it, and "
            f"then its value"
        )
    if here.scanning and here.char == ":" and re.search(r":\s", here.before):
        return "a second ': ' on the line: put the value in quotes, or begin a new line"
    return ""


def _indent(here: _Stopped) -> str:
    beside = here.scanning and not here.begun and here.char == ":" and here.before[:1] == " "
    if beside or (not here.scanning and here.first and here.char and here.begun_above):
        return (
            "the indent of this line fits none above: let it begin where the lines do that it "
            "belongs to"
        )
    if here.scanning and here.char == "-" and not here.begun:
        return "a list begins on the line after its key: move the - there"
    return ""


def _end_of_quotes(here: _Stopped) -> str:
    if not here.scanning and not here.first and set("'\"") & set(here.before):
        return (
            "text after the end of a quote: put all of it in one pair of quotes, and write '' "
            "for a ' between ' and '"
        )
    return ""


def _sign(here: _Stopped) -> str:
    sign = here.begun if here.scanning and here.begun else here.char
    return (
        f"text that begins with {sign} needs quotes: write '{sign}…'"
        if sign and sign in "@`%&*!|>"
        else ""
    )


def _any(here: _Stopped) -> str:
    if here.at_end:
        return "the text ends in the middle of something: close each bracket and each quote"
    return "write each value as key: value, on a line of its own, or in quotes"


_YAML_SLIPS: tuple[Callable[[_Stopped], str], ...] = (
    _tab,
    _quote,
    _bracket,
    _colon,
    _indent,
    _end_of_quotes,
    _sign,
    _any,
)
"""The first that finds something speaks."""


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column as `JSONDecodeError` counts them."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _first_too_deep(text: str) -> re.Match[str] | None:
    """The bracket that opens one list or mapping in another too many."""
    depth = -1
    for token in _JSON_TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > MOST_DEPTH:
            return token
    return None


def _comma_too_many(text: str, at: int) -> int | None:
    """Where the comma stands that a bracket closes after: a Python stops at the one or at the
    other.
    """
    before = text[:at].rstrip()
    if text[at : at + 1] in ("]", "}") and before.endswith(","):
        return len(before) - 1
    return at if text[at : at + 1] == "," and text[at + 1 :].lstrip()[:1] in ("]", "}") else None


def _json_sentence(text: str, at: int) -> str:
    """What is likely wrong where the standard library stopped; it goes by what stands there."""
    char = text[at : at + 1]
    if not char:
        return (
            "the text ends too soon: close each bracket and each quote, or take an earlier "
            "copy of the file"
        )
    if text[:at].rstrip().endswith(("}", "]")) and _is_json(text[:at]):
        return "more after the end of the plan: take it out"
    if char == '"' and not _JSON_STRING.match(text, at):
        return 'this quote does not close: write another " where the text ends'
    if "\\" in text[max(at - 1, 0) : at + 1]:
        return "a \\ that begins no character: write \\\\ for it"
    if char < " ":
        return "a text that goes on in another line, or a tab in it: write \\n or \\t"
    if char in "'‘’“”":
        return 'quotes that JSON does not have: write " before and after each text'
    if char.isalpha():
        return (
            'a word without quotes: write " before and after it; only true, false and null '
            "have none"
        )
    return (
        "something is missing before this, or this is too much: look for a comma, a colon or "
        "a bracket"
    )


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError:
        return False
    return True


def _refused(text: str) -> tuple[tuple[int, int], str]:
    """What the standard library takes for JSON and befit does not; the text is JSON in all else."""
    for token in _JSON_TOKEN.finditer(text):
        word, place = token[0], _place(text, token.start())
        if word.lstrip("-") in ("NaN", "Infinity"):
            return place, f"{word} is no number: write one, or null"
        if word[0] in "-0123456789" and isinf(float(word)):
            return place, "a number that is too large: write a smaller one"
        if word[0] == '"' and any("\ud800" <= char <= "\udfff" for char in json.loads(word)):
            return place, "half a character, such as \\ud83c, in this text: take it out"
    return (1, 1), "write the plan anew, with befit plan -o plan.json"


_JSON_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_JSON_TOKEN = re.compile(
    rf"{_JSON_STRING.pattern}?|[][{{}}]|-?(?:NaN|Infinity|[0-9][0-9.eE+-]*)", re.DOTALL
)
"""A text, also one that does not close, a bracket or a number."""
