// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import/importpreview.h"

#include <gtest/gtest.h>

#include <QLineEdit>

#include <memory>

namespace downtimeline {

/// A text read by the reader that recognises it, as the program reads it.
PreviewedSource readForPreview(const std::string &name, const std::string &text);
/// A table read as it is wished.
PreviewedSource readAsWished(const std::string &name, const std::string &text, const ColumnsWish &wish);
/// An outage in the manner of the founding document: 8 events on lines 13 to 20, two findings.
std::string outageText();

/// A preview on the screen.
class ShownPreview : public testing::Test
{
protected:
    void show(std::vector<PreviewedSource> sources);
    void show(const std::string &name, const std::string &text);
    static void look(bool dark);
    /// Leaves a PNG of the dialog in the build folder.
    void photograph(const QString &name, double pixelRatio = 1);

    ImportPage *page() const { return m_preview->page(m_preview->currentPage()); }
    DraftTable *table() const;
    QModelIndex cell(int row, int column) const;
    void click(int row, int column);
    void doubleClick(int row, int column);
    /// Types into the cell as a user does.
    void type(int row, int column, const QString &text);
    /// Types into a field and presses Return.
    static void typeInto(QLineEdit *field, const QString &text);
    QString shown(int row, int column) const;

    std::unique_ptr<ImportPreview> m_preview;
};

} // namespace downtimeline
