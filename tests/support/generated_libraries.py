"""Libraries nobody wrote by hand: of every size, in every flavour of text, the same for the same number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.customers import Customer, free_aliases
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period

SIZES = (0, 1, 7, 60, 500)
FLAVOURS = ("plain", "long words", "accents", "right to left", "emoji", "empty parts")
YEAR = Period(date(2025, 11, 1), date(2026, 10, 31))
_NAMES = (
    "Harlow Foods", "Northgate Freight", "Brightwell", "Société Générale des Eaux", "Müller & Söhne GmbH",
    "O’Hara Bros.", "Ångström AB", "株式会社ミナト", "شركة النور", "Łódź Tekstylia", "Target", "BP",
    "Marks & Spencer plc", "Tesco-Lotus", "Cobalt 9 Systems", "de Vries BV",
)  # fmt: skip
_DEEDS = (
    "Collected the balance of {customer}", "Agreed a plan with {customer} over {count} months",
    "Found {count} short payments of {customer}", "Closed the pricing dispute with {customer}",
    "Brought {customer} from {days} days late to on time", "Helped the new starter through month end",
    "Cleared {count} unapplied receipts", "Rewrote the reminder for accounts over {days} days",
)  # fmt: skip
_TAILS = {
    "plain": ("for the audit", "before quarter end"),
    "long words": ("Rechnungsbegleichungsverzögerungsursachenforschung" * 2, "x" * 180),
    "accents": ("à la clôture, déjà réglé", "Übergabe an die Buchhaltung, ştergerea şi čekání"),
    "right to left": ("تم تحصيل الرصيد بالكامل", "שולם במלואו לפני סוף הרבעון"),
    "emoji": ("🎉 done 👩🏽‍💼", "👨‍👩‍👧‍👦 all of them ✅"),
    "empty parts": ("", "   "),
}
_SHAPES = (
    ("collected", Unit.MONEY), ("DSO", Unit.DAYS), ("past due share", Unit.PERCENT), ("disputes closed", Unit.COUNT),
    ("hours saved a month", Unit.HOURS), ("collection effectiveness", Unit.PERCENT), ("bad debt", Unit.MONEY),
)  # fmt: skip
_CURRENCIES = ("USD", "EUR", "GBP", "INR", "JPY", "CHF")


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedLibrary:
    """What a library of a number holds."""

    number: int
    flavour: str
    wins: tuple[Win, ...]
    customers: tuple[Customer, ...]
    owner: Owner
    bullets: tuple[Bullet, ...]


def a_generated_library(number: int) -> GeneratedLibrary:
    """Return the library of a number; sizes and flavours go round."""
    random = Random(number)
    size, flavour = SIZES[number % len(SIZES)], FLAVOURS[number // len(SIZES) % len(FLAVOURS)]
    customers = tuple(
        Customer(id=named_id("customer", str(number), name), name=name, alias=alias)
        for name, alias in zip(random.sample(_NAMES, 8), free_aliases(()), strict=False)
    )
    wins = tuple(_win(random, number, at, flavour, customers) for at in range(size))
    empty = flavour == "empty parts"
    owner = Owner() if empty else Owner(name="Maya Tórres", title="AR Coordinator", employer="Northfield Supply")
    return GeneratedLibrary(
        number=number, flavour=flavour, wins=wins, customers=customers, owner=owner, bullets=_bullets(number, wins)
    )


def _win(random: Random, number: int, at: int, flavour: str, customers: tuple[Customer, ...]) -> Win:
    day = YEAR.start + timedelta(days=random.randrange(YEAR.days))
    customer = random.choice(customers)
    deed = random.choice(_DEEDS).format(
        customer=customer.name, count=random.randint(2, 40), days=random.randint(3, 120)
    )
    tail = random.choice(_TAILS[flavour])
    told = random.random() < 0.6
    identity = named_id("win", str(number), str(at))
    return Win(
        id=identity,
        happened_on=day,
        logged_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        headline=f"{deed} {tail}".strip(),
        theme=random.choice(("cash", "disputes", "process", "")),
        competencies=tuple(random.sample(("kpi_ownership", "dispute_resolution", "process_improvement"), 1)),
        situation=f"{customer.name} had not answered for {random.randint(2, 9)} weeks {tail}" if told else tail,
        action=f"Rang their controller & sent <statement> {tail}" if told else "",
        outcome=f"All {random.randint(2, 60)} invoices were paid {tail}" if told else "",
        proof="Bank file" if random.random() < 0.4 else "",
        figures=tuple(_figure(random) for _ in range(random.choice((0, 1, 1, 2, 3)))),
        colleagues=("Dana", "Luis") if random.random() < 0.2 else (),
        customers=(customer.id,),
        evidence=tuple(_evidence(random, identity, tail)) if random.random() < 0.2 else (),
    )


def _figure(random: Random) -> Figure:
    measure, unit = random.choice(_SHAPES)
    money = unit is Unit.MONEY
    after = Decimal(random.randint(5, 900_000) if money else random.randint(1, 990)) / (1 if money else 10)
    if unit is Unit.COUNT:
        after = Decimal(random.randint(1, 90))
    changed = random.random() < 0.5
    return Figure(
        measure=measure,
        unit=unit,
        after=after,
        before=after + random.randint(1, 40) if changed else None,
        currency=random.choice(_CURRENCIES) if money else "",
        period=random.choice(("", "Q3 2026", "in 90 days")),
        scope=random.choice(list(FigureScope)),
        basis=random.choice(list(Basis)),
        source=random.choice(("", "Aging report of 31 March", "Bank file 7")),
    )


def _evidence(random: Random, win: object, tail: str) -> list[EvidenceFile | EvidenceLink]:
    if random.random() < 0.5:
        return [EvidenceLink(id=named_id("link", str(win)), title=f"Mail {tail}".strip(), target="Outbox")]
    name = f"report {tail}".strip()
    return [EvidenceFile(id=named_id("file", str(win)), title=name, sha256="0" * 64, size=12, original_name=name)]


def _bullets(number: int, wins: tuple[Win, ...]) -> tuple[Bullet, ...]:
    day = datetime(2026, 10, 1, tzinfo=UTC)
    return tuple(
        Bullet(
            id=named_id("bullet", str(number), str(at)),
            text=win.headline,
            position=at,
            created_at=day,
            win=win.id,
            in_brag_sheet=True,
        )
        for at, win in enumerate(wins[:3])
    )
