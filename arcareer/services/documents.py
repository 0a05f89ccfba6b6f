"""Documents that are ready to go out: what they say, what stands behind each number, and what to look at before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.content.capture_models import CaptureWords
from arcareer.content.library import ContentLibrary
from arcareer.domain.documents import AcceptedNumber, DisclosureLevel, DocumentChoices, DocumentKind
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.progress import Progress, silent
from arcareer.services.brag_sheets import BragSheetService
from arcareer.services.bullets import BulletService
from arcareer.services.claims import ClaimService
from arcareer.services.journal import JournalService
from arcareer.services.promotion_reviews import PromotionReviewService
from arcareer.services.styles import StyleService
from arcareer.services.unknown_names import UnknownName, unknown_names

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import ClaimLedger
    from arcareer.documents.form_blocks import FormBlock
    from arcareer.documents.printed import Printed
    from arcareer.documents.style_file import StyleBase
    from arcareer.documents.text import Doubt
    from arcareer.domain.double_counting import DoubleCount
    from arcareer.domain.recency import Recency

INTERNAL_MARK: Final = "-INTERNAL"
"""Stands behind the name of a file that shows everything as it was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyDocument:
    """A document with all that is known of it. `wins` are those it may speak of, `without_result` counts those of its
    period that have neither a number nor a result in words. `unknown_names` may be customers' and stand as typed.
    """

    printed: Printed
    ledger: ClaimLedger
    period: Period
    wins: Mapping[UUID, Win]
    told: int
    without_result: int
    recency: Recency
    doubles: tuple[DoubleCount, ...]
    doubts: tuple[Doubt, ...]
    unknown_names: tuple[UnknownName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What one kind of document makes of the library."""

    printed: Printed
    period: Period
    told: tuple[Win, ...]
    others: tuple[Win, ...]
    without_result: int
    recency: Recency
    doubles: tuple[DoubleCount, ...]


class DocumentService:
    """The one door by which documents are made and leave. What `prepare` returns and `write` touch no library."""

    def __init__(
        self,
        brag_sheets: BragSheetService,
        reviews: PromotionReviewService,
        journal: JournalService,
        *,
        bullets: BulletService,
        claims: ClaimService,
        styles: StyleService,
        content: ContentLibrary,
    ) -> None:
        self._brag_sheets = brag_sheets
        self._reviews = reviews
        self._journal = journal
        self._bullets = bullets
        self._claims = claims
        self._styles = styles
        self._content = content

    def prepare(self, choices: DocumentChoices, period: Period, wins: tuple[Win, ...]) -> Callable[[], ReadyDocument]:
        """Read all that the document of the choices needs; what comes back makes it, in any thread.

        `wins` are those of `period`; that of a promotion review is what its review looks back on.
        """
        accepted = self._claims.accepted()
        is_review = choices.document is DocumentKind.REVIEW
        content = self._review(choices, wins) if is_review else self._sheet(choices, period, wins)
        words = self._content.capture_words
        return lambda: _ready(content(), accepted, words, numbered=choices.numbered_notes)

    def compose(self, choices: DocumentChoices, period: Period) -> ReadyDocument:
        """Return the document of the choices; a promotion review looks back as far as its review does."""
        covered = self._reviews.period(choices) if choices.document is DocumentKind.REVIEW else period
        return self.prepare(choices, covered, self._journal.wins(covered))()

    def file_name(self, choices: DocumentChoices, period: Period, ending: str = ".docx") -> str:
        """Return the name to suggest for the file: Brag sheet 2026 H1.docx; one for inside the house says so."""
        from arcareer.documents.wording import short_span_of  # noqa: PLC0415 - the first page does without

        kind = "Promotion review" if choices.document is DocumentKind.REVIEW else "Brag sheet"
        mark = INTERNAL_MARK if choices.level is DisclosureLevel.INTERNAL else ""
        return f"{kind} {short_span_of(period)}{mark}{ending}"

    def style(self, choices: DocumentChoices) -> Callable[[], StyleBase | None]:
        """Return what gives the style the choices name, in any thread; nothing where there is none any more.

        What comes back raises `UserError` where the kept file cannot be read.
        """
        chosen = next((one for one in self._styles.all() if one.id == choices.style), None)
        if chosen is None:
            return lambda: None

        def read() -> StyleBase | None:
            from arcareer.documents.style_file import read_style  # noqa: PLC0415 - loads lxml

            data = self._styles.data(chosen)
            return read_style(data, chosen.name) if data is not None else None

        return read

    def check(self, ready: ReadyDocument) -> None:
        """Raise `UserError`, naming them, where numbers of a document trace to nothing: it cannot go out then."""
        from arcareer.documents.claim_ledger import stop  # noqa: PLC0415 - the first page does without

        stop(ready.ledger)

    def write(
        self,
        ready: ReadyDocument,
        path: Path,
        progress: Progress = silent,
        *,
        style: Callable[[], StyleBase | None] | None = None,
    ) -> Path:
        """Save a document in the format its ending names, and return where it is, a numbered name where it is in use.

        Raises `UserError` for a name that cannot be used, where a number traces to nothing and where hidden names
        would show, `EnvironmentFault` for the disk; `Cancelled` of `progress` passes. An older file stays whole.
        """
        from arcareer.documents.writer import write_document  # noqa: PLC0415 - loads python-docx and Pillow

        self.check(ready)
        return write_document(ready.printed, path, progress, style=style() if style is not None else None)

    def text(self, ready: ReadyDocument) -> str:
        """Return a document as plain text; raises as `write` does where a number traces to nothing."""
        from arcareer.documents.text_renderer import render_text  # noqa: PLC0415 - the first page does without

        self.check(ready)
        return render_text(ready.printed)

    def box(self, ready: ReadyDocument, block: FormBlock) -> str:
        """Return the text of one box of a form; raises as `write` does where a number of the document is untraced."""
        self.check(ready)
        return block.text

    def _sheet(self, choices: DocumentChoices, period: Period, wins: tuple[Win, ...]) -> Callable[[], _Content]:
        prepared = self._brag_sheets.prepare(choices, period, wins)
        named = [one.win for one in self._bullets.all() if one.in_brag_sheet and one.win is not None]
        linked = self._journal.get_many(named)

        def content() -> _Content:
            from arcareer.documents.blocks import wins_of  # noqa: PLC0415 - the first page does without
            from arcareer.documents.printed import printed  # noqa: PLC0415
            from arcareer.domain.double_counting import double_counts  # noqa: PLC0415
            from arcareer.domain.recency import recency  # noqa: PLC0415

            sheet = prepared()
            value = printed(sheet, choices.template)
            so_far = Period(period.start, max(period.start, min(period.end, value.written_at.date())))
            printed_wins = {one for block in value.blocks for one in wins_of(block)}
            used = ((win.id, win.happened_on) for win in wins if win.id in printed_wins)
            return _Content(
                printed=value,
                period=period,
                told=wins,
                others=linked,
                without_result=len(sheet.without_result),
                recency=recency(used, so_far, wins),
                doubles=double_counts(wins),
            )

        return content

    def _review(self, choices: DocumentChoices, wins: tuple[Win, ...]) -> Callable[[], _Content]:
        prepared = self._reviews.prepare(choices, wins)

        def content() -> _Content:
            from arcareer.documents.review.compose import printed_review  # noqa: PLC0415 - the first page does without

            sheet = prepared()
            material = sheet.material
            return _Content(
                printed=printed_review(sheet, choices.template),
                period=material.period,
                told=material.wins,
                others=tuple(material.linked.values()),
                without_result=sum(not win.has_number and not win.outcome.strip() for win in material.wins),
                recency=sheet.recency,
                doubles=sheet.double_counted,
            )

        return content


def _ready(
    content: _Content, accepted: tuple[AcceptedNumber, ...], words: CaptureWords, *, numbered: bool
) -> ReadyDocument:
    from arcareer.documents.blocks import runs_of  # noqa: PLC0415 - the first page does without
    from arcareer.documents.claim_ledger import claim_ledger  # noqa: PLC0415
    from arcareer.documents.claim_notes import with_notes  # noqa: PLC0415

    wins = {win.id: win for win in (*content.others, *content.told)}
    printed = content.printed
    ledger = claim_ledger(printed, wins, accepted)
    texts = (run.text for block in printed.blocks for run in runs_of(block))
    return ReadyDocument(
        printed=with_notes(printed, ledger) if numbered else printed,
        ledger=ledger,
        period=content.period,
        wins=wins,
        told=len(content.told),
        without_result=content.without_result,
        recency=content.recency,
        doubles=content.doubles,
        doubts=printed.disclosure.doubts(texts),
        unknown_names=unknown_names(
            content.told, printed.disclosure, words, (str(printed.title.name), str(printed.title.employer))
        ),
    )
