"""The Ganzhou student benefits, answered by trying every completion of the unknown facts."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Domains = Mapping[str, tuple[Any, ...]]


class Answer(NamedTuple):
    """What one student is told about one benefit on one date."""

    outcome: str
    basis: str | None
    lower: Decimal | None
    upper: Decimal | None
    average: Decimal | None
    per: str
    missing: tuple[str, ...]
    amount_missing: tuple[str, ...]


class Bounds(NamedTuple):
    """The amount for one complete row."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    average: Decimal | None = None


class Benefit(NamedTuple):
    """One benefit: where, since when, for whom, how much."""

    id: str
    place: str
    territory: Callable[[str], bool]
    uses: tuple[str, ...]
    condition: Callable[[Row, datetime.date], bool]
    basis: str
    per: str
    amount_uses: tuple[str, ...]
    amount: Callable[[Row, datetime.date, str], Bounds]
    starts: datetime.date = datetime.date(2015, 1, 1)


# What a fact can be.

BOOLEANS = (False, True)
LABELS: Mapping[str, tuple[str, ...]] = {
    "stage": (
        "preschool",
        "primary",
        "junior",
        "senior",
        "vocational",
        "preparatory",
        "higher_vocational",
        "undergraduate",
        "postgraduate",
    ),
    "hardship": ("none", "ordinary", "hard", "special"),
    "major": ("agriculture", "performing_arts", "other"),
    "hukou": ("rural", "county_town", "urban"),
    "ownership": ("public", "private"),
    "school_level": ("city", "county", "township", "village", "teaching_point"),
}
FLAGS = (
    "registered",
    "full_time",
    "formal_roll",
    "boarding",
    "poor_village",
    "rural_dibao",
    "rural_tekun",
    "urban_dibao",
    "monitored",
    "orphan",
    "martyr_child",
    "disabled",
    "entry_grant_eligible",
    "school_in_poor_village",
    "inclusive",
    "school_approved",
)
QUESTIONS = (
    "enrolment_age_edges",
    "urban_hardship_counts",
    "meals_at_town_schools",
    "entry_grant_outside_poor_villages",
)
# An unknown number has no bounds: it may be far below nothing and far above everything.
BEYOND = 10**9
READINGS = ("as-written", "in-force")

# Beijing, Zhanggong (in Ganzhou, outside the eleven), Nankang before and after 2013, Ganxian new.
SOME_COUNTIES = ("110101", "360702", "360782", "360703", "360704")
ELEVEN = (
    "360721",  # 赣县
    "360704",  # 赣县区
    "360724",  # 上犹
    "360726",  # 安远
    "360730",  # 宁都
    "360731",  # 于都
    "360732",  # 兴国
    "360733",  # 会昌
    "360734",  # 寻乌
    "360735",  # 石城
    "360781",  # 瑞金
    "360782",  # 南康市
    "360703",  # 南康区
)


def _domains(on: datetime.date) -> dict[str, tuple[Any, ...]]:
    """Return enough values of every fact to stand on each side of every boundary."""
    domains: dict[str, tuple[Any, ...]] = dict(LABELS)
    for name in FLAGS + QUESTIONS:
        domains[name] = BOOLEANS
    domains["birth_date"] = tuple(
        datetime.date(on.year - age, on.month, min(on.day, 28)) for age in (1, 2, 3, 6, 7, 8)
    )
    domains["grade"] = (1, 2, 3, 4)
    domains["admitted_year"] = tuple(
        sorted({2013, 2014, 2015, 2016, on.year - 2, on.year - 1, on.year, on.year + 1})
    )
    domains["school_county"] = SOME_COUNTIES
    domains["home_county"] = SOME_COUNTIES
    for name in ("tuition", "misc_fee", "care_fee", "public_school_fee"):
        domains[name] = (Decimal(-BEYOND), Decimal("0.01"), Decimal(1000), Decimal(BEYOND))
    domains["school_days"] = (-BEYOND, 1, 200, BEYOND)
    return domains


# Words the conditions share.


def _age(row: Row, on: datetime.date) -> int:
    born: datetime.date = row["birth_date"]
    age = on.year - born.year
    if (on.month, on.day) < (born.month, born.day):
        age = age - 1
    return age


MEMBERSHIPS = ("rural_dibao", "rural_tekun", "urban_dibao", "monitored")
"""They put a family in hardship where they are known; where they are not, no answer waits for them."""


