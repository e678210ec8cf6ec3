"""A brief as one HTML file: no scripts, no network, everything inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from kutla.briefs.brief import Drawing, Line, Table
from kutla.briefs.words import say_day, say_period, say_voice

if TYPE_CHECKING:
    from kutla.briefs.brief import Brief


def render_html(brief: Brief) -> str:
    """Write the whole brief as a page; every number links to the claims under it."""
    environment = Environment(
        loader=PackageLoader("kutla.briefs", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("brief.html")
    return template.render(
        brief=brief,
        say_day=say_day,
        say_period=say_period,
        say_voice=say_voice,
        is_line=lambda part: isinstance(part, Line),
        is_table=lambda part: isinstance(part, Table),
        is_drawing=lambda part: isinstance(part, Drawing),
    )
