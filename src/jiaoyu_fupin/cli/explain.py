"""``explain``: why something is due to one subject of a roster, or is not, or cannot be told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from html import escape

import attrs

from ..analysis.needs import facts_needed
from ..answers.explanations import Explanation
from ..people import Subject, key_of, subject_name
from ..people.doubts import doubts
from ..people.fact import specs
from ..rosters import Roster, read_roster
from ..values.errors import WITHHELD, CallError, Code, DataError, Problem, unknown_name
from ..values.text import LANGUAGES, Lang, Text, enumerated, html_lang
from .messages import say_late
from .options import RosterRequest, add_roster, asked
from .sinks import emit_text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_roster(parser)
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
    """Explain one subject's answers."""
    call = asked(args)
    benefits = call.ready.benefits
    names = {b.id for b in benefits} | {b.clause for b in benefits}
    if args.benefit not in {None, *names}:
        raise CallError(unknown_name("benefit", args.benefit, names))
    subject, filled = _subject(call, args.id.strip())
    say_late(call.ready)
    found = [
        e
        for e in call.ready.explain(subject)
        if args.benefit in {None, e.benefit.id, e.benefit.clause}
    ]
    emit_text(written(found, remarks(call, subject, filled), args.lang, html=args.html))
    return 0


def written(
    explanations: Sequence[Explanation],
    remarks: Sequence[Text] = (),
    lang: Lang = "zh",
    *,
    html: bool = False,
) -> str:
    """Explanations one after the other, then what has to be said of the subject besides."""
    lines = [remark(lang) for remark in remarks]
    if html:
        code = html_lang(lang)
        parts = [e.html(lang) for e in explanations]
        parts += [f'<p class="jiaoyu-fupin" lang="{code}">{escape(line)}</p>' for line in lines]
        return "\n".join(parts)
    parts = [e.text(lang) for e in explanations]
    return "\n\n".join([*parts, "\n".join(lines)] if lines else parts)


def remarks(call: RosterRequest, subject: Subject, filled: Sequence[str]) -> list[Text]:
    """What was filled in on the caller's word, and what can hardly be right."""

    def columns(names: Sequence[str]) -> Text:
        return enumerated(_COLUMN.filled(fact=call.known[n], name=n) for n in names)

    said = [_FILLED.filled(columns=columns(filled))] if filled else []
    policy_ = call.ready.policy
    said += [
        _DOUBT.filled(doubt=doubt.message, columns=columns(doubt.columns))
        for doubt in doubts(subject, call.ready.setting.on, county_changes=policy_.county_changes)
    ]
    return said


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
        subject=call.ready.subject,
        on=call.ready.setting.on,
        columns=facts_needed(call.ready.policy, call.ready.subject),
        blank_is_no=call.blank_is_no,
        assuming=call.assuming,
        own=call.ready.policy.facts,
        county_changes=call.ready.policy.county_changes,
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
