"""Whether a call makes sense, before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping

from ..clauses.policy import Policy
from ..people import SUBJECTS
from ..rules.ast import Answers
from ..rules.forms import Reading
from ..values.errors import CallError, Code, Problem, did_you_mean, unknown_name
from ..values.plain import is_whole


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
