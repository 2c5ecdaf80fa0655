# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that must not stand in the code: doors that read text as markup, readers of foreign pictures, loose ends.

usage: words.py ROOT. Prints a line for each breach and exits 1 if there is one.
"""
import pathlib
import re
import sys

import tree

# pattern, files that may hold it, why
RULES = [
    (r"\b(setToolTip|setWhatsThis|setHtml|setMarkdown|insertHtml)\b|QToolTip::showText", {"widgets/paint/plaintext.cpp", "widgets/paint/widgets_pch.h"},
     "reads text as markup; use setToolTipText or Label"),
    (r"\bQLabel\b", {"widgets/paint/plaintext.h", "widgets/paint/plaintext.cpp", "widgets/paint/style.cpp", "widgets/paint/style.h"}, "use Label, which is plain text"),
    (r"\b(QSvgRenderer|QXmlStreamReader|QTextBrowser)\b", set(), "opens what a foreign file names"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", set(), "finish it or say it in the note"),
    (r"\bqFatal\b", set(), "never for what a user can cause"),
]


def breaches(root):
    found = []
    for path in tree.sources(root):
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            code = line.split("//")[0] if "SPDX" in line else line
            for pattern, allowed, why in RULES:
                if str(path) not in allowed and re.search(pattern, code) and not line.lstrip().startswith(("//", "///")):
                    found.append(f"{path}:{number}: {re.search(pattern, code)[0]}: {why}")
    return found


def main():
    found = breaches(pathlib.Path(sys.argv[1]))
    print("\n".join(found) or "no word that must not stand")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
