"""Runs the tests that what has changed can turn red, nearest first: `poe changed`.

Which files depend on which is read from their text, so that nothing has to have run before (recording
which lines a test runs would not do: a policy is literals, which run once, when the first test loads it):

- an import, of what a package only passes on too: whoever asks it for a name depends on the module
  the name is from;
- a name of the package in any text, such as the `jf.assess` of a program that a test starts;
- a policy's id, which stands for the policy's module;
- the name of a file or folder in quotes, such as `"cases"`, for files that are not Python.

A test depends on a file at any number of steps; those at fewer steps run first, of these the
ones that depend on least. After `--within` seconds no further batch is begun, and what was left out is said.
"""

import argparse
import ast
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

PACKAGE = "jiaoyu_fupin"
ROOTS = ("src", "tests", ".ci", "docs/examples")
EVERYTHING = "pyproject.toml"
"""How tests run and with what: a change here can turn any of them red."""

BATCH = 5
"""How many test files are run at once, before a look at the time."""

FEW = 2
"""So many test files are done before the workers of several would have started."""


class Project:
    """The Python files of a checkout and what each depends on."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.files: dict[str, Path] = {}
        for root in ROOTS:
            for path in sorted((top / root).rglob("*.py")):
                self.files[path.relative_to(top).as_posix()] = path
        self.text = {name: path.read_text(encoding="utf-8") for name, path in self.files.items()}
        self.tree = {name: ast.parse(text) for name, text in self.text.items()}
        self.modules = {_dotted(name): name for name in self.files}

    @cached_property
    def passed_on(self) -> Mapping[tuple[str, str], str]:
        """What packages pass on: the module that a name of a package comes from."""
        found: dict[tuple[str, str], str] = {}
        for package, name in self.modules.items():
            if name.endswith("/__init__.py"):
                for node in ast.walk(self.tree[name]):
                    if isinstance(node, ast.ImportFrom) and node.level:
                        origin = _absolute(package, node, is_package=True)
                        for alias in node.names:
                            found[package, alias.asname or alias.name] = origin
        return found

    @cached_property
    def policies(self) -> Mapping[str, str]:
        """The module of each policy by its id, and by its own name."""
        package = f"{PACKAGE}.policies"
        for node in ast.walk(self.tree[self.modules[package]]):
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "REGISTRY":
                pairs = [n for n in ast.walk(node) if isinstance(n, ast.Dict)]
                literal: dict[str, str] = ast.literal_eval(pairs[0])
                return {id_: f"{package}.{module}" for id_, module in literal.items()}
        raise LookupError(f"{package}: no REGISTRY")

    @cached_property
    def needs(self) -> Mapping[str, frozenset[str]]:
        """The files that each file depends on at one step."""
        return {name: frozenset(self._needs(name)) - {name} for name in self.files}

    def _needs(self, name: str) -> Iterator[str]:
        own = _dotted(name)
        is_package = name.endswith("/__init__.py")
        only_types = set(_under_type_checking(self.tree[name]))
        for node in ast.walk(self.tree[name]):
            if node in only_types or own == PACKAGE:
                continue  # the front passes names on; who asks for one depends on where it is from
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield from self._of_module(alias.name)
            elif isinstance(node, ast.ImportFrom):
                base = _absolute(own, node, is_package=is_package)
                for alias in node.names:
                    yield from self._of_name(base, alias.name)
            elif (
                isinstance(node, ast.Constant)
                and node.value in self.policies
                and own != f"{PACKAGE}.policies"  # the register of all of them
            ):
                yield from self._of_module(self.policies[str(node.value)])
        text = self.text[name]
        if not name.startswith("src/"):
            yield from self._named_in(text)
            yield from self._beside(name)
        if "walk_packages" in text:
            yield from (n for n in self.files if n.startswith("src/"))
        if re.search(r"\b(policy_ids|REGISTRY)\b", text) and own not in {
            PACKAGE,
            f"{PACKAGE}.policies",
        }:
            for module in self.policies.values():
                yield from self._of_module(module)
        if "__package__" in text and "import_module" in text:
            folder = name.rpartition("/")[0]
            yield from (n for n in self.files if n.rpartition("/")[0] == folder)

    def _of_module(self, module: str) -> Iterator[str]:
        """The file of a module; where there is none, those it may have had before it was removed."""
        if module in self.modules:
            yield self.modules[module]
        else:
            yield from (f"{root}/{module.replace('.', '/')}.py" for root in ROOTS)

    def _of_name(self, base: str, name: str) -> Iterator[str]:
        """Where a name of a module or package is from."""
        if f"{base}.{name}" in self.modules:
            yield self.modules[f"{base}.{name}"]
        elif (origin := self.passed_on.get((base, name))) and origin != base:
            yield from self._of_name(origin, name)
        else:
            yield from self._of_module(base)
            yield from self._of_module(f"{base}.{name}")

    def _named_in(self, text: str) -> Iterator[str]:
        for dotted in set(re.findall(rf"\b{PACKAGE}((?:\.\w+)+)", text)):
            base, _, last = f"{PACKAGE}{dotted}".rpartition(".")
            yield from self._of_name(base, last)
        for last in set(re.findall(r"\bjf\.(\w+)", text)):
            yield from self._of_name(PACKAGE, last)
        for id_, module in self.policies.items():
            if id_ in text:
                yield from self._of_module(module)
        if re.search(rf"-m['\", ]+{PACKAGE}\b", text):
            yield from self._of_module(f"{PACKAGE}.__main__")

    def _beside(self, name: str) -> Iterator[str]:
        """The fixtures that pytest gives a test without an import."""
        for folder in Path(name).parents:
            if (conftest := (folder / "conftest.py").as_posix()) in self.files:
                yield conftest

    def seeds(self, changed: Iterable[str]) -> dict[str, int]:
        """The Python files that changed files stand for, with how many steps they are away."""
        steps: dict[str, int] = {}
        for path in changed:
            if path == EVERYTHING:
                return dict.fromkeys(self.files, 0)
            if path.endswith(".py"):
                steps[path] = 0
            package = f"{path.rpartition('/')[0]}/"
            if f"{package}__init__.py" in self.files and package.startswith("src/"):
                if path == f"{package}__init__.py":  # run before whatever is inside
                    for name in self.files:
                        if name.startswith(package):
                            steps.setdefault(name, 1)
                elif not path.endswith(".py"):  # data, which its package reads
                    steps[f"{package}__init__.py"] = 0
            steps.update(dict.fromkeys(self._readers(path), 0))
        return steps

    def _readers(self, path: str) -> Iterator[str]:
        """Files outside the package that name a changed file, or a folder it is in."""
        parts = [part for part in Path(path).parts if part != "tests" and len(part) > len("zh")]
        names = "|".join(map(re.escape, parts))
        quoted = re.compile(rf"[\"'/](?:{names})[\"'/]")
        inside = path.startswith("src/") or (path.startswith("tests/") and path.endswith(".py"))
        if parts and not inside:
            yield from (
                name
                for name in self.files
                if not name.startswith("src/") and quoted.search(self.text[name])
            )

    def tests_of(self, changed: Iterable[str]) -> dict[int, list[str]]:
        """The test files that changed files can turn red, by the number of steps between them."""
        users: dict[str, set[str]] = defaultdict(set)
        for name, needed in self.needs.items():
            for other in needed:
                users[other].add(name)
        steps = self.seeds(changed)
        front = sorted(steps, key=steps.__getitem__)
        while front:
            later: list[str] = []
            for name in front:
                for user in users[name]:
                    if steps.get(user, len(self.files)) > steps[name] + 1:
                        steps[user] = steps[name] + 1
                        later.append(user)
            front = sorted(later, key=steps.__getitem__)
        found: dict[int, list[str]] = defaultdict(list)
        for name, count in steps.items():
            if Path(name).name.startswith("test_") and name in self.files:
                found[count].append(name)
        return {
            count: sorted(found[count], key=lambda name: (self._reach(name), name))
            for count in sorted(found)
        }

    def _reach(self, name: str) -> int:
        """How many files a file depends on at any number of steps: fewer, the more it tests these."""
        seen, front = {name}, [name]
        while front:
            new = self.needs.get(front.pop(), frozenset()) - seen
            seen |= new
            front += new
        return len(seen)


def _dotted(name: str) -> str:
    """The name that a file is imported by."""
    for root in ROOTS:
        if name.startswith(f"{root}/"):
            inside = name.removeprefix(f"{root}/").removesuffix(".py").removesuffix("/__init__")
            return inside.replace("/", ".")
    return name


def _absolute(own: str, node: ast.ImportFrom, *, is_package: bool) -> str:
    """The module that an import is from."""
    if not node.level:
        return node.module or ""
    parts = own.split(".")
    up = node.level - is_package
    return ".".join([*(parts[:-up] if up else parts), *filter(None, [node.module])])


def _under_type_checking(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for inner in node.body:
                yield from ast.walk(inner)


def changed_since(top: Path, commit: str) -> list[str]:
    """The files of a checkout that differ from a commit, new ones among them."""
    listed: list[str] = []
    for command in (
        ["git", "diff", "--name-only", "--no-renames", "-z", commit],
        ["git", "ls-files", "--others", "--exclude-standard", "-z"],
    ):
        ran = subprocess.run(command, cwd=top, check=True, capture_output=True, text=True)
        listed += filter(None, ran.stdout.split("\0"))
    return sorted(set(listed))


def main() -> int:
    """Run the tests; pytest's exit status."""
    parser = argparse.ArgumentParser(description="Run the tests of what changed, nearest first.")
    parser.add_argument("--since", default="HEAD", metavar="REV", help="what to compare with")
    parser.add_argument("--within", type=float, default=40, metavar="SECONDS")
    parser.add_argument("--list", action="store_true", help="only say which")
    call = parser.parse_args()
    top = Path(__file__).resolve().parents[1]
    changed = changed_since(top, call.since)
    steps = Project(top).tests_of(changed)
    tests = [(count, name) for count, names in steps.items() for name in names]
    print(f"{len(changed)} files differ from {call.since}; {len(tests)} test files depend on them")
    start = time.monotonic()
    for first in range(0, len(tests), BATCH):
        batch = [name for _, name in tests[first : first + BATCH]]
        if call.list:
            print(*(f"{count} {name}" for count, name in tests[first : first + BATCH]), sep="\n")
            continue
        if time.monotonic() - start > call.within:
            left = len(tests) - first
            print(f"{left} of {len(tests)} test files not run; `poe test` runs all:")
            print(*(f"  {name}" for _, name in tests[first:]), sep="\n")
            break
        cores = ["-n", "auto"] if len(batch) > FEW else []
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *cores, *batch], cwd=top, check=False
        )
        if ran.returncode:
            return ran.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
