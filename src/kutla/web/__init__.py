"""The local site: a register as a reconciliation service; the pages stand beside it."""

from kutla.web.app import create_app
from kutla.web.reconciliation import Reconciler

__all__ = ["Reconciler", "create_app"]
