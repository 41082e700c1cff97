"""A plan -> findings: every rule, asked of any plan, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from befit_cli.rules import OF_BLOCKS, OF_WEEKS, RULES
from befit_cli.rules.case import Case, case_of, in_week
from befit_cli.rules.rule import Breach, Kind, Rule
from befit_cli.rules.safety import left_out
from befit_cli.values import Athlete, Catalogue, Finding, Plan, Week


def check_plan(plan: Plan, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of a plan: week by week, then of its weeks together, then of what every plan
    says.

    The place names the week where there are several. One week of a longer block is judged as a week
    only.
    """
    several = len(plan.weeks) > 1
    findings: list[Finding] = []
    for week in plan.weeks:
        of_week = check_week(plan.athlete, week, catalogue)
        findings += [_named(week, finding) for finding in of_week] if several else of_week
    if several or any(week.of == 1 for week in plan.weeks):
        findings += _in_block(plan, catalogue)
    findings += _in_safety(plan)
    return tuple(findings)


def check_week(athlete: Athlete, week: Week, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of one week, in the order of the rules; `must` before `should` is for the
    reader of the findings to sort.
    """
    return tuple(_in_week(case_of(athlete, week, catalogue)))


def _in_week(case: Case) -> Iterator[Finding]:
    for rule, find in OF_WEEKS:
        for breach in find(case):
            yield _finding(rule, breach, rule.kind_for(case))


def _in_block(plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    for rule, find in OF_BLOCKS:
        for breach in find(plan, catalogue):
            yield _finding(rule, breach, rule.kind)


def _in_safety(plan: Plan) -> Iterator[Finding]:
    for rule in RULES:
        for breach in left_out(rule, plan):
            yield _finding(rule, breach, rule.kind)


def _named(week: Week, finding: Finding) -> Finding:
    return replace(finding, where=in_week(week.number, finding.where))


def _finding(rule: Rule, breach: Breach, kind: Kind) -> Finding:
    return Finding(
        rule=rule.id,
        must=kind is Kind.MUST,
        where=breach.where,
        found=breach.found,
        allowed=breach.allowed,
        text=str(rule.advice),
    )
