"""The rules of a good plan on a terminal: all of them, one whole, or the safety text."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.guidelines import CONSENSUS, RULES, SAFETY, Rule
from befit_cli.pen import Pen, grid, hanging, indented

_TABLE_WIDTH = 80


def show_all(console: Console) -> None:
    """Print every rule with its kind and basis: a table, or a list on a narrow terminal."""
    pen = Pen.of(console)
    console.print(_table(pen) if pen.width >= _TABLE_WIDTH else _list(pen), width=pen.width)


def show_one(rule: Rule, console: Console) -> None:
    """Print one rule whole, and whether its basis is a study or coaching consensus."""
    pen = Pen.of(console)
    console.print(_whole(pen, rule), width=pen.width)


def show_safety(console: Console) -> None:
    """Print the safety text, all of it."""
    pen = Pen.of(console)
    console.print(hanging([(pen(rule, "dim"), pen(text)) for rule, text in SAFETY.items()]), width=pen.width)


def _table(pen: Pen) -> RenderableType:
    table = grid(pen)
    table.add_column("Id", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Rule", ratio=3)
    table.add_column("Basis", ratio=2)
    for rule in RULES:
        table.add_row(pen(rule.id, "bold"), pen(rule.kind), pen(rule.text), pen(rule.basis, "dim"))
    return table


def _list(pen: Pen) -> RenderableType:
    return Group(*(_whole(pen, rule) for rule in RULES))


def _whole(pen: Pen, rule: Rule) -> RenderableType:
    resting_on = "coaching consensus, no trial" if rule.basis == CONSENSUS else rule.basis
    return Group(
        pen.line(pen(rule.id, "bold"), rule.kind),
        indented(pen(rule.text), Text.assemble(pen("Basis:", "dim"), " ", pen(resting_on))),
    )
