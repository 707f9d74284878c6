"""Everything the library says, in a third language that nobody speaks; run inside a copy of the library that has one.

In that language words are marked, ⟦so⟧. Whatever is printed without a mark is no text of the library: it has to be a
value, a name, or the words of a document as they are printed.
"""

from __future__ import annotations

import enum
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import attrs
import pendulum

LANGUAGE: Any = "xx"
MARK = """
def _marked(english: str) -> str:
    parts = re.split(r"(\\\\{[a-z_]+(?::(?:-|0[1-9]))?\\\\})", english)
    return "".join(p if k % 2 or not p else f"⟦{p}⟧" for k, p in enumerate(parts))
"""
FIELD = """    xx: str = attrs.field(default=attrs.Factory(lambda self: _marked(self.en), takes_self=True))
"""


def with_a_third_column(text_module: Path) -> None:
    """Give a copy of the library's module of texts one more language: a name, a field, and words for it."""
    source = text_module.read_text(encoding="utf-8")
    for old, new in (
        ('Literal["zh", "en"]\n', 'Literal["zh", "en", "xx"]\n'),
        ("    zh: str\n    en: str\n", f"    zh: str\n    en: str\n{FIELD}"),
        (
            "@attrs.frozen\nclass Text:",
            f"{MARK.replace(chr(92) * 2, chr(92))}\n\n@attrs.frozen\nclass Text:",
        ),
    ):
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    text_module.write_text(source, encoding="utf-8")


def printed_words(value: Any, seen: set[int]) -> Iterator[str]:
    """The text that a value holds as it is printed in a document, and every name in it: all that is no `Text`."""
    from jiaoyu_fupin.values.text import Text

    if id(value) in seen or isinstance(value, Text):
        return
    seen.add(id(value))
    if isinstance(value, str):
        yield value
    elif isinstance(value, enum.Enum):
        yield str(value.value)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from printed_words(item, seen)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from printed_words(getattr(value, field.name), seen)


def _facts(kind: type[Any]) -> dict[str, Any]:
    """Something for each fact of a kind that can be said in words: yes, the first label, a sum, a number."""
    from jiaoyu_fupin.people.fact import Kind, specs

    values: dict[Kind, Any] = {Kind.FLAG: True, Kind.WHOLE: 3, Kind.MONEY: Decimal("300.00")}
    return {
        name: next(iter(spec.labels)) if spec.labels else values[spec.kind]
        for name, spec in specs(kind).items()
        if spec.labels or spec.kind in values
    }


def _observed(target: Any) -> list[Any]:
    """What was seen of a target: too little, then only in part, and all of it a year too late."""
    import jiaoyu_fupin as jf
    from jiaoyu_fupin.clauses.target import Judgement, Rate
    from jiaoyu_fupin.values.ranges import Range

    years = (target.due - 3, target.due - 2, target.due, target.due + 1)
    if isinstance(target.aim, Judgement):
        return [
            jf.Judged(target=target.id, place="45", year=year, met=False, source="x")
            for year in years
        ]
    values = (Fraction(40), Fraction(50), Range(Fraction(50), Fraction(60)), Fraction(100))
    if not isinstance(target.aim, Rate):
        return [
            jf.Measured(target=target.id, place="45", year=year, value=value)
            for year, value in zip(years, values, strict=True)
        ]
    indicator, scope = target.aim.indicator, target.aim.scope
    seen = [
        jf.Observation(
            indicator=indicator, place="45", year=year, value=value, scope=scope, out_of=1000
        )
        for year, value in zip(years, values, strict=True)
    ]
    others = [s for s in jf.Scope if s is not scope][:1]
    return seen + [attrs.evolve(seen[0], scope=other) for other in others]


