"""What is wrong with a content file, said so that its writer can mend it."""

from __future__ import annotations

from typing import NamedTuple

from arcareer.errors import EnvironmentFault


class ContentProblem(NamedTuple):
    """One thing to mend: the file's name, the dotted path inside it, the id of the record it belongs to, and why."""

    file: str
    path: str
    record: str
    text: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.file, self.path, f"({self.record})" if self.record else "") if part)
        return f"{place}: {self.text}"


class ContentFault(EnvironmentFault):
    """A shipped content file cannot be used; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: tuple[ContentProblem, ...]) -> None:
        listed = "\n".join(str(problem) for problem in problems)
        super().__init__(
            f"The app's own content in {problems[0].file} cannot be read. Your library is untouched. "
            f"Install the app again to put the file back.\n{listed}"
        )
        self.problems = problems
