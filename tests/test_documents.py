"""Every example in the documents and docstrings is run and prints what it says."""

import doctest
import importlib
import importlib.util
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest
from sybil.document import Document
from sybil.parsers.markdown import PythonCodeBlockParser

import jiaoyu_fupin as jf

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [
    module.name
    for module in pkgutil.walk_packages(jf.__path__, "jiaoyu_fupin.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_in_documents(path: Path) -> None:
    document = Document.parse(
        str(path), PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
    )
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_write_policies_through_the_authors_door(path: Path) -> None:
    """What a policy is written in comes from `jiaoyu_fupin.clauses` alone, as the shipped policies take it."""
    behind = re.compile(r"(?:from|import) jiaoyu_fupin\.(?:clauses\.|rules|people|places)")
    assert not behind.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["jiaoyu_fupin", *MODULES])
def test_examples_in_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


def test_documents_exist_in_both_languages() -> None:
    """Whoever reads only one of the two languages finds the front page and the first steps."""
    for name in ("tutorial.md", "rules.md", "nouns.md", "targets.md"):
        assert (ROOT / "docs" / "en" / name).exists()
        assert (ROOT / "docs" / "zh" / name).exists()
    assert (ROOT / "docs" / "zh" / "README.md").exists()


def made_by(script: str) -> Any:
    """The module of a script that makes documents."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs/examples" / script)
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    return make


def test_the_page_on_rosters_is_what_the_library_declares() -> None:
    make = made_by("make_rosters_page.py")
    assert (ROOT / "docs" / "rosters.md").read_text(encoding="utf-8") == make.page()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("policy", jf.policy_ids())
def test_the_page_of_a_policy_is_what_the_library_declares(policy: str, lang: str) -> None:
    make = made_by("make_policy_pages.py")
    found = jf.policy(policy)
    assert make.path_of(found, lang).read_text(encoding="utf-8") == make.page(found, lang)


def test_links_between_documents_lead_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
