"""Words in every language of the library: Chinese is the authority, English its gloss.

Whatever a reader sees is a `Text`, whole or as a template with places for its parts. Code that says something picks a
text and hands over the parts; it never asks which language it is. So a further language is a further column here:
its name in `Lang`, its field in `Text`.

>>> due = Text("到{due}年：{aim}", "by the end of {due}: {aim}")
>>> due("en", due=2020, aim=Text("每县一所", "one in each county"))
'by the end of 2020: one in each county'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from html import escape
from typing import Final, Literal, TypeAlias, get_args

import attrs

from .errors import CallError, Code, Problem, RuleError, clip, unknown_name

Lang: TypeAlias = Literal["zh", "en"]
"""``"zh"`` or ``"en"``."""

LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)
"""Every language, the authority first."""


def lang_given(lang: object) -> Lang:
    """The language that a call was given.

    Raises:
        CallError: There is no such language.
    """
    if lang not in LANGUAGES:
        raise CallError(unknown_name("language", str(lang), LANGUAGES))
    return lang


_PLACE: Final = re.compile(r"\{([a-z_]+)(?::(-|0[1-9]))?\}")
"""A place in a template. Nothing else is special: a brace by itself is a sign like any other."""


@attrs.frozen
class Text:
    """The same words in every language; with places such as ``{due}`` it is a template.

    A part that stands in a place may be a text itself, anything that has one as its ``text`` (a label, a fact, a
    question), or a value, which is written as ``str`` writes it. ``{month:02}`` writes a number
    with two digits; ``{unit:-}`` says that this language leaves the part out.

    Attributes:
        zh: In Chinese.
        en: In English.

    Raises:
        RuleError: A language is left out or blank, or the languages have different places.
    """

    zh: str
    en: str

    def __attrs_post_init__(self) -> None:
        columns: dict[Lang, str] = {lang: getattr(self, lang) for lang in LANGUAGES}
        problems = [p for lang, words in columns.items() for p in _wrong_words(lang, words)]
        if not problems and any("{" in words for words in columns.values()):
            problems = _odd_places(columns)
        if problems:
            raise RuleError(problems)

    def __call__(self, lang: Lang, /, **parts: object) -> str:
        """The words in one language, each part in its place.

        Without parts the words are given as they are, so that a brace in the words of a document stays a brace.

        Raises:
            CallError: There is no such language; a place has no part, or a part no place.
        """
        words: str = getattr(self, lang_given(lang))
        if not parts:
            return words
        if odd := _places(words) ^ parts.keys():
            expected = f"expected a part for each place of {clip(words)} and no other"
            raise CallError(Problem(Code.WRONG_CALL, "Text", ", ".join(sorted(odd)), expected))
        said = {name: say(part, lang) for name, part in parts.items()}

        def filled(place: re.Match[str]) -> str:
            name, how = place.groups()
            return "" if how == "-" else said[name].zfill(int(how or 0))

        return _PLACE.sub(filled, words)

    def filled(self, **parts: object) -> Text:
        """The text with its parts in their places, in every language.

        Raises:
            CallError: A place has no part, or a part no place.
        """
        return Text(**{lang: self(lang, **parts) for lang in LANGUAGES})

    @property
    def abreast(self) -> str:
        """The words in every language beside each other, for whoever reads either."""
        return " ".join(self.by_language().values())

    def by_language(self) -> dict[str, str]:
        """The words in each language, by its name."""
        return {lang: self(lang) for lang in LANGUAGES}


def _places(words: str) -> set[str]:
    return {place[1] for place in _PLACE.finditer(words)}


def _wrong_words(lang: Lang, words: object) -> Iterator[Problem]:
    where = f"Text, {lang}"
    if not isinstance(words, str):
        yield Problem(Code.WRONG_TYPE, where, words, "expected words (str)")
    elif not words or words.isspace():
        yield Problem(Code.REQUIRED, where, words, "expected words in every language")


def _odd_places(columns: Mapping[Lang, str]) -> list[Problem]:
    """The problem of a template whose languages have different places."""
    places = {lang: _places(words) for lang, words in columns.items()}
    every = {name for own in places.values() for name in own}
    expected = "expected the same places in every language"
    return [
        Problem(
            Code.BAD_RULE,
            f"Text {clip(columns[LANGUAGES[0]])}",
            "{" + name + "}",
            expected,
            "it stands in " + " and ".join(lang for lang, own in places.items() if name in own),
        )
        for name in sorted(every)
        if not all(name in own for own in places.values())
    ]


def say(part: object, lang: Lang) -> str:
    """One part in words: a text, what has a text, or a value.

    Raises:
        CallError: It is None, True, False or a member without words, for which nothing can be said.
    """
    if isinstance(part, str):
        return part
    if isinstance(part, Text):
        return part(lang)
    own = getattr(part, "text", None)
    if isinstance(own, Text):
        return own(lang)
    if part is None or isinstance(part, bool | Enum):
        raise CallError(Problem(Code.WRONG_CALL, "Text", repr(part), "expected words or a value"))
    return str(part)


AMONG: Final = Text("、", ", ")
"""Between the things of a list."""
COMMA: Final = Text("，", ", ")
"""Between the parts of a sentence."""
SEMICOLON: Final = Text("；", "; ")
"""Between things that have commas of their own."""
COLON: Final = Text("{name}：{said}", "{name}: {said}")
"""A name and what is said of it."""
BRACKETS: Final = Text("（{said}）", "({said})")
"""What is set apart."""
ASIDE: Final = Text("{said}（{more}）", "{said} ({more})")
"""What is said, and what is added to it in brackets."""
SENTENCE: Final = Text("{said}。", "{said}.")
"""A whole sentence."""
YUAN: Final = Text("{sum}元", "{sum} yuan")
"""A sum of money."""
DISCLAIMER: Final = Text(
    "本结果是计算，不是行政决定。", "This is a calculation, not an administrative decision."
)
"""What every list of results ends with."""
_OR: Final = Text("{others}或{last}", "{others} or {last}")
_AFTER: Final = Text("{before}{after}", "{before} {after}")
_HTML: Final = Text("zh-CN", "en")


def listed(parts: Iterable[object], lang: Lang, between: Text = AMONG) -> str:
    """Several parts one after the other, with a sign between them."""
    return between(lang).join(say(part, lang) for part in parts)


def enumerated(parts: Iterable[object], between: Text = AMONG) -> Text:
    """Several parts one after the other, in every language."""
    items = tuple(parts)
    return Text(**{lang: listed(items, lang, between) for lang in LANGUAGES})


def either(parts: Iterable[object], lang: Lang) -> str:
    """Several parts of which one counts: the last after an or."""
    *others, last = parts
    return _OR(lang, others=listed(others, lang), last=last) if others else say(last, lang)


def paragraph(sentences: Iterable[str], lang: Lang) -> str:
    """Sentences one after the other."""
    said = ""
    for sentence in sentences:
        said = _AFTER(lang, before=said, after=sentence) if said else sentence
    return said


def headed(said: str) -> str:
    """What is said, with a capital at its head."""
    return said[:1].upper() + said[1:]


def html_lang(lang: Lang) -> str:
    """A language as the attribute ``lang`` of HTML names it."""
    return _HTML(lang)


def html_lines(lines: Iterable[tuple[int, str]], lang: Lang) -> str:
    """Lines, each with its depth, as an HTML fragment that says its language."""
    rows = "".join(
        f'<div style="margin-left:{1.5 * depth}em">{escape(line)}</div>' for depth, line in lines
    )
    return f'<div class="jiaoyu-fupin" lang="{html_lang(lang)}">{rows}</div>'


def masked(identity: str) -> str:
    """An identity as it may be shown: its ends only, never the whole.

    >>> masked("G36070420010203012X")
    'G360…012X'
    >>> masked("S-0001")
    'S…1'
    """
    keep = min(4, len(identity) // 4)
    return f"{identity[:keep]}…{identity[-keep:]}" if keep else "…"
