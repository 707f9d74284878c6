"""A whole roster: columns found, every bad cell reported, good rows kept, everything recorded."""

import datetime
import itertools
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from jiaoyu_fupin.people import SUBJECTS, Farmer, Household, School, Student, Teacher, key_of
from jiaoyu_fupin.people.doubts import DoubtCode
from jiaoyu_fupin.people.fact import FrozenMap, Kind, specs
from jiaoyu_fupin.people.labels import Stage
from jiaoyu_fupin.rosters import read_roster, write_rejects
from jiaoyu_fupin.rules.facts import own_flag, own_whole
from jiaoyu_fupin.values.errors import CallError, Code, DataError

Write = Callable[..., Path]
ON = datetime.date(2016, 9, 1)


def problems_of(path: Any, **options: Any) -> list[tuple[Code, str]]:
    with pytest.raises(DataError) as caught:
        read_roster(path, **options)
    return [(p.code, p.where) for p in caught.value.problems]


# columns


def test_columns_are_found_by_either_name_in_any_order(write: Write) -> None:
    rows = {"student_id": "S-0001", "stage": "小学", "orphan": "是", "tuition": "12.5"}
    zh = {"student_id": "学籍号", "stage": "学段", "orphan": "孤儿", "tuition": "学费"}
    frames = []
    for order in itertools.permutations(rows):
        for names in ({n: n for n in rows}, zh):
            path = write([names[n] for n in order], [rows[n] for n in order])
            frames.append(read_roster(path, columns=list(rows)).frame)
    assert all(frame.equals(frames[0]) for frame in frames)
    assert frames[0].row(0, named=True) == {
        "student_id": "S-0001",
        "stage": "primary",
        "orphan": True,
        "tuition": Decimal("12.50"),
    }


def test_a_frame_has_every_requested_column_with_its_own_type(write: Write) -> None:
    path = write(
        "学籍号,学段,年级,孤儿,学费,出生日期,户籍县代码",
        ["S-1", "小学", "2", "否", "1", "2012-02-09", "010203"],
    )
    asked = [
        "学段",
        "grade",
        "orphan",
        "tuition",
        "birth_date",
        "home_county",
        "lodging",
        "boarding",
    ]
    frame = read_roster(path, columns=asked, on=ON).frame
    assert dict(frame.schema) == {
        "student_id": pl.String,
        "birth_date": pl.Date,
        "stage": pl.String,
        "grade": pl.Int64,
        "boarding": pl.Boolean,
        "home_county": pl.String,
        "orphan": pl.Boolean,
        "tuition": pl.Decimal(38, 2),
        "lodging": pl.Decimal(38, 2),
    }
    assert frame.row(0) == (
        "S-1",
        datetime.date(2012, 2, 9),
        "primary",
        2,
        None,
        "010203",
        False,
        Decimal("1.00"),
        None,
    )


def test_headers_that_ask_whether(write: Write) -> None:
    path = write(
        "学籍号,是否建档立卡,是否有残疾,是否有孤儿",
        ["S-1", "否", "无", "有"],
        ["S-2", "是", "有", "否"],
    )
    frame = read_roster(path, columns=["registered", "disabled", "orphan"]).frame
    assert frame.rows() == [("S-1", False, True, False), ("S-2", True, False, True)]


def test_a_question_about_a_column_that_is_no_yes_or_no_stays_unknown(write: Write) -> None:
    path = write("学籍号,是否学段", ["S-1", "小学"])
    assert read_roster(path).receipt.unknown == ("是否学段",)


def test_a_teachers_headers_that_begin_with_has(write: Write) -> None:
    path = write("教师编号,是否有助学贷款,是否有教师资格", ["T-1", "有", "无"])
    frame = read_roster(path, subject=Teacher, columns=["has_student_loan", "qualified"]).frame
    assert frame.row(0, named=True) == {
        "teacher_id": "T-1",
        "qualified": False,
        "has_student_loan": True,
    }


