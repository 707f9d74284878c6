"""What one cell says of one fact."""

import datetime
from decimal import Decimal
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin.people import SUBJECTS, Household, School, Student, Teacher
from jiaoyu_fupin.people.fact import FactSpec, Kind, specs
from jiaoyu_fupin.people.labels import Education, Hardship, HouseholdCategory, SchoolKind, Stage
from jiaoyu_fupin.rosters.aliases import ALIASES, AMBIGUOUS, FLAG_WORDS
from jiaoyu_fupin.rosters.cells import NO_MARKS, UNKNOWN_WORDS, Fault, parse, parse_typed
from jiaoyu_fupin.values.errors import Code

ON = pendulum.date(2016, 9, 1)
SPECS = specs(Student)
ALL_SPECS = [spec for subject in SUBJECTS.values() for spec in specs(subject).values()]


@pytest.mark.parametrize("cell", ["", " ", "\u3000", "不详", " 未知 ", "待核"])
def test_empty_and_the_three_words_are_unknown_for_every_fact(cell: str) -> None:
    assert [parse(cell, spec) for spec in ALL_SPECS] == [None] * len(ALL_SPECS)


@pytest.mark.parametrize(
    ("fact", "cell", "value"),
    [
        ("orphan", "是", True),
        ("orphan", "否", False),
        ("orphan", "√", True),
        ("orphan", "TRUE", True),
        ("orphan", "False", False),
        ("orphan", "1", True),
        ("orphan", "0", False),
        ("orphan", "\u3000是\u3000", True),
        ("boarding", "住校", True),
        ("boarding", "走读", False),
        ("boarding", "否", False),
        ("stage", "primary", Stage.PRIMARY),
        ("stage", "普高", Stage.SENIOR),
        ("stage", "学前教育", Stage.PRESCHOOL),
        ("stage", "幼儿园", Stage.PRESCHOOL),
        ("stage", "普通高中", Stage.SENIOR),
        ("stage", "中等职业", Stage.VOCATIONAL),
        ("stage", "博士", Stage.POSTGRADUATE),
        ("stage", "硕士", Stage.POSTGRADUATE),
        ("hardship", "困难", Hardship.HARD),
        ("birth_date", "2012-09-01", pendulum.date(2012, 9, 1)),
        ("birth_date", "20120901", pendulum.date(2012, 9, 1)),
        ("birth_date", "2012年9月1日", pendulum.date(2012, 9, 1)),
        ("birth_date", "2012年09月01日", pendulum.date(2012, 9, 1)),
        ("birth_date", "1900-01-01", pendulum.date(1900, 1, 1)),
        ("birth_date", "2016-09-01", pendulum.date(2016, 9, 1)),
        ("grade", "1", 1),
        ("grade", "12", 12),
        ("school_days", "0", 0),
        ("school_days", "366", 366),
        ("tuition", "0", Decimal(0)),
        ("tuition", "1000", Decimal(1000)),
        ("tuition", "80.5", Decimal("80.50")),
        ("tuition", "80.05", Decimal("80.05")),
        ("tuition", "9999999999.99", Decimal("9999999999.99")),
        ("home_county", "360721", "360721"),
        ("home_county", "010203", "010203"),
        ("home_township", "340422104", "340422104"),
        ("school_id", "0012", "0012"),
        ("name", "某某", "某某"),
    ],
)
def test_cells_that_fit(fact: str, cell: str, value: object) -> None:
    read = parse(cell, SPECS[fact], on=ON)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("fact", "cell", "code", "says"),
    [
        ("orphan", "有", Code.BAD_BOOLEAN, "是否有"),
        ("orphan", "住校", Code.BAD_BOOLEAN, "是 or 否"),
        ("orphan", "2", Code.BAD_BOOLEAN, ""),
        ("orphan", "yes", Code.BAD_BOOLEAN, ""),
        ("orphan", "是的", Code.BAD_BOOLEAN, ""),
        ("orphan", "无", Code.NO_MARK, "--blank-is-no orphan"),
        ("orphan", "无", Code.NO_MARK, "--assume orphan=VALUE"),
        ("orphan", "/", Code.NO_MARK, "--blank-is-no orphan"),
        ("orphan", "-", Code.NO_MARK, "--blank-is-no orphan"),
        ("grade", "-", Code.NO_MARK, "--assume grade=VALUE"),
        ("tuition", "/", Code.NO_MARK, "--assume tuition=VALUE"),
        ("stage", "无", Code.NO_MARK, "--blank-is-no"),
        ("school_id", "无", Code.NO_MARK, ""),
        ("stage", "小学生", Code.BAD_LABEL, "小学"),
        ("stage", "Primary", Code.BAD_LABEL, "primary"),
        ("stage", "高中", Code.BAD_LABEL, "普高 (senior) or 中职 (vocational)?"),
        ("hardship", "特困", Code.BAD_LABEL, "特困供养"),
        ("hardship", "特困", Code.BAD_LABEL, "特别困难"),
        ("birth_date", "2016-09-02", Code.DATE_IN_FUTURE, "2016-09-01"),
        ("birth_date", "1899-12-31", Code.OUT_OF_RANGE, "1900"),
        ("birth_date", "2015-02-29", Code.BAD_DATE, "2016年9月1日"),
        ("birth_date", "2012/9/1", Code.BAD_DATE, "write 2012-09-01"),
        ("birth_date", "2012-9", Code.BAD_DATE, ""),
        ("birth_date", "41153", Code.BAD_DATE, ""),
        ("grade", "0", Code.OUT_OF_RANGE, "from 1"),
        ("grade", "-1", Code.OUT_OF_RANGE, "from 1"),
        ("grade", "1.0", Code.BAD_NUMBER, "whole number"),
        ("grade", "三", Code.BAD_NUMBER, "whole number"),
        ("grade", "\uff11", Code.BAD_NUMBER, "whole number"),
        ("school_days", "367", Code.OUT_OF_RANGE, "0 to 366"),
        ("admitted_year", "9" * 5000, Code.OUT_OF_RANGE, ""),
        ("tuition", "-1", Code.BAD_MONEY, "not negative"),
        ("tuition", "+1", Code.BAD_MONEY, ""),
        ("tuition", "1,000", Code.BAD_MONEY, "thousands separator"),
        ("tuition", "80.005", Code.BAD_MONEY, "fen"),
        ("tuition", "NaN", Code.BAD_MONEY, ""),
        ("tuition", "inf", Code.BAD_MONEY, ""),
        ("tuition", "1e3", Code.BAD_MONEY, ""),
        ("tuition", ".5", Code.BAD_MONEY, ""),
        ("tuition", "5.", Code.BAD_MONEY, ""),
        ("tuition", "100元", Code.BAD_MONEY, "number alone"),
        ("tuition", "\uff11\uff10\uff10", Code.BAD_MONEY, ""),
        ("tuition", "10000000000", Code.OUT_OF_RANGE, ""),
        ("home_county", "36072", Code.BAD_CODE, "6 digits"),
        ("home_county", "360721101", Code.BAD_CODE, "360721"),
        ("home_county", "36072l", Code.BAD_CODE, "6 digits"),
        ("home_county", "\uff13\uff16\uff10\uff17\uff12\uff11", Code.BAD_CODE, ""),
        ("home_township", "360721", Code.BAD_CODE, "9 digits"),
        ("school_id", "#N/A", Code.WRONG_TYPE, "spreadsheet"),
        ("student_id", "3.60721E+17", Code.WRONG_TYPE, "text"),
    ],
)
def test_cells_that_fit_nothing(fact: str, cell: str, code: Code, says: str) -> None:
    fault = parse(cell, SPECS[fact], on=ON)
    assert isinstance(fault, Fault)
    assert fault.code is code
    assert says in fault.expected + fault.suggestion


