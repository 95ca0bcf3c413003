"""What was worked out from a diary, kept for as long as the diary is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from diary.domain.diary import Diary

T = TypeVar("T")


class Kept(Generic[T]):
    """The answers given last about one diary; they go as soon as another is asked about.

    The store gives the same diary until somebody writes: which it is says whether it changed.

    Args:
        most: how many answers to keep; the oldest goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._diary: Diary | None = None
        self._answers: dict[Hashable, T] = {}

    def of(self, diary: Diary, question: Hashable, answer: Callable[[], T]) -> T:
        """Return the answer to a question, worked out only the first time.

        Args:
            diary: what it is about.
            question: says all else that it depends on.
            answer: works it out.
        """
        if self._diary is not diary:
            self._diary, self._answers = diary, {}
        if question not in self._answers:
            while len(self._answers) >= self._most:
                del self._answers[next(iter(self._answers))]
            self._answers[question] = answer()
        return self._answers[question]
