# SPDX-License-Identifier: GPL-3.0-or-later
"""The source files of the project, and what they include of each other."""
import pathlib
import re

CODE = ("models", "widgets", "app")


def sources(root, folders=CODE):
    """Every .h and .cpp below those folders, as paths relative to the root."""
    root = pathlib.Path(root)
    found = [p.relative_to(root) for folder in folders for p in (root / folder).rglob("*") if p.suffix in (".h", ".cpp")]
    return sorted(found)


def includes(root, path):
    """The project's own files that a file includes, with line numbers."""
    found = []
    for number, line in enumerate((pathlib.Path(root) / path).read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if match and match[1].split("/")[0] in CODE:
            found.append((number, pathlib.PurePosixPath(match[1])))
    return found


def component(path):
    """A .h and its .cpp are one component."""
    return str(path.with_suffix(""))
