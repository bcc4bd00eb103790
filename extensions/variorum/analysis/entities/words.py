"""The word lists of the rules, read from the data files, ready for look-up."""

from __future__ import annotations

from variorum.analysis import gazetteer

_titles = gazetteer.table("titles.toml")
_heads = gazetteer.table("heads.toml")
_context = gazetteer.table("context.toml")

HONORIFICS: frozenset[str] = frozenset(w.lower() for w in _titles["honorifics"])
ROLE_HEADS: frozenset[str] = frozenset(_titles["heads"])
ROLE_MODIFIERS: frozenset[str] = frozenset(_titles["modifiers"])
TITLES_BEFORE: frozenset[str] = frozenset(_titles["before"])
"""Heads that stand right before a name so often that what follows is one."""
PERSON_VERBS: frozenset[str] = frozenset(_titles["person_verbs"])

PORTFOLIOS = frozenset({"minister", "ministers", "secretary", "undersecretary", "under-secretary"})
"""Who is named by a field: what follows "of" or "for" is no body."""
HEADS_OF = PORTFOLIOS | {"chief", "head"}
"""Whose office goes on after "of": "Chief of Defence Forces"."""

LAST: dict[str, str] = {word: label for label, words in _heads["last"].items() for word in words}
"""The last word of a name, and the label it gives."""
FIRST: dict[str, str] = {word: label for label, words in _heads["first"].items() for word in words}
"""The first word of a name that goes on with "of" or "for", and the label it gives."""
NEVER: frozenset[str] = frozenset(_heads["bare"]["never"])
"""What is no name by itself, capitalised or not."""

PARTICLES: frozenset[str] = frozenset(_context["particles"])
PERSON_PARTICLES: frozenset[str] = frozenset(_context["person_particles"])
PLACE_FIRST: dict[str, str] = {
    word: label for label, words in _context["place_first"].items() for word in words
}
"""First words of places' names, and the label they give: "Lake", "San"."""
PARTS: dict[str, str] = {
    word: label for label, words in _context["parts"].items() for word in words
}
"""What makes of a place another: "East", "Upper", "Lake"."""
POLITICAL: frozenset[str] = frozenset(_context["political"])
PARTY_PEOPLE: frozenset[str] = frozenset(_context["party_people"])
"""Who is told to be of a party by the party's name before: "Labour MPs"."""
FIRMS: frozenset[str] = frozenset(_context["firms"])
"""Last words of a firm's name, which short forms leave out."""
DAYS: frozenset[str] = frozenset(_context["days"])
CALENDAR: frozenset[str] = DAYS | {"may"}
"""Days and months, which are surnames as well."""
MEMBERS: frozenset[str] = frozenset(_context["members"])
"""Those who belong to a body, who are no part of its name: "NATO Allies"."""
DESK_KINDS: frozenset[str] = frozenset(_context["desk_kinds"])
DESKS: frozenset[str] = frozenset(_context["desks"])
"""Who of an outlet wrote, after its name: "Web Desk"."""
INVITATIONS: frozenset[str] = frozenset(_context["invitations"])
"""What a page asks its reader to do, right before its own name: "Follow"."""
LED: frozenset[str] = frozenset(_context["led"])
"""What follows a name after a hyphen without being part of it: "Acme-led"."""
BEFORE: dict[str, tuple[str, float]] = {
    word: (label, weight) for label, weight, words in _context["before"] for word in words
}
AFTER: dict[str, tuple[str, float]] = {
    word: (label, weight) for label, weight, words in _context["after"] for word in words
}
BETWEEN: frozenset[str] = frozenset(_context["between"])
"""What may stand between a name and a word of :data:`AFTER`."""
KINDS: dict[str, str] = {
    word: label for label, words in _context["kinds"].items() for word in words
}
"""What a text says that a name is, and the label that gives: "a maker of …"."""
KNOWN_PEOPLE: frozenset[str] = frozenset(_context["known_people"])
"""Persons whom news names by one word from the first line on."""
INSTITUTIONS: tuple[str, ...] = tuple(_context["institutions"])
"""What is an institution by a common noun after "the"."""
OF: dict[str, str] = {word: label for label, words in _context["of"].items() for word in words}
PLAIN: frozenset[str] = frozenset(_context["plain"])
"""Function words and other words that open sentences and headlines."""


def is_role_head(word: str) -> bool:
    """Whether a word, in lower case, is the head of a title, in singular or plural."""
    return word in ROLE_HEADS or (word.endswith("s") and word[:-1] in ROLE_HEADS)