def _in_hardship(row: Row) -> bool:
    if row["registered"] or row["hardship"] in ("ordinary", "hard", "special"):
        return True
    return any(row.get(name) for name in MEMBERSHIPS)


def _of_the_four_groups(row: Row) -> bool:
    if row["registered"] or row["rural_dibao"] or row["rural_tekun"]:
        return True
    return bool(row["disabled"] and _in_hardship(row))


def _compulsory(row: Row) -> bool:
    return row["stage"] in ("primary", "junior")


def _in_ganzhou(county: str) -> bool:
    return county.startswith("3607")


def _in_the_eleven(county: str) -> bool:
    return county in ELEVEN


# Conditions.


def _is_4a(row: Row, on: datetime.date) -> bool:
    if row["stage"] != "preschool":
        return False
    age = _age(row, on)
    if age in (2, 7):
        if not row["enrolment_age_edges"]:
            return False
    elif age < 3 or age > 6:
        return False
    if not row["school_approved"]:
        return False
    if row["ownership"] == "private" and not row["inclusive"]:
        return False
    return bool(_in_hardship(row) or row["martyr_child"] or row["orphan"] or row["disabled"])


def _is_4b(row: Row, on: datetime.date) -> bool:
    return bool(row["stage"] == "preschool" and row["hardship"] == "special")


def _is_5a(row: Row, on: datetime.date) -> bool:
    return _compulsory(row)


def _is_5a_living(row: Row, on: datetime.date) -> bool:
    return bool(_compulsory(row) and row["boarding"] and _in_hardship(row))


def _is_5a_living_day(row: Row, on: datetime.date) -> bool:
    if not _compulsory(row) or row["boarding"]:
        return False
    return _of_the_four_groups(row)


def _is_5b(row: Row, on: datetime.date) -> bool:
    return bool(_compulsory(row) and row["boarding"] and row["registered"])


def _is_5c(row: Row, on: datetime.date) -> bool:
    if not _compulsory(row):
        return False
    if row["school_in_poor_village"]:
        return True
    rural_school = row["school_level"] in ("township", "village", "teaching_point")
    return bool(row["poor_village"] and (rural_school or row["meals_at_town_schools"]))


def _is_6(row: Row, on: datetime.date) -> bool:
    return bool(row["stage"] == "senior" and row["full_time"] and _in_hardship(row))


def _is_7a(row: Row, on: datetime.date) -> bool:
    if row["stage"] != "vocational" or not row["full_time"] or not row["formal_roll"]:
        return False
    if row["grade"] not in (1, 2, 3):
        return False
    if row["major"] == "performing_arts":
        return False
    if row["hukou"] in ("rural", "county_town"):
        return True
    return row["major"] == "agriculture" or _in_hardship(row)


def _is_7b(row: Row, on: datetime.date) -> bool:
    if row["stage"] != "vocational" or not row["full_time"] or not row["formal_roll"]:
        return False
    if row["grade"] not in (1, 2):
        return False
    return row["major"] == "agriculture" or _in_hardship(row)


def _is_8a(row: Row, on: datetime.date) -> bool:
    if row["stage"] not in ("preparatory", "higher_vocational", "undergraduate"):
        return False
    if not row["full_time"]:
        return False
    if row["admitted_year"] != (on.year if on.month >= 7 else on.year - 1):
        return False
    if not row["poor_village"] and not row["entry_grant_outside_poor_villages"]:
        return False
    return bool(_in_hardship(row) and row["entry_grant_eligible"])


def _is_8b(row: Row, on: datetime.date) -> bool:
    if row["stage"] not in ("preparatory", "higher_vocational", "undergraduate"):
        return False
    if not row["full_time"]:
        return False
    if row["admitted_year"] < 2015 or row["admitted_year"] > on.year:
        return False
    return bool(row["poor_village"] and _in_hardship(row))


def _is_10(row: Row, on: datetime.date) -> bool:
    if row["stage"] not in ("vocational", "higher_vocational"):
        return False
    if not _in_hardship(row):
        return False
    if row["registered"] or row["hukou"] in ("rural", "county_town"):
        return True
    return bool(row["urban_hardship_counts"])


# Amounts. A national standard is a list of terms' first days and the figure from each of them.

Standard = tuple[tuple[datetime.date, int], ...]

