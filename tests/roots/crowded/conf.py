"""A handbook with what people use together; a test puts the articles of a story beside it."""

project = "A handbook"
extensions = [
    "variorum", "myst_parser", "sphinx.ext.autodoc", "sphinx.ext.intersphinx",
    "sphinx.ext.autosectionlabel", "sphinx_design", "sphinx_copybutton", "sphinx_sitemap",
    "sphinxext.opengraph", "notfound.extension",
]  # fmt: skip
html_baseurl = "https://handbook.example/"
html_extra_path = ["extra"]
sitemap_url_scheme = "{link}"
sitemap_filename = "map.xml"
ogp_site_url = html_baseurl
ogp_social_cards = {"enable": False}
