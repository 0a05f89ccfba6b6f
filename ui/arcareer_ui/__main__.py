"""Runs the app as `python -m arcareer_ui`."""

import sys

from arcareer_ui.app import main

if __name__ == "__main__":
    sys.exit(main())
