"""Write the roster of a made-up county that comes with the package.

Run it to write the file anew:

    python docs/examples/make_example_county.py src/jiaoyu_fupin/data/example_county.csv

It needs nothing but the standard library, and from one seed it writes the same file everywhere, since of the random
numbers only `Random.random` is used, whose sequence Python keeps.

The recipe: 300 students of all stages, most of them in Ruijin (360781), some elsewhere in Ganzhou, under old and new
codes, a few outside it. Three in ten come from registered households. The first child is written by hand: whether its
household is registered is not known, and two allowances hang on it. About one cell in twenty of those that decide is
left empty, as in real tables. Six rows are wrong on purpose, each in another way, and in two rows the facts hardly fit
each other.

Nobody in it exists: ids count up from S-0001, names are 学生甲0001 and so on, and identity numbers, where there are any,
begin with an area code that was never assigned (99...).
"""

import csv
import datetime
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

ON = datetime.date(2016, 9, 1)
SEED = 20160901
STUDENTS = 300

COLUMNS = (
    "学籍号", "姓名", "证件号码", "出生日期", "学段", "年级", "全日制", "正式学籍", "寄宿", "专业类别",
    "户籍类别", "困难等级", "建档立卡", "户编号", "贫困村", "农村低保", "农村特困", "户籍县代码",
    "孤儿", "烈士子女", "残疾", "留守", "录取年份", "符合入学资助条件",
    "学校标识码", "学校县代码", "学校在贫困村", "学校层级", "办学性质", "普惠", "县级审批", "在校天数",
    "学费", "杂费", "保教费", "住宿费",
)  # fmt: skip

# stage: students in a hundred, age on entering, grades
STAGES = (
    ("学前", 16, 3, 3),
    ("小学", 34, 6, 6),
    ("初中", 20, 12, 3),
    ("普高", 11, 15, 3),
    ("中职", 11, 15, 3),
    ("预科", 1, 18, 1),
    ("高职", 3, 18, 3),
    ("本科", 3, 18, 4),
    ("研究生", 1, 22, 3),
)
CITIZENS_CODE = "990781"  # no area has it

# county: schools in a hundred
SCHOOL_COUNTIES = (
    ("360781", 70),  # 瑞金
    ("360731", 8),  # 于都
    ("360782", 5),  # 南康, the code before 2013
    ("360721", 5),  # 赣县, the code before 2016
    ("360702", 8),  # 章贡: in Ganzhou, outside the eleven
    ("361002", 4),  # 临川: outside Ganzhou
)
COLLEGE_COUNTIES = (("360702", 50), ("360111", 35), ("440106", 15))
HOME_COUNTIES = (("360781", 88), ("360731", 4), ("360782", 4), ("361002", 4))

T = TypeVar("T")


