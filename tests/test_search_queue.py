from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import PriorityQueue

priorities = st.lists(st.floats(allow_nan=False))


@given(priorities)
def test_the_highest_leaves_first_and_equals_leave_in_order(given_priorities):
    queue: PriorityQueue[int] = PriorityQueue()
    for item, priority in enumerate(given_priorities):
        queue.push(item, priority)
    expected = sorted(range(len(given_priorities)), key=lambda i: (-given_priorities[i], i))
    assert list(queue) == expected
    assert [queue.pop() for _ in range(len(queue))] == expected
    assert not queue


def test_items_are_never_compared():
    queue: PriorityQueue[object] = PriorityQueue()
    first, second = object(), object()
    queue.push(first, 0.0)
    queue.push(second, 0.0)
    assert queue.pop() is first


def test_an_empty_queue_says_so():
    with pytest.raises(IndexError):
        PriorityQueue[int]().pop()


def test_what_is_not_a_number_is_refused():
    with pytest.raises(ValueError, match="not a number"):
        PriorityQueue[int]().push(1, float("nan"))
