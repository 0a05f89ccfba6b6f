"""Quick capture reads what a sentence says, and never more than that."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.services.capture import CaptureService


class Customers:
    """A list of customers that counts how often it was asked."""

    def __init__(self, *customers: Customer) -> None:
        self.everyone = customers
        self.asked = 0

    def all(self) -> tuple[Customer, ...]:
        self.asked += 1
        return self.everyone


def customer(name: str, *spellings: str) -> Customer:
    return Customer(id=uuid4(), name=name, alias=f"Customer {name[0]}", spellings=spellings)


@pytest.fixture(scope="module")
def content() -> ContentLibrary:
    return ContentLibrary()


@pytest.fixture(scope="module")
def capture(content: ContentLibrary) -> CaptureService:
    known = Customers(customer("Harlow Dental", "HDG"), customer("Target"), customer("3M"))
    return CaptureService(known, content)


def chips(capture: CaptureService, sentence: str) -> list[str]:
    return [picked.text for picked in capture.read(sentence).figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Collected $48,200 after four calls", ["$48,200 collected", "4 calls"]),
        ("Agreed a plan, $48,200 in, 62 days overdue", ["$48,200", "62 days overdue"]),
        ("$12,480 was recovered before month end", ["$12,480 recovered"]),
        ("Stopped a $3,150 duplicate credit note before posting", ["$3,150 duplicate credit note"]),
        ("Found €900 in bank fees by matching lines, saving 3 hours a week", ["€900 found", "3 hours saved a week"]),
        ("Will collect $9,000 next week", ["$9,000"]),
        ("Could not recover $9,000", ["$9,000"]),
        ("Started to collect $500 a month", ["$500 a month"]),
        ("Cut DSO from 47.9 to 36.8 days", ["DSO 47.9 to 36.8 days"]),
        ("DSO 41, was 47", ["DSO 47 to 41 days"]),
        ("Open disputes fell from 64 to 21 in a quarter", ["open disputes 64 to 21"]),
        ("Brought the overdue balance on my accounts from $412k to $187k", ["overdue balance $412,000 to $187,000"]),
        ("Promises kept rose from 61% to 78%", ["promises kept 61% to 78%"]),
        ("Lifted the auto-match rate to 89%", ["89% auto-match rate"]),
        ("Reduced credit notes by 22% this half", ["22% fall in credit notes"]),
        ("Kept unapplied cash under 2% of receipts", ["2% or less unapplied cash"]),
        ("More than 300 invoices reissued", ["300 or more invoices"]),
        ("Trained two new clerks and twelve reps", ["2 new clerks", "12 reps"]),
        ("Halved the time to answer a query", ["50% fall in time"]),
        ("Answered 95% of billing queries the same day", ["95% of billing queries answered"]),
        ("Hit 104% of my cash target", ["104% of cash target"]),
        ("Found that half of late payments came from one depot", ["50% of late payments"]),
        ("Unapplied cash: $48k -> $9k", ["unapplied cash $48,000 to $9,000"]),
        ("Reduced average days to pay from 52 to 44", ["average days to pay 52 to 44 days"]),
        ("Past-due % fell 8 points", ["8 points fall in past-due %"]),
        ("DSO: 38.4 (target 40)", ["38.4 days DSO"]),
        ("Sent 300+ statements in one run", ["300 or more statements"]),
        ("Took over 85 accounts from a colleague", ["85 accounts"]),
        ("The run takes 40 minutes", ["40 minutes run"]),
        ("Cut the run from 3 hours to 40 minutes", ["40 minutes run (was 3 hours)"]),
        ("Waived a £450 late fee to get £6,120 paid", ["£450 late fee", "£6,120 paid"]),
        ("11 of 12 month ends closed on day two", ["11 of 12 month ends"]),
    ],
)  # fmt: skip
def test_numbers_become_chips_in_the_words_of_the_sentence(
    capture: CaptureService, sentence: str, expected: list[str]
) -> None:
    assert chips(capture, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Updated the 2024 policy binder",
        "Rebilled invoice 48213 for the plant",
        "Moved them to net 30 terms",
        "Answered the 24/7 line and form W-9 questions",
        "Cleared everything over 90 days",
        "Rolled out Sage 200 in Q3",
        "Reduced write-offs by [X]%",
        "Recovered $12.000,00 maybe",
        "Rang them on day 15 of the cycle",
        "",
    ],
)
def test_numbers_that_measure_nothing_are_left_alone(capture: CaptureService, sentence: str) -> None:
    assert chips(capture, sentence) == []


def test_a_from_to_pair_is_one_figure_with_both_values(capture: CaptureService) -> None:
    (picked,) = capture.read("Brought average delay down from 19.4 to 12.1 days in 2025").figures
    figure = picked.figure
    assert (figure.before, figure.after, figure.unit) == (Decimal("19.4"), Decimal("12.1"), Unit.DAYS)
    assert figure.period == "2025"


def test_a_figure_knows_where_its_number_stands(capture: CaptureService) -> None:
    sentence = "Collected $48,200 from nine accounts"
    money, count = capture.read(sentence).figures
    assert sentence[money.start : money.end] == "$48,200"
    assert sentence[count.start : count.end] == "nine"


def test_whose_result_and_how_it_is_known_come_from_the_words(capture: CaptureService) -> None:
    (ours,) = capture.read("We cut unapplied cash by about 40%").figures
    assert (ours.figure.scope, ours.figure.basis) == (FigureScope.TEAM, Basis.ESTIMATED)
    (mine,) = capture.read("I cut unapplied cash by 40% for our team").figures
    assert (mine.figure.scope, mine.figure.basis) == (FigureScope.MINE, Basis.MEASURED)
    (wide,) = capture.read("Company-wide past dues fell by 6%").figures
    assert wide.figure.scope is FigureScope.COMPANY


def test_a_range_gives_its_safe_end_as_an_estimate(capture: CaptureService) -> None:
    (picked,) = capture.read("Answered 20 to 30 queries a day").figures
    assert picked.text == "20 or more queries a day"
    assert picked.figure.basis is Basis.ESTIMATED


@pytest.mark.parametrize(("own", "expected"), [("CAD", "CAD"), ("", "USD"), ("EUR", "USD")])
def test_a_bare_dollar_is_the_users_own_dollar(content: ContentLibrary, own: str, expected: str) -> None:
    (picked,) = CaptureService(Customers(), content, lambda: own).read("Collected $500").figures
    assert picked.figure.currency == expected


def test_known_customers_are_picked_up_and_their_digits_are_no_figures(capture: CaptureService) -> None:
    read = capture.read("HARLOW DENTAL and 3M paid; hdg sent a note")
    assert [one.name for one in read.customers] == ["Harlow Dental", "3M"]
    assert read.figures == ()


def test_an_ordinary_word_is_no_customer(capture: CaptureService) -> None:
    assert capture.read("Hit the target for March").customers == ()
    assert [one.name for one in capture.read("Target paid on time").customers] == ["Target"]


def test_a_spelling_two_customers_share_is_left_to_the_user(content: ContentLibrary) -> None:
    known = Customers(customer("Delta Foods", "Delta"), customer("Delta Steel", "Delta"))
    assert CaptureService(known, content).read("Delta paid").customers == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Agreed a plan with Northgate Freight for $48,200", ("Northgate Freight",)),
        ("Meridian Foods paid, thanks to three calls", ("Meridian Foods",)),
        ("Collected $5k from Aldermoor", ("Aldermoor",)),
        ("Got the PO fixed at Smith & Sons Ltd.", ("Smith & Sons Ltd",)),
        ("Called Maria about the audit", ()),
        ("Worked with Sales and SAP in March", ()),
        ("Reduced Days Sales Outstanding For Finance In April", ()),
        ("Collected $5k from Monday calls", ()),
        ("harlow dental paid", ()),
        ("Got Blue Harbor Foods to pay", ("Blue Harbor Foods",)),
        ("Spent an hour with Harlow Dental", ()),
    ],
)
def test_possible_customers_are_offered(capture: CaptureService, sentence: str, expected: tuple[str, ...]) -> None:
    assert capture.read(sentence).possible_customers == expected


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Chased nine overdue accounts and collected $12k", "cash"),
        ("Receipts landed within 3% of my forecast", "cash"),
        ("Settled the freight deduction with proof of delivery", "disputes"),
        ("Calmed an angry buyer and kept the account", "disputes"),
        ("Caught a duplicate credit note before posting", "accuracy"),
        ("Gave the auditors their sample the same day", "accuracy"),
        ("Automated the statement run with a template", "process"),
        ("Built a pivot that shows the ageing by region", "process"),
        ("Trained Priya on the month's checklist for newcomers", "teamwork"),
        ("Sales asked me to join the Monday account review", "teamwork"),
        ("Put a builder on credit hold before he went bankrupt", "risk"),
        ("Asked for a deposit after the credit check", "risk"),
        ("Had lunch", ""),
    ],
)
def test_a_theme_is_suggested_from_the_words(capture: CaptureService, sentence: str, theme: str) -> None:
    assert capture.read(sentence).theme == theme


def test_suggested_competencies_exist_and_the_likeliest_comes_first(capture: CaptureService) -> None:
    read = capture.read("Reconciled unapplied cash, matched remittances and trained a colleague")
    assert read.competencies == ("accounting_accuracy", "teamwork_training")


def test_a_draft_keeps_the_sentence_as_typed(capture: CaptureService) -> None:
    draft = capture.draft("  Collected $500 from HDG ", date(2026, 3, 6))
    assert draft.headline == "  Collected $500 from HDG "
    assert draft.theme == "cash"
    assert len(draft.customers) == len(draft.figures) == 1
    assert capture.draft("Collected $500", date(2026, 3, 6), "risk").theme == "risk"
    assert capture.draft("Collected $500", date(2026, 3, 6), "").theme == ""


def test_customers_are_read_again_only_after_they_changed(content: ContentLibrary) -> None:
    known = Customers()
    capture = CaptureService(known, content)
    assert capture.read("Paid by Orchid Mills").customers == ()
    known.everyone = (customer("Orchid Mills"),)
    capture.heed(ChangeSet(frozenset({(EntityKind.WIN, UUID(int=1))})))
    assert capture.read("Paid by Orchid Mills").customers == ()
    capture.heed(ChangeSet(frozenset({(EntityKind.CUSTOMER, UUID(int=1))})))
    assert [one.name for one in capture.read("Paid by Orchid Mills").customers] == ["Orchid Mills"]
    assert known.asked == 2


WORDS = st.sampled_from(
    ["Collected", "$48,200", "from", "to", "DSO", "47", "by", "15%", "3M", "HDG", "in", "days", "—", "1 in 8",
     "two thirds", "halved", "Target", "&", "Ltd", "…", "(", "%", "£", "-5", "9,9,9", "①", "ﬁve", "\u200b", "90+", "a",
     "\n"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=120))
def test_any_text_can_be_read_and_nothing_is_invented(capture: CaptureService, sentence: str) -> None:
    read = capture.read(sentence)
    assert capture.read(sentence) == read
    for picked in read.figures:
        assert 0 <= picked.start < picked.end <= len(sentence)
        added = {"or", "more", "less", "fall", "in", "rise", "off", "a", "basis", "points"}
        added |= {"(was", *picked.figure.measure.split()[-1:]}
        for word in picked.figure.measure.split():
            assert word.casefold() in sentence.casefold() or word in added
    for name in read.possible_customers:
        assert name in sentence
