"""Fixtures of every room; ``../shared`` is beside the checkout in development and CI only."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.postgres import Server

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
REQUIRED = bool(os.environ.get("KUTLA_SHARED_REQUIRED"))
"""CI sets it: what may skip for a user may not skip there."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that asks for the shared folder, in case its author forgot."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip of a test that reads ../shared into a failure, where it must not skip."""
    report = yield
    if REQUIRED and report.skipped and item.get_closest_marker("shared"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} skipped, and KUTLA_SHARED_REQUIRED is set"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    if SHARED.is_dir():
        return SHARED
    reason = "needs ../shared (the seed articles and data), which is beside the checkout only in CI"
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    return shared / "seeds"


@pytest.fixture(scope="session")
def postgres() -> Generator["Server", None, None]:
    """A PostgreSQL server; skipped with the reason where there is none, unless it is required."""
    from support.postgres import NoPostgresError, Server

    try:
        server = Server()
    except NoPostgresError as reason:
        if os.environ.get("KUTLA_POSTGRES_REQUIRED"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
    yield server
    server.stop()
