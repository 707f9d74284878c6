"""A county nobody named here: its policy as an installed package, as a module and as a file, through every command."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.cli.main import COMMANDS
from jiaoyu_fupin.values.errors import CallError
from jiaoyu_fupin.wire import dumps, loads

from .conftest import Ran, Run, Write

PACK = Path(__file__).parents[1] / "packs" / "yunwu"


def install(site: Path, *, name: str = "yunwu-aid", group: dict[str, str] | None = None) -> None:
    """Lay a package and what pip would write of it into a folder, as an installation does."""
    project = tomllib.loads((PACK / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = group or project["entry-points"]["jiaoyu_fupin.policies"]
    shutil.copytree(PACK / "yunwu_aid", site / "yunwu_aid", dirs_exist_ok=True)
    info = site / f"{name.replace('-', '_')}-1.0.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n")
    lines = [f"{id_} = {place}" for id_, place in entries.items()]
    (info / "entry_points.txt").write_text("\n".join(["[jiaoyu_fupin.policies]", *lines]))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages, empty so far; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)
    yield folder
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in {"yunwu_aid", "broken_pack", "ending_pack", "odd_pack"}:
            del sys.modules[name]


Way = Callable[[], str]


def ways(site: Path) -> dict[str, str]:
    """The policy in the three ways in which a command may be given it."""
    install(site)
    document = site / "云雾.json"
    document.write_text(dumps(jf.policy("yunwu-2018")), encoding="utf-8")
    return {"installed": "yunwu-2018", "module": "yunwu_aid:POLICY", "file": str(document)}


def same(found: dict[str, Ran]) -> Ran:
    """The one answer that all ways give."""
    first, *others = found.values()
    for other in others:
        assert (other.status, other.out, other.err) == (first.status, first.out, first.err)
    return first


@pytest.fixture
def asked(site: Path, run: Run) -> Callable[..., Ran]:
    given = ways(site)

    def asked(*argv: object) -> Ran:
        return same({way: run(*argv, "--policy", policy) for way, policy in given.items()})

    return asked


def test_every_command_takes_it(asked: Callable[..., Ran], write: Write, run: Run) -> None:
    students = write(
        "学籍号,学段,寄宿,建档立卡,学校县代码,离校路程,上学过渡口",
        "Y-1,小学,走读,是,990103,三公里以上,是",
        "Y-2,初中,住校,是,990121,三公里以内,是",
        "Y-3,小学,走读,否,990103,三公里以上,否",
        "Y-4,小学,走读,是,990103,,",
        name="学生.csv",
    )
    teachers = write(
        "教师编号,学校县代码,学校层级,贫困县",
        "T-1,990121,教学点,",
        "T-2,990103,村,",
        name="教师.csv",
    )
    ran = set()

    def command(name: str, *argv: object) -> Ran:
        ran.add(name)
        return asked(name, *argv)

    done = command(
        "assess", students, "--subject", "student", "--on", "2018-10-08", "--format", "jsonl"
    )
    assert done.status == 0, done.err
    # the standard of autumn 2018: 100 near, 240 far; a county's old and new code are one county
    assert done.answer("Y-1", "YW-1/bus")["lower"] == "240.00"
    assert done.answer("Y-2", "YW-1/bus")["upper"] == "100.00"
    assert done.answer("Y-3", "YW-1/bus")["outcome"] == "not_entitled"
    unknown = done.answer("Y-4", "YW-1/bus")
    assert (unknown["outcome"], unknown["lower"], unknown["upper"]) == (
        "entitled",
        "100.00",
        "240.00",
    )
    assert unknown["amount_missing"] == ["distance"]
    # a boarder who crosses the river has it; of a day pupil the rules leave it open
    assert done.answer("Y-1", "YW-1/ferry")["missing"] == ["ferry_for_day_pupils"]
    assert done.answer("Y-2", "YW-1/ferry")["lower"] == "60.00"

    done = command(
        "assess", teachers, "--subject", "teacher", "--term", "2019春", "--format", "jsonl"
    )
    assert [row["outcome"] for row in done.rows()] == ["entitled", "not_entitled"]
    assert done.answer("T-1", "YW-2")["lower"] == "350.00"

    done = command(
        "explain", students, "--subject", "student", "--on", "2018-10-08", "--id", "Y-1",
        "--benefit", "YW-1/bus", "--lang", "zh",
    )  # fmt: skip
    assert "云雾县教育扶助办法" in done.out

    assert "ferry_for_day_pupils" in command("policies").out
    assert [
        r["id"] for r in command("measures", "--plan", "强师工程", "--format", "jsonl").rows()
    ] == ["YW-2"]
    assert [
        r["id"] for r in command("measures", "--precision", "准到校", "--format", "jsonl").rows()
    ] == ["YW-2", "YW-4"]
    led = command("measures", "--leads", "县教科体局", "--format", "jsonl").rows()
    assert [r["id"] for r in led] == ["YW-1", "YW-2", "YW-3", "YW-4"]  # under both of its names
    assert "助学工程" in command("show", "YW-1/ferry", "--lang", "zh").out
    assert (
        "yunwu-2018" in command("stale", "--on", "2021-01-01").err
    )  # it prints no figure that has aged

    observed = write(
        "指标,地区代码,年份,数值", "九年义务教育巩固率,9901,2020,94.2", name="观测.csv"
    )
    done = command("progress", observed, "--on", "2021-03-01", "--format", "jsonl")
    assert "990103" in done.err  # outside: the county's own code is asked for
    observed = write(
        "指标,地区代码,年份,数值", "九年义务教育巩固率,990121,2020,94.2", name="观测.csv"
    )
    (row,) = command("progress", observed, "--on", "2021-03-01", "--format", "jsonl").rows()
    assert (row["target"], row["status"]) == ("YW-3/compulsory_completion", "met")

    schools = write(
        "学校标识码,学校层级,办学类型,学校县代码",
        "X-1,县城,小学,990103",
        "X-2,村,小学,990121",
        "X-3,村,小学,990103",
        name="学校.csv",
    )
    ledger = write(
        "帮扶方类型,帮扶人,对象类型,对象,起,条款",
        "学校,X-1,学校,X-2,2018-03-01,YW-4",
        name="台账.csv",
    )
    done = command("pairing", "check", ledger, "--schools", schools, "--format", "jsonl")
    assert (done.status, done.rows()) == (0, []), done.err + done.out
    done = command(
        "pairing", "coverage", ledger, "--of", "schools", "--on", "2018-06-30", "--schools", schools,
        "--format", "jsonl",
    )  # fmt: skip
    covered = {row["id"]: row["state"] for row in done.rows() if "state" in row}
    assert covered["X-3"] == "uncovered"
    visits = write("帮扶人,对象,走访日期", "X-1,X-2,2018-03-20", name="走访.csv")
    done = command("pairing", "visits", ledger, visits, "--on", "2018-04-10", "--format", "jsonl")
    assert [row["done"] for row in done.rows() if row.get("done")] == [["2018-03"]]
    assert ran == set(COMMANDS) - {"example"}  # the example is of one policy
    assert run("example").status == 0


def test_an_installed_policy_is_one_of_all(site: Path, run: Run) -> None:
    assert "yunwu-2018" not in jf.policy_ids()
    install(site)
    assert jf.policy_ids()[-1] == "yunwu-2018"
    assert "yunwu_aid" not in sys.modules  # it is loaded when it is asked for
    assert jf.policy("yunwu-2018").id == "yunwu-2018"
    assert "云雾县" in run("policies").out
    assert run("show", "YW-2").status == 0


def test_a_file_holds_all_of_it(site: Path) -> None:
    install(site)
    plan = jf.policy("yunwu-2018")
    again = loads(dumps(plan), jf.Policy)
    assert again == plan
    assert again.fingerprint == plan.fingerprint


def test_a_file_needs_nothing_of_the_package(site: Path, write: Write) -> None:
    """In processes of their own: one that has the package on its path, and one that has the file alone."""
    students = write(
        "学籍号,学段,建档立卡,学校县代码,离校路程", "Y-1,小学,是,990121,三公里以上", name="学生.csv"
    )
    document = Path(ways(site)["file"])
    source = Path(jf.__file__).parents[1]

    def answered(policy: str, *path: Path) -> str:
        call = ("assess", students, "--subject", "student", "--on", "2018-10-08")
        done = subprocess.run(
            [sys.executable, "-m", "jiaoyu_fupin", *call, "--format", "jsonl", "--policy", policy],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
            cwd=students.parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    alone = answered(str(document), source)
    assert '"lower":"240.00"' in alone
    assert alone == answered("yunwu-2018", source, site)
    assert alone == answered("yunwu_aid:POLICY", source, site)


def test_names_that_two_facts_share_are_told_with_both(site: Path, run: Run) -> None:
    install(site)
    (site / "odd_pack.py").write_text(ODD)
    done = run("policies", "--policy", "odd_pack:POLICY")
    assert done.status == 2
    first, second, third = done.err.splitlines()
    assert "stage" in first  # the name of a column that every roster has
    assert "段 (stage)" in first
    assert "学段 (stage)" in first
    assert "离校路程 (a)" in second  # the header of another fact of the policy's own
    assert "离校路程 (distance)" in second
    assert "学段 (b)" in third  # the header of such a column
    assert "学段 (stage)" in third


def test_which_counties_are_poor_the_policy_says(
    asked: Callable[..., Ran], write: Write, run: Run
) -> None:
    """990121 and 990103 are the one county its list knows by name; of two in all, so another's place is unknown."""
    schools = write(
        "学校标识码,学校层级,办学类型,学校县代码",
        "X-1,县城,小学,990103",
        "X-2,村,小学,990121",
        "X-3,村,小学,450123",
        name="学校.csv",
    )
    ledger = write(
        "帮扶方类别,帮扶人,对象类别,对象,起,条款",
        "学校,X-1,学校,X-2,2018-03-01,YW-4",
        name="台账.csv",
    )
    coverage = ("pairing", "coverage", ledger, "--schools", schools, "--on", "2018-06-30")
    done = asked(*coverage, "--of", "counties", "--format", "jsonl")
    assert [(row["id"], row["state"]) for row in done.rows()] == [("990121", "covered")]
    done = asked(*coverage, "--of", "schools", "--poor-areas", "--format", "jsonl")
    belongs = {row["id"]: row["belongs"] for row in done.rows()}
    assert belongs == {"X-1": True, "X-2": True, "X-3": None}  # 450123 is on Guangxi's list
    done = run(*coverage, "--of", "counties", "--policy", "ganzhou-2015")
    assert done.status == 2
    assert "list of poor counties" in done.err


