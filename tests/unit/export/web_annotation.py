"""The W3C's Web Annotation Data Model as far as we use it, as a schema that checks a document.

Written from the Recommendation (https://www.w3.org/TR/annotation-model/): what it requires is
required, what it does not name is refused unless it is in our own namespace.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def _iri(words: str) -> str:
    assert words
    assert not set(words) & set(' <>"{}|\\^`')
    urlsplit(words)
    return words


Iri = Annotated[str, AfterValidator(_iri)]
Motivation = Literal["describing", "identifying", "linking"]


class Node(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)

    @model_validator(mode="after")
    def only_known_terms(self) -> Node:
        unknown = [name for name in self.model_extra or {} if not name.startswith("variorum:")]
        assert not unknown, unknown
        return self


class Agent(Node):
    id: Iri
    type: Literal["Person", "Organization", "Software"]
    name: str


class TextualBody(Node):
    type: Literal["TextualBody"]
    value: str
    format: Literal["text/plain"]
    purpose: Motivation


class QuoteSelector(Node):
    type: Literal["TextQuoteSelector"]
    exact: Annotated[str, Field(min_length=1)]
    prefix: str
    suffix: str


class PositionSelector(Node):
    type: Literal["TextPositionSelector"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class SpecificResource(Node):
    type: Literal["SpecificResource"]
    source: Iri
    purpose: Motivation | None = None
    selector: list[QuoteSelector | PositionSelector] = []


class Annotation(Node):
    id: Iri
    type: Literal["Annotation"]
    motivation: Motivation
    creator: Agent
    generator: Agent
    body: list[TextualBody | SpecificResource]
    target: Annotated[list[SpecificResource], Field(min_length=1)]


class Page(Node):
    id: Iri
    type: Literal["AnnotationPage"]
    part_of: Iri = Field(alias="partOf")
    start_index: Annotated[int, Field(ge=0, alias="startIndex")]
    items: list[Annotation]


class Collection(Node):
    context: list[str | dict[str, str]] = Field(alias="@context")
    id: Iri
    type: Literal["AnnotationCollection"]
    label: str
    generator: Agent
    total: Annotated[int, Field(ge=0)]
    first: Page

    @model_validator(mode="after")
    def counts(self) -> Collection:
        assert self.context[0] == "http://www.w3.org/ns/anno.jsonld"
        assert self.total == len(self.first.items)
        ids = [item.id for item in self.first.items]
        assert len(set(ids)) == len(ids)
        return self


def checked(said: Any) -> Collection:
    """The collection; raises where it is none."""
    return Collection.model_validate(said)
