"""What leaves kutla: answers as rows, tables, frames and the files of other programs."""

from kutla.exports.seen import Seen, line_at, look

__all__ = ["Seen", "line_at", "look"]
