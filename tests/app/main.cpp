// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QStandardPaths>

/// The commands run without a display, as they do in a shell.
int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("downtimeline-test"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.0"));
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
