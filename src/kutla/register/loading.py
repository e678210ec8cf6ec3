"""Load a parliament's register by name or from a folder of one's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.errors import RegisterError, UnknownParliamentError
from kutla.register.checking import HARMLESS, structural_problems
from kutla.register.countries import COMMON, PARLIAMENTS, world
from kutla.register.folder import read_folder
from kutla.register.folding import fold
from kutla.register.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTINGS = "parliament.toml"


def parliaments() -> tuple[str, ...]:
    """Give the names of the parliaments that are packaged, in order."""
    return tuple(
        sorted(
            each.name
            for each in PARLIAMENTS.iterdir()
            if each.name != COMMON and (each / SETTINGS).is_file()
        )
    )


def parliaments_in(folders: Iterable[Path]) -> dict[str, Path]:
    """Map the names of the parliaments that lie in folders of one's own to where they are.

    The first folder that holds a name has it; folders that are missing are passed over.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for each in sorted(folder.iterdir()):
                if (each / SETTINGS).is_file():
                    found.setdefault(each.name, each)
    return found


def find_parliament(name_or_path: str | Path, search: Iterable[Path] = ()) -> Path:
    """Give the folder of a parliament: by name, one's own before a packaged one, or by path.

    Raises UnknownParliamentError, which lists the known ones, where there is none.
    """
    own = parliaments_in(search)
    called = {fold(name): PARLIAMENTS / name for name in parliaments()}
    called |= {fold(name): path for name, path in own.items()}
    path = called.get(fold(str(name_or_path))) or Path(name_or_path)
    if not (path / SETTINGS).is_file():
        known = ", ".join(sorted({*parliaments(), *own}))
        raise UnknownParliamentError(
            f"no parliament {str(name_or_path)!r}; known are {known}; give one of them or a folder "
            "with a parliament.toml (`kutla parliament new` and `import` make one)"
        )
    return path


def load_parliament(name_or_path: str | Path, search: Iterable[Path] = ()) -> Register:
    """Load a packaged parliament by name ("iraq"), or a folder that holds a parliament.toml.

    ``search`` are folders that hold parliaments of one's own, each a folder; they go first.
    Raises UnknownParliamentError, which lists the known ones, where there is neither, and
    RegisterError, which names file and line, where a table cannot be used.
    """
    path = find_parliament(name_or_path, search)
    return _load(path.resolve()) if path.parent == PARLIAMENTS else _read(path)


@cache
def _load(path: Path) -> Register:
    return _read(path)


def _read(path: Path) -> Register:
    folder = read_folder(path)
    problems = (
        *(p for p in folder.problems if p.code not in HARMLESS),
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
        tuple(folder.cabinets),
    )
