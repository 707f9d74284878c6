"""The plan's own lists: its eight assistance plans, its four precisions, what the region calls its poor counties."""

from __future__ import annotations

from ...clauses import Label


class AssistancePlan(Label):
    """广西八大教育帮扶计划"""

    KINDERGARTEN = "kindergarten", "幼儿园帮扶计划"
    COMPULSORY = "compulsory", "义务教育薄弱学校帮扶计划"
    SENIOR = "senior", "高中阶段教育帮扶计划"
    VOCATIONAL = "vocational", "县级中专帮扶计划"
    HIGHER = "higher", "高等教育帮扶计划"
    SPECIAL = "special", "特殊教育帮扶计划"
    STUDENTS = "students", "学生学业帮扶计划"
    TEACHERS = "teachers", "教师队伍帮扶计划"


class Precision(Label):
    """四个精准"""

    CONSTRUCTION = "construction", "精准建设"
    PAIRING = "pairing", "精准帮扶"
    AID = "aid", "精准资助"
    EMPLOYMENT = "employment", "精准就业"
