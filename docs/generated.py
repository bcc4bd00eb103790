"""The reference, written from the code, and two directives of this documentation.

Each part of the reference is a function that gives MyST, from the objects that the program itself
works with. ``python docs/generated.py`` (``tox -e reference``) writes the parts into the pages,
between their two comments, so that they can be read as text; a test holds them to the code. What
only autodoc can write is the directive ``generated``. ``example`` shows what is typed, and what
comes of it.
"""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar, get_args

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from variorum import cli, extending, interface, model, story
from variorum.analysis import phrases, pronouns
from variorum.analysis.dates import recogniser as dated
from variorum.analysis.entities import evidence, propose
from variorum.analysis.figures import plausible as counted
from variorum.analysis.quotes import attribution, reports
from variorum.collation import authority
from variorum.config import LAYERS, VALUES, WARNINGS
from variorum.corrections import fields as correction_fields
from variorum.corrections.read import CONTEXT
from variorum.corrections.records import THINGS
from variorum.domain import VariorumDomain
from variorum.pages import differences, layers
from variorum.pages.accuracy import accuracy_rows
from variorum.pages.kinds import BY_NAME
from variorum.reading import schema
from variorum.staging.directives import DIRECTIVES, SHORT, View
from variorum.staging.roles import ROLES
from variorum.theme import joined

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

Lines = Iterator[str]


def configuration() -> Lines:
    """Every value of conf.py."""
    for value in VALUES:
        yield f"### `variorum_{value.name}`\n"
        yield f"By default `{value.default!r}`.\n"
        yield f"{value.help}\n"
        if value.choices:
            yield f"One of: {_codes(value.choices)}.\n"


def warnings() -> Lines:
    """Every subtype of our warnings."""
    yield from _table(("subtype", "when"), ((f"`{k}`", said) for k, said in WARNINGS.items()))


def layer_names() -> Lines:
    """Every layer, as its switch is called."""
    words = layers._specimens()
    rows = ((f"`{name}`", words[name][0] + words[name][2]) for name in LAYERS)
    yield from _table(("layer", "what it shows"), rows)


def commands() -> Lines:
    """Every subcommand, from the parser that reads the command line."""
    found = [a for a in cli._parser()._actions if isinstance(a, argparse._SubParsersAction)]
    for name, command in found[0].choices.items():
        yield f"## variorum {name}\n"
        yield f"{command.description}\n"
        # The usage wraps by the terminal's width; on one line it is the same everywhere.
        usage = " ".join(command.format_usage().split()).removeprefix("usage: ")
        yield f"    {usage}\n"
        rows = []
        for action in command._actions:
            if action.dest != "help":
                rows.append((_argument(action), _help(action)))
        yield from _table(("argument", "what it says"), rows)


def _argument(action: argparse.Action) -> str:
    takes = "" if action.nargs == 0 else str(action.metavar or "|".join(action.choices or ()))
    return f"`{' '.join((', '.join(action.option_strings), takes)).strip()}`"


def _help(action: argparse.Action) -> str:
    said = [action.help or ""]
    if action.choices and action.metavar:
        said.append(f"one of {_codes(action.choices)}")
    if action.default not in (None, False, "") and "default" not in (action.help or ""):
        said.append(f"default: `{action.default}`")
    return "; ".join(filter(None, said))


def roles() -> Lines:
    """Every role: those that link an object, and those that mark words."""
    for name, kind in VariorumDomain.object_types.items():
        said = f"Links to the {kind.lname} of this name, `story/id`, or of this id."
        yield f"`` {{{name}}}`…` `` or `` {{variorum:{name}}}`…` ``\n: {said}\n"
    for name, role in ROLES.items():
        yield f"`` {{{name}}}`…` `` or `` {{variorum-{name}}}`…` ``\n: {_plain(role)}\n"


