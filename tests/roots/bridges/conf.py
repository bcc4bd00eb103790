"""The least project with a story: two short reports, one as saved and one with a head."""

project = "Bridges"
author = "Nobody"
project_copyright = "%Y, Nobody"
html_last_updated_fmt = "%Y-%m-%d %H:%M"
extensions = ["variorum"]
html_theme = "variorum"