def _pairing() -> Iterator[tuple[str, str]]:
    """What is said of links: why a check finds fault, who is covered, the heads and titles of sheets of visits."""
    from jiaoyu_fupin.clauses.target import CoveredSet
    from jiaoyu_fupin.pairing.checks import REASONS, Issue, Verdict
    from jiaoyu_fupin.pairing.coverage import pairing_coverage
    from jiaoyu_fupin.pairing.network import Network
    from jiaoyu_fupin.pairing.visits import VisitSheet
    from jiaoyu_fupin.values.text import Text

    for check in REASONS:
        for verdict in Verdict:
            issue = Issue(check=check, verdict=verdict, links=(), facts=())
            yield f"check {check.value}", issue.reason(LANGUAGE)
    on = pendulum.date(2018, 1, 1)
    for covered in (CoveredSet.SCHOOLS, CoveredSet.REGISTERED_CHILDREN):
        coverage = pairing_coverage(Network(), covered, since=on)
        yield f"coverage {covered.value}", coverage.text()(LANGUAGE)
    sheet = VisitSheet(Text("全部", "all"), on, ())
    for row in sheet.lines(LANGUAGE):
        yield "visits", "  ".join(row)


def _command_line() -> Iterator[tuple[str, str]]:
    """The headings and remarks of tables on the command line, which have a row or a sentence for each language."""
    from jiaoyu_fupin.cli import measures, progress_formats, summary, table

    for module in (measures, progress_formats, summary, table):
        told = summary.heads(module._HEADINGS)
        yield f"{module.__name__}", "  ".join(told[-1])
        for text in vars(module).values():
            if type(text).__name__ == "Text":
                yield f"{module.__name__}", text(LANGUAGE)


def said() -> Iterator[tuple[str, str]]:
    """All lines the library prints of its policies, each with where it is from."""
    import jiaoyu_fupin as jf
    from jiaoyu_fupin.people import SUBJECTS, key_of
    from jiaoyu_fupin.people.doubts import CHECKS
    from jiaoyu_fupin.sentences import measure_lines, standard_sentence

    day = pendulum.date(2018, 9, 1)
    for id_ in jf.policy_ids():
        policy = jf.policy(id_)
        for measure in policy.measures:
            for line in measure_lines(measure, policy, LANGUAGE):
                yield f"{measure.id} show", line
        for standard in policy.standards:
            yield f"{id_} {standard.id}", standard_sentence(standard, LANGUAGE)
        for kind in SUBJECTS.values():
            for benefit in policy.benefits(kind):
                key: dict[str, Any] = {key_of(kind): "1"}
                for subject in (kind(**key), kind(**key, **_facts(kind))):
                    for on in (day, pendulum.date(1999, 1, 1)):
                        why = jf.explain(subject, policy, benefit.id, on=on)
                        yield f"{benefit.id} explain", why.text(LANGUAGE)
                        html = re.sub(r"<[^>]*>", "", why.html(LANGUAGE))
                        yield f"{benefit.id} html", unescape(html)
        for target in policy.effects(jf.Target):
            for seen in ((), _observed(target)):
                for on in (day, pendulum.date(2022, 1, 1)):
                    told = jf.progress(target, seen, on=on)
                    yield f"{target.id} progress", told.text(LANGUAGE)
                    html = re.sub(r"<[^>]*>", "", told.html(LANGUAGE))
                    yield f"{target.id} progress html", unescape(html)
    yield from _pairing()
    yield from _command_line()
    for check in CHECKS:
        yield f"doubt {check.doubt.code.value}", check.doubt.message(LANGUAGE)


def leaks() -> list[str]:
    """The lines in which words stand that are neither marked, nor printed in a document, nor a name."""
    import jiaoyu_fupin as jf
    from jiaoyu_fupin.people import SUBJECTS
    from jiaoyu_fupin.people.fact import specs

    known = {"xx", "jsonl"}
    for id_ in jf.policy_ids():
        policy = jf.policy(id_)
        known |= set(printed_words(policy, set())) | {policy.fingerprint}
    known |= {name for kind in SUBJECTS.values() for name in specs(kind)}
    names = re.compile("|".join(map(re.escape, sorted(filter(None, known), key=len, reverse=True))))
    found = []
    count = 0
    for where, lines in said():
        for line in lines.splitlines():
            count += 1
            left = line
            while (less := re.sub(r"⟦[^⟦⟧]*⟧", " ", left)) != left:
                left = less
            if re.search(r"[A-Za-z\u4e00-\u9fff]{2}", names.sub(" ", left)):
                found.append(f"{where}: {line}")
    assert count > 1000, count
    return found


if __name__ == "__main__":
    lost = leaks()
    sys.stdout.write("\n".join(lost[:40]) + f"\n{len(lost)} lines\n")
    sys.exit(bool(lost))
