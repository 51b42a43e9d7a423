"""``python -m spaceplan``."""

from spaceplan.app import main

if __name__ == "__main__":
    main()
