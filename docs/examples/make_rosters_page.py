"""Writes docs/rosters.md from the library's own declarations: python docs/examples/make_rosters_page.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.indicators import CAPPED, VARIANTS
from jiaoyu_fupin.cli.networks import ROSTERS, further_facts
from jiaoyu_fupin.people import SUBJECTS, subject_name
from jiaoyu_fupin.people.fact import FactSpec, Kind, specs
from jiaoyu_fupin.places.coordinates import FIRST_OBSERVED_YEAR, LAST_OBSERVED_YEAR
from jiaoyu_fupin.rosters.aliases import ALIASES, AMBIGUOUS, FLAG_WORDS
from jiaoyu_fupin.rosters.ledgers import LEDGERS
from jiaoyu_fupin.rosters.limits import LIMIT_NAMES, LIMITS
from jiaoyu_fupin.rosters.observations import OBSERVATION_COLUMNS
from jiaoyu_fupin.targets.rows import PROGRESS_COLUMNS
from jiaoyu_fupin.targets.standing import Status
from jiaoyu_fupin.values.errors import Code

PAGE = Path(__file__).parent.parent / "rosters.md"

HEAD = """\
# Rosters and answers 花名册与结果

This page is made from the library's declarations by `docs/examples/make_rosters_page.py`. 本页由该脚本根据库内声明生成。

A roster has one row per subject: UTF-8 CSV (with or without BOM; GB18030 with `--encoding gb18030`), Parquet or xlsx. Columns are found by canonical
name or Chinese header, in any order; a yes-or-no column also as 是否… or 是否有…. **An empty cell is unknown**, so is an absent column, and so are
不详, 未知 and 待核.

花名册一行一个对象。列名用英文规范名或中文表头，次序不限。**空白单元格表示未知**，缺少的列、不详、未知、待核也一样。

| kind 类别 | how it is written 写法 |
|---|---|
| yes or no 是否 | 是 / 否, √, true / false, 1 / 0; 有 / 无 where the header says 是否有… |
| date 日期 | 2016-09-01, 20160901, 2016年9月1日, or a date cell |
| yuan 元 | 1000 or 1000.50: at most two decimals, never negative 最多两位小数，不得为负 |
| code 代码 | digits as text, leading zeros kept 按文本，保留前导零 |

Office tables often tick √ and leave blank for no: say so with `--blank-is-no COL,…`. `--assume COL=VALUE` fills in unknown cells. Neither is ever
inferred, and both are recorded. 无, / and - are errors that name these options. 空白是否表示“否”要用 `--blank-is-no` 说明，库从不推断。

Rows are counted as a spreadsheet counts them: the header is row 1. A record whose quoted cell holds a line break is one row.
"""

LEDGER_HEAD = """\
## Ledgers 台账

Tables that are not about one subject a row are read and written in the same way. An empty last day (止) means that no end is recorded: the pairing goes on. The kinds of the
two ends (类别) may be left out where the tier allows one only, the tier (条款) where the policy has one only; a clause's id stands for its only tier. A visit names kinds where ids
alone fit pairings of different kinds. Written files can be read by their owner only, or keep the mode of the file they replace. In CSV a cell that begins like a formula
has an apostrophe before it, which reading takes away; a cell that would be cut or not be read back is refused.

台账与花名册同样读写。止为空表示没有登记终止日期。条款只允许一种帮扶方或对象的，类别可以不填；方案只有一层结对条款的，条款可以不填；条款只有一层时，条款编号即指这一层。仅凭编号对应几类结对的，走访须写明类别。
写出的文件只有所有者可读，覆盖时沿用原有权限；CSV中以公式符号开头的单元格前加撇号，读入时去掉；写不全或读不回的单元格会被拒绝。
"""

FURTHER = """\
### Further columns of rosters 花名册的附加列

The commands about pairing read these of the rosters of whoever may pair, besides the rosters' own columns. 结对命令另外读取这些列。
"""

ANSWERS = """\
## Answers 结果

`assess` gives one row per subject and benefit, in roster order, then in the order of the policy. 每个对象每项待遇一行。

| column 列 | meaning 含义 |
|---|---|
| subject_id | as in the roster 同花名册 |
| benefit | the benefit's id 待遇编号 |
| outcome | entitled 应享受 · not_entitled 不符合条件 · undetermined 待定 · not_applicable 不适用 |
| basis | fixed · at_least · at_most · average · discretionary · unstated · in_kind; empty unless entitled or undetermined |
| lower, upper | yuan to the fen; empty where no bound is known 元，精确到分；空表示没有已知的界 |
| amount_missing | the unknown facts that the bounds hang on 影响上下限的未知事实 |
| average | yuan, only for the basis average 仅平均标准 |
| per | once · day · month · term · calendar_year · school_year · unstated |
| missing | the unknown facts and open questions that decide 决定结果的未知事实和待答问题 |

### Several policies 几份政策一起算

