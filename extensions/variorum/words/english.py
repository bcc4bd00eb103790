"""What the records say in English: what the commands print, and files for other programs."""

from __future__ import annotations

import dataclasses

from variorum.model import DateRef, Finding
from variorum.words.speech import ENGLISH


def finding_in_english(finding: Finding) -> Finding:
    """A finding with its explanation and its ground in English."""
    return dataclasses.replace(
        finding,
        explanation=ENGLISH.sentence(finding.said) if finding.said else finding.explanation,
        why=ENGLISH.sentence(finding.ground) if finding.ground else finding.why,
    )


def date_in_english(date: DateRef) -> DateRef:
    """A date with what is known of it in English."""
    return dataclasses.replace(date, why=" ".join(map(ENGLISH.sentence, date.steps)) or date.why)
