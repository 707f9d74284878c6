"""乌有县教育扶助办法：县不存在，办法只为检验规则语言；以下每个标题是其中一句。

The education aid of Wuyou, a county that does not exist: every title below is a sentence of its rules
and asks something else of the rule language. Codes 9901 are unassigned; 子虚 and 乌有 mean "no such thing"."""

from decimal import Decimal
from functools import partial

from jiaoyu_fupin import ClauseKind, Measure, Policy, Student, Term, Text
from jiaoyu_fupin.people.labels import Ownership, Stage
from jiaoyu_fupin.places import Territory
from jiaoyu_fupin.rules import ast as r
from jiaoyu_fupin.rules import benefit as b
from jiaoyu_fupin.rules.facts import own_day, own_flag, own_label, own_money, student
from jiaoyu_fupin.values.label import Label
from jiaoyu_fupin.values.spans import Span


class Degree(Label):
    BACHELOR = "bachelor", "学士"
    MASTER = "master", "硕士"
    DOCTOR = "doctor", "博士"


RATED = own_flag(Student, "rated_poor", "县认定困难", "rated poor by the county")
REMOTE = own_flag(Student, "remote", "边远乡", "from a remote township")
WATCHED = own_flag(Student, "watched", "重点关注户", "of a household on the watch list")
LEFT = own_day(Student, "left_register", "退出建档日期", "day the family left the register")
PRICE = own_money(Student, "meal_price", "午餐价", "price of a lunch")
DEGREE = own_label(Student, "degree", Degree, "学位", "degree studied for")
DAYS = r.Question("required_days", Text("须满多少天？", "How many days?"), r.Answers.WHOLE)
PRIVATE_TOO = r.Question("private_too", Text("民办学校算不算？", "Do private schools count?"))

