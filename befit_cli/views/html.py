"""A plan as one page that needs nothing but itself: cards on a phone, tables on a screen, a sheet
of A4 a week on paper. The page is `page.html` with the style of `page.css`.
"""

from __future__ import annotations

from befit_cli.values import Catalogue, Plan
from befit_cli.views import pages, sentences
from befit_cli.views.content import Content
from befit_cli.views.pages import Figure, figure_of


def render(content: Content) -> str:
    """The whole plan as HTML: its weeks, with a list of them where there are several, notes and the
    safety text in full.
    """
    figures = _figures(content.plan, content.catalogue)
    return pages.render("page.html", plan=content.plan, figures=figures, sentences=sentences)


def _figures(plan: Plan, catalogue: Catalogue) -> dict[tuple[str, str], Figure]:
    """The figure of each form of the plan that has one, under its exercise's id and its name."""
    found = {}
    for week in plan.weeks:
        for session in week.sessions:
            for exercise in session.exercises:
                figure = figure_of(catalogue.form(exercise.id, exercise.form))
                if figure:
                    found[exercise.id, exercise.form] = figure
    return found