@pytest.mark.parametrize("mark", sorted(NO_MARKS))
def test_marks_for_no_are_errors_in_every_column(mark: str) -> None:
    faults = [parse(mark, spec) for spec in ALL_SPECS]
    assert all(isinstance(fault, Fault) and fault.code is Code.NO_MARK for fault in faults)


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [("是否有残疾", True, False), ("是否残疾", Fault, Fault), ("残疾", Fault, Fault)],
)
def test_has_and_has_not_answer_only_whether_there_is(header: str, yes: Any, no: Any) -> None:
    for cell, expected in (("有", yes), ("无", no)):
        value = parse(cell, SPECS["disabled"], header=header)
        assert isinstance(value, Fault) if expected is Fault else value is expected


def test_the_later_name_of_a_category() -> None:
    spec = specs(Household)["category"]
    assert parse("特困供养贫困户", spec) is HouseholdCategory.WUBAO
    assert isinstance(parse("特困", spec), Fault)


def test_one_word_may_be_a_label_of_one_fact_and_an_alias_of_another() -> None:
    assert parse("普高", specs(School)["kind"]) is SchoolKind.SENIOR
    assert parse("幼儿园", specs(School)["kind"]) is SchoolKind.KINDERGARTEN
    assert (
        parse("文盲或半文盲", FactSpec("education", SPECS["stage"].text, Kind.LABEL, Education))
        is Education.NONE
    )


def test_no_alias_contradicts_a_label_an_unknown_word_or_an_ambiguous_one() -> None:
    for labels, words in ALIASES.items():
        own = {member.value for member in labels} | {member.zh for member in labels}
        assert not own & words.keys()
        assert not UNKNOWN_WORDS & words.keys()
        assert not NO_MARKS & words.keys()
        assert not words.keys() & AMBIGUOUS.get(labels, {}).keys()
        assert all(isinstance(member, labels) for member in words.values())
    assert set(FLAG_WORDS) <= {spec.name for spec in ALL_SPECS if spec.kind is Kind.FLAG}


