"""The bundled site: one story, in the reader's own theme."""

from __future__ import annotations

import sys
from pathlib import Path

# Without installation too: `sphinx-build -c . source build/html` in a checkout.
sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "Variorum"
author = "The Variorum developers"
project_copyright = "The Variorum developers; the articles are invented for this demonstration"
language = "en"

extensions = ["myst_parser", "variorum"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]

root_doc = "index"
exclude_patterns = ["build", ".tox"]
smartquotes = False  # quoted words stand as they were printed
nitpicky = True

html_theme = "variorum"
html_title = "Variorum"
html_static_path = ["_static"]
html_copy_source = False
html_show_sphinx = False
html_use_index = True
variorum_downloads = ["build/pdf/*.pdf", "build/epub/*.epub", "build/*.zip"]
