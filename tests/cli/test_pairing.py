"""The commands about pairing: check, coverage and visits."""

from pathlib import Path

import pytest

import jiaoyu_fupin.cli.pairing
from jiaoyu_fupin import PairingRule, Policy
from support.pairing_rules import RULES

from .conftest import Run, Write


@pytest.fixture(autouse=True)
def tiers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiers of the tests in the place of the policy's."""

    def rules_of(_: Policy) -> tuple[PairingRule, ...]:
        return tuple(RULES.values())

    monkeypatch.setattr(jiaoyu_fupin.cli.pairing, "rules_of", rules_of)


GX = ("--policy", "guangxi-2016")
VILLAGES = ("--policy", "villages-2018")


@pytest.fixture
def ledger(write: Write) -> Path:
    return write(
        "帮扶人,单位,隶属,对象,起,止,条款",
        "T-0001,某校,县,S-0001,2017-01-01,2017-06-30,GX-7.6c",
        "T-0002,某校,县,S-0001,2017-06-01,,GX-7.6c",
        "T-0001,某校,县,S-0002,2017-07-01,,GX-7.6c",
        name="台账.csv",
    )


@pytest.fixture
def students(write: Write) -> Path:
    return write(
        "学籍号,留守,户籍类别,户籍县代码",
        "S-0001,是,农村,451228",
        "S-0002,,农村,451228",
        "S-0003,是,农村,451228",
        name="学生.csv",
    )


@pytest.fixture
def teachers(write: Write) -> Path:
    return write(
        "教师编号,学校县代码,终止日期",
        "T-0001,451228,",
        "T-0002,451229,2017-12-31",
        name="教师.csv",
    )


def test_check_says_what_breaks_a_clause_and_what_cannot_be_told(
    run: Run, ledger: Path, students: Path, teachers: Path
) -> None:
    done = run(
        "pairing",
        "check",
        ledger,
        *GX,
        "--students",
        students,
        "--teachers",
        teachers,
        "--format",
        "jsonl",
    )
    assert done.status == 0
    found = sorted(
        (r["check"], r["verdict"], r["helper"], r["recipient"], *r["facts"]) for r in done.rows()
    )
    assert found == [
        ("one_to_one", "broken", "T-0001", "S-0001"),
        ("one_to_one", "broken", "T-0002", "S-0001"),
        ("outlives", "broken", "T-0002", "S-0001", "helper"),
        ("recipient", "undetermined", "T-0001", "S-0002", "left_behind"),
        ("territory", "broken", "T-0002", "S-0001", "county"),
    ]
    assert "3 links, 3 faults, 1 undetermined" in done.err


def test_check_without_rosters_knows_the_ledger_only_and_says_so(run: Run, ledger: Path) -> None:
    done = run("pairing", "check", ledger, *GX)
    assert done.status == 0
    assert "known from the ledger only: 学生 (student), 校长、教师 (teacher)" in done.err
    assert "unknown_end" not in done.out
    assert "3 links, 1 faults, 6 undetermined" in done.out


def test_check_with_a_cap(run: Run, write: Write) -> None:
    path = write(
        "帮扶人,对象,起,条款", "C-1,H-1,2018-01-01,VL-5", "C-1,H-2,2018-01-02,VL-5", name="户.csv"
    )
    done = run("pairing", "check", path, *GX, "--cap", "VL-5=1", "--format", "jsonl")
    assert [(r["check"], r["recipient"]) for r in done.rows() if r["check"] == "cap"] == [
        ("cap", "H-2")
    ]
    assert run("pairing", "check", path, *GX, "--cap", "VL-5").status == 2
    assert run("pairing", "check", path, *GX, "--cap", "VL-9=1").status == 2


def test_coverage_on_a_date_and_over_a_period(
    run: Run, ledger: Path, students: Path, teachers: Path
) -> None:
    """On 31 December T-0002 is still there; on 1 January S-0001 has nobody left."""
    asked = ("pairing", "coverage", ledger, *GX, "--students", students, "--teachers", teachers,
             "--of", "left_behind_children", "--format", "jsonl")  # fmt: skip
    last = run(*asked, "--on", "2017-12-31")
    assert {r["id"]: r["state"] for r in last.rows()} == {
        "S-0001": "covered",
        "S-0002": "unknown",
        "S-0003": "uncovered",
    }
    assert "1 covered, 1 uncovered, 1 unknown; share 50.00% … 66.67%" in last.err
    after = run(*asked, "--on", "2017-12-31", "--until", "2018-01-01")
    (first,) = (r for r in after.rows() if r["id"] == "S-0001")
    assert (first["state"], first["gaps"]) == ("uncovered", ["2018-01-01…2018-01-01"])


def test_coverage_of_counties_needs_no_roster_of_them(
    run: Run, ledger: Path, students: Path, teachers: Path
) -> None:
    done = run("pairing", "coverage", ledger, *GX, "--students", students, "--teachers", teachers,
               "--of", "counties", "--on", "2017-12-31", "--clause", "GX-7.6c")  # fmt: skip
    assert done.status == 0
    assert "4 more are not known by name" in done.out


