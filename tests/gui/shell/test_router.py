from hypothesis import given
from hypothesis import strategies as st

from arcareer_ui.page import Route
from arcareer_ui.shell.router import Place, Router

HEADS = {"week": "week", "wins": "wins", "win": "wins", "prep": "prep"}
ROUTES = st.sampled_from(["week", "wins", "win/1", "win/2", "prep/star"])


def test_route_is_read_and_written() -> None:
    assert Route.parse("win/42/edit") == Route("win", ("42", "edit"))
    assert str(Route("prep", ("star",))) == "prep/star"


def test_arrival_names_page_and_route() -> None:
    router, told = Router(HEADS), []
    router.arrived.connect(lambda page, route: told.append((page, str(route))))
    router.go("win/7")
    assert told == [("wins", "win/7")]


def test_recent_places_are_different_latest_first_and_not_this_one() -> None:
    router = Router(HEADS)
    for route, title in (
        ("week", "This week"),
        ("wins", "Wins"),
        ("prep", "Prep"),
        ("wins", "Wins"),
        ("win/1", "A win"),
    ):
        router.go(route)
        router.name_current(title)
    assert router.recent(5) == (Place("wins", "Wins"), Place("prep", "Prep"), Place("week", "This week"))
    assert router.recent(1) == (Place("wins", "Wins"),)


@given(st.lists(ROUTES, min_size=1, max_size=80))
def test_back_retraces_every_step(routes: list[str]) -> None:
    router = Router(HEADS)
    for route in routes:
        router.go(route)
    steps = [route for at, route in enumerate(routes) if at == 0 or route != routes[at - 1]][-50:]
    while router.can_go_back:
        assert router.current == steps.pop()
        router.back()
    assert router.current == steps[-1]
    router.back()
    assert router.current == steps[-1]


def test_what_a_route_has_made_takes_its_place() -> None:
    router = Router(HEADS)
    for route in ("week", "wins"):
        router.go(route)

    def make(_page: str, route: Route) -> None:
        if str(route) == "prep/new":
            router.note("prep/star")
            router.settle_at("prep/star/7")

    router.arrived.connect(make)
    router.go("prep/new")
    assert (router.current, router.asked) == ("prep/star/7", "prep/star/7")
    router.back()
    assert router.current == "wins"