def test_a_header_that_asks_nothing_is_not_answered_with_has(write: Write) -> None:
    path = write("教师编号,有助学贷款", ["T-1", "有"])
    assert [code for code, _ in problems_of(path, subject=Teacher)] == [Code.BAD_BOOLEAN]


def test_two_columns_for_one_fact_are_an_error_that_names_both(write: Write) -> None:
    path = write("学籍号,学段,stage,孤儿,是否孤儿", ["S-1", "小学", "小学", "是", "是"])
    with pytest.raises(DataError) as caught:
        read_roster(path)
    assert [p.code for p in caught.value.problems] == [Code.DUPLICATE_COLUMN, Code.DUPLICATE_COLUMN]
    assert "column 2 “学段” and column 3 “stage”" in str(caught.value)
    assert "column 4 “孤儿” and column 5 “是否孤儿”" in str(caught.value)


def test_unknown_columns_are_listed_and_a_near_one_is_noticed(write: Write) -> None:
    path = write("学籍号,学断,备注,", ["S-1", "小学", "x", ""])
    roster = read_roster(path)
    assert roster.receipt.unknown == ("学断", "备注", "")
    (notice,) = [n.en for n in roster.notices if "学断" in n.en]
    assert "was not read; did you mean" in notice
    assert "学段 (stage)" in notice
    assert not [n for n in roster.notices if "备注" in n.en]


def test_unknown_columns_are_handed_back_untouched_when_asked_for(write: Write) -> None:
    path = write("备注,学籍号", [" 不详 ", "S-1"], ["", "S-2"])
    assert read_roster(path, columns=(), keep=["备注"]).frame.rows() == [
        ("S-1", " 不详 "),
        ("S-2", ""),
    ]
    with pytest.raises(CallError, match="备注"):
        read_roster(path, keep=["备住"])
    with pytest.raises(CallError, match="unknown column"):
        read_roster(path, keep=["学段"])


def test_identity_is_loaded_only_when_asked_for_and_other_columns_are_not_even_parsed(
    write: Write,
) -> None:
    path = write(
        "学籍号,姓名,证件号码,户编号,学段",
        ["S-1", "某某", "999999201201010017", "H-1", "no stage at all"],
    )
    roster = read_roster(path, columns=["orphan"])
    assert roster.frame.columns == ["student_id", "orphan"]
    assert roster.receipt.not_loaded == ("name", "id_number", "household_id", "stage")
    assert not {"name", "id_number", "household_id"} & set(
        read_roster(path, on_error="set_aside").frame.columns
    )
    assert read_roster(path, columns=["姓名"]).frame.row(0, named=True) == {
        "student_id": "S-1",
        "name": "某某",
    }


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"columns": ["stag"]}, "did you mean stage"),
        ({"blank_is_no": ["孤"]}, "孤儿"),
        ({"blank_is_no": ["stage"]}, "yes-or-no"),
        ({"blank_is_no": "orphan"}, "list"),
        ({"assuming": {"grad": 1}}, "grade"),
        ({"assuming": {"grade": 0}}, "from 1"),
        ({"assuming": {"grade": 1, "年级": 2}}, "one value"),
        ({"assuming": {"stage": "小学生"}}, "小学"),
        ({"assuming": {"orphan": None}}, "known value"),
        ({"assuming": {"orphan": "不详"}}, "known value"),
        ({"assuming": {"student_id": "S-1"}}, "key"),
        ({"on": ON, "assuming": {"birth_date": "2017-01-01"}}, "2016-09-01"),
        ({"encoding": "latin-1"}, "gb18030"),
        ({"on_error": "ignore"}, "set_aside"),
        ({"own": (own_flag(Student, "orphan", "孤", "orphan"),)}, r"孤儿 \(orphan\)"),
        (
            {"own": tuple(own_flag(Student, "ferry", zh, "ferry") for zh in ("渡口", "过渡"))},
            r"渡口 \(ferry\)",
        ),
    ],
)
def test_calls_that_cannot_be_carried_out(write: Write, options: dict[str, Any], says: str) -> None:
    with pytest.raises(CallError, match=says):
        read_roster(write("学籍号", ["S-1"]), **options)


