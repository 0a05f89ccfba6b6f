"""The Qt binding in use must be sound on this Python."""

import subprocess
import sys

# PySide6 6.12.0 on Python 3.10 and 3.11 gives away one reference to None on nearly every call without a result, until
# the interpreter ends itself. It runs in a child, so that such a binding breaks one test and not the whole run.
PAINT = """
import sys
from PySide6.QtGui import QColor, QImage, QPainter

image = QImage(10, 10, QImage.Format.Format_ARGB32)
painter = QPainter(image)
colour = QColor("red")
painter.setPen(colour)
before = sys.getrefcount(None)
for _ in range(20_000):
    painter.setPen(colour)
after = sys.getrefcount(None)
painter.end()
print(before - after)
"""


def test_calls_without_a_result_keep_their_reference_to_none() -> None:
    result = subprocess.run([sys.executable, "-c", PAINT], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) < 100
