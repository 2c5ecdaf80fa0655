// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace downtimeline {

/// A combo box in the calm look: a rounded hairline, the text, a small arrow. Its items are plain text.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    /// Flat: without a frame, for a choice within a sentence.
    enum class Frame { Outline, Flat };

    explicit ChoiceBox(const QString &name, QWidget *parent = nullptr, Frame frame = Frame::Outline);

    /// A warning frame: the choice is open or doubtful. What is doubtful has to be said in words as well.
    void setDoubtful(bool doubtful);
    bool isDoubtful() const { return m_isDoubtful; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Frame m_frame;
    bool m_isDoubtful = false;
};

} // namespace downtimeline
