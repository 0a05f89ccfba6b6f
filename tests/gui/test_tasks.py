from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from arcareer.progress import Progress
from arcareer_ui.tasks import InlineTaskRunner, Task, TaskRunner, ThreadTaskRunner


class Ending:
    """Hears how a task ends, in which thread."""

    def __init__(self, task: Task) -> None:
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.cancels = 0
        self.steps: list[tuple[int, int, str]] = []
        task.succeeded.connect(self.results.append)
        task.failed.connect(self.errors.append)
        task.cancelled.connect(self._cancelled)
        task.progressed.connect(self._progressed)

    def _cancelled(self) -> None:
        self.cancels += 1

    def _progressed(self, done: int, total: int, note: str) -> None:
        self.steps.append((done, total, note))


@pytest.fixture(params=["inline", "thread"])
def runner(request: pytest.FixtureRequest, qapp: object) -> TaskRunner:
    return InlineTaskRunner() if request.param == "inline" else ThreadTaskRunner()


def run(runner: TaskRunner, task: Task, qtbot: QtBot) -> None:
    with qtbot.waitSignal(task.finished, timeout=5000):
        runner.start(task)


def test_the_result_of_even_the_fastest_work_arrives(runner: TaskRunner, qtbot: QtBot) -> None:
    task = Task(lambda report: 42)
    ending = Ending(task)
    run(runner, task, qtbot)
    assert (ending.results, ending.errors, ending.cancels) == ([42], [], 0)


def test_what_goes_wrong_is_told_not_raised(runner: TaskRunner, qtbot: QtBot) -> None:
    def work(report: Progress) -> None:
        raise OSError("disk")

    task = Task(work)
    ending = Ending(task)
    run(runner, task, qtbot)
    assert [str(error) for error in ending.errors] == ["disk"]
    assert ending.results == []


def test_cancelled_work_stops_at_its_next_report(runner: TaskRunner, qtbot: QtBot) -> None:
    reached: list[int] = []

    def work(report: Progress) -> None:
        for step in range(5):
            report(step, 5, "Rows")
            reached.append(step)
            if step == 1:
                task.cancel()

    task = Task(work)
    ending = Ending(task)
    run(runner, task, qtbot)
    assert reached == [0, 1]
    assert ending.steps == [(0, 5, "Rows"), (1, 5, "Rows")]
    assert (ending.cancels, ending.results) == (1, [])


def test_work_runs_outside_the_window_and_ends_inside_it(qtbot: QtBot) -> None:
    runner = ThreadTaskRunner()
    task = Task(lambda report: current_thread())
    ending = Ending(task)
    run(runner, task, qtbot)
    assert ending.results[0] is not main_thread()


def test_shutting_down_cancels_and_waits(qtbot: QtBot) -> None:
    runner = ThreadTaskRunner()

    def endless(report: Progress) -> None:
        while True:
            report(0, 0)

    task = Task(endless)
    runner.start(task)
    assert runner.shut_down()
