"""The laws of the two clocks: what is learnt or said later changes no earlier answer."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.ledger import open_ledger
from kutla.state import KnownBy, project_ledger
from support.diary import Diary, at

_FIRST = date(2031, 5, 20)
_LINES = st.sampled_from(
    (
        "Dawn | seats | 47 of 120",
        "Sunrise | seats | 48",
        "Harbour | seats | 30 | by Electoral Commission",
        "Free Valley | seats | 4",
        "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk",
        "Harbour | refuses_bloc | by Bo Lind",
        "Harbour | leaves_bloc | Big Tent",
        "Tomas Dehl | candidate_for | prime minister",
        "Tomas Dehl | withdraws_candidacy | premiership",
        "Dawn | meets | Harbour",
        "Harbour | negotiates_with | Dawn | denied",
        "Ilsa Varro | holds_office | prime minister",
        "Tomas Dehl | holds_office | prime minister",
        "Diet | confidence_vote | planned | on 2031-06-10",
    )
)
_REPORTS = st.lists(
    st.tuples(st.integers(0, 40), st.lists(_LINES, min_size=1, max_size=3, unique=True)),
    min_size=1,
    max_size=5,
)


def _write(diary, reports):
    for days, lines in reports:
        diary.report(f"Paper {days}", str(_FIRST + timedelta(days)), *lines)


@given(_REPORTS, st.integers(0, 40), st.integers(0, 40))
def test_reports_that_were_not_out_yet_change_nothing(reports, known, valid):
    known_at, valid_on = str(_FIRST + timedelta(known)), str(_FIRST + timedelta(valid))
    every, early = Diary(), Diary()
    # the same reports in the same order, those that are later last: so that their ids agree
    _write(early, sorted((each for each in reports if each[0] <= known), key=lambda r: r[0]))
    _write(every, sorted(reports, key=lambda r: r[0]))
    ours, theirs = every.state(valid_on, known_at), early.state(valid_on, known_at)
    assert ours.facts == theirs.facts
    assert ours.seats == theirs.seats
    assert ours.blocs == theirs.blocs


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_REPORTS, _REPORTS, st.integers(0, 40))
def test_what_is_recorded_later_changes_no_earlier_answer(tmp_path_factory, first, second, valid):
    valid_on = _FIRST + timedelta(valid)
    diary = Diary()
    with open_ledger(tmp_path_factory.mktemp("clocks") / "kutla.db") as ledger:

        def ask():
            return project_ledger(
                ledger,
                diary.register,
                valid_on=valid_on,
                known_at=at("2032-01-01"),
                known_by=KnownBy.RECORDED,
            )

        def record(moment):
            ledger.record(
                diary.documents, diary.stories, diary.claims, recorded_at=at(moment), run="d"
            )

        _write(diary, first)
        record("2032-01-01")
        before = ask()
        _write(diary, second)
        record("2032-01-02")
        assert ask() == before


@given(_REPORTS, st.integers(0, 40))
def test_nothing_counts_that_no_claim_says_and_nothing_that_is_said_is_hidden(reports, valid):
    diary = Diary()
    _write(diary, reports)
    state = diary.state(str(_FIRST + timedelta(valid)))
    shown = [i.claim for fact in state.facts for i in (*fact.support, *fact.dissent)]
    on = _FIRST + timedelta(valid)
    said = {
        claim.id
        for claim in diary.claims
        if claim.reported.first_on <= on
        or (claim.event.period is not None and claim.event.period.first_on <= on)
    }
    assert all(fact.support for fact in state.facts)
    assert {claim.id for claim in shown} == said
    assert len(shown) == len(said)
