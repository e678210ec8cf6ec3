"""What each wording says, one line a claim: kind | subject | object | value/total | mood."""

import pytest

from kutla.documents.document import BlockRole
from support.annotated import lines_of

SAYS = [
    # seats
    ("[O:Green List] won 54 of the 120 seats in the election.",
     ["seats | Green List |  | 54/120 | affirmed actual"]),
    ("[O:Union], led by [P:Ana Ruiz], took 12 seats, followed by [O:Nova] with 9 and [O:Vesna] with seven.",
     ["leads | Ana Ruiz | Union |  | affirmed actual",
      "seats | Union |  | 12 | affirmed actual",
      "seats | Nova |  | 9 | affirmed actual",
      "seats | Vesna |  | 7 | affirmed actual"]),
    ("The [O:Labour Coalition] led by a member of the [I:National Assembly] [P:Ian Petrov], held second place earning 47 seats.",
     ["leads | Ian Petrov | Labour Coalition |  | affirmed actual",
      "member_of | Ian Petrov | National Assembly |  | affirmed actual",
      "seats | Labour Coalition |  | 47 | affirmed actual"]),
    ("[O:Nova] and [O:Vesna] have 25 and 18 seats respectively.",
     ["seats | Nova |  | 25 | affirmed actual", "seats | Vesna |  | 18 | affirmed actual"]),
    ("The [O:Reds] won 206 seats in the 736-seat [I:Bundestag], ahead of the [O:Blacks] with 197 and the [O:Blues] on 92.",
     ["seats | Reds |  | 206/736 | affirmed actual",
      "seats | Blacks |  | 197 | affirmed actual",
      "seats | Blues |  | 92 | affirmed actual"]),
    ("The [O:Greens] and the [O:Blues] together hold 210 seats.", []),
    ("The [O:Greens] lost 12 seats.", []),
    ("The [O:Dawn alliance] of the [O:Reds] and the [O:Greens] took 31 seats.",
     ["seats | Dawn alliance |  | 31 | affirmed actual"]),
    ("Some [G:40 MPs] have joined the [O:Wisdom Bloc] so far.",
     ["joins_bloc | 40 MPs | Wisdom Bloc |  | affirmed actual",
      "seats | Wisdom Bloc |  | 40 | affirmed actual"]),
    # make-up and leadership
    ("[P:Ana Ruiz], the leader of the [O:Union], said no.",
     ["leads | Ana Ruiz | Union |  | affirmed actual"]),
    ("The [O:Bloc of Light] comprises the [O:Dawn Party], the [O:Workers' League] and [O:Nova].",
     ["part_of | Dawn Party | Bloc of Light |  | affirmed actual",
      "part_of | Workers' League | Bloc of Light |  | affirmed actual",
      "part_of | Nova | Bloc of Light |  | affirmed actual"]),
    ("[A:Sixth Brigade] is part of the [A:Popular Front].",
     ["part_of | Sixth Brigade | Popular Front |  | affirmed actual"]),
    # blocs
    ("The [O:Union] has refused to join a coalition with [O:Nova].",
     ["refuses_bloc | Union | Nova |  | affirmed actual"]),
    ("[O:Nova] is close to joining the [O:Alliance for Work].",
     ["joins_bloc | Nova | Alliance for Work |  | affirmed possible"]),
    ("[O:Nova] has no intention to join any coalition.",
     ["refuses_bloc | Nova | any coalition |  | affirmed actual"]),
    ("[O:Lega] agreed to form a coalition with [O:Forza] and [O:Nova].",
     ["forms_bloc | Lega | Forza |  | affirmed planned",
      "forms_bloc | Lega | Nova |  | affirmed planned"]),
    ("[O:Nova] ruled out governing with [O:Union].",
     ["refuses_bloc | Nova | Union |  | affirmed actual"]),
    ("[O:Union], led by [P:Ana Ruiz], rejected the king's proposal to form a unity government with [O:Nova].",
     ["leads | Ana Ruiz | Union |  | affirmed actual",
      "refuses_bloc | Union | Nova |  | affirmed actual"]),
    ("[P:Petrov] and [P:Aro] held talks on forming a government.",
     ["meets | Petrov | Aro |  | affirmed actual",
      "negotiates_with | Petrov | Aro |  | affirmed actual"]),
    # stances
    ("[C:Norland] backs the [O:Union].",
     ["backed_by | Union | Norland |  | affirmed actual"]),
    ("[O:Nova] withdrew its support for [P:Petrov]'s government.",
     ["supports | Nova | Petrov |  | negated actual"]),
    ("[P:Ana Ruiz] accused [P:Aro] of corruption.",
     ["accuses | Ana Ruiz | Aro |  | affirmed actual"]),
    # offices
    ("[P:Petrov] announced that he was withdrawing from the race for prime minister.",
     ["withdraws_candidacy | Petrov | prime minister |  | affirmed actual"]),
    ("[former prime minister|P:Ana Ruiz] left.",
     ["holds_office | Ana Ruiz | prime minister |  | affirmed actual"]),
    ("The [O:Union] nominated [P:Ana Ruiz] as its candidate for prime minister.",
     ["nominated_for | Ana Ruiz | prime minister |  | affirmed actual"]),
    ("[P:Petrov] has been asked to form a government.",
     ["nominated_for | Petrov | prime minister |  | affirmed actual"]),
    ("[P:Ana Ruiz] was elected speaker of parliament.",
     ["appointed_to | Ana Ruiz | speaker |  | affirmed actual"]),
    ("The [O:Union] controls the [M:Interior Ministry].",
     ["controls | Union | Interior Ministry |  | affirmed actual"]),
    # procedure
    ("[P:Petrov] lost a vote of confidence in the [I:House of Representatives].",
     ["confidence_vote | Petrov |  |  | affirmed actual"]),
    ("[A:Two factions] decided to withdraw confidence from [P:Aro]'s government.",
     ["confidence_vote | Aro |  |  | affirmed planned"]),
    ("[I:Parliament] failed to reach a quorum.",
     ["session | Parliament |  |  | negated actual"]),
    ("Early elections were held on 3 May.",
     ["election | Early elections |  |  | affirmed actual"]),
    # force
    ("The [C:Norland]-backed [A:Desert Brigades] attacked [C:Sudland].",
     ["backed_by | Desert Brigades | Norland |  | affirmed actual",
      "attacks | Desert Brigades | Sudland |  | affirmed actual"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), SAYS, ids=[written for written, _ in SAYS])
def test_a_wording_says(written: str, expected: list[str]) -> None:
    assert sorted(lines_of(written)) == sorted(expected)


def test_a_quoted_speaker_speaks_of_himself() -> None:
    said = "We announce the withdrawal of my candidacy for prime minister."
    lines = lines_of(said, speaker="Ian Petrov")
    assert lines == ["withdraws_candidacy | Ian Petrov | prime minister |  | affirmed actual"]


def test_a_row_of_a_table_needs_no_verb() -> None:
    assert lines_of("[O:Greens]: 14 seats", role=BlockRole.BULLET) == [
        "seats | Greens |  | 14 | affirmed actual"
    ]