def test_one_id_from_two_packages_names_both(site: Path, run: Run) -> None:
    install(site)
    install(site, name="other-aid")
    with pytest.raises(CallError, match="other-aid and yunwu-aid both"):
        jf.policy("yunwu-2018")
    with pytest.raises(CallError, match="other-aid and yunwu-aid both"):
        jf.policy_ids()
    assert jf.policy("national").id == "national"  # nobody else suffers
    done = run("show", "YW-1")
    assert done.status == 2
    assert "uninstall one of them" in done.err


def test_every_broken_package_is_told_and_stops_nobody_who_names_a_policy(
    site: Path, run: Run
) -> None:
    install(site, name="first-aid", group={"first": "nowhere:POLICY"})
    install(site, name="second-aid", group={"second": "yunwu_aid:YUNWU"})
    for command in ("policies", "measures", "show GX-4.2", "stale --on 2021-01-01"):
        done = run(*command.split())
        assert done.status == 2
        first, second = done.err.splitlines()
        assert "first-aid" in first
        assert "second-aid" in second
        assert "with --policy" in first
        assert run(*command.split(), "--policy", "guangxi-2016").status == 0
    with pytest.raises(CallError, match="did you mean national"):
        jf.policy("nationl")


def test_an_id_of_the_library_is_taken(site: Path) -> None:
    install(site, group={"town-2020": "yunwu_aid:POLICY"})
    with pytest.raises(CallError, match="jiaoyu_fupin and yunwu-aid both"):
        jf.policy("town-2020")


