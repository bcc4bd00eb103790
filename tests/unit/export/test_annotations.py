"""Web Annotations: the model is kept, and every selector finds its words."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import Any

import pytest
from pydantic import ValidationError
from tests.unit.export.web_annotation import checked

from variorum.edition import Story
from variorum.export import files_of


@pytest.fixture
def said(story: Story) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(files_of(story, ["jsonld"])["annotations.jsonld"])
    return collection


def test_it_is_a_collection_of_the_w3c_model(said: dict[str, Any]) -> None:
    assert checked(said).total > 20


def test_the_schema_refuses_what_is_none(said: dict[str, Any]) -> None:
    broken = copy.deepcopy(said)
    broken["first"]["items"][0]["target"] = []
    with pytest.raises(ValidationError):
        checked(broken)
    broken = copy.deepcopy(said)
    broken["first"]["items"][0]["bodyValue"] = "no term of ours"
    with pytest.raises(ValidationError):
        checked(broken)


def test_every_selector_finds_the_words_of_its_annotation(
    story: Story, said: dict[str, Any]
) -> None:
    files = files_of(story, ["jsonld"])
    exact = {a.id: a.exact for listed in story.annotations.values() for a in listed}
    found = set()
    for item in said["first"]["items"]:
        for target in item["target"]:
            if "selector" not in target:
                continue
            text = files[target["source"]].decode()
            words, place = target["selector"]
            assert text[place["start"] : place["end"]] == words["exact"]
            around = words["prefix"] + words["exact"] + words["suffix"]
            assert text.find(around) == place["start"] - len(words["prefix"])
            if item["id"][1:] in exact:
                assert words["exact"] == exact[item["id"][1:]]
                found.add(item["id"][1:])
    assert found == set(exact)


def test_what_is_known_of_a_quotation_is_said(said: dict[str, Any]) -> None:
    bodies = [item["body"][0] for item in said["first"]["items"]]
    spoken = [b for b in bodies if b["variorum:type"] == "quote" and b["value"] == "Ingrid Solberg"]
    assert {b["variorum:speaker"] for b in spoken} == {"ingrid-solberg"}
    assert {b["variorum:kind"] for b in spoken} >= {"direct"}
    assert all(0 <= item["variorum:confidence"] <= 1 for item in said["first"]["items"])


def test_what_an_editor_decided_is_the_editors(story: Story) -> None:
    id_, listed = next(iter(story.annotations.items()))
    by_hand = (dataclasses.replace(listed[0], decided_by="Jana Novak"), *listed[1:])
    odd = dataclasses.replace(story, annotations={**story.annotations, id_: by_hand})
    said = json.loads(files_of(odd, ["jsonld"])["annotations.jsonld"])
    checked(said)
    first, second, *_ = said["first"]["items"]
    assert (first["creator"]["type"], first["creator"]["name"]) == ("Person", "Jana Novak")
    assert second["creator"]["type"] == "Software"


def test_a_finding_links_all_its_readings(story: Story, said: dict[str, Any]) -> None:
    by_id = {item["id"]: item for item in said["first"]["items"]}
    for finding in story.findings.findings:
        item = by_id[f"#{finding.id}"]
        assert item["motivation"] == "linking"
        assert len(item["target"]) == len(finding.readings)
        assert item["body"][0]["value"] == finding.explanation
