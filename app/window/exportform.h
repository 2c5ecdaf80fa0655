// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "models/items/viewstate.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace downtimeline {

/// What the user chooses before a file is written: which events, in which zone, and what its format leaves open. It
/// answers by accepted().
class ExportForm : public QDialog
{
    Q_OBJECT

public:
    /// format: Png stands for pictures of either sort. charts: the names of those that a picture may show.
    ExportForm(
        ExportFormat format, const ViewState &view, const QStringList &charts, bool isDark, QWidget *parent = nullptr);

    /// What was chosen, without a path.
    ExportRequest request() const;

    QComboBox *events() const { return m_events; }
    QLineEdit *words() const { return m_words; }
    QComboBox *times() const { return m_times; }
    QComboBox *templates() const { return m_style; } ///< of Markdown, else null
    QComboBox *picture() const { return m_picture; } ///< timeline or chart, else null
    QSpinBox *pictureWidth() const { return m_width; }
    QSpinBox *pictureHeight() const { return m_height; }
    QComboBox *scale() const { return m_scale; }
    QCheckBox *dark() const { return m_dark; }

private:
    void addEvents(QFormLayout &form);
    void addStyle(QFormLayout &form);
    void addPicture(QFormLayout &form, const QStringList &charts, bool isDark);

    const TimeRange m_visible;
    const bool m_hasTimes;
    const DisplayZone m_zone;
    const std::optional<DisplayZone> m_secondZone;
    QComboBox *m_events = nullptr;
    QLineEdit *m_words = nullptr;
    QComboBox *m_times = nullptr;
    QComboBox *m_style = nullptr;
    QComboBox *m_picture = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QComboBox *m_scale = nullptr;
    QCheckBox *m_dark = nullptr;
};

} // namespace downtimeline
