"""Seeded names, amounts and addresses in many ways of writing, and libraries that hold them in every field."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from arcareer.domain.bullets import Bullet
from arcareer.domain.customers import Customer
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from tests.support.builders import a_bullet, a_customer, a_figure, a_win

_STARTS = ("Har", "Bren", "Sol", "Vex", "Küh", "Łod", "Émi", "Örs", "Nak", "Zub", "Tørn", "Quil", "Dré", "Ska", "Pfa")
_MIDDLES = ("low", "ti", "mar", "ber", "vin", "dól", "nel", "gât", "ros", "kam")
_ENDS = ("sen", "wick", "ford", "ley", "dorf", "ville", "stad", "ov", "ini", "ez")
_TRADES = ("Foods", "Freight", "Retail", "Papier", "Logística", "Steel", "Pharma", "Möbel", "Dairy", "Textiles")
_FORMS = ("", ", Inc.", " GmbH", " LLC", " S.A.", " Ltd.", " sp. z o.o.", " & Co. KG", " Pty Ltd", " plc")
_SHORT = ("QVX", "B&K", "7Z", "ZQ", "XJ", "4M", "D&W", "KWJ")
_ORDINARY = ("Target", "Summit", "Orange", "Anchor", "Beacon", "Harbor", "Compass", "Falcon")
_FOREIGN = (
    "株式会社ミナト",
    "\u041e\u041e\u041e Березка",
    "Ελαία Τρόφιμα",
    "شركة النخيل",
    "한빛유통",
    "北京華美商貿",
    "חברת הדקל",
    "ไทยเจริญ",
)
_SIGNS = ("$", "€", "£", "₹", "¥", "₩", "₽", "CHF ", "USD ", "R$", "C$", "kr ")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must be in no file: customers, all their spellings as typed, mail addresses, amounts as typed."""

    customers: tuple[Customer, ...]
    spellings: tuple[str, ...]
    addresses: tuple[str, ...]
    amounts: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecretLibrary:
    """Wins and bullets that hold secrets in every field."""

    secrets: Secrets
    wins: tuple[Win, ...]
    bullets: tuple[Bullet, ...]


def a_secret_library(seed: int, count: int = 200) -> SecretLibrary:
    """Return a library of so many customers, each named in a win of its own."""
    random = Random(seed)
    names = list(dict.fromkeys((*_SHORT, *_ORDINARY, *_FOREIGN, *(_name(random) for _ in range(count * 2)))))[:count]
    customers = tuple(a_customer(name, alias=f"Client N{at:03}") for at, name in enumerate(names))
    spellings, addresses, amounts, numbers, wins, bullets = [], [], [], [], [], []
    for at, customer in enumerate(customers):
        way, address, number = (
            _way(random, customer.name),
            _address(random, customer.name),
            f"INV-{random.randrange(10**4, 10**6)}",
        )
        written, figure = _amount(random)
        said = f"Recovered {written} from {way}, wrote to {address} about {number}."
        wins.append(_win(at, said, figure))
        bullets.append(a_bullet(said, win=wins[-1].id))
        spellings.append(way)
        addresses.append(address)
        amounts.append(written)
        numbers.append(number)
    secrets = Secrets(customers, tuple(spellings), tuple(addresses), tuple(amounts), tuple(numbers))
    return SecretLibrary(secrets, tuple(wins), tuple(bullets))


def letters(text: str) -> str:
    """Return the letters and digits of a text alone, without accents and case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if char.isalnum()).casefold()


def _win(at: int, said: str, figure: Figure) -> Win:
    return a_win(
        said,
        id=named_id("secret win", str(at)),
        happened_on=date(2026, 7, 1) + timedelta(days=at % 180),
        theme=("cash", "disputes", "")[at % 3],
        situation=said,
        action=f"First.\n{said}",
        outcome=said,
        proof=said,
        private_notes=said,
        colleagues=(said,),
        figures=(replace(figure, measure=f"paid. {said}", period=said, source=said), figure, _days(at, said)),
        evidence=(
            EvidenceLink(id=named_id("link", str(at)), title=said, target=said),
            EvidenceFile(id=named_id("file", str(at)), title=said, sha256="0" * 64, size=1, original_name=said),
        ),
    )


def _days(at: int, said: str) -> Figure:
    return a_figure(
        5 + at % 3, 9 + at % 5, measure=f"days {said}", period=said, source=said, unit=Unit.DAYS, currency=""
    )


def _name(random: Random) -> str:
    def word() -> str:
        return random.choice(_STARTS) + random.choice(_MIDDLES) + random.choice(_ENDS)

    kind = random.randrange(4)
    first = word() if kind else f"{word()} {random.choice(('&', 'and', '+'))} {word()}"
    return f"{first}{f' {random.choice(_TRADES)}' if kind > 1 else ''}{random.choice(_FORMS)}"


def _way(random: Random, name: str) -> str:
    """Return one of the ways in which people write a name."""
    ways = [
        name,
        name.upper(),
        f"{name}'s",
        f"{name}’s",
        name.replace(" ", "\u00a0"),
        unicodedata.normalize("NFD", name),
    ]
    ways += [name.replace("&", "and"), name.replace(" ", "  "), f"“{name}”", f"({name})", name.replace(" ", "\n")]
    if len(letters(name)) > 4 and name.isascii():
        ways += [name.lower(), name[:2] + "\u200b" + name[2:], name[:1] + "\u00ad" + name[1:], name.replace(" ", "-")]
    return random.choice(ways)


def _address(random: Random, name: str) -> str:
    host = letters(name) if letters(name).isascii() else "kunde"
    ways = (f"ana.ruiz@{host}.com", f"AP-{random.randrange(99)}@{host}.co.uk", f"josé@mail.{host}.example")
    return random.choice((*ways, f"o'neil+ar@{host}-group.de", f"ap(at){host}.com", "buchhaltung@例え.jp"))


def _amount(random: Random) -> tuple[str, Figure]:
    """Return an amount as it is typed, and the same as a figure; some of them are round."""
    value = random.choice((random.randrange(1_001, 9_999_999), random.randrange(1, 40) * 25_000, 50_000, 1_000_000))
    sign = random.choice(_SIGNS)
    cents = f"{random.randrange(100):02}"
    ways = (
        f"{sign}{value:,}",
        f"{sign}{value}",
        f"{sign}{value:,}.{cents}",
        f"{value:,} EUR",
        f"EUR {value:,}".replace(",", "."),
        f"{value:,}".replace(",", " ") + " €",
        f"CHF {value:,}.{cents}".replace(",", "'"),
        f"{sign}{value / 1000:.1f}k",
        f"{value / 1_000_000:.3f} million dollars",
        f"{value:,} dollars",
        f"{value:,} USD",
        f"({sign}{value:,})",
        f"{sign}{value:,}+",
        f"{sign.strip()} {value:,}",
        f"{value:,}.{cents}",
    )
    return random.choice(ways), a_figure(value, random.choice((None, value * 2 + 1)), measure="collected")


def digits_of(amount: str) -> str:
    """Return an amount's number as it is typed, with its marks: what must be read nowhere."""
    found = re.search(r"\d[\d.,' ]*", amount)
    return found.group().rstrip(".,' ") if found else amount
