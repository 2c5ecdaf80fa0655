// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "app/window/scopechoice.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace downtimeline {

/// What the user chooses before a file is written: what of the incident goes out, and what its format leaves open. It
/// answers by accepted().
class ExportForm : public QDialog
{
    Q_OBJECT

public:
    /// format: Png stands for pictures of either sort. charts: the names of those that a picture may show.
    ExportForm(
        ExportFormat format, const ShownScope &shown, const QStringList &charts, bool isDark,
        QWidget *parent = nullptr);

    /// What was chosen, without a path.
    ExportRequest request() const;

    ScopeChoice *scope() const { return m_scope; }
    QComboBox *templates() const { return m_style; } ///< of Markdown, else null
    QComboBox *picture() const { return m_picture; } ///< timeline or chart, else null
    QSpinBox *pictureWidth() const { return m_width; }
    QSpinBox *pictureHeight() const { return m_height; }
    QComboBox *scale() const { return m_scale; }
    QCheckBox *dark() const { return m_dark; }

private:
    void addStyle(QFormLayout &form);
    void addPicture(QFormLayout &form, const QStringList &charts, bool isDark);

    ScopeChoice *m_scope;
    QComboBox *m_style = nullptr;
    QComboBox *m_picture = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QComboBox *m_scale = nullptr;
    QCheckBox *m_dark = nullptr;
};

} // namespace downtimeline
