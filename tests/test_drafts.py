"""A file is written whole or not at all, for its owner's eyes, and never through a link."""

import errno
import os
import resource
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from jiaoyu_fupin.values.drafts import write_whole
from jiaoyu_fupin.values.errors import CallError, Code, OutputError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_file_is_its_owners_alone_whatever_the_process_allows(
    tmp_path: Path, umask: int
) -> None:
    seen: list[int] = []

    def chunks() -> Iterator[bytes]:
        yield b"one"
        seen.extend(mode(path) for path in tmp_path.iterdir())
        yield b"two"

    before = os.umask(umask)
    try:
        write_whole(tmp_path / "out.csv", chunks(), "--output")
    finally:
        os.umask(before)
    assert (tmp_path / "out.csv").read_bytes() == b"onetwo"
    assert [*seen, mode(tmp_path / "out.csv")] == [0o600, 0o600]
    assert names(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("old", [0o600, 0o640, 0o644, 0o664])
def test_a_file_that_takes_anothers_place_has_its_mode_or_none_but_the_owners(
    tmp_path: Path, old: int
) -> None:
    target = tmp_path / "out.csv"
    for keep in (True, False):
        target.write_bytes(b"old")
        target.chmod(old)
        write_whole(target, [b"new"], "--output", keep_mode=keep)
        assert (target.read_bytes(), mode(target)) == (b"new", old if keep else 0o600)


def test_no_link_is_followed_and_none_is_replaced(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    link, loose = tmp_path / "link", tmp_path / "loose"
    link.symlink_to(precious)
    loose.symlink_to(tmp_path / "nowhere")
    for target in (link, loose):
        with pytest.raises(CallError, match="link"):
            write_whole(target, [b"new"], "--output")
        assert target.is_symlink()
    assert precious.read_bytes() == b"precious"
    assert names(tmp_path) == ["link", "loose", "precious"]


def test_a_folder_that_is_reached_by_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "linked" / "out.csv", [b"new"], "--output")
    assert (tmp_path / "real" / "out.csv").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_place_is_no_wrong_call_and_leaves_all_as_it_was(
    tmp_path: Path, number: int
) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(number, os.strerror(number))

    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_whole(target, chunks(), "--output")
    assert [p.code for p in caught.value.problems] == [Code.NOT_WRITTEN]
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out.csv"]


def test_a_file_larger_than_the_system_allows(tmp_path: Path) -> None:
    """The system's own refusal, half way through the file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, hard))
    try:
        with pytest.raises(OutputError):
            write_whole(tmp_path / "out.csv", [b"x" * (1 << 15)] * 5, "--output")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(tmp_path) == []


def test_an_interrupt_leaves_no_draft(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "out.csv", chunks(), "--output")
    assert names(tmp_path) == []


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    for name in ("file/out", "nowhere/out", "a\0b", "pipe", "x" * 300, "."):
        with pytest.raises(CallError):
            write_whole(tmp_path / name, [b""], "--output")
    assert names(tmp_path) == ["file", "pipe"]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    name = "花" * 83 + ".csv"  # 253 bytes of 255
    write_whole(tmp_path / name, [b"new"], "--output")
    assert names(tmp_path) == [name]
