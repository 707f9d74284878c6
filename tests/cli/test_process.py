"""The command line as a process of its own: encodings, pipes, and the exit status the shell sees."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jiaoyu_fupin
from jiaoyu_fupin.data import example_roster

SRC = Path(jiaoyu_fupin.__file__).parents[1]
GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")


def start(*argv: object, **env: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "jiaoyu_fupin", *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC), **env},
    )


def test_output_is_utf8_whatever_the_locale() -> None:
    process = start("policies", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "赣州市教育精准扶贫方案" in out.decode("utf-8")


def test_a_wrong_call_is_status_2() -> None:
    process = start("assess", "nowhere.csv", *GANZHOU, LC_ALL="C")
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert "nowhere.csv" in err.decode("utf-8")


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    """As in `assess ... | head -1`; 300 students come to more than a pipe holds."""
    rejects = ("--rejects", tmp_path / "rejects.csv")
    process = start("assess", example_roster(), *GANZHOU, "--format", "jsonl", *rejects)
    assert process.stdout is not None
    assert process.stderr is not None
    first = json.loads(process.stdout.readline())
    process.stdout.close()
    said = process.stderr.read().decode("utf-8")
    process.stderr.close()
    assert process.wait() == 1  # six rows are set aside
    assert first["subject_id"] == "S-0001"
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