With `--policy` more than once, such as the nation's and a city's, there is one row per subject and sum of money instead: what several policies grant of the same
money is one row, so that no column counts it twice. `--policy` 可以多次给出，如国家的和本市的：这时每个对象每笔钱一行，几份政策给予的同一笔钱只有一行，不会重复计算。

| column 列 | meaning 含义 |
|---|---|
| due | instead of benefit: the id of the benefit that the others carry out, or of the only one 代替 benefit：其余各项所落实的那一项的编号 |
| outcome | entitled where any policy grants it, else undetermined where any may; refused only where all refuse 任一政策给予即为应享受；全部不给予才是不符合 |
| basis | also empty where the policies that count differ 所计政策不一致时也为空 |
| lower, upper | no policy that grants it gives less than it says: the higher amount counts 取较高的标准 |
| repayable | true for a loan 贷款为 true |
| policies | the ids of the policies that speak of it 涉及的政策 |
| benefits | their benefits, in the same order 相应的待遇编号，次序相同 |

The other columns are as above. The table shows besides what each period comes to, loans, averages, goods and amounts not stated aside. `explain` gives the reasons of
each policy, then what is counted once. 其余各列同上。表格另有各期间的合计（贷款、平均标准、实物和未载明的金额不计入）；`explain` 逐份政策说明理由，再说明哪些只计一次。

### Files and exit statuses 文件与退出码

JSON lines: every key always present, an empty cell is null, lists are arrays, money is a string. CSV: lists joined by `;`.

| exit status 退出码 | means 含义 |
|---|---|
| 0 | done 完成 |
| 1 | the data has errors, one a line on standard error 数据有错 |
| 2 | the call is wrong 调用有误 |
| 3 | neither is at fault, as when a disk is full 两者均无误，如磁盘已满 |

Files are written whole or not at all, readable by their owner only; one that takes another's place keeps its mode, but for rejects. No link is followed.
文件要么完整写出，要么不动；仅本人可读，覆盖时沿用原有权限（剔除行文件除外），不经由链接写入。
"""


OBSERVATIONS_HEAD = """\
## observations

What `progress` reads: one row per indicator, place, scope, year and variant; two rows for one of these are an error that names both. A row without indicator,
place, year or value is an error. An empty scope or variant, or the absence of its column, means the first one listed. A number that xlsx shows as a
percentage is what it shows. 进展命令读入的表，一行一个观测值；同一指标、地区、范围、年份、口径出现两行是错误。范围、口径为空即取所列第一项。
"""

OBSERVED = {
    "place": "2, 4 or 6 digits, as written; inside the policy's territory 2、4或6位数字，按原样，须在方案所辖地区内",
    "year": f"{FIRST_OBSERVED_YEAR} to 至 {LAST_OBSERVED_YEAR}",
    "value": "percent from 0, a trailing % allowed 百分数，可带%",
}
"""What the columns take whose values are not a list of labels."""

PROGRESS_HEAD = """\
## Progress 进展

`progress` gives one row per rate target and place: targets in the order of the policy, within places in order of first appearance. Every place gets every target.
每个地区每个比率目标一行。
"""

PROGRESS = {
    "target": "the target's id 目标编号",
    "indicator": "as in the observations 指标",
    "place": "the code as written 地区代码",
    "scope": "the target's; an observation of another does not count 目标的范围，其他范围的观测值不计入",
    "due": "the year by whose end it is to be reached; a number 到期年份，数字",
    "threshold": "percent 要求",
    "status": " · ".join(f"{s.value} {s.zh}" for s in Status),
    "latest_value": "of the newest observation that counts 最新观测值",
    "latest_year": "its year; a number 其年份，数字",
    "gap": "threshold less latest, at least 0 差距，不小于0",
    "pace": "points a year from the first observation to the newest; null for one alone 年均变化",
    "required_pace": "gap ÷ (due − latest_year); null when no year is left, 0 when the gap is 0 此后每年所须",
    "projected": "the line's value in the due year, not capped; null for one observation 直线推算的到期值",
    "reached_in": "when missed, the first later year that reaches the threshold; a number 到期未达到的，以后最早达到的年份",
}
"""What the columns of the answer mean."""

PROGRESS_TAIL = """
Figures are text with four decimals, ties away from zero; they are given whatever the status, and null when no observation counts. What the statuses mean is in
[targets](en/targets.md). 数字为四位小数的文本，四舍五入；各种进展的含义见[目标](zh/targets.md)。
"""


def values(spec: FactSpec) -> str:
    """What a column takes, in words."""
    match spec.kind:
        case Kind.LABEL:
            return " · ".join(f"{m.value} {m.zh}" for m in spec.labels or ())
        case Kind.FLAG:
            return "yes or no 是否"
        case Kind.WHOLE:
            most = "" if spec.most is None else f" to 至 {spec.most}"
            return f"whole number from 整数，从 {spec.least}{most}"
        case Kind.MONEY:
            return "yuan 元"
        case Kind.DATE:
            return "date 日期"
        case Kind.CODE:
            return f"{spec.digits} digits 位数字"
        case Kind.WORDS:
            shown = ", never printed 不打印" if spec.identity and not spec.required else ""
            return (
                "text, required, unique 文本，必填，唯一" if spec.required else "text 文本"
            ) + shown


def in_a_ledger(spec: FactSpec) -> str:
    """What a ledger's column takes: what is required need not be unique."""
    if not spec.required:
        return values(spec)
    plain = "text 文本" if spec.kind is Kind.WORDS else values(spec)
    return f"{plain}, required 必填"


