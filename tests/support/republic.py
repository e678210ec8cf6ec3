"""A ledger of claims about the bundled republic, made by hand: no reader stands in between."""

import kutla
from kutla.example import write_example
from support.diary import Diary, at


def republic(register):
    diary = Diary(register=register)
    first = diary.report(
        "Harbour Post",
        "2014-05-11",
        "Harbour Party | seats | 38 of 120 | on 2014-05-04",
        "Meadow List | seats | 23 | on 2014-05-04",
        "Orchard Union | seats | 17 | on 2014-05-04",
    )
    diary.report(
        "Coast Copy", "2014-05-12", "Meadow List | seats | 23 | on 2014-05-04", copy_of=first
    )
    diary.report(
        "Capital Mirror",
        "2014-05-18",
        "Meadow List | seats | 24 | on 2014-05-04 | by anonymous an official",
        "Orchard Union | joins_bloc | Harbour Party | possible | by Ilse Brandt",
    )
    diary.report("Coast Wire", "2014-05-25", "Orchard Union | refuses_bloc | Harbour Party")
    return diary


def make_republic(folder):
    """Write the example and a ledger ``r.db`` below a folder; give the ledger and the parliament."""
    write_example(folder)
    parliament = str(folder / "republic" / "parliament")
    diary = republic(kutla.load_parliament(parliament))
    with kutla.open_ledger(folder / "r.db") as ledger:
        ledger.record(
            diary.documents, diary.stories, diary.claims, recorded_at=at("2014-06-01"), run="diary"
        )
    return folder / "r.db", parliament
