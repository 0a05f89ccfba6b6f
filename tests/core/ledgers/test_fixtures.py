"""Exports with known answers: every key of the oracle files, through the command line."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from arcareer.cli import ledger
from arcareer.paths import AppPaths
from arcareer.settings.store import PreferencesStore

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "receivables"
FIXTURES = sorted(path for path in (DATA / "fixtures").glob("*") if path.suffix != ".json") if DATA.exists() else []
KEYS = ("read", "expected", "non_transaction_rows", "transactions", "leaves")

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared ledgers are not beside this checkout")


@pytest.fixture(autouse=True)
def nobody_set_a_currency(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    parser = argparse.ArgumentParser()
    ledger.register(parser.add_subparsers())
    args = parser.parse_args(["ledger", *arguments])
    code = args.run(args)
    return code, json.loads(capsys.readouterr().out)


def comparable(value: object) -> object:
    """Return a value with money texts as numbers, and without what the oracle says about itself."""
    if isinstance(value, dict):
        return {key: comparable(part) for key, part in value.items() if key != "traps"}
    if isinstance(value, list):
        return [comparable(part) for part in value]
    if isinstance(value, str) and value.replace(".", "", 1).lstrip("-").isdigit() and "." in value:
        try:
            return Decimal(value)
        except InvalidOperation:
            return value
    return value


def oracle_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(path.name + ".oracle.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_key_of_the_oracle(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oracle = oracle_of(path)
    arguments = [str(path), "--json", "--as-of", oracle["as_of"]]
    if {"assumed_currency", "local_currency"} & set(oracle["expected"]):
        mapping = tmp_path / "mapping.json"
        mapping.write_text(json.dumps({"currency": "GBP"}), "utf-8")
        arguments += ["--mapping", str(mapping)]
    code, answer = run(capsys, *arguments)
    assert code == 0
    assert answer["rejected"] == []
    for key in KEYS:
        if key in oracle:
            assert comparable(answer[key]) == comparable(oracle[key]), key


def test_what_a_file_does_not_say_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    _, answer = run(capsys, str(DATA / "fixtures" / "bc_customer_ledger_entries.xlsx"), "--json")
    assert answer["questions"] == ["as_of", "currency"]
    assert "bucket_net" not in answer["expected"]
    assert {row["currency"] for row in answer["transactions"]} == {None, "EUR", "USD"}


def test_the_currency_of_the_user_answers_for_amounts_that_name_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    config = AppPaths.of_user(None).config
    config.mkdir(parents=True, exist_ok=True)
    PreferencesStore(config / "preferences.toml").update(currency="GBP")
    _, answer = run(capsys, str(DATA / "fixtures" / "xero_aged_receivables_detail_uk.xlsx"), "--json")
    assert answer["expected"]["currencies"] == ["GBP"]


def test_the_months_and_snapshots_of_a_full_history(capsys: pytest.CaptureFixture[str]) -> None:
    path = DATA / "real" / "ibm_late_payments_dev.csv"
    oracle = json.loads(path.with_suffix(".oracle.json").read_text("utf-8"))
    days = ",".join(oracle["aging_snapshots"])
    code, answer = run(capsys, str(path), "--kpis", "--json", "--snapshots", days)
    assert code == 0
    assert answer["monthly"] == oracle["monthly"]
    assert answer["aging_snapshots"] == oracle["aging_snapshots"]
    assert answer["opening_balance"] == "0"


def test_two_currencies_have_their_own_months(capsys: pytest.CaptureFixture[str]) -> None:
    path = DATA / "real" / "xero_ar_dev.csv"
    oracle = json.loads(path.with_suffix(".oracle.json").read_text("utf-8"))["by_currency"]
    days = ",".join(oracle["GBP"]["aging_snapshots"])
    _, answer = run(capsys, str(path), "--kpis", "--json", "--snapshots", days)
    assert "monthly" not in answer
    for currency, expected in oracle.items():
        found = answer["by_currency"][currency]
        assert found["monthly"] == expected["monthly"]
        assert found["aging_snapshots"] == expected["aging_snapshots"]


def test_a_snapshot_starts_from_an_unknown_balance(capsys: pytest.CaptureFixture[str]) -> None:
    _, answer = run(capsys, str(DATA / "fixtures" / "qbo_ar_aging_detail_us.csv"), "--kpis", "--json")
    (month,) = answer["monthly"]
    assert answer["opening_balance"] == "unknown"
    assert (month["begin_ar"], month["cei_pct"], month["dso_simple"]) == (None, None, None)
    assert month["end_ar"] == "1028970.19"


def test_a_summary_refuses_what_needs_invoices(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, str(DATA / "fixtures" / "qbo_ar_aging_summary_subcustomers.csv"), "--kpis", "--json")
    assert (code, answer["reason"]) == (1, "summary_without_invoices")


def test_the_warehouse_tables_name_deleted_rows_and_orphans(capsys: pytest.CaptureFixture[str]) -> None:
    folder = DATA / "real" / "quickbooks_seed"
    oracle = json.loads((folder / "oracle.json").read_text("utf-8"))
    _, answer = run(capsys, str(folder), "--json")
    for table in ("invoice_data", "payment_data", "payment_line_data"):
        for key, expected in oracle[table].items():
            assert answer[table][key] == expected, (table, key)


def test_a_deleted_row_is_left_out_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    _, answer = run(capsys, str(DATA / "real" / "quickbooks_seed" / "invoice_data.csv"), "--json")
    assert answer["expected"]["transaction_rows"] == 5
    assert [row["reason"] for row in answer["rejected"]] == ["left out: deleted"] * 11
