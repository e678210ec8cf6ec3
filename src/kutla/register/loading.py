"""Load a parliament's register by name or from a folder of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kutla.errors import RegisterError, UnknownParliamentError
from kutla.register.checking import structural_problems
from kutla.register.countries import COMMON, PARLIAMENTS, world
from kutla.register.folder import read_folder
from kutla.register.folding import fold
from kutla.register.register import Register


def parliaments() -> tuple[str, ...]:
    """Give the names of the parliaments that are packaged, in order."""
    return tuple(
        sorted(
            each.name
            for each in PARLIAMENTS.iterdir()
            if each.name != COMMON and (each / "parliament.toml").is_file()
        )
    )


def load_parliament(name_or_path: str | Path) -> Register:
    """Load a packaged parliament by name ("iraq"), or a folder that holds a parliament.toml.

    Raises UnknownParliamentError, which lists the known ones, where there is neither, and
    RegisterError, which names file and line, where a table cannot be used.
    """
    packaged = {fold(name): name for name in parliaments()}
    name = packaged.get(fold(str(name_or_path)))
    path = PARLIAMENTS / name if name else Path(name_or_path)
    if not (path / "parliament.toml").is_file():
        raise UnknownParliamentError(
            f"no parliament {str(name_or_path)!r}; known are {', '.join(parliaments())}, "
            "or give a folder with a parliament.toml"
        )
    return _load(path.resolve()) if name else _read(path)


@cache
def _load(path: Path) -> Register:
    return _read(path)


def _read(path: Path) -> Register:
    folder = read_folder(path)
    problems = (
        *(p for p in folder.problems if p.code != "source-missing"),
        *structural_problems(folder),
    )
    if problems or folder.chamber is None:
        first = problems[0]
        rest = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise RegisterError(
            f"the parliament in {path.name} cannot be loaded: {first.message}{rest}"
        )
    outside = world()
    own = outside.country_called(folder.country)
    return Register(
        folder.name,
        folder.country,
        folder.chamber,
        (*folder.entities, *outside.entities),
        (*folder.aliases, *outside.seen_from(own, folder.aliases)),
        tuple(folder.elections),
        tuple(folder.tenures),
        tuple(folder.never_same),
        folder.demonyms or (outside.demonyms_of(own.id) if own else ()),
    )
