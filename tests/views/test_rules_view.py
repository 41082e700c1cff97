"""The rules on a terminal: all, one, and the safety text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from befit_cli.evidence.safety import SAFETY
from befit_cli.rules import RULE_BY_ID, RULES
from befit_cli.rules.rule import CONSENSUS, Kind, Rule
from befit_cli.values import phrase
from befit_cli.views import rules

BEFORE_A_KEY_RUN = Rule(
    "R11",
    Kind.MUST,
    text=phrase("no high-load session on the day before a hard run"),
    basis="Doma & Deakin 2013: next-day time fell 18 %",
    advice=phrase("Run first."),
)


def printed(
    show: Callable[[Console], None], width: int, encoding: str = "utf-8", **console: Any
) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    show(Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


def one(rule: Rule) -> Callable[[Console], None]:
    return lambda console: rules.show_one(rule, console)


def words(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


VIEWS = {"all": rules.show_all, "one": one(RULE_BY_ID["R59"]), "safety": rules.show_safety}


@pytest.mark.parametrize("width", [80, 40])
def test_one_rule_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(one(BEFORE_A_KEY_RUN), width) == snapshot


@pytest.mark.parametrize("width", [20, 40, 59, 60, 100])
def test_every_rule_is_told_with_its_kind_its_text_and_its_basis(width: int) -> None:
    text = words(printed(rules.show_all, width))
    for rule in RULES:
        sentence = str(rule.text)[:1].upper() + str(rule.text)[1:]
        basis = "coaching consensus, no trial" if rule.basis == CONSENSUS else str(rule.basis)
        assert re.search(
            rf"\b{rule.id}\b \W*{rule.kind} {re.escape(sentence)} Basis: {re.escape(basis)}", text
        ), rule.id


@pytest.mark.parametrize("kind", Kind)
def test_what_a_kind_means_is_told_with_all_rules_and_with_one(kind: Kind) -> None:
    rule = next(rule for rule in RULES if rule.kind == kind)
    meaning = words(printed(one(rule), 100)).split(f"{kind}: ")[1].split(str(rule.text)[1:])[0][:-2]
    assert meaning in words(printed(rules.show_all, 100))


def test_a_rule_of_the_safety_text_tells_the_text() -> None:
    assert SAFETY["R63"] in words(printed(one(RULE_BY_ID["R63"]), 100))


def test_the_safety_text_is_told_whole_the_most_urgent_first() -> None:
    text = words(printed(rules.show_safety, 60))
    assert text == " ".join(f"{rule} {said}" for rule, said in SAFETY.items())


@pytest.mark.parametrize("view", VIEWS)
@given(width=st.integers(20, 140), encoding=st.sampled_from(["utf-8", "ascii"]))
def test_no_line_is_too_wide_and_ascii_is_ascii(view: str, width: int, encoding: str) -> None:
    text = printed(VIEWS[view], width, encoding)
    assert max(map(cell_len, text.split("\n"))) <= min(width, 110)
    assert encoding == "utf-8" or text.isascii()


@pytest.mark.of_a_kind(4)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_word_is_broken(view: str, width: int) -> None:
    known = set(re.findall(r"[A-Za-z]+", printed(rules.show_all, 110) + printed(VIEWS[view], 110)))
    assert set(re.findall(r"[A-Za-z]{3,}", printed(VIEWS[view], width))) <= known


@pytest.mark.parametrize("view", VIEWS)
def test_colour_changes_no_character_and_suits_light_and_dark(view: str) -> None:
    coloured = printed(VIEWS[view], 80, force_terminal=True, color_system="truecolor")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(VIEWS[view], 80)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) <= {"0", "1", "2"}