LIVING: Mapping[str, Standard] = {
    "primary": ((datetime.date(2011, 9, 1), 1000), (datetime.date(2024, 3, 1), 1250)),
    "junior": ((datetime.date(2011, 9, 1), 1250), (datetime.date(2024, 3, 1), 1500)),
}
LIVING_DAY: Mapping[str, Standard] = {
    "primary": ((datetime.date(2019, 9, 1), 500), (datetime.date(2024, 3, 1), 625)),
    "junior": ((datetime.date(2019, 9, 1), 625), (datetime.date(2024, 3, 1), 750)),
}
MEAL: Standard = ((datetime.date(2014, 11, 1), 4), (datetime.date(2021, 9, 1), 5))
SENIOR_GRANT: Standard = (
    (datetime.date(2010, 9, 1), 1500),
    (datetime.date(2015, 3, 1), 2000),
    (datetime.date(2025, 3, 1), 2300),
)
VOCATIONAL_GRANT: Standard = (
    (datetime.date(2007, 9, 1), 1500),
    (datetime.date(2015, 3, 1), 2000),
    (datetime.date(2025, 3, 1), 2300),
)
LOAN_CAP: Standard = (
    (datetime.date(2014, 9, 1), 8000),
    (datetime.date(2021, 9, 1), 12000),
    (datetime.date(2023, 9, 1), 16000),
    (datetime.date(2024, 9, 1), 20000),
)


def _standard(standard: Standard, on: datetime.date) -> int:
    """Return the figure of the last term that has begun."""
    figure = 0
    for starts, newer in standard:
        if starts <= on:
            figure = newer
    return figure


def _figure(printed: int, national: Standard, on: datetime.date, reading: str) -> int:
    """Return the printed figure, or in force the national one if it is higher."""
    if reading == "in-force":
        return max(printed, _standard(national, on))
    return printed


def _exactly(yuan: int | Decimal) -> Bounds:
    return Bounds(Decimal(yuan), Decimal(yuan))


def _up_to_public(fee: Decimal, row: Row) -> Decimal:
    """A private school waives no more than a like public one charges."""
    return min(fee, Decimal(row["public_school_fee"])) if row["ownership"] == "private" else fee


def _nothing_printed(row: Row, on: datetime.date, reading: str) -> Bounds:
    return Bounds()


