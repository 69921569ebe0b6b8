"""The layout: the first window, and labels that lie on nothing."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.show import layout
from timeline.show.layout import Box, Placed, Window


def box(name: str, start: float, end: float | None = None, label: str = "Some event") -> Box:
    return Box(name, start, start if end is None else end, label, 2, 50)


def stretch(one: Box, place: Placed, window: Window) -> tuple[float, float]:
    """Return the pixels a mark and its label take, counted from the window's left edge."""
    per_day = layout.WIDTH_PX / window.days
    left, right = (one.start - window.start) * per_day, (one.end - window.start) * per_day
    left, right = left - layout.MARK_PX / 2, right + layout.MARK_PX / 2
    if place.side == "within":
        return left, right
    beside = layout.text_px(place.label) + 30 if place.label else 0
    return (left - beside, right) if place.side == "left" else (left, right + beside)


def test_an_outlier_does_not_squeeze_the_others():
    boxes = [box("old", 0)] + [box(f"e{i}", 5000 + 30 * i) for i in range(9)]
    window = layout.first_window(boxes)

    earlier, later = layout.edges(boxes, window)

    assert [b.event_id for b in earlier] == ["old"]
    assert not later
    assert window.days < 400


def test_without_an_outlier_the_whole_is_shown():
    boxes = [box(f"e{i}", 40 * i) for i in range(10)]

    assert layout.first_window(boxes) == layout.whole_window(boxes)


def test_one_event_alone_has_a_window_around_it():
    window = layout.first_window([box("only", 100)])

    assert window.start < 100 < window.end


def test_the_axis_of_one_day_does_not_count_hours():
    assert layout.first_window([box("only", 100)]).days >= 14


def test_in_a_crowd_no_mark_lies_on_a_label_of_another():
    # Ids as scattered as digests are.
    boxes = [box(f"e{i * 919 % 1000:03}", 37 * i, label="State signs") for i in range(200)]
    window = layout.first_window(boxes)
    places = layout.pack(boxes, window)

    rows: dict[int, list[tuple[float, float]]] = {}
    for one, place in zip(boxes, places, strict=True):
        rows.setdefault(place.row, []).append(stretch(one, place, window))
    assert all(a[1] <= b[0] + 3 for row in rows.values() for a, b in pairwise(sorted(row)))
    assert sorted(rows) == list(range(len(rows)))
    assert len(rows) <= layout.ROW_BUDGET
    named = [at for at, place in enumerate(places) if place.label]
    assert len(named) >= 12
    assert named[0] < 50
    assert named[-1] > 150


def test_nothing_has_a_window_too():
    assert layout.first_window([]).days > 0
    assert layout.pack([], layout.first_window([])) == []


def test_events_of_one_day_get_rows_of_their_own():
    boxes = [box(f"e{i}", 100) for i in range(5)]

    rows = [place.row for place in layout.pack(boxes, layout.first_window(boxes))]

    assert sorted(rows) == [0, 1, 2, 3, 4]


def test_at_the_right_edge_a_label_stands_left_of_its_mark():
    boxes = [box("first", 0), box("last", 1000, label="A label that is rather long for the edge")]

    places = layout.pack(boxes, layout.whole_window(boxes))

    assert places[0].side == "right"
    assert places[1].side == "left"


def test_a_stretch_that_fills_the_window_carries_its_label_within():
    boxes = [box("long", 0, 1000)]

    assert layout.pack(boxes, layout.first_window(boxes))[0].side == "within"


def test_where_rows_run_out_labels_go_and_marks_stay():
    boxes = [box(f"e{i}", 100 + i * 0.01) for i in range(40)]
    places = layout.pack(boxes, Window(0, 200))

    assert len(places) == 40
    assert max(place.row for place in places) < layout.ROW_BUDGET
    assert sum(1 for place in places if place.label) < 40


def test_a_long_label_is_shortened_at_a_word():
    long = "Meeting of the ministers of foreign affairs of all the states of the continent"
    boxes = [box("long", 0, label=long), box("far", 100)]

    label = layout.pack(boxes, layout.whole_window(boxes))[0].label

    assert label.endswith("…")
    assert long.startswith(label[:-1])
    assert long[len(label) - 1] == " "


@given(
    st.lists(
        st.tuples(
            st.floats(0, 2000), st.floats(0, 200), st.text("abcdef WM", min_size=1, max_size=60)
        ),
        min_size=1,
        max_size=40,
    )
)
def test_labels_and_marks_never_lie_on_each_other(raw: list[tuple[float, float, str]]):
    boxes = [
        box(f"e{i}", start, start + length, text) for i, (start, length, text) in enumerate(raw)
    ]
    window = layout.first_window(boxes)
    places = layout.pack(boxes, window)

    labelled = [(b, p) for b, p in zip(boxes, places, strict=True) if p.label]
    for (one, at), (other, there) in combinations(labelled, 2):
        if at.row == there.row:
            first, second = sorted((stretch(one, at, window), stretch(other, there, window)))
            assert first[1] <= second[0] + 1e-6


@given(st.lists(st.tuples(st.floats(0, 9000), st.floats(0, 400)), min_size=1, max_size=40))
def test_the_window_and_its_edges_account_for_every_event(raw: list[tuple[float, float]]):
    boxes = [box(f"e{i}", start, start + length) for i, (start, length) in enumerate(raw)]
    window = layout.first_window(boxes)
    earlier, later = layout.edges(boxes, window)
    inside = [b for b in boxes if window.shows(b)]

    assert len(earlier) + len(inside) + len(later) == len(boxes)
    assert len(inside) >= 0.8 * len(boxes)
