"""The parse of odd input: linear in time, bounded in memory, every character in its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.naming import article, parsed

from variorum.analysis.parse import LONGEST, load_model, parse


@given(st.text(alphabet=st.sampled_from("ab .,\"“”'&<>()\n\t\u00a0\u0301€"), max_size=60))
def test_tokens_are_the_text(text: str) -> None:
    repeated = (text or "x") * 20
    for block in parsed(repeated)[0].blocks:
        printed = repeated[block.block.start : block.block.end]
        assert len(block.doc.text) == len(printed)
        for said, read in zip(printed, block.doc.text, strict=True):
            assert read.lower() == said.lower() or (said.isspace() and read == " ")


@pytest.mark.parametrize("character", ['"', "(", "&", "*", "'", "`", "“", "a/", "1,"])
def test_a_run_without_spaces_takes_linear_time(character: str) -> None:
    load_model()
    started = time.process_time()
    text = character * (8_000 // len(character))
    (found,) = parsed(text)
    assert "".join(block.doc.text for block in found.blocks) == text
    # spaCy's tokenizer alone would take minutes.
    assert time.process_time() - started < 8


def test_a_long_block_is_parsed_in_parts_that_end_with_a_sentence() -> None:
    sentence = "The ferry stayed in the harbour for the whole of the day. "
    text = (sentence * 1_000).strip()
    (found,) = parsed(text)
    assert "".join(text[b.block.start : b.block.end] for b in found.blocks) == text
    assert all(len(b.doc.text) <= LONGEST for b in found.blocks)
    assert len(found.blocks) == 3
    assert all(b.doc.text.rstrip().endswith("day.") for b in found.blocks)


def test_what_is_found_does_not_depend_on_the_other_articles() -> None:
    text = "Ilse Brandt said on Tuesday that the ferry would sail.\n\nNobody else spoke.\n"
    alone = next(parse([article(text)], load_model()))
    others = [article("The harbour is closed. " * 200, "b"), article(text)]
    *_, among = parse(others, load_model())
    for one, other in zip(alone.blocks, among.blocks, strict=True):
        assert one.doc.to_bytes() == other.doc.to_bytes()
