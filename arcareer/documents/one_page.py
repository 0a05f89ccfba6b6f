"""Making a sheet fit one page: which wins and parts stay, measured with the font the page is set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from arcareer.documents.blocks import Style
from arcareer.documents.document import (
    BragSheet,
    Entry,
    EntryGroup,
    EvidenceAppendix,
    FiguresTable,
    OneLiner,
    OneLiners,
    Section,
    Wins,
)
from arcareer.documents.layout import arrange, entry_blocks, one_liner_block
from arcareer.documents.measuring import PageMeasure
from arcareer.documents.wording import counted, listed
from arcareer.domain.documents import BragTemplate

_TEMPLATE = BragTemplate.ONE_PAGE
_BULLETS_SHARE = 0.25
_LONGEST_NOTE = (
    "Not on this page: 000 of 000 bullets, 00,000 of 00,000 wins, the story behind 00,000 wins, the key figures "
    "and the proof."
)


def fitted(sheet: BragSheet) -> BragSheet:
    """Return the sheet as far as it fits one page, with a note of what was left out.

    Tables go first, and bullets beyond a quarter of the page; then every theme keeps as many headlines as there is
    room for, wins with a number before others and newer before older; the stories behind them come back where room is
    left.
    """
    return _Fitter(sheet).fitted()


class _Fitter:
    def __init__(self, sheet: BragSheet) -> None:
        self._sheet = sheet
        self._page = PageMeasure()
        self._room = self._page.room
        self._wins = next((section for section in sheet.sections if isinstance(section, Wins)), Wins(groups=()))

    def fitted(self) -> BragSheet:
        tables = [section for section in self._sheet.sections if isinstance(section, FiguresTable | EvidenceAppendix)]
        kept = [self._first_lines(section) for section in self._sheet.sections if section not in tables]
        groups = self._chosen([_without_stories(section) for section in kept])
        told = {entry.win for group in groups for entry in group.entries if entry.is_story}
        sections: list[Section] = [Wins(groups=groups) if isinstance(section, Wins) else section for section in kept]
        shown = sum(len(group.entries) for group in groups)
        stories = sum(entry.is_story and entry.win not in told for entry in self._sheet.entries)
        left_out = [
            *_shortened(_lines(self._sheet.sections), _lines(kept), "bullet", "bullets"),
            *_shortened(len(self._sheet.entries), shown, "win", "wins"),
            *_left_out(stories, tables),
        ]
        note = f"Not on this page: {listed(tuple(left_out))}." if left_out else ""
        return replace(self._sheet, sections=tuple(sections), left_out=note)

    def _first_lines(self, section: Section) -> Section:
        """Return the bullets a page has room for beside everything else; other sections stay as they are."""
        if not isinstance(section, OneLiners):
            return section
        left = _BULLETS_SHARE * self._room
        kept: list[OneLiner] = []
        for line in section.lines:
            left -= self._page.height((one_liner_block(line),))
            if kept and left < 0:
                break
            kept.append(line)
        return OneLiners(lines=tuple(kept))

    def _chosen(self, frame: list[Section]) -> tuple[EntryGroup, ...]:
        """Return the groups with the entries that fit beside everything else of the page."""
        note = replace(self._sheet, sections=tuple(frame), left_out=_LONGEST_NOTE)
        left = self._room - self._page.height(arrange(note, _TEMPLATE))
        if self._wins.groups:
            left -= self._page.space(Style.HEADING1)
        kept: dict[int, list[Entry]] = {at: [] for at in range(len(self._wins.groups))}
        for at, entry in self._by_turns():
            cost = self._entry_height(replace(entry, details=())) + (
                0 if kept[at] else self._page.space(Style.HEADING2)
            )
            if cost <= left:
                left -= cost
                kept[at].append(entry)
        told = set()
        for entry in sorted((one for entries in kept.values() for one in entries), key=_worth):
            cost = self._entry_height(entry) - self._entry_height(replace(entry, details=()))
            if entry.is_story and cost <= left:
                left -= cost
                told.add(entry.win)
        groups = []
        for at, group in enumerate(self._wins.groups):
            stays = {entry.win for entry in kept[at]}
            entries = tuple(
                entry if entry.win in told else _short(entry) for entry in group.entries if entry.win in stays
            )
            if entries:
                groups.append(replace(group, entries=entries))
        return tuple(groups)

    def _by_turns(self) -> Iterator[tuple[int, Entry]]:
        """Yield the best win of every theme, then the second best of every theme, and so on."""
        ranked = [sorted(group.entries, key=_worth) for group in self._wins.groups]
        for turn in range(max(map(len, ranked), default=0)):
            for at, entries in enumerate(ranked):
                if turn < len(entries):
                    yield at, entries[turn]

    def _entry_height(self, entry: Entry) -> float:
        return self._page.height(entry_blocks(entry if entry.is_story else _short(entry), _TEMPLATE))


def _worth(entry: Entry) -> tuple[bool, int]:
    return (not entry.has_number, -entry.happened_on.toordinal())


def _short(entry: Entry) -> Entry:
    """Return the entry with nothing but its headline and, where the footing begins with it, the month."""
    return replace(entry, details=(), footing=tuple(part for part in entry.footing[:1] if part.pieces[0].own))


def _without_stories(section: Section) -> Section:
    return Wins(groups=()) if isinstance(section, Wins) else section


def _lines(sections: Iterable[Section]) -> int:
    return sum(len(section.lines) for section in sections if isinstance(section, OneLiners))


def _shortened(every: int, shown: int, one: str, many: str) -> Iterator[str]:
    if shown < every:
        yield f"{every - shown:,} of {counted(every, one, many)}"


def _left_out(stories: int, tables: Sequence[Section]) -> Iterator[str]:
    if stories:
        yield f"the story behind {counted(stories, 'win', 'wins')}"
    yield from ("the key figures" for table in tables if isinstance(table, FiguresTable))
    yield from ("the proof" for table in tables if isinstance(table, EvidenceAppendix))
