"""Words, tables and drawings for people: terminal, Markdown, one self-contained HTML file."""

from kutla.briefs.brief import Brief, Drawing, Entry, Line, Section, Table
from kutla.briefs.html import render_html
from kutla.briefs.make import make_brief
from kutla.briefs.markdown import render_markdown
from kutla.briefs.terminal import print_brief, print_section

__all__ = [
    "Brief",
    "Drawing",
    "Entry",
    "Line",
    "Section",
    "Table",
    "make_brief",
    "print_brief",
    "print_section",
    "render_html",
    "render_markdown",
]
