"""What type checkers make of the public names; checked, never run."""

from decimal import Decimal
from typing import assert_type

import pendulum

import jiaoyu_fupin as jf
from jiaoyu_fupin.rules.ast import AtLeast, Between, Is
from jiaoyu_fupin.rules.facts import Flag, Labelled, student

plan = jf.policy("ganzhou-2015")
assert_type(plan, jf.Policy)
child = jf.Student("S-0001", stage=jf.Stage.PRIMARY, boarding=True)
assert_type(child.stage, jf.Stage | None)
assert_type(child.tuition, Decimal | None)
assert_type(child.birth_date, pendulum.Date | None)

answer = jf.assess(child, plan, on=pendulum.date(2016, 9, 1), assuming={"orphan": False})
assert_type(answer, jf.Assessment)
assert_type(answer["GZ-5b"], jf.Finding)
assert_type(answer["GZ-5b"].outcome, jf.Outcome)
assert_type(answer["GZ-5b"].lower, Decimal | None)
assert_type(answer["GZ-5b"].missing, tuple[str, ...])
assert_type(answer.entitled, tuple[jf.Finding, ...])
assert_type(jf.explain(child, plan, "GZ-5b", on=jf.Term.autumn(2016)).text("en"), str)
assert_type(
    jf.prepare(plan, jf.Student, on=jf.Term.autumn(2016)).findings(child), tuple[jf.Finding, ...]
)

assert_type(student.stage, Labelled[jf.Stage])
assert_type(student.boarding, Flag)
assert_type(Is(student.stage, jf.Stage.PRIMARY, jf.Stage.JUNIOR), Is)
assert_type(AtLeast(student.grade, 3), Between)

Is(student.stage, jf.Hardship.NONE)  # type: ignore[misc]
Between(student.stage, 1, 2)  # type: ignore[arg-type]
jf.Student("S-0001", stage="primary")  # type: ignore[arg-type]
jf.assess(child, plan, on="2016-09-01")  # type: ignore[arg-type]

goals = plan.effects(jf.Target)
assert_type(goals, tuple[jf.Target, ...])
assert_type(jf.progress(goals[0], [], on=pendulum.date(2019, 12, 31)), jf.Progress)
assert_type(jf.progress_everywhere(goals, [], on=jf.Term.autumn(2019)), tuple[jf.Progress, ...])
assert_type(jf.read_observations("observations.csv").observations, tuple[jf.Observation, ...])
assert_type(jf.split(goals[0], [], since=2016), jf.Schedule)
jf.progress(goals[0], [], on="2019-12-31")  # type: ignore[arg-type]
