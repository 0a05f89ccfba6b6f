"""Loads Qt for Python without what it needs only to describe itself.

With its first import the binding compiles some 100 kB of its own source, which writes signatures, help texts, stub
files and the words of a TypeError, and knows of snake_case. An app that makes no mistake needs none of it, and it is a
quarter of the time an empty window takes to open. So these modules become lazy here: they load when they are asked for.
Should a later version of the binding arrange them otherwise, they load at once, as they do without this module.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import SupportsIndex

    from _typeshed.importlib import MetaPathFinderProtocol

_MAPPING = "shibokensupport.signature.mapping"
SPARE = frozenset(
    f"shibokensupport.{name}"
    for name in (
        "feature",
        "signature.errorhandler",
        "signature.importhandler",
        "signature.layout",
        "signature.lib.enum_sig",
        "signature.lib.pyi_generator",
        "signature.lib.tool",
        "signature.mapping",
        "signature.parser",
    )
)


def load_binding() -> None:
    """Import the binding; what a start can spare stays unloaded.

    The binding puts a finder of its own before all others while it loads, so the list of finders has to see to it.
    Importing shiboken6 before PySide6 has a second effect: `import` stays as it is. Otherwise the binding puts one
    in its place that reads the source of every module loaded later, in search of `__feature__` switches.
    """
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import shiboken6  # noqa: PLC0415, F401 - loading it is the point
    finally:
        sys.meta_path = finders


class _LazyFinder:
    """Finds what another finder finds; what can be spared comes as a lazy module."""

    def __init__(self, finder: MetaPathFinderProtocol) -> None:
        self.finder = finder

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = self.finder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None and name in SPARE:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(LazyLoader):
    """Lazy but for one thing: C++ takes a function out of the module `mapping` without asking the module for it."""

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ == _MAPPING:
            module.__dict__["update_mapping"] = _update_mapping
        super().exec_module(module)


def _update_mapping() -> None:
    sys.modules[_MAPPING].update_mapping()  # asking loads the module, and its own function takes this one's place


class _Finders(list["MetaPathFinderProtocol"]):
    """A list of finders that makes lazy what is put in, and knows it again when it is taken out."""

    def insert(self, index: SupportsIndex, finder: MetaPathFinderProtocol) -> None:
        super().insert(index, _LazyFinder(finder))

    def remove(self, finder: MetaPathFinderProtocol) -> None:
        super().remove(next((one for one in self if isinstance(one, _LazyFinder) and one.finder is finder), finder))
