"""Tests that read ``../shared`` skip for a user with a reason, and fail in CI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SUITE = """
import pytest

@pytest.mark.shared
def test_by_the_fixture(seeds): ...

@pytest.mark.shared
def test_by_a_skip_of_its_own(): pytest.skip("not at hand")

@pytest.mark.skipif(True, reason="something else")
def test_that_has_nothing_to_do_with_it(): ...
"""


@pytest.mark.parametrize(
    ("required", "told"),
    [("", "3 skipped"), ("1", "1 failed, 1 skipped, 1 error")],
)
def test_a_skip_is_a_failure_only_where_the_shared_folder_is_required(
    tmp_path: Path, required: str, told: str
) -> None:
    suite = tmp_path / "checkout" / "tests"
    suite.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "conftest.py", suite)
    shutil.copy(ROOT / "pyproject.toml", suite.parent)
    (suite / "test_one.py").write_text(SUITE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(suite)],
        cwd=suite.parent,
        env={**os.environ, "KUTLA_SHARED_REQUIRED": required},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told in done.stdout
    assert done.returncode == (1 if required else 0)
