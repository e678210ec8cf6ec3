"""How two actors stand to each other, and who governs with whom."""

from kutla.state import government, stances
from support.diary import Diary


def said(*reports, valid_on="2031-07-01"):
    diary = Diary()
    for day, *lines in reports:
        diary.report(f"Paper of {day}", day, *lines)
    return diary, diary.state(valid_on, known_at=valid_on)


def kinds(facts):
    return [(fact.kind, fact.subject.name, fact.object.name) for fact in facts]


def test_the_history_between_two_actors_has_both_directions_in_order_of_time():
    _, state = said(
        ("2031-05-20", "Dawn | accuses | Harbour | on 2031-05-19"),
        ("2031-05-25", "Harbour | negotiates_with | Dawn | on 2031-05-24"),
        ("2031-05-26", "Summit | supports | Harbour"),
        ("2031-06-01", "Harbour | supports | Dawn"),
    )
    assert kinds(stances(state, "dawn", "harbour")) == [
        ("accuses", "Dawn", "Harbour"),
        ("negotiates_with", "Harbour", "Dawn"),
        ("supports", "Harbour", "Dawn"),
    ]
    assert len(stances(state, "Harbour")) == 4
    assert stances(state, "dawn", "summit") == ()


def test_the_government_its_parties_and_the_seats_behind_it():
    diary, state = said(
        ("2031-05-20", "Dawn | seats | 47 of 120", "Harbour | seats | 30", "Summit | seats | 12"),
        ("2031-06-20", "Tomas Dehl | holds_office | prime minister"),
        (
            "2031-06-21",
            "Vera Solm | holds_office | oil minister",
            "Vera Solm | member_of | Harbour",
        ),
        ("2031-06-22", "Summit | supports | Tomas Dehl", "Meadow | opposes | Tomas Dehl"),
    )
    found = government(state, diary.register)
    assert found.head.subject.name == "Tomas Dehl"
    assert [each.subject.name for each in found.ministers] == ["Vera Solm"]
    assert [each.name for each in found.parties] == ["Dawn", "Harbour"]  # he leads Dawn
    assert kinds(found.supporters) == [("supports", "Summit", "Tomas Dehl")]
    assert [each.subject.name for each in found.opponents] == ["Meadow"]
    assert (found.seats, found.of) == (47 + 30 + 12, 120)


def test_a_former_head_and_one_who_was_followed_are_no_government():
    diary, state = said(
        ("2031-05-20", "Ilsa Varro | holds_office | prime minister"),
        ("2031-06-20", "Tomas Dehl | holds_office | prime minister"),
        ("2031-06-21", "Vera Solm | holds_office | prime minister | former"),
    )
    assert government(state, diary.register).head.subject.name == "Tomas Dehl"


def test_without_a_report_there_is_no_government():
    diary, state = said(("2031-05-20", "Dawn | accuses | Harbour"))
    found = government(state, diary.register)
    assert (found.head, found.ministers, found.parties, found.seats) == (None, (), (), None)
