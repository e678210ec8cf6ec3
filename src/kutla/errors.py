"""Everything kutla raises on purpose.

::

    KutlaError
      DocumentError       UnreadableDocumentError   UnreachableError
      RegisterError       UnknownParliamentError   UnknownEntityError
      LanguageError
      ClaimError          UnknownKindError   UnresolvedMentionError   QuoteNotFoundError
                          EndpointError
      LedgerError         DuplicateEntryError   EntryNotFoundError   LedgerVersionError
      StateError          BeforeTheLedgerError
      CoalitionError      TooManyGroupsError   UnknownRuleError
      ProcedureError
      ForecastError       UnknownForecasterError   TooLittleHistoryError
      SettingsError

Each message is one sentence that names the file or thing, the place in it and the mend.
Oddities of the world's data are no errors: they are ``Problem`` values.
"""


class KutlaError(Exception):
    """What was asked cannot be done; the message says why and what would mend it."""


class DocumentError(KutlaError):
    """A document cannot be used."""


class UnreadableDocumentError(DocumentError):
    """A file is empty, binary, too large or not decodable."""


class UnreachableError(UnreadableDocumentError):
    """A page cannot be fetched now; a later try may help."""


class RegisterError(KutlaError):
    """A register of a parliament is missing or malformed."""


class UnknownParliamentError(RegisterError):
    """No parliament of that name is shipped or on the user's path."""


class UnknownEntityError(RegisterError):
    """No entity of that id is in the register."""


class LanguageError(KutlaError):
    """The language pipeline cannot be loaded or used."""


class ClaimError(KutlaError):
    """A claim is malformed."""


class EndpointError(ClaimError):
    """A model's endpoint cannot be reached, refuses, or fails again and again."""


class UnknownKindError(ClaimError):
    """A claim's kind is not in the closed list; the message lists the known ones."""


class UnresolvedMentionError(ClaimError):
    """A name must be resolved for what was asked, and is not."""


class QuoteNotFoundError(ClaimError):
    """A claim's quote does not stand verbatim in its document."""


class LedgerError(KutlaError):
    """The ledger cannot be opened, read or written."""


class DuplicateEntryError(LedgerError):
    """The very same entry is already recorded with other contents."""


class EntryNotFoundError(LedgerError):
    """No entry of that id is in the ledger."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer kutla."""


class StateError(KutlaError):
    """The state that was asked for cannot be projected."""


class BeforeTheLedgerError(StateError):
    """The asked-for moment lies before anything was known."""


class CoalitionError(KutlaError):
    """A coalition question cannot be answered as put."""


class TooManyGroupsError(CoalitionError):
    """The game is too large for an exact answer; the message gives the estimate."""


class UnknownRuleError(CoalitionError):
    """No rule of that name; the message lists the known ones."""


class ProcedureError(KutlaError):
    """A procedure file is malformed or missing."""


class ForecastError(KutlaError):
    """A forecast has no ground to stand on."""


class UnknownForecasterError(ForecastError):
    """No forecaster of that name; the message lists the known ones."""


class TooLittleHistoryError(ForecastError):
    """Too few past cases to forecast from."""


class SettingsError(KutlaError):
    """A setting has a value that cannot be used."""
