"""``explain``: why something is due to one subject of a roster, or is not, or cannot be told."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping, Sequence
from html import escape
from types import MappingProxyType

import attrs

from ..analysis.needs import facts_needed
from ..answers.explanations import OUTCOME, Explanation
from ..answers.together import Together
from ..clauses.printed import PlanText
from ..people import Subject, key_of, subject_name
from ..people.doubts import doubts
from ..people.fact import specs
from ..rosters import Roster, read_roster
from ..rules.forms import Outcome
from ..rules.prose import PER
from ..values.errors import WITHHELD, CallError, Code, DataError, Problem, unknown_name
from ..values.money import Bounds
from ..values.text import LANGUAGES, Lang, Text, enumerated, html_lang
from .messages import say_late
from .options import RosterRequest, add_roster, asked
from .sinks import emit_text
from .sources import add_source, source_given


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_roster(parser)
    add_source(parser)
    parser.add_argument("--id", required=True, metavar="ID", help="whose answers are explained")
    parser.add_argument(
        "--benefit",
        metavar="BENEFIT",
        help="only this one, or all of a clause, such as GZ-5a/living or GZ-5a",
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="zh", help="(default: zh)")
    parser.add_argument("--html", action="store_true", help="as an HTML fragment")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain one subject's answers; 1 when something is wrong with the plan's text."""
    call = asked(args)
    benefits = [b for ready in call.readies for b in ready.benefits]
    names = {b.id for b in benefits} | {b.clause for b in benefits}
    if args.benefit not in {None, *names}:
        raise CallError(unknown_name("benefit", args.benefit, names))
    subject, filled = _subject(call, args.id.strip())
    for ready in call.readies:
        say_late(ready)
    explained = (call.joint or call.readies[0]).explain(subject)
    found = [e for e in explained if args.benefit in {None, e.benefit.id, e.benefit.clause}]
    said = remarks(call, subject, filled)
    if call.joint is not None:
        only = None if args.benefit is None else {e.benefit.id for e in found}
        said = [*counted_once(call.joint.assess(subject), only), *said]
    sources, well = source_given(args, [ready.policy for ready in call.readies])
    emit_text(written(found, said, args.lang, html=args.html, sources=sources))
    return 0 if well else 1


def written(
    explanations: Sequence[Explanation],
    remarks: Sequence[Text] = (),
    lang: Lang = "zh",
    *,
    html: bool = False,
    sources: Mapping[str, PlanText] = MappingProxyType({}),
) -> str:
    """Explanations one after the other, then what has to be said of the subject besides.

    `sources` are the texts of plans by the ids of their policies; their words are quoted.
    """
    lines = [remark(lang) for remark in remarks]
    if html:
        code = html_lang(lang)
        parts = [e.html(lang, sources.get(e.policy.id)) for e in explanations]
        parts += [f'<p class="jiaoyu-fupin" lang="{code}">{escape(line)}</p>' for line in lines]
        return "\n".join(parts)
    parts = [e.text(lang, sources.get(e.policy.id)) for e in explanations]
    return "\n\n".join([*parts, "\n".join(lines)] if lines else parts)


def remarks(call: RosterRequest, subject: Subject, filled: Sequence[str]) -> list[Text]:
    """What was filled in on the caller's word, and what can hardly be right."""

    def columns(names: Sequence[str]) -> Text:
        return enumerated(_COLUMN.filled(fact=call.known[n], name=n) for n in names)

    said = [_FILLED.filled(columns=columns(filled))] if filled else []
    said += [
        _DOUBT.filled(doubt=doubt.message, columns=columns(doubt.columns))
        for doubt in doubts(subject, call.on, county_changes=call.county_changes)
    ]
    return said


