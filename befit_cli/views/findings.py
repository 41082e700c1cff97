"""What check found, on a terminal: errors first, each with its rule, its place, what was found and what is allowed."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType

from befit_cli.model import Finding
from befit_cli.pen import Pen, hanging


def show(findings: tuple[Finding, ...], name: str, console: Console) -> None:
    """Print the findings of the file `name`, or that there are none."""
    pen = Pen.of(console)
    for must, title, style in ((True, "Breaks a rule that must hold", "bold red"), (False, "Could be better", "bold yellow")):
        chosen = [finding for finding in findings if finding.must is must]
        if chosen:
            console.print(pen(title, style), width=pen.width)
            console.print(_rows(pen, chosen), width=pen.width)
    console.print(pen(_summary(findings, name)), width=pen.width)


def _rows(pen: Pen, findings: list[Finding]) -> RenderableType:
    return hanging([(pen(finding.rule, "bold"), _row(pen, finding)) for finding in findings])


def _row(pen: Pen, finding: Finding) -> RenderableType:
    where = f"{finding.where}: " if finding.where else ""
    return Group(pen(f"{where}{finding.found}; the rule asks {finding.allowed}."), pen(finding.text, "dim"))


def _summary(findings: tuple[Finding, ...], name: str) -> str:
    broken = sum(finding.must for finding in findings)
    if not findings:
        return f"{name}: every rule is kept."
    return f"{name}: {broken} broken, {len(findings) - broken} that could be better. befit rules ID says more of a rule."
