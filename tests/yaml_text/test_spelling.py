"""Every text is spelled so that both of PyYAML's parsers read exactly it, wherever it stands."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from yaml.cyaml import CParser
from yaml.events import ScalarEvent, StreamEndEvent

from spaceplan.yaml_text.pure_parser import PureParser
from spaceplan.yaml_text.spelling import spell

# All that means something to YAML, and some that do not.
SIGNS = "-?:,[]{}#&*!|>'\"%@`<=.~ \t\n\\/0aé\x85\u2028\u3000"
TEXTS = ["", *SIGNS, *(a + b for a, b in product(SIGNS, SIGNS))]
TEXTS += [a + b + c for a, b, c in product("-?:,#=. a", "-?:#. a", "-?:#= a")]
PLACES = {
    "[{}]\n": True,
    "[{0}, {0}]\n": True,
    "{{k: {}}}\n": True,
    "{{{}: v}}\n": True,
    "k: {}\n": False,
    "- {}\n": False,
    "{}: v\n": False,
}


def scalars(parser: Any) -> list[str]:
    found = []
    while not isinstance(event := parser.get_event(), StreamEndEvent):
        if isinstance(event, ScalarEvent):
            found.append(event.value)
    return found


@pytest.mark.parametrize("parser", [CParser, PureParser])
@pytest.mark.parametrize("place", PLACES)
def test_every_short_text_reads_back_as_itself(place: str, parser: Any) -> None:
    said = [place.format(spell(text, PLACES[place])) for text in TEXTS]
    stream = "".join(f"--- \n{one}" for one in said)
    once = scalars(parser(place.format("x")))
    wanted = [text if one == "x" else one for text in TEXTS for one in once]
    assert scalars(parser(stream)) == wanted
