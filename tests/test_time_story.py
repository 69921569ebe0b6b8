"""Which year a history has come to: where its months run on, and what only looks aside."""

from __future__ import annotations

from datetime import date

from timeline.pipeline import extract

STORY = (
    "In 1914 war breaks out. In August the island declares its neutrality. "
    "By December the fleet has left. In February the blockade begins. In 1919 it ends.\n\n"
    "In 1932 the mines close. On 3 May workers march to the capital. "
    "The law of 1921 is repealed in June. In September the strike ends.\n\n"
    "In 1941 a fleet attacks the island. In May its port surrenders. In 1943 it is freed."
)


def days(text: str) -> dict[str, str]:
    found = extract(text, dct=date(2015, 1, 15), title="A history of the island")
    return {e.label: e.timex.edtf or "" for e in found.events if e.timex}


def test_months_of_the_historical_present_run_on_into_the_next_year() -> None:
    told = days(STORY)

    assert told["Fleet leaves"] == "1914-12"
    assert told["Blockade begins"] == "1915-02"


def test_a_past_tense_can_look_back_within_its_year() -> None:
    past = STORY.replace("has left", "had left").replace("begins", "had begun")

    assert days(past)["Blockade begins"] == "1914-02"


def test_the_year_of_a_noun_does_not_move_the_story() -> None:
    told = days(STORY)

    assert (told["Law is repealed"], told["Strike ends"]) == ("1932-06", "1932-09")


def test_a_month_before_a_subject_hides_no_present_tense() -> None:
    assert days(STORY)["Port surrenders"] == "1941-05"
