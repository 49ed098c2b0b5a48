"""Rules about answers that say too little (ANS)."""

from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.codelists.meanings import Need
from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Verdict, is_ticked, rule, table_rule
from toolkit.rules.promises import promise_in
from toolkit.rules.states import is_answered, is_open, is_resolved, needs, needs_outcome
from toolkit.rules.words import words
from toolkit.values.texts import fold

SHORTEST = 12
"""An answer with fewer letters and spaces hardly names what was done."""


@rule(
    "ANS-01",
    Severity.ERROR,
    vi="Kết quả ghi “{outcome}” nhưng chưa có nội dung trả lời, số văn bản hay ngày nào làm căn "
    "cứ.",
    en="The outcome is “{outcome}”, but there is no answer, document or date to prove it.",
    fix_vi="Hãy ghi thêm nội dung trả lời hoặc số văn bản, ví dụ 26/TB-UBND; nếu chưa có, hãy để "
    "trống ô này.",
    fix_en="Add the answer or the document number, e.g. 26/TB-UBND, or leave this cell blank.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Số văn bản | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường |            | Đã giải quyết xong
        2   | Đề nghị lắp đèn đường tổ 6 |                      | 26/TB-UBND | Đã giải quyết xong
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời | Số văn bản | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 |                  |            | >>Đã giải quyết xong
    """,
    tables=("petition",),
    where=("response_text", "document_no"),
)
def resolved_is_proved(
    outcome: str,
    response_text: str | None,
    document_no: str | None,
    answered_on: date | None,
    completed_on: date | None,
) -> Verdict:
    """“Resolved” is what the level above counts; it must rest on something."""
    proofs = (response_text, document_no, answered_on, completed_on)
    return not needs(outcome, Need.PROOF) or any(proof is not None for proof in proofs)


@rule(
    "ANS-02",
    Severity.WARNING,
    vi="Câu trả lời “{response_text}” chưa nêu việc đã làm, cũng chưa nêu thời gian thực hiện.",
    en="The answer “{response_text}” says neither what was done nor when it will be.",
    fix_vi="Đề nghị ghi rõ kết quả hoặc lộ trình, ví dụ: sẽ dặm vá 30 m đường trước ngày "
    "30/11/2026.",
    fix_en="Say what was done or will be, e.g.: 30 m of road will be mended before 30/11/2026.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Ghi nhận, sẽ dặm vá 30 m đường trước ngày 30/11/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | >>Tiếp thu, ghi nhận.
    """,
)
def answer_is_not_empty_words(response_text: str) -> Verdict:
    """What the National Assembly's supervision criticises: answered, but not resolved."""
    return not words("empty_answer").is_all_of(response_text)


@rule(
    "ANS-03",
    Severity.WARNING,
    vi="Câu trả lời “{response_text}” quá ngắn, người dân khó biết việc đã được giải quyết thế "
    "nào.",
    en="The answer “{response_text}” is too short to tell what became of the petition.",
    fix_vi="Đề nghị ghi rõ việc đã làm và kết quả, ví dụ: đã dặm vá 30 m đường tổ 5.",
    fix_en="Write a sentence with the result, e.g.: 30 m of the road were mended.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | >>Đã vá
    """,
)
def answer_is_long_enough(response_text: str) -> Verdict:
    """Two words do not tell the people who asked what became of it.

    Empty words are ANS-02. A document number in the place of an answer is left alone.
    """
    too_short = len(fold(response_text)) < SHORTEST and "/" not in response_text
    return not too_short or words("empty_answer").is_all_of(response_text)


@rule(
    "ANS-04",
    Severity.WARNING,
    vi="Câu trả lời giống hệt nội dung kiến nghị, nên chưa cho biết kết quả giải quyết.",
    en="The answer repeats the petition word for word, so it is none.",
    fix_vi="Đề nghị ghi kết quả giải quyết, ví dụ: đã dặm vá 30 m đường tổ 5.",
    fix_en="Write what was done, e.g.: 30 m of the road were mended.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời
        1   | Đề nghị sửa đường vào tổ 5 | >>Đề nghị sửa đường vào tổ 5
    """,
)
def answer_is_not_the_petition(response_text: str, content: str) -> Verdict:
    """A cell copied into the wrong column."""
    return fold(response_text) != fold(content)


