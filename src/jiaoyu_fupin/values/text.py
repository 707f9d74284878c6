"""Text in two languages: Chinese is the authority, English its gloss."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Lang: TypeAlias = Literal["zh", "en"]
"""``"zh"`` or ``"en"``."""


@attrs.frozen
class Text:
    """The same text in Chinese and in English."""

    zh: str
    en: str

    def __call__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en


def masked(identity: str) -> str:
    """An identity as it may be shown: its ends only, never the whole.

    >>> masked("G36070420010203012X")
    'G360…012X'
    >>> masked("S-0001")
    'S…1'
    """
    keep = min(4, len(identity) // 4)
    return f"{identity[:keep]}…{identity[-keep:]}" if keep else "…"
