"""Options of `claims`: cells, absences, copies, and when a difference is worth a finding.

In: nothing. Out: fields. How the thresholds of cells were measured is in `docs/method.md`; likeness
of names and quotations is that of rapidfuzz, 0 to 100. Why each rule asks for what it asks stands
with the rule, in `compare.claims.discrepancies`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share, weight


@dataclass(frozen=True, init=False, repr=False, eq=False)
class ClaimsOptions:
    """Bands of the chance that an article carries a row, reasons of absence, copies."""

    __slots__ = ()

    claim_included: float = share(0.77, "chance from which a cell is included or partial")
    claim_whole: float = share(0.90, "chance from which it is included as a whole")
    claim_absent: float = share(0.12, "chance below which a cell is absent")
    claim_checked: int = count(
        100, "cells between two languages from which their bounds count as checked"
    )
    claim_merge_gap: int = count(3, "characters between two spans that are merged into one")
    claim_voice: float = share(0.5, "share of a span that somebody's words must exceed")

    earlier_hours: float = option(3.0, "hours before the others that explain an absence", least=0)
    brief_share: float = share(0.4, "share of the usual length below which an article is a brief")
    brief_letters: int = count(800, "letters (three to a Han character) below which it can be one")

    reprint_shingle_han: int = count(6, "letters of a shingle of Chinese or Japanese", least=1)
    reprint_shingle_latin: int = count(24, "letters of a shingle of other languages", least=1)
    reprint_dense: float = share(1 / 3, "share of such letters that makes a text one of these")
    reprint_edit: float = share(0.3, "share of a sentence's shingles below which it is an edit")
    reprint_containment: float = share(0.6, "share of a text's shingles that makes it a reprint")
    translation_share: float = share(0.8, "share of sentences linked that makes a translation")
    translation_share_of_longer: float = share(0.6, "the same share of the longer text")
    translation_order: float = share(0.85, "share of those links that keep the order")
    translation_least: int = count(5, "least sentences of a translation")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class DiscrepancyOptions:
    """Bounds that the rules share, and those of each."""

    __slots__ = ()

    fact_join: float = share(0.3, "mean chance from which facts are of one thing")
    fact_beside_han: int = count(9, "characters beside a value that tell what it is, in Chinese")
    fact_beside: int = count(34, "the same in other languages")
    fact_paragraph: int = count(600, "most characters of a paragraph that tell what a value is of")
    fact_crowd: int = count(20, "most facts of a sentence that each have a context of their own")
    fact_most: int = count(300, "most facts of a kind in a story that are joined", least=1)
    fact_conflict: float = share(0.7, "chance from which two values of one thing can conflict")
    fact_conflict_bare: float = share(0.85, "the same where no class of predicates is common")
    fact_conflict_outcome: float = share(0.9, "the same of what happened and of who did it")
    fact_opposed: float = share(0.5, "the same of a row and its proof, which are of one matter")
    fact_converted: float = share(0.06, "most that two figures of unlike units are apart")
    fact_minutes: int = count(20, "minutes by which an hour that is told roughly may be off")

    date_link: float = share(0.8, "score that two dates of one event need")
    conflict_link: float = share(0.50, "least score of two passages that can conflict")
    shift_link: float = share(0.70, "least score of two passages that can shift in force")
    conflict_evidences: int = count(3, "most evidences of a cell that are held against others")

    alike_words: int = count(3, "least words of a clause that can be the same as another")
    alike_share: float = share(0.75, "share of the shorter clause's words that both have")
    alike_whole: float = share(0.5, "the same share of the longer clause")
    opposite_share: float = share(0.2, "share of the words beside opposites that both texts have")
    opposite_most: float = share(0.4, "the same share where it is larger")
    opposite_across: float = share(0.25, "the same share between two languages")
    opposite_reach: int = count(4, "most words between a negation and what it denies")
    role_words: float = share(0.6, "share of the words of a party that tell who it is")
    alike_across: float = share(0.85, "score of clauses that are the same in two languages")
    alike_clauses: int = count(2, "most clauses of a sentence that is compared so")

    count_words: int = count(3, "words on either side of a count that are compared")
    toll_growth: float = weight(3.0, "times from which a toll that grew is a shift")
    toll_none: int = count(16, "most characters between no and what there was none of")
    toll_part: int = count(8, "characters behind a number in which it may be called a part")

    actor_another: int = count(60, "likeness of two partners from which they may be one")
    actor_rest: int = count(60, "likeness of two clauses that tell of one undertaking")
    speaker_same: int = count(60, "likeness of two speakers from which they may be one")

    date_opens: int = count(3, "characters before a date that opens its sentence, fewer than these")
    date_beside: int = count(2, "characters between a date and its weekday")
    date_days: int = count(9, "most days between a day and one that stands for it by mistake")
    date_month_days: int = count(100, "most days between two months or quarters of one event")

    meeting_name: int = count(60, "likeness of two partners from which they may be one")
    meeting_quote: int = count(90, "likeness of two quotations that are one")
    meeting_quote_least: int = count(6, "shortest quotation that counts, in characters")
    meeting_days: int = count(4, "days of a period that is no day of a meeting any more")
    meeting_sure: float = share(0.6, "score from which a little shared makes two meetings one")
    meeting_sure_shared: int = count(1, "places, days, amounts, quotations shared in that case")
    meeting_likely: float = share(0.45, "score from which more shared makes two meetings one")
    meeting_shared: int = count(2, "places, days, amounts, quotations shared in that case")

    modality_file: str | None = option(
        None, "modal words of your own, beside the shipped", file=True
    )
    modality_longest: float = weight(2.6, "most that one clause is longer than the other")
    modality_flat: int = count(2, "steps of a scale between a hedge and a flat statement")
    modality_wide: int = count(3, "steps from which any link will do")
    modality_sure: float = share(0.9, "score that fewer steps need")
    modality_done: float = share(0.7, "score that done against not done needs")

    number_close: float = share(0.05, "most that a rounded value lies from the other, of it")
    number_exact: int = count(100, "counts below which rounding is none")
    number_few: int = count(3, "counts of one unit below which agreement is not worth telling")
    number_link: float = share(0.8, "score that two figures of one amount need")
    number_farthest: int = count(100, "times from which one figure does not stand for the other")
    number_small: int = count(10, "bare counts and spans of time below which figures say little")
    number_later: int = count(1, "hours between two articles whose counts may have grown")
    number_body: int = count(60, "likeness of two bodies from which they may be one")
    number_body_within: int = count(85, "the same where one name holds the other")

    quote_least: int = count(6, "shortest quotation that is compared, in characters")
    quote_least_latin: int = count(18, "the same of the piece that a clause of Latin letters holds")
    quote_reworded: int = count(45, "likeness from which two quotations are one reworded")
    quote_near: int = count(75, "likeness from which they differ in a detail")
    quote_same: int = count(97, "likeness from which they are the same")
    quote_shorter: float = share(0.6, "share of the other's length that a reworded one exceeds")
    quote_longer: float = weight(1.6, "times the other's length that it stays below")
    quote_piece: int = count(60, "likeness of a piece and the quotation that it is made of")
    quote_gap_least: int = count(2, "least characters between two neighbouring quotations")
    quote_gap: int = count(80, "most characters between them")
