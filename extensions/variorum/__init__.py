"""Variorum: an annotated reader of news, built with Sphinx."""

from __future__ import annotations

__version__ = "0.1.0"
