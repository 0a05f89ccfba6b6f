"""Background work that waits until a test lets it run."""

from __future__ import annotations

from arcareer_ui.tasks import Task


class HeldTasks:
    """Holds what is started; `run` does all of it, as it stands then: going on or cancelled."""

    def __init__(self) -> None:
        self.waiting: list[Task] = []

    def start(self, task: Task) -> None:
        self.waiting.append(task)

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0).perform()

    def shut_down(self, timeout_ms: int = 5000) -> bool:
        for task in self.waiting:
            task.cancel()
        self.run()
        return True
