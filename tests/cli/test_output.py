"""The table of formats, and which file gets which part of a plan."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_plan import sample_plan

from befit_cli import views
from befit_cli.cli.options import Options
from befit_cli.cli.output import Export, read_export
from befit_cli.errors import BefitError, UsageError
from befit_cli.values import Catalogue, Plan
from befit_cli.views import FORMATS, Format

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_module_and_a_suffix_of_its_own(name: str) -> None:
    row = FORMATS[name]
    assert (Path(views.__file__).parent / f"{row.module}.py").is_file()
    assert row.description
    assert views.format_of(row.suffix) == views.format_of(row.suffix.upper()) == name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_a_session_a_week_and_a_block_of_weeks(
    name: str, catalogue: Catalogue
) -> None:
    plan = sample_plan()
    for _, part in Export(name, f"plan{FORMATS[name].suffix}", None)._parts(plan):
        assert views.render(part, name, catalogue=catalogue, at=None)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told_in_the_readme(name: str) -> None:
    assert f"`{FORMATS[name].suffix}`" in README.read_text(encoding="utf-8")


def test_an_unknown_suffix_has_no_format() -> None:
    assert views.format_of(".docx") is None


@pytest.mark.parametrize(
    ("format", "output", "found"),
    [
        pytest.param(None, None, None, id="the terminal"),
        pytest.param(None, "-", None, id="the terminal, said aloud"),
        pytest.param("JSON", None, ("json", "-"), id="a name, in any case, to stdout"),
        pytest.param(None, "a.md", ("md", "a.md"), id="a suffix"),
        pytest.param("json", "a.md", ("json", "a.md"), id="a name beats a suffix"),
        pytest.param(None, "weeks/", ("md", "weeks/"), id="a folder"),
    ],
)
def test_the_format_comes_from_its_name_or_the_suffix(
    format: str | None, output: str | None, found: tuple[str, str] | None
) -> None:
    export = read_export(Options(words={}, format=format, output=output))
    assert (export and (export.format, export.target)) == found


NO_PLACE = (
    "--at is for a calendar, and this output has no times of day. Say -f ics too, or "
    "leave --at out."
)


@pytest.mark.parametrize(
    ("format", "output", "at", "sentence"),
    [
        pytest.param(
            "pdf",
            None,
            None,
            "'pdf' is not a format; the formats are md, json, html, ics, csv, fit.",
            id="no format",
        ),
        pytest.param(
            "HTM",
            None,
            None,
            "'HTM' is not a format; the formats are md, json, html, ics, csv, fit; did you mean "
            "'html'?",
            id="near one",
        ),
        pytest.param(
            None,
            "plan.doc",
            None,
            "No format has files that end in '.doc': plan.doc. End the name in .md, .json, "
            ".html, .ics, .csv, .fit, or say -f NAME.",
            id="no suffix",
        ),
        pytest.param(
            "md", "", None, "-o names no file. Give one, or say - for stdout.", id="no name"
        ),
        pytest.param(None, None, "18:30", NO_PLACE, id="a time on the terminal"),
        pytest.param("md", None, "18:30", NO_PLACE, id="a time in a format without"),
    ],
)
def test_what_cannot_be_written_is_told_with_what_to_do(
    format: str | None, output: str | None, at: str | None, sentence: str
) -> None:
    with pytest.raises(UsageError) as raised:
        read_export(Options(words={}, format=format, output=output, at=at))
    assert str(raised.value) == sentence


@pytest.fixture
def one_a_session(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(
        FORMATS, "each", Format(".each", "json", "one file a session", single_sessions=True)
    )
    return "each"


def names(format: str, target: str, plan: Plan, catalogue: Catalogue) -> list[str]:
    return [path.name for path, _ in Export(format, target, None).contents(plan, catalogue)]


def test_a_folder_gets_a_file_for_each_week(tmp_path: Path, catalogue: Catalogue) -> None:
    week = sample_plan().weeks[0]
    plan = replace(sample_plan(), weeks=(week, replace(week, number=12)))
    assert names("md", f"{tmp_path}/", plan, catalogue) == ["week-01.md", "week-12.md"]
    assert names("md", "plan.md", plan, catalogue) == ["plan.md"]


def test_a_format_of_single_sessions_gets_a_file_for_each(
    tmp_path: Path, catalogue: Catalogue, one_a_session: str
) -> None:
    plan = replace(sample_plan(), weeks=sample_plan().weeks[:1])
    days = [str(session.day) for session in plan.weeks[0].sessions]
    assert names(one_a_session, "plan.each", plan, catalogue) == [
        f"plan-{day}.each" for day in days
    ]
    assert names(one_a_session, f"{tmp_path}/", plan, catalogue) == [
        f"week-01-{day}.each" for day in days
    ]
    with pytest.raises(UsageError, match="each is one file a session"):
        Export(one_a_session, "-", None).content(plan, catalogue)


def test_a_week_without_sessions_has_no_file_of_a_session(
    catalogue: Catalogue, one_a_session: str
) -> None:
    plan = replace(sample_plan(), weeks=(replace(sample_plan().weeks[0], sessions=()),))
    with pytest.raises(BefitError, match="There is no session here"):
        names(one_a_session, "plan.each", plan, catalogue)
