from __future__ import annotations

import pytest

from variorum.reading.language import detect_language

SAMPLES = {
    "en": "The harbour opened again on Monday, the port authority said. Ships had waited for three "
    "days, and some of them had turned back before the storm was over.",
    "de": "Der Hafen ist am Montag wieder geöffnet worden, wie die Behörde mitteilte. Die Schiffe "
    "hatten drei Tage auf der Reede gewartet, und einige sind nicht mehr da.",
    "fr": "Le port a rouvert lundi, selon les autorités. Les navires attendaient depuis trois "
    "jours dans la baie, et plusieurs sont repartis avant la fin de la tempête.",
    "es": "El puerto abrió de nuevo el lunes, según las autoridades. Los barcos esperaban desde "
    "hace tres días en la bahía y algunos se han ido antes de la tormenta.",
    "nl": "De haven is maandag weer geopend, zegt het bestuur. De schepen hebben drie dagen op de "
    "rede gewacht en een aantal van hen is niet meer teruggekomen.",
    "ru": "Порт снова открылся в понедельник, сообщили власти. Суда ждали три дня.",
    "ar": "أعيد فتح الميناء يوم الاثنين، وقالت السلطات إن السفن انتظرت ثلاثة أيام.",
    "ja": "港は月曜日に再び開いたと当局が発表した。船は三日間待っていた。",
    "zh": "港口周一重新开放，当局表示。船只等了三天，一些船只已经离开。",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages(language: str) -> None:
    assert detect_language(SAMPLES[language]) == language


def test_english_in_capitals_is_english() -> None:
    assert detect_language(SAMPLES["en"].upper()) == "en"


def test_english_that_quotes_another_language_is_english() -> None:
    quoted = " “Le port est ouvert, et les navires sont là”, he said."
    assert detect_language(SAMPLES["en"] + quoted) == "en"


def test_a_few_words_count_as_english() -> None:
    assert detect_language("Hafen wieder offen") == "en"
    assert detect_language("42") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Draw: Nomsa Dube, Lindiwe Zulu, Sipho Ndlovu, Kabelo Radebe, Thuli Mbeki, Zola Khoza, "
        "Musa Gumede, Ayo Balogun, Femi Okafor, Tunde Bello. Durban meets Pretoria next week.",
        "Luc de la Tour, Anne du Bois, Jean des Prés, Marc de la Haye, Paul le Roux, Rose de "
        "Villiers, Yves de la Motte, Guy du Pont, Max de Vries met Pia van den Berg on Monday.",
    ],
)
def test_a_short_text_full_of_names_is_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_a_short_text_full_of_names_in_another_language_is_in_that() -> None:
    text = (
        "Luc Tour, Anne Bois, Jean Prés, Marc Haye, Paul Roux, Rose Villiers, Yves Motte et Guy "
        "Pont sont arrivés lundi dans la ville, où Pia Berg et Max Vries ne les attendaient pas."
    )
    assert detect_language(text) == "fr"
    assert detect_language(text.partition("sont")[0] + "lundi, en avion, sans Pia Berg") == "en"


def test_words_of_no_known_language_are_undetermined() -> None:
    assert detect_language("blorf snid quaxel ") == "en"
    assert detect_language("blorf snid quaxel " * 20) == "und"
