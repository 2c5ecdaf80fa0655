// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace downtimeline {

/// What stands in the window while the library has no incident: what this is, and three ways in.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    QPushButton *importButton() const { return m_import; }
    QPushButton *sampleButton() const { return m_sample; }

Q_SIGNALS:
    void importRequested();
    void sampleRequested();
    /// Absolute paths of local files.
    void filesDropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_import;
    QPushButton *m_sample;
    bool m_isDropping = false; ///< files hover over it
};

} // namespace downtimeline
