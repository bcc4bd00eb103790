"""The pages of the reader: a module each, declared in :mod:`variorum.pages.kinds`.

A module says what its page has to know of a story (``facts``) and how that becomes a page
(``view``); :mod:`variorum.pages.kind` says what else. The same functions serve the generated pages
and the directives an author puts on any page. Nothing here imports docutils or Sphinx.
"""
