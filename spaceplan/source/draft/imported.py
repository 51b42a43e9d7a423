"""A document drafted as a plan: what was read, what the head says, and the text of the file."""

from __future__ import annotations

from datetime import date

from spaceplan.errors import PlanFaults
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.plan_file.read import inspect
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.zones import today_in
from spaceplan.source.draft.draft import Draft, draft_plan, reference_of
from spaceplan.source.draft.header import header_of
from spaceplan.source.draft.owners import registry_of
from spaceplan.source.draft.write_draft import Frame, draft_text, frame_of
from spaceplan.source.read.parts import Document


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user says of the plan, which goes before what the document says; "" and None where
    the document is to tell."""

    decided: date | None = None
    title: str = ""
    label: str = ""
    language: str = ""
    time_zone: str = ""
    rule: FiscalRule | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft, its head and the text of its file."""

    draft: Draft
    frame: Frame
    text: str


def import_document(
    document: Document, plan: Plan, wanted: Wanted, *, lang: str, file: str
) -> Imported:
    """Draft a plan from a document. ``plan`` has the owners and reasons that are known; ``lang``
    is that of the comments, ``file`` how faults call the text.

    Raises:
        NothingToDraft: the document has no topics, or no bullets.
        PlanFaults: the draft would not pass ``check``.
    """
    header = header_of(
        document, language=wanted.language, time_zone=wanted.time_zone, rule=wanted.rule
    )
    reference = reference_of(document, wanted.decided, rule=header.rule)
    draft = draft_plan(document, registry_of(plan.owners), reference)
    frame = frame_of(
        document,
        # A day made up in another zone may not have come yet where the plan is.
        today=today_in(header.time_zone),
        lang=lang,
        decided=wanted.decided,
        title=wanted.title,
        label=wanted.label,
        header=header,
    )
    text = draft_text(draft, frame, plan)
    faults = inspect(Content(file, text)).faults
    if faults:
        raise PlanFaults(file, faults)
    return Imported(draft, frame, text)
