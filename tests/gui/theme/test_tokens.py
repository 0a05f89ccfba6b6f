import pytest

from arcareer_ui.theme.tokens import DARK, LIGHT, PAIRS, SCHEMES, TONES, TYPE, Pair, contrast, more_contrast


def test_contrast_is_the_published_formula() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#14694D", "#14694D") == 1


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.foreground}-{pair.background}")
def test_every_pair_in_use_can_be_read(scheme: str, pair: Pair) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours[pair.foreground], colours[pair.background]) >= pair.minimum


@pytest.mark.parametrize("scheme", SCHEMES)
def test_more_contrast_never_lowers_it(scheme: str) -> None:
    plain, strong = SCHEMES[scheme], more_contrast(SCHEMES[scheme])
    for pair in PAIRS:
        before = contrast(plain[pair.foreground], plain[pair.background])
        assert contrast(strong[pair.foreground], strong[pair.background]) >= before - 1e-9
    assert contrast(strong["line"], strong["surface"]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert all(fill in LIGHT and ink in LIGHT for fill, ink in TONES.values())


def test_no_text_is_smaller_than_twelve() -> None:
    assert min(style.size for style in TYPE.values()) == 12
    assert all(style.line > style.size for style in TYPE.values())
