"""A milestone's old characters put back in the places where they stood."""

from __future__ import annotations

from collections.abc import Sequence as SequenceType

from spaceplan.plan_file.edits import RestoreField, RestoreText
from spaceplan.yaml_text.patch import Hunk, Patch
from spaceplan.yaml_text.places import line_end_near, line_stop, next_line, own_items, value_of
from spaceplan.yaml_text.tree import Mapping, Sequence, start_of


def restored(
    patch: Patch,
    node: Mapping,
    restores: SequenceType[RestoreText | RestoreField],
    others: SequenceType[Hunk],
) -> list[Hunk]:
    """Hunks that put texts back into a milestone; ``others`` are those of its other changes.

    Raises KeyError where the field, or the one above it, is not there; CannotEdit where the layout
    does not allow it.
    """
    patch.check_shared(node)
    hunks: list[Hunk] = []
    ends: dict[str, int] = {}
    for one in restores:
        if isinstance(one, RestoreText):
            hunk = _text_back(patch, node, one)
            ends[one.key] = hunk.end - one.text.endswith("\n")
            hunks.append(hunk)
    gone = {hunk.start: hunk.end for hunk in [*others, *hunks] if hunk.lines and not hunk.text}
    fields = [one for one in restores if isinstance(one, RestoreField)]
    return [*hunks, *(_field_back(patch, node, one, ends, gone) for one in fields)]


def _text_back(patch: Patch, node: Mapping, one: RestoreText) -> Hunk:
    value = value_of(node, one.key)
    if one.number is not None and isinstance(value, Sequence):
        value = value.items[one.number]
    if value is None:
        raise KeyError(one.key)
    patch.check_shared_within(value)
    end = patch.end_of(value)
    if one.below is None:
        return Hunk(start_of(value), end, one.text)
    for _ in range(one.below):
        end = next_line(patch.text, end)
    ended = one.text.endswith("\n")
    stop = next_line(patch.text, end) if ended else line_stop(patch.text, end)
    return Hunk(start_of(value), stop, one.text)


def _field_back(
    patch: Patch, node: Mapping, one: RestoreField, ends: dict[str, int], gone: dict[int, int]
) -> Hunk:
    """Where ``below`` counts, lines that go at the same time (``gone``) do not."""
    own = own_items(node)
    pair = next((item for item in own if item[0].value == one.after), None)
    if pair is None and one.after:
        raise KeyError(one.after)
    if node.flow:
        at = patch.end_of_pair(pair) if pair else own[0][0].start_mark.index
        return Hunk(at, at, one.text)
    if pair is None:
        raise KeyError(one.key)
    at = next_line(patch.text, max(patch.end_of_pair(pair), ends.get(one.after, 0)))
    for _ in range(one.below):
        while at in gone:
            at = gone[at]
        at = next_line(patch.text, at)
    line_end = "" if one.text.endswith("\n") else line_end_near(patch.text, at - 1)
    return Hunk(at, at, one.text + line_end, True)
