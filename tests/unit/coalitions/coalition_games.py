"""Random games for the laws, small enough for brute force."""

from hypothesis import strategies as st

from kutla.coalitions.game import Condition, Game, Group, Threshold


@st.composite
def games(draw, *, most=8, vetoes=True, conditions=True, wide=True):
    number = draw(st.integers(1, most))
    seats = draw(st.lists(st.integers(0, 9), min_size=number, max_size=number))
    ids = [f"g{index}" for index in range(number)]
    groups = tuple(Group(each, each.upper(), own) for each, own in zip(ids, seats, strict=True))
    quota = draw(st.integers(1, max(sum(seats), 1)))
    some = st.sets(st.sampled_from(ids), min_size=2, max_size=min(3, number))
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    several = number > 1
    refusals = draw(st.lists(some, max_size=5)) if vetoes and several else []
    if not conditions:
        pairwise = frozenset(frozenset(sorted(each)[:2]) for each in refusals)
        return Game(groups, quota, incompatible=pairwise)
    together = draw(st.lists(some, max_size=1)) if several else []
    only_if = draw(st.lists(pairs, max_size=3))
    must = draw(st.sets(st.sampled_from(ids), max_size=1))
    must_not = draw(st.sets(st.sampled_from(ids), max_size=1)) - must
    most_members = draw(st.none() | st.integers(1, number))
    further = draw(wide_rules(ids)) if wide and draw(st.booleans()) else {}
    return Game(
        groups,
        quota,
        **further,
        incompatible=frozenset(frozenset(each) for each in refusals),
        must=frozenset(must),
        must_not=frozenset(must_not),
        together=tuple(frozenset(each) for each in together),
        only_if=tuple(only_if),
        max_members=most_members,
    )


@st.composite
def wide_rules(draw, ids):
    """Rules that one quota and refusals between pairs cannot say."""
    most = min(3, len(ids))
    any_set = st.frozensets(st.sampled_from(ids), max_size=most)
    some = st.frozensets(st.sampled_from(ids), min_size=1, max_size=most)
    conditions = draw(st.lists(st.builds(Condition, some, any_set), max_size=2))
    weights = st.dictionaries(st.sampled_from(ids), st.integers(0, 5))
    thresholds = st.lists(
        st.one_of(
            st.builds(Threshold, st.just("lists"), st.integers(1, len(ids) + 1)),
            st.builds(Threshold.of, st.just("votes"), st.integers(1, 12), weights),
        ),
        max_size=2,
    )
    places = draw(st.dictionaries(st.sampled_from(ids), st.sampled_from([1.0, 2.0, 2.5, 4.0])))
    return {
        "conditions": tuple(conditions),
        "also": tuple(draw(thresholds)),
        "or_else": tuple(draw(thresholds)[:1]),
        "connected_on": tuple(sorted(places.items())) if draw(st.booleans()) else (),
    }