def test_every_name_that_is_wrong_in_a_call_is_named_and_no_other(write: Write) -> None:
    path = write("学籍号", ["S-1"])
    with pytest.raises(CallError) as caught:
        read_roster(
            path,
            columns=["x"],
            blank_is_no=["y"],
            assuming={"z": 1, "stage": "小学"},
            keep=["grade"],
        )
    assert [p.value for p in caught.value.problems] == ["x", "y", "z", "grade"]


def test_a_policys_own_facts_are_further_columns(write: Write) -> None:
    own = (
        own_flag(Student, "twin", "双胞胎", "twin"),
        own_whole(Student, "siblings", "兄弟姐妹数", "siblings"),
    )
    path = write("学籍号,是否双胞胎,siblings", ["S-1", "是", ""], ["S-2", "", "2"])
    roster = read_roster(path, own=own, columns=["twin", "siblings"])
    assert roster.frame.rows() == [("S-1", True, None), ("S-2", None, 2)]
    assert [s.extra for s in roster.subjects()] == [
        FrozenMap({"twin": True}),
        FrozenMap({"siblings": 2}),
    ]
    elsewhere = (own_flag(Teacher, "twin", "双胞胎", "twin"),)
    assert "是否双胞胎" in read_roster(path, own=elsewhere).receipt.unknown


# subjects


CELLS = {
    Kind.FLAG: "是",
    Kind.WHOLE: "7",
    Kind.MONEY: "12.5",
    Kind.DATE: "1999年1月2日",
    Kind.WORDS: "0012",
}


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=lambda s: s.__name__)
def test_every_fact_of_every_kind_of_subject_is_read(write: Write, subject: Any) -> None:
    facts = specs(subject)
    cells, values = [], {}
    for name, spec in facts.items():
        cell = "123456789"[: spec.digits] if spec.kind is Kind.CODE else CELLS.get(spec.kind, "")
        values[name] = {
            Kind.FLAG: True,
            Kind.WHOLE: 7,
            Kind.MONEY: Decimal("12.5"),
            Kind.DATE: datetime.date(1999, 1, 2),
        }.get(spec.kind, cell)
        if spec.labels:
            last = list(spec.labels)[-1]
            cell, values[name] = last.zh, last
        cells.append(cell)
    path = write([spec.text.zh for spec in facts.values()], cells)
    roster = read_roster(path, subject=subject, columns=list(facts), on=ON)
    assert list(roster.subjects()) == [subject(**values)]


def test_the_typed_subjects_hold_only_what_was_read(write: Write) -> None:
    path = write("学籍号,姓名,学段", ["S-1", "某某", "小学"], ["S-2", "某某", ""])
    assert list(read_roster(path).subjects()) == [
        Student("S-1", stage=Stage.PRIMARY),
        Student("S-2"),
    ]


# rows


def test_every_bad_cell_is_reported_at_once_in_the_order_of_the_file(write: Write) -> None:
    path = write(
        "学籍号,学段,孤儿,学费,出生日期,户籍县代码",
        ["S-1", "小学生", "无", "1,000", "2017-09-01", "36"],
        ["S-2", "小学", "是", "1", "2012-09-01", "360721"],
        ["", "大学生", "是", "1", "2012-09-01", "360721"],
    )
    assert problems_of(path, on=ON) == [
        (Code.BAD_LABEL, "roster.csv, 第 2 行 row 2, 学段 (stage)"),
        (Code.NO_MARK, "roster.csv, 第 2 行 row 2, 孤儿 (orphan)"),
        (Code.BAD_MONEY, "roster.csv, 第 2 行 row 2, 学费 (tuition)"),
        (Code.DATE_IN_FUTURE, "roster.csv, 第 2 行 row 2, 出生日期 (birth_date)"),
        (Code.BAD_CODE, "roster.csv, 第 2 行 row 2, 户籍县代码 (home_county)"),
        (Code.REQUIRED, "roster.csv, 第 4 行 row 4, 学籍号 (student_id)"),
        (Code.BAD_LABEL, "roster.csv, 第 4 行 row 4, 学段 (stage)"),
    ]


