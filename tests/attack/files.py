"""Damages files at length: `PYTHONPATH=src:tests python tests/attack/files.py [TIMES] [SEED]`; status 1 when a reader crashes."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from support.damaged_files import FORMATS, crash, damaged


def main() -> int:
    """Run it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    crashes: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            for kind, content in damaged(seed, times, form):
                before = time.perf_counter()
                if why := crash(kind, content, Path(folder) / f"file.{form}"):
                    crashes[f"{form} {kind}: {why[:200]}"] += 1
                slowest = max(slowest, time.perf_counter() - before)
    for why, count in crashes.most_common():
        print(count, why)
    print(f"{times * len(FORMATS)} files, {sum(crashes.values())} crashes, slowest {slowest:.2f} s")
    return 1 if crashes else 0


if __name__ == "__main__":
    raise SystemExit(main())
