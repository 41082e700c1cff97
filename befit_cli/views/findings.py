"""What check found, on a terminal: what must be put right before what could be better, each rule
with its places.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console, Group, RenderableType
from rich.text import Text

from befit_cli.language import _, capital
from befit_cli.values import Finding
from befit_cli.views.pen import Pen, hanging, indented, layout_for


def show(findings: tuple[Finding, ...], name: str, console: Console) -> None:
    """Print the findings of the file `name`, or that there are none."""
    pen = Pen.of(console)
    # What a runner has to put right first: who reads no further has read what matters.
    broken = [finding for finding in findings if finding.must]
    better = [finding for finding in findings if not finding.must]
    for title, style, part in (
        (_("Breaks a rule that must hold"), "bold red", broken),
        (_("Could be better"), "bold", better),
    ):
        if part:
            pen.show(pen(title, style))
            pen.show(indented(_rules(pen, part)), "")
    pen.show(pen(_summary(findings, name)))


_Rows = list[tuple[Text, RenderableType]]
"""The ids of rules, each with what it says."""


def _rules(pen: Pen, findings: list[Finding]) -> RenderableType:
    """Each rule once for all that is to be done of it: that, then every place where it is found."""
    by_advice: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_advice.setdefault((finding.rule, str(finding.text)), []).append(finding)
    rows: _Rows = []
    for (rule, advice), breaches in by_advice.items():
        places = [(pen("-"), pen(_place(breach))) for breach in breaches]
        rows.append((pen(rule, "bold"), Group(pen(advice), hanging(places))))
    return layout_for(pen.width, _LAYOUTS)(rows)


def _list(rows: _Rows) -> RenderableType:
    """One under the other, each text under its rule's id."""
    parts: list[RenderableType] = []
    for rule, text in rows:
        parts.append(rule)
        parts.append(indented(text))
    return Group(*parts)


# Beside the ids the places of a narrower terminal would have a word a line.
_LAYOUTS: tuple[tuple[int, Callable[[_Rows], RenderableType]], ...] = ((32, hanging), (0, _list))


def _place(finding: Finding) -> str:
    """`Wednesday: 34 min, expected at most 30 min`."""
    where = str(finding.where)
    allowed = str(finding.allowed)
    text = str(finding.found)
    if where:
        text = f"{where}: {text}"
    if allowed:
        text = _("{found}, expected {allowed}", found=text, allowed=allowed)
    return capital(text)  # the rest as it is: a form's name has capitals of its own


def _summary(findings: tuple[Finding, ...], name: str) -> str:
    if not findings:
        return _("{name}: every rule is kept.", name=name)
    broken = sum(finding.must for finding in findings)
    better = len(findings) - broken
    counts = []
    if broken:
        counts.append(_("{number} to put right", number=broken))
    if better:
        counts.append(_("{number} that could be better", number=better))
    first = next((finding.rule for finding in findings if finding.must), findings[0].rule)
    return _(
        "{name}: {counts}. befit rules {rule} says what a rule rests on.",
        name=name,
        counts=", ".join(counts),
        rule=first,
    )