@pytest.mark.parametrize(
    "more",
    [
        ("--of", "left_behind_children", "--on", "2017-12-31"),  # who they are is not given
        ("--of", "schools", "--on", "2017-12-31"),
        ("--of", "counties", "--on", "31.12.2017"),
        ("--of", "counties", "--on", "2017-12-31", "--until", "2017-12-30"),
        ("--of", "counties", "--on", "2017-12-31", "--clause", "GX-9.9"),
        ("--of", "towns", "--on", "2017-12-31"),
    ],
)
def test_coverage_calls_that_make_no_sense(run: Run, ledger: Path, more: tuple[str, ...]) -> None:
    assert run("pairing", "coverage", ledger, *GX, *more).status == 2


@pytest.fixture
def visited(write: Write) -> tuple[Path, Path]:
    ledger = write(
        "帮扶人,对象,起,条款", "C-1,H-1,2018-01-01,VL-5", "C-2,H-2,2018-01-20,VL-5", name="户.csv"
    )
    visits = write(
        "帮扶人,对象,走访日期",
        "C-1,H-1,2018-01-05",
        "C-1,H-1,2018-01-09",
        "C-2,H-2,2018-02-01",
        name="走访.csv",
    )
    return ledger, visits


def test_visits_month_by_month(run: Run, visited: tuple[Path, Path]) -> None:
    done = run("pairing", "visits", *visited, *VILLAGES, "--on", "2018-03-01", "--format", "jsonl")
    assert done.status == 0
    assert [(r["helper"], r["visits"], r["done"], r["missed"], r["due"]) for r in done.rows()] == [
        ("C-1", 2, ["2018-01"], ["2018-02"], ["2018-03"]),
        ("C-2", 1, ["2018-02"], [], ["2018-03"]),
    ]
    assert "2 kept, 1 missed, 2 still due" in done.err
    table = run("pairing", "visits", *visited, *VILLAGES, "--on", "2018-03-01", "--helper", "C-2")
    assert "C-1" not in table.out
    assert "1 kept, 0 missed, 1 still due" in table.out


def test_a_villages_sheet_reads_the_village_of_the_household_roster(
    run: Run, visited: tuple[Path, Path], write: Write
) -> None:
    households = write("户编号,所在村,建档立卡", "H-1,黄岭村,是", "H-2,,是", name="户册.csv")
    done = run("pairing", "visits", *visited, *VILLAGES, "--on", "2018-03-01", "--households", households,
               "--village", "黄岭村", "--format", "jsonl")  # fmt: skip
    assert [r["helper"] for r in done.rows()] == ["C-1"]
    assert "of 1 links the recipient's village is not known" in done.err


def test_visits_that_fit_no_link_are_named_by_their_row(
    run: Run, visited: tuple[Path, Path], write: Write
) -> None:
    stray = write(
        "帮扶人,对象,走访日期",
        "C-1,H-1,2018-01-05",
        "C-2,H-2,2018-01-19",
        "C-1,H-2,2018-02-01",
        name="走访.csv",
    )
    done = run("pairing", "visits", visited[0], stray, *VILLAGES, "--on", "2018-03-01")
    assert done.status == 1
    lines = done.err.splitlines()
    assert ["第 3 行 row 3" in lines[-2], "第 4 行 row 4" in lines[-1]] == [True, True]
    assert "H-2" not in done.err


def test_an_obligation_has_to_be_one_of_the_policys(run: Run, visited: tuple[Path, Path]) -> None:
    assert (
        run("pairing", "visits", *visited, *GX, "--on", "2018-03-01", "--obligation", "VL-9").status
        == 2
    )


def test_bad_cells_end_with_status_1_and_nothing_on_standard_output(run: Run, write: Write) -> None:
    path = write(
        "帮扶人,对象,起,条款", "C-1,H-1,2018-01-32,VL-5", "C-1,,2018-01-01,VL-5", name="户.csv"
    )
    done = run("pairing", "check", path, *GX)
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 2


