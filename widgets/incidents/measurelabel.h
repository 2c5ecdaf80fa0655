// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/headercontent.h"

#include <QWidget>

namespace downtimeline {

class Label;

/// One figure with its caption; hovering tells its definition, and so does a screen reader.
class MeasureLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MeasureLabel(QWidget *parent = nullptr);

    void setMeasure(const HeaderMeasure &measure);

private:
    Label *m_value;
    Label *m_caption;
};

} // namespace downtimeline
