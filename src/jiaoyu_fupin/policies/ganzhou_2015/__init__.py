"""Ganzhou's education plan of 2015: its aims, its schools, its aid to students, teachers and farmers.

References:
    赣市发〔2015〕1号 is the city's decision that the plan carries out; the plan's own title and number are not known.

Checked with:
    Press reports of December 2015: boarders' supplement brings primary pupils to 1500 yuan and junior ones to 1750,
    preschoolers receive 1000 and entrants to university 6000.

Limitations:
    Preferences in order ("first all from poor villages") and the money set aside bind groups, not one child's case.
    The plan prints no first day, no last day and no enrolment age; 入园年龄 is read as 3 to 6, its edges as a question.
    Whether a teaching point outside the poor villages counts, and whether a farmer outside the profile that is
    recruited first may still be admitted, are questions too. "50 or younger" and "junior school or more" include both.
    Coverage of poor villages (one kindergarten each, every child in difficulty aided, broadband) has no year of its own
    in the plan, so it is a quota, an obligation or a point to check, no target.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ...clauses import Certainty, Document, Policy, Span, Text
from .aid import AID
from .opening import OPENING
from .places import GANZHOU
from .schools import SCHOOLS
from .shared import (
    ADMITS_OUTSIDE_PRIORITY,
    ENROLMENT_AGE_EDGES,
    ENTRY_GRANT_OUTSIDE_POOR_VILLAGES,
    MEALS_AT_TOWN_SCHOOLS,
    TEACHING_POINTS_OUTSIDE_POOR_VILLAGES,
    URBAN_HARDSHIP_COUNTS,
)
from .support import SUPPORT
from .vocational import VOCATIONAL

POLICY: Final = Policy(
    id="ganzhou-2015",
    version="8",
    title=Text(
        "赣州市教育精准扶贫方案（原题名、文号不详）",
        "Ganzhou's plan of targeted education assistance (its own title and number are not known)",
    ),
    life=Span(pendulum.date(2015, 1, 1)),
    territory=GANZHOU,
    documents=(
        Document(
            "赣市发〔2015〕1号",
            Text(
                "中共赣州市委、赣州市人民政府关于精准扶贫的实施意见",
                "opinions of Ganzhou's Party committee and government on carrying out targeted poverty alleviation",
            ),
            Certainty.OFFICIAL,
        ),
    ),
    questions=(
        TEACHING_POINTS_OUTSIDE_POOR_VILLAGES,
        ENROLMENT_AGE_EDGES,
        URBAN_HARDSHIP_COUNTS,
        ADMITS_OUTSIDE_PRIORITY,
        MEALS_AT_TOWN_SCHOOLS,
        ENTRY_GRANT_OUTSIDE_POOR_VILLAGES,
    ),
    measures=(*OPENING, *SCHOOLS, *AID, *VOCATIONAL, *SUPPORT),
)
