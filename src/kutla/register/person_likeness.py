"""How alike two names of people are: word by word as they sound, in order."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from kutla.register.folding import fold_word
from kutla.register.sounds import rows_likeness, sound_likeness, sounds

_TIES = frozenset({"bin", "ibn", "ben", "bint", "b", "ould", "van", "von", "de", "der", "den", "e"})
_FIRSTS = ("muhamad", "mohamed", "mhmd", "ali")
"""Given names so common that they are left out before another one."""
_MOST_WORDS = 12
"""What has more words is no name; it is only like itself."""
_INITIAL = 0.88
_SAME_NAME = 0.9
_OUT_MIDDLE = 0.05
_OUT_NEXT = 0.03
_OUT_LAST = 0.14
_OUT_FIRST = 0.2
_OUT_COMMON = 0.07
_JOINED = 0.01
_LONE = 0.78
_HOPELESS = 0.5


@lru_cache(maxsize=131072)
def row_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Compare two rows of words, 0 to 1; the worst pair of words counts as much as all together.

    One given name apart is another person, and one name alone is nobody's in particular:
    "Sadr" and "Muqtada al-Sadr" come out unsure.
    """
    a, b = _untied(a), _untied(b)
    if max(len(a), len(b)) > _MOST_WORDS:
        return float(a == b)
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1 and len(b) == 1:
        return _word_likeness(a[0], b[0])
    if len(a) == 2 == len(b):
        return _score((_word_likeness(a[0], b[0]), _word_likeness(a[1], b[1])))
    best = _Alignment(a, b).best(0, 0)
    if best is None:
        return 0.0
    is_lone = len(a) == 1 and best[1] > 0
    return min(max(0.0, _value(best)), _LONE if is_lone else 1.0)


@lru_cache(maxsize=65536)
def _untied(row: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in row[1:] if word.casefold() not in _TIES)
    return (*row[:1], *kept)


def _score(pairs: tuple[float, ...]) -> float:
    return 0.5 * min(pairs) + 0.5 * sum(pairs) / len(pairs) if pairs else 0.0


_Aligned = tuple[tuple[float, ...], float]


class _Alignment:
    """The best way to lay the shorter row beside the longer one."""

    def __init__(self, a: tuple[str, ...], b: tuple[str, ...]) -> None:
        self.a, self.b = a, b
        self.known: dict[tuple[int, int], _Aligned | None] = {}

    def best(self, i: int, j: int) -> _Aligned | None:
        """Lay the words from ``i`` and ``j`` on beside each other; None where nothing fits."""
        if (i, j) not in self.known:
            ways = [way for way in self._ways(i, j) if way is not None]
            self.known[i, j] = max(ways, key=_value, default=None)
        return self.known[i, j]

    def _ways(self, i: int, j: int) -> list[_Aligned | None]:
        if i == len(self.a):
            left = len(self.b) - j
            return [((), 0.0 if not left else _OUT_LAST + _OUT_NEXT * (left - 1))]
        if j == len(self.b):
            return []
        ways = [self._on(_word_likeness(self.a[i], self.b[j]), i + 1, j + 1)]
        if len(self.b) - j > len(self.a) - i:
            ways.append(self._joined(self.a[i], self.b[j : j + 2], i + 1, j + 2))
            ways.append(self._joined(self.a[i], self.b[j : j + 3], i + 1, j + 3))
        elif len(self.b) - j < len(self.a) - i:
            ways.append(self._joined(self.b[j], self.a[i : i + 2], i + 2, j + 1))
        if len(self.b) - j > len(self.a) - i and len(self.a) > 1:
            rest = self.best(i, j + 1)
            if rest is not None:
                ways.append((rest[0], rest[1] + self._cost_to_leave_out(i, j)))
        return ways

    def _cost_to_leave_out(self, i: int, j: int) -> float:
        if i > 0:
            return _OUT_MIDDLE
        return _OUT_COMMON if set(sounds(self.b[j])) & set(_FIRSTS) else _OUT_FIRST

    def _joined(self, one: str, two: tuple[str, ...], i: int, j: int) -> _Aligned | None:
        if len(one) < 5 or j > len(self.b) or i > len(self.a):
            return None
        if not _open_alike(one, two[0]):
            return None
        likeness = max(
            (rows_likeness(x, "".join(y)) for x in sounds(one) for y in product(*map(sounds, two))),
            default=0.0,
        )
        return self._on(likeness - _JOINED, i, j)

    def _on(self, likeness: float, i: int, j: int) -> _Aligned | None:
        if likeness < _HOPELESS:
            return None
        rest = self.best(i, j)
        return None if rest is None else ((likeness, *rest[0]), rest[1])


def _open_alike(a: str, b: str) -> bool:
    """Whether two words begin with sounds that are taken for each other: cheap, before the rest."""
    return any(rows_likeness(x[0], y[0]) >= _HOPELESS for x in sounds(a) for y in sounds(b))


def _value(way: _Aligned) -> float:
    return _score(way[0]) - way[1]


@lru_cache(maxsize=262144)
def _word_likeness(a: str, b: str) -> float:
    if min(len(a), len(b)) == 1 and len(a) != len(b):
        first, second = (sounds(each) for each in (a, b))
        opens = any(x[0] == y[0] for x in first for y in second)
        return _INITIAL if opens or a[0].casefold() == b[0].casefold() else 0.0
    return max(sound_likeness(a, b), _SAME_NAME if _are_one_given_name(a, b) else 0.0)


@cache
def _given_names() -> dict[str, frozenset[int]]:
    """Map given names to the lines of ``given_names.txt`` they stand in: Yitzhak is Isaac."""
    rows = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, frozenset[int]] = {}
    for at, row in enumerate(rows):
        for name in row.split():
            key = fold_word(name)[-1]
            found[key] = found.get(key, frozenset()) | {at}
    return found


@lru_cache(maxsize=65536)
def given_name_lines(word: str) -> frozenset[int]:
    """Give the lines of ``given_names.txt`` a word stands in, whose names are one."""
    return _given_names().get(fold_word(word)[-1], frozenset())


def _are_one_given_name(a: str, b: str) -> bool:
    return not given_name_lines(a).isdisjoint(given_name_lines(b))
