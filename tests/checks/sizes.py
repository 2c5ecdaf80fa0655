# SPDX-License-Identifier: GPL-3.0-or-later
"""No source file over 500 lines.

usage: sizes.py ROOT. Prints a line for each breach and exits 1 if there is one.
"""
import pathlib
import sys

import tree

LIMIT = 500


def too_long(root):
    counts = [(len((root / path).read_text().splitlines()), path) for path in tree.sources(root, tree.CODE + ("tests",))]
    return [f"{path}: {count} lines, at most {LIMIT}" for count, path in counts if count > LIMIT]


def main():
    root = pathlib.Path(sys.argv[1])
    found = too_long(root)
    print("\n".join(found) or "no file is too long")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
