// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace downtimeline {

/// The list of kinds that a cell of a table opens; each with its glyph, its data is the kind's number. Covers what the
/// cell shows.
class KindEditor : public QComboBox
{
    Q_OBJECT

public:
    explicit KindEditor(QWidget *parent);
};

} // namespace downtimeline
