# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers and cycles: each folder includes only what it may, and no two components include each other.

usage: layers.py ROOT. Prints a line for each breach and exits 1 if there is one.
"""
import pathlib
import sys

import tree

# What each folder may include besides itself.
MAY = {
    "models/domain": [],
    "models/timeline": ["models/domain"],
    "models/analysis": ["models/domain"],
    "models/documents": ["models/domain", "models/timeline"],
    "models/readers": ["models/domain", "models/timeline", "models/analysis", "models/documents"],
    "models/storage": ["models/domain", "models/readers"],
    "models/report": ["models/domain", "models/timeline", "models/analysis"],
    "models/items": ["models/domain", "models/timeline", "models/analysis"],
    "models/edit": ["models/domain", "models/timeline", "models/analysis", "models/storage", "models/items"],
}
# A folder with rooms: what each room may include besides itself and the files that lie beside the rooms.
ROOMS = {
    "models/readers/cells": [],
    "models/readers/json": ["models/readers/cells"],
    "models/readers/tables": ["models/readers/cells", "models/readers/json"],
    "models/readers/exports": ["models/readers/cells", "models/readers/json", "models/readers/tables"],
    "models/readers/postmortem": [],
    "models/readers/draft": ["models/readers/cells"],
}
# Qt headers that only these folders may include.
GUI = ("QWidget", "QPainter", "QColor", "QFont", "QPixmap", "QImage", "QBrush", "QPen", "QIcon", "QtWidgets", "QtGui", "QtCharts")
CHARTS = ("QChart", "QLineSeries", "QValueAxis", "QtCharts", "QScatterSeries")


def folder_of(path):
    return "/".join(path.parts[:2])


def may_include(from_path, to_path):
    own, other = folder_of(from_path), folder_of(to_path)
    if own == other:
        room, other_room = from_path.parent.as_posix(), to_path.parent.as_posix()
        return room == other_room or room not in ROOMS or other_room not in ROOMS or other_room in ROOMS[room]
    if from_path.parts[0] == "app":
        return True
    if from_path.parts[0] == "widgets":
        return to_path.parts[0] in ("models", "widgets")
    return other in MAY.get(own, [])


def breaches(root):
    found = []
    for path in tree.sources(root):
        for line, target in tree.includes(root, path):
            if not may_include(path, target):
                found.append(f"{path}:{line}: {folder_of(path)} may not include {target}")
        for number, text in enumerate((root / path).read_text().splitlines(), 1):
            if not text.startswith("#include <Q"):
                continue
            name = text.split("<")[1].split(">")[0].split("/")[-1]
            if path.parts[0] == "models" and any(name.startswith(g) for g in GUI):
                found.append(f"{path}:{number}: models/ may not include <{name}>")
            if name.startswith(CHARTS) and folder_of(path) != "widgets/charts" and path.name != "widgets_pch.h":
                found.append(f"{path}:{number}: <{name}> belongs in widgets/charts")
    return found


def cycles(root):
    """Components that include each other in a ring, each ring once."""
    graph = {}
    for path in tree.sources(root):
        edges = graph.setdefault(tree.component(path), set())
        edges |= {tree.component(target) for _, target in tree.includes(root, path)} - {tree.component(path)}
    state, rings = {}, []

    def visit(node, trail):
        state[node] = "open"
        for target in sorted(graph.get(node, ())):
            if state.get(target) == "open":
                rings.append(" -> ".join(trail[trail.index(target):] + [target]))
            elif target not in state:
                visit(target, trail + [target])
        state[node] = "done"

    for node in sorted(graph):
        if node not in state:
            visit(node, [node])
    return rings


def main():
    root = pathlib.Path(sys.argv[1])
    found = breaches(root) + [f"cycle: {ring}" for ring in cycles(root)]
    print("\n".join(found) or f"layers hold in {len(tree.sources(root))} files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
