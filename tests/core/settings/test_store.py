"""The preferences file: readable, forgiving, and never a reason to lose a choice."""

import tomllib
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer import fsops
from arcareer.errors import EnvironmentFault
from arcareer.settings.preferences import DateFormat, Motion, Preferences, ThemeChoice
from arcareer.settings.store import PreferencesStore

CHOICES = {
    "theme": st.sampled_from(ThemeChoice),
    "text_scale": st.integers(80, 200),
    "motion": st.sampled_from(Motion),
    "currency": st.sampled_from(["", "USD", "EUR"]),
    "date_format": st.sampled_from(DateFormat),
    "reminder_weekday": st.integers(0, 6),
    "reminder_time": st.times().map(lambda moment: moment.replace(microsecond=0)),
    "remind_in_app": st.booleans(),
    "remind_by_notification": st.booleans(),
    "remind_by_calendar": st.booleans(),
    "reminder_dismissed": st.none() | st.dates(),
    "nudge_answered": st.booleans(),
    "speaking_pace": st.integers(110, 160),
    "backup_folder": st.text(st.characters(exclude_categories=["Cs"])),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.toml"


def written(path: Path, text: str) -> PreferencesStore:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return PreferencesStore(path)


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path: Path) -> None:
    store = PreferencesStore(path)
    assert store.current == Preferences()
    assert store.complaints == ()
    assert not path.parent.exists()


def test_every_field_is_covered_here() -> None:
    assert set(CHOICES) == {field.name for field in fields(Preferences)}


@given(st.fixed_dictionaries({}, optional=CHOICES))
def test_what_was_chosen_is_there_after_a_restart(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("config") / "preferences.toml"
    after = PreferencesStore(path).update(**chosen)
    assert after == PreferencesStore(path).current
    assert all(getattr(after, name) == value for name, value in chosen.items())


def test_a_choice_taken_back_is_gone_from_the_file(path: Path) -> None:
    store = PreferencesStore(path)
    store.update(reminder_dismissed=date(2026, 3, 2))
    store.update(reminder_dismissed=None)
    assert PreferencesStore(path).current.reminder_dismissed is None


@pytest.mark.parametrize(
    "line",
    ['theme = "sepia"', "text_scale = 900", 'text_scale = "big"', "reminder_weekday = 7", "remind_in_app = 1",
     "speaking_pace = 40", 'currency = "dollars"', 'reminder_time = "15:30"',
     "reminder_dismissed = 2026-03-02T10:00:00"],
)  # fmt: skip
def test_a_value_of_no_use_falls_back_alone_and_is_reported_once(path: Path, line: str) -> None:
    store = written(path, f"version = 1\nnudge_answered = true\n{line}\nbackup_folder = 'kept'\n")
    assert store.current == Preferences(nudge_answered=True, backup_folder="kept")
    assert len(store.complaints) == 1
    store.update(remind_by_calendar=True)
    assert PreferencesStore(path).complaints == ()


def test_keys_of_others_are_kept_as_they_stand(path: Path) -> None:
    store = written(path, 'version = 1\n"odd key" = [1, 2.5, {a = "x\\ty"}]\n[pace]\nwords = 130\nsince = 2026-01-02\n')
    store.update(theme=ThemeChoice.DARK)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert table["odd key"] == [1, 2.5, {"a": "x\ty"}]
    assert table["pace"] == {"words": 130, "since": date(2026, 1, 2)}
    assert table["theme"] == "dark"


def test_what_a_newer_release_wrote_stays_until_its_own_field_is_changed(path: Path) -> None:
    store = written(path, 'version = 9\ntheme = "sepia"\nmotion = "full"\n')
    assert store.current == Preferences(motion=Motion.FULL)
    store.update(text_scale=125)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (table["version"], table["theme"], table["text_scale"]) == (9, "sepia", 125)
    store.update(theme=ThemeChoice.LIGHT)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["theme"] == "light"


def test_a_file_that_is_no_toml_is_kept_beside_the_new_one(path: Path) -> None:
    store = written(path, "theme = dark dark")
    assert store.current == Preferences()
    assert len(store.complaints) == 1
    assert path.read_text(encoding="utf-8") == "theme = dark dark"
    store.update(text_scale=110)
    assert (path.parent / "preferences.toml.unreadable").read_text(encoding="utf-8") == "theme = dark dark"
    assert PreferencesStore(path).current == Preferences(text_scale=110)


def test_listeners_hear_changes_until_they_leave(path: Path) -> None:
    store, heard = PreferencesStore(path), list[Preferences]()
    leave = store.subscribe(heard.append)
    store.update(theme=ThemeChoice.DARK)
    store.update(theme=ThemeChoice.DARK)
    leave()
    store.update(text_scale=150)
    assert heard == [Preferences(theme=ThemeChoice.DARK)]


@pytest.mark.parametrize("change", [{"colour": "red"}, {"text_scale": 20}, {"text_scale": "100"}, {"theme": "sepia"}])
def test_an_update_that_does_not_fit_changes_nothing(path: Path, change: dict[str, object]) -> None:
    store = PreferencesStore(path)
    with pytest.raises((TypeError, ValueError)):
        store.update(**change)
    assert store.current == Preferences()
    assert not path.exists()


def test_a_failed_save_keeps_the_choice_and_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = PreferencesStore(path)
    before = store.update(text_scale=125)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(fsops, "replace", full)
        with pytest.raises(EnvironmentFault, match="until you close the app"):
            store.update(theme=ThemeChoice.DARK)
    assert store.current == replace(before, theme=ThemeChoice.DARK)
    assert PreferencesStore(path).current == before
    store.update(reminder_time=time(9, 0))
    assert PreferencesStore(path).current == replace(before, theme=ThemeChoice.DARK, reminder_time=time(9, 0))
