// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"

#include <QPlainTextEdit>

namespace downtimeline {

/// The kept text of a source, to be read only, with the numbers of its lines as readers count them.
class SourceView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);

    /// A source without its text shows a sentence instead: that one, or that it was not kept.
    void setSource(const Source &source, const QString &whyNoText = {});
    SourceId source() const { return m_source; }
    /// Marks the line and scrolls to it; lines count from 1, one that is not there takes the mark away.
    void showLine(int line);
    /// 0 where none is marked.
    int markedLine() const { return m_marked; }

    /// How wide the numbers are, in logical pixels.
    int numbersWidth() const;
    /// For the strip of numbers beside the text.
    void paintNumbers(QPaintEvent *event, QWidget *strip);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void markLine();

    QWidget *m_numbers;
    SourceId m_source;
    bool m_hasText = false;
    int m_marked = 0;
};

} // namespace downtimeline
