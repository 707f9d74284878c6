"""Guangxi's education plan of 2016 to 2020: all its clauses, in its order, by its own parts.

References:
    The plan's own title and number are not known. It carries out 桂发〔2015〕15号, the region's decision on winning
    the fight against poverty, and takes its scope figures from there. 国开办发〔2015〕19号 sets the Yulu subsidy that
    GX-7.4 points to.

Checked with:
    Notices of 2018 to 2020 that took counties off the list of poor counties: 50 of the 54 by name, and the labels
    天窗县 and 享受待遇县. Other prints of the plan, for signs that were lost between two figures.

Limitations:
    Four of the 54 poor counties are not known by name: a county that is not listed is undetermined, never refused.
    贫困地区 is nowhere defined; where it decides, a poor county or a poor village is meant.
    400 yuan a senior pupil is the figure of 2016, "to be raised step by step": a floor from then on. The waiver of
    vocational fees comes "step by step, by category" and is anything from nothing to the whole fee. The years of
    service that earn tuition and loan repayment, and whether the Yulu subsidy reaches universities, are questions.
    The waiver of compulsory school fees is the nation's, not this plan's.
    A single figure without a hedge or a floor word is exact where it says how many are set up or admitted (a
    township's kindergarten, bases, places of a year). Money, sizes, what is to reach a standard or to be covered, and
    any figure with such a word are a least. "All" and "every" are carried as 100 percent, also where a hedge stands
    before them. A share that is to rise by a figure not printed is carried as a yearly growth of 0 percent or more.
    Left out of the pairing rules, for an end of a pairing cannot say it: that the good schools of GX-2.4's first tier
    lie in a city's districts (they stand on the city's tier, where a district's school that is not good cannot be told
    from the city's own), that a township's kindergarten or school is its central one, that the open universities that
    help lie in the east, and that those they help are county ones.
    What has to be done without a printed interval is an obligation without one; it has no date to be missed on.
    No roster tells whether an open university is an eastern one (GX-5.5), or whether a city runs a school or one of its
    districts does (GX-2.4): the tiers ask neither, and whoever pairs has to see to it.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ...clauses import Certainty, Document, Policy, Span, Text
from ..counties import GUANGXI_54
from . import (
    compulsory,
    higher,
    inspection,
    kindergarten,
    opening,
    senior,
    special,
    students,
    teachers,
    vocational,
)
from .places import GUANGXI
from .shared import REQUIRED_SERVICE_YEARS, YULU_COVERS_UNIVERSITY
from .units import UNITS

POLICY: Final = Policy(
    id="guangxi-2016",
    version="7",
    title=Text(
        "广西教育帮扶方案（原题名、文号不详）",
        "Guangxi's plan of education assistance (its own title and number are not known)",
    ),
    life=Span(pendulum.date(2016, 1, 1)),
    territory=GUANGXI,
    poor_counties=GUANGXI_54,
    units=UNITS,
    documents=(
        Document(
            "桂发〔2015〕15号",
            Text(
                "自治区党委2015年12月关于打赢“十三五”脱贫攻坚战的决定；贫困人口、贫困县等数字出自该文件",
                "the regional party committee's decision of December 2015 on winning the fight against poverty "
                "in the 13th five-year period; the numbers of poor people and counties are from it",
            ),
            Certainty.OFFICIAL,
        ),
    ),
    questions=(YULU_COVERS_UNIVERSITY, REQUIRED_SERVICE_YEARS),
    measures=(
        *opening.MEASURES,
        *kindergarten.MEASURES,
        *compulsory.MEASURES,
        *senior.MEASURES,
        *vocational.MEASURES,
        *higher.MEASURES,
        *special.MEASURES,
        *students.MEASURES,
        *teachers.MEASURES,
        *inspection.MEASURES,
    ),
)
