"""The command line: a command parses, calls, prints. ``main`` is the only door."""

from kutla.cli.main import main

__all__ = ["main"]