def directives() -> Lines:
    """Every directive with its argument and options; those of one page by what the page is."""
    yield f"{_plain(View)}\n"
    rows = []
    for name, directive in DIRECTIVES.items():
        short = f"`{name}` or " if name in SHORT else ""
        page = sys.modules[BY_NAME[name].view.__module__] if directive.view == name else directive
        options = _codes(f":{option}:" for option in directive.option_spec or ())
        rows.append((f"{short}`variorum-{name}`", _plain(page).replace("\n", " "), options or "–"))
    yield from _table(("directive", "what it shows", "options"), rows)


def findings() -> Lines:
    """Every kind of difference, as it is called in words."""
    kinds = get_args(model.FindingKind)
    yield from _table(("kind", "in words"), ((f"`{k}`", differences.kind_words(k)) for k in kinds))


def front_matter() -> Lines:
    """Every key of an article's front matter."""
    rows = ((f"`{k}`", schema._EXPECTED[kind]) for k, kind in schema.FIELDS.items())
    yield from _table(("key", "value"), rows)


def story_file() -> Lines:
    """The file about a story."""
    yield from _explained(story, (*story.READERS, story.ARTICLES))


def actors_file() -> Lines:
    """The file about actors."""
    yield from _explained(authority, authority.KEYS)
    yield f"A `kind` is one of {_codes(sorted(authority.KINDS))}.\n"


def corrections_file() -> Lines:
    """Verbs, what each can be said of, and the fields of each thing."""
    yield f"`at` has {_codes(CONTEXT)}; `article` and `exact` are needed.\n"
    rows: Iterable[tuple[str, ...]] = ((f"`{v}`", _codes(t)) for v, t in THINGS.items())
    yield from _table(("verb", "of"), rows)
    known = correction_fields.FIELDS.items()
    rows = ((f"`{what}`", _codes(f) or "–", _codes(correction_fields.NEEDED.get(what, ())) or "–")
            for what, f in known)  # fmt: skip
    yield from _table(("of", "fields", "needed when added"), rows)


def records() -> Lines:
    """What the objects that are printed hold."""
    for record in (model.Entity, model.Reference, model.Role, model.Quote, model.DateRef,
                   model.Figure, model.Finding, model.Reading):  # fmt: skip
        said = _plain(record).partition("\n\n")[0].replace("\n", " ")
        names = [f.name for f in dataclasses.fields(record)]
        yield f"`{record.__name__}`\n: {said}\n\n  {_codes(names)}\n"


def model_classes() -> Lines:
    """The records, with what their docstrings say."""
    yield from _classes(model, model.__all__)


def extension_classes() -> Lines:
    """What an extension consists of."""
    yield from _classes(extending, ("Extension", "Kind", "Analyser"))


def interface_functions() -> Lines:
    """What a Python program can ask for."""
    yield "```{eval-rst}"
    for name in interface.__all__:
        yield f".. autofunction:: variorum.{name}\n   :no-index:\n"
    yield "```"


def _classes(module: ModuleType, names: Iterable[str]) -> Lines:
    yield "```{eval-rst}"
    for name in names:
        if inspect.isclass(getattr(module, name)):
            yield f".. autoclass:: {module.__name__}.{name}\n   :no-index:\n"
    yield "```"


def accuracy() -> Lines:
    """What was measured of each kind of annotation."""
    rows = (row[1:] for row in accuracy_rows())
    yield from _table(("what", "right", "measured on"), rows)


def rules() -> Lines:
    """Every rule of every list, in the order in which it is tried."""
    for listed in (
        attribution.BEFORE,
        attribution.BEHIND,
        reports.RULES,
        dated.RULES,
        counted.RULES,
        propose.RULES,
        evidence.RULES,
        phrases.RULES,
        pronouns.RULES,
    ):
        yield f"## `{listed.of}`\n"
        rows = (
            (f"`{rule.name}`", f"{rule.ground}.", "; ".join(rule.examples).replace("[", r"\["))
            for rule in listed
        )
        yield from _table(("rule", "ground", "examples"), rows)