def test_an_error_shows_value_and_expectation(write: Write) -> None:
    with pytest.raises(DataError) as caught:
        read_roster(write("学籍号,学段", ["S-1", "小学生"]))
    text = str(caught.value)
    assert "“小学生”" in text
    assert "小学 (primary)" in text


def test_bad_rows_are_set_aside_and_the_rest_goes_on(write: Write) -> None:
    path = write(
        "学籍号,学段,学费",
        ["S-1", "小学", "x"],
        ["S-2", "小学", "1"],
        ["S-3", "??", "y"],
        ["S-4"],
        ["S-5", "", ""],
    )
    roster = read_roster(path, columns=["stage", "tuition"], on_error="set_aside")
    assert roster.frame.rows() == [("S-2", "primary", Decimal("1.00")), ("S-5", None, None)]
    assert roster.rows == (3, 6)
    assert [(r.row, r.cells, [p.code for p in r.problems]) for r in roster.rejects] == [
        (2, ("S-1", "小学", "x"), [Code.BAD_MONEY]),
        (4, ("S-3", "??", "y"), [Code.BAD_LABEL, Code.BAD_MONEY]),
        (5, ("S-4",), [Code.RAGGED_ROW]),
    ]
    assert [p.code for p in roster.problems] == [
        Code.BAD_MONEY,
        Code.BAD_LABEL,
        Code.BAD_MONEY,
        Code.RAGGED_ROW,
    ]
    assert (roster.receipt.rows_read, roster.receipt.rows_set_aside) == (5, 3)


def test_every_row_of_a_repeated_key_is_an_error_naming_the_others(write: Write) -> None:
    path = write("学籍号", ["S-8"], ["S-77"], [" S-8 "], ["S-9"], ["S-8"])
    with pytest.raises(DataError) as caught:
        read_roster(path)
    found = caught.value.problems
    assert [p.code for p in found] == [Code.DUPLICATE] * 3
    assert [("row 2," in p.where, "row 4," in p.where, "row 6," in p.where) for p in found] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert [
        "row 4, 6 " in found[0].expected,
        "row 2, 6 " in found[1].expected,
        "row 2, 4 " in found[2].expected,
    ] == [True] * 3
    assert "S-8" not in str(caught.value)
    assert read_roster(path, on_error="set_aside").rows == (3, 5)


def test_a_key_that_is_everywhere_names_few_other_rows(write: Write) -> None:
    with pytest.raises(DataError) as caught:
        read_roster(write("学籍号", *[["S-1"]] * 3000))
    assert len(caught.value.problems) == 3000
    assert "row 2, 3, 4, 5, 6 … has" in caught.value.problems[-1].expected
    assert "row 2, 3, 4, 5, 7 … has" in caught.value.problems[4].expected


def test_keys_are_compared_across_the_whole_file(write: Write) -> None:
    rows = [[f"S-{n}"] for n in range(1500)]
    path = write("学籍号", *rows, ["S-0"])
    assert problems_of(path) == [
        (Code.DUPLICATE, "roster.csv, 第 2 行 row 2, 学籍号 (student_id)"),
        (Code.DUPLICATE, "roster.csv, 第 1502 行 row 1502, 学籍号 (student_id)"),
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        '学籍号,姓名,孤儿\nS-1,"a\nb",是\n\nS-2,c,坏\nS-3,"""q""",否\n', encoding="utf-8"
    )
    roster = read_roster(path, columns=["name", "orphan"], on_error="set_aside")
    assert roster.rows == (2, 5)
    assert [r.row for r in roster.rejects] == [4]
    assert roster.frame["name"].to_list() == ["a\nb", '"q"']
    assert roster.receipt.empty_lines == 1
    assert any("1 empty line" in n.en for n in roster.notices)


