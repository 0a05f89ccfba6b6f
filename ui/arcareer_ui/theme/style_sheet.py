"""The application's one style sheet, generated from the tokens.

Rules that keep it working: variants are the properties `kind`, `sz`, `tone` and `role` (never a name that Qt already
uses, such as `size`); no `palette()`; button sizes live here only, because a `min-height` here beats `setFixedHeight`;
selected tabs keep their weight, because Qt measures them unselected.
"""

from __future__ import annotations

from collections.abc import Callable

from arcareer_ui.theme.tokens import TYPE, Colours

FAMILIES = {400: "Inter", 500: "Inter Medium", 600: "Inter SemiBold", 700: "Inter"}


def style_sheet(colours: Colours, px: Callable[[float], int]) -> str:
    """Return the style sheet for these colours; `px` scales a size with the text."""
    values: dict[str, str | int] = dict(colours)
    for role, style in TYPE.items():
        values[f"ty_{role}"] = (
            f'font-family:"{FAMILIES[style.weight]}";font-size:{px(style.size)}px;font-weight:{style.weight};'
        )
    for size in (16, 18, 20, 26, 28, 32):
        values[f"px{size}"] = px(size)
    values["pill"] = (px(18) + 10) // 2
    values["tab_pad"] = px(10)
    return _FRAMES % values + _LABELS % values + _BUTTONS % values + _INPUTS % values + _VIEWS % values


_FRAMES = """
* { outline: 0; }
QMainWindow, QDialog, QWidget#canvas, QScrollArea#page, QScrollArea#page > QWidget > QWidget { background: %(canvas)s; }
QWidget#rail { background: %(rail)s; border: none; border-right: 1px solid %(line)s; }
QFrame#card { background: %(surface)s; border: 1px solid %(line)s; border-radius: 12px; }
QFrame#card[tone="inset"] { background: %(inset)s; border-color: %(inset)s; }
QFrame#card[tone="accent"] { background: %(accent_soft)s; border-color: %(accent_soft)s; }
QFrame#card[tone="warn"] { background: %(warn_soft)s; border-color: %(warn_soft)s; }
QFrame#card[tone="danger"] { background: %(danger_soft)s; border-color: %(danger_soft)s; }
QFrame#card[tone="info"] { background: %(info_soft)s; border-color: %(info_soft)s; }
QFrame#card[tone="flat"] { background: transparent; border-color: transparent; }
QFrame#card[chosen="true"] { border: 2px solid %(accent)s; }
QFrame#pane { background: %(surface)s; border: none; border-left: 1px solid %(line)s; border-top: 1px solid %(line)s;
  border-top-left-radius: 12px; }
QFrame#toast { background: %(toast)s; border: none; border-radius: 10px; }
QFrame#overlay { background: %(surface)s; border: 1px solid %(line)s; border-radius: 14px; }
QFrame#desk { background: %(desk)s; border: none; border-radius: 12px; }
QScrollArea { border: none; background: transparent; }
QScrollArea#clear, QScrollArea#clear > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: %(line_strong)s; border-radius: 4px; min-height: 32px; margin: 0 2px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: %(line_strong)s; border-radius: 4px; min-width: 32px; margin: 2px 0; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; height: 0; width: 0; }
QToolTip { background: %(text)s; color: %(canvas)s; border: none; padding: 6px 8px; %(ty_small)s }
QMenu { background: %(surface)s; color: %(text)s; border: 1px solid %(line)s; border-radius: 8px; padding: 6px;
  %(ty_body)s }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: %(hover)s; }
QMenu::item:disabled { color: %(text3)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 6px 8px; }
"""

_LABELS = """
QLabel { background: transparent; color: %(text)s; %(ty_body)s }
QLabel[role="timer"] { %(ty_timer)s }
QLabel[role="kpi"] { %(ty_kpi)s }
QLabel[role="h1"] { %(ty_h1)s }
QLabel[role="title"] { %(ty_title)s }
QLabel[role="lead"] { %(ty_lead)s }
QLabel[role="brand"] { %(ty_brand)s }
QLabel[role="h2"] { %(ty_h2)s }
QLabel[role="strong"] { %(ty_strong)s }
QLabel[role="small"] { %(ty_small)s color: %(text2)s; }
QLabel[role="label"] { %(ty_label)s }
QLabel[role="caption"] { %(ty_caption)s color: %(text3)s; }
QLabel[tone="text"] { color: %(text)s; }
QLabel[tone="text2"] { color: %(text2)s; }
QLabel[tone="text3"] { color: %(text3)s; }
QLabel[tone="accent"] { color: %(accent)s; }
QLabel[tone="warn"] { color: %(warn)s; }
QLabel[tone="danger"] { color: %(danger)s; }
QLabel[tone="info"] { color: %(info)s; }
QLabel[tone="on_accent_soft"] { color: %(on_accent_soft)s; }
QLabel[tone="on_warn_soft"] { color: %(on_warn_soft)s; }
QLabel[tone="on_toast"] { color: %(on_toast)s; }
QLabel[tone="toast_quiet"] { color: %(toast_quiet)s; }
"""

