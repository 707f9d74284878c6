"""What is said of a clause besides what it does: its kind, its place in the plan's order, its hedges, its defects."""

from __future__ import annotations

import attrs

from ..values.certainty import Certainty
from ..values.fields import misfits, refuse
from ..values.label import Label
from ..values.text import Text


class ClauseKind(Label):
    """条款类别"""

    TARGET = "target", "目标"
    ENTITLEMENT = "entitlement", "待遇"
    FUNDING = "funding", "经费"
    CONSTRUCTION = "construction", "建设"
    QUOTA = "quota", "指标数额"
    PAIRING = "pairing", "结对帮扶"
    SERVICE = "service", "服务"
    STAFFING = "staffing", "队伍"
    INSPECTION = "inspection", "检查验收"
    ORGANISATION = "organisation", "组织"
    STATISTICS = "statistics", "统计"
    DELIVERY = "delivery", "已办事项"
    OUTREACH = "outreach", "宣传"
    PRINCIPLE = "principle", "总则"


class Hedge(Label):
    """限定语"""

    BASICALLY = "basically", "基本"
    STRIVING = "striving", "力争"
    SEEKING = "seeking", "争取"
    ENDEAVOURING = "endeavouring", "努力"
    AS_NEEDED = "as_needed", "根据需要"
    AS_THINGS_ARE = "as_things_are", "根据实际"
    AS_CIRCUMSTANCES_ALLOW = "as_circumstances_allow", "视情况"
    WHERE_CONDITIONS_ALLOW = "where_conditions_allow", "有条件的"
    STEP_BY_STEP = "step_by_step", "逐步"
    STEADILY = "steadily", "稳步"
    AT_DISCRETION = "at_discretion", "酌情"
    ABOUT = "about", "约"
    ROUGHLY = "roughly", "左右"
    OVER = "over", "多"
    ENCOURAGED = "encouraged", "鼓励"
    PREFERABLY = "preferably", "优先"
    FIRST = "first", "首先"
    SUPPORTED = "supported", "支持、扶持"
    GUIDED = "guided", "引导"
    ACTIVELY = "actively", "积极"
    SUITABLY = "suitably", "适当"
    CHIEFLY = "chiefly", "重点"
    LEANING = "leaning", "倾斜"
    EXPECTED = "expected", "预计"
    PLANNED = "planned", "计划"
    AND_OTHERS = "and_others", "等"
    SEVERAL = "several", "若干"


class DefectKind(Label):
    """原文缺陷"""

    LOST_SIGN = "lost_sign", "脱落符号"
    ELIDED = "elided", "数字缺失"
    REMOVED_NAME = "removed_name", "名称被隐去"
    MISPRINT = "misprint", "错字"
    LOST_HEADING = "lost_heading", "标题缺失"
    MISSING_ITEM = "missing_item", "缺项"
    TRUNCATED = "truncated", "文本中断"
    CONTRADICTION = "contradiction", "前后矛盾"
    DOES_NOT_ADD_UP = "does_not_add_up", "合计不符"
    UNDEFINED_TERM = "undefined_term", "用语未定义"
    ODD_WORDING = "odd_wording", "用语特殊"


@attrs.frozen
class Defect:
    """A place where the text that is known cannot be taken as it stands.

    Attributes:
        kind: What sort of defect it is.
        raw: The text as it is printed.
        reading: How it is read; None where nothing can be read out of it: unknown, never zero.
        reason: Why.
        certainty: How sure the reading is, where it rests on something outside the text.
    """

    kind: DefectKind
    raw: str
    reading: str | None
    reason: Text
    certainty: Certainty | None = None

    def __attrs_post_init__(self) -> None:
        refuse(f"defect {self.raw}", misfits(self))


@attrs.frozen
class Document:
    """A document of a higher level that something rests on.

    Attributes:
        number: Its number.
        about: What it is.
        certainty: How sure it is that it says so.
    """

    number: str
    about: Text
    certainty: Certainty

    def __attrs_post_init__(self) -> None:
        refuse(f"document {self.number}", misfits(self))


def clause_of(id_: str) -> str:
    """The clause that an id belongs to: what stands before its slash.

    >>> clause_of("GX-7.2/senior")
    'GX-7.2'
    """
    return id_.partition("/")[0]
