"""`python -m arcareer` and `arcareer-cli`."""

import sys

from arcareer.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
