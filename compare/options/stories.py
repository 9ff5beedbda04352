"""Options of `stories` and `exercises`: which articles tell of one event, what a sheet may ask.

In: nothing. Out: fields. Points and factors of stories are thousandths, in integers, so that every
engine that runs the SQL gives the same answer; how they were measured is in `docs/method.md`. What
a level of a sheet is stands with the levels, the minutes of a kind with the kind; here is what
decides whether a row can be made at all, and how much is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share


@dataclass(frozen=True, init=False, repr=False, eq=False)
class StoriesOptions:
    """Windows of time, weights of the parts of a pair's score, and what it has to reach."""

    __slots__ = ()

    story_window: int = count(72, "hours between two articles that may tell one story", least=1)
    story_undated: int = count(12, "hours that lie between an article without a date and another")
    story_decay: int = count(500, "thousandths that a pair loses when a whole window lies between")
    story_keep: int = count(25, "points from which a pair of articles is kept")
    story_floor: int = count(110, "points from which a pair joins two groups")
    story_threshold: int = count(110, "points that the articles of a story have on average")
    story_cohesion: float = share(
        0.5, "share of what holds the looser of two groups together that has to hold both"
    )
    story_cohesion_most: int = count(
        700, "points of this that count: two reports may be nearly one"
    )
    story_apart: int = count(18, "hours between two groups that are two stages of one affair")
    story_cohesion_later: float = share(0.8, "the share that has to hold such groups together")
    story_joiners: int = count(
        3, "articles of a story that one outside has to be like, to join it", least=1
    )
    story_joining: int = count(80, "points that it has with these on average")
    story_rival: float = share(0.5, "most of this that it may have with another story")
    story_tie: int = count(
        600, "points of a pair with which one outside joins, whatever the others are like"
    )
    story_lift_size: int = count(2000, "articles of a group above which its floor is lifted")
    story_lift_step: int = count(25, "points by which it is lifted", least=1)

    # how crowded the window is
    story_quiet: int = count(51, "points needed where few articles stand in the window", least=1)
    story_quiet_articles: int = count(8, "articles in the window that are few", least=1)
    story_doubling: int = count(16, "points needed besides for every doubling of their number")

    # parts of the score
    story_names: int = count(2, "weight of shared names, within a language")
    story_words: int = count(5, "weight of shared words, within a language")
    story_vector: int = count(2, "weight of the encoder, within a language")
    story_names_cross: int = count(5, "weight of shared names, between languages")
    story_vector_cross: int = count(5, "weight of the encoder, between languages")
    story_vector_zero: float = option(
        0.40, "the encoder's score of strangers, worth nothing", least=0, most=0.99
    )
    story_vector_floor: float = share(0.45, "the encoder's score that proposes a pair by itself")
    story_enough_names: int = count(4, "names of an article from which on names weigh in full")
    story_cross_name: int = count(2, "names that one name is worth besides, between languages")
    story_unlike: int = count(700, "factor of a score where the encoder finds nothing in common")
    story_across: int = count(1300, "factor of a score between languages, in thousandths")
    story_only_names: int = count(2500, "the same where nothing but names is known")

    # what an article is compared by
    story_lead: int = count(400, "characters of the body that are its lead")
    story_read: int = count(3000, "characters of the body that speak for its subject")
    story_vector_sentences: int = count(
        10, "sentences, the headline first, whose mean speaks for an article", least=1
    )
    story_most_words: int = count(200, "most words of an article that are compared")
    story_title_factor: int = count(3000, "weight of a name in the headline, in thousandths")
    story_lead_factor: int = count(2000, "weight of a name in the lead, in thousandths")
    story_title_words: int = count(2, "times that a word of the headline counts besides")
    story_country_prior: int = count(8, "articles imagined to name a country")
    story_background: int = count(150, "articles imagined besides, so that a handful is weighed")

    # which pairs are looked at
    story_rarest: int = count(8, "rarest marks of an article, two of which propose a pair")
    story_rarest_of_few: int = count(20, "the same in a collection that can afford more")
    story_few: int = count(4096, "articles up to which a collection can afford more")
    story_common: int = count(60, "a mark is common when more than one article in so many holds it")
    story_common_least: int = count(150, "articles that hold a common mark at least")

    # headlines
    story_subjects: int = count(2, "subjects shared by two headlines that speak for one event")
    story_same_subjects: int = count(1250, "factor for them, in thousandths")
    story_same_place: int = count(1250, "factor where both lead with one place at one time")
    story_both_miss: int = count(700, "factor where each headline names whom the other misses")
    story_one_misses: int = count(900, "factor where only one does")
    story_one_misses_later: int = count(800, "the same where time lies between")
    story_later: int = count(12, "hours between two articles that count as time between")
    story_days_near: int = count(10, "days from publication of a day that a lead can speak of")
    story_other_day: int = count(800, "factor where two leads speak of other days")
    story_other_day_each: int = count(100, "thousandths less for every day between those")
    story_other_day_least: int = count(500, "least that this factor becomes")
    story_preview: int = count(800, "factor where one looks ahead and the other comes later")

    story_said_today: int = count(
        1000, "the same where one speaks of the day it came, with the other"
    )

    # reports made from one template
    story_head: int = count(200, "characters of the body in which a report says what it is of")
    story_template_words: int = count(450, "likeness of words, in thousandths, of a template")
    story_copied_words: int = count(
        960, "the same from which two texts are one, under whatever headlines and figures"
    )
    story_nothing_named: int = count(120, "factor where two reports name nothing in common")
    story_other_country: int = count(
        300, "factor where headlines name other countries, one of them new to the other text"
    )
    story_figures: int = count(4, "figures of a text that can tell one template from another")
    story_figures_shared: float = share(0.2, "share of them that texts of one event have in common")
    story_other_figures: int = count(
        500, "factor where headlines give figures the other text lacks"
    )
    story_same_title: float = share(
        0.5, "share of two headlines that makes them one but for figures"
    )
    story_other_event: int = count(300, "points against a story, of two articles of other events")
    story_same_text: float = share(0.5, "share of the words of a text that makes it the same again")

    # round-ups, relations, names of stories
    story_round_up: int = count(3, "stories told one after the other that make a round-up")
    story_round_up_called: int = count(2, "the same where the headline calls it one")
    story_touched: int = count(2, "names of a story that an article needs to tell of it")
    story_scattered: float = share(
        0.5, "share of a text that a name of its background runs through"
    )
    story_core: int = count(8, "most names that a story is known by")
    story_core_share: float = share(0.5, "share of a story's articles that lead with such a name")
    story_crowd: int = count(60, "stories with the same two names before these relate none")
    story_related_days: int = count(5, "days between two stories that may be called related")
    story_named: int = count(24, "hours after its first article in which a story gets its name")
    story_leading: int = count(8, "most leading entities of a story that are listed")
    story_slug_names: int = count(3, "most names or words in a slug", least=1)

    # dates that cannot be right
    story_leap: int = count(1830, "days after all earlier articles from which on a date is wrong")
    story_ahead: int = count(2, "days after the day of the run that a date may lie")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class ExercisesOptions:
    """How sure the matrix has to be, how long texts may be, how many answers there are."""

    __slots__ = ()

    exercise_confidence: float = share(0.80, "least confidence of a cell that a key may score")
    exercise_words_a_minute: int = count(220, "words that a student reads in a minute", least=1)
    exercise_minutes: int = count(
        45, "minutes of a sheet, unless it is asked for otherwise", least=1
    )
    exercise_tasks: int = count(3, "tasks of a sheet whose kinds are not asked for", least=1)
    exercise_gaps: float = share(
        0.34, "share of unsure cells from which a row of a grid is the last"
    )
    exercise_talk: int = count(1, "rows of a task besides that are only talked about")
    exercise_alike: float = share(0.80, "share of letter groups from which two wordings are one")
    exercise_alike_length: float = share(
        0.50, "least length of the shorter wording, of the longer one"
    )

    # claims that stand alone
    exercise_least_han: int = count(10, "shortest claim in Chinese or Japanese, in characters")
    exercise_least_words: int = count(6, "shortest claim in another language, in words")
    exercise_longest: int = count(320, "longest claim, in characters")

    # claims of other stories as wrong answers
    exercise_distractors: int = count(2, "most claims of other stories on a sheet")
    exercise_tries: int = count(12, "claims of other stories that are tried for that")
    exercise_distractor_longest: int = count(199, "longest such claim, in characters")

    # kinds
    exercise_brief_claims: int = count(5, "claims that the key of a brief asks for")
    exercise_bank_extra: int = count(3, "paragraphs without a partner among those to choose from")
    exercise_paragraph_words: int = count(12, "shortest paragraph to match, in words")
    exercise_paragraph_languages: int = count(3, "rows that two languages are worth in a pair")
    exercise_placement_least: int = count(3, "fewest claims of which one comes first", least=2)
    exercise_differences: int = count(4, "ways to differ that an easy sheet offers", least=1)
    exercise_headline_shared: float = share(
        0.2, "most of a wrong answer's pairs of characters that its headline has"
    )
    exercise_headline_length: float = option(
        1.8, "times that a wrong answer is longer or shorter than the right one", least=1, most=100
    )
    exercise_headline_wrong: int = count(2, "fewest wrong answers to a headline", least=1)
