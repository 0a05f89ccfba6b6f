"""Looks and words of the front end have one home each: colours and sizes the theme, words ``tr()``."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import CORE, THEME, UI, calls, modules, place, texts, tree

HEX_COLOUR = re.compile(r"(?<![\w&])#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b(?![\w-])")
PIXELS = re.compile(r"\b\d+\s*p[xt]\b")
BANNED_WORDS = re.compile(r"\b(?:invalid|failed|failure|illegal|oops|error(?! rates?\b))\b|!", re.IGNORECASE)
TRANSLATES = frozenset({"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"})
FONT_SIZES = frozenset({"setPixelSize", "setPointSize", "setPointSizeF"})
SHOWS_TEXT = frozenset(
    {
        "addItem",
        "addTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setInformativeText",
        "setPlaceholderText",
        "setStatusTip",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowTitle",
    }
)
QT_SHOWS_TEXT = frozenset({"QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "QToolButton"})
KIT_SHOWS_TEXT = re.compile(
    r"^(?:[A-Z]\w*)?(?:Action|Banner|Box|Button|Card|Chip|Combo|Edit|Empty|Field|Group|Header|Label|Link|Row|Section|"
    r"Segment|EmptyState|Switch|Tab|Tile|Toast)$|"
    r"^(?:set_(?:caption|description|hint|label|name|placeholder|text|title|tooltip)|add_(?:item|section|tab))$"
)
# The kit takes roles, tones and icon names beside texts: `Label(text, "small")`.
TOKEN = re.compile(r"^[a-z][a-z0-9_-]*$")
MARKUP = re.compile(r"<[^<>]*>")
SPOKEN = re.compile(r"[A-Za-z]{2,}")
USER_FAULTS = frozenset({"UserError", "EnvironmentFault"})


def _outside_theme() -> list[Path]:
    return [path for path in modules(UI) if not path.is_relative_to(THEME)]


def _styling(path: Path, module: ast.Module) -> Iterator[str]:
    for node, text in texts(module):
        if HEX_COLOUR.search(text) or PIXELS.search(text):
            yield f"{place(path, node)} {text!r}"
    for call, name in calls(module):
        if name in FONT_SIZES and any(isinstance(argument, ast.Constant) for argument in call.args):
            yield f"{place(path, call)} {name}"


def _questions(path: Path, module: ast.Module) -> Iterator[str]:
    for node, text in texts(module):
        if "are you sure" in text.casefold():
            yield f"{place(path, node)} {text!r}"
    for call, name in calls(module):
        if name == "question" and ast.unparse(call.func).endswith("QMessageBox.question"):
            yield f"{place(path, call)} QMessageBox.question"


def _banned_words(path: Path, module: ast.Module) -> Iterator[str]:
    spoken: list[ast.expr] = [call for call, name in calls(module) if name in TRANSLATES]
    spoken += [node.exc for node in ast.walk(module) if isinstance(node, ast.Raise) and node.exc and _shown(node.exc)]
    for call in spoken:
        for node, text in texts(call):
            if BANNED_WORDS.search(text):
                yield f"{place(path, node)} {text!r}"


def _shown(raised: ast.expr) -> bool:
    """Whether the text of what is raised reaches the person as it is."""
    return isinstance(raised, ast.Call) and isinstance(raised.func, ast.Name) and raised.func.id in USER_FAULTS


def _untranslated(path: Path, module: ast.Module) -> Iterator[str]:
    for call, name in calls(module):
        of_qt = name in SHOWS_TEXT or name.startswith("Q")
        if of_qt and name not in SHOWS_TEXT | QT_SHOWS_TEXT:
            continue
        if not of_qt and not KIT_SHOWS_TEXT.match(name):
            continue
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            if any(_is_spoken(text, of_qt=of_qt) for text in _literal_texts(argument)):
                yield f"{place(path, argument)} {ast.unparse(argument)}"


def _is_spoken(text: str, *, of_qt: bool) -> bool:
    if not of_qt and TOKEN.match(text):
        return False
    return SPOKEN.search(MARKUP.sub("", text)) is not None


def _literal_texts(argument: ast.expr) -> list[str]:
    """Return the words written into *argument* itself, leaving out those handed to a call inside it."""
    if isinstance(argument, ast.Constant):
        return [argument.value] if isinstance(argument.value, str) else []
    if isinstance(argument, ast.JoinedStr):
        return [text for value in argument.values for text in _literal_texts(value)]
    if isinstance(argument, ast.BinOp):
        return _literal_texts(argument.left) + _literal_texts(argument.right)
    if isinstance(argument, ast.IfExp):
        return _literal_texts(argument.body) + _literal_texts(argument.orelse)
    return []


def test_colours_and_sizes_live_in_the_theme() -> None:
    assert [found for path in _outside_theme() for found in _styling(path, tree(path))] == []


def test_nothing_asks_are_you_sure() -> None:
    assert [found for path in modules(UI, CORE) for found in _questions(path, tree(path))] == []


def test_words_that_blame_are_not_used() -> None:
    assert [found for path in modules(UI, CORE) for found in _banned_words(path, tree(path))] == []


def test_visible_text_can_be_translated() -> None:
    assert [found for path in _outside_theme() for found in _untranslated(path, tree(path))] == []


SAMPLE = Path("sample.py")


@pytest.mark.parametrize(
    "code", ["c = '#1F6F54'", "s = f'color: #abc; {x}'", "s = 'margin: 4px'", "font.setPixelSize(13)"]
)
def test_styling_is_recognised(code: str) -> None:
    assert list(_styling(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["key = 'Ctrl+#'", "n = '#12'", "t = 'win #4'", "font.setPixelSize(size)", '"""A #abcdef doc."""']
)
def test_other_texts_are_no_styling(code: str) -> None:
    assert not list(_styling(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize("code", ["QMessageBox.question(self, a, b)", "ask(self.tr('Are you sure?'))"])
def test_questions_are_recognised(code: str) -> None:
    assert list(_questions(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["self.tr('Invalid date')", "translate('Page', 'Saved!')", "raise UserError(f'The import failed at {n}')"],
)
def test_banned_words_are_recognised(code: str) -> None:
    assert list(_banned_words(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["self.tr('Error rate')", "log('failed!')", "raise UserError('The file is not there.')"]
)
def test_other_words_are_fine(code: str) -> None:
    assert not list(_banned_words(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "label.setText('Wins')",
        "QLabel('This week')",
        "box.setToolTip(f'{n} wins')",
        "Button('Save' if new else x, 'primary')",
        "card.set_title('This week')",
        "Field(label='Customer name')",
    ],
)
def test_untranslated_text_is_recognised(code: str) -> None:
    assert list(_untranslated(SAMPLE, ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "label.setText(self.tr('Wins'))",
        "label.setText('')",
        "label.setText(f'{a} · {b}')",
        "QLabel(name)",
        "Label(text, 'small')",
        "QKeySequence('Ctrl+K')",
        "QLabel(f'<b>{name}</b>')",
    ],
)
def test_translated_text_is_fine(code: str) -> None:
    assert not list(_untranslated(SAMPLE, ast.parse(code)))
