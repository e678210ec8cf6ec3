"""Open data → a parliament's folder: ParlGov, Popolo, tables, a dump of Wikidata."""

from kutla.register.importing.draft import ParliamentDraft, write_parliament
from kutla.register.importing.parlgov import import_parlgov, parlgov_countries
from kutla.register.importing.popolo import import_popolo
from kutla.register.importing.table import import_table
from kutla.register.importing.wikidata import import_wikidata, read_ids

__all__ = [
    "ParliamentDraft",
    "import_parlgov",
    "import_popolo",
    "import_table",
    "import_wikidata",
    "parlgov_countries",
    "read_ids",
    "write_parliament",
]
