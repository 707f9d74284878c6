"""The tiers of the plans' pairing clauses, written here from the clauses for the tests of pairing."""

from jiaoyu_fupin import Hedge, Ownership, PairingRule, SchoolKind, SchoolLevel, Text
from jiaoyu_fupin.pairing.rule import End, Party, Within

COMPULSORY = (SchoolKind.PRIMARY, SchoolKind.JUNIOR, SchoolKind.NINE_YEAR, SchoolKind.COMPLETE)
SENIOR = (SchoolKind.SENIOR, SchoolKind.COMPLETE)
NURSERY = (SchoolKind.KINDERGARTEN,)
LOWEST = (SchoolLevel.VILLAGE, SchoolLevel.TEACHING_POINT)


def school(
    kinds: tuple[SchoolKind, ...],
    *levels: SchoolLevel,
    ownership: Ownership | None = None,
    good: bool = False,
    weak: bool = False,
    poor_county: bool = False,
) -> End:
    return End(
        party=Party.SCHOOL,
        kinds=kinds,
        levels=levels,
        ownership=ownership,
        good=good,
        weak=weak,
        poor_county=poor_county,
    )


def tier(
    id_: str,
    helpers: tuple[End, ...],
    recipients: tuple[End, ...],
    within: Within = Within.ANYWHERE,
    *,
    one_to_one: bool = False,
    hedges: tuple[Hedge, ...] = (),
) -> PairingRule:
    return PairingRule(
        id=id_,
        title=Text(id_, id_),
        helpers=helpers,
        recipients=recipients,
        within=within,
        one_to_one=one_to_one,
        hedges=hedges,
    )


RULES = {
    rule.id: rule
    for rule in (
        tier(
            "GX-1.3/county-township",
            (
                school(NURSERY, SchoolLevel.COUNTY, ownership=Ownership.PUBLIC),
                school(NURSERY, SchoolLevel.COUNTY, ownership=Ownership.PRIVATE, good=True),
            ),
            (school(NURSERY, SchoolLevel.TOWNSHIP),),
            Within.COUNTY,
        ),
        tier(
            "GX-1.3/township-village",
            (school(NURSERY, SchoolLevel.TOWNSHIP),),
            (school(NURSERY, SchoolLevel.VILLAGE),),
            Within.TOWNSHIP,
        ),
        tier(
            "GX-2.4/city-county",
            (school(COMPULSORY, SchoolLevel.CITY),),
            (school(COMPULSORY, SchoolLevel.COUNTY),),
            Within.CITY,
        ),
        tier(
            "GX-2.4/county-rural",
            (school(COMPULSORY, SchoolLevel.COUNTY),),
            (school(COMPULSORY, SchoolLevel.TOWNSHIP, *LOWEST, weak=True),),
            Within.COUNTY,
        ),
        tier(
            "GX-2.4/township-village",
            (school(COMPULSORY, SchoolLevel.TOWNSHIP),),
            (school(COMPULSORY, *LOWEST),),
            Within.TOWNSHIP,
        ),
        tier(
            "GX-3.3",
            (school(SENIOR, SchoolLevel.CITY, good=True),),
            (school(SENIOR, SchoolLevel.COUNTY, poor_county=True),),
            Within.CITY,
        ),
        tier(
            "GX-4.5",
            (
                school((SchoolKind.HIGHER_VOCATIONAL,)),
                school((SchoolKind.VOCATIONAL,), SchoolLevel.CITY),
            ),
            (school((SchoolKind.VOCATIONAL,), poor_county=True),),
            hedges=(Hedge.STRIVING,),
        ),
        tier(
            "GX-5.5",
            (End(party=Party.OPEN_UNIVERSITY),),
            (End(party=Party.OPEN_UNIVERSITY, contiguous_area=True),),
            one_to_one=True,
        ),
        tier(
            "GX-7.6a",
            (End(party=Party.UNIVERSITY_VOLUNTEER),),
            (End(party=Party.STUDENT, contiguous_area=True, poor=True, rural=True),),
            one_to_one=True,
        ),
        tier(
            "GX-7.6b",
            (End(party=Party.SOCIAL_VOLUNTEER),),
            (End(party=Party.STUDENT, contiguous_area=True, poor=True),),
            one_to_one=True,
            hedges=(Hedge.ENCOURAGED,),
        ),
        tier(
            "GX-7.6c",
            (End(party=Party.TEACHER),),
            (End(party=Party.STUDENT, left_behind=True, rural=True),),
            Within.COUNTY,
            one_to_one=True,
        ),
        tier(
            "GZ-9",
            (End(party=Party.SOCIAL_VOLUNTEER),),
            (End(party=Party.STUDENT, poor=True),),
            one_to_one=True,
        ),
        tier("TN-3", (End(party=Party.CADRE),), (End(party=Party.HOUSEHOLD, poor=True),)),
        tier("VL-0", (End(party=Party.CADRE),), (End(party=Party.VILLAGE),)),
        tier("VL-5", (End(party=Party.CADRE),), (End(party=Party.HOUSEHOLD, poor=True),)),
    )
}
"""By id."""