def test_rows_of_other_widths_are_errors(write: Write) -> None:
    path = write("学籍号,孤儿", ["S-1"], ["S-2", "是"], ["S-3", "是", ""])
    assert problems_of(path) == [
        (Code.RAGGED_ROW, "roster.csv, 第 2 行 row 2"),
        (Code.RAGGED_ROW, "roster.csv, 第 4 行 row 4"),
    ]


def test_a_header_alone_is_a_roster_of_no_rows(write: Write) -> None:
    roster = read_roster(write("学籍号,学段"), columns=["stage", "grade"])
    assert roster.frame.shape == (0, 3)
    assert list(roster.subjects()) == []
    assert roster.receipt.rows_read == 0


# what the caller says of blanks and unknowns


def test_a_blank_is_no_only_where_the_caller_says_so(write: Write) -> None:
    path = write(
        "学籍号,孤儿,残疾",
        ["S-1", "√", "√"],
        ["S-2", "", ""],
        ["S-3", "不详", "否"],
        ["S-4", "\u3000", ""],
    )
    plain = read_roster(path, columns=["orphan", "disabled", "minority"])
    assert plain.frame["orphan"].to_list() == [True, None, None, None]
    told = read_roster(
        path, columns=["orphan", "disabled", "minority"], blank_is_no=["孤儿", "minority"]
    )
    assert told.frame["orphan"].to_list() == [True, False, None, False]
    assert told.frame["disabled"].to_list() == [True, None, False, None]
    assert told.frame["minority"].to_list() == [False] * 4
    assert dict(told.receipt.blank_is_no) == {"orphan": 2, "minority": 4}
    assert dict(plain.receipt.blank_is_no) == {}
    assert told.receipt.absent == ("minority",)


def test_unknown_cells_are_filled_in_with_what_the_caller_assumes(write: Write) -> None:
    path = write("学籍号,孤儿,学段", ["S-1", "√", ""], ["S-2", "", "初中"], ["S-3", "不详", "未知"])
    roster = read_roster(
        path,
        columns=["orphan", "stage", "grade", "tuition"],
        blank_is_no=["orphan"],
        assuming={"orphan": True, "学段": Stage.PRIMARY, "grade": "2", "tuition": 12},
    )
    assert roster.frame.drop("student_id").rows() == [
        ("primary", 2, True, Decimal("12.00")),
        ("junior", 2, False, Decimal("12.00")),
        ("primary", 2, True, Decimal("12.00")),
    ]
    assert dict(roster.receipt.assumed) == {"orphan": 1, "stage": 2, "grade": 3, "tuition": 3}


def test_a_bad_cell_is_no_unknown_one(write: Write) -> None:
    path = write("学籍号,孤儿", ["S-1", "坏"], ["S-2", ""])
    roster = read_roster(path, columns=["orphan"], assuming={"orphan": False}, on_error="set_aside")
    assert roster.frame.rows() == [("S-2", False)]
    assert dict(roster.receipt.assumed) == {"orphan": 1}


def test_what_is_said_of_a_column_that_is_not_needed_is_noticed(write: Write) -> None:
    roster = read_roster(write("学籍号", ["S-1"]), columns=["stage"], blank_is_no=["orphan"])
    assert any("orphan" in n.en and "not needed" in n.en for n in roster.notices)
    assert roster.frame.columns == ["student_id", "stage"]


