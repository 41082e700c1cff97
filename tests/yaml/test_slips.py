"""A text that is not YAML or not JSON: told in befit's own words, whichever parser stopped at it."""

from __future__ import annotations

import sys

import pytest
import yaml

from befit_cli.yaml import data as yaml_data
from befit_cli.yaml import nodes as yaml_nodes
from befit_cli.yaml.data import MOST_DEPTH, TOO_DEEP, Odd
from befit_cli.yaml.nodes import compose
from befit_cli.yaml.slips import json_slip


@pytest.fixture(
    params=[yaml_data.LOADER, yaml.SafeLoader], ids=["the usual parser", "the one in Python"]
)
def _parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (yaml_data, yaml_nodes):
        monkeypatch.setattr(module, "LOADER", request.param)


def told(text: str) -> list[str]:
    """Each fault with its line and column."""
    root, faults = compose(text)
    assert root is None
    with pytest.raises(Odd):
        yaml_data.data_of(text)
    return [
        f"{':'.join(map(str, place))}: {sentence.removeprefix('this is not YAML: ')}"
        for place, sentence in faults
    ]


INDENT = (
    "the indent of this line fits none above: let it begin where the lines do that it belongs to"
)
IN_QUOTES = (
    "text after the end of a quote: put all of it in one pair of quotes, and write '' "
    "for a ' between ' and '"
)
SECOND_COLON = "a second ': ' on the line: put the value in quotes, or begin a new line"
TAB = "a tab in the indentation: write spaces"


def unclosed(bracket: str, place: str) -> str:
    return (
        f"the {bracket} of {place} does not close before this: write "
        f"{']' if bracket == '[' else '}'}, or the comma that is missing"
    )


def no_end(quote: str, place: str) -> str:
    return f"the quote {quote} of {place} does not close: write another {quote} where the text ends"


def quotes_for(sign: str) -> str:
    return f"text that begins with {sign} needs quotes: write '{sign}…'"


@pytest.mark.usefixtures("_parsers")
@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("exercises:\n\t- a\n", f"2:1: {TAB}", id="a tab before a dash"),
        pytest.param("a:\n  b: 1\n\tc: 2\n", f"3:1: {TAB}", id="a tab before a key"),
        pytest.param("\ufeffa:\n\tb: 1\n", f"2:1: {TAB}", id="a tab after a byte order mark"),
        pytest.param("race: half: 1", f"1:11: {SECOND_COLON}", id="two colons"),
        pytest.param("a:\n  - b: c: d\n", f"2:9: {SECOND_COLON}", id="two colons in a list"),
        pytest.param(
            "a: [b\nc: d\n", f"2:2: {unclosed('[', 'line 1, column 4')}", id="a list without an end"
        ),
        pytest.param(
            "a: [b", f"1:6: {unclosed('[', 'line 1, column 4')}", id="a list at the end of the text"
        ),
        pytest.param(
            "a: [b}\n", f"1:6: {unclosed('[', 'line 1, column 4')}", id="another bracket at the end"
        ),
        pytest.param(
            "a: {b: 1\nc: 2\n",
            f"2:2: {unclosed('{', 'line 1, column 4')}",
            id="a mapping without an end",
        ),
        pytest.param(
            "a: {b: c d: e}",
            f"1:11: {unclosed('{', 'line 1, column 4')}",
            id="a comma that is missing",
        ),
        pytest.param(
            "a: [",
            "1:5: the text ends in the middle of something: close each bracket and each quote",
            id="cut off",
        ),
        pytest.param(
            "a: b\nc: ]\n",
            "2:4: a ] that ends nothing: take it out, or put the text in quotes",
            id="an end without a list",
        ),
        pytest.param(
            'a: "b\nc: d\n',
            f"3:1: {no_end(chr(34), 'line 1, column 4')}",
            id="a double quote without an end",
        ),
        pytest.param(
            "a: 'b\nc: d\n",
            f"3:1: {no_end(chr(39), 'line 1, column 4')}",
            id="a single quote without an end",
        ),
        pytest.param("a: 'it's'\n", f"1:8: {IN_QUOTES}", id="an apostrophe between quotes"),
        pytest.param("a: 'b' c\n", f"1:8: {IN_QUOTES}", id="more after a quote"),
        pytest.param("a: 1\n  b: 2\n", f"2:4: {INDENT}", id="an indent too deep"),
        pytest.param("a:\n    b: 1\n  c: 2\n", f"3:3: {INDENT}", id="an indent between two"),
        pytest.param("- a\nb: c\n", f"2:1: {INDENT}", id="a key beside a list"),
        pytest.param(
            "a: - b\n",
            "1:4: a list begins on the line after its key: move the - there",
            id="a list beside its key",
        ),
        pytest.param(
            "a: b\nc\nd: e\n",
            "3:1: the text of line 2, column 1 is no key: write a colon and a space after it, "
            "and then its value",
            id="a key without a value",
        ),
        pytest.param("a: @b\n", f"1:4: {quotes_for('@')}", id="a sign that YAML keeps for itself"),
        pytest.param("a: & b\n", f"1:5: {quotes_for('&')}", id="a sign that means something"),
        pytest.param(
            "x" * 2000 + ": 1",
            "1:2001: write each value as key: value, on a line of its own, or in quotes",
            id="anything else",
        ),
    ],
)
def test_what_is_not_yaml_is_told_with_what_to_do(text: str, want: str) -> None:
    assert told(text) == [want]


@pytest.mark.usefixtures("_parsers")
def test_what_yaml_has_no_escape_for_is_told() -> None:
    (fault,) = told('a: "\\q"\n')
    assert fault.endswith(
        'a \\ between " and " begins a character that YAML does not have: write \\\\ for it, or '
        "use single quotes"
    )


