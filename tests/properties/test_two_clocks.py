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
        "Meadow | forms_bloc | pro-harvest coalition",
        "Harbour | joins_bloc | coalition | possible | by Ana Rusk",
        "Harbour | refuses_bloc | any coalition | by Bo Lind",
        "coalition | seats | 31",
        "Tomas Dehl | meets | Norland | denied | by Bo Lind",
        "Norland | negotiates_with | Dawn | on 2031-06-01",
        "Norland | meets | Dawn | on 2031-05-22",
        "May 12 poll | election | on 2031-05-12",
        "early elections | election | demanded",
        "Olav Brim | holds_office | president | saying Norland President Olav Brim came",
        "Ilsa Varro | resigns | prime minister",
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

    def counts(claim):
        is_out = claim.reported.first_on <= on
        if claim.event.period is None:
            return is_out
        return claim.event.period.first_on <= on or (claim.modality != "actual" and is_out)

    said = {claim.id for claim in diary.claims if counts(claim)}
    assert all(fact.support for fact in state.facts)
    assert {claim.id for claim in shown} == said
    # a refusal of any bloc whatever speaks on each one; everything else is shown once
    spread = [claim for claim in shown if claim.kind == "refuses_bloc"]
    assert len(shown) - len(spread) == len(said - {claim.id for claim in spread})


@given(_REPORTS, st.integers(0, 40), st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_told_changes_no_standing(reports, valid, random):
    one, other = Diary(), Diary()
    _write(one, reports)
    _write(other, reports)
    random.shuffle(other.claims)
    on = str(_FIRST + timedelta(valid))

    def told(state):
        return {
            (f.id, f.kind, f.standing, f.polarity, f.value, len(f.support), len(f.dissent))
            for f in state.facts
        }

    assert told(one.state(on)) == told(other.state(on))


@given(_REPORTS, st.integers(0, 40))
def test_a_copy_of_a_report_changes_no_standing_and_adds_no_weight(reports, valid):
    one, other = Diary(), Diary()
    for diary in (one, other):
        for days, lines in reports:
            first = diary.report(f"Paper {days}", str(_FIRST + timedelta(days)), *lines)
            if diary is other:
                diary.report("Mirror", str(_FIRST + timedelta(days)), *lines, copy_of=first)
    on = str(_FIRST + timedelta(valid))

    def told(state):
        return {
            f.id: (f.standing, [(a.log_odds, a.stories) for a in f.alternatives])
            for f in state.facts
        }

    assert told(one.state(on)) == told(other.state(on))
