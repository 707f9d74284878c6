"""A further language is a further column of `Text`: nothing else in the library has to change for it."""

import ast
import os
import shutil
import subprocess
import sys
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
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_nothing_but_the_module_of_texts_asks_which_language_it_is() -> None:
    root = Path(jiaoyu_fupin.__file__).parent
    asks = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted(root.rglob("*.py"))
        if path != root / "values" / "text.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare | ast.MatchValue) and _names_a_language(node)
    ]
    assert not asks


def _names_a_language(node: ast.AST) -> bool:
    return any(
        isinstance(part, ast.Constant) and part.value in LANGUAGES for part in ast.walk(node)
    )
