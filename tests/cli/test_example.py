"""The made-up county: it can be made again, nobody in it exists, and its answers are those of the oracle."""

import csv
import datetime
import importlib.util
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from stdnum.cn import ric

from jiaoyu_fupin.data import example_roster
from jiaoyu_fupin.people.doubts import known_county
from oracle import ganzhou as oracle

Run = Callable[..., Any]

RECIPE = Path(__file__).parents[2] / "docs" / "examples" / "make_example_county.py"
ON = datetime.date(2016, 9, 1)
GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")
WRONG = {"S-0038", "S-0087", "S-0124", "S-0171", "S-0220", "S-0263"}
YES_NO = {"是": True, "否": False}


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_example_county", RECIPE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def students() -> list[dict[str, str]]:
    with example_roster().open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_recipe_gives_the_file(recipe: ModuleType) -> None:
    assert recipe.text().encode() == example_roster().read_bytes()


def test_nobody_in_it_exists(students: list[dict[str, str]]) -> None:
    """No area has the code the identity numbers begin with, and every name counts up with its id."""
    numbers = [s["证件号码"] for s in students if s["证件号码"]]
    assert len(students) == 300
    assert len(numbers) > 100
    assert all(number.startswith("99") and not known_county(number) for number in numbers)
    assert all(ric.calc_check_digit(number) == number[-1] for number in numbers)
    assert all(s["姓名"].endswith(s["学籍号"].removeprefix("S-")) for s in students)


def test_all_stages_and_all_counties_are_real(students: list[dict[str, str]]) -> None:
    assert {s["学段"] for s in students} - {"小学生"} == {
        "学前", "小学", "初中", "普高", "中职", "预科", "高职", "本科", "研究生"
    }  # fmt: skip
    codes = {s[c] for s in students for c in ("学校县代码", "户籍县代码")} - {"", "36078"}
    assert all(map(known_county, codes))
    assert {"360782", "360721"} < codes  # codes of before 2013 and 2016


# header: the oracle's name and how a cell is read, written down here again
FACTS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "出生日期": (
        "birth_date",
        lambda cell: datetime.datetime.strptime(
            cell, "%Y年%m月%d日" if "年" in cell else "%Y-%m-%d" if "-" in cell else "%Y%m%d"
        ).date(),
    ),
    "学段": ("stage", dict(zip(("学前", "小学", "初中", "普高", "中职", "预科", "高职", "本科", "研究生"), oracle.LABELS["stage"], strict=True)).__getitem__),
    "困难等级": ("hardship", {"不困难": "none", "一般困难": "ordinary", "困难": "hard", "特别困难": "special"}.__getitem__),
    "专业类别": ("major", {"涉农": "agriculture", "艺术表演": "performing_arts", "其他": "other"}.__getitem__),
    "户籍类别": ("hukou", {"农村": "rural", "县镇": "county_town", "城市": "urban"}.__getitem__),
    "学校层级": ("school_level", {"市级": "city", "县城": "county", "乡镇": "township", "村": "village", "教学点": "teaching_point"}.__getitem__),
    "办学性质": ("ownership", {"公办": "public", "民办": "private"}.__getitem__),
    "寄宿": ("boarding", {"住校": True, "走读": False}.__getitem__),
    "年级": ("grade", int),
    "录取年份": ("admitted_year", int),
    "在校天数": ("school_days", int),
    "学费": ("tuition", Decimal),
    "杂费": ("misc_fee", Decimal),
    "保教费": ("care_fee", Decimal),
    "学校县代码": ("school_county", str),
    "户籍县代码": ("home_county", str),
    "建档立卡": ("registered", YES_NO.__getitem__),
    "全日制": ("full_time", YES_NO.__getitem__),
    "正式学籍": ("formal_roll", YES_NO.__getitem__),
    "贫困村": ("poor_village", YES_NO.__getitem__),
    "农村低保": ("rural_dibao", YES_NO.__getitem__),
    "农村特困": ("rural_tekun", YES_NO.__getitem__),
    "孤儿": ("orphan", YES_NO.__getitem__),
    "烈士子女": ("martyr_child", YES_NO.__getitem__),
    "残疾": ("disabled", YES_NO.__getitem__),
    "符合入学资助条件": ("entry_grant_eligible", YES_NO.__getitem__),
    "学校在贫困村": ("school_in_poor_village", YES_NO.__getitem__),
    "普惠": ("inclusive", YES_NO.__getitem__),
    "县级审批": ("school_approved", YES_NO.__getitem__),
}  # fmt: skip


