"""Every word that a report says in its own voice, in one place.

In: a key and values. Out: the sentence. Reports hold no other prose, so that a translation is one
more table beside ENGLISH; texts of articles are never looked up here.
"""

from __future__ import annotations

MARKS: dict[str, str] = {
    "included": "●",
    "partial": "◐",
    "conflicts": "✗",
    "unclear": "?",
    "absent": "·",
    "kept": "●",
    "softened": "◐",
    "contradicted": "✗",
    "dropped": "·",
    "both": "=",
    "moved": "~",
    "left_only": "-",
    "right_only": "+",
}

ENGLISH: dict[str, str] = {
    # the story
    "sources": "Sources",
    "source": "source",
    "outlet": "outlet",
    "published": "published",
    "language": "language",
    "title": "title",
    "remark": "remark",
    "undated": "no date",
    "span": "{slug} · {start} to {end} · {count}",
    "day": "{slug} · {start} · {count}",
    "no_days": "{slug} · no date · {count}",
    "one_source": "1 source",
    "many_sources": "{n} sources",
    "leading": "About: {names}",
    "related": "Related, not the same event: {slugs}",
    "marked": "Marked: {marks}",
    "mark.undated": "an article has no date",
    "mark.future": "an article is dated in the future",
    "mark.round-up": "a round-up of several events",
    "alone": (
        "Only one source tells this story, so nothing can be compared: every claim below stands "
        "in {source} alone. Add another outlet's article about it to the inputs."
    ),
    "no_claims": "No claims were found in these articles.",
    "kind.summary": "summary, not counted",
    "kind.readout": "official text",
    "via": "via {via}",
    "copy_of": "copy of {source}",
    "incomplete.truncated": "text is cut short",
    "incomplete.paywall": "text ends at a paywall",
    "script.hans": "Chinese is shown in Simplified; the JSON keeps each source's own script.",
    "script.hant": "Chinese is shown in Traditional; the JSON keeps each source's own script.",
    # the matrix
    "claims": "Claims by source",
    "claim": "claim",
    "letters": "Columns: {names}",
    "in_part": "{mark} {part}",
    "legend": (
        "● included, ◐ partial, ✗ conflicts, ? unclear, · absent "
        "(¶2: in the second paragraph; *: with a known reason)"
    ),
    "from": "— {label}",
    "origin.readout": "official readout",
    "origin.remarks": "remarks on record",
    "origin.media": "another outlet",
    "origin.outlet": "the outlet's own words",
    "origin.speaker": "{speaker}, {kind}",
    "proof": "Proof of any cell: --explain {claim} {source}",
    "summary": "{source} carries {carried} of {total} claims; only here: {only}",
    "summary.unclear": (
        "{source} carries {carried} of {total} claims ({n} unclear); only here: {only}"
    ),
    "summary.digest": "{source} carries {carried} of {total} claims (a summary, not counted)",
    "summary.digest.unclear": (
        "{source} carries {carried} of {total} claims ({n} unclear; a summary, not counted)"
    ),
    "only": "{n} ({claims})",
    "only.none": "0",
    "reason.line": "{source}, absent {reason}: {claims}",
    "reason.truncated": "perhaps because its text is cut short",
    "reason.paywall": "perhaps because its text ends at a paywall",
    "reason.published_earlier": "because it was published earlier",
    "reason.brief": "perhaps because it is a brief",
    "reason.other_edition": "perhaps because it stands in another language edition",
    # the readout
    "readout": "{label}, as carried by {source}: what became of it",
    "readout.legend": "● kept, ◐ softened, ✗ contradicted, ? unclear, · dropped",
    "added": "What the outlets added",
    "added.only": "What only one source says",
    "added.line": "{source}, {kind}:",
    # the findings
    "discrepancies": "Discrepancies",
    "discrepancy": "{id} {kind}, {severity} ({claims}): {note}",
    "discrepancy.loose": "{id} {kind}, {severity}: {note}",
    "kind.date": "date",
    "kind.number": "number",
    "kind.actor": "actor",
    "kind.place": "place",
    "kind.quote": "quotation",
    "kind.modality": "strength",
    "kind.attribution": "attribution",
    "kind.wording": "wording",
    "severity.conflict": "conflict",
    "severity.shift": "shift",
    "severity.wording": "wording only",
    "severity.compatible": "compatible",
    "side": "{source} [{value}]",
    "wording": "What each source calls them",
    "entity": "who or what",
    "labels": "labels",
    "families": "Copies: each counts as one voice",
    "family.reprint": "{sources}: one text, first published by {original}",
    "family.translation": "{sources}: translations of one text, first published by {original}",
    "edit": "{source} edits",
    "voices": "Who gets to speak",
    "speaker": "speaker",
    "direct": "quoted",
    "indirect": "reported",
    "notes": "Notes",
    # one cell
    "explain": "{claim} in {source}: {status}",
    "status.included": "included",
    "status.partial": "partial",
    "status.conflicts": "conflicts",
    "status.unclear": "unclear",
    "status.absent": "absent",
    "explain.claim": "Claim: {text}",
    "explain.origin": "Origin: {origin}",
    "explain.score": "Similarity {score}",
    "explain.confidence": "Similarity {score}, confidence {confidence}",
    "explain.reason": "Absent {reason}.",
    "explain.own": "Attribution: the outlet's own voice",
    "explain.said": "Attribution: {speaker}, {mode}",
    "explain.cue": "Attribution: {speaker}, {mode}, by the word {cue}",
    "mode.direct": "quoted",
    "mode.indirect": "reported",
    "explain.rank": "Prominence: paragraph {paragraph}, {share} of the text",
    "explain.headline": "Prominence: in the headline, {share} of the text",
    "explain.lead": "Prominence: in the lead, {share} of the text",
    "evidence": "Evidence",
    "evidence.claim": "{claim}: {text}",
    "evidence.quote": "{source}, {status}, {where}",
    "nearest": "Nearest sentence, judged not to say it",
    "nearest.unclear": "Nearest sentence, too close to call",
    "nearest.none": "No sentence comes near.",
    "paragraph": "¶{n}",
    "part.title": "headline",
    "part.caption": "caption",
    "part.dateline": "dateline",
    "scored": "{where}, similarity {score}",
    # side by side
    "diff": "{left} and {right}, paragraph by paragraph",
    "diff.legend": (
        "= in both, ~ in both but moved, - left out by {right}, + added by {right}; "
        "[-…-] and {{+…+}} hold a sentence without its like on the other side"
    ),
    "diff.counts": "{both} in both, {moved} moved, {left_only} left out, {right_only} added",
    # the list of stories
    "stories": "Stories",
    "story": "story",
    "days": "days",
    "outlets": "sources",
    "stories.none": "No stories were found.",
    # one article
    "text": "Text",
    "parts": "Beside the text",
    "dates": "Dates found",
    "date.used": "used",
    "date.agrees": "agrees",
    "date.differs": "differs",
    "date.where": "where",
    "date.value": "date",
    "date.text": "as written",
    "entities": "Names",
    "entities.none": "No names were found.",
    "surface": "as written",
    "named": "{name} ({id})",
    "type": "type",
    "names": "names",
    "by": "known by",
    "by.other": "{evidence} (another article)",
    "places": "where",
    "attributions": "Whose words",
    "speech": "{where} {speaker}, {mode}",
    "speech.cue": "{where} {speaker}, {mode}, by {cue}",
    "of_article": "{id} · {outlet} · {published} · {language}",
    "kind.news": "news",
    "in_file": "File: {file}",
    "at": "Address: {url}",
    # a search
    "find": "Who carries: {text}",
    "find.carried": "{outlet}, {published}: {title}",
    "find.none": "Not carried; nearest sentences",
    "find.yes": "Carried by",
    "find.empty": "No article carries it, and none comes near.",
    # the command line
    "cli.error": "Error: {message}",
    "cli.nearest": "{message}; nearest: {names}",
    "cli.candidates": "{message}; it could be:",
    "cli.no_path": "no such file or folder",
    "cli.no_file": "no such file",
    "cli.no_articles": "no articles found in {paths}",
    "cli.no_article": "no file and no article id is called '{name}'",
    "cli.no_csv": "--explain shows one cell; it has no csv form",
    "cli.cannot_write": "cannot be written: {reason}",
    "cli.empty_text": "TEXT is empty; type the claim to look for",
    "cli.set_aside_one": "Set aside 1 input:",
    "cli.set_aside_many": "Set aside {n} inputs:",
    "cli.reading": "Reading",
    "cli.grouping": "Grouping",
    "cli.comparing": "Comparing",
    "cli.searching": "Searching",
}


def say(key: str, **values: object) -> str:
    """The words for `key` with `values` put in; a KeyError is a bug."""
    return ENGLISH[key].format(**values)


def said(group: str, name: str) -> str:
    """The words for a model value such as `reason.brief`; an unknown value stands for itself."""
    return ENGLISH.get(f"{group}.{name}", name)


def count_of_sources(n: int) -> str:
    """`1 source`, `3 sources`."""
    return say("one_source") if n == 1 else say("many_sources", n=n)
