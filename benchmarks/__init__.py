"""What a site costs, measured against Sphinx and spaCy alone: ``tox -e bench``."""
