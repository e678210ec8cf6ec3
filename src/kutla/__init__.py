"""kutla: who holds what, who sits with whom, and which governments can form or fall."""

__version__ = "0.1.0"
