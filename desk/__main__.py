"""`python -m desk`."""

import sys

from desk.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