def _pays_4a(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(1000)


def _pays_4b(row: Row, on: datetime.date, reading: str) -> Bounds:
    return Bounds(Decimal(0), Decimal(row["care_fee"]))


def _pays_5a_fees(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_up_to_public(Decimal(row["tuition"]) + Decimal(row["misc_fee"]), row))


def _pays_5a_living(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_standard(LIVING[row["stage"]], on))


def _pays_5a_living_day(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_standard(LIVING_DAY[row["stage"]], on))


def _pays_5b(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(500)


def _pays_5c(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_figure(4, MEAL, on, reading) * row["school_days"])


def _pays_6(row: Row, on: datetime.date, reading: str) -> Bounds:
    return Bounds(average=Decimal(_figure(1500, SENIOR_GRANT, on, reading)))


def _pays_7a(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_up_to_public(Decimal(row["tuition"]), row))


def _pays_7b(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(_figure(1500, VOCATIONAL_GRANT, on, reading))


def _pays_8a(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(6000)


def _pays_8b(row: Row, on: datetime.date, reading: str) -> Bounds:
    return Bounds(Decimal(0), Decimal(_figure(8000, LOAN_CAP, on, reading)))


def _pays_10(row: Row, on: datetime.date, reading: str) -> Bounds:
    return _exactly(1500)


# The fifteen.

_8B_USES = ("stage", "full_time", "admitted_year", "poor_village", "registered", "hardship")

BENEFITS = (
    Benefit(
        id="GZ-4a",
        place="school_county",
        territory=_in_ganzhou,
        uses=(
            "stage",
            "birth_date",
            "enrolment_age_edges",
            "school_approved",
            "ownership",
            "inclusive",
            "registered",
            "hardship",
            "martyr_child",
            "orphan",
            "disabled",
        ),
        condition=_is_4a,
        basis="fixed",
        per="school_year",
        amount_uses=(),
        amount=_pays_4a,
    ),
    Benefit(
        id="GZ-4b",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage", "hardship"),
        condition=_is_4b,
        basis="discretionary",
        per="school_year",
        amount_uses=("care_fee",),
        amount=_pays_4b,
    ),
    Benefit(
        id="GZ-5a/fees",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage",),
        condition=_is_5a,
        basis="fixed",
        per="school_year",
        amount_uses=("tuition", "misc_fee", "ownership", "public_school_fee"),
        amount=_pays_5a_fees,
    ),
    Benefit(
        id="GZ-5a/books",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage",),
        condition=_is_5a,
        basis="in_kind",
        per="school_year",
        amount_uses=(),
        amount=_nothing_printed,
    ),
    Benefit(
        id="GZ-5a/living",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage", "boarding", "registered", "hardship"),
        condition=_is_5a_living,
        basis="fixed",
        per="school_year",
        amount_uses=("stage",),
        amount=_pays_5a_living,
    ),
    Benefit(
        id="GZ-5a/living_day",
        place="school_county",
        territory=_in_ganzhou,
        uses=(
            "stage",
            "boarding",
            "registered",
            "disabled",
            "hardship",
            "rural_dibao",
            "rural_tekun",
        ),
        condition=_is_5a_living_day,
        basis="fixed",
        per="school_year",
        amount_uses=("stage",),
        amount=_pays_5a_living_day,
        starts=datetime.date(2019, 9, 1),
    ),
    Benefit(
        id="GZ-5b",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage", "boarding", "registered"),
        condition=_is_5b,
        basis="fixed",
        per="school_year",
        amount_uses=(),
        amount=_pays_5b,
    ),
    Benefit(
        id="GZ-5c",
        place="school_county",
        territory=_in_the_eleven,
        uses=(
            "stage",
            "poor_village",
            "school_in_poor_village",
            "school_level",
            "meals_at_town_schools",
        ),
        condition=_is_5c,
        basis="fixed",
        per="school_year",
        amount_uses=("school_days",),
        amount=_pays_5c,
    ),
    Benefit(
        id="GZ-6",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage", "full_time", "registered", "hardship"),
        condition=_is_6,
        basis="average",
        per="school_year",
        amount_uses=(),
        amount=_pays_6,
    ),
    Benefit(
        id="GZ-7a",
        place="school_county",
        territory=_in_ganzhou,
        uses=(
            "stage",
            "full_time",
            "formal_roll",
            "grade",
            "hukou",
            "major",
            "registered",
            "hardship",
        ),
        condition=_is_7a,
        basis="fixed",
        per="school_year",
        amount_uses=("tuition", "ownership", "public_school_fee"),
        amount=_pays_7a,
    ),
    Benefit(
        id="GZ-7b",
        place="school_county",
        territory=_in_ganzhou,
        uses=("stage", "full_time", "formal_roll", "grade", "major", "registered", "hardship"),
        condition=_is_7b,
        basis="fixed",
        per="school_year",
        amount_uses=(),
        amount=_pays_7b,
    ),
    Benefit(
        id="GZ-8a",
        place="home_county",
        territory=_in_ganzhou,
        uses=(*_8B_USES, "entry_grant_eligible", "entry_grant_outside_poor_villages"),
        condition=_is_8a,
        basis="fixed",
        per="once",
        amount_uses=(),
        amount=_pays_8a,
    ),
    Benefit(
        id="GZ-8b/loan",
        place="home_county",
        territory=_in_ganzhou,
        uses=_8B_USES,
        condition=_is_8b,
        basis="at_most",
        per="school_year",
        amount_uses=(),
        amount=_pays_8b,
    ),
    Benefit(
        id="GZ-8b/interest",
        place="home_county",
        territory=_in_ganzhou,
        uses=_8B_USES,
        condition=_is_8b,
        basis="in_kind",
        per="school_year",
        amount_uses=(),
        amount=_nothing_printed,
    ),
    Benefit(
        id="GZ-10",
        place="home_county",
        territory=_in_ganzhou,
        uses=("stage", "registered", "hardship", "hukou", "urban_hardship_counts"),
        condition=_is_10,
        basis="fixed",
        per="school_year",
        amount_uses=(),
        amount=_pays_10,
    ),
)


# The definition.


def _completions(known: Row, names: Iterable[str], domains: Domains) -> Iterator[dict[str, Any]]:
    """Yield the row with the named facts filled in, in every way."""
    names = tuple(names)
    row = dict(known)
    for values in itertools.product(*(domains[name] for name in names)):
        row.update(zip(names, values, strict=True))
        yield row


def _moves(
    known: Row,
    names: Iterable[str],
    domains: Domains,
    name: str,
    what: Callable[[Row], object],
) -> bool:
    """Tell whether two completions that differ only in `name` differ in `what`."""
    others = [other for other in names if other != name]
    for rest in _completions(known, others, domains):
        if len({what(full) for full in _completions(rest, [name], domains)}) > 1:
            return True
    return False


def _bounds(
    benefit: Benefit, known: Row, domains: Domains, on: datetime.date, reading: str
) -> tuple[Bounds, tuple[str, ...]]:
    """Return the bounds over the completions of the amount's facts, and what moves them."""
    unknown = [name for name in benefit.amount_uses if name not in known]
    listed = {**domains, "stage": ("primary", "junior")}  # the rows a table has

    def amount(row: Row) -> Bounds:
        return benefit.amount(row, on, reading)

    every = [amount(row) for row in _completions(known, unknown, listed)]
    lowers = [one.lower for one in every if one.lower is not None]
    uppers = [one.upper for one in every if one.upper is not None]
    lower = min(lowers) if len(lowers) == len(every) else None
    upper = max(uppers) if len(uppers) == len(every) else None
    if lower is not None and abs(lower) > BEYOND // 10:
        lower = None
    if upper is not None and abs(upper) > BEYOND // 10:
        upper = None
    missing = [name for name in unknown if _moves(known, unknown, listed, name, amount)]
    return Bounds(lower, upper, every[0].average), tuple(sorted(missing))


def _answer(
    benefit: Benefit, known: Row, domains: Domains, on: datetime.date, reading: str
) -> Answer:
    """Go through the outcomes in their order."""

    def nothing(outcome: str) -> Answer:
        return Answer(outcome, None, None, None, None, benefit.per, (), ())

    def place(row: Row) -> bool:
        return benefit.territory(row[benefit.place])

    def condition(row: Row) -> bool:
        return bool(benefit.condition(row, on))

    def due(row: Row) -> bool:
        return place(row) and condition(row)

    if on < benefit.starts:
        return nothing("not_applicable")
    if benefit.place in known and not place(known):
        return nothing("not_applicable")

    unknown = [name for name in benefit.uses if name not in known]
    if not any(condition(row) for row in _completions(known, unknown, domains)):
        return nothing("not_entitled")

    if benefit.place not in known:
        unknown.append(benefit.place)
    missing: tuple[str, ...] = ()
    if all(due(row) for row in _completions(known, unknown, domains)):
        outcome = "entitled"
    else:
        outcome = "undetermined"
        missing = tuple(
            sorted(name for name in unknown if _moves(known, unknown, domains, name, due))
        )
    bounds, amount_missing = _bounds(benefit, known, domains, on, reading)
    return Answer(
        outcome,
        benefit.basis,
        bounds.lower,
        bounds.upper,
        bounds.average,
        benefit.per,
        missing,
        amount_missing,
    )


def _check(known: Row) -> None:
    """Refuse a value no roster can hold, so that a slip in a test is not read as a 'no'."""
    for name, value in known.items():
        if name in LABELS and value not in LABELS[name]:
            message = f"{name}: {value!r} is none of {', '.join(LABELS[name])}"
            raise ValueError(message)
        if name in FLAGS + QUESTIONS and not isinstance(value, bool):
            message = f"{name}: {value!r} is not a boolean"
            raise ValueError(message)
        if name in ("school_county", "home_county") and not re.fullmatch("[0-9]{6}", value):
            message = f"{name}: {value!r} is not six digits"
            raise ValueError(message)


def assess(
    row: Mapping[str, object],
    on: datetime.date,
    reading: str = "as-written",
    answers: Mapping[str, bool] = {},
) -> dict[str, Answer]:
    """Answer every Ganzhou student benefit for one row on one date."""
    if reading not in READINGS:
        message = f"reading: {reading!r} is none of {', '.join(READINGS)}"
        raise ValueError(message)
    known = {name: value for name, value in (*row.items(), *answers.items()) if value is not None}
    _check(known)
    domains = _domains(on)
    return {benefit.id: _answer(benefit, known, domains, on, reading) for benefit in BENEFITS}


def _self_check() -> None:
    """Compare with examples worked out by hand."""
    day = datetime.date
    autumn = day(2016, 10, 1)
    yuan = Decimal

    def one(
        benefit: str,
        on: datetime.date = autumn,
        reading: str = "as-written",
        answers: Mapping[str, bool] | None = None,
        **row: object,
    ) -> Answer:
        return assess(row, on, reading, answers or {})[benefit]

    order = "4a 4b 5a/fees 5a/books 5a/living 5a/living_day 5b 5c 6 7a 7b 8a 8b/loan 8b/interest 10"
    assert list(assess({}, autumn)) == ["GZ-" + part for part in order.split()]

    # Life and place.
    nothing = Answer("not_applicable", None, None, None, None, "school_year", (), ())
    assert one("GZ-5b", day(2014, 12, 31), stage="primary") == nothing
    assert one("GZ-5a/living_day", day(2019, 8, 31)) == nothing
    assert one("GZ-5b", stage="primary", school_county="350703") == nothing
    assert one("GZ-8a", home_county="110101")._replace(per="school_year") == nothing
    assert one("GZ-5c", stage="primary", poor_village=True, school_county="360702") == nothing

    # The boarder of 2015: 1000 + 500, and 1250 + 500.
    boarder: dict[str, Any] = {
        "stage": "primary",
        "boarding": True,
        "registered": True,
        "school_county": "360781",
    }
    fixed = Answer("entitled", "fixed", None, None, None, "school_year", (), ())
    assert one("GZ-5b", **boarder) == fixed._replace(lower=yuan(500), upper=yuan(500))
    assert one("GZ-5a/living", **boarder) == fixed._replace(lower=yuan(1000), upper=yuan(1000))
    junior = {**boarder, "stage": "junior"}
    assert one("GZ-5a/living", **junior).upper == yuan(1250)
    assert one("GZ-5a/living", day(2024, 2, 29), **boarder).upper == yuan(1000)
    assert one("GZ-5a/living", day(2024, 3, 1), **boarder).upper == yuan(1250)
    assert one("GZ-5a/living", day(2024, 3, 1), "in-force", **junior).lower == yuan(1500)
    assert one("GZ-5a/living_day", day(2019, 9, 1), **boarder).outcome == "not_entitled"

    # An unknown stage: the hull of primary and junior.
    someone = {**boarder, "stage": None}
    assert one("GZ-5a/living", **someone) == Answer(
        "undetermined",
        "fixed",
        yuan(1000),
        yuan(1250),
        None,
        "school_year",
        ("stage",),
        ("stage",),
    )
    day_pupil = {**someone, "boarding": False}
    assert one("GZ-5a/living_day", day(2024, 9, 1), **day_pupil)[2:4] == (yuan(625), yuan(750))

    # Two things unknown, of which one no longer matters.
    assert one("GZ-5a/living", stage="primary", hardship="hard").missing == (
        "boarding",
        "school_county",
    )
    assert one("GZ-5a/living", stage="primary", school_county="360730").missing == (
        "boarding",
        "hardship",
        "registered",
    )
    assert one("GZ-5a/living", stage="senior").outcome == "not_entitled"

    # A membership that is known counts, beside a level of none too; one that is not is never asked.
    member = {**boarder, "registered": False, "hardship": "none"}
    assert one("GZ-5a/living", **member).outcome == "not_entitled"
    for name in MEMBERSHIPS:
        assert one("GZ-5a/living", **{**member, name: True}).outcome == "entitled"
        assert one("GZ-5a/living", **{**member, name: False}).outcome == "not_entitled"
    unasked = {**boarder, "registered": False}
    assert one("GZ-5a/living", **unasked).missing == ("hardship",)
    assert one("GZ-5a/living", **unasked, monitored=True).outcome == "entitled"

    # The four groups: the disabled among them only in hardship; a membership is asked here.
    day_child: dict[str, Any] = {
        "stage": "primary",
        "boarding": False,
        "registered": False,
        "rural_dibao": False,
        "rural_tekun": False,
        "disabled": True,
        "school_county": "360702",
    }
    late = day(2020, 9, 1)
    assert one("GZ-5a/living_day", late, **day_child).missing == ("hardship",)
    assert one("GZ-5a/living_day", late, hardship="none", **day_child).outcome == "not_entitled"
    assert one("GZ-5a/living_day", late, hardship="hard", **day_child).outcome == "entitled"
    urban_family = {**day_child, "hardship": "none", "urban_dibao": True}
    assert one("GZ-5a/living_day", late, **urban_family).outcome == "entitled"
    able = {**urban_family, "disabled": False}
    assert one("GZ-5a/living_day", late, **able).outcome == "not_entitled"
    assert one("GZ-5a/living_day", late, **{**able, "rural_dibao": None}).missing == (
        "rural_dibao",
    )

    # Fees: a sum with an unknown number has no bounds.
    pupil: dict[str, Any] = {"stage": "junior", "school_county": "360702"}
    assert one("GZ-5a/fees", **pupil).amount_missing == (
        "misc_fee",
        "ownership",
        "public_school_fee",
        "tuition",
    )
    pupil["ownership"] = "public"
    assert one("GZ-5a/fees", tuition=yuan("12.50"), **pupil) == fixed._replace(
        amount_missing=("misc_fee",)
    )
    paid = one("GZ-5a/fees", tuition=yuan("12.50"), misc_fee=yuan("0.50"), **pupil)
    assert paid == fixed._replace(lower=yuan(13), upper=yuan(13))
    private = {**pupil, "ownership": "private", "tuition": yuan(90), "misc_fee": yuan(10)}
    assert one("GZ-5a/fees", **private) == fixed._replace(
        upper=yuan(100), amount_missing=("public_school_fee",)
    )
    assert one("GZ-5a/fees", public_school_fee=yuan(60), **private)[2:4] == (yuan(60), yuan(60))
    assert one("GZ-5a/books", **pupil) == fixed._replace(basis="in_kind")
    assert one("GZ-5a/books", stage="junior").missing == ("school_county",)

    # Kindergarten: ages 3 to 6, the edges an open question; public, or private and inclusive.
    child: dict[str, Any] = {
        "stage": "preschool",
        "birth_date": day(2012, 2, 29),
        "school_approved": True,
        "ownership": "public",
        "orphan": True,
        "school_county": "360735",
    }
    assert one("GZ-4a", **child) == fixed._replace(lower=yuan(1000), upper=yuan(1000))
    assert one("GZ-4a", day(2015, 2, 28), **child).missing == ("enrolment_age_edges",)
    assert one("GZ-4a", day(2015, 3, 1), **child).outcome == "entitled"
    assert one("GZ-4a", day(2019, 2, 28), **child).outcome == "entitled"
    assert one("GZ-4a", day(2019, 3, 1), **child).missing == ("enrolment_age_edges",)
    assert one("GZ-4a", day(2020, 2, 29), **child).outcome == "not_entitled"
    edges = {"enrolment_age_edges": False}
    assert one("GZ-4a", day(2019, 3, 1), answers=edges, **child).outcome == "not_entitled"
    unowned = {**child, "ownership": None}
    assert one("GZ-4a", **unowned).missing == ("inclusive", "ownership")
    assert one("GZ-4a", inclusive=True, **unowned).outcome == "entitled"
    unborn = {**child, "birth_date": None}
    assert one("GZ-4a", **unborn).missing == ("birth_date", "enrolment_age_edges")

    # Discretion: from nothing to the fee.
    special: dict[str, Any] = {
        "stage": "preschool",
        "hardship": "special",
        "school_county": "360735",
    }
    assert one("GZ-4b", **special) == Answer(
        "entitled", "discretionary", yuan(0), None, None, "school_year", (), ("care_fee",)
    )
    assert one("GZ-4b", care_fee=yuan(900), **special)[2:4] == (yuan(0), yuan(900))
    assert one("GZ-4b", registered=True, stage="preschool").missing == ("hardship", "school_county")

    # Meals: four yuan a day, five in force from autumn 2021; old and new county codes.
    eater: dict[str, Any] = {"stage": "primary", "poor_village": True, "school_level": "village"}
    for county in ("360782", "360703", "360721", "360704"):
        meals = one("GZ-5c", day(2021, 9, 1), school_county=county, school_days=200, **eater)
        assert meals == fixed._replace(lower=yuan(800), upper=yuan(800))
    eater["school_county"] = "360703"
    assert one("GZ-5c", **eater) == fixed._replace(amount_missing=("school_days",))
    eater["school_days"] = 200
    assert one("GZ-5c", day(2021, 8, 31), "in-force", **eater).lower == yuan(800)
    assert one("GZ-5c", day(2021, 9, 1), "in-force", **eater).lower == yuan(1000)

    # Senior school: an average, and 2000 in force from spring 2015.
    senior: dict[str, Any] = {
        "stage": "senior",
        "full_time": True,
        "hardship": "ordinary",
        "school_county": "360702",
    }
    average = fixed._replace(basis="average", average=yuan(1500))
    assert one("GZ-6", **senior) == average
    assert one("GZ-6", day(2015, 2, 28), "in-force", **senior) == average
    assert one("GZ-6", day(2015, 3, 1), "in-force", **senior).average == yuan(2000)
    assert one("GZ-6", day(2025, 3, 1), "in-force", **senior).average == yuan(2300)

    # Vocational school: tuition for three years, a grant for two.
    trainee: dict[str, Any] = {
        "stage": "vocational",
        "full_time": True,
        "formal_roll": True,
        "grade": 3,
        "hukou": "rural",
        "major": "other",
        "school_county": "360702",
        "ownership": "public",
    }
    assert one("GZ-7a", tuition=yuan(850), **trainee)[:4] == (
        "entitled",
        "fixed",
        yuan(850),
        yuan(850),
    )
    assert one("GZ-7b", registered=True, **trainee).outcome == "not_entitled"
    assert one("GZ-7b", day(2025, 9, 1), "in-force", registered=True, **trainee)[0] == (
        "not_entitled"
    )
    artist = {**trainee, "major": "performing_arts", "grade": 1}
    assert one("GZ-7a", registered=True, **artist).outcome == "not_entitled"
    assert one("GZ-7b", registered=True, **artist).outcome == "entitled"
    assert one("GZ-7b", day(2015, 3, 1), "in-force", registered=True, **artist)[2] == yuan(2000)
    anyone = {**trainee, "hukou": None, "major": None, "grade": None}
    assert one("GZ-7a", hardship="none", **anyone) == Answer(
        "undetermined",
        "fixed",
        None,
        None,
        None,
        "school_year",
        ("grade", "hukou", "major", "registered"),
        ("tuition",),
    )

    # University: the grant for this year's entrants, from July to June; the loan all through.
    fresher: dict[str, Any] = {
        "stage": "undergraduate",
        "full_time": True,
        "admitted_year": 2015,
        "poor_village": True,
        "hardship": "hard",
        "entry_grant_eligible": True,
        "home_county": "360730",
    }
    grant = fixed._replace(lower=yuan(6000), upper=yuan(6000), per="once")
    assert one("GZ-8a", day(2015, 6, 30), **fresher).outcome == "not_entitled"
    assert one("GZ-8a", day(2015, 7, 1), **fresher) == grant
    assert one("GZ-8a", day(2016, 6, 30), **fresher) == grant
    assert one("GZ-8a", day(2016, 7, 1), **fresher).outcome == "not_entitled"
    elsewhere = {**fresher, "poor_village": False}
    assert one("GZ-8a", day(2015, 9, 1), **elsewhere).missing == (
        "entry_grant_outside_poor_villages",
    )
    loan = fixed._replace(basis="at_most", lower=yuan(0), upper=yuan(8000))
    assert one("GZ-8b/loan", **fresher) == loan
    assert one("GZ-8b/interest", **fresher) == fixed._replace(basis="in_kind")
    assert one("GZ-8b/loan", day(2024, 8, 31), "in-force", **fresher).upper == yuan(16000)
    assert one("GZ-8b/loan", day(2024, 9, 1), "in-force", **fresher).upper == yuan(20000)
    earlier = {**fresher, "admitted_year": 2014}
    assert one("GZ-8a", day(2015, 1, 1), **earlier).outcome == "entitled"
    assert one("GZ-8b/loan", day(2015, 1, 1), **earlier).outcome == "not_entitled"
    later = {**fresher, "admitted_year": 2017}
    assert one("GZ-8b/loan", **later).outcome == "not_entitled"

    # Vocational families: urban ones outside the register are an open question.
    urban: dict[str, Any] = {
        "stage": "vocational",
        "hardship": "hard",
        "registered": False,
        "hukou": "urban",
        "home_county": "360730",
    }
    assert one("GZ-10", **urban).missing == ("urban_hardship_counts",)
    settled = {"urban_hardship_counts": True}
    assert one("GZ-10", answers=settled, **urban) == fixed._replace(
        lower=yuan(1500), upper=yuan(1500)
    )
    assert one("GZ-10", **{**urban, "registered": None}).missing == (
        "registered",
        "urban_hardship_counts",
    )
    assert one("GZ-10", **{**urban, "hukou": None}).missing == ("hukou", "urban_hardship_counts")


if __name__ == "__main__":
    _self_check()
    print("ok")