COUNTY = Territory(Text("乌有县", "Wuyou County"), ("990121",))
CITY = Territory(Text("子虚市", "Zixu City"), ("9901",))
HILLS = Territory(Text("石头、云雾等乡", "such as Stone and Mist"), ("990121201", "990121202"))
L17 = r.Since(Term.autumn(2017), r.Table(student.stage, {Stage.PRIMARY: 1000, Stage.JUNIOR: 1250}))
L19 = r.Since(Term.spring(2019), r.Table(student.stage, {Stage.PRIMARY: 1250, Stage.JUNIOR: 1500}))
LIVING = r.Standard("living", Text("省定寄宿生活费", "boarding standard"), (L17, L19))
AID = r.Standard("aid", Text("国家助学金", "state aid"), (r.Since(Term.spring(2019), 2300),))
PUPIL = r.Named(Text("义教学生", "pupil"), r.Is(student.stage, Stage.PRIMARY, Stage.JUNIOR))
POOR = r.Given(RATED, r.AnyOf(student.registered, student.rural_dibao))
FAR = r.Given(REMOTE, r.AnyOf(r.Within(student.home_township, HILLS), REMOTE))
HALF_MORE = r.Cases((FAR, Decimal("1.5")), otherwise=1)
ANY_SCHOOL = r.AnyOf(r.Is(student.ownership, Ownership.PUBLIC), PRIVATE_TOO)
THEN = r.AllOf(r.During(until=Term.spring(2021)), student.registered)
NOW = r.AllOf(r.During(since=Term.spring(2021)), WATCHED)
grant = partial(b.Benefit, subject=Student, place=r.Within(student.school_county, COUNTY))
yearly = partial(grant, per=b.Per.SCHOOL_YEAR)
once = partial(grant, per=b.Per.ONCE)
GRANTS = (
    yearly(
        id="WY-2/living",
        title=Text("寄宿生生活费按省定标准另加三百元", "Boarders: provincial standard and 300"),
        when=r.AllOf(PUPIL, student.boarding),
        amount=b.Fixed(r.Plus(r.AtStandard(LIVING), 300)),
        payers=(b.Payer(Text("省", "province"), "3/5"), b.Payer(Text("县", "county"), "2/5")),
    ),
    yearly(
        id="WY-2/meals",
        title=Text("午餐按价每天至多补四元，边远乡一倍半", "Lunch: up to 4, if remote times 1.5"),
        when=PUPIL,
        amount=b.Fixed(r.Times(student.school_days, r.Times(HALF_MORE, r.Least(4, PRICE)))),
    ),
    yearly(
        id="WY-2/lodging",
        title=Text("外县就读住宿费每年报一百至六百元", "Lodging out of county: 100 to 600"),
        place=r.AllOf(r.Within(student.home_county, COUNTY), r.Within(student.school_county, CITY)),
        when=r.Not(r.Within(student.school_county, COUNTY)),
        amount=b.Fixed(r.Least(600, r.Greatest(100, student.lodging))),
    ),
    yearly(
        id="WY-2/senior",
        title=Text("困难高中生人均两千元，分两档发放", "Poor senior pupils: 2000 each on average"),
        when=r.AllOf(r.Is(student.stage, Stage.SENIOR), POOR),
        amount=b.Average(r.Printed(2000, standard=AID), 1500, 2500),
    ),
    yearly(
        id="WY-2/tuition",
        title=Text("困难高中生学费补三成，取整到十元", "30 % of poor pupils' tuition, to ten yuan"),
        when=r.AllOf(r.Is(student.stage, Stage.SENIOR), POOR),
        amount=b.Fixed(r.Rounded(r.Times(Decimal("0.3"), student.tuition), 10)),
    ),
    once(
        id="WY-2/uniform",
        title=Text("校服一小补一百二十元，二小一百元", "Uniforms: 120 at school S1, 100 at S2"),
        when=r.Is(student.stage, Stage.PRIMARY),
        amount=b.Fixed(r.Table(student.school_id, {"WY-S1": 120, "WY-S2": 100})),
    ),
    once(
        id="WY-2/entry",
        title=Text("中职生2017年及以前录取八百元，其后一千", "Vocational: 800 to 2017, then 1000"),
        when=r.Is(student.stage, Stage.VOCATIONAL),
        amount=b.Fixed(r.Cases((r.AtMost(student.admitted_year, 2017), 800), otherwise=1000)),
    ),
    grant(
        id="WY-2/skills",
        title=Text("建档户（后称关注户）中职生每学期一千五", "1500 a term, group renamed"),
        when=r.AllOf(r.Is(student.stage, Stage.VOCATIONAL), r.AnyOf(THEN, NOW)),
        amount=b.Fixed(1500),
        per=b.Per.TERM,
        life=Span(Term.autumn(2018).first_day),
    ),
    once(
        id="WY-2/degree",
        title=Text("读学士、硕士的奖三千、五千，凭通知书", "3000 or 5000 by degree, on papers"),
        place=r.Within(student.home_county, COUNTY),
        when=r.Is(student.stage, Stage.UNDERGRADUATE, Stage.POSTGRADUATE),
        amount=b.Fixed(r.Table(DEGREE, {Degree.BACHELOR: 3000, Degree.MASTER: 5000})),
        papers=(Text("录取通知书", "letter of admission"), Text("户口簿", "household register")),
        deadline=b.Deadline(10, 31),
    ),
    grant(
        id="WY-2/relief",
        title=Text("孤儿、残疾学生每月补助不低于二百元", "Orphans, disabled: at least 200 a month"),
        when=r.AllOf(r.AnyOf(student.orphan, student.disabled), ANY_SCHOOL),
        amount=b.Floor(200),
        per=b.Per.MONTH,
    ),
    yearly(
        id="WY-2/stay",
        title=Text("建档户退出后三年内仍每年补五百元", "500 on the register and 3 years after"),
        when=r.AnyOf(student.registered, r.Between(LEFT, r.YearsAgo(3), r.YearsAgo(0))),
        amount=b.Fixed(500),
    ),
    once(
        id="WY-2/satchel",
        title=Text("八月底前满六岁的义教学生发书包一个", "A satchel to pupils of six by August"),
        when=r.AllOf(PUPIL, r.AtMost(student.birth_date, r.DayOf(8, 31, r.ThisSchoolYear(-6)))),
        amount=b.InKind(Text("书包", "a satchel")),
    ),
    yearly(
        id="WY-2/award",
        title=Text("在校满规定天数者奖励至多三百元", "Up to 300 for the days required"),
        when=r.AtLeast(student.school_days, DAYS),
        amount=b.Ceiling(300),
    ),
)
TITLE = Text("项目", "Grants")
CLAUSE = Measure(id="WY-2", kind=ClauseKind.FUNDING, at="第二条", title=TITLE, effects=GRANTS)
POLICY = Policy(
    id="wuyou-2017",
    version="1",
    title=Text("乌有县教育扶助办法", "Wuyou County's rules on education aid"),
    life=Span(Term.spring(2017).first_day),
    questions=(DAYS, PRIVATE_TOO),
    facts=(RATED, REMOTE, WATCHED, LEFT, PRICE, DEGREE),
    measures=(CLAUSE,),
)
