// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/measurecontent.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace downtimeline {

class MeasureLabel;
class WrapLayout;

/// What a measured range and two markers come to, in one low row of figures; each tells its definition. It is there
/// only while something is measured.
class MeasureCard : public QWidget
{
    Q_OBJECT

public:
    explicit MeasureCard(QWidget *parent = nullptr);

    void setContent(const MeasureContent &content);
    const MeasureContent &content() const { return m_content; }
    QToolButton *copyButton() const { return m_copy; }
    QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    /// The text is wanted on the clipboard.
    void copyRequested();
    void closeRequested();

private:
    MeasureContent m_content;
    WrapLayout *m_row;
    std::vector<MeasureLabel *> m_figures;
    QToolButton *m_copy;
    QToolButton *m_close;
};

} // namespace downtimeline
