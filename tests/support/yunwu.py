"""The policy of the made-up county Yunwu, out of its package, and a text that is printed of it."""

import importlib.util
from pathlib import Path

import jiaoyu_fupin as jf

TEXT = """\
云雾县教育扶助办法

第一条 对建档立卡的小学生、初中生发放乘车补助，标准另定；上学过渡口的寄宿生每学期补助60元。
第二条 在教学点任教的教师每人每月补助350元。
第三条 到2020年，九年义务教育巩固率达到94%，所有学校结对。
第四条 县城学校对口帮扶村小，每月走访一次。
"""


def yunwu() -> jf.Policy:
    path = Path(__file__).parent.parent / "packs/yunwu/yunwu_aid/__init__.py"
    spec = importlib.util.spec_from_file_location("yunwu_aid_as_a_file", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: jf.Policy = module.POLICY
    return found
