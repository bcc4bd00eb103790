"""The files an editor may lay beside a story's articles, by name.

:mod:`variorum.story` reads the first two, :mod:`variorum.corrections.read` the third.
"""

STORY = "story.yaml"
AUTHORITY = "actors.yaml"
"""May lie in the folder of all stories, too."""
CORRECTIONS = "corrections.yaml"
MOST_BYTES = 1_000_000
"""How large such a file may be."""
