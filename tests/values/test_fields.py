"""What the fields of befit's values may be called."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "befit_cli"
MODULES = sorted(PACKAGE.glob("**/*.py"))


@pytest.mark.of_a_kind(60)
@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_field_has_the_name_of_a_type_of_its_class(module: Path) -> None:
    """`date: date` is read by Python up to 3.13; from 3.14 on the second is the field itself."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
        names = {ast.unparse(field.target) for field in fields}
        types = {
            part.id
            for field in fields
            for part in ast.walk(field.annotation)
            if isinstance(part, ast.Name)
        }
        assert not names & types, node.name
