"""A further language is a further column of `Text`: nothing else in the library has to change for it."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jiaoyu_fupin
from jiaoyu_fupin.values.text import LANGUAGES
from support import third_language
from support.third_language import with_a_third_column


def test_every_sentence_speaks_a_third_language_once_text_has_it(tmp_path: Path) -> None:
    source = Path(jiaoyu_fupin.__file__).parent
    copy = tmp_path / "jiaoyu_fupin"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
    with_a_third_column(copy / "values" / "text.py")
    ran = subprocess.run(
        [sys.executable, third_language.__file__],
        capture_output=True,
        text=True,
        encoding="utf-8",
        # the copy is not what is measured, should somebody measure which lines tests reach
        env={k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")}
        | {"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_nothing_but_the_module_of_texts_asks_which_language_it_is() -> None:
    asks = [
        f"{place}:{node.lineno}"
        for place, tree in _modules()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Compare | ast.MatchValue) and _names_a_language(node))
        or (isinstance(node, ast.Dict) and _is_by_language(node))
    ]
    assert not asks


def test_a_text_is_made_of_words_and_its_parts_are_filled_in() -> None:
    """Two f-strings, or two columns taken from another text, would be two languages and no third."""
    made = [
        f"{place}:{node.lineno}"
        for place, tree in _modules()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and any(isinstance(part, ast.JoinedStr | ast.BinOp | ast.Attribute) for part in node.args)
    ]
    assert not made


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    """The modules of the library but that of texts, each with where it is."""
    root = Path(jiaoyu_fupin.__file__).parent
    for path in sorted(root.rglob("*.py")):
        if path != root / "values" / "text.py":
            yield path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"))


def _names_a_language(node: ast.AST) -> bool:
    return any(
        isinstance(part, ast.Constant) and part.value in LANGUAGES for part in ast.walk(node)
    )


def _is_by_language(node: ast.Dict) -> bool:
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    return keys >= set(LANGUAGES)