@pytest.mark.of_a_kind(8)
@pytest.mark.usefixtures("_parsers")
@pytest.mark.parametrize("lists", [MOST_DEPTH + 2, 999, 1001, 5000])
@pytest.mark.parametrize(
    ("opened", "column"),
    [
        pytest.param("[", MOST_DEPTH + 2, id="lists"),
        pytest.param("{a: ", 4 * MOST_DEPTH + 2, id="mappings"),
    ],
)
@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["", "after a byte order mark"])
def test_nesting_is_told_where_befits_own_limit_is_passed(
    opened: str, column: int, before: str, lists: int
) -> None:
    assert told(before + opened * lists) == [f"1:{column}: {TOO_DEEP}"]


@pytest.mark.usefixtures("_parsers")
def test_and_so_is_what_stands_before_it() -> None:
    assert told(f"a: *b\nc: {'[' * 2000}") == [
        "1:4: the alias 'b': befit reads none, write out what it stands for",
        f"2:{4 + MOST_DEPTH}: {TOO_DEEP}",
    ]


A_WORD = 'a word without quotes: write " before and after it; only true, false and null have none'
CUT = (
    "the text ends too soon: close each bracket and each quote, or take an earlier copy of the file"
)
ESCAPE = "a \\ that begins no character: write \\\\ for it"
HALF = "half a character, such as \\ud83c, in this text: take it out"
LAST_COMMA = "a comma before a closing bracket: take it out"
MISSING = (
    "something is missing before this, or this is too much: look for a comma, a colon or a bracket"
)
MORE = "more after the end of the plan: take it out"
QUOTES = 'quotes that JSON does not have: write " before and after each text'
TOO_LARGE = "a number that is too large: write a smaller one"


@pytest.mark.parametrize(
    ("text", "place", "want"),
    [
        pytest.param("", (1, 1), CUT, id="nothing"),
        pytest.param('{\n"a": 1,\n', (3, 1), CUT, id="cut off"),
        pytest.param(
            '{"a": "b}',
            (1, 7),
            'this quote does not close: write another " where the text ends',
            id="a quote without an end",
        ),
        pytest.param('{"a": 1 "b": 2}', (1, 9), MISSING, id="no comma"),
        pytest.param('{"a" 1}', (1, 6), MISSING, id="no colon"),
        pytest.param(
            '{"a": [1,\n2, \n]}', (2, 2), LAST_COMMA, id="a comma after the last of a list"
        ),
        pytest.param('{"a": 1,}', (1, 8), LAST_COMMA, id="a comma after the last of a mapping"),
        pytest.param("[,]", (1, 2), LAST_COMMA, id="a comma alone"),
        pytest.param(",]", (1, 1), LAST_COMMA, id="a comma before all else"),
        pytest.param("{'a': 1}", (1, 2), QUOTES, id="single quotes"),
        pytest.param("{“a”: 1}", (1, 2), QUOTES, id="quotes of a word processor"),
        pytest.param("{a: 1}", (1, 2), A_WORD, id="a key without quotes"),
        pytest.param('{"a": True}', (1, 7), A_WORD, id="a word of Python"),
        pytest.param(
            '{"a": "b\nc"}',
            (1, 9),
            "a text that goes on in another line, or a tab in it: write \\n or \\t",
            id="two lines",
        ),
        pytest.param('{"a": "\\q"}', (1, 8), ESCAPE, id="an escape there is not"),
        pytest.param('{"a": 1}\n{}', (2, 1), MORE, id="a second plan"),
        pytest.param('{"a": 1}}', (1, 9), MORE, id="a bracket too many"),
        pytest.param('{"a": NaN}', (1, 7), "NaN is no number: write one, or null", id="no number"),
        pytest.param(
            '{"a": [-Infinity]}',
            (1, 8),
            "-Infinity is no number: write one, or null",
            id="a number without end",
        ),
        pytest.param('{"1e999": "NaN",\n "b": -1e999}', (2, 7), TOO_LARGE, id="a number too large"),
        pytest.param('{"a": ' + "9" * 5000 + "}", (1, 7), TOO_LARGE, id="a number of 5,000 digits"),
        pytest.param('{"a": "\\ud83c"}', (1, 7), HALF, id="half a character"),
        pytest.param("[" * (MOST_DEPTH + 2), (1, MOST_DEPTH + 2), TOO_DEEP, id="one list too many"),
        pytest.param(
            '{"a": "[[{{", "b":\n' + "[" * 100_000,
            (2, MOST_DEPTH + 1),
            TOO_DEEP,
            id="brackets in a text do not count",
        ),
    ],
)
def test_what_is_not_json_is_told_with_its_place_and_what_to_do(
    text: str, place: tuple[int, int], want: str
) -> None:
    assert json_slip(text) == (place, want)


def test_what_is_json_and_cannot_be_read_even_so_has_a_sentence_too() -> None:
    assert json_slip("{}") == ((1, 1), "write the plan anew, with befit plan -o plan.json")


def test_quotes_without_end_are_told_at_once() -> None:
    assert json_slip('["' + '\\"' * 500_000) == (
        (1, 2),
        'this quote does not close: write another " where the text ends',
    )


@pytest.mark.parametrize("depth", [MOST_DEPTH + 2, sys.getrecursionlimit() * 2])
def test_data_is_no_deeper_than_yaml_may_be(depth: int) -> None:
    data: list[object] = []
    for _ in range(depth - 1):
        data = [data]
    with pytest.raises(RecursionError):
        yaml_nodes.from_data(data)
