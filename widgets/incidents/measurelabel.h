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
    /// pixels: how large the figure is.
    explicit MeasureLabel(QWidget *parent = nullptr, int pixels = 22);

    void setMeasure(const HeaderMeasure &measure);

private:
    int m_pixels;
    Label *m_value;
    Label *m_caption;
};

} // namespace downtimeline
