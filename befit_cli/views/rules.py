"""The rules of a good plan on a terminal: all of them, one whole, or the safety text."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.evidence.safety import SAFETY
from befit_cli.language import _, capital, message
from befit_cli.rules import RULES
from befit_cli.rules.rule import CONSENSUS, Kind, Rule
from befit_cli.views.pen import Pen, grid, hanging, indented, layout_for

_KINDS = {
    Kind.MUST: message("every plan keeps it"),
    Kind.SHOULD: message("kept where your week has room; a note says where it is not"),
    Kind.NOTE: message("no demand on the plan, but good to know"),
}
"""What the kinds of rules mean for a plan that befit makes."""
_KIND_WORDS = {
    Kind.MUST: message("must", sense="rule"),
    Kind.SHOULD: message("should", sense="rule"),
    Kind.NOTE: message("note", sense="rule"),
}


def show_all(console: Console) -> None:
    """Print what the kinds mean, then every rule with its kind and its basis: a table, or a list on
    a narrow terminal.
    """
    pen = Pen.of(console)
    kinds = [(pen(_kind(kind), "bold"), pen(_(meaning))) for kind, meaning in _KINDS.items()]
    pen.show(hanging(kinds), "")
    rules = layout_for(pen.width, _LAYOUTS)(pen)
    pen.show(rules)


def show_one(rule: Rule, console: Console) -> None:
    """Print one rule whole: what its kind means, and whether its basis is a study or coaching
    consensus.
    """
    pen = Pen.of(console)
    title = pen.line(pen(rule.id, "bold"), f"{_kind(rule.kind)}: {_(_KINDS[rule.kind])}")
    parts = [_text(pen, rule), _basis(pen, rule)]
    # The safety text is what such a rule is about: it goes before the basis.
    if rule.id in SAFETY:
        parts.insert(1, pen(_(SAFETY[rule.id])))
    pen.show(Group(title, indented(*parts)))


def show_safety(console: Console) -> None:
    """Print the safety text, all of it."""
    pen = Pen.of(console)
    lines = [(pen(rule, "dim"), pen(_(text))) for rule, text in SAFETY.items()]
    pen.show(hanging(lines))


def _table(pen: Pen) -> RenderableType:
    table = grid(pen)
    table.add_column(_("Id"), no_wrap=True)
    table.add_column(_("Kind"), no_wrap=True)
    table.add_column(_("Rule"), ratio=1)
    for rule in RULES:
        about = Group(_text(pen, rule), _basis(pen, rule))
        table.add_row(pen(rule.id, "bold"), pen(_kind(rule.kind)), about)
    return table


def _list(pen: Pen) -> RenderableType:
    parts: list[RenderableType] = []
    for rule in RULES:
        parts.append(pen.line(pen(rule.id, "bold"), _kind(rule.kind)))
        parts.append(indented(_text(pen, rule), _basis(pen, rule)))
    return Group(*parts)


# Beside id and kind a rule's text needs 40 or more to be read in few lines.
_LAYOUTS = ((60, _table), (0, _list))


def _text(pen: Pen, rule: Rule) -> Text:
    # a phrase that goes on behind "the rule asks", so without a capital
    return pen(capital(str(rule.text)))


def _basis(pen: Pen, rule: Rule) -> Text:
    basis = str(rule.basis)
    if rule.basis == CONSENSUS:
        basis = _("coaching consensus, no trial")
    return pen(_("Basis: {basis}", basis=basis), "dim")


def _kind(kind: Kind) -> str:
    """`must`."""
    return _(_KIND_WORDS[kind], sense="rule")
