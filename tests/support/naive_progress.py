"""Progress once more, written straight from the page that promises it: Decimal arithmetic on plain rows, no classes.

It shares nothing with the library. Where the page says what a figure is, the line here says the same.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

USUAL = {"compulsory_completion": "cohort"}


def naive_row(
    target: dict[str, Any], rows: list[dict[str, Any]], place: str, year_asked: int
) -> dict[str, Any]:
    """The row of one target and place."""
    with localcontext() as context:
        context.prec = 80
        return _row(target, rows, place, year_asked)


def _row(
    target: dict[str, Any], rows: list[dict[str, Any]], place: str, year_asked: int
) -> dict[str, Any]:
    usual = USUAL.get(target["indicator"], "standard")
    values = {
        r["year"]: r["value"]
        for r in rows
        if (r["indicator"], r["place"], r["scope"], r["variant"])
        == (target["indicator"], place, target["scope"], usual)
        and r["year"] <= year_asked
    }
    due, threshold = target["due"], target["threshold"]
    answer = {key: target[key] for key in ("target", "indicator", "scope", "due")} | {
        "place": place,
        "threshold": four(threshold),
        "reached_in": None,
    }
    if not values:
        figures = ("latest_value", "latest_year", "gap", "pace", "required_pace", "projected")
        return answer | dict.fromkeys(figures) | {"status": "unknown"}
    newest = max(values)
    first = min([y for y in values if y >= target["since"]] or values)
    gap = max(Decimal(0), threshold - values[newest])
    answer |= {"latest_value": four(values[newest]), "latest_year": newest, "gap": four(gap)}
    if gap == 0:
        answer["required_pace"] = four(gap)
    else:
        answer["required_pace"] = four(gap / (due - newest)) if due > newest else None
    rise, years = values[newest] - values[first], newest - first
    answer["pace"] = four(rise / years) if years else None
    # the line in the due year, times the years between its points, so that nothing is divided before it is compared
    line = values[first] * years + rise * (due - first)
    answer["projected"] = four(line / years) if years else None
    if year_asked > due:
        if due not in values:
            answer["status"] = "unknown"
        elif values[due] >= threshold:
            answer["status"] = "met"
        else:
            answer["status"] = "missed"
            later = [y for y in values if y > due and values[y] >= threshold]
            answer["reached_in"] = min(later, default=None)
    elif values[newest] >= threshold:
        answer["status"] = "met"
    elif years and line >= threshold * years:
        answer["status"] = "on_track"
    else:
        answer["status"] = "behind"
    return answer


def four(value: Decimal) -> str:
    """Four decimals, ties away from zero; nothing below zero is shown as zero."""
    shown = value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return f"{abs(shown) if shown == 0 else shown:f}"
