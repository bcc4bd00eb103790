"""What is said to a reader, in the reader's language: messages come in, sentences go out.

A sentence is a line of :data:`~variorum.words.sentences.SENTENCES`, in English, with ``%(names)s``
for its values; the catalogues have it in other languages. An
extension brings its own. Sphinx isn't needed: the commands speak English by the same sentences.
"""
