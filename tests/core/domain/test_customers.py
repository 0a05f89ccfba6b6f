from arcareer.domain.customers import next_alias


def test_aliases_run_through_the_alphabet_and_on() -> None:
    taken: list[str] = []
    for _ in range(28):
        taken.append(next_alias(taken))
    assert taken[:2] == ["Customer A", "Customer B"]
    assert taken[25:] == ["Customer Z", "Customer AA", "Customer AB"]


def test_a_freed_alias_is_given_again() -> None:
    assert next_alias(["Customer A", "Customer C"]) == "Customer B"
