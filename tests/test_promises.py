"""Children's data stay where they are: nothing is sent, fetched, unpickled or started."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import os, sys

FORBIDDEN = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.",
    "webbrowser.", "pickle.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
)

def watch(event, details):
    if event.startswith(FORBIDDEN):
        os.write(2, f"forbidden: {event}".encode())
        os._exit(99)

sys.addaudithook(watch)
"""

ROSTER = "学籍号,姓名,证件号码,学段,寄宿,建档立卡,学校县代码\nS-0001,虚构某,990781200605200019,小学,住校,,360781\n"
GANZHOU = ("roster.csv", "--policy", "ganzhou-2015", "--on", "2016-09-01")


def watched(code: str, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED + code, *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )


@pytest.mark.parametrize(
    "command",
    [
        ("example",),
        ("policies",),
        ("show", "GX-4.2"),
        ("measures", "--policy", "guangxi-2016"),
        ("stale", "--years", "2010-2026"),
        ("assess", *GANZHOU, "--format", "jsonl"),
        ("assess", *GANZHOU, "--format", "csv", "--output", "answers.csv"),
        ("assess", *GANZHOU, "--format", "parquet", "--output", "answers.parquet"),
        ("assess", *GANZHOU, "--format", "table"),
        ("explain", *GANZHOU, "--id", "S-0001", "--html"),
    ],
    ids=" ".join,
)
def test_no_command_reaches_a_network_unpickles_or_starts_a_program(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    code = "from jiaoyu_fupin.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    ran = watched(code, *command, cwd=tmp_path)
    assert (ran.returncode, "forbidden" in ran.stderr) == (0, False), ran.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://example.invalid')",
        "import pickle; pickle.loads(pickle.dumps(print))",
        "import subprocess; subprocess.run([sys.executable, '--version'])",
        "os.system('true')",
    ],
)
def test_the_watch_sees_what_is_forbidden(tmp_path: Path, code: str) -> None:
    assert watched(code, cwd=tmp_path).returncode == 99


def test_the_page_names_the_same_tests_in_both_languages_and_they_exist() -> None:
    top = Path(__file__).parents[1]
    named = [
        re.findall(r"`(tests/[^`]+)::(\w+)`", (top / page).read_text(encoding="utf-8"))
        for page in ("docs/en/security.md", "docs/zh/security.md")
    ]
    assert named[0]
    assert named[0] == named[1]
    for path, name in named[0]:
        tree = ast.parse((top / path).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, name