class Chance:
    """Random choices made of `Random.random` alone."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def below(self, most: int) -> int:
        return int(self._random.random() * most)

    def happens(self, in_a_hundred: int) -> bool:
        return self._random.random() * 100 < in_a_hundred

    def of(self, weighted: Sequence[tuple[T, int]]) -> T:
        left = self._random.random() * sum(weight for _, weight in weighted)
        for value, weight in weighted:
            left -= weight
            if left < 0:
                return value
        return weighted[-1][0]


def check_digit(body: str) -> str:
    """The eighteenth character of an identity number (GB 11643)."""
    weighted = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return "10X98765432"[weighted % 11]


def yes(truth: object) -> str:
    return "是" if truth else "否"


def student(number: int, chance: Chance) -> dict[str, str]:
    """A student as an office would have filled in the row, before cells get lost."""
    stage, _, entry_age, grades = chance.of([(s, s[1]) for s in STAGES])
    grade = 1 + chance.below(grades)
    college = stage in {"预科", "高职", "本科", "研究生"}
    age = entry_age + grade - 1 + chance.of([(-1, 5), (0, 75), (1, 20)])
    birth = datetime.date(ON.year - age, 8, 31) - datetime.timedelta(days=chance.below(365))
    registered = chance.happens(30)
    hardship = chance.of(
        [("一般困难", 30), ("困难", 45), ("特别困难", 25)]
        if registered
        else [("不困难", 78), ("一般困难", 12), ("困难", 7), ("特别困难", 3)]
    )
    poor_village = chance.happens(55 if registered else 15)
    level = chance.of([("县城", 40), ("乡镇", 35), ("村", 18), ("教学点", 7)])
    if stage in {"普高", "中职"}:
        level = "县城"
    if college:
        level = "市级"
    private = chance.happens({"学前": 40, "中职": 20}.get(stage, 4))
    home = chance.of(HOME_COUNTIES)
    school = chance.of(COLLEGE_COUNTIES if college else SCHOOL_COUNTIES)
    boarding = chance.happens({"学前": 0, "小学": 20, "初中": 60}.get(stage, 85))
    code = CITIZENS_CODE + birth.strftime("%Y%m%d") + f"{number:03}"
    return {
        "学籍号": f"S-{number:04}",
        "姓名": f"学生{'甲乙丙丁'[number % 4]}{number:04}",
        "证件号码": code + check_digit(code) if chance.happens(60) else "",
        "出生日期": chance.of(
            [
                (birth.isoformat(), 90),
                (birth.strftime("%Y%m%d"), 6),
                (f"{birth.year}年{birth.month}月{birth.day}日", 4),
            ]
        ),
        "学段": stage,
        "年级": str(grade),
        "全日制": yes(not chance.happens(8)) if stage in {"中职", "高职"} else "是",
        "正式学籍": yes(not chance.happens(5)),
        "寄宿": "住校" if boarding else "走读",
        "专业类别": chance.of([("涉农", 25), ("艺术表演", 8), ("其他", 67)])
        if stage == "中职"
        else "",
        "户籍类别": chance.of(
            [("农村", 95), ("县镇", 5)]
            if registered
            else [("农村", 60), ("县镇", 25), ("城市", 15)]
        ),
        "困难等级": hardship,
        "建档立卡": yes(registered),
        "户编号": f"H-{number:04}" if registered else "",
        "贫困村": yes(poor_village),
        "农村低保": yes(registered and chance.happens(35)),
        "农村特困": yes(registered and chance.happens(3)),
        "户籍县代码": home,
        "孤儿": yes(chance.happens(1)),
        "烈士子女": "否",
        "残疾": yes(chance.happens(3)),
        "留守": yes(chance.happens(35)),
        "录取年份": str(ON.year - grade + 1) if college else "",
        "符合入学资助条件": yes(chance.happens(60)) if college and grade == 1 else "",
        "学校标识码": f"X-{school}-{1 + chance.below(9)}",
        "学校县代码": school,
        "学校在贫困村": yes(level in {"村", "教学点"} and chance.happens(60)),
        "学校层级": level,
        "办学性质": "民办" if private else "公办",
        "普惠": yes(not private or chance.happens(50)),
        "县级审批": yes(not chance.happens(5)),
        "在校天数": chance.of([("200", 80), ("198", 10), ("205", 10)]),
        **fees(stage, private=private, boarding=boarding, chance=chance),
    }


def fees(stage: str, *, private: bool, boarding: bool, chance: Chance) -> dict[str, str]:
    tuition = {
        "普高": chance.of([("840", 60), ("1360.00", 40)]),
        "中职": chance.of([("1700", 50), ("2200", 50)]),
        "预科": "5000",
        "高职": "5000",
        "本科": chance.of([("4500", 50), ("5070.00", 50)]),
        "研究生": "8000",
    }.get(stage, "6000" if private else "0")
    care = chance.of([("1800", 40), ("2400", 40), ("2750.50", 20)])
    return {
        "学费": "" if stage == "学前" else tuition,
        "杂费": "" if stage == "学前" else chance.of([("0", 90), ("60", 10)]),
        "保教费": ("4800" if private else care) if stage == "学前" else "",
        "住宿费": chance.of([("0", 60), ("200", 40)]) if boarding else "",
    }


# cells that get lost, with how often in a hundred
LOST = {
    "出生日期": 3, "年级": 3, "全日制": 4, "正式学籍": 4, "寄宿": 4, "专业类别": 6, "户籍类别": 5, "困难等级": 8,
    "建档立卡": 6, "贫困村": 8, "农村低保": 8, "农村特困": 8, "户籍县代码": 3, "孤儿": 4, "残疾": 6,
    "录取年份": 4, "学校县代码": 2, "学校在贫困村": 6, "普惠": 6, "县级审批": 6, "在校天数": 6, "学费": 5,
    "杂费": 5, "保教费": 6,
}  # fmt: skip

BY_HAND = {
    "学籍号": "S-0001", "姓名": "学生乙0001", "出生日期": "2006-05-20", "学段": "小学", "年级": "5", "全日制": "是",
    "正式学籍": "是", "寄宿": "住校", "户籍类别": "农村", "困难等级": "不困难", "建档立卡": "待核", "贫困村": "是",
    "农村低保": "否", "农村特困": "否", "户籍县代码": "360781", "孤儿": "否", "烈士子女": "否", "残疾": "否",
    "留守": "是", "学校标识码": "X-360781-1", "学校县代码": "360781", "学校在贫困村": "否", "学校层级": "乡镇",
    "办学性质": "公办", "普惠": "是", "县级审批": "是", "在校天数": "200", "学费": "0", "杂费": "0", "住宿费": "0",
}  # fmt: skip

# wrong cells: the student's number, the column, what stands there
WRONG = (
    (38, "出生日期", "2009-02-30"),  # no such day
    (87, "学段", "小学生"),  # no such label
    (124, "学费", "-200"),  # a negative fee
    (171, "学校县代码", "36078"),  # a code that lost a digit
    (220, "出生日期", "2017-03-05"),  # born after the date asked about
    (263, "建档立卡", "无"),  # no, none or unknown?
)

# cells that are right by themselves, but hardly together with others of the row
DOUBTFUL = (
    (10, "建档立卡", "是"),
    (10, "困难等级", "不困难"),  # no difficulty, yet registered
    (61, "学段", "学前"),
    (61, "出生日期", "1996-11-20"),  # nineteen, and at kindergarten
)


def rows() -> list[dict[str, str]]:
    """All students, in the order of the file."""
    chance = Chance(SEED)
    found = [dict(BY_HAND)]
    for number in range(2, STUDENTS + 1):
        row = student(number, chance)
        for column, in_a_hundred in LOST.items():
            if chance.happens(in_a_hundred):
                row[column] = ""
        found.append(row)
    for number, column, cell in (*WRONG, *DOUBTFUL):
        found[number - 1][column] = cell
    return found


def text() -> str:
    """The file's whole text."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows())
    return stream.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("example_county.csv")
    target.write_text(text(), encoding="utf-8", newline="")
