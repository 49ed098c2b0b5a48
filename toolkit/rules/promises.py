"""Whether an answer tells what was done, or only what is still to be done."""

from toolkit.rules.words import words

HEAD = 8
"""Within so many words from its beginning an answer says whether it is a promise. “… nộp hồ sơ tại
Bộ phận Một cửa, cán bộ sẽ hướng dẫn” explains; what follows later is not what was asked for."""


def promise_in(answer: str) -> str | None:
    """The words by which an answer is only a promise; None if it tells of something done, too.

    >>> promise_in("Sẽ dặm vá 30 m đường trước ngày 30/11/2026")
    'Sẽ'
    >>> promise_in("Đã tiếp thu, đang lập hồ sơ")
    'đang'
    >>> promise_in("Đã dặm vá 30 m, sẽ làm tiếp trong năm 2027")
    """
    if words("deed").found_in(answer):
        return None
    return words("promise").found_in(" ".join(answer.split()[:HEAD]))


def is_promise(answer: str) -> bool:
    """Whether an answer tells only of what is still to be done."""
    return promise_in(answer) is not None