@rule(
    "ANS-05",
    Severity.WARNING,
    vi="Tình trạng ghi “{status}” nhưng chưa có nội dung trả lời hay số văn bản.",
    en="The status is “{status}”, but there is no answer and no document number.",
    fix_vi="Đề nghị ghi nội dung trả lời hoặc số văn bản, ví dụ 26/TB-UBND.",
    fix_en="Add the answer or the document number, e.g. 26/TB-UBND.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | Đã trả lời
        2   | Đề nghị lắp đèn đường tổ 6 |                      | Đang giải quyết
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 |                  | >>Đã trả lời
    """,
    tables=("petition",),
    where=("response_text", "document_no"),
)
def answered_has_an_answer(
    status: str, response_text: str | None, document_no: str | None, outcome: str | None
) -> Verdict:
    """What is counted as answered must hold an answer.

    “Resolved” without one is ANS-01.
    """
    finished = is_answered(status) and not needs(outcome, Need.PROOF)
    return not finished or response_text is not None or document_no is not None


@table_rule(
    "ANS-06",
    Severity.WARNING,
    fields=("outcome", "status"),
    vi="Kết quả ghi “{outcome}” nhưng tình trạng lại ghi “{status}”, nên hai cột chưa khớp nhau.",
    en="The outcome is “{outcome}” but the status is “{status}”; the two contradict each other.",
    fix_vi="Đề nghị sửa lại một trong hai cột, ví dụ tình trạng: Kết thúc.",
    fix_en="Correct one of the two columns, e.g. status: closed (Kết thúc).",
    good="""
        STT | Nội dung kiến nghị         | Tình trạng | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | Đã giải quyết xong
    """,
    bad="""
        STT | Nội dung kiến nghị         | Tình trạng    | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Mới tiếp nhận | >>Đã giải quyết xong
    """,
)
def outcome_agrees_with_status(records: Sequence[Record]) -> Iterator[Blame]:
    """Answered is not resolved, and what is still being handled is neither.

    Two ticks that exclude each other were told when they were read.
    """
    for record in records:
        contradicts = is_resolved(record.text("outcome")) and is_open(record.text("status"))
        ticked = is_ticked(record, "outcome") and is_ticked(record, "status")
        if contradicts and not ticked:
            yield Blame(record, "outcome", (record.cell("status"),))


@rule(
    "ANS-07",
    Severity.INFO,
    vi="Có {count} kiến nghị ghi kết quả “{outcome}” nhưng chưa ghi số văn bản nào làm căn cứ.",
    en="The outcome is “{outcome}” ({count} petitions), but no document is named that proves it.",
    fix_vi="Nếu có văn bản, đề nghị ghi số, ví dụ 26/TB-UBND; nếu trả lời trực tiếp thì giữ "
    "nguyên.",
    fix_en="Name the document if there is one, e.g. 26/TB-UBND; else leave it.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Số văn bản | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 26/TB-UBND | Đã giải quyết xong
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Số văn bản | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường |            | >>Đã giải quyết xong
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn   |            | Đã giải quyết xong
    """,
    where=("document_no",),
    once=True,
)
def resolved_names_a_document(
    outcome: str, response_text: str, document_no: str | None
) -> Verdict:
    """The level above asks for the document by which a matter was closed.

    Without an answer either, it is ANS-01.
    """
    return not needs(outcome, Need.PROOF) or document_no is not None or not response_text


@rule(
    "ANS-08",
    Severity.WARNING,
    vi="Kết quả ghi “{outcome}” nhưng chưa nêu lý do hay hướng giải quyết.",
    en="The outcome is “{outcome}”, but neither a reason nor what comes next is given.",
    fix_vi="Đề nghị ghi lý do và việc sẽ làm, ví dụ: chưa có kinh phí, đưa vào kế hoạch năm 2027.",
    fix_en="Give the reason and what comes next, e.g.: no funds yet, planned for 2027.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời              | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Chưa có kinh phí, để năm 2027 | Chưa giải quyết
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời   | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | >>                 | Chưa giải quyết
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn | Đã giải quyết xong
    """,
    where=("response_text",),
)
def unresolved_says_why(
    response_text: str | None,
    outcome: str,
    obstacles: str | None,
    roadmap: str | None,
    note: str | None,
    document_no: str | None,
) -> Verdict:
    """A petition that is refused or put off comes again unless the people are told why."""
    reasons = (response_text, obstacles, roadmap, note, document_no)
    return not needs(outcome, Need.REASON) or any(reason is not None for reason in reasons)


@rule(
    "ANS-14",
    Severity.WARNING,
    vi="Kết quả ghi “{outcome}” nhưng câu trả lời mới nêu việc còn phải làm (“{word}”).",
    en="The outcome is “{outcome}”, but the answer only says what is still to be done (“{word}”).",
    fix_vi="Đề nghị ghi thêm việc đã làm vào câu trả lời; nếu chưa làm, hãy sửa kết quả, ví dụ Có "
    "lộ trình giải quyết.",
    fix_en="Say in the answer what was done; if nothing was, correct the outcome, e.g. Có lộ "
    "trình giải quyết.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời                  | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m, sẽ làm tiếp 50 m  | Đã giải quyết xong
        2   | Đề nghị lắp đèn đường tổ 6 | Sẽ lắp 12 bóng đèn trong tháng 12 | Có lộ trình
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời                | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Sẽ dặm vá trước ngày 30/11/2026 | >>Đã giải quyết xong
    """,
    gives=("word",),
)
def resolved_is_no_promise(outcome: str, response_text: str) -> Verdict:
    """A promise that is counted as resolved is the criticism of the National Assembly."""
    word = promise_in(response_text) if is_resolved(outcome) else None
    return word is None or {"word": word}


@rule(
    "ANS-15",
    Severity.WARNING,
    vi="Tình trạng ghi “{status}” nhưng câu trả lời mới nêu việc còn phải làm (“{word}”).",
    en="The status is “{status}”, but the answer only says what is still to be done (“{word}”).",
    fix_vi="Đề nghị ghi thêm việc đã làm vào câu trả lời; nếu chưa làm, hãy sửa tình trạng, ví dụ "
    "Đang giải quyết.",
    fix_en="Say in the answer what was done; if nothing was, correct the status, e.g. Đang giải "
    "quyết.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời                | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 | Sẽ dặm vá trước ngày 30/11/2026 | Đang giải quyết
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời                | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 | Sẽ dặm vá trước ngày 30/11/2026 | >>Kết thúc
    """,
    gives=("word",),
)
def closed_is_no_promise(status: str, response_text: str, outcome: str | None) -> Verdict:
    """What is closed on a promise is followed up by nobody.

    With an outcome it is that which tells: “resolved” on a promise is ANS-14.
    """
    is_judged = needs_outcome(status) and outcome is None
    word = promise_in(response_text) if is_judged else None
    return word is None or {"word": word}
