"""The wheel holds all that kutla needs, and kutla runs on its runtime dependencies alone."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import kutla

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt")
BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")

RUN = """
import sys
from importlib.abc import MetaPathFinder

class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"{{name}} is no runtime dependency", name=name)

sys.meta_path.insert(0, Refuse())
sys.path.insert(0, {wheel!r})
import kutla
assert kutla.__file__.startswith({wheel!r}), kutla.__file__
from kutla.cli import main
main({arguments!r})
"""


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE))


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a wheel built of a copy, with the build backend that is installed."""
    copy = tmp_path_factory.mktemp("copy")
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, copy)
    shutil.copytree(
        ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    out = tmp_path_factory.mktemp("wheel")
    command = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", command, str(out)],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("*.whl")
    zipfile.ZipFile(built).extractall(out / "kutla-wheel")
    return out / "kutla-wheel"


def run(wheel: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    from importlib.metadata import packages_distributions

    development = {folded(name) for name in pins(LOCKS[1]).keys() - pins(LOCKS[0]).keys()}
    blocked = {
        module
        for module, names in packages_distributions().items()
        if {folded(name) for name in names} <= development
    }
    assert {"pytest", "hypothesis", "mypy"} <= blocked
    code = RUN.format(blocked=sorted(blocked), wheel=str(wheel), arguments=list(arguments))
    return subprocess.run(
        [sys.executable, "-c", code], cwd=wheel, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_every_file_of_the_source(wheel: Path) -> None:
    def inside(folder: Path) -> set[str]:
        return {
            str(path.relative_to(folder))
            for path in (folder / "kutla").rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    assert inside(ROOT / "src") - inside(wheel) == set()


@pytest.mark.parametrize(
    "pattern",
    [
        "language/model/**/model",
        "language/model/**/meta.json",
        "parliaments/iraq/entities.csv",
        "parliaments/iraq/procedure.toml",
        "briefs/**/*.html*",
        "example_data/iraq/*.txt",
        "example_data/republic/parliament/parliament.toml",
        "ledger/migrations/**/*.py",
        "py.typed",
    ],
)
def test_the_wheel_holds_what_is_not_code(wheel: Path, pattern: str) -> None:
    assert any((wheel / "kutla").glob(pattern))


def test_the_wheel_carries_its_licences(wheel: Path) -> None:
    assert {path.name for path in wheel.glob("*.dist-info/licenses/*")} == {"LICENSE", "NOTICE"}


def test_the_command_runs_without_development_packages(wheel: Path) -> None:
    done = run(wheel, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "brief" in done.stdout


def test_a_file_is_read_without_development_packages(wheel: Path) -> None:
    article = "kutla/example_data/iraq/2018-05-19-results.txt"
    done = run(wheel, "extract", article, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"kind": "seats"' in done.stdout


def test_a_development_package_would_be_missed(wheel: Path) -> None:
    """The twin of the two above: what they block is really out of reach."""
    code = RUN.format(blocked=["typer"], wheel=str(wheel), arguments=["--help"])
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=wheel, capture_output=True, text=True, check=False
    )
    assert "typer is no runtime dependency" in done.stderr


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash_and_no_host_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links", _options(text)) == []


def _options(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


def test_both_locks_agree_and_hold_what_the_project_asks_for() -> None:
    runtime, development = pins(LOCKS[0]), pins(LOCKS[1])
    assert runtime.items() <= development.items()
    asked = [re.split(r"[\s<>=!~\[;]", each)[0] for each in PROJECT["project"]["dependencies"]]
    assert [name for name in asked if folded(name) not in runtime] == []
    tools = [re.split(r"[\s<>=!~\[;]", each)[0] for each in PROJECT["dependency-groups"]["dev"]]
    assert [name for name in tools if folded(name) not in development] == []
    backend = [re.split(r"[\s<>=!~\[;]", each)[0] for each in PROJECT["build-system"]["requires"]]
    assert [name for name in backend if folded(name) not in development] == [], (
        "make installs without build isolation, so the build backend is locked too"
    )


def test_one_version_is_told_everywhere() -> None:
    assert PROJECT["project"]["version"] == kutla.__version__
    assert f"## {kutla.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_importing_kutla_is_light_and_every_public_name_is_there() -> None:
    code = "import sys, kutla; print(sorted(n for n in sys.modules if n.startswith('kutla')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['kutla']"
    assert [name for name in kutla.__all__ if getattr(kutla, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kutla.nothing