def test_a_policy_without_pairing_clauses_is_a_wrong_call(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    done = run("pairing", "check", ledger, "--policy", "national")
    assert done.status == 2


def test_visits_are_those_that_the_policy_asks_for(
    run: Run, visited: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The village's report wants one a month on VL-5; the town's does not say how often, Ganzhou's wants none."""
    monkeypatch.undo()
    assert run("pairing", "visits", *visited, *VILLAGES, "--on", "2018-03-01").status == 0
    town = visited[0]
    town.write_text(town.read_text(encoding="utf-8").replace("VL-5", "TN-3"), encoding="utf-8")
    asked = ("pairing", "visits", *visited, "--policy", "town-2020", "--on", "2018-03-01")
    done = run(*asked)
    assert done.status == 2
    assert "expected --obligation ID" in done.err
    assert "TN-3/visits (unstated)" in done.err
    told = run(*asked, "--obligation", "TN-3/visits", "--format", "jsonl")
    assert [(r["visits"], r["missed"]) for r in told.rows()] == [(2, None), (1, None)]


def test_visits_of_another_clause_are_kept_apart(run: Run, write: Write) -> None:
    ledger = write(
        "帮扶人,对象,起,条款", "C-1,H-1,2018-01-01,VL-5", "C-1,V-1,2018-01-01,VL-0", name="户.csv"
    )
    visits = write(
        "帮扶人,对象,走访日期", "C-1,H-1,2018-01-05", "C-1,V-1,2018-01-09", name="走访.csv"
    )
    asked = (
        "pairing",
        "visits",
        ledger,
        visits,
        *VILLAGES,
        "--on",
        "2018-01-31",
        "--format",
        "jsonl",
    )
    assert [(r["tier"], r["visits"]) for r in run(*asked).rows()] == [("VL-5", 1)]
    other = run(*asked, "--obligation", "VL-0/visits")
    assert [(r["tier"], r["visits"], r["done"]) for r in other.rows()] == [("VL-0", 1, None)]
    assert run(*asked, "--clause", "VL-0").status == 2
    assert run(*asked, "--clause", "VL-00").status == 2


def test_a_clause_stands_for_its_only_tier_in_options(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    path = write("帮扶人,对象,起", "C-1,H-1,2018-01-01", "C-1,H-2,2018-01-02", name="户.csv")
    done = run("pairing", "check", path, *VILLAGES, "--cap", "VL-5=1", "--format", "jsonl")
    assert [r["recipient"] for r in done.rows() if r["check"] == "cap"] == ["H-2"]
    schools = write("帮扶人,对象,起", "S-1,S-2,2018-01-01", name="校.csv")
    assert run("pairing", "check", schools, *GX, "--rule", "GX-3.3").status == 0
    several = run("pairing", "check", schools, *GX, "--rule", "GX-1.3")
    assert several.status == 2
    assert "GX-1.3/county_township, GX-1.3/township_village" in several.err
    # a cap for a tier of the policy on which nobody is paired is no error
    given = ("pairing", "check", schools, *GX, "--rule", "GX-3.3", "--cap")
    assert run(*given, "GX-7.6c=2").status == 0
    assert run(*given, "GX-1.3=2").status == 2
    assert run(*given, "GX-3.3=0").status == 2
    assert run(*given, "GX-3.3=1", "--cap", "GX-3.3=2").status == 2


def test_lines_of_one_fault_share_its_number_and_name_their_rows(run: Run, ledger: Path) -> None:
    done = run("pairing", "check", ledger, *GX, "--format", "jsonl")
    found = [(r["fault"], r["row"]) for r in done.rows() if r["check"] == "one_to_one"]
    assert len({number for number, _ in found}) == 1
    assert [row for _, row in found] == [2, 3]
    table = run("pairing", "check", ledger, *GX).out
    assert "序号 fault" in table
    assert "台账行 row" in table


def test_a_member_listed_twice_is_named_by_file_and_row(run: Run, write: Write) -> None:
    ledger = write("帮扶人,对象,起,条款", "C-0001,H-0001,2018-01-01,VL-5", name="户.csv")
    members = write(
        "编号,类别", "C-0001,帮扶干部", "C-0002,帮扶干部", "C-0001,帮扶干部", "H-0001,贫困户",
        name="各方.csv",
    )  # fmt: skip
    households = write("户编号,建档立卡", "H-0001,是", name="户册.csv")
    done = run("pairing", "check", ledger, *GX, "--members", members, "--households", households)
    assert done.status == 1
    first, second = done.err.splitlines()[-2:]
    assert "各方.csv, 第 4 行 row 4" in first
    assert "is in 各方.csv, 第 2 行 row 2" in first
    assert "各方.csv, 第 5 行 row 5" in second
    assert "is in 户册.csv" in second
    assert "0001" not in done.err


def test_a_helpers_sheet_asks_which_of_two_namesakes(run: Run, write: Write) -> None:
    ledger = write(
        "帮扶人,对象,起,条款", "1,2,2018-01-01,GX-7.6c", "1,2,2018-01-01,VL-5", name="台账.csv"
    )
    bare = write("帮扶人,对象,走访日期", "1,2,2018-01-05", name="走访.csv")
    asked = ("--on", "2018-01-31", "--obligation", "VL-5/visits", "--clause", "VL-5",
             "--clause", "GX-7.6c", "--format", "jsonl")  # fmt: skip
    done = run("pairing", "visits", ledger, bare, *VILLAGES, *asked)
    assert done.status == 1
    assert "row 2: expected to be told who is meant: helper_party" in done.err
    told = write("帮扶人,帮扶人类别,对象,走访日期", "1,帮扶干部,2,2018-01-05", name="走访2.csv")
    whose = ("pairing", "visits", ledger, told, *VILLAGES, *asked, "--helper", "1")
    assert run(*whose).status == 2
    (row,) = run(*whose, "--helper-party", "cadre").rows()
    assert (row["tier"], row["done"]) == ("VL-5", ["2018-01"])
