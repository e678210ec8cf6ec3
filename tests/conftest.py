"""Fixtures of every room; ``../shared`` is beside the checkout in development and CI only."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if SHARED.is_dir():
        return SHARED
    reason = "needs ../shared (the seed articles and data), which is beside the checkout only in CI"
    if os.environ.get("KUTLA_SHARED_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    return shared / "seeds"