def variables() -> Lines:
    """Every variable of our styles that stands in another theme, with its value there."""
    known: dict[str, tuple[str, str]] = {}
    for name in ("tokens", "guest"):
        known |= {m[1]: (m[2], m[3]) for m in VARIABLE.finditer(joined._source(f"{name}.css"))}
    rows = ((f"`{name}`", said, f"`{value}`") for name, (value, said) in known.items())
    yield from _table(("variable", "what it sets", "unless you say so"), rows)


TEXTS: dict[str, Callable[[], Lines]] = {
    "configuration": configuration,
    "warnings": warnings,
    "layers": layer_names,
    "commands": commands,
    "roles": roles,
    "directives": directives,
    "findings": findings,
    "front-matter": front_matter,
    "story": story_file,
    "actors": actors_file,
    "corrections": corrections_file,
    "records": records,
    "accuracy": accuracy,
    "rules": rules,
    "variables": variables,
}
AUTODOC: dict[str, Callable[[], Lines]] = {
    "model": model_classes,
    "extending": extension_classes,
    "interface": interface_functions,
}

VARIABLE = re.compile(r"^  (--vr-[\w-]+): (.+); /\* (.+) \*/$", re.MULTILINE)
DOCS = Path(__file__).parent
PART = re.compile(r"(?<=<!-- from the code: )([\w-]+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)


def current(page: str) -> str:
    """A page of the documentation, with the parts from the code as the code is now."""
    return PART.sub(lambda m: f"{m[1]}{m[2]}\n" + _text(m[1]) + "\n", page)


def _text(name: str) -> str:
    lines = "\n".join(TEXTS[name]()).strip()
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


def _explained(module: object, keys: Iterable[str]) -> Lines:
    """The example in a module's docstring, and the keys its reader knows."""
    told = inspect.getdoc(module) or ""
    example = re.search(r"(?:^[ ]{2,}\S.*\n|^\n(?=[ ]{2,}\S))+", told, re.MULTILINE)
    if example:
        lines = inspect.cleandoc("\n" + example[0])
        yield f"```yaml\n{lines}\n```\n"
    yield f"Keys: {_codes(keys)}. Every one may be left out.\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Lines:
    listed = [tuple(cell.replace("|", r"\|") for cell in row) for row in rows]
    if listed:
        yield f"| {' | '.join(head)} |"
        yield f"|{'---|' * len(head)}"
        yield from (f"| {' | '.join(row)} |" for row in listed)
        yield ""


def _codes(words: Iterable[object]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _plain(thing: object) -> str:
    """What a docstring says, as MyST."""
    said = inspect.cleandoc(inspect.getdoc(thing) or "").replace("``", "`")
    said = re.sub(r" \(:mod:`[^`]*`\)", "", said)
    return re.sub(r":\w+:`~?([^`]*)`", r"`\1`", said)


class Generated(SphinxDirective):
    """A part of the reference that autodoc writes, by its name in :data:`AUTODOC`."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """The part's nodes."""
        self.env.note_reread()  # what it is made from is the code
        made = "\n".join(AUTODOC[self.arguments[0]]())
        return self.parse_text_to_nodes(made, allow_section_headings=True)


class Example(SphinxDirective):
    """What is typed, and what comes of it."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {}

    def run(self) -> list[nodes.Node]:
        """A literal block, and a box with the same text parsed."""
        typed = "\n".join(self.content)
        source = nodes.literal_block(typed, typed, language="text", classes=["example-typed"])
        shown = nodes.container(classes=["example-shown"])
        shown += self.parse_content_to_nodes()
        return [nodes.container("", source, shown, classes=["example"])]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register both."""
    app.add_directive("generated", Generated)
    app.add_directive("example", Example)
    app.add_css_file("docs.css")
    return {"parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    for path in sorted(DOCS.rglob("*.md")):
        path.write_text(current(path.read_text("utf-8")), "utf-8")