def test_a_column_of_ticks_and_blanks_is_noticed(write: Write) -> None:
    path = write(
        "学籍号,孤儿,残疾,少数民族",
        ["S-1", "√", "√", "√"],
        ["S-2", "", "否", "√"],
        ["S-3", " ", "", "√"],
    )
    noticed = [n.en for n in read_roster(path).notices]
    assert [n for n in noticed if "--blank-is-no" in n] == [
        "孤儿 (orphan) holds only ticks and blanks; a blank is unknown. If it means no, say --blank-is-no orphan."
    ]
    assert not read_roster(path, blank_is_no=["orphan"]).notices


# doubts


def test_doubts_are_gathered_over_the_columns_that_were_read(write: Write) -> None:
    rows = [[f"S-{n}", "1966-01-01", "学前", "360721", "999999"] for n in range(7)]
    path = write("学籍号,出生日期,学段,户籍县代码,学校县代码", *rows, ["S-8", "", "小学", "", ""])
    roster = read_roster(
        path, on=ON, columns=["birth_date", "stage", "home_county", "school_county"]
    )
    assert [(d.code, d.columns, d.count, d.first_rows) for d in roster.doubts] == [
        (DoubtCode.AGE_AND_STAGE, ("stage", "birth_date"), 7, (2, 3, 4, 5, 6)),
        (DoubtCode.UNKNOWN_COUNTY, ("school_county",), 7, (2, 3, 4, 5, 6)),
    ]
    assert read_roster(path, columns=["birth_date", "stage"]).doubts == ()
    assert len(roster.frame) == 8


def test_doubts_name_rows_of_the_file_also_when_rows_are_set_aside(write: Write) -> None:
    path = write("户编号,建档立卡,边缘户", ["H-1", "是", "?"], ["H-2", "是", "是"])
    roster = read_roster(path, subject=Household, on_error="set_aside")
    assert [(d.code, d.first_rows) for d in roster.doubts] == [
        (DoubtCode.REGISTERED_AND_MARGINAL, (3,))
    ]


# rejects


def test_rejects_are_written_for_their_owner_alone_with_cells_and_reasons(
    write: Write, tmp_path: Path
) -> None:
    path = write(
        "姓名,学籍号,学段", ["某某", "S-1", " 小学生"], ["某某", "S-2", "小学"], ["x", "S-3"]
    )
    roster = read_roster(path, on_error="set_aside")
    target = tmp_path / "rejects.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o644)
    write_rejects(roster, target)
    assert target.stat().st_mode & 0o777 == 0o600
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "行号 row,原因 reasons,姓名,学籍号,学段"
    assert lines[1].startswith("2,")
    assert lines[1].endswith("某某,S-1, 小学生")
    assert "bad_label" in lines[1]
    assert lines[2].startswith("4,")
    assert lines[2].endswith("x,S-3")
    assert len(lines) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["rejects.csv", "roster.csv"]


def test_rejects_put_right_can_be_read_again(write: Write, tmp_path: Path) -> None:
    roster = read_roster(write("学籍号,学段", ["S-1", "小学生"]), on_error="set_aside")
    target = tmp_path / "rejects.csv"
    write_rejects(roster, target)
    target.write_text(
        target.read_text(encoding="utf-8").replace("S-1,小学生", "S-1,小学"), encoding="utf-8"
    )
    assert read_roster(target, columns=["stage"]).frame.rows() == [("S-1", "primary")]


def test_rejects_never_overwrite_the_roster_and_need_a_place(write: Write, tmp_path: Path) -> None:
    path = write("学籍号", ["S-1"])
    roster = read_roster(path)
    for target in (path, tmp_path, tmp_path / "nowhere" / "r.csv"):
        with pytest.raises(CallError):
            write_rejects(roster, target)
    assert path.read_text(encoding="utf-8").startswith("学籍号")


@pytest.mark.parametrize("subject", [Student, Teacher, School, Household, Farmer])
def test_the_key_is_always_read(write: Write, subject: Any) -> None:
    key = specs(subject)[key_of(subject)]
    roster = read_roster(write([key.text.zh], ["0007"]), subject=subject, columns=())
    assert roster.frame.rows() == [("0007",)]
