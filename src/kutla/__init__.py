"""kutla: who holds what, who sits with whom, and which governments can form or fall.

The names here are the library's public ones; each is loaded when it is first asked for, so that
``import kutla`` stays light. The rooms (``kutla.claims``, ``kutla.coalitions`` and so on) hold more.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.briefs import make_brief, print_brief, render_html, render_markdown
    from kutla.claims import KINDS, Claim
    from kutla.claims.codec import from_line, from_lines, to_line
    from kutla.coalitions import coalitions_from_state
    from kutla.documents import read
    from kutla.errors import KutlaError
    from kutla.exports.opened import Opened
    from kutla.exports.opened import open_ as open  # noqa: A004  # kutla.open, as sqlite3 has connect
    from kutla.ledger import open_ledger
    from kutla.pipeline import Extraction, Picture, extract_paths, picture, record
    from kutla.procedure import load_procedure, place_in_procedure
    from kutla.register import load_parliament, parliaments
    from kutla.state import State, diff, project, project_ledger, timeline

__version__ = "0.1.0"

_HOMES = {
    "KINDS": "claims",
    "Claim": "claims",
    "Extraction": "pipeline",
    "KutlaError": "errors",
    "Opened": "exports.opened",
    "Picture": "pipeline",
    "State": "state",
    "coalitions_from_state": "coalitions",
    "diff": "state",
    "extract_paths": "pipeline",
    "from_line": "claims.codec",
    "from_lines": "claims.codec",
    "load_parliament": "register",
    "load_procedure": "procedure",
    "make_brief": "briefs",
    "open": "exports.opened",
    "open_ledger": "ledger",
    "parliaments": "register",
    "picture": "pipeline",
    "place_in_procedure": "procedure",
    "print_brief": "briefs",
    "project": "state",
    "project_ledger": "state",
    "read": "documents",
    "record": "pipeline",
    "render_html": "briefs",
    "render_markdown": "briefs",
    "timeline": "state",
    "to_line": "claims.codec",
}

_OWN_NAMES = {"open": "open_"}
"""What is called otherwise at home, where the name would hide a built-in."""

__all__ = [
    "KINDS",
    "Claim",
    "Extraction",
    "KutlaError",
    "Opened",
    "Picture",
    "State",
    "coalitions_from_state",
    "diff",
    "extract_paths",
    "from_line",
    "from_lines",
    "load_parliament",
    "load_procedure",
    "make_brief",
    "open",
    "open_ledger",
    "parliaments",
    "picture",
    "place_in_procedure",
    "print_brief",
    "project",
    "project_ledger",
    "read",
    "record",
    "render_html",
    "render_markdown",
    "timeline",
    "to_line",
]


if not TYPE_CHECKING:  # a type checker sees the imports above, and an unknown name as an error

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'kutla' has no attribute {name!r}")
        return getattr(import_module(f"kutla.{_HOMES[name]}"), _OWN_NAMES.get(name, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
