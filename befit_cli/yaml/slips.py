"""A text that is not YAML or not JSON -> what is likely wrong there, and what to do.

The words are befit's own. A parser tells only where it stopped: its words are other ones in each
version.
"""

from __future__ import annotations

import json
import re
from math import isinf
from typing import TYPE_CHECKING

from befit_cli.language import _
from befit_cli.yaml.data import MOST_DEPTH, TOO_DEEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import Mark, MarkedYAMLError


def yaml_slip(text: str, error: MarkedYAMLError) -> str:
    """What is likely wrong where PyYAML stopped; it goes by the error's marks, and by what stands
    there.
    """
    here = _Stopped(text, error)
    sentences = (slip(here) for slip in _YAML_SLIPS)
    return next(filter(None, sentences))


def json_slip(text: str) -> tuple[tuple[int, int], str]:
    """Where the text stops being JSON that befit reads, line and column from 1, and what is likely
    wrong.
    """
    # Before the standard library reads it: how deep that can go is another depth in each Python.
    deep = _first_too_deep(text)
    if deep:
        return _place(text, deep.start()), _(TOO_DEEP)
    try:
        json.loads(text, parse_int=str)  # Python makes no number of thousands of digits
    except json.JSONDecodeError as error:
        comma = _comma_too_many(text, error.pos)
        if comma is not None:
            return _place(text, comma), _("a comma before a closing bracket: take it out")
        return (error.lineno, error.colno), _json_sentence(text, error.pos)
    return _refused(text)


class _Stopped:
    """Where PyYAML stopped, and where what it was reading there began."""

    before: str
    """What its line has up to there."""
    char: str
    """The character there; empty at the end of a line."""
    first: bool
    """Whether nothing but blanks stands before it on its line."""
    at_end: bool
    """Whether nothing comes after it."""
    begun: str
    """The character at which began what it was reading; empty where PyYAML doesn't say."""
    begun_in: str
    """`line 1, column 4`: where that stands."""
    begun_above: bool
    """Whether that stands on a line above."""
    scanning: bool
    """Whether it was still at the characters, and not yet at what they make together."""

    def __init__(self, text: str, error: MarkedYAMLError) -> None:
        # PyYAML counts neither a byte order mark nor lines from 1.
        lines = text.removeprefix("\ufeff").splitlines()
        self._stop(lines, error.problem_mark)
        self._begin(lines, error.context_mark, error.problem_mark)
        # By name: the two parsers have the class from modules of their own.
        self.scanning = type(error).__name__ == "ScannerError"

    def _stop(self, lines: list[str], mark: Mark | None) -> None:
        line = ""
        column = 0
        if mark:
            column = mark.column
            if mark.line < len(lines):
                line = lines[mark.line]
        self.before = line[:column]
        self.char = line[column : column + 1]
        self.first = not self.before.strip()
        last = lines[-1] if lines else ""
        self.at_end = mark is None or (mark.line, mark.column) >= (len(lines) - 1, len(last))

    def _begin(self, lines: list[str], mark: Mark | None, stop: Mark | None) -> None:
        self.begun = ""
        self.begun_in = ""
        self.begun_above = False
        if mark is None:
            return
        if mark.line < len(lines):
            self.begun = lines[mark.line][mark.column : mark.column + 1]
        self.begun_in = _(
            "line {line}, column {column}", line=mark.line + 1, column=mark.column + 1
        )
        self.begun_above = stop is not None and mark.line < stop.line


def _tab(here: _Stopped) -> str:
    indent = here.before[: len(here.before) - len(here.before.lstrip())]
    if here.char == "\t" or "\t" in indent:
        return _("a tab in the indentation: write spaces")
    return ""


def _quote(here: _Stopped) -> str:
    if here.begun not in ("'", '"') or not here.scanning:
        return ""
    # PyYAML reads on over the lines, and stops at the end or at what looks like a document's.
    if here.at_end or (not here.before and here.char in "-."):
        return _(
            "the quote {sign} of {place} does not close: write another {sign} where the text ends",
            sign=here.begun,
            place=here.begun_in,
        )
    if "\\" in (here.char, here.before[-1:]):
        return _(
            'a \\ between " and " begins a character that YAML does not have: write \\\\ for '
            "it, or use single quotes"
        )
    return ""


def _bracket(here: _Stopped) -> str:
    opened = here.begun and here.begun in "[{"
    # Where it stops at such a bracket itself, that one is likely text without quotes.
    if opened and (here.char != here.begun or here.at_end):
        close = "]" if here.begun == "[" else "}"
        return _(
            "the {sign} of {place} does not close before this: write {close}, or the comma that is "
            "missing",
            sign=here.begun,
            place=here.begun_in,
            close=close,
        )
    if here.char and here.char in "]},":
        return _(
            "a {sign} that ends nothing: take it out, or put the text in quotes", sign=here.char
        )
    return ""