ODD = """
import attrs
from jiaoyu_fupin.clauses import Student, own_flag
from yunwu_aid import POLICY as YUNWU
facts = (own_flag(Student, "stage", "段", "s"), own_flag(Student, "a", "离校路程", "a"), own_flag(Student, "b", "学段", "b"))
POLICY = attrs.evolve(YUNWU, facts=(*YUNWU.facts, *facts))
"""


BROKEN = {
    "a module that is not there": ("nowhere:POLICY", "ModuleNotFoundError"),
    "a name that is not there": ("yunwu_aid:POLCY", "did you mean POLICY"),
    "something else": ("yunwu_aid:YUNWU", "expected a Policy"),
    "a module that breaks": ("broken_pack:POLICY", "ZeroDivisionError"),
    "a module that ends the program": ("ending_pack:POLICY", "SystemExit"),
    "a policy that contradicts itself": ("odd_pack:POLICY", "expected a header of its own"),
    "another policy": ("yunwu_aid:POLICY", "expected the policy other-2018"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_package_brings_wrongly_is_told(name: str, site: Path, run: Run) -> None:
    place, message = BROKEN[name]
    install(site, group={"other-2018": place})
    (site / "broken_pack.py").write_text("1 / 0\n")
    (site / "ending_pack.py").write_text("raise SystemExit(0)\n")
    (site / "odd_pack.py").write_text(ODD)
    done = run("policies", "--policy", "other-2018")
    assert done.status == 2
    assert message in done.err
    assert "yunwu-aid" in done.err  # whose fault it is
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nowhere:POLICY", "ModuleNotFoundError"),
        ("yunwu_aid:POLCY", "did you mean POLICY"),
        ("yunwu_aid:YUNWU", "expected a Policy"),
        ("yunwu_aid:", "module:NAME"),
        ("os;rm:POLICY", "module:NAME"),
        ("gangxi-2016", "did you mean guangxi-2016"),
        ("yunwu_aid", "give module:NAME, or FILE.json"),
        ("没有.json", "file that can be read"),
    ],
)
def test_a_wrong_name_is_a_wrong_call(place: str, message: str, site: Path, run: Run) -> None:
    install(site)
    done = run("show", "YW-1", "--policy", place)
    assert done.status == 2
    assert message in done.err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"schema": 1, "kind": "policy", "value": {"id": "x", "version": "1", "title": {"zh": "\\ud800", "en": "x"}}}',
        b'{"schema": 1, "kind": "student", "value": {}}',
        b"null",
    ],
)
def test_a_file_of_something_else_is_wrong_data(content: bytes, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    done = run("policies", "--policy", path)
    assert done.status == 1
    assert "plan.json" in done.err
    assert "Traceback" not in done.err


def test_the_packs_version_is_what_it_says() -> None:
    """The entry points of a test are those of the package's own project file."""
    project = tomllib.loads((PACK / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert importlib.metadata.EntryPoint(
        "yunwu-2018", project["entry-points"]["jiaoyu_fupin.policies"]["yunwu-2018"], "g"
    ).value.startswith("yunwu_aid:")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('Text("路费" "travel")', "missing 1 required positional argument"),
        ("Stage.PRIMAY", "PRIMAY"),
        ('Territory(Text("县", "county"), ())', "expected codes"),
    ],
)
def test_a_broken_module_is_told_with_its_line(
    line: str, message: str, site: Path, run: Run
) -> None:
    source = f"from jiaoyu_fupin.clauses import Stage, Territory, Text\n\n\nWRONG = {line}\n"
    (site / "broken_pack.py").write_text(source, encoding="utf-8")
    done = run("policies", "--policy", "broken_pack:POLICY")
    assert done.status == 2
    assert "broken_pack.py line 4" in done.err
    assert message in done.err
