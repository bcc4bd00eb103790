"""Which of docutils' and Sphinx's transforms a page made of facts has no use for.

Each of them walks through all nodes of a page in search of what only markup brings about:
substitutions, footnotes, doctests, straight quotation marks. They were half of the time in which
pages were read. What other extensions add, and what announces a document, stays.
"""

from __future__ import annotations

from docutils import nodes

NEEDLESS = frozenset(
    (
        "AnonymousHyperlinks", "ApplySourceWorkaround", "AutoIndexUpgrader", "AutoNumbering",
        "CitationDefinitionTransform", "CitationReferenceTransform", "DefaultSubstitutions",
        "DoctestTransform", "ExternalTargets", "FilterSystemMessages", "GlossarySorter",
        "HandleCodeBlocks", "InternalTargets", "MoveModuleTargets", "PropagateTargets",
        "RemoveTranslatableInline", "ReorderConsecutiveTargetAndIndexNodes", "SortIds",
        "SphinxDanglingReferences", "SphinxSmartQuotes", "Substitutions", "Transitions",
        "TranslationProgressTotaliser",
    )
)  # fmt: skip
ROOMS = ("docutils.", "sphinx.")


def leave_out_needless(document: nodes.document) -> None:
    """Take the needless transforms from the list of those that will be applied."""
    document.transformer.transforms = [
        transform
        for transform in document.transformer.transforms
        if not (transform[1].__name__ in NEEDLESS and transform[1].__module__.startswith(ROOMS))
    ]
