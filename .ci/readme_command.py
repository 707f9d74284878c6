"""Prints the commands of one block of a document, so that a check runs what a reader is told to run.

The block is the one after the comment ``<!-- command: NAME -->``. In a console block its commands are the
lines after ``$ ``, and after ``> `` where one goes on; in a bash block, all lines.
"""

import re
import sys
from pathlib import Path


def command_of(document: str, name: str) -> str:
    """The commands of the block of a name.

    Raises:
        ValueError: No block or several blocks have the name, or it holds no command.
    """
    mark = f"<!-- command: {name} -->"
    found = re.findall(
        rf"^{re.escape(mark)}\n```(console|bash)\n(.*?)^```$", document, re.MULTILINE | re.DOTALL
    )
    if len(found) != 1:
        raise ValueError(f"{len(found)} blocks are marked {mark}, not one")
    language, text = found[0]
    lines: list[str] = text.splitlines()
    if language == "console":
        lines = [line[2:] for line in lines if line.startswith(("$ ", "> "))]
    command = "\n".join(lines).strip()
    if not command:
        raise ValueError(f"the block marked {mark} holds no command")
    return command


if __name__ == "__main__":
    path, wanted = sys.argv[1:]
    try:
        print(command_of(Path(path).read_text(encoding="utf-8"), wanted))
    except ValueError as fault:
        sys.exit(f"{path}: {fault}")
