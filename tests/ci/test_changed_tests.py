"""Which tests a change can turn red, in a small project laid out as this one is."""

import subprocess
from pathlib import Path

import pytest

from changed_tests import Project, changed_since

FILES = {
    "src/jiaoyu_fupin/__init__.py": """
from typing import TYPE_CHECKING
from .money import Yuan
if TYPE_CHECKING:
    from .answers import assess as assess
    from .policies import policy as policy
""",
    "src/jiaoyu_fupin/money.py": "class Yuan: ...",
    "src/jiaoyu_fupin/answers.py": "from .money import Yuan\n\ndef assess(): ...",
    "src/jiaoyu_fupin/policies/__init__.py": """
from collections.abc import Mapping
REGISTRY: Mapping[str, str] = dict({"county-1": "county_1", "town-2": "town_2"})
def policy(id_): ...
""",
    "src/jiaoyu_fupin/policies/county_1.py": "from ..money import Yuan\nPOLICY = 1",
    "src/jiaoyu_fupin/policies/town_2.py": "POLICY = 2",
    "src/jiaoyu_fupin/data/__init__.py": "",
    "src/jiaoyu_fupin/data/county.csv": "",
    "src/jiaoyu_fupin/cli/__init__.py": "",
    "src/jiaoyu_fupin/cli/main.py": """
import importlib
def main(name): return importlib.import_module(f".{name}", __package__)
""",
    "src/jiaoyu_fupin/cli/show.py": "from ..data import example",
    "tests/helper.py": 'CASES = "cases"\nfrom jiaoyu_fupin import Yuan',
    "tests/cases/one.toml": "",
    "tests/test_money.py": "from jiaoyu_fupin.money import Yuan",
    "tests/test_assess.py": "import jiaoyu_fupin as jf\njf.assess()",
    "tests/test_county.py": "import jiaoyu_fupin as jf\njf.policy('county-1')",
    "tests/test_town.py": "import jiaoyu_fupin as jf\njf.policy('town-2')",
    "tests/test_program.py": "CODE = 'import jiaoyu_fupin.answers'",
    "tests/test_cases.py": "from helper import CASES",
    "tests/cli/conftest.py": "from jiaoyu_fupin.cli.main import main",
    "tests/cli/test_show.py": "def test(run): ...",
    "docs/zh/page.md": "",
    "tests/test_documents.py": "import pkgutil\nDOCS = 'docs/'\npkgutil.walk_packages",
    "pyproject.toml": "",
    "CHANGELOG.md": "",
}
DOCUMENTS = {"test_documents"}  # its examples are those of all modules


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(tmp_path)


def chosen(project: Project, *changed: str) -> dict[str, int]:
    return {
        Path(name).stem: step for step, names in project.tests_of(changed).items() for name in names
    }


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("src/jiaoyu_fupin/answers.py", {"test_assess", "test_program"} | DOCUMENTS),
        ("src/jiaoyu_fupin/policies/county_1.py", {"test_county"} | DOCUMENTS),
        ("src/jiaoyu_fupin/policies/town_2.py", {"test_town"} | DOCUMENTS),
        ("src/jiaoyu_fupin/data/county.csv", {"test_show"} | DOCUMENTS),
        ("src/jiaoyu_fupin/cli/show.py", {"test_show"} | DOCUMENTS),
        ("tests/cases/one.toml", {"test_cases"}),
        ("tests/helper.py", {"test_cases"}),
        ("tests/cli/conftest.py", {"test_show"}),
        ("tests/test_town.py", {"test_town"}),
        ("docs/zh/page.md", DOCUMENTS),
        ("CHANGELOG.md", set()),
    ],
)
def test_a_change_runs_what_depends_on_it_and_nothing_else(
    project: Project, changed: str, tests: set[str]
) -> None:
    assert set(chosen(project, changed)) == tests


def test_the_nearest_tests_come_first(project: Project) -> None:
    found = chosen(project, "src/jiaoyu_fupin/money.py")
    assert found.pop("test_documents") == 1
    assert found == {
        "test_money": 1,
        "test_cases": 2,
        "test_assess": 2,
        "test_program": 2,
        "test_county": 2,
    }


def test_how_tests_are_run_concerns_all_of_them(project: Project) -> None:
    every = {Path(name).stem for name in FILES if "/test_" in name}
    assert set(chosen(project, "pyproject.toml")) == every


def test_a_package_is_run_before_what_is_inside(project: Project) -> None:
    assert {"test_county", "test_town"} <= set(
        chosen(project, "src/jiaoyu_fupin/policies/__init__.py")
    )


def test_a_module_that_is_gone_is_missed_where_it_was_imported(project: Project) -> None:
    (project.top / "src/jiaoyu_fupin/answers.py").unlink()
    found = chosen(Project(project.top), "src/jiaoyu_fupin/answers.py")
    assert {"test_assess", "test_program"} <= set(found)


def test_new_changed_and_removed_files_differ_from_a_commit(project: Project) -> None:
    def git(*command: str) -> None:
        who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid"]
        command = ("git", *who, *command)
        subprocess.run(command, cwd=project.top, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "all")
    assert changed_since(project.top, "HEAD") == []
    (project.top / "CHANGELOG.md").unlink()
    (project.top / "docs/zh/page.md").write_text("更改", encoding="utf-8")
    (project.top / "docs/zh/新.md").write_text("", encoding="utf-8")
    assert changed_since(project.top, "HEAD") == [
        "CHANGELOG.md",
        "docs/zh/page.md",
        "docs/zh/新.md",
    ]