def counted_once(together: Together, only: Collection[str] | None = None) -> list[Text]:
    """What several policies grant of the same money, and what all of it comes to in each period.

    Args:
        together: The policies' answers together.
        only: The benefits it is about; of all others nothing is said, and nothing is added up.
    """
    said = []
    for due in together:
        ids = [f.benefit for f in due.findings]
        if len(ids) > 1 and (only is None or not set(ids).isdisjoint(only)):
            outcome = OUTCOME[due.outcome]
            shared = {"benefits": enumerated(_ID.filled(id=id_) for id_ in ids), "outcome": outcome}
            if due.outcome in {Outcome.ENTITLED, Outcome.UNDETERMINED} and due.stated:
                amount = _between(due.bounds)
                said.append(_ONCE_AT.filled(**shared, amount=amount, per=PER[due.per]))
            else:
                said.append(_ONCE.filled(**shared))
    if only is not None:
        return said
    for per in together.periods:
        total = together.total(per)
        counted = any(d.per is per and d.id not in total.left_out for d in together.open)
        if counted:
            said.append(_TOTAL.filled(per=PER[per], amount=_between(total.bounds)))
        if total.left_out:
            left_out = enumerated(_ID.filled(id=id_) for id_ in total.left_out)
            said.append(_LEFT_OUT.filled(per=PER[per], benefits=left_out))
    return said


def _between(bounds: Bounds) -> Text:
    low, high = ("?" if b is None else f"{b:.2f}" for b in (bounds.lower, bounds.upper))
    return _YUAN.filled(sum=low) if low == high != "?" else _FROM_TO.filled(low=low, high=high)


_ID = Text("{id}", "{id}")
_YUAN = Text("{sum}元", "{sum} yuan")
_FROM_TO = Text("{low}至{high}元", "{low} to {high} yuan")
_ONCE = Text(
    "同一笔钱，只计一次：{benefits}：{outcome}",
    "the same money, counted once: {benefits}: {outcome}",
)
_ONCE_AT = Text(
    "同一笔钱，只计一次：{benefits}：{outcome}，{amount}，{per}",
    "the same money, counted once: {benefits}: {outcome}, {amount}, {per}",
)
_TOTAL = Text("合计，{per}：{amount}", "in all, {per}: {amount}")
_LEFT_OUT = Text(
    "未计入合计（贷款、平均标准、实物或未载明金额），{per}：{benefits}",
    "not added up (loans, averages, goods, amounts not stated), {per}: {benefits}",
)
_COLUMN = Text("{fact} ({name})", "{fact} ({name})")
_FILLED = Text("按命令行所给说明填入：{columns}", "filled in as the command line says: {columns}")
_DOUBT = Text("存疑：{doubt}：{columns}", "doubt: {doubt}: {columns}")


def _subject(call: RosterRequest, id_: str) -> tuple[Subject, list[str]]:
    """The subject, and which of its facts were filled in on the caller's word."""
    subject = find(_read(call), id_)
    if not call.assuming and not call.blank_is_no:
        return subject, []
    before = find(_read(attrs.evolve(call, assuming={}, blank_is_no=())), id_)
    old, new = ({**attrs.asdict(s, recurse=False), **s.extra} for s in (before, subject))
    return subject, [n for n in call.known if new.get(n) is not None and old.get(n) is None]


def _read(call: RosterRequest) -> Roster:
    """The roster, no more of it than the rules ask."""
    return read_roster(
        call.roster,
        subject=call.subject,
        on=call.on,
        columns=tuple(
            dict.fromkeys(
                name for ready in call.readies for name in facts_needed(ready.policy, call.subject)
            )
        ),
        blank_is_no=call.blank_is_no,
        assuming=call.assuming,
        own=call.own,
        county_changes=call.county_changes,
        encoding=call.encoding,
        limits=call.limits,
        on_error="set_aside",
    )


def find(roster: Roster, id_: str) -> Subject:
    """One subject of a roster; what is wrong with other rows does not matter.

    Raises:
        CallError: Nobody on the roster has the id.
        DataError: Something is wrong with the row.
    """
    key = specs(roster.subject)[key_of(roster.subject)]
    row = roster.frame.filter(roster.frame[key.name] == id_)
    for subject in attrs.evolve(roster, frame=row).subjects():
        return subject
    places = [k for k, header in enumerate(roster.header) if header in {key.name, key.text.zh}]
    wrong = [
        problem
        for reject in roster.rejects
        if any(k < len(reject.cells) and reject.cells[k].strip() == id_ for k in places)
        for problem in reject.problems
    ]
    if wrong:
        raise DataError(wrong)
    raise CallError(
        Problem(
            Code.UNKNOWN_NAME,
            "--id",
            WITHHELD,
            f"expected the {key.where} of a {subject_name(roster.subject)} on the roster",
        )
    )
