from datetime import date

import pytest

from kutla.register import Alias, AliasMark, Entity, NeverSame, Register, Tenure, load_parliament
from kutla.vocabulary import Chamber, EntityKind, Period


@pytest.fixture(scope="session")
def iraq():
    return load_parliament("iraq")


@pytest.fixture(scope="session")
def arvonia():
    """A republic nobody has heard of, small enough to see through."""
    old = Period(date(2001, 1, 1), date(2010, 1, 1))
    return Register(
        "arvonia",
        "Arvonia",
        Chamber("Diet", 120),
        entities=(
            Entity("dawn", EntityKind.PARTY_LIST, "Dawn Coalition"),
            Entity("national-old", EntityKind.ELECTORAL_ALLIANCE, "National Alliance of Old"),
            Entity("homeland", EntityKind.PARTY, "Homeland"),
            Entity("renewal", EntityKind.PARTY, "Renewal Movement"),
            Entity("iron-guard", EntityKind.ARMED_FACTION, "Iron Guard"),
            Entity("ilsa-varro", EntityKind.PERSON, "Ilsa Varro"),
            Entity("tomas-varro", EntityKind.PERSON, "Tomas Varro"),
            Entity("mira-dawn", EntityKind.PERSON, "Mira Dawn"),
            Entity("lake-city", EntityKind.PLACE, "Lake City"),
        ),
        aliases=(
            Alias("dawn", "Dawn Coalition"),
            Alias("dawn", "Al-Fajr"),
            Alias("national-old", "National Alliance", valid=old),
            Alias(
                "homeland",
                "National Alliance",
                mark=AliasMark.PROPOSES,
                note="a slip for Homeland",
            ),
            Alias("homeland", "Homeland"),
            Alias("homeland", "HL"),
            Alias("renewal", "Renewal", mark=AliasMark.ORDINARY),
            Alias("iron-guard", "Iron Guard"),
            Alias("ilsa-varro", "Ilsa Varro"),
            Alias("ilsa-varro", "Varro"),
            Alias("tomas-varro", "Tomas Varro"),
            Alias("tomas-varro", "Varro"),
            Alias("mira-dawn", "Mira Dawn"),
            Alias("lake-city", "Lake City"),
        ),
        tenures=(
            Tenure(
                "ilsa-varro",
                "holds_office",
                "prime minister",
                Period(date(2015, 1, 1), date(2019, 1, 1)),
            ),
            Tenure(
                "tomas-varro",
                "holds_office",
                "prime minister of the Lake Region",
                Period(date(2015, 1, 1), date(2019, 1, 1)),
            ),
            Tenure("tomas-varro", "leads", "homeland"),
        ),
        never_same=(NeverSame("Varro", "Varo", "two families"),),
        demonyms=("Arvonian",),
    )
