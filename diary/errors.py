"""The errors people can do something about, each with one plain sentence for the screen.

A :class:`DiaryError` carries two texts: ``user_message`` is shown to the person, ``detail``
goes to the log. Neither may hold diary content. Whatever is not a DiaryError is a bug.
"""

from __future__ import annotations


class DiaryError(Exception):
    """A failure we know and can explain.

    Args:
        user_message: one plain sentence that says what happened and what to do.
        detail: technical words for the log; no diary content.
    """

    def __init__(self, user_message: str, detail: str = "") -> None:
        super().__init__(detail or user_message)
        self.user_message = user_message
        self.detail = detail or user_message


class RequestError(DiaryError):
    """The request or its input was wrong; nothing was changed (exit status 2).

    Args:
        user_message: one plain sentence; with several faults it counts them.
        problems: one line for each fault, each with its row or path.
        detail: technical words for the log; no diary content.
    """

    def __init__(self, user_message: str, problems: tuple[str, ...] = (), detail: str = "") -> None:
        super().__init__(user_message, detail)
        self.problems = problems


class FileProblem(DiaryError):  # noqa: N818  the file has it, the program did not make it
    """The file or the disk does not allow it: damaged, newer, full, locked (exit status 1).

    Attributes:
        is_of_content: whether what the file holds is at fault, not the disk or another program.
        is_diary: whether it is, or was, a diary; False where it is another kind of file.
        is_newer: whether a newer version of the program wrote it; nothing is wrong with it then.
    """

    is_of_content = False
    is_diary = True
    is_newer = False
