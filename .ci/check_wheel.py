"""Says what a built wheel lacks of the package's files, and what it holds besides."""

import sys
import zipfile
from collections.abc import Set as AbstractSet
from pathlib import Path

PACKAGE = "jiaoyu_fupin"


def faults(held: AbstractSet[str], files: AbstractSet[str]) -> list[str]:
    """What is wrong with a wheel, one line each.

    Args:
        held: Names of the files in the wheel.
        files: Names of the package's files, from the folder above it.
    """
    found: list[str] = []
    if f"{PACKAGE}/py.typed" not in files:
        found.append("py.typed is missing: type checkers would ignore the annotations")
    if not any(name.startswith(f"{PACKAGE}/data/") for name in files):
        found.append("there are no data files")
    if missing := sorted(files - held):
        found.append("the wheel lacks " + ", ".join(missing))
    others = [name for name in held if not name.startswith(PACKAGE) or name.endswith(".pyc")]
    if others:
        found.append("the wheel should not hold " + ", ".join(sorted(others)))
    return found


if __name__ == "__main__":
    wheel, source = sys.argv[1:]
    names = set(zipfile.ZipFile(wheel).namelist())
    package_files = {
        path.relative_to(source).as_posix()
        for path in Path(source, PACKAGE).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    if wrong := faults(names, package_files):
        sys.exit("\n".join(wrong))
    print(f"{len(names)} files, py.typed and data among them")
