// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"

#include <QFont>

namespace downtimeline {

/// In logical pixels, never points: a report has the same line breaks on paper as in a test.
QFont pageFont(PageFace face);

/// The widths of the fonts of pageFont().
class PageFontMeasure : public PageMeasure
{
public:
    double width(const QString &text, PageFace face) const override;
};

} // namespace downtimeline
