"""Whether a call makes sense, before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping

import pendulum

from ..clauses.policy import Policy
from ..people import SUBJECTS
from ..rules.ast import Answers
from ..rules.forms import Reading
from ..values.errors import CallError, Code, Problem, did_you_mean, unknown_name
from ..values.plain import is_day, is_whole
from ..values.terms import FIRST_BIRTH_YEAR, LAST_YEAR, Term, as_date


def check_call(policy: object, subject: object, answers: object) -> None:
    """Refuse arguments that are nothing of the kind."""
    problems = []
    if not isinstance(policy, Policy):
        hint = f'write policy("{policy}")' if isinstance(policy, str) else ""
        problems.append(Problem(Code.WRONG_TYPE, "policy", policy, "expected a Policy", hint))
    if subject not in SUBJECTS.values():
        kinds = ", ".join(kind.__name__ for kind in SUBJECTS.values())
        problems.append(Problem(Code.WRONG_TYPE, "subject", subject, f"expected one of {kinds}"))
    if not isinstance(answers, Mapping):
        problems.append(
            Problem(
                Code.WRONG_TYPE, "answers", None, "expected a mapping from questions to answers"
            )
        )
    if problems:
        raise CallError(problems)


def day_of(on: object) -> pendulum.Date:
    """The day a question is asked of: a date, or a term's first day."""
    if isinstance(on, Term):
        return on.first_day
    if not is_day(on):
        expected = "expected a date or a Term"
        raise CallError(
            Problem(Code.WRONG_TYPE, "on", on, expected, "write pendulum.date(2016, 9, 1)")
        )
    if not FIRST_BIRTH_YEAR <= on.year <= LAST_YEAR:
        expected = f"expected a date from {FIRST_BIRTH_YEAR} to {LAST_YEAR}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "on", str(on), expected))
    return as_date(on)


def reading_of(reading: object) -> Reading:
    """A reading, or one by its name."""
    try:
        return Reading(reading)
    except ValueError:
        names = [r.value for r in Reading]
        raise CallError(unknown_name("reading", str(reading), names)) from None


def check_answers(policy: Policy, answers: Mapping[str, bool | int]) -> None:
    """Refuse answers to questions the policy does not ask, and answers of the wrong sort."""
    known = {q.name: q for q in policy.questions}
    problems = []
    for name, value in answers.items():
        question = known.get(name)
        if question is None:
            problems.append(
                Problem(
                    Code.UNKNOWN_NAME,
                    "answers",
                    name,
                    f"expected a question that {policy.id} leaves open",
                    did_you_mean(name, known),
                )
            )
        elif question.takes is Answers.YES_NO and not isinstance(value, bool):
            problems.append(
                Problem(Code.BAD_BOOLEAN, f"answers[{name}]", value, "expected True or False")
            )
        elif question.takes is Answers.WHOLE and not is_whole(value, least=0):
            problems.append(
                Problem(
                    Code.BAD_NUMBER, f"answers[{name}]", value, "expected a whole number from 0"
                )
            )
    if problems:
        raise CallError(problems)
