"""What staging writes is taken over as it stands by pages, books and feeds of XML."""

from __future__ import annotations

import json

from variorum.staging.files import as_json


def test_what_is_no_character_is_replaced_one_for_one() -> None:
    said = {"text": "Ilse\ufffe\uffff Brandt", "start": 7}
    read = json.loads(as_json(said))
    assert read["text"] == "Ilse\ufffd\ufffd Brandt"
    assert read["text"][read["start"] :] == "Brandt"