def facts(student: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: read(student[header])
        for header, (name, read) in FACTS.items()
        if student[header] not in {"", "待核"}
    }


def expected(student: Mapping[str, str], reading: str) -> list[dict[str, Any]]:
    """The rows that the oracle's answers come to."""

    def yuan(amount: Decimal | None) -> str | None:
        return None if amount is None else f"{amount:.2f}"

    answers = oracle.assess(facts(student), ON, reading)
    return [
        {
            "subject_id": student["学籍号"],
            "benefit": benefit,
            "outcome": answer.outcome,
            "basis": answer.basis,
            "lower": yuan(answer.lower),
            "upper": yuan(answer.upper),
            "amount_missing": list(answer.amount_missing),
            "average": yuan(answer.average),
            "per": answer.per,
            "missing": list(answer.missing),
        }
        for benefit, answer in answers.items()
    ]


@pytest.mark.parametrize("reading", ["as-written", "in-force"])
def test_every_answer_is_the_oracles(
    run: Run, students: list[dict[str, str]], tmp_path: Path, reading: str
) -> None:
    options = ("--format", "jsonl", "--rejects", tmp_path / "rejects.csv", "--reading", reading)
    ran = run("assess", example_roster(), *GANZHOU, *options)
    good = [s for s in students if s["学籍号"] not in WRONG]
    assert ran.status == 1
    assert len(good) == 294
    assert ran.rows() == [row for student in good for row in expected(student, reading)]


def test_six_rows_are_wrong_each_in_another_way(run: Run) -> None:
    ran = run("assess", example_roster(), *GANZHOU)
    assert (ran.status, ran.out) == (1, "")
    codes = [line.split("]")[0].lstrip("[") for line in ran.err.splitlines()]
    assert codes == ["bad_date", "bad_label", "bad_money", "bad_code", "date_in_future", "no_mark"]


def test_the_example_shows_the_whole_way(run: Run) -> None:
    ran = run("example")
    assert (ran.status, ran.err) == (0, "")
    assert "300 行 rows, 剔除 set aside: 6" in ran.out
    assert "? 建档立卡：未知" in ran.out
    assert "? of a registered household: unknown" in ran.out
    english = run("example", "--lang", "en").out
    assert "? of a registered household: unknown" in english
    assert "? 建档立卡：未知" not in english
    assert not [s for s in ("S-0001", "学生乙0001", "990781") if s in ran.out]


def test_the_examples_total_is_the_oracles(run: Run, students: list[dict[str, str]]) -> None:
    """GZ-5b: 500 yuan for each entitled head, up to 500 more for each undetermined one."""
    found = [
        oracle.assess(facts(s), ON)["GZ-5b"].outcome for s in students if s["学籍号"] not in WRONG
    ]
    due, wait = found.count("entitled"), found.count("undetermined")
    line = next(x for x in run("example").out.splitlines() if x.startswith("GZ-5b "))
    assert line.split()[1:3] == [str(due), str(wait)]
    assert f"[{500 * due}.00, {500 * (due + wait)}.00] yuan a school year" in line


def test_policies_name_what_they_leave_open(run: Run) -> None:
    ran = run("policies")
    assert ran.status == 0
    for said in ("ganzhou-2015", "GZ-5a/living_day", "urban_hardship_counts", "2015-01-01"):
        assert said in ran.out


def test_stale_figures(run: Run) -> None:
    """By autumn 2021 the grants of 1500 had become 2000, the loan 12000 and the meal of 4 yuan 5."""
    ran = run("stale", "--policy", "ganzhou-2015", "--term", "2021秋")
    rows = [line.split()[:4] for line in ran.out.splitlines()[2:]]
    assert ran.status == 0
    assert rows == [
        ["GZ-5c", "4", "5", "2021-09-01"],
        ["GZ-6", "1500", "2000", "2015-03-01"],
        ["GZ-7b", "1500", "2000", "2015-03-01"],
        ["GZ-8b/loan", "8000", "12000", "2021-09-01"],
    ]
    none = run("stale", "--policy", "ganzhou-2015", "--on", "2015-02-28")
    assert (none.status, none.out) == (0, "")
