"""What moves a procedure, read off a state that was projected from reports."""

from datetime import date

from kutla.pipeline import elections_of, procedure_of
from kutla.procedure import parse_procedure, place_in_procedure, read_milestones
from support.diary import VOTED, Diary, arvonia

DIET = parse_procedure(
    "arvonia",
    {
        "title": "Arvonia: Diet",
        "path": ["election", "designation", "investiture"],
        "offices": {"government": ["prime minister"]},
    },
    "arvonia/procedure.toml",
)


def charged_and_gone():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-06-01",
        "Ilsa Varro | nominated_for | prime minister | on 2031-06-01 | saying was charged",
    )
    diary.report(
        "Post", "2031-06-20", "Ilsa Varro | withdraws_candidacy | prime minister | on 2031-06-20"
    )
    return diary


def test_a_nominee_who_withdraws_breaks_the_charge_off():
    state = charged_and_gone().state("2031-06-30")
    events = [milestone.event for milestone in read_milestones(state, DIET)]
    assert events == ["designation", "nominee-failed"]
    assert place_in_procedure(state, DIET).awaits == "designation"


def test_before_the_withdrawal_the_charge_stands():
    state = charged_and_gone().state("2031-06-10")
    assert place_in_procedure(state, DIET).id == "designation"


def test_a_withdrawal_that_is_denied_breaks_nothing_off():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-06-01",
        "Ilsa Varro | nominated_for | prime minister | on 2031-06-01 | saying was charged",
    )
    diary.report(
        "Post", "2031-06-20", "Ilsa Varro | withdraws_candidacy | prime minister | negated"
    )
    assert place_in_procedure(diary.state("2031-06-30"), DIET).id == "designation"


def test_the_elections_of_a_register_begin_a_round_without_any_report():
    state = Diary().state("2031-05-20")
    (election,) = elections_of(arvonia())
    assert (election.on, election.facts, election.claim_ids) == (VOTED, (), ())
    stage = place_in_procedure(state, DIET, events=[election])
    assert (stage.id, stage.since) == ("election", date(2031, 5, 12))
    before = Diary().state("2031-05-01")
    assert place_in_procedure(before, DIET, events=[election]).id == "unknown"


def test_a_folder_brings_its_own_procedure_and_one_without_gets_the_generic(tmp_path):
    folder = tmp_path / "Far Coast"
    folder.mkdir()
    (folder / "parliament.toml").write_text('name = "far coast"\n', encoding="utf-8")
    assert procedure_of(str(folder)).is_generic
    (folder / "procedure.toml").write_text('title = "Far Coast: Diet"\n', encoding="utf-8")
    assert procedure_of(str(folder)).title == "Far Coast: Diet"


def test_a_shipped_parliament_is_known_by_its_name_in_any_case():
    assert procedure_of("Iraq") == procedure_of("iraq")
    assert not procedure_of("iraq").is_generic
