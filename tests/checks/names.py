# SPDX-License-Identifier: GPL-3.0-or-later
"""A type's name stands once: of two types with one name in one namespace, the linker takes one's code for both.

usage: names.py ROOT. Prints a line for each breach and exits 1 if there is one.
"""
import pathlib
import re
import sys

import tree

NAMESPACE = re.compile(r"namespace ([\w:]+) \{")
TYPE = re.compile(r"(?:struct|class|union|enum class|enum) (\w+)\b(?!::| *(?:: *[\w:]+)? *;)")


def types(text):
    """The types that are defined at the left margin outside unnamed namespaces, with their namespace and line."""
    found, namespace, unnamed = [], "", False
    for number, line in enumerate(text.splitlines(), 1):
        if line == "namespace {":
            unnamed = True
        elif line == "} // namespace":
            unnamed = False
        elif match := NAMESPACE.fullmatch(line):
            namespace = match[1]
        elif (match := TYPE.match(line)) and not unnamed:
            found.append((namespace, match[1], number))
    return found


def breaches(root):
    places = {}
    for path in tree.sources(root, tree.CODE + ("tests",)):
        for namespace, name, line in types((pathlib.Path(root) / path).read_text()):
            places.setdefault((namespace, name), []).append(f"{path}:{line}")
    return [f"{where[0]}: {name} is defined again in {', '.join(where[1:])}"
            for (_, name), where in sorted(places.items()) if len({place.split(":")[0] for place in where}) > 1]


def main():
    found = breaches(pathlib.Path(sys.argv[1]))
    print("\n".join(found) or "every type has a name of its own")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
