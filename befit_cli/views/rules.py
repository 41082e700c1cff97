"""The rules of a good plan on a terminal: all of them, one whole, or the safety text."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.evidence.safety import SAFETY
from befit_cli.rules import RULES
from befit_cli.rules.rule import CONSENSUS, Kind, Rule
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

_KINDS = {
    Kind.MUST: "every plan keeps it",
    Kind.SHOULD: "kept where your week has room; a note says where it is not",
    Kind.NOTE: "no demand on the plan, but good to know",
}
"""What the kinds of rules mean for a plan that befit makes."""


def show_all(console: Console) -> None:
    """Print what the kinds mean, then every rule with its kind and its basis: a table, or a list on
    a narrow terminal.
    """
    pen = Pen.of(console)
    kinds = [(pen(kind, "bold"), pen(meaning)) for kind, meaning in _KINDS.items()]
    pen.show(hanging(kinds), "")
    rules = layout_for(pen.width, _LAYOUTS)(pen)
    pen.show(rules)


def show_one(rule: Rule, console: Console) -> None:
    """Print one rule whole: what its kind means, and whether its basis is a study or coaching
    consensus.
    """
    pen = Pen.of(console)
    title = pen.line(pen(rule.id, "bold"), f"{rule.kind}: {_KINDS[rule.kind]}")
    parts = [_text(pen, rule), _basis(pen, rule)]
    # The safety text is what such a rule is about: it goes before the basis.
    if rule.id in SAFETY:
        parts.insert(1, pen(SAFETY[rule.id]))
    pen.show(Group(title, indented(*parts)))


def show_safety(console: Console) -> None:
    """Print the safety text, all of it."""
    pen = Pen.of(console)
    lines = [(pen(rule, "dim"), pen(text)) for rule, text in SAFETY.items()]
    pen.show(hanging(lines))


def _table(pen: Pen) -> RenderableType:
    table = grid(pen)
    table.add_column("Id", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Rule", ratio=1)
    for rule in RULES:
        about = Group(_text(pen, rule), _basis(pen, rule))
        table.add_row(pen(rule.id, "bold"), pen(rule.kind), about)
    return table


def _list(pen: Pen) -> RenderableType:
    parts: list[RenderableType] = []
    for rule in RULES:
        parts.append(pen.line(pen(rule.id, "bold"), rule.kind))
        parts.append(indented(_text(pen, rule), _basis(pen, rule)))
    return Group(*parts)


# Beside id and kind a rule's text needs 40 or more to be read in few lines.
_LAYOUTS = ((60, _table), (0, _list))


def _text(pen: Pen, rule: Rule) -> Text:
    text = str(rule.text)  # a phrase that goes on behind "the rule asks", so without a capital
    return pen(text[:1].upper() + text[1:])


def _basis(pen: Pen, rule: Rule) -> Text:
    basis = "coaching consensus, no trial" if rule.basis == CONSENSUS else rule.basis
    return pen(f"Basis: {basis}", "dim")