@pytest.mark.parametrize(
    ("fact", "cell", "value"),
    [
        ("orphan", True, True),
        ("orphan", 0, False),
        ("grade", 3, 3),
        ("grade", 3.0, 3),
        ("tuition", 80.5, Decimal("80.5")),
        ("tuition", 1000, Decimal(1000)),
        ("tuition", Decimal("12.500"), Decimal("12.5")),
        ("tuition", Decimal("1E+3"), Decimal(1000)),
        ("birth_date", datetime.date(2012, 9, 1), pendulum.date(2012, 9, 1)),
        ("birth_date", datetime.datetime(2012, 9, 1), pendulum.date(2012, 9, 1)),
        ("birth_date", 20120901, pendulum.date(2012, 9, 1)),
        ("home_county", 360721, "360721"),
        ("home_county", 360721.0, "360721"),
        ("school_id", 12, "12"),
        ("stage", "小学", Stage.PRIMARY),
        ("stage", None, None),
    ],
)
def test_real_cells_that_fit(fact: str, cell: object, value: object) -> None:
    assert parse_typed(cell, SPECS[fact], on=ON) == value


@pytest.mark.parametrize(
    ("fact", "cell"),
    [
        ("grade", True),
        ("tuition", False),
        ("grade", 2.5),
        ("tuition", 0.1 + 0.2),
        ("tuition", float("nan")),
        ("tuition", float("inf")),
        ("tuition", Decimal("NaN")),
        ("tuition", -1),
        ("id_number", 3.6072119990101e17),  # a spreadsheet has lost its last digits
        ("birth_date", datetime.datetime(2012, 9, 1, 8)),
        ("birth_date", datetime.date(2017, 9, 1)),
        ("school_id", datetime.date(2012, 9, 1)),
        ("orphan", [1]),
    ],
)
def test_real_cells_that_fit_nothing(fact: str, cell: object) -> None:
    assert isinstance(parse_typed(cell, SPECS[fact], on=ON), Fault)


def _plain_words(text: str) -> bool:
    return (
        text == text.strip()
        and text not in UNKNOWN_WORDS | NO_MARKS
        and not text.startswith("#")
        and "e+" not in text.lower()
        # what is not seen, and full-width ASCII, is refused in ids: letters outside these blocks are left
        and all("!" <= sign <= "~" or "\u4e00" <= sign <= "\u9fa5" for sign in text)
    )


def written(spec: FactSpec) -> st.SearchStrategy[tuple[str, object]]:
    """Values of a fact, each with a cell that says it, written here by the rules of the format and not by the reader's."""
    pairs: st.SearchStrategy[tuple[str, object]]
    match spec.kind:
        case Kind.FLAG:
            pairs = st.sampled_from(
                [
                    ("是", True),
                    ("否", False),
                    ("√", True),
                    ("true", True),
                    ("false", False),
                    ("1", True),
                    ("0", False),
                ]
            )
        case Kind.LABEL:
            assert spec.labels is not None
            pairs = st.sampled_from([(w, m) for m in spec.labels for w in (m.value, m.zh)])
        case Kind.WHOLE:
            pairs = st.integers(spec.least, 10**9 - 1 if spec.most is None else spec.most).map(
                lambda n: (str(n), n)
            )
        case Kind.MONEY:
            fen = st.integers(0, 10**12 - 1)
            pairs = fen.map(lambda n: (f"{n // 100}.{n % 100:02}", Decimal(n) / 100))
        case Kind.DATE:
            days = st.dates(datetime.date(1900, 1, 1), datetime.date(2016, 9, 1))
            forms = st.sampled_from(
                ["{0:04}-{1:02}-{2:02}", "{0:04}{1:02}{2:02}", "{0}年{1}月{2}日"]
            )
            pairs = st.builds(lambda d, f: (f.format(d.year, d.month, d.day), d), days, forms)
        case Kind.CODE:
            pairs = st.text("0123456789", min_size=spec.digits, max_size=spec.digits).map(
                lambda c: (c, c)
            )
        case Kind.WORDS:
            pairs = st.text(min_size=1).filter(_plain_words).map(lambda w: (w, w))
    space = st.text(" \u3000\t", max_size=2)
    return st.builds(
        lambda before, pair, after: (before + pair[0] + after, pair[1]), space, pairs, space
    )


@settings(deadline=None)
@given(st.data())
def test_a_value_written_as_a_cell_reads_back_as_the_same_value(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(ALL_SPECS))
    cell, value = data.draw(written(spec))
    read = parse(cell, spec, on=ON)
    assert read == value
    assert spec.problem(read) is None


@settings(deadline=None)
@given(st.text(), st.sampled_from(ALL_SPECS))
def test_any_text_is_a_value_unknown_or_a_fault(text: str, spec: FactSpec) -> None:
    read = parse(text, spec, on=ON)
    assert read is None or isinstance(read, Fault) or spec.problem(read) is None


def test_the_name_of_a_teacher_is_withheld_and_that_of_a_school_is_not() -> None:
    fault = Fault(Code.WRONG_TYPE, "expected text")
    assert "某某" not in str(fault.at("", "某某", identity=specs(Teacher)["name"].identity))
    assert "某校" in str(fault.at("", "某校", identity=specs(School)["name"].identity))
