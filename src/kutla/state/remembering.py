"""The last few states that were asked for: a ledger that did not grow gives the same answer again."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kutla.ledger import Ledger
    from kutla.register import Register
    from kutla.state.state import State
    from kutla.state.weights import Weights

_MOST = 32
_HELD: OrderedDict[tuple[object, ...], tuple[Register, State]] = OrderedDict()
_LOCK = Lock()


def asked(
    ledger: Ledger,
    register: Register,
    weights: Weights,
    valid_on: date,
    known_at: datetime,
    moment: datetime | None,
) -> tuple[object, ...]:
    """Give all that an answer depends on.

    Two moments after the ledger's last row are one, and of the days of publication only the day
    counts; the register is the one object that was given, so that an amended one is another.
    """
    began, grown = ledger.growth()
    if moment is not None:
        moment = min(moment, grown.last) if grown.last is not None else moment
    known_on = known_at.astimezone(UTC).date()
    place = (str(ledger.engine.url), began, *grown)
    return (*place, id(register), weights, valid_on, known_on, moment)


def remembered(key: tuple[object, ...], register: Register) -> State | None:
    """Give the state that was the answer to the same question, None where none is held."""
    with _LOCK:
        held = _HELD.get(key)
        if held is None or held[0] is not register:
            return None
        _HELD.move_to_end(key)
        return held[1]


def remember(key: tuple[object, ...], register: Register, state: State) -> None:
    """Hold an answer, and let go of the one that was longest not asked for."""
    with _LOCK:
        _HELD[key] = (register, state)
        while len(_HELD) > _MOST:
            _HELD.popitem(last=False)