def _colon(here: _Stopped) -> str:
    if not here.scanning:
        return ""
    if here.begun and here.begun_above:
        return _(
            "the text of {place} is no key: write a colon and a space after it, and then its value",
            place=here.begun_in,
        )
    if here.char == ":" and re.search(r":\s", here.before):
        return _("a second ': ' on the line: put the value in quotes, or begin a new line")
    return ""


def _indent(here: _Stopped) -> str:
    if here.scanning:
        # Deeper than its neighbours, a key's colon is the first thing that has no place there.
        wrong = not here.begun and here.char == ":" and here.before[:1] == " "
    else:
        wrong = here.first and here.char != "" and here.begun_above
    if wrong:
        return _(
            "the indent of this line fits none above: let it begin where the lines do that it "
            "belongs to"
        )
    if here.scanning and here.char == "-" and not here.begun:
        return _("a list begins on the line after its key: move the - there")
    return ""


def _end_of_quotes(here: _Stopped) -> str:
    quoted = "'" in here.before or '"' in here.before
    if quoted and not here.scanning and not here.first:
        return _(
            "text after the end of a quote: put all of it in one pair of quotes, and write '' "
            "for a ' between ' and '"
        )
    return ""


def _sign(here: _Stopped) -> str:
    sign = here.char
    if here.scanning and here.begun:
        sign = here.begun
    if sign and sign in "@`%&*!|>":
        return _("text that begins with {sign} needs quotes: write '{sign}…'", sign=sign)
    return ""


def _any(here: _Stopped) -> str:
    if here.at_end:
        return _("the text ends in the middle of something: close each bracket and each quote")
    return _("write each value as key: value, on a line of its own, or in quotes")


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
"""Each has a sentence where it knows the slip, else none; the first that has one speaks, so what is
most definite comes first, and the last always has one.
"""


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column as `JSONDecodeError` counts them."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _first_too_deep(text: str) -> re.Match[str] | None:
    """The bracket that opens one list or mapping in another too many."""
    depth = -1
    for token in _JSON_TOKEN.finditer(text):
        depth += _DEEPER.get(token[0], 0)
        if depth > MOST_DEPTH:
            return token
    return None


def _comma_too_many(text: str, at: int) -> int | None:
    """Where the comma stands that a bracket closes after: a Python stops at the one or at the
    other.
    """
    char = text[at : at + 1]
    before = text[:at].rstrip()
    if char in _CLOSING and before.endswith(","):
        return len(before) - 1
    after = text[at + 1 :].lstrip()
    if char == "," and after[:1] in _CLOSING:
        return at
    return None


def _json_sentence(text: str, at: int) -> str:
    """What is likely wrong where the standard library stopped; it goes by what stands there."""
    char = text[at : at + 1]
    if not char:
        return _(
            "the text ends too soon: close each bracket and each quote, or take an earlier "
            "copy of the file"
        )
    before = text[:at]
    if before.rstrip().endswith(_CLOSING) and _is_json(before):
        return _("more after the end of the plan: take it out")
    if char == '"' and not _JSON_STRING.match(text, at):
        return _('this quote does not close: write another " where the text ends')
    # A Python stops at the backslash, or at what comes after it.
    if "\\" in (char, before[-1:]):
        return _("a \\ that begins no character: write \\\\ for it")
    if char < " ":  # a control character, which JSON allows between values alone
        return _("a text that goes on in another line, or a tab in it: write \\n or \\t")
    if char in "'‘’“”":
        return _('quotes that JSON does not have: write " before and after each text')
    if char.isalpha():
        return _(
            'a word without quotes: write " before and after it; only true, false and null '
            "have none"
        )
    return _(
        "something is missing before this, or this is too much: look for a comma, a colon or "
        "a bracket"
    )


def _is_json(text: str) -> bool:
    """Whether the text is JSON by itself."""
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError:
        return False
    return True


def _refused(text: str) -> tuple[tuple[int, int], str]:
    """What the standard library takes for JSON and befit does not; the text is JSON in all else."""
    for token in _JSON_TOKEN.finditer(text):
        word = token[0]
        place = _place(text, token.start())
        if word.lstrip("-") in ("NaN", "Infinity"):
            return place, _("{word} is no number: write one, or null", word=word)
        if word[0] in "-0123456789" and isinf(float(word)):
            return place, _("a number that is too large: write a smaller one")
        if word[0] == '"' and _HALF.search(json.loads(word)):
            return place, _("half a character, such as \\ud83c, in this text: take it out")
    return (1, 1), _("write the plan anew, with befit plan -o plan.json")


_CLOSING = ("]", "}")
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair: alone it is no character, and no file can hold it."""
_JSON_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_JSON_TOKEN = re.compile(
    rf"{_JSON_STRING.pattern}?|[][{{}}]|-?(?:NaN|Infinity|[0-9][0-9.eE+-]*)", re.DOTALL
)
"""A text, also one that does not close, a bracket or a number."""
