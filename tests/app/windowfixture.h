// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/mainwindow.h"
#include "tests/app/fakedialogs.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

namespace downtimeline {

/// A shown window with a library of its own in a temporary folder.
class ShownWindow : public testing::Test
{
protected:
    void SetUp() override;

    /// Opens the library again, as a new start of the program would.
    void restart();
    QString file(const QString &name, const QByteArray &bytes);
    void importAndWait(const QStringList &paths);
    void loadSample();
    /// An incident is read beside the window.
    void waitUntilOpened();
    QString libraryPath() const { return m_folder.filePath(QStringLiteral("library.downtimeline")); }
    /// Leaves a PNG of the whole window in the build folder.
    void photograph(const QString &name, double pixelRatio = 1);
    MainWindow &window() { return *m_window; }

    QTemporaryDir m_folder;
    FakeDialogs m_dialogs;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace downtimeline
