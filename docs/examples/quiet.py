"""Without the passages that reports share, and without the titles they give."""

from variorum.extending import Extension

EXTENSION = Extension("quiet", without=("shared-text", "titles"))
