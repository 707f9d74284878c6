"""What `import jiaoyu_fupin` brings along, and what it does not."""

import subprocess
import sys

import pytest

import jiaoyu_fupin

HEAVY = (
    "polars",
    "pandas",
    "narwhals",
    "cattrs",
    "hypothesis",
    "rich",
    "stdnum",
    "pyarrow",
    "numpy",
)


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*(m for m in {HEAVY} if m in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_importing_loads_no_dataframe_library_no_cattrs_no_hypothesis() -> None:
    assert loaded_by("import jiaoyu_fupin") == set()


def test_one_childs_answer_needs_none_of_them_either() -> None:
    ask = (
        "import jiaoyu_fupin as jf, datetime; "
        "jf.explain(jf.Student('S-1'), jf.policy('ganzhou-2015'), 'GZ-5b', on=datetime.date(2016, 9, 1)).text('en')"
    )
    assert loaded_by(ask) == set()


def test_columns_load_narwhals_only() -> None:
    assert loaded_by("import jiaoyu_fupin; jiaoyu_fupin.assess_frame") == {"narwhals"}


def test_all_public_names_are_there_and_unknown_ones_are_not() -> None:
    assert set(jiaoyu_fupin.__all__) <= set(dir(jiaoyu_fupin))
    for name in jiaoyu_fupin.__all__:
        assert getattr(jiaoyu_fupin, name) is not None
    with pytest.raises(AttributeError, match="asess"):
        jiaoyu_fupin.asess


def test_importing_policies_is_lazy() -> None:
    code = "import sys, jiaoyu_fupin; print('jiaoyu_fupin.policies.ganzhou_2015' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
