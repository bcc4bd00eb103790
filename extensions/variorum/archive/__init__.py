"""Archives larger than a machine: annotation and grouping as maps over partitions.

A run has three steps, each a map whose results are files that appear whole or not at all, so that
a run that was stopped goes on where it was: *scatter* sorts the input by story into pieces,
*annotate* turns each partition of the pieces into one file, and the manifest says what was written.
The engine is Dask (:mod:`variorum.archive.engine`); the steps themselves know nothing of it.
"""
