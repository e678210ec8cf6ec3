"""A fictional republic with its press, and a short press about Iraq: tests, tutorial and demo.

The Republic of Karvenia has an Assembly of 120 seats, nine lists, a bloc made after the vote, an
armed faction and two neighbours who pull at it; four outlets report, copy and contradict each
other. With a ``seed`` the same things happen to people and lists of other names, so that nothing
can be fitted to a name. The reports about Iraq carry facts of 2018 to 2021 in words of our own.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

_WOMEN = (
    *("Ilse Brandt", "Alma Torvald", "Dara Quill", "Nora Fenn", "Halla Vik", "Mirjam Sand"),
    *("Una Dorrit", "Rosa Tamm", "Lea Marchetti"),
)
_MEN = (
    *("Tomas Reek", "Jonas Pell", "Otto Wyss", "Samir Holt", "Edvard Sorn", "Gregor Ovo"),
    *("Piet Arlen", "Ake Strand"),
)
_LISTS = ("Harbour", "Meadow", "Orchard", "Highland")
_OTHER_WOMEN = (
    *("Agnes", "Birgit", "Celia", "Delphine", "Eleni", "Fatima", "Greta", "Hanna", "Ines"),
    *("Johanna", "Katya", "Leila", "Maren", "Noor", "Olga", "Petra"),
)
_OTHER_MEN = (
    *("Adrian", "Bruno", "Casper", "Dimitri", "Emil", "Farid", "Goran", "Henrik", "Ivo"),
    *("Julius", "Karim", "Lars", "Marek", "Nils", "Oskar", "Pavel"),
)
_OTHER_SURNAMES = (
    *("Abend", "Bakoyan", "Castell", "Dahlin", "Ekwall", "Farkas", "Gellner", "Haddar", "Ibsal"),
    *("Jannik", "Kovar", "Lindqvist", "Moravec", "Nasri", "Ostrom", "Pavic", "Rask", "Sabatin"),
    *("Tarrant", "Urbanek", "Varga", "Westin", "Yilman", "Zeller"),
)
_OTHER_LISTS = (
    *("Anchor", "Cedar", "Compass", "Falcon", "Foundry", "Granite", "Heather", "Linden"),
    *("Saddle", "Summit", "Thistle", "Willow"),
)


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """One report of the example press: its file's name and what stands in the file."""

    name: str
    text: str


def republic_reports(seed: int = 0) -> tuple[ExampleReport, ...]:
    """Give the press of the republic, in the order of the files' names.

    Seed 0 is the republic as it was written; any other gives its people and lists other names.
    """
    names = renaming(seed)
    return tuple(
        ExampleReport(report.name, rename(report.text, names))
        for report in _read(_folder("republic", "press"))
    )


def iraq_reports() -> tuple[ExampleReport, ...]:
    """Give the reports about Iraq, in the order of the files' names."""
    return _read(_folder("iraq"))


def write_example(folder: Path, seed: int = 0) -> tuple[Path, ...]:
    """Write both presses and the republic's parliament below a folder; give the files written.

    ``republic/press`` and ``iraq`` hold the reports, ``republic/parliament`` the register's
    tables, to be given as ``--parliament``, ``republic/tables`` its seats and votes. Files of the same names are written over, others
    left alone.
    """
    names = renaming(seed)
    parliament, tables = (
        tuple(
            ExampleReport(each.name, rename(each.text, names))
            for each in _read(_folder("republic", part))
        )
        for part in ("parliament", "tables")
    )
    return (
        *_write(folder / "republic" / "press", republic_reports(seed)),
        *_write(folder / "republic" / "parliament", parliament),
        *_write(folder / "republic" / "tables", tables),
        *_write(folder / "iraq", iraq_reports()),
    )


def renaming(seed: int) -> Mapping[str, str]:
    """Give what each word of a name becomes under a seed; nothing changes under seed 0."""
    if seed == 0:
        return {}
    # Not for secrets: a drawing of names that anyone can repeat.
    draw = random.Random(seed)  # noqa: S311
    names: dict[str, str] = {}
    surnames = draw.sample(_OTHER_SURNAMES, len(_WOMEN) + len(_MEN))
    first_names = (*draw.sample(_OTHER_WOMEN, len(_WOMEN)), *draw.sample(_OTHER_MEN, len(_MEN)))
    for person, first, last in zip((*_WOMEN, *_MEN), first_names, surnames, strict=True):
        old_first, old_last = person.split()
        names[old_first], names[old_last] = first, last
    names.update(zip(_LISTS, draw.sample(_OTHER_LISTS, len(_LISTS)), strict=True))
    return names


def rename(text: str, names: Mapping[str, str]) -> str:
    """Write a text with other names, word by word.

    >>> rename("Reek's list", {"Reek": "Varga"})
    "Varga's list"
    """
    if not names:
        return text
    words = "|".join(re.escape(name) for name in names)
    return re.sub(rf"\b(?:{words})\b", lambda found: names[found[0]], text)


def _folder(*parts: str) -> Traversable:
    return files("kutla").joinpath("example_data", *parts)


def _read(folder: Traversable, prefix: str = "") -> tuple[ExampleReport, ...]:
    found: list[ExampleReport] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            found.extend(_read(each, f"{prefix}{each.name}/"))
        elif not each.name.startswith((".", "__")):
            found.append(ExampleReport(prefix + each.name, each.read_text(encoding="utf-8")))
    return tuple(found)


def _write(folder: Path, reports: tuple[ExampleReport, ...]) -> tuple[Path, ...]:
    paths = tuple(folder / report.name for report in reports)
    for path, report in zip(paths, reports, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8", newline="\n")
    return paths
