"""Rooms import one way, modules stay small, the error tree is whole and documented."""

import ast
import inspect
from pathlib import Path

import pytest

import kutla.errors

SRC = Path(kutla.errors.__file__).parent
ROOMS = (
    "errors", "vocabulary", "documents", "register", "language", "claims", "ledger", "state",
    "coalitions", "procedure", "forecast", "pipeline", "shards", "example", "briefs", "exports", "settings",
)  # fmt: skip
EDGES = ("web", "cli")
CEILING = 400


def modules() -> list[Path]:
    return [path for path in sorted(SRC.rglob("*.py")) if "model" not in path.parts]


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "kutla" and len(parts) > 1:
                rooms.add(parts[1])
    return rooms & {*ROOMS, *EDGES}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_a_room_uses_only_those_on_its_left(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in {*ROOMS, *EDGES}, f"{room} is no room of the plan"
    # the command line starts the service, which knows nothing of it
    edge = {*ROOMS, room, *(["web"] if room == "cli" else [])}
    allowed = edge if room in EDGES else set(ROOMS[: ROOMS.index(room) + 1])
    assert imported_rooms(path) <= allowed


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= CEILING


def test_every_error_is_in_the_tree_of_the_docstring() -> None:
    errors = [
        value
        for _, value in inspect.getmembers(kutla.errors, inspect.isclass)
        if issubclass(value, Exception)
    ]
    assert all(issubclass(error, kutla.errors.KutlaError) for error in errors)
    tree = kutla.errors.__doc__ or ""
    assert [error.__name__ for error in errors if error.__name__ not in tree] == []
    assert all(error.__doc__ for error in errors)


def test_the_law_against_wrong_imports_would_notice_one(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from kutla.cli import main\n", encoding="utf-8")
    assert imported_rooms(wrong) == {"cli"}
