"""A plan -> findings: every rule, asked of any plan, whoever made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from befit_cli.rules import OF_BLOCKS, OF_PLANS, OF_WEEKS, RULES
from befit_cli.rules.case import Case, case_of, in_week
from befit_cli.rules.rule import Breach, Kind, PlanFinder, Rule
from befit_cli.rules.safety import left_out
from befit_cli.values import Athlete, Catalogue, Finding, Plan, Week, phrase


def check_plan(plan: Plan, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of a plan: week by week, then of its weeks together, then of what every plan
    says.

    The place names the week where there are several. One week of a longer block is judged as a week
    only. In a plan that an older befit made, what only a new or changed rule finds is a should.
    """
    several = len(plan.weeks) > 1
    older = plan.older
    findings: list[Finding] = []
    for week in plan.weeks:
        case = case_of(week.runner or plan.athlete, week, catalogue)
        of_week = _in_week(case, older=older)
        findings += [_named(week, finding) for finding in of_week] if several else of_week
    trained = plan.trained
    if len(trained.weeks) > 1 or any(week.of == 1 for week in trained.weeks):
        findings += _in_whole(trained, catalogue, OF_BLOCKS, older=older)
    findings += _in_whole(plan, catalogue, OF_PLANS, older=older)
    findings += _in_safety(plan)
    return tuple(findings)


def check_week(athlete: Athlete, week: Week, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of one week, in the order of the rules; `must` before `should` is for the
    reader of the findings to sort.
    """
    return tuple(_in_week(case_of(athlete, week, catalogue), older=False))


def _in_week(case: Case, *, older: bool) -> Iterator[Finding]:
    for rule, find in OF_WEEKS:
        for breach in find(case):
            # Whose must it is takes time to find out, and is no matter where it is none.
            kind = Kind.SHOULD if breach.should else rule.kind_for(case)
            yield _finding(rule, breach, kind, older=older)


def _in_whole(
    plan: Plan, catalogue: Catalogue, rules: Iterable[tuple[Rule, PlanFinder]], *, older: bool
) -> Iterator[Finding]:
    for rule, find in rules:
        for breach in find(plan, catalogue):
            yield _finding(rule, breach, rule.kind, older=older)


def _in_safety(plan: Plan) -> Iterator[Finding]:
    for rule in RULES:
        for breach in left_out(rule, plan):
            yield _finding(rule, breach, rule.kind, older=plan.older)


def _named(week: Week, finding: Finding) -> Finding:
    return replace(finding, where=in_week(week.number, finding.where))


def _finding(rule: Rule, breach: Breach, kind: Kind, *, older: bool) -> Finding:
    newer = older and (rule.new or breach.new)
    advice = breach.advice or rule.advice
    if newer:
        advice = phrase(
            "This rule is newer than the plan, so take it as a wish. {advice}", advice=advice
        )
    return Finding(
        rule=rule.id,
        must=kind is Kind.MUST and not (breach.should or newer),
        where=breach.where,
        found=breach.found,
        allowed=breach.allowed,
        text=advice,
        too_few=breach.too_few,
    )
