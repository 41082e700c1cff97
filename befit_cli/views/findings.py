"""What check found, on a terminal: what must be put right before what could be better, each rule
with its places.
"""

from __future__ import annotations

from rich.console import Console, Group, RenderableType

from befit_cli.values import Finding
from befit_cli.views.pen import Pen, hanging, indented

_BESIDE_WIDTH = 32  # below it a rule's text stands under its id


def show(findings: tuple[Finding, ...], name: str, console: Console) -> None:
    """Print the findings of the file `name`, or that there are none."""
    pen = Pen.of(console)
    for must, title, style in (
        (True, "Breaks a rule that must hold", "bold red"),
        (False, "Could be better", "bold"),
    ):
        if chosen := [finding for finding in findings if finding.must is must]:
            console.print(pen(title, style), width=pen.width)
            console.print(indented(_rules(pen, chosen)), width=pen.width)
            console.print()
    console.print(pen(_summary(findings, name)), width=pen.width)


def _rules(pen: Pen, findings: list[Finding]) -> RenderableType:
    """Each rule once: what to do, then every place where it was found."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    rows = [(pen(rule, "bold"), _rule(pen, breaches)) for rule, breaches in by_rule.items()]
    if pen.width >= _BESIDE_WIDTH:
        return hanging(rows)
    return Group(*(part for rule, text in rows for part in (rule, indented(text))))


def _rule(pen: Pen, findings: list[Finding]) -> RenderableType:
    return Group(
        pen(findings[0].text), hanging([(pen("-"), pen(_place(finding))) for finding in findings])
    )


def _place(finding: Finding) -> str:
    """`Wednesday: 34 min, expected at most 30 min`."""
    where, allowed = str(finding.where), str(finding.allowed)
    text = str(finding.found)
    if where:
        text = f"{where}: {text}"
    if allowed:
        text = f"{text}, expected {allowed}"
    return text[:1].upper() + text[1:]


def _summary(findings: tuple[Finding, ...], name: str) -> str:
    if not findings:
        return f"{name}: every rule is kept."
    broken = sum(finding.must for finding in findings)
    better = len(findings) - broken
    counts = []
    if broken:
        counts.append(f"{broken} to put right")
    if better:
        counts.append(f"{better} that could be better")
    first = next((finding.rule for finding in findings if finding.must), findings[0].rule)
    return f"{name}: {', '.join(counts)}. befit rules {first} says what a rule rests on."