_BUTTONS = """
QPushButton { background: %(surface)s; color: %(text)s; border: 1px solid %(line_strong)s; border-radius: 8px;
  padding: 7px 14px; min-height: %(px20)spx; %(ty_button)s }
QPushButton:hover { background: %(inset)s; }
QPushButton:pressed { background: %(press)s; }
QPushButton:disabled { color: %(text3)s; border-color: %(line)s; background: %(inset)s; }
QPushButton[kind="primary"] { background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; %(ty_strong)s }
QPushButton[kind="primary"]:hover { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[kind="primary"]:pressed { background: %(accent_press)s; border-color: %(accent_press)s; }
QPushButton[kind="primary"]:disabled { background: %(press)s; border-color: %(press)s; color: %(text3)s; }
QPushButton[kind="danger"] { background: %(surface)s; color: %(danger)s; border-color: %(danger)s; %(ty_strong)s }
QPushButton[kind="danger"]:hover { background: %(danger_soft)s; color: %(on_danger_soft)s; }
QPushButton[kind="tonal"] { background: %(accent_soft)s; color: %(on_accent_soft)s; border-color: %(accent_soft)s;
  %(ty_strong)s }
QPushButton[kind="tonal"]:hover { border-color: %(accent)s; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: %(text2)s; }
QPushButton[kind="quiet"]:hover { background: %(hover)s; color: %(text)s; }
QPushButton[kind="quiet"]:pressed { background: %(press)s; }
QPushButton[kind="quiet"]:disabled { color: %(text3)s; }
QPushButton[kind="quiet"]:checked { background: %(accent_soft)s; color: %(on_accent_soft)s; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: %(accent)s; padding: 3px 4px;
  %(ty_small)s }
QPushButton[kind="link"]:hover { background: %(accent_soft)s; color: %(on_accent_soft)s; }
QPushButton[kind="link"]:disabled { background: transparent; color: %(text3)s; }
QPushButton[kind="chip"] { background: %(surface)s; border-color: %(line)s; border-radius: %(pill)spx; color: %(text2)s;
  padding: 4px 12px; min-height: %(px18)spx; %(ty_small)s }
QPushButton[kind="chip"]:hover { background: %(hover)s; color: %(text)s; }
QPushButton[kind="chip"]:checked { background: %(accent_soft)s; color: %(on_accent_soft)s; border-color: %(accent)s; }
QPushButton[kind="toast"] { background: transparent; border-color: transparent; color: %(toast_link)s;
  padding: 3px 8px; %(ty_strong)s }
QPushButton[kind="toast"]:hover { border-color: %(toast_quiet)s; }
QPushButton[sz="compact"] { padding: 4px 10px; min-height: %(px18)spx; %(ty_small)s }
QPushButton[sz="large"] { padding: 10px 20px; min-height: %(px26)spx; }
QPushButton[iconOnly="true"] { padding: 6px; min-width: %(px20)spx; }
QPushButton[iconOnly="true"][sz="compact"] { padding: 4px; min-width: %(px18)spx; }
QToolButton#nav { background: transparent; color: %(text2)s; border: 1px solid transparent; border-radius: 8px;
  text-align: left; padding: 7px 9px; min-height: %(px20)spx; %(ty_button)s }
QToolButton#nav:hover { background: %(hover)s; color: %(text)s; }
QToolButton#nav:checked { background: %(surface)s; color: %(text)s; border-color: %(line)s; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: %(surface)s; color: %(text)s;
  border: 1px solid %(line_strong)s; border-radius: 8px; padding: 7px 11px; selection-background-color: %(accent)s;
  selection-color: %(on_accent)s; %(ty_body)s }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: %(px20)spx; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid %(focus)s; padding: 6px 10px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: %(text3)s;
  background: %(inset)s; border-color: %(line)s; }
QLineEdit[tone="danger"], QTextEdit[tone="danger"], QComboBox[tone="danger"], QAbstractSpinBox[tone="danger"] {
  border: 2px solid %(danger)s; padding: 6px 10px; }
QLineEdit[sz="capture"] { border-radius: 10px; padding: 10px 14px; min-height: %(px26)spx; %(ty_capture)s }
QLineEdit[sz="capture"]:focus { padding: 9px 13px; }
QLineEdit[sz="overlay"], QLineEdit[sz="overlay"]:focus { border: none; background: transparent; padding: 0;
  min-height: %(px32)spx; %(ty_capture)s }
QLineEdit[sz="compact"], QComboBox[sz="compact"] { padding: 4px 9px; min-height: %(px18)spx; %(ty_small)s }
QLineEdit[sz="compact"]:focus { padding: 3px 8px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; background: transparent; padding: 0;
  min-height: 0; }
QTextEdit[role="title"] { %(ty_title)s }
QTextEdit[role="lead"] { %(ty_lead)s }
QTextEdit[role="capture"] { %(ty_capture)s }
QTextEdit[role="h2"] { %(ty_h2)s }
QTextEdit[bare="true"], QTextEdit[bare="true"]:focus { border: none; background: transparent; padding: 0;
  border-radius: 0; }
QComboBox { padding-left: 13px; padding-right: %(px28)spx; }
QComboBox:focus, QComboBox[tone="danger"] { padding-left: 12px; padding-right: %(px28)spx; }
QComboBox[sz="compact"] { padding-left: 10px; padding-right: %(px26)spx; }
QComboBox[sz="compact"]:focus { padding: 3px %(px26)spx 3px 9px; }
QComboBox::drop-down { border: none; width: %(px28)spx; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(line)s; color: %(text)s;
  selection-background-color: %(accent_soft)s; selection-color: %(text)s; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: %(px28)spx; padding: 0 8px; }
QDateEdit { padding-top: 6px; padding-bottom: 5px; }
QDateEdit:focus { padding-top: 5px; padding-bottom: 4px; }
QDateEdit::drop-down { border: none; width: %(px28)spx; }
QDateEdit::down-arrow { image: none; }
QCheckBox, QRadioButton { background: transparent; color: %(text)s; spacing: 10px; padding: 3px 0;
  min-height: %(px20)spx; %(ty_body)s }
QCheckBox::indicator, QRadioButton::indicator { width: %(px20)spx; height: %(px20)spx; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: %(text2)s; border: none; border-bottom: 2px solid transparent;
  padding: %(tab_pad)spx 2px; margin-right: 26px; %(ty_button)s }
QTabBar::tab:hover { color: %(text)s; border-bottom-color: %(line_strong)s; }
QTabBar::tab:selected { color: %(accent)s; border-bottom-color: %(accent)s; }
QTabBar[kind="segment"]::tab { border: 1px solid transparent; border-radius: 6px; padding: 5px 14px;
  margin: 3px 0 3px 3px; color: %(text2)s; %(ty_small)s }
QTabBar[kind="segment"]::tab:last, QTabBar[kind="segment"]::tab:only-one { margin-right: 3px; }
QTabBar[kind="segment"]::tab:selected { background: %(surface)s; color: %(text)s; border-color: %(line)s; }
QFrame#segment { background: %(hover)s; border: none; border-radius: 9px; }
QTabWidget::pane { border: none; }
"""

_VIEWS = """
QListView, QTreeView, QTableView { background: transparent; border: none; color: %(text)s;
  selection-background-color: %(accent_soft)s; selection-color: %(text)s; %(ty_body)s }
QTableView { gridline-color: %(line)s; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid %(line)s; }
QTableView::item:selected { background: %(accent_soft)s; color: %(text)s; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: %(text3)s; border: none; border-bottom: 1px solid %(line)s;
  padding: 6px 8px 6px 11px; %(ty_caption)s }
QTableCornerButton::section { background: transparent; border: none; border-bottom: 1px solid %(line)s; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTextBrowser { background: transparent; border: none; padding: 0; }
QCalendarWidget QWidget { background: %(surface)s; alternate-background-color: %(inset)s; color: %(text)s; }
QCalendarWidget QToolButton { background: transparent; color: %(text)s; border: none; border-radius: 6px;
  padding: 6px; %(ty_button)s }
QCalendarWidget QToolButton:hover { background: %(hover)s; }
QCalendarWidget QAbstractItemView { selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
"""
