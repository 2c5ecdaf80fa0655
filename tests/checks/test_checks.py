# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks find what they are there to find."""
import pathlib
import tempfile
import unittest

import layers
import names
import sizes
import words


class Checks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def test_models_that_include_widgets_are_told_with_their_line(self):
        self.write("models/domain/event.h", '\n#include "widgets/paint/theme.h"\n')
        self.assertEqual(layers.breaches(self.root), ["models/domain/event.h:2: models/domain may not include widgets/paint/theme.h"])

    def test_a_room_that_includes_one_further_down_is_told(self):
        self.write("models/readers/tables/table.h", '#include "models/readers/json/record.h"\n')
        self.write("models/readers/json/record.h", '#include "models/readers/reader.h"\n#include "models/readers/tables/row.h"\n')
        self.assertEqual(layers.breaches(self.root), ["models/readers/json/record.h:2: models/readers may not include models/readers/tables/row.h"])

    def test_models_that_draw_are_told(self):
        self.write("models/timeline/ticks.cpp", "#include <QPainter>\n")
        self.assertEqual(len(layers.breaches(self.root)), 1)

    def test_a_view_may_include_models(self):
        self.write("widgets/timeline/view.cpp", '#include "models/domain/event.h"\n')
        self.assertEqual(layers.breaches(self.root), [])

    def test_two_files_that_include_each_other_are_a_cycle(self):
        self.write("models/domain/a.h", '#include "models/domain/b.h"\n')
        self.write("models/domain/b.h", '#include "models/domain/a.h"\n')
        self.assertEqual(layers.cycles(self.root), ["models/domain/a -> models/domain/b -> models/domain/a"])

    def test_a_header_and_its_source_are_no_cycle(self):
        self.write("models/domain/a.h", "")
        self.write("models/domain/a.cpp", '#include "models/domain/a.h"\n')
        self.assertEqual(layers.cycles(self.root), [])

    def test_a_type_that_is_defined_in_two_files_is_told(self):
        self.write("models/domain/a.h", "namespace downtimeline {\n\nstruct Row\n{\n};\n\n} // namespace downtimeline\n")
        self.write("widgets/paint/b.cpp", "namespace downtimeline {\n\nclass Row final : public Cell\n{\n};\n\n} // namespace downtimeline\n")
        self.assertEqual(names.breaches(self.root), ["models/domain/a.h:3: Row is defined again in widgets/paint/b.cpp:3"])

    def test_a_type_of_one_file_alone_may_be_called_as_another(self):
        self.write("models/domain/a.h", "namespace downtimeline {\nclass Row;\nstruct Cell\n{\n};\n} // namespace downtimeline\n")
        self.write("models/domain/b.cpp", "namespace downtimeline {\nnamespace {\nstruct Cell\n{\n};\n} // namespace\n} // namespace downtimeline\n")
        self.write("models/domain/c.h", "namespace downtimeline::test {\nstruct Cell\n{\n};\n} // namespace downtimeline::test\n")
        self.assertEqual(names.breaches(self.root), [])

    def test_a_file_of_501_lines_is_too_long(self):
        self.write("app/main.cpp", "\n" * 501)
        self.write("app/short.cpp", "\n" * 500)
        self.assertEqual(sizes.too_long(self.root), ["app/main.cpp: 501 lines, at most 500"])

    def test_a_tooltip_set_past_the_door_is_told(self):
        self.write("widgets/charts/chart.cpp", "view->setToolTip(title);\n")
        self.assertEqual(len(words.breaches(self.root)), 1)

    def test_a_comment_may_name_what_code_may_not(self):
        self.write("widgets/charts/chart.cpp", "// a QLabel would read markup\n")
        self.assertEqual(words.breaches(self.root), [])


if __name__ == "__main__":
    unittest.main()