def lines() -> Iterator[str]:
    """The page, part by part."""
    yield HEAD
    for name, subject in SUBJECTS.items():
        yield f"## {name}\n"
        yield "| column 列 | header 表头 | values 取值 |\n|---|---|---|"
        for spec in specs(subject).values():
            yield f"| {spec.name} | {spec.text.zh} | {values(spec)} |"
        yield ""
    yield "## Facts that only a policy knows 方案自有的事实\n"
    yield (
        "Rosters read for such a policy may have these columns too; a subject carries them in `extra={…}`."
        " 按该方案读花名册时还可有下列列；在 Python 中写入 `extra={…}`。\n"
    )
    yield "| policy 方案 | subject 对象 | column 列 | header 表头 | values 取值 |\n|---|---|---|---|---|"
    for policy in map(jf.policy, jf.policy_ids()):
        for own in policy.facts:
            row = (subject_name(own.subject), own.name, own.spec.text.zh, values(own.spec))
            yield f"| {policy.id} | {' | '.join(row)} |"
    yield ""
    yield OBSERVATIONS_HEAD
    yield "| column 列 | header 表头 | values 取值 |\n|---|---|---|"
    for spec in OBSERVATION_COLUMNS:
        yield f"| {spec.name} | {spec.text.zh} | {OBSERVED.get(spec.name) or values(spec)} |"
    yield "\n| indicator 指标 | variants 口径 | over 100 可否超过100 |\n|---|---|---|"
    for indicator, variants in VARIANTS.items():
        for variant in variants:
            most = "no 否" if (indicator, variant) in CAPPED else "yes 可"
            yield f"| {indicator.value} | {variant.value} {variant.zh} | {most} |"
    yield ""
    yield LEDGER_HEAD
    for name, columns in LEDGERS.items():
        yield f"### {name}\n"
        yield "| column 列 | header 表头 | values 取值 |\n|---|---|---|"
        for spec in columns:
            yield f"| {spec.name} | {spec.text.zh} | {in_a_ledger(spec)} |"
        yield ""
    yield FURTHER
    yield "| roster 花名册 | column 列 | header 表头 | values 取值 |\n|---|---|---|---|"
    for name, (subject, _) in ROSTERS.items():
        for handle in further_facts(subject):
            yield f"| {name} | {handle.name} | {handle.spec.text.zh} | {values(handle.spec)} |"
    yield ""
    yield "## Aliases 别名\n"
    yield "Words besides the labels above that mean exactly one of them. 除上列标签外，含义唯一的写法。\n"
    yield "| column 列 | written 写法 | read as 读作 |\n|---|---|---|"
    for labels, words in ALIASES.items():
        for word, member in words.items():
            yield f"| {labels.__name__} | {word} | {member.value} {member.zh} |"
    for column, flags in FLAG_WORDS.items():
        for word, value in flags.items():
            yield f"| {column} | {word} | {'是' if value else '否'} |"
    yield "\nWords that could mean more than one thing are errors that ask. 含义不唯一的写法会报错并提问。\n"
    yield "| column 列 | written 写法 | question 提问 |\n|---|---|---|"
    for labels, doubtful in AMBIGUOUS.items():
        for word, question in doubtful.items():
            yield f"| {labels.__name__} | {word} | {question} |"
    yield ""
    yield ANSWERS
    yield PROGRESS_HEAD
    yield "| column 列 | meaning 含义 |\n|---|---|"
    for name in PROGRESS_COLUMNS:
        yield f"| {name} | {PROGRESS[name]} |"
    yield PROGRESS_TAIL
    yield "## Limits 限度\n"
    yield (
        "A file beyond one of these is refused by name, as far as can be before it is unpacked. Say `--limit NAME=N`, in Python `limits=Limits(NAME=N)`."
        " 超出限度的文件会被拒绝，可用 `--limit` 或 `limits=` 放宽。\n"
    )
    yield "| limit 限度 | of 含义 | unless said otherwise 默认 |\n|---|---|---|"
    for name, zh in LIMIT_NAMES.items():
        yield f"| {name} | {zh} | {getattr(LIMITS, name)} |"
    yield ""
    yield "## Error codes 错误代码\n"
    yield "Stable names in `Problem.code`, printed in brackets at the head of a message. 固定不变。\n"
    yield ", ".join(f"`{code.value}`" for code in Code)


def page() -> str:
    """The whole page."""
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
