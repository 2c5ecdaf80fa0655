// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventcard.h"

#include <QWidget>

namespace downtimeline {

/// Some lines of a source with their numbers, the one that is meant marked; cut at the right edge.
class QuotedLines : public QWidget
{
    Q_OBJECT

public:
    explicit QuotedLines(QWidget *parent = nullptr);

    void setLines(std::vector<QuotedLine> lines);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;

    std::vector<QuotedLine> m_lines;
};

} // namespace downtimeline
