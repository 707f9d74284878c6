"""The plans against the cases worked out by hand from their texts."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.policies import policy
from support.policy_cases import CASES, Case, load_cases, read_cases

MODULES = import_module("jiaoyu_fupin.policies").REGISTRY
WORKED_OUT = [
    (plan, case)
    for id_, module in MODULES.items()
    for plan in [policy(id_)]
    for case in load_cases(CASES / module, plan)
]


@pytest.mark.parametrize(
    ("plan", "case"), WORKED_OUT, ids=[f"{plan.id}: {case.name.en}" for plan, case in WORKED_OUT]
)
def test_case(plan: Policy, case: Case) -> None:
    assert case.found(plan) == case.expected


@pytest.mark.parametrize("id_", MODULES)
def test_every_benefit_has_cases_due_not_due_and_undetermined(id_: str) -> None:
    met = {
        (expected["benefit"], expected["outcome"])
        for plan, case in WORKED_OUT
        if plan.id == id_
        for expected in case.expected
    }
    lacking = {
        (benefit.id, outcome)
        for benefit in policy(id_).benefits()
        for outcome in ("entitled", "not_entitled", "undetermined")
    } - met
    assert not lacking


FILE = """\
[file]
zh = "建档立卡寄宿生另增500元"
en = "The extra 500 yuan of registered boarders"
clauses = [{ id = "GZ-5b", at = "篇三 三(二)5" }]

[[case]]
zh = "建档立卡的小学寄宿生另得500元"
en = "A registered primary boarder has 500 yuan more"
on = 2016-09-01
student = { stage = "primary", boarding = true, registered = true, school_county = "360735" }
expect = [
  { benefit = "GZ-5b", outcome = "entitled", basis = "fixed", lower = "500.00", upper = "500.00", per = "school_year" },
]

[[case]]
zh = "建档立卡的非寄宿生不享受"
en = "A registered day pupil has no claim"
on = 2016-09-01
why = { zh = "须寄宿。", en = "Boarding is required." }
student = { boarding = false }
expect = [{ benefit = "GZ-5b", outcome = "not_entitled", per = "school_year" }]
"""
GANZHOU = policy("ganzhou-2015")


def test_a_case_has_a_name_in_both_languages_and_stands_by_its_clause(tmp_path: Path) -> None:
    (tmp_path / "GZ-5b.toml").write_text(FILE, encoding="utf-8")
    first, second = load_cases(tmp_path, GANZHOU)
    assert first.name.zh == "建档立卡的小学寄宿生另得500元"
    assert second.name.en == "A registered day pupil has no claim"
    assert (first.found(GANZHOU), second.found(GANZHOU)) == (first.expected, second.expected)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("篇三 三(二)5", "篇三 三(二)4", "GZ-5b: GZ-5b is at 篇三 三(二)5, not at 篇三 三(二)4"),
        ('id = "GZ-5b"', 'id = "GZ-5z"', "GZ-5b: no policy has a clause GZ-5z"),
        (
            'benefit = "GZ-5b"',
            'benefit = "GZ-5a/living"',
            "GZ-5b: a case asks for GZ-5a; name that",
        ),
        (
            'benefit = "GZ-5b"',
            'benefit = "GZ-5a/living"',
            "clause GZ-5b is named, and no case asks",
        ),
        (
            'zh = "建档立卡的非寄宿生不享受"\n',
            "",
            "no zh name: A registered day pupil has no claim",
        ),
        (
            "建档立卡的非寄宿生不享受",
            "A day pupil",
            "no zh name: A registered day pupil has no claim",
        ),
        ('en = "A registered day pupil has no claim"', 'en = " "', "no en name: "),
        ('zh = "建档立卡寄宿生另增500元"\n', "", "no zh name: The extra 500 yuan of registered"),
        (
            'why = { zh = "须寄宿。", en',
            "why = { en",
            "no zh in why = { zh = …, en = … }: A registered day",
        ),
        (
            '{ zh = "须寄宿。", en = "Boarding is required." }',
            '"须寄宿。"',
            "no en in why = { zh = …, en",
        ),
        (FILE.partition("\n\n")[0], "", "no zh name: [file]"),
        (
            "建档立卡的非寄宿生不享受",
            "建档立卡的小学寄宿生另得500元",
            "2 have the zh name: 建档立卡的小",
        ),
        (
            "A registered day pupil has no claim",
            "A registered primary boarder has 500 yuan more",
            "2 have the en name: A registered primary",
        ),
    ],
)
def test_a_file_is_refused_that_nobody_could_sign(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in FILE
    (tmp_path / "GZ-5b.toml").write_text(FILE.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)):
        read_cases(tmp_path, [GANZHOU])


def test_a_name_stands_once_in_all_files_of_a_folder_and_all_faults_are_told(
    tmp_path: Path,
) -> None:
    for stem in ("GZ-5b", "copy"):
        (tmp_path / f"{stem}.toml").write_text(FILE, encoding="utf-8")
    with pytest.raises(ValueError, match="have the") as caught:
        read_cases(tmp_path, [GANZHOU])
    assert len(str(caught.value).splitlines()) == 6
